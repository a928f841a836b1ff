//! Citations.

use domain::id::CourseId;
use domain::reference::Citation;
use leptos::prelude::*;

use crate::app::App;

/// A citation as a link that opens what the source is.
pub(crate) fn citation(app: App, course: &CourseId, citation: &Citation) -> AnyView {
    let href = format!("{}{course}/sources/#source-{}", app.root(), citation.source);
    view! { <a class="cite" href=href>{citation.text.clone()}</a> }.into_any()
}

/// The citations of a question, as a line.
pub(crate) fn citations(app: App, course: &CourseId, all: &[Citation]) -> AnyView {
    let items = all.iter().map(|one| view! { <li>{citation(app, course, one)}</li> }).collect_view();
    view! { <div class="sources-line"><span class="label">"Source"</span><ul>{items}</ul></div> }.into_any()
}
