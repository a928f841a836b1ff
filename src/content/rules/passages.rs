//! In the facts of an elements question the words that prove something are marked as `[words](passage)`, and a finding names its
//! passages in `proof`. Each name in a proof must be marked in the facts. A passage that no finding
//! names points the learner at words that prove nothing.

use std::collections::BTreeSet;

use domain::id::PassageKey;

use crate::desk::{Desk, Read};
use crate::diagnostic::Code;
use crate::place::Placed;
use crate::read::question::elements::Written;

/// The passages of the facts and the proofs of the findings.
pub(crate) fn check(desk: &Desk<'_>, passages: &[Placed<PassageKey>], findings: &[Written]) -> Read<()> {
    let marked: BTreeSet<&str> = passages.iter().map(|passage| passage.value.as_str()).collect();
    let mut named = BTreeSet::new();
    let mut result = Ok(());
    for proof in findings.iter().flat_map(|finding| &finding.proof) {
        let key = proof.value.as_str();
        named.insert(key);
        if !marked.contains(key) {
            let message = format!("The facts have no passage `{key}`.");
            let help = match desk.meant(proof.place, key, marked.iter().copied()) {
                Some(meant) => meant,
                None => format!("Mark the words in the facts: `[words]({key})`.").into(),
            };
            result = Err(desk.faults.error(Code::UnknownPassage, proof.place, message, help));
        }
    }
    // A proof that was mistyped leaves its passage alone; one message is enough.
    let idle = passages.iter().filter(|passage| result.is_ok() && !named.contains(passage.value.as_str()));
    for passage in idle {
        let message = format!("No finding names the passage `{}` in its proof.", passage.value);
        let help =
            "Add it to the `proof` of the finding that it supports, or write the words without a mark.";
        desk.faults.warning(Code::UnusedPassage, passage.place, message, help);
    }
    result
}
