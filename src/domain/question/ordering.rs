//! Items are put in order.

use super::Feedback;
pub use super::classify::Item;
use crate::id::{ItemKey, Slug};
use crate::json::record;
use crate::score::{Decision, Marks, Partial};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The items, two or more. Their order here is the right one; they are shown in a drawn order.
    pub items: Vec<Item>,
}

record! { Prompt { items } }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Every item, the first one first.
    pub order: Vec<ItemKey>,
    /// How an answer that is partly right is credited.
    pub partial: Partial,
    /// What is said of each item.
    pub feedback: Vec<Feedback<ItemKey>>,
}

record! { Key { order, partial, feedback } }

/// What was put in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The items that were placed, the first one first.
    pub order: Vec<ItemKey>,
}

record! { Response { order } }

impl Response {
    /// Puts an item at the end.
    pub fn place(&mut self, item: ItemKey) {
        self.order.retain(|placed| *placed != item);
        self.order.push(item);
    }

    /// Takes an item out again.
    pub fn take_back(&mut self, item: &ItemKey) {
        self.order.retain(|placed| placed != item);
    }

    /// Moves an item one place towards the beginning or the end; at the end of the way it stays.
    pub fn shift(&mut self, item: &ItemKey, towards: Towards) {
        let Some(from) = self.order.iter().position(|placed| placed == item) else { return };
        let to = match towards {
            Towards::Beginning => from.checked_sub(1),
            Towards::End => Some(from + 1).filter(|to| *to < self.order.len()),
        };
        if let Some(to) = to {
            self.order.swap(from, to);
        }
    }
}

/// Where an item is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    /// One place earlier.
    Beginning,
    /// One place later.
    End,
}

/// Whether every item was placed, each once.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    let placed = |item: &Item| response.order.iter().filter(|placed| **placed == item.key).count() == 1;
    response.order.len() == prompt.items.len() && prompt.items.iter().all(placed)
}

/// Each item but the last is a decision: the one that follows it is the one that should follow.
///
/// So one item out of place costs what it should, where a comparison place by place would find everything behind it
/// wrong. Moodle calls it *relative to the next item, excluding last*.
pub fn score(_: &Prompt, key: &Key, response: &Response) -> Marks {
    let follows = |order: &[ItemKey], one: &ItemKey, next: &ItemKey| {
        order.windows(2).any(|pair| matches!(pair, [first, second] if first == one && second == next))
    };
    let decisions = key.order.windows(2).filter_map(|pair| match pair {
        [one, next] => Some(Decision { on: one.slug().clone(), right: follows(&response.order, one, next) }),
        _ => None,
    });
    Marks::of_choices(key.partial, decisions.collect())
}

/// The right order.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response { order: key.order.clone() }
}

/// The items.
pub fn movable(prompt: &Prompt) -> Vec<Slug> {
    prompt.items.iter().map(|item| item.key.slug().clone()).collect()
}
