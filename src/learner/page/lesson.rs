//! A lesson: a page to read.

use std::sync::Arc;

use domain::html::Html;
use domain::id::LessonRef;
use domain::index::ModuleIndex;
use domain::log::Fact;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

use crate::app::App;
use crate::browser;
use crate::part::markup;
use crate::route::Route;

pub(super) fn view(app: App, lesson: &LessonRef, index: &Arc<ModuleIndex>, body: &Html) -> AnyView {
    let place = index.lessons.iter().position(|card| card.id == lesson.lesson).unwrap_or_default();
    let Some(card) = index.lessons.get(place) else { return ().into_any() };
    let module = lesson.module_ref();
    let kicker = format!("Lesson {} of {} · about {} min", place + 1, index.lessons.len(), card.minutes);
    let leaf = |slug: &domain::id::Slug| app.href(&Route::Leaf(module.clone(), slug.clone()));
    let back = place.checked_sub(1).and_then(|place| index.lessons.get(place)).map(|card| {
        view! { <a class="step-back" rel="prev" href=leaf(card.id.slug())><span class="label">"Before"</span>{card.title.clone()}</a> }
    });
    let on = match (index.lessons.get(place + 1), index.quizzes.first()) {
        (Some(card), _) => Some((leaf(card.id.slug()), "Next lesson", card.title.clone())),
        (None, Some(quiz)) => Some((leaf(quiz.id.slug()), "Quiz", quiz.title.clone())),
        (None, None) => None,
    };
    let on = on.map(|(href, label, title)| {
        view! { <a class="step-on" rel="next" href=href><span class="label">{label}</span>{title}</a> }
    });
    let own = lesson.clone();
    if !app.progress.with_untracked(|progress| progress.has_read(&own)) {
        browser::after_paint(move || {
            when_at_end(move || app.record(Fact::LessonRead { lesson: own }));
        });
    }
    view! {
        <main id="page" class="page page-lesson" tabindex="-1">
            <p class="kicker">{kicker}</p>
            <h1>{card.title.clone()}</h1>
            <article class="prose" data-lesson=lesson.to_string()>{markup::block(app, &lesson.course, body)}</article>
            <nav class="steps" aria-label="Lessons">{back}{on}</nav>
        </main>
    }
    .into_any()
}

/// Calls once the end of the lesson came into view.
fn when_at_end(reached: impl FnOnce() + 'static) {
    let end = browser::document().and_then(|document| document.query_selector("nav.steps").ok().flatten());
    let Some(end) = end else { return };
    let mut reached = Some(reached);
    let seen = Closure::<dyn FnMut(js_sys::Array, IntersectionObserver)>::new(
        move |entries: js_sys::Array, observer: IntersectionObserver| {
            let visible = entries
                .iter()
                .any(|entry| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting());
            if visible {
                observer.disconnect();
                if let Some(reached) = reached.take() {
                    reached();
                }
            }
        },
    );
    if let Ok(observer) = IntersectionObserver::new(seen.as_ref().unchecked_ref()) {
        observer.observe(&end);
        seen.forget();
    }
}
