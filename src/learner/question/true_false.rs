//! A statement is held true or false.

use domain::question::feedback_on;
use domain::question::true_false::{Key, Prompt, Response};
use leptos::prelude::*;

use super::{Form, Pick, Standing};
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, _: &Prompt, key: &Key) -> AnyView {
    let response = form.response;
    let says = Memo::new(move |_| match response.get() {
        Some(domain::question::Response::TrueFalse(response)) => response.says,
        _ => None,
    });
    let options = [true, false].map(|own| {
        let sender = form.clone();
        let pick = Pick {
            form,
            kind: "radio",
            name: "option".to_owned(),
            words: in_words(own).into_any(),
            standing: Standing::of(form.locked, own == key.answer),
        };
        pick.view(
            move || says.get() == Some(own),
            move || sender.respond(domain::question::Response::TrueFalse(Response { says: Some(own) })),
        )
    });
    view! { <div class="picks picks-row" role="radiogroup" aria-labelledby="stem">{options.into_iter().collect_view()}</div> }
        .into_any()
}

pub(super) fn remarks(_: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let Some(says) = response.says else { return Vec::new() };
    let right = says == key.answer;
    vec![Remark {
        on: None,
        chosen: Some(Words::Plain(in_words(says).to_owned())),
        instead: (!right).then(|| Words::Plain(in_words(key.answer).to_owned())),
        right,
        feedback: feedback_on(&key.feedback, &says).cloned(),
    }]
}

fn in_words(says: bool) -> &'static str {
    if says { "True" } else { "False" }
}
