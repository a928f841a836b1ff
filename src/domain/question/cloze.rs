//! A text with gaps, filled from a bank of words or typed.

use super::flow::Flow;
use super::{Choice, Feedback};
use crate::id::{GapKey, OptionKey, Slug};
use crate::json::{record, tagged};
use crate::map::Map;
use crate::score::{Decision, Marks, Partial};
use crate::typed::{Folding, says_something};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The text, with one or more gaps.
    pub text: Flow<GapKey>,
    /// The words to choose from; none where the gaps are typed. A word may fill several gaps, or none.
    pub words: Vec<Choice>,
}

record! { Prompt { text, words: optional } }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What fills each gap.
    pub gaps: Map<GapKey, Filling>,
    /// What is let pass in a gap that is typed.
    pub folding: Folding,
    /// How an answer that is partly right is credited.
    pub partial: Partial,
    /// What is said of each gap.
    pub feedback: Vec<Feedback<GapKey>>,
}

record! { Key { gaps, folding, partial, feedback } }

/// What fills a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filling {
    /// This word of the bank.
    Word(OptionKey),
    /// One of these texts; the first is shown as the right one.
    Typed(Vec<String>),
}

tagged! { Filling { "word" => Word(key), "typed" => Typed(texts) } }

/// What was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The key of a word, or the text that was typed, by gap.
    pub filled: Map<GapKey, String>,
}

record! { Response { filled } }

/// Whether every gap was filled.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    let is_filled = |gap: &GapKey| {
        response.filled.get(gap).is_some_and(|text| {
            if prompt.words.is_empty() {
                says_something(text)
            } else {
                prompt.words.iter().any(|word| word.key.as_str() == text)
            }
        })
    };
    prompt.text.places().all(|(gap, _)| is_filled(gap))
}

/// Each gap is a decision.
pub fn score(prompt: &Prompt, key: &Key, response: &Response) -> Marks {
    let is_right = |gap: &GapKey| match (key.gaps.get(gap), response.filled.get(gap)) {
        (Some(Filling::Word(word)), Some(text)) => word.as_str() == text,
        (Some(Filling::Typed(texts)), Some(text)) => key.folding.accepts(texts, text),
        (None, _) | (_, None) => false,
    };
    let decide = |gap: &GapKey| Decision { on: gap.slug().clone(), right: is_right(gap) };
    Marks::of_choices(key.partial, prompt.text.places().map(|(gap, _)| decide(gap)).collect())
}

/// Every gap, filled.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    let fill = |filling: &Filling| match filling {
        Filling::Word(word) => word.to_string(),
        Filling::Typed(texts) => texts.first().cloned().unwrap_or_default(),
    };
    Response { filled: key.gaps.iter().map(|(gap, filling)| (gap.clone(), fill(filling))).collect() }
}

/// The words of the bank.
pub fn movable(prompt: &Prompt) -> Vec<Slug> {
    prompt.words.iter().map(|word| word.key.slug().clone()).collect()
}
