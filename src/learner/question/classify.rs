//! Each item is put into a category.

use domain::question::classify::{Key, Prompt, Response};
use domain::question::{arrange, feedback_on};
use leptos::prelude::*;

use super::{Form, Pick, Standing};
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let response = form.response;
    let placed = Memo::new(move |_| match response.get() {
        Some(domain::question::Response::Classify(response)) => response.placed,
        _ => Default::default(),
    });
    let items = arrange(&prompt.items, &form.order, |item| item.key.slug());
    let rows = items.into_iter().map(|item| {
        let picks = prompt.categories.iter().map(|category| {
            let own = StoredValue::new((item.key.clone(), category.key.clone()));
            let sender = form.clone();
            let pick = Pick {
                form,
                kind: "radio",
                name: format!("item-{}", item.key),
                words: form.words(&category.text),
                standing: Standing::of(form.locked, key.places.get(&item.key) == Some(&category.key)),
            };
            pick.view(
                move || {
                    own.with_value(|(item, category)| {
                        placed.with(|placed| placed.get(item) == Some(category))
                    })
                },
                move || {
                    let mut placed = placed.get_untracked();
                    let (item, category) = own.get_value();
                    placed.insert(item, category);
                    sender.respond(domain::question::Response::Classify(Response { placed }));
                },
            )
        });
        view! {
            <fieldset class="row">
                <legend>{form.words(&item.text)}</legend>
                <div class="picks picks-row">{picks.collect_view()}</div>
            </fieldset>
        }
    });
    view! { <div class="rows" role="group" aria-labelledby="stem">{rows.collect_view()}</div> }.into_any()
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let words = |wanted| {
        let found = prompt.categories.iter().find(|category| Some(&category.key) == wanted);
        found.map(|category| Words::Authored(category.text.clone()))
    };
    let remark = |item: &domain::question::classify::Item| {
        let (chosen, correct) = (response.placed.get(&item.key), key.places.get(&item.key));
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
