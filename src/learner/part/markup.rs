//! The one place where markup enters the page.

use domain::html::Html;
use domain::id::CourseId;
use leptos::html::{HtmlElement, InnerHtmlAttribute, custom};
use leptos::prelude::*;

use crate::app::App;

/// Shows markup within a line.
pub(crate) fn inline(app: App, course: &CourseId, html: &Html) -> AnyView {
    raw("span", app.resolved(html, course))
}

/// Shows markup that has paragraphs.
pub(crate) fn block(app: App, course: &CourseId, html: &Html) -> AnyView {
    raw("div", app.resolved(html, course))
}

fn raw(tag: &'static str, markup: String) -> AnyView {
    let element: HtmlElement<_, (), ()> = custom(tag);
    element
        .inner_html(markup)
        .add_any_attr(leptos::attr::custom::custom_attribute("class", "markup"))
        .into_any()
}
