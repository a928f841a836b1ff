//! The answer is a number, with a unit where there is one to choose.

use domain::question::numeric::{Asks, Key, Prompt, Response};
use domain::question::{Response as Any, feedback_on};
use leptos::prelude::*;

use super::{Form, field, words_of};
use crate::browser;
use crate::later;
use crate::part::element::{classed, el, live, nothing};
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let typed =
        untrack(|| {
            form.read(|response| {
                if let Any::Numeric(response) = response { response.clone() } else { Response::default() }
            })
        });
    let (is_right, _) = rights(prompt, key, &typed);
    let mark = form.mark(is_right, !typed.text.is_empty());
    // What was typed is judged once the field is left: who has typed “-” so far is not told that it is no number.
    let left = RwSignal::new(!typed.text.is_empty());
    let is_unread = {
        let prompt = prompt.clone();
        form.holds(move |response| {
            matches!(response, Any::Numeric(response)
                if !response.text.trim().is_empty() && is_no_number(&prompt, &response.text))
        })
    };
    let is_unread = Memo::new(move |_| left.get() && is_unread());
    let asks = prompt.asks;
    let sender = form.clone();
    let input = field::line(form, &typed.text, move |text| {
        sender.change(|response| {
            if let Any::Numeric(response) = response {
                response.text = text;
            }
        });
    });
    let input = input
        .attr("inputmode", if asks == Asks::Year { "numeric" } else { "decimal" })
        .attr("dir", "ltr")
        .attr("aria-describedby", "stem unit unread")
        .live_attr("aria-invalid", move || is_unread.get().then_some("true"))
        .on("change", move |_| {
            left.set(true);
            if is_unread.get_untracked() {
                browser::say(how_to_write(asks));
            }
        });
    let unit = prompt.unit.as_ref().map(|unit| {
        classed("span", "unit").attr("id", "unit").spoken(&form.voice).child(unit.as_str()).view()
    });
    let unread = live(move || {
        if is_unread.get() { classed("p", "reminder").child(how_to_write(asks)).view() } else { nothing() }
    });
    classed("div", "rows")
        .child(
            field::labelled(texts().your_answer, input, mark, unit)
                .child(el("div").attr("id", "unread").child(unread)),
        )
        .child((!prompt.units.is_empty()).then(|| units(form, prompt, key)))
        .view()
}

fn units(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let picks = prompt.units.iter().map(|unit| {
        let (shown, own, sender) = (unit.key.clone(), unit.key.clone(), form.clone());
        form.pick(
            ("radio", "unit"),
            form.words(&unit.text),
            key.unit.as_ref() == Some(&unit.key),
            form.holds(move |response| {
                matches!(response, Any::Numeric(response) if response.unit.as_ref() == Some(&shown))
            }),
            move || {
                sender.change(|response| {
                    if let Any::Numeric(response) = response {
                        response.unit = Some(own.clone());
                    }
                });
            },
        )
    });
    classed("fieldset", "row")
        .child(classed("legend", "label").child(texts().unit))
        .child(classed("div", "picks picks-row").children(picks))
        .view()
}

fn how_to_write(asks: Asks) -> &'static str {
    match asks {
        Asks::Amount => texts().no_number,
        Asks::Year => texts().no_year,
    }
}

/// Whether what was typed is no number; what can tell it arrives later.
fn is_no_number(prompt: &Prompt, text: &str) -> bool {
    later::now().is_some_and(|later| (later.number)(prompt, text).is_empty())
}

/// Whether the number is right, and the unit.
fn rights(prompt: &Prompt, key: &Key, response: &Response) -> (bool, bool) {
    let marks = later::now().map(|later| (later.score_numeric)(prompt, key, response));
    let decisions = marks.map(|marks| marks.decisions).unwrap_or_default();
    let right = |place: usize| decisions.get(place).is_some_and(|decision| decision.right);
    (right(0), right(1))
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let (right, unit_right) = rights(prompt, key, response);
    let said = key.foreseen(prompt, response).map(|expected| &expected.feedback).or(key.feedback.as_ref());
    let mut remarks = vec![Remark {
        on: None,
        chosen: (!response.text.is_empty()).then(|| Words::Plain(response.text.clone())),
        instead: (!right).then(|| Words::Plain(in_words(prompt, key))),
        right,
        feedback: said.filter(|_| !right).cloned(),
    }];
    if let Some(correct) = &key.unit {
        let chosen = response.unit.as_ref();
        remarks.push(Remark {
            on: Some(Words::Plain(texts().unit.to_owned())),
            chosen: chosen.and_then(|chosen| words_of(&prompt.units, chosen)),
            instead: if unit_right { None } else { words_of(&prompt.units, correct) },
            right: unit_right,
            feedback: feedback_on(&key.unit_feedback, chosen.unwrap_or(correct)).cloned(),
        });
    }
    remarks
}

/// The right number as it is written in the language of the page, a year without any sign between its digits.
fn in_words(prompt: &Prompt, key: &Key) -> String {
    let number = match prompt.asks {
        Asks::Amount => browser::number(key.value),
        Asks::Year => domain::question::numeric::written(key.value),
    };
    match &prompt.unit {
        Some(unit) => format!("{number}\u{a0}{unit}"),
        None => number,
    }
}
