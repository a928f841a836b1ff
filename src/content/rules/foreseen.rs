//! A short-answer question can name wrong answers that its author expects, each with feedback of its own. An answer that is accepted, but
//! for capital letters, accents and punctuation, cannot be an expected wrong one as well.

use domain::question::short_answer::Expected;
use domain::typed::Folding;

use crate::desk::{Read, shown};
use crate::diagnostic::Code;
use crate::value::Fields;

/// The answers of a question.
pub(crate) fn check(
    fields: &Fields<'_>,
    folding: &Folding,
    accept: &[String],
    expected: &[Expected],
) -> Read<()> {
    let mut result = Ok(());
    let places = fields.value("expected").map(|value| value.items()).transpose()?.unwrap_or_default();
    for (expected, value) in expected.iter().zip(places) {
        for text in expected.texts.iter().filter(|text| folding.names(accept, text)) {
            let message = format!("`{}` is accepted as right, and expected as wrong.", shown(text));
            let help = "Take it out of `accept` or out of `expected`.";
            result = Err(value.desk.faults.error(Code::Foreseen, value.opening(), message, help));
        }
    }
    result
}
