//! All courses.

use domain::id::ModuleRef;
use domain::index::CourseIndex;
use leptos::prelude::*;

use crate::app::App;
use crate::part::{card, count, markup};
use crate::route::Route;

pub(super) fn view(app: App) -> AnyView {
    let courses = app.catalogue.with_value(|catalogue| catalogue.courses.clone());
    let cards = courses.into_iter().map(|course| {
        let modules = count(course.modules.len(), "module", "modules");
        let summary = markup::inline(app, &course.id, &course.summary);
        let href = app.href(&Route::Course(course.id.clone()));
        let title = course.title.clone();
        view! {
            <li>
                <h2><a href=href>{title}</a></h2>
                <p class="summary">{summary}</p>
                <p class="note">{modules} {move || state(app, &course).map(|state| view! { <span class="state">{state}</span> })}</p>
            </li>
        }
    });
    view! {
        <main id="page" class="page page-catalogue" tabindex="-1">
            <h1>"Courses"</h1>
            <ul class="cards courses">{cards.collect_view()}</ul>
        </main>
    }
    .into_any()
}

/// How far a learner is with a course; empty where she has not begun.
fn state(app: App, course: &CourseIndex) -> Option<String> {
    app.progress.with(|progress| {
        let standings: Vec<_> = course
            .modules
            .iter()
            .map(|card| {
                let module = ModuleRef { course: course.id.clone(), module: card.id.clone() };
                (card::standing(progress, &module, card), card)
            })
            .collect();
        let begun = standings.iter().any(|(standing, _)| standing.begun);
        let (read, lessons) = standings.iter().fold((0, 0), |(read, lessons), (standing, card)| {
            (read + standing.read, lessons + card.lessons.len())
        });
        let (finished, quizzes) = standings.iter().fold((0, 0), |(finished, quizzes), (standing, card)| {
            (finished + standing.finished, quizzes + card.quizzes.len())
        });
        begun.then(|| format!("{read} of {lessons} lessons read · {finished} of {quizzes} quizzes finished"))
    })
}
