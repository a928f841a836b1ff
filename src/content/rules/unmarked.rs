//! A reflection is written by the learner and marked by nobody but herself. It is worth no points and has no tests, no hints that cost
//! something and no partial credit.

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::syntax::tree::Data;
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
    let hints = fields.value("hints").map(|hints| (&hints.node.data, hints.desk));
    if let Some((Data::List(hints), desk)) = hints {
        for cost in hints.iter().filter_map(|hint| hint.get("cost")) {
            let message = "A reflection is never marked, so that its hints cost nothing.";
            result = Err(desk.faults.error(Code::Unmarked, cost.place(), message, "Take `cost` away."));
        }
    }
    result
}
