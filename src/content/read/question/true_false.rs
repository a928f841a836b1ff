//! The stem is a statement.

use domain::html::Html;
use domain::question::{Body, Feedback, true_false};

use super::Asked;
use crate::desk::Read;
use crate::markdown;
use crate::rules;
use crate::value::{Fields, Value};

const FEEDBACK: &[&str] = &["true", "false"];

/// Reads whether the statement is true, and what is said.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let allowed = rules::partial::check(fields);
    let answer = fields.required("answer", Value::boolean);
    let feedback = fields.optional("feedback", |value| {
        let said = value.table("the feedback", FEEDBACK)?;
        let on = |says: bool| -> Read<Option<Feedback<bool>>> {
            let key = if says { "true" } else { "false" };
            let text: Option<Html> =
                said.optional(key, |value| markdown::line(value.desk, &value.text()?))?;
            if said.lacks(key) {
                rules::feedback::missing(value.desk, said.place(), &format!("The answer `{key}`"));
            }
            Ok(text.map(|text| Feedback { on: says, text }))
        };
        let (yes, no) = (on(true), on(false));
        Ok(yes?.into_iter().chain(no?).collect::<Vec<_>>())
    });
    if fields.lacks("feedback") {
        rules::feedback::missing(fields.of.desk, fields.place(), "The question");
    }
    let answer = answer?;
    allowed?;
    let key = true_false::Key { answer, feedback: feedback?.unwrap_or_default() };
    let body = Body::TrueFalse { prompt: true_false::Prompt {}, key };
    Ok(Asked { body, print: vec![format!("correct {answer}")] })
}
