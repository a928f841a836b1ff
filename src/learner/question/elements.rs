//! The facts of a case are tested against a legal definition: a finding for each element, then the conclusion.

use domain::question::elements::{Key, Met, Prompt, Response};
use domain::question::{Response as Any, feedback_on};
use domain::reference::Element;
use leptos::prelude::*;
use texts::fill;

use super::{Form, words_of};
use crate::part::element::{classed, el, text};
use crate::part::markup;
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let elements = prompt.elements.iter().map(|element| finding(form, key, element));
    let conclusions = prompt.conclusions.iter().map(|option| {
        let (shown, own, sender) = (option.key.clone(), option.key.clone(), form.clone());
        form.pick(
            ("radio", "conclusion"),
            form.words(&option.text),
            option.key == key.conclusion,
            form.holds(move |response| {
                matches!(response, Any::Elements(response) if response.conclusion.as_ref() == Some(&shown))
            }),
            move || {
                sender.change(|response| {
                    if let Any::Elements(response) = response {
                        response.conclusion = Some(own.clone());
                    }
                });
            },
        )
    });
    let facts = classed("div", if form.locked { "facts-of-case proof-shown" } else { "facts-of-case" })
        .child(classed("p", "label").child(texts().facts))
        .child(markup::block(form.app, &form.voice, &prompt.facts));
    let rows = classed("div", "rows")
        .attr("role", "group")
        .attr("aria-label", &fill(texts().elements_of, &[("term", &prompt.term)]))
        .children(elements);
    let conclusion = classed("fieldset", "row conclusion")
        .child(el("legend").child(texts().conclusion))
        .child(classed("div", "picks").children(conclusions));
    classed("div", "case").child(facts).child(rows).child(conclusion).view()
}

/// The finding for one element.
fn finding(form: &Form, key: &Key, element: &Element) -> AnyView {
    let right = key.findings.iter().find(|finding| finding.element == element.key).map(|finding| finding.met);
    let picks = Met::ALL.map(|met| {
        let (shown, own, sender) = (element.key.clone(), element.key.clone(), form.clone());
        form.pick(
            ("radio", &format!("element-{}", element.key)),
            text(in_words(met)),
            right == Some(met),
            form.holds(move |response| {
                matches!(response, Any::Elements(response) if response.found.get(&shown) == Some(&met))
            }),
            move || {
                sender.change(|response| {
                    if let Any::Elements(response) = response {
                        response.found.insert(own.clone(), met);
                    }
                });
            },
        )
    });
    let ways = (!element.ways.is_empty())
        .then(|| classed("p", "ways").spoken(&form.voice).child(element.ways.join(" · ").as_str()));
    let unless = element.unless.as_ref().map(|case| {
        classed("p", "ways")
            .child(classed("span", "label").child(texts().not_needed))
            .child(" ")
            .child(el("span").spoken(&form.voice).child(case.as_str()))
    });
    classed("fieldset", "row")
        .child(el("legend").spoken(&form.voice).child(element.label.as_str()))
        .child(ways)
        .child(unless)
        .child(classed("div", "picks picks-row").children(picks))
        .view()
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response) -> Vec<Remark> {
    let words = |met: Met| Words::Plain(in_words(met).to_owned());
    let remark = |element: &Element| {
        let finding = key.findings.iter().find(|finding| finding.element == element.key)?;
        let chosen = response.found.get(&element.key).copied();
        let right = chosen == Some(finding.met);
        Some(Remark {
            on: Some(Words::Spoken(element.label.clone())),
            chosen: chosen.map(words),
            instead: (!right).then(|| words(finding.met)),
            right,
            feedback: finding.feedback.clone(),
        })
    };
    let mut remarks: Vec<Remark> = prompt.elements.iter().filter_map(remark).collect();
    let chosen = response.conclusion.as_ref();
    let right = chosen == Some(&key.conclusion);
    remarks.push(Remark {
        on: Some(Words::Plain(texts().conclusion.to_owned())),
        chosen: chosen.and_then(|chosen| words_of(&prompt.conclusions, chosen)),
        instead: if right { None } else { words_of(&prompt.conclusions, &key.conclusion) },
        right,
        feedback: feedback_on(&key.feedback, chosen.unwrap_or(&key.conclusion)).cloned(),
    });
    remarks
}

fn in_words(met: Met) -> &'static str {
    match met {
        Met::Yes => texts().met,
        Met::No => texts().not_met,
        Met::Unclear => texts().unclear,
    }
}
