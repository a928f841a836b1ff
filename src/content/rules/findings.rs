//! A definition is met when all of its elements are met. The learner therefore judges every element of the concept, and
//! the question needs one finding for each of them and none for anything else.

use std::collections::BTreeSet;

use domain::reference::Concept;

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::read::question::elements::Written;
use crate::value::Value;

/// The findings of a question on a concept; `list` is where they stand.
pub(crate) fn check(list: Value<'_>, findings: &[Written], concept: &Concept) -> Read<()> {
    let desk = list.desk;
    let known = || concept.elements.iter().map(|element| element.key.as_str());
    let mut found = BTreeSet::new();
    let mut result = Ok(());
    for finding in findings {
        let (key, place) = (finding.element.value.as_str(), finding.element.place);
        if !known().any(|element| element == key) {
            let message = format!("The concept `{}` has no element `{key}`.", concept.id);
            let help = desk.meant(place, key, known());
            let help =
                help.unwrap_or_else(|| format!("Its elements are {}.", crate::value::listed(known())).into());
            result = Err(desk.faults.error(Code::Findings, place, message, help));
        } else if !found.insert(key) {
            let message = format!("There are two findings on `{key}`.");
            result = Err(desk.faults.error(Code::Findings, place, message, "Keep one of them."));
        }
    }
    let missing: Vec<&str> = known().filter(|element| !found.contains(element)).collect();
    // A finding that was mistyped is not missing as well.
    if !missing.is_empty() && result.is_ok() {
        let message = format!("There is no finding on {}.", crate::value::listed(missing.iter().copied()));
        let help = "Add `{ element = \"…\", met = … }` for each of them.";
        result = Err(desk.faults.error(Code::Findings, list.opening(), message, help));
    }
    result
}
