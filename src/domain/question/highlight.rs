//! The passages of a text that prove something are marked.

use super::Feedback;
use super::flow::Flow;
use crate::id::{PassageKey, Slug};
use crate::json::record;
use crate::map::Set;
use crate::score::{Decision, Marks, Partial, Tally};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The text, with two or more passages that can be marked.
    pub text: Flow<PassageKey>,
}

record! { Prompt { text } }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The passages to be marked, one or more.
    pub proof: Set<PassageKey>,
    /// How an answer that is partly right is credited.
    pub partial: Partial,
    /// What is said of each passage.
    pub feedback: Vec<Feedback<PassageKey>>,
}

record! { Key { proof, partial, feedback } }

/// What was marked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The passages.
    pub marked: Set<PassageKey>,
}

record! { Response { marked } }

/// Whether at least one passage of this text was marked.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    prompt.text.places().any(|(passage, _)| response.marked.contains(passage))
}

/// Each passage is a decision: marked where it proves something, left alone where it does not.
pub fn score(prompt: &Prompt, key: &Key, response: &Response) -> Marks {
    let mut tally = Tally { decisions: 0, right_decisions: 0, possible: key.proof.len(), right: 0, wrong: 0 };
    let mut decisions = Vec::new();
    for (passage, _) in prompt.text.places() {
        let (marked, proves) = (response.marked.contains(passage), key.proof.contains(passage));
        tally.decisions += 1;
        tally.right_decisions += usize::from(marked == proves);
        tally.right += usize::from(marked && proves);
        tally.wrong += usize::from(marked && !proves);
        decisions.push(Decision { on: passage.slug().clone(), right: marked == proves });
    }
    Marks { credit: key.partial.credit(&tally), decisions }
}

/// The passages that prove it.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response { marked: key.proof.clone() }
}

/// Nothing: a text stays as it is.
pub fn movable(_: &Prompt) -> Vec<Slug> {
    Vec::new()
}
