//! The facts of a case are tested against a legal definition, element by element, with the words that prove it; then comes
//! the conclusion.

use super::{Choice, Feedback};
use crate::html::Html;
use crate::id::{ConceptId, ElementKey, OptionKey, PassageKey, Slug};
use crate::json::{Json, Value, Writer, record};
use crate::map::{Map, Set};
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
    /// Those passages with their words, in the order of the facts.
    pub passages: Vec<Passage>,
    /// The elements of the concept, in the order of the definition.
    pub elements: Vec<Element>,
    /// The conclusions to choose from, two or more, in the author's order.
    pub conclusions: Vec<Choice>,
}

record! { Prompt { concept, term, facts, passages: optional, elements, conclusions } }

/// A passage of the facts that may prove something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its key.
    pub key: PassageKey,
    /// Its words.
    pub text: Html,
}

record! { Passage { key, text } }

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
    /// The passages that were marked as the proof of an element.
    pub proof: Map<ElementKey, Set<PassageKey>>,
}

record! { Response { found, conclusion, proof: optional } }

impl Response {
    /// Marks a passage as proof of an element, or takes the mark away.
    pub fn toggle_proof(&mut self, element: &ElementKey, passage: &PassageKey) {
        let mut marked = self.proof.remove(element).unwrap_or_default();
        if !marked.remove(passage) {
            marked.insert(passage.clone());
        }
        if !marked.is_empty() {
            self.proof.insert(element.clone(), marked);
        }
    }

    /// Whether a passage is marked as proof of an element.
    pub fn is_proof(&self, element: &ElementKey, passage: &PassageKey) -> bool {
        self.proof.get(element).is_some_and(|marked| marked.contains(passage))
    }
}

/// Whether every element was judged and a conclusion of this question was drawn. Proof can be left out, and is then not found.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    let known = |chosen: &OptionKey| prompt.conclusions.iter().any(|option| option.key == *chosen);
    prompt.elements.iter().all(|element| response.found.contains_key(&element.key))
        && response.conclusion.as_ref().is_some_and(known)
}

/// Each element is a decision; so are the words that prove it, where the facts have such words, and the conclusion.
pub fn score(prompt: &Prompt, key: &Key, response: &Response) -> Marks {
    let mut decisions: Vec<Decision> = key
        .findings
        .iter()
        .map(|finding| Decision {
            on: finding.element.slug().clone(),
            right: response.found.get(&finding.element) == Some(&finding.met),
        })
        .collect();
    if !prompt.passages.is_empty() {
        let proven = key.findings.iter().filter(|finding| !finding.proof.is_empty());
        decisions.extend(proven.map(|finding| Decision {
            on: finding.element.slug().clone(),
            right: is_proven(finding, response),
        }));
    }
    decisions.push(Decision {
        on: key.conclusion.slug().clone(),
        right: response.conclusion.as_ref() == Some(&key.conclusion),
    });
    Marks::of_choices(key.partial, decisions)
}

/// Whether exactly the passages that prove the element were marked.
pub fn is_proven(finding: &Finding, response: &Response) -> bool {
    let marked = response.proof.get(&finding.element).map_or(0, Set::len);
    let found = |passage: &PassageKey| response.is_proof(&finding.element, passage);
    marked == finding.proof.len() && finding.proof.iter().all(found)
}

/// Every finding with its proof, and the conclusion.
pub fn model_response(prompt: &Prompt, key: &Key) -> Response {
    let findings = if prompt.passages.is_empty() { &[] } else { key.findings.as_slice() };
    let proof = findings
        .iter()
        .filter(|finding| !finding.proof.is_empty())
        .map(|finding| (finding.element.clone(), finding.proof.iter().cloned().collect()));
    Response {
        found: key.findings.iter().map(|finding| (finding.element.clone(), finding.met)).collect(),
        conclusion: Some(key.conclusion.clone()),
        proof: proof.collect(),
    }
}

/// Nothing: elements keep the order of the definition, conclusions the author's.
pub fn movable(_: &Prompt) -> Vec<Slug> {
    Vec::new()
}
