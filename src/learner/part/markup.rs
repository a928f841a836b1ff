//! The one place where markup enters the page.

use domain::html::Html;
use leptos::html::{HtmlElement, InnerHtmlAttribute, custom};
use leptos::prelude::*;

use crate::app::App;
use crate::part::element::attributes;
use crate::part::voice::Voice;

/// Shows markup within a line.
pub(crate) fn inline(app: App, voice: &Voice, html: &Html) -> AnyView {
    raw("span", voice, app.resolved(html, &voice.course))
}

/// Shows markup that has paragraphs.
pub(crate) fn block(app: App, voice: &Voice, html: &Html) -> AnyView {
    raw("div", voice, app.resolved(html, &voice.course))
}

fn raw(tag: &'static str, voice: &Voice, markup: String) -> AnyView {
    let element: HtmlElement<_, (), ()> = custom(tag);
    element.inner_html(markup).add_any_attr(attributes(&[("class", "markup")], voice)).into_any()
}
