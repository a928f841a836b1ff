//! In a matching question no answer serves two items: the learner takes it from one when she gives it to the other. Where several
//! items belong to one thing the kind is `classify`.

use std::collections::BTreeSet;

use crate::desk::{Desk, Read};
use crate::diagnostic::Code;
use crate::place::Place;

/// The answer of each item.
pub(crate) fn check<'k>(desk: &Desk<'_>, answers: impl Iterator<Item = (&'k str, Place)>) -> Read<()> {
    let mut taken = BTreeSet::new();
    let mut result = Ok(());
    for (answer, place) in answers {
        if !taken.insert(answer) {
            let message = format!("The answer `{answer}` serves another item already.");
            let help = "Match it with an answer of its own, or make it a `classify` question.";
            result = Err(desk.faults.error(Code::SharedAnswer, place, message, help));
        }
    }
    result
}
