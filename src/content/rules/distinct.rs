//! Options, items, categories or answers that read the same cannot be told apart by the learner, whatever their keys are; nor can passages
//! of an elements question, which are offered as proof without what stands around them in the facts.

use std::collections::BTreeMap;

use crate::desk::{Desk, Read};
use crate::diagnostic::Code;
use crate::place::Placed;

/// Texts of one list; `what` is its name: `options`.
pub(crate) fn check<'t>(
    desk: &Desk<'_>,
    what: &str,
    texts: impl Iterator<Item = &'t Placed<String>>,
) -> Read<()> {
    let mut seen = BTreeMap::new();
    let mut result = Ok(());
    for text in texts {
        let normal = text.value.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if seen.insert(normal, ()).is_some() {
            let message = format!("Two {what} read the same.");
            result = Err(desk.faults.error(
                Code::DuplicateText,
                text.place,
                message,
                "Write another text, or take one away.",
            ));
        }
    }
    result
}
