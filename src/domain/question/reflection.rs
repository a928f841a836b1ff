//! A learner writes, compares with a model answer, and ticks what she had thought of. Nothing is right or wrong.

use super::Choice;
use crate::html::Html;
use crate::id::{OptionKey, Slug};
use crate::json::record;
use crate::map::Set;
use crate::score::{Credit, Marks};
use crate::typed::says_something;

/// What is shown at first: the stem, and a field to write in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {}

record! { Prompt {} }

/// What is shown once something was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// How the author would have answered.
    pub model: Html,
    /// What a good answer thinks of, to be ticked by the learner herself.
    pub checklist: Vec<Choice>,
}

record! { Key { model, checklist } }

/// What was written, and ticked afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The learner's own words.
    pub text: String,
    /// What she found in them, of the checklist.
    pub ticked: Set<OptionKey>,
}

record! { Response { text, ticked } }

/// Whether something was written.
pub fn ready(_: &Prompt, response: &Response) -> bool {
    says_something(&response.text)
}

/// All of the credit, of a question that is worth no points.
pub fn score(_: &Prompt, _: &Key, _: &Response) -> Marks {
    Marks { credit: Credit::FULL, decisions: Vec::new() }
}

/// The checklist, ticked; the words are the learner's, so that there is no model of them.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    let ticked = key.checklist.iter().map(|point| point.key.clone()).collect();
    Response { text: key.model.as_str().to_owned(), ticked }
}

/// Nothing: the checklist keeps the author's order.
pub fn movable(_: &Prompt) -> Vec<Slug> {
    Vec::new()
}
