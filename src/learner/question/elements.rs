//! The facts of a case are tested against a legal definition: a finding for each element, then the conclusion.

use domain::question::elements::{Key, Met, Prompt, Response};
use domain::question::feedback_on;
use domain::reference::Element;
use leptos::prelude::*;

use super::{Form, Pick, Standing, words_of};
use crate::part::markup;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let response = form.response;
    let found = Memo::new(move |_| match response.get() {
        Some(domain::question::Response::Elements(response)) => response,
        _ => Response::default(),
    });
    let elements = prompt.elements.iter().map(|element| finding(form, key, element, found)).collect_view();
    let conclusions = prompt.conclusions.iter().map(|option| {
        let own = StoredValue::new(option.key.clone());
        let sender = form.clone();
        let pick = Pick {
            form,
            kind: "radio",
            name: "conclusion".to_owned(),
            words: form.words(&option.text),
            standing: Standing::of(form.locked, option.key == key.conclusion),
        };
        pick.view(
            move || found.with(|found| found.conclusion.as_ref() == Some(&own.read_value())),
            move || {
                let conclusion = Some(own.get_value());
                let response = Response { conclusion, ..found.get_untracked() };
                sender.respond(domain::question::Response::Elements(response));
            },
        )
    });
    let class = if form.locked { "facts-of-case proof-shown" } else { "facts-of-case" };
    view! {
        <div class=class>
            <p class="label">"The facts"</p>
            {markup::block(form.app, &form.course, &prompt.facts)}
        </div>
        <div class="rows" role="group" aria-label=format!("Elements: {}", prompt.term)>{elements}</div>
        <fieldset class="row conclusion">
            <legend>"Conclusion"</legend>
            <div class="picks">{conclusions.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// The finding for one element.
fn finding(form: &Form, key: &Key, element: &Element, found: Memo<Response>) -> AnyView {
    let right = key.findings.iter().find(|finding| finding.element == element.key).map(|finding| finding.met);
    let picks = Met::ALL.map(|met| {
        let own = StoredValue::new(element.key.clone());
        let sender = form.clone();
        let pick = Pick {
            form,
            kind: "radio",
            name: format!("element-{}", element.key),
            words: in_words(met).into_any(),
            standing: Standing::of(form.locked, right == Some(met)),
        };
        pick.view(
            move || found.with(|response| response.found.get(&*own.read_value()) == Some(&met)),
            move || {
                let mut response = found.get_untracked();
                response.found.insert(own.get_value(), met);
                sender.respond(domain::question::Response::Elements(response));
            },
        )
    });
    let ways = (!element.ways.is_empty()).then(|| view! { <p class="ways">{element.ways.join(" · ")}</p> });
    let unless = element.unless.as_ref().map(|case| {
        view! { <p class="ways"><span class="label">"Not needed where"</span> {case.clone()}</p> }
    });
    view! {
        <fieldset class="row">
            <legend>{element.label.clone()}</legend>
            {ways}
            {unless}
            <div class="picks picks-row">{picks.into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let words = |met: Met| Words::Plain(in_words(met).to_owned());
    let remark = |element: &Element| {
        let finding = key.findings.iter().find(|finding| finding.element == element.key)?;
        let chosen = response.found.get(&element.key).copied();
        let right = chosen == Some(finding.met);
        Some(Remark {
            on: Some(Words::Plain(element.label.clone())),
            chosen: chosen.map(words),
            instead: (!right).then(|| words(finding.met)),
            right,
            feedback: finding.feedback.clone(),
        })
    };
    let mut remarks: Vec<Remark> = prompt.elements.iter().filter_map(remark).collect();
    if let Some(chosen) = &response.conclusion {
        let right = *chosen == key.conclusion;
        remarks.push(Remark {
            on: Some(Words::Plain("Conclusion".to_owned())),
            chosen: words_of(&prompt.conclusions, chosen),
            instead: if right { None } else { words_of(&prompt.conclusions, &key.conclusion) },
            right,
            feedback: feedback_on(&key.feedback, chosen).cloned(),
        });
    }
    remarks
}

fn in_words(met: Met) -> &'static str {
    match met {
        Met::Yes => "Met",
        Met::No => "Not met",
        Met::Unclear => "Not enough facts",
    }
}
