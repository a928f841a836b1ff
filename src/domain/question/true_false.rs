//! The stem is a statement: true or false.

use super::Feedback;
use crate::id::Slug;
use crate::json::record;
use crate::score::{Credit, Decision, Marks};

/// What is shown: nothing beside the stem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {}

record! { Prompt {} }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Whether the statement is true.
    pub answer: bool,
    /// What is said to those who hold it true, and to those who hold it false.
    pub feedback: Vec<Feedback<bool>>,
}

record! { Key { answer, feedback } }

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// Whether the learner holds the statement true, once she has said so.
    pub says: Option<bool>,
}

record! { Response { says } }

/// Whether one of the two was chosen.
pub fn ready(_: &Prompt, response: &Response) -> bool {
    response.says.is_some()
}

/// All or nothing.
pub fn score(_: &Prompt, key: &Key, response: &Response) -> Marks {
    let right = response.says == Some(key.answer);
    let decisions = response.says.and_then(slug_of).map(|on| Decision { on, right });
    Marks { credit: Credit::all_if(right), decisions: decisions.into_iter().collect() }
}

/// What the statement is.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response { says: Some(key.answer) }
}

/// Nothing: *true* stands before *false*.
pub fn movable(_: &Prompt) -> Vec<Slug> {
    Vec::new()
}

fn slug_of(says: bool) -> Option<Slug> {
    if says { "true" } else { "false" }.parse().ok()
}
