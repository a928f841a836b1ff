//! The way into a quiz: what it asks for, how earlier attempts went, and the plenary code.

use std::sync::Arc;

use domain::code::{NotACode, PlenaryCode};
use domain::conditions::{Conditions, Grade};
use domain::course::{self, Mode};
use domain::log::AttemptId;
use domain::progress::Attempt;
use leptos::prelude::*;
use texts::fill;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::view::{PRIMARY, button};
use super::{Quiz, Source};
use crate::app::App;
use crate::browser;
use crate::part::element::{El, classed, el, live, nothing};
use crate::part::texts::texts;
use crate::part::words::{counted, share, span};
use crate::quiz;

/// How earlier attempts went, and the ways in.
pub(crate) fn entrance(app: App, quiz: &Arc<Quiz>) -> AnyView {
    let Some(own) = quiz.own() else { return nothing() };
    let finished: Vec<(AttemptId, Attempt)> = app.progress(|progress| {
        let all = progress.attempts(&quiz.reference).filter(|(_, attempt)| attempt.finished.is_some());
        all.map(|(id, attempt)| (id, attempt.clone())).collect()
    });
    let left = own.conditions.attempts.map(|all| (all as usize).saturating_sub(finished.len()));
    let ways = if left == Some(0) {
        el("p").child(texts().no_attempts_left)
    } else {
        ways_in(app, quiz, !finished.is_empty())
    };
    let list = (!finished.is_empty()).then(|| attempts(app, quiz, own, finished));
    let code = (left != Some(0)).then(|| code(app, quiz));
    classed("div", "entrance").child(terms(own, left)).child(ways).child(list).child(code).view()
}

fn ways_in(app: App, quiz: &Arc<Quiz>, again: bool) -> El {
    let next = quiz.clone();
    let words = if again { texts().begin_again } else { texts().begin };
    let begin = button(PRIMARY, words, move |_| quiz::begin(app, next.clone(), Source::Chance));
    classed("div", "actions").child(begin)
}

/// What is to be known before: the time, and how many attempts there are.
fn terms(own: &course::Quiz, left: Option<usize>) -> Option<El> {
    let Conditions { time, attempts, .. } = &own.conditions;
    let time = time.map(|time| fill(texts().time_given, &[("time", &span(time))]));
    let left = left.filter(|left| *left > 0).map(|left| counted(&texts().attempts_left, left));
    let several = own.mode == Mode::Assessment && attempts.is_none_or(|attempts| attempts > 1);
    let counts = several.then(|| counting(own.conditions.grade).to_owned());
    let said: Vec<AnyView> =
        [time, left, counts].into_iter().flatten().map(|said| el("li").child(said.as_str()).view()).collect();
    (!said.is_empty()).then(|| classed("ul", "terms").children(said))
}

fn counting(grade: Grade) -> &'static str {
    match grade {
        Grade::Best => texts().best_counts,
        Grade::Last => texts().last_counts,
        Grade::First => texts().first_counts,
        Grade::Average => texts().average_counts,
    }
}

/// The finished attempts, the latest first, each with a way to look at it again.
fn attempts(app: App, quiz: &Arc<Quiz>, own: &course::Quiz, finished: Vec<(AttemptId, Attempt)>) -> El {
    let standing = app.progress(|progress| progress.grade(&quiz.reference, own.conditions.grade));
    let one = |(id, attempt): (AttemptId, Attempt)| {
        let day = browser::day(attempt.finished.unwrap_or(attempt.begun));
        let line = fill(texts().attempt_of, &[("date", &day), ("share", &share(attempt.share()))]);
        let by = attempt.code.map(|code| fill(texts().by_code, &[("code", &code.to_string())]));
        let quiz = quiz.clone();
        let see = button("button link", &line, move |_| quiz::review(app, quiz.clone(), id, attempt.clone()));
        el("li").child(see).child(by.map(|by| classed("span", "note").child(" ").child(by.as_str()))).view()
    };
    let list = classed("ul", "attempts").children(finished.into_iter().rev().map(one));
    let sum = standing.map(|best| fill(texts().your_best, &[("share", &share(best))]));
    let sum = sum.filter(|_| own.conditions.grade == Grade::Best);
    classed("section", "earlier")
        .attr("aria-labelledby", "earlier")
        .child(classed("h2", "label").attr("id", "earlier").child(texts().your_attempts))
        .child(sum.map(|sum| el("p").child(sum.as_str())))
        .child(list)
}

/// A field for a code, and a button that makes one.
fn code(app: App, quiz: &Arc<Quiz>) -> El {
    let fault = RwSignal::new(None::<NotACode>);
    let made = RwSignal::new(None::<PlenaryCode>);
    let given = browser::query("code");
    let next = quiz.clone();
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        let field = browser::first("#code").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        let written = field.map(|field| field.value()).unwrap_or_default();
        match written.parse::<PlenaryCode>() {
            Ok(code) => quiz::begin(app, next.clone(), Source::Code(code)),
            Err(reason) => {
                fault.set(Some(reason));
                browser::focus_soon("#code");
            }
        }
    };
    let field = el("input")
        .attr("id", "code")
        .attr("type", "text")
        .attr("value", given.as_deref().unwrap_or_default())
        .attr("size", "12")
        .attr("maxlength", "24")
        .attr("dir", "ltr")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "characters")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "code-fault")
        .live_attr("aria-invalid", move || fault.get().map(|_| "true"));
    let said = classed("p", "reminder").attr("id", "code-fault").attr("role", "alert").child(live(
        move || match fault.get() {
            Some(reason) => crate::part::element::text(&wrong(reason)),
            None => nothing(),
        },
    ));
    let form = classed("form", "code-form")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(el("label").attr("for", "code").child(texts().code_label))
        .child(
            classed("div", "code-row")
                .child(field)
                .child(classed("button", "button").attr("type", "submit").child(texts().begin_with_code)),
        )
        .child(said);
    let make = button("button quiet", texts().make_code, move |_| {
        let chance = (browser::chance() & u128::from(u64::MAX)) as u64;
        made.set(Some(PlenaryCode::new(browser::date_of_today(), chance)));
    });
    let shown = el("div").attr("role", "status").child(live(move || match made.get() {
        Some(code) => made_code(code).view(),
        None => nothing(),
    }));
    classed("details", "plenary-code")
        .attr_if(given.is_some(), "open", "")
        .child(el("summary").child(texts().code_title))
        .child(el("p").child(texts().code_about))
        .child(form)
        .child(make)
        .child(shown)
}

fn made_code(code: PlenaryCode) -> El {
    let address = format!("{}?code={code}", browser::address());
    el("div")
        .child(el("p").child(texts().code_made))
        .child(
            classed("p", "code-made").child(el("strong").attr("dir", "ltr").child(code.to_string().as_str())),
        )
        .child(
            classed("p", "code-link")
                .child(el("a").attr("href", &address).attr("dir", "ltr").child(address.as_str())),
        )
}

fn wrong(reason: NotACode) -> String {
    match reason {
        NotACode::Length => texts().code_length.to_owned(),
        NotACode::Character(character) => {
            fill(texts().code_character, &[("character", character.encode_utf8(&mut [0; 4]))])
        }
        NotACode::Mistyped => texts().code_mistyped.to_owned(),
    }
}
