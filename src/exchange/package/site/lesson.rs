//! A lesson: its whole text, and the way on.

use domain::course::Lesson;
use maud::{Markup, html};

use super::frame::{Frame, Runs, root};
use super::speech::Name;
use super::text::{authored, shortened};
use super::{Site, View};

pub(super) fn page(site: &Site<'_>, view: &View<'_>, place: usize, lesson: &Lesson) -> String {
    let View { course, module, .. } = view;
    let root = root(3);
    let voice = site.voice(&lesson.language);
    let content = html! {
        p class="kicker" {
            (site.ordinal(site.texts.lesson_of, place + 1, module.lessons.len())) " · "
            (site.count(&site.texts.about_minutes, lesson.minutes()))
        }
        h1 lang=[voice.lang] dir=[voice.dir] { (lesson.title) }
        article class="prose" lang=[voice.lang] dir=[voice.dir] data-lesson={ (course.id) "/" (module.id) "/" (lesson.id) } {
            (authored(&lesson.body, &root, course))
        }
        (steps(site, view, place, &root))
    };
    let served: Vec<&str> = module
        .objectives
        .iter()
        .filter(|objective| lesson.objectives.contains(&objective.id))
        .map(|objective| objective.text.as_str())
        .collect();
    let frame = Frame {
        kind: "lesson",
        path: format!("{}/{}/{}/", course.id, module.id, lesson.id),
        title: vec![
            Name::authored(&lesson.title, &lesson.language),
            Name::authored(&module.title, &module.language),
        ],
        description: shortened(&format!("{}: {}", lesson.title, served.join("; "))),
        course: Some(course),
        trail: vec![
            (format!("{}/", course.id), Name::authored(&course.title, &course.language)),
            (format!("{}/{}/", course.id, module.id), Name::authored(&module.title, &module.language)),
        ],
        fetches: Vec::new(),
        first: None,
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}

/// The practice of the lesson; the lesson before, and the one after. After the last lesson comes the first quiz that is no lesson's own.
fn steps(site: &Site<'_>, view: &View<'_>, place: usize, root: &str) -> Markup {
    let View { course, module, .. } = view;
    let texts = site.texts;
    let folder = format!("{root}{}/{}", course.id, module.id);
    let lessons = &module.lessons;
    let practice = lessons.get(place).and_then(|lesson| module.practice_of(lesson));
    let back = place.checked_sub(1).and_then(|before| lessons.get(before));
    let on = match lessons.get(place + 1) {
        Some(lesson) => {
            Some((texts.next_lesson, lesson.id.as_str(), site.said(&lesson.title, &lesson.language)))
        }
        None => {
            let own: Vec<_> = lessons.iter().filter_map(|lesson| module.practice_of(lesson)).collect();
            let quiz = module.quizzes.iter().find(|quiz| own.iter().all(|own| own.id != quiz.id));
            quiz.map(|quiz| (texts.quiz, quiz.id.as_str(), site.said(&quiz.title, &module.language)))
        }
    };
    html! {
        nav class="steps" aria-label=(texts.ways_on) {
            @if let Some(quiz) = practice {
                a class="step-practice" href={ (folder) "/" (quiz.id) "/" } {
                    span class="label" { (texts.quiz) } " " (site.said(&quiz.title, &module.language))
                }
            }
            @if let Some(lesson) = back {
                a class="step-back" rel="prev" href={ (folder) "/" (lesson.id) "/" } {
                    span class="label" { (texts.previous_lesson) } " " (site.said(&lesson.title, &lesson.language))
                }
            }
            @if let Some((what, id, title)) = on {
                a class="step-on" rel="next" href={ (folder) "/" (id) "/" } {
                    span class="label" { (what) } " " (title)
                }
            }
        }
    }
}
