//! One option is right.

use super::{Choice, Feedback};
use crate::id::{MisconceptionId, OptionKey, Slug};
use crate::json::record;
use crate::score::{Credit, Decision, Marks};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The options, two or more, in the author's order.
    pub options: Vec<Choice>,
}

record! { Prompt { options } }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The right option.
    pub correct: OptionKey,
    /// What is said of the option that was chosen.
    pub feedback: Vec<Feedback<OptionKey>>,
    /// What is said of a right option that was not chosen.
    pub missed: Vec<Feedback<OptionKey>>,
    /// The confusions that wrong options show.
    pub misconceptions: Vec<(OptionKey, MisconceptionId)>,
}

record! { Key { correct, feedback, missed: optional, misconceptions: optional } }

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The option, once there is one.
    pub chosen: Option<OptionKey>,
}

record! { Response { chosen } }

/// Whether an option of this question was chosen.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    response.chosen.as_ref().is_some_and(|chosen| prompt.options.iter().any(|option| option.key == *chosen))
}

/// Full credit for the right option.
pub fn score(_: &Prompt, key: &Key, response: &Response) -> Marks {
    let decisions = response
        .chosen
        .iter()
        .map(|chosen| Decision { on: chosen.slug().clone(), right: *chosen == key.correct });
    Marks {
        credit: Credit::all_if(response.chosen.as_ref() == Some(&key.correct)),
        decisions: decisions.collect(),
    }
}

/// The right option.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response { chosen: Some(key.correct.clone()) }
}

/// The options.
pub fn movable(prompt: &Prompt) -> Vec<Slug> {
    prompt.options.iter().map(|option| option.key.slug().clone()).collect()
}
