//! Each item is matched with an answer: open the item, then choose. Nothing needs to be dragged.

use domain::id::ItemKey;
use domain::question::matching::{Answer, Item, Key, Prompt, Response};
use domain::question::{Response as Any, arrange};
use domain::session::Phase;
use leptos::prelude::*;

use super::{Form, Mark, feedback_on_item, group};
use crate::browser;
use crate::part::element::{classed, el, live, nothing, text};
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let open = RwSignal::new(None::<ItemKey>);
    let rows = prompt.items.iter().map(|item| row(form, prompt, key, item, open));
    group("rows matches", "group").children(rows).view()
}

/// An item, the slot for its answer, and the answers to choose from while the slot is open.
fn row(form: &Form, prompt: &Prompt, key: &Key, item: &Item, open: RwSignal<Option<ItemKey>>) -> AnyView {
    let [slot, label, list] = ["slot", "label", "answers"].map(|part| format!("{part}-{}", item.key));
    let (own, right) = (item.key.clone(), key.pairs.get(&item.key).cloned());
    let is_right = untrack(form.holds(move |response| {
        matches!(response, Any::Matching(response) if response.matched.get(&own) == right.as_ref())
    }));
    let class = match form.mark(is_right, true) {
        Mark::None => "slot",
        Mark::Right | Mark::Key => "slot pick-right",
        Mark::Wrong => "slot pick-wrong",
    };
    let (shown, toggled) = (item.key.clone(), item.key.clone());
    let button = classed("button", class)
        .attr("type", "button")
        .attr("id", &slot)
        .attr("aria-controls", &list)
        .attr("aria-labelledby", &format!("{label} {slot}"))
        .attr_if(!form.is_open(), "disabled", "")
        .live_attr("aria-expanded", move || {
            Some(if open.get().as_ref() == Some(&shown) { "true" } else { "false" })
        })
        .on("click", move |_| {
            let own = Some(toggled.clone());
            open.update(|open| *open = if *open == own { None } else { own });
        })
        .child(answer_in_slot(form, prompt, item));
    classed("div", "row match")
        .child(classed("p", "match-item").attr("id", &label).child(form.words(&item.text)))
        .child(button)
        .child(el("div").attr("id", &list).child(answers(form, prompt, item, slot, open)))
        .view()
}

/// The answer that the item has, or an invitation to choose one.
fn answer_in_slot(form: &Form, prompt: &Prompt, item: &Item) -> AnyView {
    let (form, own, answers) = (form.clone(), item.key.clone(), prompt.answers.clone());
    live(move || {
        let has = |answer: &&Answer| {
            let (item, answer) = (own.clone(), answer.key.clone());
            form.holds(move |response| {
                matches!(response, Any::Matching(response) if response.matched.get(&item) == Some(&answer))
            })()
        };
        match answers.iter().find(has) {
            Some(answer) => form.words(&answer.text).view(),
            None => classed("span", "empty").child(texts().choose_answer).view(),
        }
    })
}

/// The answers to choose from, while the slot is open.
fn answers(
    form: &Form,
    prompt: &Prompt,
    item: &Item,
    slot: String,
    open: RwSignal<Option<ItemKey>>,
) -> AnyView {
    let (form, own, all) = (form.clone(), item.key.clone(), prompt.answers.clone());
    live(move || {
        if open.get().as_ref() != Some(&own) {
            return nothing();
        }
        let shown = arrange(&all, &form.order, |answer| answer.key.slug());
        let choices = shown.into_iter().map(|answer| choice(&form, &own, answer, &slot, open));
        classed("ul", "answers").children(choices).view()
    })
}

fn choice(
    form: &Form,
    item: &ItemKey,
    answer: &Answer,
    slot: &str,
    open: RwSignal<Option<ItemKey>>,
) -> AnyView {
    let (own, key) = (item.clone(), answer.key.clone());
    let is_here = untrack(form.holds(move |response| {
        matches!(response, Any::Matching(response) if response.matched.get(&own) == Some(&key))
    }));
    let key = answer.key.clone();
    let is_used = untrack(form.holds(move |response| {
        matches!(response, Any::Matching(response) if response.matched.iter().any(|(_, used)| *used == key))
    }));
    let note = (is_used && !is_here).then(|| classed("span", "note").child(texts().in_use));
    let (sender, own, key, slot) = (form.clone(), item.clone(), answer.key.clone(), format!("#{slot}"));
    let button = classed("button", "answer")
        .attr("type", "button")
        .attr("aria-pressed", if is_here { "true" } else { "false" })
        .on("click", move |_| {
            sender.change(|response| {
                if let Any::Matching(response) = response {
                    response.pair(own.clone(), key.clone());
                }
            });
            open.set(None);
            browser::focus_soon(&slot);
        })
        .child(form.words(&answer.text))
        .child(text(" "))
        .child(note);
    el("li").child(button).view()
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response, phase: Phase) -> Vec<Remark> {
    let words = |wanted| {
        let found = prompt.answers.iter().find(|answer| Some(&answer.key) == wanted);
        found.map(|answer| Words::Authored(answer.text.clone()))
    };
    let remark = |item: &Item| {
        let (chosen, correct) = (response.matched.get(&item.key), key.pairs.get(&item.key));
        let right = chosen == correct;
        Remark {
            on: Some(Words::Authored(item.text.clone())),
            chosen: words(chosen),
            instead: if right { None } else { words(correct) },
            right,
            feedback: feedback_on_item(&key.feedback, &item.key, right, phase),
        }
    };
    prompt.items.iter().map(remark).collect()
}
