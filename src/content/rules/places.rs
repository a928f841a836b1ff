//! Each item of a classify question names one of its `categories` under `in`; each item of a matching question names one of its
//! `answers` under `with`. A category or an answer may serve no item.

use crate::desk::{Desk, Read};
use crate::diagnostic::Code;
use crate::place::Place;

/// Where items belong; `what` is the code and the name of a place: `category`.
pub(crate) fn check<'k>(
    desk: &Desk<'_>,
    (code, what): (Code, &str),
    goals: impl Iterator<Item = (&'k str, Place)>,
    known: &[&str],
) -> Read<()> {
    let mut result = Ok(());
    for (goal, place) in goals.filter(|(goal, _)| !known.contains(goal)) {
        let help = desk.meant(place, goal, known.iter().copied()).unwrap_or_else(|| {
            format!("The question has {}.", crate::value::listed(known.iter().copied())).into()
        });
        result = Err(desk.faults.error(code, place, format!("The question has no {what} `{goal}`."), help));
    }
    result
}
