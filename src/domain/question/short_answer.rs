//! The answer is typed: a word or a few.

use crate::html::Html;
use crate::id::{MisconceptionId, Slug};
use crate::json::record;
use crate::score::{Credit, Decision, Marks};
use crate::typed::{Folding, says_something};

/// What is shown: the stem, and a field to write in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {}

record! { Prompt {} }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What counts as right, one or more; the first is shown as the right answer.
    pub accept: Vec<String>,
    /// What is let pass.
    pub folding: Folding,
    /// Wrong answers that the author has foreseen.
    pub expected: Vec<Expected>,
    /// What is said of every other wrong answer.
    pub feedback: Option<Html>,
}

record! { Key { accept, folding, expected: optional, feedback: optional } }

/// A wrong answer that the author has foreseen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// How it is written, in one or more ways.
    pub texts: Vec<String>,
    /// What is said of it.
    pub feedback: Html,
    /// The confusion that it shows.
    pub misconception: Option<MisconceptionId>,
}

record! { Expected { texts, feedback, misconception: optional } }

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The text, as it was typed.
    pub text: String,
}

record! { Response { text } }

impl Key {
    /// The foreseen wrong answer that was given, if it was one.
    ///
    /// It is not let pass as a slip of the right one: *emigrant* is no mistyped *immigrant*.
    pub fn foreseen(&self, response: &Response) -> Option<&Expected> {
        let is_it = |expected: &&Expected| self.folding.names(&expected.texts, &response.text);
        if self.folding.names(&self.accept, &response.text) { None } else { self.expected.iter().find(is_it) }
    }
}

/// Whether something was typed.
pub fn ready(_: &Prompt, response: &Response) -> bool {
    says_something(&response.text)
}

/// All or nothing.
pub fn score(_: &Prompt, key: &Key, response: &Response) -> Marks {
    let right = key.foreseen(response).is_none() && key.folding.accepts(&key.accept, &response.text);
    Marks { credit: Credit::all_if(right), decisions: vec![Decision { on: Slug::own("answer"), right }] }
}

/// The first of the right answers.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response { text: key.accept.first().cloned().unwrap_or_default() }
}

/// Nothing.
pub fn movable(_: &Prompt) -> Vec<Slug> {
    Vec::new()
}
