//! Several options are chosen.

use domain::question::feedback_on;
use domain::question::multiple_response::{Key, Prompt, Response};
use leptos::prelude::*;

use super::{Form, Pick, Standing, words_of};
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let response = form.response;
    let chosen = Memo::new(move |_| match response.get() {
        Some(domain::question::Response::MultipleResponse(response)) => response.chosen,
        _ => Default::default(),
    });
    let options = form.arranged(&prompt.options).into_iter().map(|option| {
        let own = StoredValue::new(option.key.clone());
        let sender = form.clone();
        let pick = Pick {
            form,
            kind: "checkbox",
            name: "option".to_owned(),
            words: form.words(&option.text),
            standing: Standing::of(form.locked, key.correct.contains(&option.key)),
        };
        pick.view(
            move || chosen.with(|chosen| chosen.contains(&*own.read_value())),
            move || {
                let mut chosen = chosen.get_untracked();
                let own = own.get_value();
                if !chosen.remove(&own) {
                    chosen.insert(own);
                }
                sender.respond(domain::question::Response::MultipleResponse(Response { chosen }));
            },
        )
    });
    view! {
        <p class="how">"Choose all that apply."</p>
        <div class="picks" role="group" aria-labelledby="stem">{options.collect_view()}</div>
    }
    .into_any()
}

/// One remark for each option that was chosen, and for each that should have been.
pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let remark = |option: &domain::question::Choice| {
        let (chosen, correct) = (response.chosen.contains(&option.key), key.correct.contains(&option.key));
        (chosen || correct).then(|| Remark {
            on: None,
            chosen: if chosen { words_of(&prompt.options, &option.key) } else { None },
            instead: if chosen { None } else { Some(Words::Authored(option.text.clone())) },
            right: chosen && correct,
            feedback: feedback_on(&key.feedback, &option.key).cloned(),
        })
    };
    prompt.options.iter().filter_map(remark).collect()
}
