//! What is let pass in a typed answer.

use domain::typed::Folding;

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::value::{Fields, Value};

/// The most slips that can be let pass: with more of them another word would do.
pub(super) const MOST_SLIPS: i64 = 3;

/// Reads `case_matters`, `accents_matter` and `slips`.
pub(super) fn read(fields: &Fields<'_>) -> Read<Folding> {
    let plain = Folding::default();
    let case = fields.optional("case_matters", Value::boolean);
    let accents = fields.optional("accents_matter", Value::boolean);
    let slips = fields.optional("slips", |value| value.whole(0..=MOST_SLIPS));
    Ok(Folding {
        case: case?.unwrap_or(plain.case),
        accents: accents?.unwrap_or(plain.accents),
        slips: slips?.and_then(|slips| usize::try_from(slips).ok()).unwrap_or(plain.slips),
    })
}

/// Reads a list of texts that count as one answer, at least one.
pub(super) fn texts(value: Value<'_>) -> Read<Vec<String>> {
    let texts = value.words(|value| {
        let text = value.plain()?;
        if text.chars().any(char::is_alphanumeric) {
            return Ok(text);
        }
        let help = "Write an answer that can be typed in every language; punctuation alone is no answer.";
        Err(value.error(Code::EmptyText, "This answer has no letter and no digit.", help))
    })?;
    if texts.is_empty() {
        let help = "Write it in quotation marks between the brackets.";
        return Err(value.error(Code::TooFew, "The list needs at least one answer.", help));
    }
    Ok(texts)
}
