//! The entrance: every course.

use maud::html;

use super::Site;
use super::frame::{Frame, Runs, root};
use super::text::{authored, count, modules_state};

pub(super) fn page(site: &Site<'_>) -> String {
    let root = root(0);
    let content = html! {
        h1 { "Courses" }
        ul class="cards courses" {
            @for course in &site.catalogue.courses {
                li {
                    h2 { a href={ (root) (course.id) "/" } { (course.title) } }
                    div class="summary" { (authored(&course.summary, &root, course)) }
                    p class="note" {
                        (count(course.modules.len(), "module")) " " (modules_state(&course.modules, course))
                    }
                }
            }
        }
    };
    let titles: Vec<&str> = site.catalogue.courses.iter().map(|course| course.title.as_str()).collect();
    let frame = Frame {
        kind: "catalogue",
        depth: 0,
        title: vec!["Courses"],
        description: super::text::shortened(&titles.join(" · ")),
        course: None,
        trail: Vec::new(),
        fetches: Vec::new(),
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}
