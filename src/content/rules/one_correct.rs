//! In a single-choice question, and in the conclusion of an elements question, exactly one option has `correct = true`. Where several
//! are right the kind is `multiple-response`.

use domain::id::OptionKey;

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::read::question::choice::Written;
use crate::value::Value;

/// The options of a choice; `list` is where they stand.
pub(crate) fn check(list: Value<'_>, options: &[Written]) -> Read<OptionKey> {
    let faults = list.desk.faults;
    let mut right = options.iter().filter_map(|option| Some((option, option.correct?)));
    let Some((first, _)) = right.next() else {
        let message = "No option is right.";
        return Err(faults.error(
            Code::OneCorrect,
            list.opening(),
            message,
            "Add `correct = true` to the one that is.",
        ));
    };
    let mut result = Ok(first.key.clone());
    for (second, place) in right {
        let message = format!("`{}` is right, although `{}` is right already.", second.key, first.key);
        let help = "Leave one, or make it a `multiple-response` question.";
        result = Err(faults.error(Code::OneCorrect, place, message, help));
    }
    result
}
