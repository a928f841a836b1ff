//! The answer is typed: a word or a few.

use domain::question::Response as Any;
use domain::question::short_answer::{Key, Prompt, Response};
use domain::score::Verdict;
use leptos::prelude::*;

use super::{Form, field};
use crate::later;
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let typed = untrack(|| {
        form.read(|response| {
            if let Any::ShortAnswer(response) = response { response.clone() } else { Response::default() }
        })
    });
    let mark = form.mark(is_right(prompt, key, &typed), !typed.text.is_empty());
    let sender = form.clone();
    let input = field::line(form, &typed.text, move |text| {
        sender.change(|response| {
            if let Any::ShortAnswer(response) = response {
                response.text = text;
            }
        });
    });
    let input = input.attr("aria-describedby", "stem").spoken(&form.voice);
    field::labelled(texts().your_answer, input, mark, None).view()
}

fn is_right(prompt: &Prompt, key: &Key, response: &Response) -> bool {
    let marks = later::now().map(|later| (later.score_short_answer)(prompt, key, response));
    marks.is_some_and(|marks| marks.credit.verdict() == Verdict::Right)
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let right = is_right(prompt, key, response);
    let said = key.foreseen(response).map(|expected| &expected.feedback).or(key.feedback.as_ref());
    let correct = || key.accept.first().cloned().map(Words::Spoken);
    vec![Remark {
        on: None,
        chosen: (!response.text.is_empty()).then(|| Words::Spoken(response.text.clone())),
        instead: if right { None } else { correct() },
        right,
        feedback: said.filter(|_| !right).cloned(),
    }]
}
