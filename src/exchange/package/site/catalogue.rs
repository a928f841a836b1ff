//! The entrance: every course.

use maud::html;

use super::Site;
use super::frame::{Frame, Runs, root};
use super::speech::Name;
use super::text::{authored, modules_state};

pub(super) fn page(site: &Site<'_>) -> String {
    let root = root(0);
    let content = html! {
        h1 { (site.texts.courses) }
        ul class="cards courses" {
            @for course in &site.catalogue.courses {
                @let voice = site.voice(&course.language);
                li {
                    h2 lang=[voice.lang] dir=[voice.dir] { a href={ (root) (course.id) "/" } { (course.title) } }
                    div class="summary" lang=[voice.lang] dir=[voice.dir] { (authored(&course.summary, &root, course)) }
                    p class="note" {
                        (site.count(&site.texts.module_count, course.modules.len())) " " (modules_state(&course.modules, course))
                    }
                }
            }
        }
    };
    let titles: Vec<&str> = site.catalogue.courses.iter().map(|course| course.title.as_str()).collect();
    let frame = Frame {
        kind: "catalogue",
        path: String::new(),
        title: vec![Name::own(site.texts.courses)],
        description: super::text::shortened(&titles.join(" · ")),
        course: None,
        trail: Vec::new(),
        fetches: Vec::new(),
        first: None,
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}
