//! The modules of a course.

use domain::id::{CourseId, ModuleRef};
use leptos::prelude::*;

use crate::app::App;
use crate::page::failed;
use crate::part::{card, count, markup};
use crate::route::Route;

pub(super) fn view(app: App, id: &CourseId) -> AnyView {
    let Some(course) = app.course(id) else { return failed::no_such_page(app) };
    let cards = course.modules.into_iter().map(|card| {
        let module = ModuleRef { course: course.id.clone(), module: card.id.clone() };
        let href = app.href(&Route::Module(module.clone()));
        let lessons = count(card.lessons.len(), "lesson", "lessons");
        let summary = markup::inline(app, &course.id, &card.summary);
        let title = card.title.clone();
        let state = move || {
            let standing = app.progress.with(|progress| card::standing(progress, &module, &card));
            card::standing_note(&standing, &card).map(|note| view! { <span class="state">{note}</span> })
        };
        view! {
            <li>
                <h2><a href=href>{title}</a></h2>
                <p class="summary">{summary}</p>
                <p class="note">{lessons} {state}</p>
            </li>
        }
    });
    view! {
        <main id="page" class="page page-course" tabindex="-1">
            <h1>{course.title.clone()}</h1>
            <p class="lead">{markup::inline(app, id, &course.summary)}</p>
            <ol class="cards modules">{cards.collect_view()}</ol>
        </main>
    }
    .into_any()
}
