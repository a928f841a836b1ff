//! A course: its modules in order.

use domain::course::Course;
use maud::html;

use super::Site;
use super::frame::{Frame, Runs, root};
use super::speech::Name;
use super::text::{authored, description, modules_state};

pub(super) fn page(site: &Site<'_>, course: &Course) -> String {
    let root = root(1);
    let voice = site.voice(&course.language);
    let content = html! {
        h1 lang=[voice.lang] dir=[voice.dir] { (course.title) }
        div class="lead" lang=[voice.lang] dir=[voice.dir] { (authored(&course.summary, &root, course)) }
        ol class="cards modules" {
            @for module in &course.modules {
                @let voice = site.voice(&module.language);
                li {
                    h2 lang=[voice.lang] dir=[voice.dir] { a href={ (root) (course.id) "/" (module.id) "/" } { (module.title) } }
                    div class="summary" lang=[voice.lang] dir=[voice.dir] { (authored(&module.summary, &root, course)) }
                    p class="note" {
                        (site.count(&site.texts.lesson_count, module.lessons.len())) " · "
                        (site.count(&site.texts.quiz_count, module.quizzes.len()))
                        " " (modules_state(std::slice::from_ref(module), course))
                    }
                }
            }
        }
    };
    let frame = Frame {
        kind: "course",
        path: format!("{}/", course.id),
        title: vec![Name::authored(&course.title, &course.language)],
        description: description(&course.summary),
        course: Some(course),
        trail: Vec::new(),
        fetches: Vec::new(),
        first: None,
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}
