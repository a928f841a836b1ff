//! Each item has one answer, and no answer serves two items.

use domain::id::AnswerKey;
use domain::question::{Body, matching};

use super::{Asked, item, partial};
use crate::desk::Read;
use crate::diagnostic::Code;
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::value::Fields;

/// An item.
pub(super) static ITEM: Shape = Shape::new(
    "item-of-matching",
    "an item",
    &[&[
        needed("key", Of::Id, "Its key within the question."),
        needed("text", Of::Text, "What is read."),
        needed("with", Of::Id, "The key of its answer."),
        may("feedback", Of::Text, "What is said of it once it is marked."),
    ]],
);

/// Reads the answers and the items.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let partial = partial(fields);
    let answers = fields.required("answers", |value| item::goals::<AnswerKey>(value, "answers"));
    let items = fields.required("items", |value| item::items::<AnswerKey>(value, &ITEM, "with", 2));
    let (answers, items) = (answers?, items?);
    let known: Vec<&str> = answers.iter().map(|answer| answer.key.as_str()).collect();
    let goals = || items.iter().map(|item| (item.goal.value.as_str(), item.goal.place));
    let desk = fields.of.desk;
    let exist = rules::places::check(desk, (Code::UnknownAnswer, "answer"), goals(), &known);
    let apart = rules::shared_answer::check(desk, goals());
    exist?;
    apart?;
    let print = item::print(&items, &answers);
    let answers = answers.into_iter().map(|answer| matching::Answer { key: answer.key, text: answer.shown });
    let prompt = matching::Prompt { items: item::shown(&items), answers: answers.collect() };
    let key = matching::Key {
        feedback: item::feedback(&items),
        pairs: items.into_iter().map(|item| (item.key, item.goal.value)).collect(),
        partial: partial?,
    };
    Ok(Asked { body: Body::Matching { prompt, key }, print })
}
