//! The page that a host shows for an address that it does not have.

use maud::html;

use super::Site;
use super::frame::{Frame, Runs};
use super::speech::Name;

pub(super) fn page(site: &Site<'_>) -> String {
    let texts = site.texts;
    // A host shows this page at any depth, so no relative address can be right everywhere: the page runs
    // no script, and of its two ways back one leads on.
    let content = html! {
        h1 { (texts.no_such_page) }
        p { (texts.why_no_page) }
        ul {
            li { a href="../" { (texts.one_level_up) } }
            li { a href="./" { (texts.to_the_courses) } }
        }
    };
    let frame = Frame {
        kind: "missing",
        path: String::new(),
        title: vec![Name::own(texts.no_such_page)],
        description: texts.no_page_here.to_owned(),
        course: None,
        trail: Vec::new(),
        fetches: Vec::new(),
        first: None,
        runs: Runs::Nothing,
    };
    frame.around(site, &content)
}
