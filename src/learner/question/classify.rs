//! Each item is put into a category.

use domain::question::classify::{Item, Key, Prompt, Response};
use domain::question::{Response as Any, arrange};
use domain::session::Phase;
use leptos::prelude::*;

use super::{Form, feedback_on_item, group};
use crate::part::element::{classed, el};
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let items = arrange(&prompt.items, &form.order, |item| item.key.slug());
    let rows = items.into_iter().map(|item| {
        let picks = prompt.categories.iter().map(|category| {
            let (shown, own) = ((item.key.clone(), category.key.clone()), (item.key.clone(), category.key.clone()));
            let sender = form.clone();
            form.pick(
                ("radio", &format!("item-{}", item.key)),
                form.words(&category.text),
                key.places.get(&item.key) == Some(&category.key),
                form.holds(move |response| {
                    matches!(response, Any::Classify(response) if response.placed.get(&shown.0) == Some(&shown.1))
                }),
                move || {
                    sender.change(|response| {
                        if let Any::Classify(response) = response {
                            response.placed.insert(own.0.clone(), own.1.clone());
                        }
                    });
                },
            )
        });
        classed("fieldset", "row")
            .child(el("legend").child(form.words(&item.text)))
            .child(classed("div", "picks picks-row").children(picks))
            .view()
    });
    group("rows", "group").children(rows).view()
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response, phase: Phase) -> Vec<Remark> {
    let words = |wanted| {
        let found = prompt.categories.iter().find(|category| Some(&category.key) == wanted);
        found.map(|category| Words::Authored(category.text.clone()))
    };
    let remark = |item: &Item| {
        let (chosen, correct) = (response.placed.get(&item.key), key.places.get(&item.key));
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
