//! A course: its modules in order.

use domain::course::Course;
use maud::html;

use super::Site;
use super::frame::{Frame, Runs, root};
use super::text::{authored, count, description, modules_state};

pub(super) fn page(site: &Site<'_>, course: &Course) -> String {
    let root = root(1);
    let content = html! {
        h1 { (course.title) }
        div class="lead" { (authored(&course.summary, &root, course)) }
        ol class="cards modules" {
            @for module in &course.modules {
                li {
                    h2 { a href={ (root) (course.id) "/" (module.id) "/" } { (module.title) } }
                    div class="summary" { (authored(&module.summary, &root, course)) }
                    p class="note" {
                        (count(module.lessons.len(), "lesson")) " · "
                        (match module.quizzes.len() { 1 => "1 quiz".to_owned(), many => format!("{many} quizzes") })
                        " " (modules_state(std::slice::from_ref(module), course))
                    }
                }
            }
        }
    };
    let frame = Frame {
        kind: "course",
        depth: 1,
        title: vec![&course.title],
        description: description(&course.summary),
        course: Some(course),
        trail: Vec::new(),
        fetches: Vec::new(),
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}
