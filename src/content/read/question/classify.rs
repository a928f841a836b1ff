//! Each item goes into a category.

use domain::id::CategoryKey;
use domain::question::{Body, classify};

use super::{Asked, item, partial};
use crate::desk::Read;
use crate::diagnostic::Code;
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::value::Fields;

/// An item.
pub(super) static ITEM: Shape = Shape::new(
    "item-of-classify",
    "an item",
    &[&[
        needed("key", Of::Id, "Its key within the question."),
        needed("text", Of::Text, "What is read."),
        needed("in", Of::Id, "The key of its category."),
        may("feedback", Of::Text, "What is said of it once it is marked."),
    ]],
);

/// Reads the categories and the items.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let partial = partial(fields);
    let categories = fields.required("categories", |value| item::goals::<CategoryKey>(value, "categories"));
    let items = fields.required("items", |value| item::items::<CategoryKey>(value, &ITEM, "in", 1));
    let (categories, items) = (categories?, items?);
    let known: Vec<&str> = categories.iter().map(|category| category.key.as_str()).collect();
    let goals = items.iter().map(|item| (item.goal.value.as_str(), item.goal.place));
    rules::places::check(fields.of.desk, (Code::UnknownCategory, "category"), goals, &known)?;
    let print = item::print(&items, &categories);
    let categories =
        categories.into_iter().map(|category| classify::Category { key: category.key, text: category.shown });
    let prompt = classify::Prompt { categories: categories.collect(), items: item::shown(&items) };
    let key = classify::Key {
        feedback: item::feedback(&items),
        places: items.into_iter().map(|item| (item.key, item.goal.value)).collect(),
        partial: partial?,
    };
    Ok(Asked { body: Body::Classify { prompt, key }, print })
}
