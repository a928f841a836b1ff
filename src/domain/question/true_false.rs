//! The stem is a statement: true or false. Where its author gives reasons, one of them is chosen as well.

use super::{Choice, Feedback};
use crate::id::{OptionKey, Slug};
use crate::json::record;
use crate::score::{Decision, Marks, Partial};

/// What is shown beside the stem.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prompt {
    /// The reasons to choose from, in the author's order; none where no reason is asked for.
    pub reasons: Vec<Choice>,
}

record! { Prompt { reasons: optional } }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Whether the statement is true.
    pub answer: bool,
    /// What is said to those who hold it true, and to those who hold it false.
    pub feedback: Vec<Feedback<bool>>,
    /// The right reason, where one is asked for.
    pub reason: Option<OptionKey>,
    /// How an answer that is partly right is credited.
    pub partial: Partial,
    /// What is said of the reason that was chosen.
    pub reason_feedback: Vec<Feedback<OptionKey>>,
}

record! { Key { answer, feedback, reason: optional, partial: optional, reason_feedback: optional } }

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// Whether the learner holds the statement true, once she has said so.
    pub says: Option<bool>,
    /// Her reason, once there is one.
    pub reason: Option<OptionKey>,
}

record! { Response { says, reason: optional } }

/// Whether one of the two was chosen, and a reason where one is asked for.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    let known = |chosen: &OptionKey| prompt.reasons.iter().any(|reason| reason.key == *chosen);
    let has_reason = prompt.reasons.is_empty() || response.reason.as_ref().is_some_and(known);
    response.says.is_some() && has_reason
}

/// The statement is a decision, and so is the reason. A right reason for a wrong verdict is a guess: it earns nothing.
pub fn score(prompt: &Prompt, key: &Key, response: &Response) -> Marks {
    let right = response.says == Some(key.answer);
    let mut decisions = Vec::new();
    if let Some(says) = response.says {
        decisions.push(Decision { on: Slug::own(if says { "true" } else { "false" }), right });
    }
    if !prompt.reasons.is_empty() {
        let reasoned = right && response.reason == key.reason;
        decisions.push(Decision { on: Slug::own("reason"), right: reasoned });
    }
    Marks::of_choices(key.partial, decisions)
}

/// What the statement is, and why.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response { says: Some(key.answer), reason: key.reason.clone() }
}

/// The reasons; *true* stands before *false*.
pub fn movable(prompt: &Prompt) -> Vec<Slug> {
    prompt.reasons.iter().map(|reason| reason.key.slug().clone()).collect()
}
