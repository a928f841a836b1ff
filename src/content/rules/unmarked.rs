//! A reflection is written by the learner and marked by nobody but herself. It is worth no points and has no tests, no hints that cost
//! something and no partial credit.

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::value::Fields;

/// The keys of a reflection that would mark it.
pub(crate) fn check(fields: &Fields<'_>) -> Read<()> {
    let mut result = Ok(());
    for key in ["points", "partial", "tests"] {
        if let Some(value) = fields.value(key) {
            let message = format!("A reflection is never marked, so that it has no `{key}`.");
            let faults = value.desk.faults;
            result =
                Err(faults.error(Code::Unmarked, value.opening(), message, format!("Take `{key}` away.")));
        }
    }
    result
}
