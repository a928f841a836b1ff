//! The facts of a case are tested against a legal definition, element by element; then comes the conclusion.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Choice, Feedback};
use crate::html::Html;
use crate::id::{ConceptId, ElementKey, OptionKey, PassageKey, Slug};
use crate::reference::Element;
use crate::score::{Decision, Marks, Partial};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// What is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// What the facts say of one element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The element.
    pub element: ElementKey,
    /// Whether it is met.
    pub met: Met,
    /// The passages that prove it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proof: Vec<PassageKey>,
    /// What is said of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Html>,
}

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

impl Serialize for Met {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Yes => serializer.serialize_bool(true),
            Self::No => serializer.serialize_bool(false),
            Self::Unclear => serializer.serialize_str("unclear"),
        }
    }
}

impl<'de> Deserialize<'de> for Met {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl de::Visitor<'_> for Written {
            type Value = Met;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("true, false or \"unclear\"")
            }

            fn visit_bool<E>(self, met: bool) -> Result<Met, E> {
                Ok(if met { Met::Yes } else { Met::No })
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Met, E> {
                if text == "unclear" { Ok(Met::Unclear) } else { Err(E::custom("expected \"unclear\"")) }
            }
        }
        deserializer.deserialize_any(Written)
    }
}

/// What was found, and concluded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Response {
    /// The finding for each element so far.
    pub found: BTreeMap<ElementKey, Met>,
    /// The conclusion, once there is one.
    pub conclusion: Option<OptionKey>,
}

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
