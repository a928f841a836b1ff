//! One option is chosen.

use domain::question::feedback_on;
use domain::question::single_choice::{Key, Prompt, Response};
use leptos::prelude::*;

use super::{Form, Pick, Standing, words_of};
use crate::quiz::feedback::Remark;

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let response = form.response;
    let chosen = Memo::new(move |_| match response.get() {
        Some(domain::question::Response::SingleChoice(response)) => response.chosen,
        _ => None,
    });
    let options = form.arranged(&prompt.options).into_iter().map(|option| {
        let own = StoredValue::new(option.key.clone());
        let sender = form.clone();
        let pick = Pick {
            form,
            kind: "radio",
            name: "option".to_owned(),
            words: form.words(&option.text),
            standing: Standing::of(form.locked, option.key == key.correct),
        };
        pick.view(
            move || chosen.with(|chosen| chosen.as_ref() == Some(&own.read_value())),
            move || {
                let chosen = Some(own.get_value());
                sender.respond(domain::question::Response::SingleChoice(Response { chosen }));
            },
        )
    });
    view! { <div class="picks" role="radiogroup" aria-labelledby="stem">{options.collect_view()}</div> }
        .into_any()
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let Some(chosen) = &response.chosen else { return Vec::new() };
    let right = *chosen == key.correct;
    vec![Remark {
        on: None,
        chosen: words_of(&prompt.options, chosen),
        instead: if right { None } else { words_of(&prompt.options, &key.correct) },
        right,
        feedback: feedback_on(&key.feedback, chosen).cloned(),
    }]
}
