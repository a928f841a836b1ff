//! A module: the event it was built from, what one can do afterwards, its lessons and its quizzes.

use std::sync::Arc;

use domain::course::Event;
use domain::id::{CourseId, ModuleRef, QuizRef};
use domain::index::ModuleIndex;
use leptos::prelude::*;

use crate::app::App;
use crate::page::failed;
use crate::part::{card, markup, source};
use crate::route::Route;

pub(super) fn view(app: App, module: &ModuleRef, index: &Arc<ModuleIndex>) -> AnyView {
    let Some(course) = app.course(&module.course) else { return failed::no_such_page(app) };
    let Some(card) = app.module(module) else { return failed::no_such_page(app) };
    let place = course.modules.iter().position(|one| one.id == module.module).unwrap_or_default() + 1;
    let objectives = index.objectives.iter().map(|objective| view! { <li>{objective.text.clone()}</li> });
    view! {
        <main id="page" class="page page-module" tabindex="-1">
            <p class="kicker">{format!("Module {place} of {}", course.modules.len())}</p>
            <h1>{card.title.clone()}</h1>
            <p class="lead">{markup::inline(app, &module.course, &card.summary)}</p>
            {index.event.as_ref().map(|event| facts(app, &module.course, event))}
            <h2>"Lessons"</h2>
            {lessons(app, module, index)}
            <h2>"Quizzes"</h2>
            {quizzes(app, module, index)}
            <h2>"What you will be able to do"</h2>
            <ul class="objectives">{objectives.collect_view()}</ul>
        </main>
    }
    .into_any()
}

fn facts(app: App, course: &CourseId, event: &Event) -> AnyView {
    let place = event.place.clone().map(|place| view! { <div><dt>"Place"</dt><dd>{place}</dd></div> });
    let partners = (!event.partners.is_empty())
        .then(|| view! { <div><dt>"Held by"</dt><dd>{event.partners.join(", ")}</dd></div> });
    let source = event
        .source
        .as_ref()
        .map(|cited| view! { <div><dt>"Source"</dt><dd>{source::citation(app, course, cited)}</dd></div> });
    view! {
        <dl class="facts">
            <div><dt>"Event"</dt><dd>{event.title.clone()}</dd></div>
            <div><dt>"Date"</dt><dd>{event.date.in_words()}</dd></div>
            {place}
            {partners}
            {source}
        </dl>
    }
    .into_any()
}

fn lessons(app: App, module: &ModuleRef, index: &ModuleIndex) -> AnyView {
    let cards = index.lessons.iter().map(|lesson| {
        let reference = card::lesson_ref(module, &lesson.id);
        let href = app.href(&Route::Leaf(module.clone(), lesson.id.slug().clone()));
        let state = move || {
            let read = app.progress.with(|progress| progress.has_read(&reference));
            read.then(|| view! { <span class="state">"read"</span> })
        };
        view! {
            <li>
                <a href=href>{lesson.title.clone()}</a>
                <span class="note">{format!("about {} min", lesson.minutes)} {state}</span>
            </li>
        }
    });
    view! { <ol class="cards lessons">{cards.collect_view()}</ol> }.into_any()
}

fn quizzes(app: App, module: &ModuleRef, index: &ModuleIndex) -> AnyView {
    let cards = index.quizzes.iter().map(|quiz| {
        let reference =
            QuizRef { course: module.course.clone(), module: module.module.clone(), quiz: quiz.id.clone() };
        let href = app.href(&Route::Leaf(module.clone(), quiz.id.slug().clone()));
        let state = move || {
            let state = app.progress.with(|progress| card::quiz_state(progress, &reference));
            state.map(|state| view! { <span class="state">{state}</span> })
        };
        view! {
            <li>
                <a href=href>{quiz.title.clone()}</a>
                <span class="note">{card::quiz_note(quiz, index)} {state}</span>
            </li>
        }
    });
    view! { <ul class="cards quizzes">{cards.collect_view()}</ul> }.into_any()
}
