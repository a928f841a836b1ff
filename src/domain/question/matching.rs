//! Each item has one answer, and no answer serves two items. There may be answers that belong to no item.

use super::Feedback;
pub use super::classify::Item;
use crate::html::Html;
use crate::id::{AnswerKey, ItemKey, Slug};
use crate::json::record;
use crate::map::Map;
use crate::score::{Decision, Marks, Partial};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The items, two or more, in the author's order.
    pub items: Vec<Item>,
    /// The answers, at least as many, in the author's order.
    pub answers: Vec<Answer>,
}

record! { Prompt { items, answers } }

/// An answer that an item can be matched with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its key.
    pub key: AnswerKey,
    /// Its text.
    pub text: Html,
}

record! { Answer { key, text } }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The answer of each item.
    pub pairs: Map<ItemKey, AnswerKey>,
    /// How an answer that is partly right is credited.
    pub partial: Partial,
    /// What is said of each item.
    pub feedback: Vec<Feedback<ItemKey>>,
}

record! { Key { pairs, partial, feedback } }

/// What was matched.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The answer that each item was matched with.
    pub matched: Map<ItemKey, AnswerKey>,
}

record! { Response { matched } }

impl Response {
    /// Matches an item with an answer; an answer that served another item leaves it.
    pub fn pair(&mut self, item: ItemKey, answer: AnswerKey) {
        self.matched.retain(|_, taken| *taken != answer);
        self.matched.insert(item, answer);
    }
}

/// Whether every item was matched with an answer of this question, and no answer twice.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    let serves = |answer: &&Answer| {
        prompt.items.iter().any(|item| response.matched.get(&item.key) == Some(&answer.key))
    };
    prompt.answers.iter().filter(serves).count() == prompt.items.len()
}

/// Each item is a decision.
pub fn score(prompt: &Prompt, key: &Key, response: &Response) -> Marks {
    let decisions: Vec<Decision> = prompt
        .items
        .iter()
        .map(|item| Decision {
            on: item.key.slug().clone(),
            right: response.matched.get(&item.key) == key.pairs.get(&item.key),
        })
        .collect();
    Marks::of_choices(key.partial, decisions)
}

/// Every item with its answer.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response { matched: key.pairs.clone() }
}

/// The answers; the items keep the author's order.
pub fn movable(prompt: &Prompt) -> Vec<Slug> {
    prompt.answers.iter().map(|answer| answer.key.slug().clone()).collect()
}
