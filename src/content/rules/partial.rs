//! A single-choice or short-answer question is one decision, which is right or wrong; so are a true-false question without reasons and a
//! numeric one without units. In a case each way has its own credit. `partial` belongs to all other kinds, which consist of
//! several decisions.

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::value::Fields;

/// A question of a kind that has no partial credit.
pub(crate) fn check(fields: &Fields<'_>) -> Read<()> {
    fields.value("partial").map_or(Ok(()), |value| {
        let message = "Such a question has no rule for partial credit.";
        Err(value.error(Code::NoPartial, message, "Take `partial` away."))
    })
}
