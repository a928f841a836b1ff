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

/// One remark on the option that was chosen, and one on the right one where its author has something to say to those who
/// missed it.
pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let chosen = response.chosen.as_ref();
    let right = chosen == Some(&key.correct);
    let missed = feedback_on(&key.missed, &key.correct).filter(|_| !right);
    let correct = || if right { None } else { words_of(&prompt.options, &key.correct) };
    let on_chosen = Remark {
        on: None,
        chosen: chosen.and_then(|chosen| words_of(&prompt.options, chosen)),
        instead: if missed.is_none() { correct() } else { None },
        right,
        feedback: feedback_on(&key.feedback, chosen.unwrap_or(&key.correct)).cloned(),
    };
    let on_missed = missed.map(|missed| Remark {
        on: None,
        chosen: None,
        instead: correct(),
        right: false,
        feedback: Some(missed.clone()),
    });
    // Where nothing was chosen, what is said to those who missed it is enough.
    let on_chosen = Some(on_chosen).filter(|_| chosen.is_some() || on_missed.is_none());
    on_chosen.into_iter().chain(on_missed).collect()
}
