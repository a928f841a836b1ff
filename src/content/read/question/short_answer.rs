//! The answer is typed.

use domain::id::MisconceptionId;
use domain::question::{Body, short_answer};

use super::{Asked, folding};
use crate::desk::Read;
use crate::markdown;
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::value::{Fields, Value};

/// A wrong answer that was foreseen.
pub(super) static EXPECTED: Shape = Shape::new(
    "expected-answer",
    "an expected answer",
    &[&[
        needed("texts", Of::List(&Of::Text, 1), "The ways in which it is written."),
        needed("feedback", Of::Text, "What is said of it."),
        may("misconception", Of::Id, "The confusion that it shows."),
    ]],
);

/// Reads what counts as right, and the wrong answers that were foreseen.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let allowed = rules::partial::check(fields);
    let folding = folding::read(fields);
    let accept = fields.required("accept", folding::texts);
    let expected = fields.optional("expected", |value| value.list(expected));
    let feedback = fields.optional("feedback", |value| markdown::line(value.desk, &value.text()?));
    if fields.lacks("feedback") {
        rules::feedback::missing(fields.of.desk, fields.place(), "A wrong answer that was not foreseen");
    }
    allowed?;
    let (accept, folding, expected) = (accept?, folding?, expected?.unwrap_or_default());
    rules::foreseen::check(fields, &folding, &accept, &expected)?;
    let print = accept.iter().map(|text| format!("accept {text}")).collect();
    let key = short_answer::Key { accept, folding, expected, feedback: feedback? };
    Ok(Asked { body: Body::ShortAnswer { prompt: short_answer::Prompt {}, key }, print })
}

fn expected(value: Value<'_>) -> Read<short_answer::Expected> {
    let fields = value.table(&EXPECTED)?;
    let texts = fields.required("texts", folding::texts);
    let feedback = fields.required("feedback", |value| markdown::line(value.desk, &value.text()?));
    let misconception = fields.optional("misconception", Value::id::<MisconceptionId>);
    Ok(short_answer::Expected {
        texts: texts?,
        feedback: feedback?,
        misconception: misconception?.map(|id| id.value),
    })
}
