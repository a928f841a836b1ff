//! The stem is a statement; the learner may be asked for her reason as well.

use domain::html::Html;
use domain::question::{Body, Feedback, true_false};
use domain::score::Partial;

use super::{Asked, choice, partial};
use crate::desk::Read;
use crate::markdown;
use crate::rules;
use crate::shape::{Of, Shape, may};
use crate::value::{Fields, Value};

/// What is said to those who hold the statement true, and to those who hold it false.
pub(super) static FEEDBACK: Shape = Shape::new(
    "feedback-on-a-statement",
    "the feedback",
    &[&[
        may("true", Of::Text, "What is said to who holds the statement true."),
        may("false", Of::Text, "What is said to who holds it false."),
    ]],
);

/// Reads whether the statement is true, why, and what is said.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let answer = fields.required("answer", Value::boolean);
    let feedback = fields.optional("feedback", said);
    if fields.lacks("feedback") {
        rules::feedback::missing(fields.of.desk, fields.place(), "The question");
    }
    let reasons = fields.optional("reasons", |value| {
        let reasons = choice::options(value)?;
        let correct = rules::one_correct::check(value, &reasons)?;
        Ok((reasons, correct))
    });
    let partial = match &reasons {
        Ok(None) => rules::partial::check(fields).map(|()| Partial::Off),
        Ok(Some(_)) | Err(_) => partial(fields),
    };
    let (answer, reasons) = (answer?, reasons?);
    let (reasons, reason) = reasons.map_or((Vec::new(), None), |(reasons, correct)| (reasons, Some(correct)));
    let print = [format!("correct {answer}")].into_iter().chain(choice::print(&reasons)).collect();
    let key = true_false::Key {
        answer,
        feedback: feedback?.unwrap_or_default(),
        reason,
        partial: partial?,
        reason_feedback: choice::feedback(&reasons),
    };
    let prompt = true_false::Prompt { reasons: choice::shown(&reasons) };
    Ok(Asked { body: Body::TrueFalse { prompt, key }, print })
}

/// What is said to those who hold the statement true, and to those who hold it false.
fn said(value: Value<'_>) -> Read<Vec<Feedback<bool>>> {
    let said = value.table(&FEEDBACK)?;
    let on = |says: bool| -> Read<Option<Feedback<bool>>> {
        let key = if says { "true" } else { "false" };
        let text: Option<Html> = said.optional(key, |value| markdown::line(value.desk, &value.text()?))?;
        if said.lacks(key) {
            rules::feedback::missing(value.desk, said.place(), &format!("The answer `{key}`"));
        }
        Ok(text.map(|text| Feedback { on: says, text }))
    };
    let (yes, no) = (on(true), on(false));
    Ok(yes?.into_iter().chain(no?).collect())
}
