//! A case in steps: what is decided at one step leads to the next, and at the end stands a map of the way.

use domain::html::Html;
use domain::question::Response as Any;
use domain::question::case::{Key, Prompt, Response, Stand, Step, Taken, Way, model_response};
use domain::score::Verdict;
use domain::session::Phase;
use leptos::prelude::*;
use texts::fill;

use super::{Form, sign};
use crate::browser;
use crate::part::element::{El, classed, el, live, nothing};
use crate::part::markup;
use crate::part::texts::texts;
use crate::quiz::answering::verdict_in_words;

/// Which way is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// The one that is being taken.
    SoFar,
    /// The one that was taken to its end, with the other ways.
    Taken,
    /// The right one, where none was taken.
    Key,
}

/// The way so far and the step at which it stands. Once the answer was given, [`account`] tells of the whole way.
pub(super) fn form(form: &Form, prompt: &Prompt) -> AnyView {
    if !form.is_open() {
        return nothing();
    }
    let (form, prompt) = (form.clone(), prompt.clone());
    let parts = live(move || {
        let response = form.read(|response| {
            if let Any::Case(response) = response { response.clone() } else { Response::default() }
        });
        let is_at_end = matches!(prompt.follow(&response), Stand::End(_));
        let trail = (!response.taken.is_empty()).then(|| {
            trail(&form, &prompt, None, &response, if is_at_end { Told::Taken } else { Told::SoFar })
        });
        let back = (!response.taken.is_empty()).then(|| back(&form));
        el("div").child(trail).child(present(&form, &prompt, &response)).child(back).view()
    });
    classed("div", "case-steps").child(parts).view()
}

/// The step at which a decision is to be made, or the end.
fn present(form: &Form, prompt: &Prompt, response: &Response) -> AnyView {
    let title = |words: &str| classed("h3", "label").attr("id", "step").attr("tabindex", "-1").child(words);
    let told = |step: &Step| markup::block(form.app, &form.voice, &step.text);
    let section = classed("section", "step").attr("aria-labelledby", "step");
    match prompt.follow(response) {
        Stand::At(step) => {
            let number = (response.taken.len() + 1).to_string();
            let ways = step.ways.iter().map(|way| decide(form, step, way));
            section
                .child(title(&fill(texts().step, &[("number", &number)])))
                .child(told(step))
                .child(
                    classed("div", "ways-on")
                        .attr("role", "group")
                        .attr("aria-label", texts().your_decision)
                        .children(ways),
                )
                .view()
        }
        Stand::End(step) => section.child(title(texts().case_ended)).child(step.map(told)).view(),
        // A draft from before the case was revised: the way back is below.
        Stand::Lost => section.child(title(texts().revised)).view(),
    }
}

fn decide(form: &Form, step: &Step, way: &Way) -> AnyView {
    let (sender, taken) = (form.clone(), Taken { step: step.key.clone(), way: way.key.clone() });
    classed("button", "answer")
        .attr("type", "button")
        .on("click", move |_| change(&sender, |response| response.taken.push(taken.clone())))
        .child(form.words(&way.text))
        .view()
}

fn back(form: &Form) -> El {
    let sender = form.clone();
    classed("button", "button quiet")
        .attr("type", "button")
        .on("click", move |_| {
            change(&sender, |response| {
                response.taken.pop();
            });
        })
        .child(texts().decide_again)
}

/// Changes the way. Whatever comes next is where the focus goes, and is read out with it.
fn change(form: &Form, change: impl FnOnce(&mut Response)) {
    form.change(|response| {
        if let Any::Case(response) = response {
            change(response);
        }
    });
    browser::focus_soon("#step");
}

/// The way that was taken, with what was right and why; where none was taken, the right one.
pub(super) fn account(form: &Form, prompt: &Prompt, key: &Key, given: &Response) -> AnyView {
    let (told, response) = if given.taken.is_empty() && form.phase == Phase::Closed {
        (Told::Key, model_response(prompt, key))
    } else {
        (Told::Taken, given.clone())
    };
    let end = match prompt.follow(&response) {
        Stand::End(Some(step)) => Some(markup::block(form.app, &form.voice, &step.text)),
        Stand::At(_) | Stand::End(None) | Stand::Lost => None,
    };
    classed("div", "case-steps").child(trail(form, prompt, Some(key), &response, told)).child(end).view()
}

/// The steps that were taken, each with its decision; with the other ways at the end, and with marks once there are some.
fn trail(form: &Form, prompt: &Prompt, key: Option<&Key>, response: &Response, told: Told) -> AnyView {
    let steps = response.taken.iter().filter_map(|taken| {
        let step = prompt.step(&taken.step)?;
        let way = step.ways.iter().find(|way| way.key == taken.way)?;
        let rest = step.ways.iter().filter(|other| told != Told::SoFar && other.key != way.key);
        let rest: Vec<AnyView> = rest.map(|other| left(form, key, step, other)).collect();
        let rest = (!rest.is_empty()).then(|| {
            classed("div", "other-ways")
                .child(classed("p", "label").child(texts().other_ways))
                .child(el("ul").children(rest))
        });
        let item = el("li").child(markup::block(form.app, &form.voice, &step.text));
        Some(item.child(taken_way(form, key, step, way, told)).child(rest).view())
    });
    let title = match told {
        Told::SoFar => texts().so_far,
        Told::Taken => texts().way_taken,
        Told::Key => texts().instead,
    };
    // The review of an attempt can have several, so that none has an id.
    classed("div", "way-map")
        .child(classed("p", "label").attr("aria-hidden", "true").child(title))
        .child(el("ol").attr("aria-label", title).children(steps))
        .view()
}

/// What was decided at a step, and what is said of it.
fn taken_way(form: &Form, key: Option<&Key>, step: &Step, way: &Way, told: Told) -> El {
    let judged = key.and_then(|key| key.judged(&step.key, &way.key));
    let verdict = judged.map(|judged| judged.credit.verdict());
    let mark =
        match verdict {
            None => None,
            Some(Verdict::Right) => Some(sign(true)),
            Some(Verdict::Wrong) => Some(sign(false)),
            Some(Verdict::Partly) => Some(classed("span", "sign sign-partly").child(
                classed("span", "visually-hidden").child(verdict_in_words(Verdict::Partly)).child(" "),
            )),
        };
    let decided = classed("p", "decided")
        .child(mark)
        .child((told != Told::Key).then(|| classed("span", "label").child(texts().your_decision)))
        .child(" ")
        .child(form.words(&way.text));
    let said = |html: &Html| classed("p", "said").child(form.words(html));
    el("div").child(decided).child(judged.and_then(|judged| judged.feedback.as_ref()).map(said))
}

/// A way that was not taken, with a mark where it is the right one.
fn left(form: &Form, key: Option<&Key>, step: &Step, way: &Way) -> AnyView {
    let is_best = |key: &Key| key.best(step).is_some_and(|best| best.key == way.key);
    let mark = (form.phase == Phase::Closed && key.is_some_and(is_best))
        .then(|| classed("span", "key-mark").child(texts().right_answer));
    el("li").child(form.words(&way.text)).child(" ").child(mark).view()
}
