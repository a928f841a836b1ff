//! A quiz: the page that the application fills. Where its first question can stand in it, it does.

use domain::course::Quiz;
use maud::html;

use super::first::{First, first};
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
    let (root, first) = (root(3), first(site, view, quiz));
    let [seed, question] = match &first {
        Some(First { seed, posed, .. }) => [Some(seed.0.to_string()), Some(posed.question.id.to_string())],
        None => [None, None],
    };
    let content = html! {
        p class="kicker" { (note) }
        h1 lang=[voice.lang] dir=[voice.dir] { (quiz.title) }
        div id="quiz" data-quiz={ (course.id) "/" (module.id) "/" (quiz.id) } data-index=(address) data-language=(module.language) data-seed=[seed] data-question=[question] {
            p class="notice" data-without-texts hidden { (texts.did_not_arrive) }
            noscript {
                p class="notice" { (around(texts.no_scripts, &lessons)) }
            }
            @if let Some(first) = &first { (first.asked(site, course, quiz, &root)) }
            p class="loading" role="status" { (texts.on_their_way) }
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
        first: first.as_ref(),
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}
