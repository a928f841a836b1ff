//! The one place where markup enters the page.

use domain::html::Html;
use domain::id::CourseId;
use leptos::prelude::*;

use crate::app::App;

/// Shows markup in an inline element.
pub(crate) fn inline(app: App, course: &CourseId, html: &Html) -> AnyView {
    raw(app.resolved(html, course), false)
}

/// Shows markup in a block.
pub(crate) fn block(app: App, course: &CourseId, html: &Html) -> AnyView {
    raw(app.resolved(html, course), true)
}

fn raw(markup: String, block: bool) -> AnyView {
    if block {
        view! { <div class="markup" inner_html=markup></div> }.into_any()
    } else {
        view! { <span inner_html=markup></span> }.into_any()
    }
}
