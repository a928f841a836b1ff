//! A learner writes, and compares with a model answer.

use domain::id::OptionKey;
use domain::question::{Body, Choice, reflection};

use super::Asked;
use crate::desk::Read;
use crate::markdown;
use crate::read::Taken;
use crate::rules;
use crate::shape::{Of, Shape, needed};
use crate::value::{Fields, Value};

/// A point of the checklist.
pub(super) static POINT: Shape = Shape::new(
    "point",
    "a point of the checklist",
    &[&[
        needed("key", Of::Id, "Its key within the question."),
        needed("text", Of::Text, "What a good answer contains."),
    ]],
);

/// Reads the model answer and the checklist.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let allowed = rules::unmarked::check(fields);
    let model = fields.required("model", |value| markdown::blocks(value.desk, &value.text()?));
    let mut taken = Taken::default();
    let checklist = fields.optional("checklist", |value| {
        let points: Vec<Read<Choice>> =
            value.items()?.into_iter().map(|item| point(item, &mut taken)).collect();
        crate::value::all(points.into_iter())
    });
    allowed?;
    let key = reflection::Key { model: model?, checklist: checklist?.unwrap_or_default() };
    // What is right is the learner's own to say, so that only the stem makes the question.
    Ok(Asked { body: Body::Reflection { prompt: reflection::Prompt {}, key }, print: Vec::new() })
}

fn point(value: Value<'_>, taken: &mut Taken) -> Read<Choice> {
    let fields = value.table(&POINT)?;
    let key = fields.required("key", |value| {
        let key = value.id::<OptionKey>()?;
        taken.take(value.desk, "points", key.value.as_str(), key.place)?;
        Ok(key.value)
    });
    let text = fields.required("text", |value| markdown::line(value.desk, &value.text()?));
    Ok(Choice { key: key?, text: text? })
}
