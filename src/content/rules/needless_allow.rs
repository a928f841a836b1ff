//! A warning that is not meant can be silenced where it is given: a question, a bank and an objective can have
//! `allow = [{ rule = "key-is-longest", reason = "The title of the treaty is what it is." }]`. Each allowance names one rule, and why
//! it does not hold here. One that silences nothing was overtaken by an edit; left where it is, it would hide the next mistake.

use std::collections::BTreeSet;

use crate::desk::Desk;
use crate::diagnostic::Code;
use crate::place::Placed;

/// The allowances of one table, and the rules that they silenced.
pub(crate) fn check(desk: &Desk<'_>, allowed: &[Placed<Code>], met: &BTreeSet<Code>) {
    // A translation is not held against the rules of item writing.
    if desk.is_translation() {
        return;
    }
    for rule in allowed.iter().filter(|rule| !met.contains(&rule.value)) {
        let message = format!("Nothing here breaks the rule `{}`.", rule.value.name());
        let help = "Take the allowance away: it would hide the next mistake.";
        desk.faults.warning(Code::NeedlessAllow, rule.place, message, help);
    }
}
