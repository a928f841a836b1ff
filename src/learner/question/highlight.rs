//! Passages of a text are marked. Each is a button that runs with the text.

use domain::html::Html;
use domain::id::PassageKey;
use domain::question::flow::{Paragraph, Piece};
use domain::question::highlight::{Key, Prompt, Response};
use domain::question::{Response as Any, feedback_on};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Form, Mark, field, group};
use crate::part::element::{classed, el};
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let paragraphs = prompt.text.paragraphs.iter().map(|one| paragraph(form, key, one));
    let how = form.is_open().then(|| classed("p", "how").child(texts().how_highlight));
    el("div").child(how).child(group("flow highlight", "group").children(paragraphs)).view()
}

fn paragraph(form: &Form, key: &Key, paragraph: &Paragraph<PassageKey>) -> AnyView {
    let pieces = paragraph.pieces.iter().map(|Piece { place, text }| match place {
        None => form.words(text).view(),
        Some(passage) if form.is_open() => open(form, passage, text),
        Some(passage) => closed(form, key, passage, text),
    });
    el("p").spoken(&form.voice).children(pieces).view()
}

/// A passage that can be marked. A `button` would not break across lines as words do.
fn open(form: &Form, passage: &PassageKey, text: &Html) -> AnyView {
    let is_marked = form.holds(marks(passage));
    let toggle = {
        let (sender, own) = (form.clone(), passage.clone());
        move || {
            sender.change(|response| {
                if let Any::Highlight(response) = response
                    && !response.marked.remove(&own)
                {
                    response.marked.insert(own.clone());
                }
            });
        }
    };
    let pressed = toggle.clone();
    classed("span", "passage-button")
        .attr("role", "button")
        .attr("tabindex", "0")
        .live_attr("aria-pressed", move || Some(if is_marked() { "true" } else { "false" }))
        .on("click", move |_| toggle())
        .on("keydown", move |event| {
            let key = event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key);
            if matches!(key.as_deref(), Some("Enter" | " ")) {
                // The space bar would scroll the page, and Enter would give the answer.
                event.prevent_default();
                pressed();
            }
        })
        .child(form.words(text))
        .view()
}

/// A passage that was marked or not: whether that was right is shown as far as it may be.
fn closed(form: &Form, key: &Key, passage: &PassageKey, text: &Html) -> AnyView {
    let chosen = untrack(form.holds(marks(passage)));
    let mark = form.mark(key.proof.contains(passage), chosen);
    let class = match (mark, chosen) {
        (Mark::None, _) => "passage-left",
        (Mark::Right | Mark::Key, true) => "passage-marked passage-right",
        (Mark::Right | Mark::Key, false) => "passage-missed",
        (Mark::Wrong, _) => "passage-marked passage-wrong",
    };
    let (sign, missed) = match mark {
        Mark::Key if !chosen => {
            (None, Some(form.ours(classed("span", "key-mark").child(texts().right_answer))))
        }
        Mark::Key | Mark::None | Mark::Right | Mark::Wrong => {
            (field::mark_of(mark).map(|mark| form.ours(mark)), None)
        }
    };
    classed("span", class)
        .child(sign)
        .child(form.words(text))
        .child(missed.is_some().then(|| el("span").child(" ")))
        .child(missed)
        .view()
}

fn marks(passage: &PassageKey) -> impl Fn(&Any) -> bool + Send + Sync + 'static {
    let own = passage.clone();
    move |response| matches!(response, Any::Highlight(response) if response.marked.contains(&own))
}

/// One remark for each passage that was marked, and for each that should have been.
pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let remark = |(passage, text): (&PassageKey, &Html)| {
        let (chosen, proves) = (response.marked.contains(passage), key.proof.contains(passage));
        let words = || Some(Words::Authored(text.clone()));
        (chosen || proves).then(|| Remark {
            on: None,
            chosen: if chosen { words() } else { None },
            instead: if chosen { None } else { words() },
            right: chosen && proves,
            feedback: feedback_on(&key.feedback, passage).cloned(),
        })
    };
    prompt.text.places().filter_map(remark).collect()
}
