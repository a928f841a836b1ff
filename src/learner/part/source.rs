//! Citations, and what a source is.

use domain::html::Html;
use domain::id::CourseId;
use domain::reference::{Citation, Source};
use leptos::prelude::*;

use crate::app::App;
use crate::part::markup;
use crate::route::Route;

/// A citation as a link that opens what the source is.
pub(crate) fn citation(app: App, course: &CourseId, citation: &Citation) -> AnyView {
    let href = format!("{}#source-{}", app.href(&Route::Sources(course.clone())), citation.source);
    view! { <a class="cite" href=href>{citation.text.clone()}</a> }.into_any()
}

/// The citations of a question, as a line.
pub(crate) fn citations(app: App, course: &CourseId, all: &[Citation]) -> AnyView {
    let items = all.iter().map(|one| view! { <li>{citation(app, course, one)}</li> }).collect_view();
    view! { <div class="sources-line"><span class="label">"Source"</span><ul>{items}</ul></div> }.into_any()
}

/// What a source is, and since when.
pub(crate) fn details(app: App, course: &CourseId, source: &Source) -> AnyView {
    let dates =
        [("Adopted", source.adopted), ("In force since", source.in_force), ("Published", source.published)];
    let dates = dates.into_iter().filter_map(|(label, when)| {
        when.map(|when| view! { <div><dt>{label}</dt><dd>{when.in_words()}</dd></div> })
    });
    let depositary =
        source.depositary.clone().map(|name| view! { <div><dt>"Depositary"</dt><dd>{name}</dd></div> });
    let note: Option<&Html> = source.note.as_ref();
    let link = source
        .link
        .clone()
        .map(|link| view! { <p><a href=link rel="noopener noreferrer">"The official text"</a></p> });
    view! {
        <p class="source-title">{source.title.clone()}</p>
        <dl class="facts">
            <div><dt>"Kind"</dt><dd>{source.kind.in_words()}</dd></div>
            {dates.collect_view()}
            {depositary}
        </dl>
        {note.map(|note| view! { <p>{markup::inline(app, course, note)}</p> })}
        {link}
    }
    .into_any()
}
