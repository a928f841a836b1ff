//! In a multiple-response question one option or more has `correct = true`: a learner who must choose nothing cannot be told from one
//! who has not answered.

use domain::id::OptionKey;
use domain::map::Set;

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::read::question::choice::Written;
use crate::value::Value;

/// The options of a choice; `list` is where they stand.
pub(crate) fn check(list: Value<'_>, options: &[Written]) -> Read<Set<OptionKey>> {
    let right = options.iter().filter(|option| option.correct.is_some());
    let right: Set<OptionKey> = right.map(|option| option.key.clone()).collect();
    if right.is_empty() {
        let (message, help) = ("No option is right.", "Add `correct = true` to those that are.");
        return Err(list.desk.faults.error(Code::NoneCorrect, list.opening(), message, help));
    }
    Ok(right)
}
