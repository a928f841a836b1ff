//! Each item goes into one category; a category can take several items, or none.

use super::Feedback;
use crate::html::Html;
use crate::id::{CategoryKey, ItemKey, Slug};
use crate::json::record;
use crate::map::Map;
use crate::score::{Decision, Marks, Partial};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The categories, two or more, in the author's order.
    pub categories: Vec<Category>,
    /// The items, one or more, in the author's order.
    pub items: Vec<Item>,
}

record! { Prompt { categories, items } }

/// A category that items are put into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its key.
    pub key: CategoryKey,
    /// Its name.
    pub text: Html,
}

record! { Category { key, text } }

/// An item to be put into a category, or to be matched with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its key.
    pub key: ItemKey,
    /// Its text.
    pub text: Html,
}

record! { Item { key, text } }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The category of each item.
    pub places: Map<ItemKey, CategoryKey>,
    /// How an answer that is partly right is credited.
    pub partial: Partial,
    /// What is said of each item.
    pub feedback: Vec<Feedback<ItemKey>>,
}

record! { Key { places, partial, feedback } }

/// What was put where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The category that each item was put into.
    pub placed: Map<ItemKey, CategoryKey>,
}

record! { Response { placed } }

/// Whether every item was put into a category of this question.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    let known = |place: &CategoryKey| prompt.categories.iter().any(|category| category.key == *place);
    prompt.items.iter().all(|item| response.placed.get(&item.key).is_some_and(known))
}

/// Each item is a decision.
pub fn score(prompt: &Prompt, key: &Key, response: &Response) -> Marks {
    let decisions: Vec<Decision> = prompt
        .items
        .iter()
        .map(|item| Decision {
            on: item.key.slug().clone(),
            right: response.placed.get(&item.key) == key.places.get(&item.key),
        })
        .collect();
    Marks::of_choices(key.partial, decisions)
}

/// Every item in its category.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response { placed: key.places.clone() }
}

/// The items; the categories keep the author's order.
pub fn movable(prompt: &Prompt) -> Vec<Slug> {
    prompt.items.iter().map(|item| item.key.slug().clone()).collect()
}
