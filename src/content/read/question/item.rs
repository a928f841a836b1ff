//! Items to be put or matched, and what they are put into or matched with.

use std::str::FromStr;

use domain::html::Html;
use domain::id::{ItemKey, NotASlug};
use domain::question::Feedback;
use domain::question::classify::Item;

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::markdown;
use crate::place::Placed;
use crate::read::Taken;
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::value::{Fields, Value, all, slug};

/// An item as its author wrote it.
#[derive(Debug)]
pub(crate) struct Written<K> {
    pub(crate) key: ItemKey,
    pub(crate) text: Placed<String>,
    pub(crate) shown: Html,
    /// Where it belongs.
    pub(crate) goal: Placed<K>,
    pub(crate) feedback: Option<Html>,
}

/// A category or an answer as its author wrote it.
#[derive(Debug)]
pub(crate) struct Goal<K> {
    pub(crate) key: K,
    pub(crate) text: Placed<String>,
    pub(crate) shown: Html,
}

/// Reads a list of items; `goal` is the key under which each says where it belongs.
pub(crate) fn items<K: FromStr<Err = NotASlug>>(
    value: Value<'_>,
    shape: &Shape,
    goal: &str,
    least: usize,
) -> Read<Vec<Written<K>>> {
    let mut taken = Taken::default();
    let items: Vec<Read<Written<K>>> =
        value.items()?.into_iter().map(|item| read_item(item, shape, goal, &mut taken)).collect();
    let items = all(items.into_iter())?;
    if items.len() < least {
        let message =
            if least == 1 { "The question needs an item." } else { "The question needs at least two items." };
        return Err(value.desk.faults.error(Code::TooFew, value.opening(), message, "Add an item."));
    }
    rules::distinct::check(value.desk, "items", items.iter().map(|item| &item.text))?;
    Ok(items)
}

/// An item that is put in order.
pub(super) static ORDERED: Shape = Shape::new(
    "item-of-ordering",
    "an item",
    &[&[
        needed("key", Of::Id, "Its key within the question."),
        needed("text", Of::Text, "What is read."),
        may("feedback", Of::Text, "What is said of it once it is marked."),
    ]],
);

/// Reads a list of items that stand in the right order, two or more. Where each belongs is its place.
pub(crate) fn ordered(value: Value<'_>) -> Read<Vec<Written<()>>> {
    let mut taken = Taken::default();
    let items = value.items()?.into_iter().map(|item| {
        let fields = item.table(&ORDERED)?;
        item_of(&fields, &mut taken, Ok(Placed { value: (), place: item.place() }))
    });
    let items: Vec<Read<Written<()>>> = items.collect();
    let items = all(items.into_iter())?;
    if items.len() < 2 {
        let message = "The question needs at least two items.";
        return Err(value.desk.faults.error(Code::TooFew, value.opening(), message, "Add an item."));
    }
    rules::distinct::check(value.desk, "items", items.iter().map(|item| &item.text))?;
    Ok(items)
}

fn read_item<K: FromStr<Err = NotASlug>>(
    value: Value<'_>,
    shape: &Shape,
    goal: &str,
    taken: &mut Taken,
) -> Read<Written<K>> {
    let fields = value.table(shape)?;
    let goal = fields.required(goal, Value::id::<K>);
    item_of(&fields, taken, goal)
}

fn item_of<K>(fields: &Fields<'_>, taken: &mut Taken, goal: Read<Placed<K>>) -> Read<Written<K>> {
    let desk = fields.of.desk;
    let key = fields.required("key", |value| {
        let key = value.id::<ItemKey>()?;
        taken.take(desk, "items", key.value.as_str(), key.place)?;
        Ok(key.value)
    });
    let text = fields.required("text", Value::text);
    let shown = text.and_then(|text| markdown::line(desk, &text));
    let feedback = fields.optional("feedback", |value| markdown::line(desk, &value.text()?));
    if let (Ok(key), true) = (&key, fields.lacks("feedback")) {
        rules::feedback::missing(desk, fields.place(), &format!("The item `{key}`"));
    }
    let text = text?;
    Ok(Written {
        key: key?,
        text: Placed { value: text.value.to_owned(), place: text.place },
        shown: shown?,
        goal: goal?,
        feedback: feedback?,
    })
}

/// Reads the categories or the answers: two or more, each with a key and a text of its own.
pub(crate) fn goals<K: FromStr<Err = NotASlug>>(value: Value<'_>, what: &'static str) -> Read<Vec<Goal<K>>> {
    let mut taken = Taken::default();
    let goals: Vec<Read<Goal<K>>> = value
        .pairs(what)?
        .into_iter()
        .map(|(key, text)| {
            let id = slug(value.desk, key.value, key.place);
            let free = taken.take(value.desk, what, key.value, key.place);
            let text = text.text();
            let shown = text.and_then(|text| markdown::line(value.desk, &text));
            free?;
            let text = text?;
            Ok(Goal {
                key: id?,
                text: Placed { value: text.value.to_owned(), place: text.place },
                shown: shown?,
            })
        })
        .collect();
    let goals = all(goals.into_iter())?;
    if goals.len() < 2 {
        let message = format!("The question needs at least two {what}.");
        return Err(value.desk.faults.error(Code::TooFew, value.opening(), message, "Add `key = \"…\"`."));
    }
    rules::distinct::check(value.desk, what, goals.iter().map(|goal| &goal.text))?;
    Ok(goals)
}

/// What is shown of the items.
pub(crate) fn shown<K>(items: &[Written<K>]) -> Vec<Item> {
    items.iter().map(|item| Item { key: item.key.clone(), text: item.shown.clone() }).collect()
}

/// What is said of them.
pub(crate) fn feedback<K>(items: &[Written<K>]) -> Vec<Feedback<ItemKey>> {
    let said = |item: &Written<K>| Some(Feedback { on: item.key.clone(), text: item.feedback.clone()? });
    items.iter().filter_map(said).collect()
}

/// What of items and goals the edition of the question depends on.
pub(crate) fn print<K: std::fmt::Display>(items: &[Written<K>], goals: &[Goal<K>]) -> Vec<String> {
    let texts = items.iter().map(|item| format!("item {}={}", item.key, item.text.value));
    let places = items.iter().map(|item| format!("goes {}={}", item.key, item.goal.value));
    let goals = goals.iter().map(|goal| format!("goal {}={}", goal.key, goal.text.value));
    texts.chain(places).chain(goals).collect()
}
