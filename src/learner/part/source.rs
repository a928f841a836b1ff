//! Citations.

use domain::id::CourseId;
use domain::reference::Citation;
use leptos::prelude::*;

use crate::app::App;
use crate::part::element::{classed, el};

/// The citations of a question, as a line of links that open what is cited.
pub(crate) fn citations(app: App, course: &CourseId, all: &[Citation]) -> AnyView {
    let root = app.root();
    let items = all.iter().map(|citation| {
        let href = format!("{root}{course}/sources/#source-{}", citation.source);
        el("li").child(classed("a", "cite").attr("href", &href).child(citation.text.as_str())).view()
    });
    let label = if all.len() == 1 { "Source" } else { "Sources" };
    classed("div", "sources-line")
        .child(classed("span", "label").child(label))
        .child(el("ul").children(items))
        .view()
}
