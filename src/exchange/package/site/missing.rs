//! The page that a host shows for an address that it does not have.

use maud::html;

use super::Site;
use super::frame::{Frame, Runs};

pub(super) fn page(site: &Site<'_>) -> String {
    // A host shows this page at any depth, so no relative address can be right everywhere: the page is readable without
    // its style sheet, runs no script, and of its two ways back one leads on.
    let content = html! {
        h1 { "There is no such page" }
        p { "The address may have a slip in it, or the page may have been given another name." }
        ul {
            li { a href="../" { "One level up" } }
            li { a href="./" { "To the courses" } }
        }
    };
    let frame = Frame {
        kind: "missing",
        depth: 0,
        title: vec!["There is no such page"],
        description: "There is no page at this address.".to_owned(),
        course: None,
        trail: Vec::new(),
        fetches: Vec::new(),
        runs: Runs::Nothing,
    };
    frame.around(site, &content)
}
