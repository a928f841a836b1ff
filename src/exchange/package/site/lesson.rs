//! A lesson: its whole text, and the way on.

use domain::course::Lesson;
use maud::{Markup, html};

use super::frame::{Frame, Runs, root};
use super::text::{authored, minutes, shortened};
use super::{Site, View};

pub(super) fn page(site: &Site<'_>, view: &View<'_>, place: usize, lesson: &Lesson) -> String {
    let View { course, module, .. } = view;
    let root = root(3);
    let content = html! {
        p class="kicker" { "Lesson " (place + 1) " of " (module.lessons.len()) " · " (minutes(lesson.minutes())) }
        h1 { (lesson.title) }
        article class="prose" data-lesson={ (course.id) "/" (module.id) "/" (lesson.id) } {
            (authored(&lesson.body, &root, course))
        }
        (steps(view, place, &root))
    };
    let served: Vec<&str> = module
        .objectives
        .iter()
        .filter(|objective| lesson.objectives.contains(&objective.id))
        .map(|objective| objective.text.as_str())
        .collect();
    let frame = Frame {
        kind: "lesson",
        depth: 3,
        title: vec![&lesson.title, &module.title],
        description: shortened(&format!("{}: {}", lesson.title, served.join("; "))),
        course: Some(course),
        trail: vec![
            (format!("{}/", course.id), &course.title),
            (format!("{}/{}/", course.id, module.id), &module.title),
        ],
        fetches: Vec::new(),
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}

/// The lesson before, and the one after; after the last lesson comes the first quiz.
fn steps(view: &View<'_>, place: usize, root: &str) -> Markup {
    let View { course, module, .. } = view;
    let folder = format!("{root}{}/{}", course.id, module.id);
    let back = place.checked_sub(1).and_then(|before| module.lessons.get(before));
    let on = match module.lessons.get(place + 1) {
        Some(lesson) => Some(("Next lesson", lesson.id.as_str(), lesson.title.as_str())),
        None => module.quizzes.first().map(|quiz| ("Quiz", quiz.id.as_str(), quiz.title.as_str())),
    };
    html! {
        nav class="steps" aria-label="Lessons" {
            @if let Some(lesson) = back {
                a class="step-back" rel="prev" href={ (folder) "/" (lesson.id) "/" } {
                    span class="label" { "Previous lesson" } " " (lesson.title)
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
