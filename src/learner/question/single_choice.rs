//! One option is chosen.

use domain::question::single_choice::{Key, Prompt, Response};
use domain::question::{Response as Any, feedback_on};
use leptos::prelude::*;

use super::{Form, group, words_of};
use crate::quiz::feedback::Remark;

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let options = form.arranged(&prompt.options).into_iter().map(|option| {
        let (shown, own, sender) = (option.key.clone(), option.key.clone(), form.clone());
        form.pick(
            ("radio", "option"),
            form.words(&option.text),
            option.key == key.correct,
            form.holds(move |response| {
                matches!(response, Any::SingleChoice(response) if response.chosen.as_ref() == Some(&shown))
            }),
            move || {
                sender.change(|response| {
                    *response = Any::SingleChoice(Response { chosen: Some(own.clone()) });
                });
            },
        )
    });
    group("picks", "radiogroup").children(options).view()
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let chosen = response.chosen.as_ref();
    let right = chosen == Some(&key.correct);
    vec![Remark {
        on: None,
        chosen: chosen.and_then(|chosen| words_of(&prompt.options, chosen)),
        instead: if right { None } else { words_of(&prompt.options, &key.correct) },
        right,
        feedback: feedback_on(&key.feedback, chosen.unwrap_or(&key.correct)).cloned(),
    }]
}
