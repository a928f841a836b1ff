//! A learner writes, compares her words with a model answer, and ticks what she had thought of. Nothing is right or wrong.

use domain::question::reflection::{Key, Response};
use domain::question::{Choice, Response as Any};
use domain::session::Phase;
use leptos::prelude::*;

use super::Form;
use crate::browser;
use crate::part::element::{El, classed, el};
use crate::part::markup;
use crate::part::texts::texts;

pub(super) fn form(form: &Form) -> AnyView {
    let text = untrack(|| {
        form.read(|response| {
            if let Any::Reflection(response) = response { response.text.clone() } else { String::new() }
        })
    });
    let sender = form.clone();
    let area = classed("textarea", "typed")
        .attr("id", "answer")
        .attr("rows", "4")
        .attr("dir", "auto")
        .attr("aria-describedby", "stem")
        .attr_if(!form.is_open(), "readonly", "")
        .value(&text)
        .on_value(move |text| {
            // Where the browser does not let a field grow by itself, a copy of its text behind it does.
            if let Some(grown) = browser::first(".grown") {
                let _ = grown.set_attribute("data-text", &text);
            }
            sender.change(|response| {
                if let Any::Reflection(response) = response {
                    response.text = text;
                }
            });
        });
    classed("div", "answer-field")
        .child(el("label").attr("for", "answer").attr("class", "label").child(texts().your_words))
        .child(classed("div", "grown").attr("data-text", &text).child(area))
        .view()
}

/// The model answer, and what a good answer thinks of, to be ticked by the learner herself. A finished attempt shows her words
/// as well, and what she ticked.
pub(super) fn account(form: &Form, key: &Key, given: &Response) -> AnyView {
    if form.phase != Phase::Closed {
        return el("div").view();
    }
    let is_over = form.app.session_now(|session| session.finished).unwrap_or(true);
    let own = (is_over && !given.text.is_empty()).then(|| {
        el("div")
            .child(classed("p", "label").child(texts().your_words))
            .child(classed("p", "own-words").attr("dir", "auto").child(given.text.as_str()))
    });
    let model = classed("div", "model")
        .child(classed("p", "label").child(texts().model_answer))
        .child(markup::block(form.app, &form.voice, &key.model));
    let checklist = (!key.checklist.is_empty()).then(|| {
        // In an assessment the model answer is shown when all is handed in: nothing could be ticked.
        if is_over && given.ticked.is_empty() {
            points(form, key)
        } else {
            checklist(form, key, given, is_over)
        }
    });
    classed("div", "reflection").child(own).child(model).child(checklist).view()
}

fn points(form: &Form, key: &Key) -> El {
    let points = key.checklist.iter().map(|point| el("li").child(form.words(&point.text)).view());
    el("div").child(classed("p", "label").child(texts().good_answer)).child(el("ul").children(points))
}

fn checklist(form: &Form, key: &Key, given: &Response, is_over: bool) -> El {
    let points = key.checklist.iter().map(|point| tick(form, given, point, is_over));
    classed("fieldset", "row")
        .child(el("legend").child(if is_over { texts().good_answer } else { texts().checklist }))
        .child(classed("div", "picks").children(points))
}

fn tick(form: &Form, given: &Response, point: &Choice, is_over: bool) -> AnyView {
    let ticked = given.ticked.contains(&point.key);
    let (shown, own, sender) = (point.key.clone(), point.key.clone(), form.clone());
    let is_ticked = form.holds(
        move |response| matches!(response, Any::Reflection(response) if response.ticked.contains(&shown)),
    );
    let input = el("input")
        .attr("type", "checkbox")
        .attr("name", "checklist")
        .attr_if(is_over, "disabled", "")
        .checked(move || if is_over { ticked } else { is_ticked() })
        .on("change", move |_| {
            sender.change(|response| {
                if let Any::Reflection(response) = response
                    && !response.ticked.remove(&own)
                {
                    response.ticked.insert(own.clone());
                }
            });
        });
    classed("label", "pick")
        .child(input)
        .child(classed("span", "pick-words").child(form.words(&point.text)))
        .view()
}
