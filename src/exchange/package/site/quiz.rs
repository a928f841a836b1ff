//! A quiz: the page that the application fills.

use domain::course::Quiz;
use maud::html;

use super::frame::{Frame, Runs, root};
use super::text::quiz_note;
use super::{Site, View};

pub(super) fn page(site: &Site<'_>, view: &View<'_>, quiz: &Quiz) -> String {
    let View { course, module, index, address } = view;
    let note = quiz_note(quiz, index);
    let content = html! {
        p class="kicker" { (note) }
        h1 { (quiz.title) }
        div id="quiz" data-quiz={ (course.id) "/" (module.id) "/" (quiz.id) } data-index=(address) {
            p class="loading" role="status" { "The questions are on their way." }
            noscript {
                p class="notice" {
                    "Answering questions needs scripts, which this browser does not run. The lessons of "
                    a href={ (root(3)) (course.id) "/" (module.id) "/" } { (module.title) }
                    " can be read without."
                }
            }
        }
    };
    let frame = Frame {
        kind: "quiz",
        depth: 3,
        title: vec![&quiz.title, &module.title],
        description: format!("{}: {note}", module.title),
        course: Some(course),
        trail: vec![
            (format!("{}/", course.id), &course.title),
            (format!("{}/{}/", course.id, module.id), &module.title),
        ],
        fetches: vec![address],
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}
