//! Each item is matched with an answer: open the item, then choose. Nothing needs to be dragged.

use domain::id::{AnswerKey, ItemKey};
use domain::question::matching::{Key, Prompt, Response};
use domain::question::{arrange, feedback_on};
use leptos::prelude::*;

use super::Form;
use crate::browser;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let response = form.response;
    let matched = Memo::new(move |_| match response.get() {
        Some(domain::question::Response::Matching(response)) => response,
        _ => Response::default(),
    });
    let open = RwSignal::new(None::<ItemKey>);
    let prompt = StoredValue::new(prompt.clone());
    let rows = prompt.with_value(|prompt| {
        let rows = prompt.items.iter().map(|item| {
            let right = form.locked.then(|| key.pairs.get(&item.key).cloned()).flatten();
            row(form, prompt, &item.key, right, matched, open)
        });
        rows.collect_view()
    });
    view! { <div class="rows matches" role="group" aria-labelledby="stem">{rows}</div> }.into_any()
}

/// An item, the slot for its answer, and the answers to choose from while the slot is open.
fn row(
    form: &Form,
    prompt: &Prompt,
    item: &ItemKey,
    right: Option<AnswerKey>,
    matched: Memo<Response>,
    open: RwSignal<Option<ItemKey>>,
) -> AnyView {
    let Some(shown) = prompt.items.iter().find(|known| known.key == *item) else { return ().into_any() };
    let own = StoredValue::new(item.clone());
    let (slot, list) = (format!("slot-{item}"), format!("answers-{item}"));
    let label = format!("label-{item}");
    let is_open = move || open.with(|open| open.as_ref() == Some(&*own.read_value()));
    let answers = StoredValue::new(prompt.answers.clone());
    let (chosen_form, list_form) = (form.clone(), form.clone());
    let chosen = move || {
        let key = matched.with(|response| response.matched.get(&*own.read_value()).cloned());
        let found = answers
            .with_value(|answers| answers.iter().find(|answer| Some(&answer.key) == key.as_ref()).cloned());
        match found {
            Some(answer) => chosen_form.words(&answer.text),
            None => view! { <span class="empty">"Choose an answer"</span> }.into_any(),
        }
    };
    let verdict = move || {
        right
            .as_ref()
            .map(|right| matched.with(|response| response.matched.get(&*own.read_value()) == Some(right)))
    };
    let class = match verdict() {
        None => "slot",
        Some(true) => "slot pick-right",
        Some(false) => "slot pick-wrong",
    };
    let focus_slot = slot.clone();
    let order = form.order.clone();
    let toggle = move |_| open.set(if is_open() { None } else { Some(own.get_value()) });
    let list_id = list.clone();
    view! {
        <div class="row match">
            <p class="match-item" id=label.clone()>{form.words(&shown.text)}</p>
            <button
                type="button"
                class=class
                id=slot.clone()
                disabled=form.locked
                aria-expanded=move || is_open().to_string()
                aria-controls=list
                aria-labelledby=format!("{label} {slot}")
                on:click=toggle
            >
                {chosen}
            </button>
            <ul class="answers" id=list_id hidden=move || !is_open()>
                {move || is_open().then(|| {
                    let answers = answers.get_value();
                    arrange(&answers, &order, |answer| answer.key.slug())
                        .into_iter()
                        .map(|answer| {
                            let key = StoredValue::new(answer.key.clone());
                            let sender = list_form.clone();
                            let slot = focus_slot.clone();
                            let taken = move || matched.with(|response| response.matched.iter().any(|(_, taken)| *taken == *key.read_value()));
                            let here = move || matched.with(|response| response.matched.get(&*own.read_value()) == Some(&*key.read_value()));
                            let choose = move |_| {
                                let mut response = matched.get_untracked();
                                response.pair(own.get_value(), key.get_value());
                                sender.respond(domain::question::Response::Matching(response));
                                open.set(None);
                                browser::focus_soon(&format!("#{slot}"));
                            };
                            view! {
                                <li>
                                    <button type="button" class="answer" aria-pressed=move || here().to_string() on:click=choose>
                                        {list_form.words(&answer.text)}
                                        {move || (taken() && !here()).then(|| view! { <span class="note">" in use"</span> })}
                                    </button>
                                </li>
                            }
                        })
                        .collect_view()
                })}
            </ul>
        </div>
    }
    .into_any()
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let words = |wanted| {
        let found = prompt.answers.iter().find(|answer| Some(&answer.key) == wanted);
        found.map(|answer| Words::Authored(answer.text.clone()))
    };
    let remark = |item: &domain::question::matching::Item| {
        let (chosen, correct) = (response.matched.get(&item.key), key.pairs.get(&item.key));
        let right = chosen == correct;
        Remark {
            on: Some(Words::Authored(item.text.clone())),
            chosen: words(chosen),
            instead: if right { None } else { words(correct) },
            right,
            feedback: feedback_on(&key.feedback, &item.key).cloned(),
        }
    };
    prompt.items.iter().map(remark).collect()
}
