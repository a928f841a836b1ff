//! A short-answer or numeric question can name wrong answers that its author expects, each with feedback of its own. An answer that is
//! accepted cannot be an expected wrong one as well: not a text that differs in nothing but capital letters, accents and punctuation, and
//! not a number within the tolerance.

use domain::question::{numeric, short_answer};
use domain::typed::Folding;

use crate::desk::{Read, shown};
use crate::diagnostic::Code;
use crate::value::{Fields, Value};

const HELP: &str = "Take it out of `expected`, or accept less.";

/// The answers of a short-answer question.
pub(crate) fn check(
    fields: &Fields<'_>,
    folding: &Folding,
    accept: &[String],
    expected: &[short_answer::Expected],
) -> Read<()> {
    let mut result = Ok(());
    for (expected, value) in expected.iter().zip(places(fields)?) {
        for text in expected.texts.iter().filter(|text| folding.names(accept, text)) {
            let message = format!("`{}` is accepted as right, and expected as wrong.", shown(text));
            result = Err(value.desk.faults.error(Code::Foreseen, value.opening(), message, HELP));
        }
    }
    result
}

/// The answers of a numeric question.
pub(crate) fn numbers(
    fields: &Fields<'_>,
    value: f64,
    tolerance: f64,
    expected: &[numeric::Expected],
) -> Read<()> {
    let mut result = Ok(());
    for (expected, written) in expected.iter().zip(places(fields)?) {
        if (expected.value - value).abs() <= tolerance {
            let message = format!("{} is accepted as right, and expected as wrong.", expected.value);
            result = Err(written.desk.faults.error(Code::Foreseen, written.opening(), message, HELP));
        }
    }
    result
}

/// Where each expected answer stands.
fn places<'f>(fields: &Fields<'f>) -> Read<Vec<Value<'f>>> {
    fields.value("expected").map_or_else(|| Ok(Vec::new()), Value::items)
}
