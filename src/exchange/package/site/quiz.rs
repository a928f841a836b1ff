//! A quiz: the page that the application fills.

use domain::course::Quiz;
use maud::html;

use super::frame::{Frame, Runs, root};
use super::speech::{Name, around};
use super::text::quiz_note;
use super::{Site, View};

pub(super) fn page(site: &Site<'_>, view: &View<'_>, quiz: &Quiz) -> String {
    let View { course, module, index, address } = view;
    let note = quiz_note(site, quiz, index);
    let (texts, voice) = (site.texts, site.voice(&module.language));
    let lessons = html! {
        a href={ (root(3)) (course.id) "/" (module.id) "/" } lang=[voice.lang] dir=[voice.dir] { (module.title) }
    };
    let content = html! {
        p class="kicker" { (note) }
        h1 lang=[voice.lang] dir=[voice.dir] { (quiz.title) }
        div id="quiz" data-quiz={ (course.id) "/" (module.id) "/" (quiz.id) } data-index=(address) data-language=(module.language) {
            p class="loading" role="status" { (texts.on_their_way) }
            p class="notice" data-without-texts hidden { (texts.did_not_arrive) }
            noscript {
                p class="notice" { (around(texts.no_scripts, &lessons)) }
            }
        }
    };
    let frame = Frame {
        kind: "quiz",
        path: format!("{}/{}/{}/", course.id, module.id, quiz.id),
        title: vec![
            Name::authored(&quiz.title, &module.language),
            Name::authored(&module.title, &module.language),
        ],
        description: format!("{}: {note}", module.title),
        course: Some(course),
        trail: vec![
            (format!("{}/", course.id), Name::authored(&course.title, &course.language)),
            (format!("{}/{}/", course.id, module.id), Name::authored(&module.title, &module.language)),
        ],
        fetches: vec![address],
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}
