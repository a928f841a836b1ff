//! What is declared should be used: a term is linked from a lesson, a question, a definition, a concept or another term's
//! `confused_with`; a source is cited somewhere; a concept is tested by a question or contrasted with; a quiz draws from
//! a bank. What nobody uses was usually forgotten, or is called by another name where it is needed.

use crate::desk::Desk;
use crate::diagnostic::Code;
use crate::names::Sort;

/// Everything that was declared and not used.
pub(crate) fn check(desk: &Desk<'_>) {
    for (sort, code, fault, help) in RULES {
        for (name, place) in desk.names.placed(*sort).filter(|(name, _)| !desk.was_used(*sort, name)) {
            let message = format!("The {} `{name}` is {fault}.", sort.in_words());
            desk.faults.warning(*code, place, message, *help);
        }
    }
}

const RULES: &[(Sort, Code, &str, &str)] = &[
    (
        Sort::Term,
        Code::UnusedTerm,
        "never linked",
        "Link it where it occurs: `[[term-id]]`, or take it away.",
    ),
    (
        Sort::Source,
        Code::UnusedSource,
        "never cited",
        "Cite it: `{source-id:place}` or in `sources`, or take it away.",
    ),
    (
        Sort::Concept,
        Code::UnusedConcept,
        "never used",
        "Write an `elements` question on it, or take it away.",
    ),
    (
        Sort::Bank,
        Code::UnusedBank,
        "drawn from by no quiz",
        "Add a `draw` from it to a quiz, or take it away.",
    ),
];
