//! The facts of a case are tested against a legal definition: a finding for each element with the words that prove it, then the
//! conclusion.

use domain::html::Html;
use domain::id::{ElementKey, PassageKey};
use domain::question::elements::{Finding, Key, Met, Passage, Prompt, Response, is_proven};
use domain::question::{Response as Any, feedback_on};
use domain::reference::Element;
use domain::session::Phase;
use leptos::prelude::*;
use texts::fill;

use super::{Form, words_of};
use crate::browser;
use crate::part::element::{classed, el, text};
use crate::part::markup;
use crate::part::texts::texts;
use crate::quiz::feedback::{Remark, Words};

pub(super) fn form(form: &Form, prompt: &Prompt, key: &Key) -> AnyView {
    let elements = prompt.elements.iter().map(|element| judge(form, prompt, key, element));
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
    let is_proof_shown = form.phase == Phase::Closed;
    let facts = classed("div", if is_proof_shown { "facts-of-case proof-shown" } else { "facts-of-case" })
        .child(classed("p", "label").child(texts().facts))
        .child(markup::block(form.app, &form.voice, &prompt.facts));
    mark_in_facts(form, &prompt.passages);
    let rows = classed("div", "rows")
        .attr("role", "group")
        .attr("aria-label", &fill(texts().elements_of, &[("term", &prompt.term)]))
        .children(elements);
    let conclusion = classed("fieldset", "row conclusion")
        .child(el("legend").child(texts().conclusion))
        .child(classed("div", "picks").children(conclusions));
    classed("div", "case").child(facts).child(rows).child(conclusion).view()
}

/// Marks the passages in the facts that the learner takes as proof of some element, and follows her choices.
fn mark_in_facts(form: &Form, passages: &[Passage]) {
    if passages.is_empty() {
        return;
    }
    let (form, passages) = (form.clone(), passages.to_vec());
    Effect::new(move |_: Option<()>| {
        for Passage { key, .. } in &passages {
            let is_taken = form.read(|response| {
                if let Any::Elements(response) = response {
                    response.proof.iter().any(|(_, taken)| taken.contains(key))
                } else {
                    false
                }
            });
            for place in browser::all(&format!(".facts-of-case [data-passage={key}]")) {
                let _ = place.class_list().toggle_with_force("passage-taken", is_taken);
            }
        }
    });
}

/// The finding for one element, and its proof.
fn judge(form: &Form, prompt: &Prompt, key: &Key, element: &Element) -> AnyView {
    let finding = key.findings.iter().find(|finding| finding.element == element.key);
    let picks = Met::ALL.map(|met| {
        let (shown, own, sender) = (element.key.clone(), element.key.clone(), form.clone());
        form.pick(
            ("radio", &format!("element-{}", element.key)),
            text(in_words(met)),
            finding.is_some_and(|finding| finding.met == met),
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
    let proof = (!prompt.passages.is_empty()).then(|| proof(form, prompt, finding, element));
    classed("fieldset", "row")
        .child(el("legend").spoken(&form.voice).child(element.label.as_str()))
        .child(ways)
        .child(unless)
        .child(classed("div", "picks picks-row").children(picks))
        .child(proof)
        .view()
}

/// The passages of the facts, any of which can be taken as proof of the element.
fn proof(form: &Form, prompt: &Prompt, finding: Option<&Finding>, element: &Element) -> AnyView {
    let picks = prompt.passages.iter().map(|passage| {
        let own = (element.key.clone(), passage.key.clone());
        let (shown, sender) = (own.clone(), form.clone());
        form.pick(
            ("checkbox", &format!("proof-{}", element.key)),
            form.words(&passage.text),
            finding.is_some_and(|finding| finding.proof.contains(&passage.key)),
            form.holds(move |response| takes(response, &shown)),
            move || {
                sender.change(|response| {
                    if let Any::Elements(response) = response {
                        response.toggle_proof(&own.0, &own.1);
                    }
                });
            },
        )
    });
    classed("div", "proof")
        .attr("role", "group")
        .attr("aria-label", &fill(texts().proof_of, &[("element", &element.label)]))
        .child(classed("p", "label").attr("aria-hidden", "true").child(texts().proof))
        .child(classed("div", "picks picks-row").children(picks))
        .view()
}

fn takes(response: &Any, (element, passage): &(ElementKey, PassageKey)) -> bool {
    matches!(response, Any::Elements(response) if response.is_proof(element, passage))
}

pub(super) fn remarks(prompt: &Prompt, key: &Key, response: &Response, phase: Phase) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for element in &prompt.elements {
        let Some(finding) = key.findings.iter().find(|finding| finding.element == element.key) else {
            continue;
        };
        remarks.push(on_finding(finding, element, response, phase));
        if !prompt.passages.is_empty() && !finding.proof.is_empty() {
            remarks.push(on_proof(finding, prompt, response));
        }
    }
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

fn on_finding(finding: &Finding, element: &Element, response: &Response, phase: Phase) -> Remark {
    let words = |met: Met| Words::Plain(in_words(met).to_owned());
    let chosen = response.found.get(&element.key).copied();
    let right = chosen == Some(finding.met);
    Remark {
        on: Some(Words::Spoken(element.label.clone())),
        chosen: chosen.map(words),
        instead: (!right).then(|| words(finding.met)),
        right,
        feedback: finding.feedback.clone().filter(|_| right || phase == Phase::Closed),
    }
}

fn on_proof(finding: &Finding, prompt: &Prompt, response: &Response) -> Remark {
    let words = |is_in: &dyn Fn(&PassageKey) -> bool| {
        let taken = prompt.passages.iter().filter(|passage| is_in(&passage.key));
        let lines: Vec<Html> = taken.map(|passage| passage.text.clone()).collect();
        (!lines.is_empty()).then(|| Words::Authored(Html::lines(&lines)))
    };
    let right = is_proven(finding, response);
    Remark {
        on: Some(Words::Plain(texts().proof.to_owned())),
        chosen: words(&|passage| response.is_proof(&finding.element, passage)),
        instead: if right { None } else { words(&|passage| finding.proof.contains(passage)) },
        right,
        feedback: None,
    }
}

fn in_words(met: Met) -> &'static str {
    match met {
        Met::Yes => texts().met,
        Met::No => texts().not_met,
        Met::Unclear => texts().unclear,
    }
}
