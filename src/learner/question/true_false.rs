//! A statement is held true or false.

use domain::question::true_false::{Key, Prompt, Response};
use domain::question::{Response as Any, feedback_on};
use leptos::prelude::*;

use super::{Form, group};
use crate::part::element::text;
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, _: &Prompt, key: &Key) -> AnyView {
    let options = [true, false].map(|own| {
        let sender = form.clone();
        form.pick(
            ("radio", "option"),
            text(in_words(own)),
            own == key.answer,
            form.holds(
                move |response| matches!(response, Any::TrueFalse(response) if response.says == Some(own)),
            ),
            move || sender.change(|response| *response = Any::TrueFalse(Response { says: Some(own) })),
        )
    });
    group("picks picks-row", "radiogroup").children(options).view()
}

pub(super) fn remarks(_: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let right = response.says == Some(key.answer);
    vec![Remark {
        on: None,
        chosen: response.says.map(|says| Words::Plain(in_words(says).to_owned())),
        instead: (!right).then(|| Words::Plain(in_words(key.answer).to_owned())),
        right,
        feedback: feedback_on(&key.feedback, &response.says.unwrap_or(key.answer)).cloned(),
    }]
}

fn in_words(says: bool) -> &'static str {
    if says { texts().says_true } else { texts().says_false }
}
