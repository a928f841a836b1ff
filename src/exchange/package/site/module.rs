//! A module: the event that it was built from, what one can do afterwards, its lessons and its quizzes.

use domain::course::Event;
use maud::{Markup, html};

use super::frame::{Frame, Runs, root};
use super::text::{authored, citation, description, minutes, quiz_note, state};
use super::{Site, View};

pub(super) fn page(site: &Site<'_>, view: &View<'_>) -> String {
    let View { course, module, index, .. } = view;
    let root = root(2);
    let folder = format!("{root}{}/{}", course.id, module.id);
    let place = course.modules.iter().position(|other| other.id == module.id).map_or(1, |place| place + 1);
    let content = html! {
        p class="kicker" { "Module " (place) " of " (course.modules.len()) }
        h1 { (module.title) }
        div class="lead" { (authored(&module.summary, &root, course)) }
        (facts(view, &root))
        @if !module.lessons.is_empty() {
            h2 { "Lessons" }
            ol class="cards lessons" {
                @for lesson in &module.lessons {
                    li {
                        a href={ (folder) "/" (lesson.id) "/" } { (lesson.title) }
                        " "
                        span class="note" {
                            (minutes(lesson.minutes())) " " (state([(&module.id, &lesson.id)], [], course))
                        }
                    }
                }
            }
        }
        @if !module.quizzes.is_empty() {
            h2 { "Quizzes" }
            ul class="cards quizzes" {
                @for quiz in &module.quizzes {
                    li {
                        a href={ (folder) "/" (quiz.id) "/" } { (quiz.title) }
                        " "
                        span class="note" {
                            (quiz_note(quiz, index)) " " (state([], [(&module.id, &quiz.id)], course))
                        }
                    }
                }
            }
        }
        @if !module.objectives.is_empty() {
            h2 { "What you will be able to do" }
            ul class="objectives" {
                @for objective in &module.objectives { li { (objective.text) } }
            }
        }
    };
    let frame = Frame {
        kind: "module",
        depth: 2,
        title: vec![&module.title, &course.title],
        description: description(&module.summary),
        course: Some(course),
        trail: vec![(format!("{}/", course.id), &course.title)],
        fetches: Vec::new(),
        runs: Runs::Reader,
    };
    frame.around(site, &content)
}

fn facts(view: &View<'_>, root: &str) -> Markup {
    let View { course, module, .. } = view;
    let before = || module.after.iter().filter_map(|id| course.modules.iter().find(|other| other.id == *id));
    html! {
        @if module.event.is_some() || before().next().is_some() {
            dl class="facts" {
                @if let Some(event) = &module.event { (event_facts(event, view, root)) }
                @if before().next().is_some() {
                    div {
                        dt { "Take first" }
                        @for other in before() {
                            dd { a href={ (root) (course.id) "/" (other.id) "/" } { (other.title) } }
                        }
                    }
                }
            }
        }
    }
}

fn event_facts(event: &Event, view: &View<'_>, root: &str) -> Markup {
    html! {
        div { dt { "Event" } dd { (event.title) } }
        div { dt { "Date" } dd { (event.date.in_words()) } }
        @if let Some(place) = &event.place {
            div { dt { "Place" } dd { (place) } }
        }
        @if !event.partners.is_empty() {
            div { dt { "Held by" } dd { (event.partners.join(", ")) } }
        }
        @if let Some(source) = &event.source {
            div { dt { "Source" } dd { (citation(source, root, view.course)) } }
        }
    }
}
