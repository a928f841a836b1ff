//! Single-choice and true-false questions consist of one decision, which is right or wrong. `partial` belongs to the kinds that consist
//! of several: multiple-response, classify, matching and elements.

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::value::Fields;

/// A question of a kind that has no partial credit.
pub(crate) fn check(fields: &Fields<'_>) -> Read<()> {
    fields.value("partial").map_or(Ok(()), |value| {
        let message = "A question of this kind is right or wrong, without partial credit.";
        Err(value.error(Code::NoPartial, message, "Take `partial` away."))
    })
}
