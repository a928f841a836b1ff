//! Several options are right.

use super::{Choice, Feedback};
use crate::id::{MisconceptionId, OptionKey, Slug};
use crate::json::record;
use crate::map::Set;
use crate::score::{Decision, Marks, Partial, Tally};

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
    /// The right options, one or more.
    pub correct: Set<OptionKey>,
    /// How an answer that is partly right is credited.
    pub partial: Partial,
    /// What is said of an option that was chosen, or of any where nothing else is said of it.
    pub feedback: Vec<Feedback<OptionKey>>,
    /// What is said of a right option that was not chosen.
    pub missed: Vec<Feedback<OptionKey>>,
    /// The confusions that wrong options show.
    pub misconceptions: Vec<(OptionKey, MisconceptionId)>,
}

record! { Key { correct, partial, feedback, missed: optional, misconceptions: optional } }

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The options.
    pub chosen: Set<OptionKey>,
}

record! { Response { chosen } }

/// Whether at least one option of this question was chosen.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    prompt.options.iter().any(|option| response.chosen.contains(&option.key))
}

/// Each option is a decision: chosen where it is right, left alone where it is not.
pub fn score(prompt: &Prompt, key: &Key, response: &Response) -> Marks {
    let decide = |option: &Choice| {
        let chosen = response.chosen.contains(&option.key);
        let correct = key.correct.contains(&option.key);
        (chosen, correct)
    };
    let count =
        |wanted: (bool, bool)| prompt.options.iter().filter(|option| decide(option) == wanted).count();
    let (right, wrong, left_alone) = (count((true, true)), count((true, false)), count((false, false)));
    let tally = Tally {
        decisions: prompt.options.len(),
        right_decisions: right + left_alone,
        possible: key.correct.len(),
        right,
        wrong,
    };
    let decisions = prompt.options.iter().map(|option| {
        let (chosen, correct) = decide(option);
        Decision { on: option.key.slug().clone(), right: chosen == correct }
    });
    Marks { credit: key.partial.credit(&tally), decisions: decisions.collect() }
}

/// The right options.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response { chosen: key.correct.clone() }
}

/// The options.
pub fn movable(prompt: &Prompt) -> Vec<Slug> {
    prompt.options.iter().map(|option| option.key.slug().clone()).collect()
}
