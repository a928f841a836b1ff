//! Fields for typed answers: what is typed is the browser's own; the response follows it and never writes it back.

use leptos::prelude::*;

use super::{Form, Mark, sign};
use crate::part::element::{El, classed, el};

/// A field of one line.
pub(super) fn line(form: &Form, text: &str, typed: impl FnMut(String) + 'static) -> El {
    classed("input", "typed")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr_if(!form.is_open(), "readonly", "")
        .value(text)
        .on_value(typed)
}

/// A field with its label above it, a mark beside it once it was marked, and what stands behind it.
pub(super) fn labelled(label: &'static str, field: El, mark: Mark, behind: Option<AnyView>) -> El {
    let line =
        classed("div", class_of(mark)).child(mark_of(mark)).child(field.attr("id", "answer")).child(behind);
    classed("div", "answer-field")
        .child(el("label").attr("for", "answer").attr("class", "label").child(label))
        .child(line)
}

/// The sign before something that was marked.
pub(super) fn mark_of(mark: Mark) -> Option<El> {
    match mark {
        Mark::None => None,
        Mark::Right | Mark::Key => Some(sign(true)),
        Mark::Wrong => Some(sign(false)),
    }
}

fn class_of(mark: Mark) -> &'static str {
    match mark {
        Mark::None => "field-line",
        Mark::Right | Mark::Key => "field-line field-right",
        Mark::Wrong => "field-line field-wrong",
    }
}
