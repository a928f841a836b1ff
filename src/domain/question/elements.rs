//! The facts of a case are tested against a legal definition, element by element; then comes the conclusion.

use super::{Choice, Feedback};
use crate::html::Html;
use crate::id::{ConceptId, ElementKey, OptionKey, PassageKey, Slug};
use crate::json::{Json, Value, Writer, record};
use crate::map::Map;
use crate::reference::Element;
use crate::score::{Decision, Marks, Partial};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The concept whose elements are tested.
    pub concept: ConceptId,
    /// The name of the concept.
    pub term: String,
    /// The facts; each passage that proves something is a `<span data-passage>`.
    pub facts: Html,
    /// The elements of the concept, in the order of the definition.
    pub elements: Vec<Element>,
    /// The conclusions to choose from, two or more, in the author's order.
    pub conclusions: Vec<Choice>,
}

record! { Prompt { concept, term, facts, elements, conclusions } }

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// A finding for every element.
    pub findings: Vec<Finding>,
    /// The right conclusion.
    pub conclusion: OptionKey,
    /// How an answer that is partly right is credited.
    pub partial: Partial,
    /// What is said of the conclusion that was chosen.
    pub feedback: Vec<Feedback<OptionKey>>,
}

record! { Key { findings, conclusion, partial, feedback } }

/// What the facts say of one element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The element.
    pub element: ElementKey,
    /// Whether it is met.
    pub met: Met,
    /// The passages that prove it.
    pub proof: Vec<PassageKey>,
    /// What is said of it.
    pub feedback: Option<Html>,
}

record! { Finding { element, met, proof: optional, feedback: optional } }

/// Whether an element is met. Written `true`, `false` or `"unclear"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Met {
    /// The facts show it.
    Yes,
    /// The facts exclude it.
    No,
    /// The facts do not say enough.
    Unclear,
}

impl Met {
    /// Every finding there can be, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unclear];
}

impl Json for Met {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Yes => true.write(out),
            Self::No => false.write(out),
            Self::Unclear => out.word("unclear"),
        }
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        match (bool::read(value), value.text()) {
            (Some(true), _) => Some(Self::Yes),
            (Some(false), _) => Some(Self::No),
            (None, Some("unclear")) => Some(Self::Unclear),
            (None, _) => None,
        }
    }
}

/// What was found, and concluded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The finding for each element so far.
    pub found: Map<ElementKey, Met>,
    /// The conclusion, once there is one.
    pub conclusion: Option<OptionKey>,
}

record! { Response { found, conclusion } }

/// Whether every element was judged and a conclusion of this question was drawn.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    let known = |chosen: &OptionKey| prompt.conclusions.iter().any(|option| option.key == *chosen);
    prompt.elements.iter().all(|element| response.found.contains_key(&element.key))
        && response.conclusion.as_ref().is_some_and(known)
}

/// Each element is a decision, and so is the conclusion.
pub fn score(_: &Prompt, key: &Key, response: &Response) -> Marks {
    let mut decisions: Vec<Decision> = key
        .findings
        .iter()
        .map(|finding| Decision {
            on: finding.element.slug().clone(),
            right: response.found.get(&finding.element) == Some(&finding.met),
        })
        .collect();
    decisions.push(Decision {
        on: key.conclusion.slug().clone(),
        right: response.conclusion.as_ref() == Some(&key.conclusion),
    });
    Marks::of_choices(key.partial, decisions)
}

/// Every finding and the conclusion.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response {
        found: key.findings.iter().map(|finding| (finding.element.clone(), finding.met)).collect(),
        conclusion: Some(key.conclusion.clone()),
    }
}

/// Nothing: elements keep the order of the definition, conclusions the author's.
pub fn movable(_: &Prompt) -> Vec<Slug> {
    Vec::new()
}
