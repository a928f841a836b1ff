//! A statement is held true or false, with a reason where its author asks for one.

use domain::question::true_false::{Key, Prompt, Response};
use domain::question::{Choice, Response as Any, feedback_on};
use leptos::prelude::*;

use super::{Form, group, words_of};
use crate::part::element::{classed, el, text};
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let options = [true, false].map(|own| {
        let sender = form.clone();
        form.pick(
            ("radio", "option"),
            text(in_words(own)),
            own == key.answer,
            form.holds(
                move |response| matches!(response, Any::TrueFalse(response) if response.says == Some(own)),
            ),
            move || {
                sender.change(|response| {
                    if let Any::TrueFalse(response) = response {
                        response.says = Some(own);
                    }
                });
            },
        )
    });
    let verdict = group("picks picks-row", "radiogroup").children(options);
    if prompt.reasons.is_empty() {
        return verdict.view();
    }
    let reasons = form.arranged(&prompt.reasons).into_iter().map(|reason| pick_reason(form, key, reason));
    let reasons = classed("fieldset", "row")
        .child(el("legend").child(texts().reason))
        .child(classed("div", "picks").children(reasons));
    classed("div", "rows").child(verdict).child(reasons).view()
}

fn pick_reason(form: &Form, key: &Key, reason: &Choice) -> AnyView {
    let (shown, own, sender) = (reason.key.clone(), reason.key.clone(), form.clone());
    form.pick(
        ("radio", "reason"),
        form.words(&reason.text),
        key.reason.as_ref() == Some(&reason.key),
        form.holds(move |response| {
            matches!(response, Any::TrueFalse(response) if response.reason.as_ref() == Some(&shown))
        }),
        move || {
            sender.change(|response| {
                if let Any::TrueFalse(response) = response {
                    response.reason = Some(own.clone());
                }
            });
        },
    )
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let right = response.says == Some(key.answer);
    let mut remarks = vec![Remark {
        on: None,
        chosen: response.says.map(|says| Words::Plain(in_words(says).to_owned())),
        instead: (!right).then(|| Words::Plain(in_words(key.answer).to_owned())),
        right,
        feedback: feedback_on(&key.feedback, &response.says.unwrap_or(key.answer)).cloned(),
    }];
    if let Some(correct) = &key.reason {
        let chosen = response.reason.as_ref();
        // Marked by itself: whether it came with the right verdict is said above.
        let right = chosen == Some(correct);
        remarks.push(Remark {
            on: Some(Words::Plain(texts().reason.to_owned())),
            chosen: chosen.and_then(|chosen| words_of(&prompt.reasons, chosen)),
            instead: if right { None } else { words_of(&prompt.reasons, correct) },
            right,
            feedback: feedback_on(&key.reason_feedback, chosen.unwrap_or(correct)).cloned(),
        });
    }
    remarks
}

fn in_words(says: bool) -> &'static str {
    if says { texts().says_true } else { texts().says_false }
}
