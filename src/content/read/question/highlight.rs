//! The passages of a text that prove something are marked.

use std::collections::BTreeSet;

use domain::id::PassageKey;
use domain::question::{Body, Feedback, highlight};

use super::{Asked, partial};
use crate::desk::Read;
use crate::diagnostic::Code;
use crate::markdown::{self, Form};
use crate::place::Placed;
use crate::rules;
use crate::value::{Fields, Value, slug};

/// Reads the text, the passages that prove it, and what is said of each.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let desk = fields.of.desk;
    let partial = partial(fields);
    let text = fields.required("text", |value| {
        let text = value.text()?;
        let written = markdown::write(desk, &text, Form::Passages)?;
        rules::proof::distinct(desk, &written.passages)?;
        Ok((value, text.value, written))
    });
    let proof = fields.required("proof", |value| Ok((value, value.list(Value::id::<PassageKey>)?)));
    let feedback = fields.optional("feedback", |value| {
        let said = value.pairs("the feedback")?.into_iter().map(|(key, value)| {
            let on = slug::<PassageKey>(desk, key.value, key.place);
            let text = markdown::line(desk, &value.text()?);
            Ok((Placed { value: on?, place: key.place }, text?))
        });
        crate::value::all(said.collect::<Vec<_>>().into_iter())
    });
    let (at, raw, text) = text?;
    if text.passages.len() < 2 {
        let help = "Mark the words that may prove it: `[words](key)`, and some that do not.";
        return Err(at.error(Code::TooFew, "The text needs at least two marked passages.", help));
    }
    let marked: BTreeSet<&str> = text.passages.iter().map(|passage| passage.value.as_str()).collect();
    let (list, proof) = proof?;
    if proof.is_empty() {
        let (message, help) = ("No passage is right.", "Name those that prove it.");
        return Err(desk.faults.error(Code::NoneCorrect, list.opening(), message, help));
    }
    let proven = rules::proof::check(desk, &marked, &proof);
    let feedback = feedback?.unwrap_or_default();
    rules::proof::check(desk, &marked, feedback.iter().map(|(on, _)| on))?;
    proven?;
    for passage in &text.passages {
        if !feedback.iter().any(|(on, _)| on.value == passage.value) {
            rules::feedback::missing(desk, passage.place, &format!("The passage `{}`", passage.value));
        }
    }
    let proof: Vec<PassageKey> = proof.into_iter().map(|passage| passage.value).collect();
    let print = [format!("text {raw}")].into_iter().chain(proof.iter().map(|key| format!("proof {key}")));
    let print = print.collect();
    let key = highlight::Key {
        proof: proof.into_iter().collect(),
        partial: partial?,
        feedback: feedback.into_iter().map(|(on, text)| Feedback { on: on.value, text }).collect(),
    };
    Ok(Asked { body: Body::Highlight { prompt: highlight::Prompt { text: text.flow }, key }, print })
}
