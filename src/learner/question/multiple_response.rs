//! Several options are chosen.

use domain::question::multiple_response::{Key, Prompt, Response};
use domain::question::{Choice, Response as Any, feedback_on};
use leptos::prelude::*;

use super::{Form, group, words_of};
use crate::part::element::{classed, el};
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let options = form.arranged(&prompt.options).into_iter().map(|option| {
        let (shown, own, sender) = (option.key.clone(), option.key.clone(), form.clone());
        form.pick(
            ("checkbox", "option"),
            form.words(&option.text),
            key.correct.contains(&option.key),
            form.holds(move |response| {
                matches!(response, Any::MultipleResponse(response) if response.chosen.contains(&shown))
            }),
            move || {
                sender.change(|response| {
                    if let Any::MultipleResponse(response) = response
                        && !response.chosen.remove(&own)
                    {
                        response.chosen.insert(own.clone());
                    }
                });
            },
        )
    });
    el("div")
        .child(classed("p", "how").child(texts().choose_all))
        .child(group("picks", "group").children(options))
        .view()
}

/// One remark for each option that was chosen, and for each that should have been.
pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let remark = |option: &Choice| {
        let (chosen, correct) = (response.chosen.contains(&option.key), key.correct.contains(&option.key));
        let missed = if chosen { None } else { feedback_on(&key.missed, &option.key) };
        (chosen || correct).then(|| Remark {
            on: None,
            chosen: if chosen { words_of(&prompt.options, &option.key) } else { None },
            instead: if chosen { None } else { Some(Words::Authored(option.text.clone())) },
            right: chosen && correct,
            feedback: missed.or_else(|| feedback_on(&key.feedback, &option.key)).cloned(),
        })
    };
    prompt.options.iter().filter_map(remark).collect()
}
