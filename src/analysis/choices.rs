//! What a learner decided in an answer, part by part, and what there was to decide.
//!
//! A *part* is what is decided on: an item, a gap, an element; a question with one decision has one part without a name. What was
//! decided is told from the response alone, so that it can be counted where no bank is at hand; the bank adds the texts, what is right, and
//! what nobody chose.

use domain::id::MisconceptionId;
use domain::question::elements::Met;
use domain::question::{Body, Choice, Response};
use domain::typed::Folding;

use crate::text::{plain, shortened};

mod offered;

pub use self::offered::offered;

/// The longest text that was typed as it is counted, in characters.
const LONGEST: usize = 80;

/// The part that is the reason for a verdict.
const REASON: &str = "reason";
/// The part that is the conclusion of an analysis.
const CONCLUSION: &str = "conclusion";
/// The part that is the unit of a number.
const UNIT: &str = "unit";
/// What follows the last item.
const END: &str = "end";

/// Something that was decided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chosen {
    /// The part; without a name where there is one.
    pub part: String,
    /// What was chosen, placed, marked or typed.
    pub choice: String,
}

/// A part of a question, as a bank has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its key; without a name where there is one.
    pub key: String,
    /// Its text.
    pub text: String,
    /// What there is to choose from; nothing where it is typed.
    pub options: Vec<Offered>,
    /// Whether one of them is chosen, and not any number.
    pub takes_one: bool,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its key.
    pub key: String,
    /// Its text.
    pub text: String,
    /// Whether it is right.
    pub is_right: bool,
    /// The confusion that it shows.
    pub misconception: Option<MisconceptionId>,
}

/// What was decided in an answer.
pub fn chosen(response: &Response) -> Vec<Chosen> {
    let one = |part: &str, choice: &str| Chosen { part: part.to_owned(), choice: choice.to_owned() };
    match response {
        Response::SingleChoice(response) => {
            response.chosen.iter().map(|option| one("", option.as_str())).collect()
        }
        Response::MultipleResponse(response) => {
            response.chosen.iter().map(|option| one("", option.as_str())).collect()
        }
        Response::TrueFalse(response) => {
            let says = response.says.map(|says| one("", truth(says)));
            let reason = response.reason.as_ref().map(|reason| one(REASON, reason.as_str()));
            says.into_iter().chain(reason).collect()
        }
        Response::Classify(response) => {
            response.placed.iter().map(|(item, category)| one(item.as_str(), category.as_str())).collect()
        }
        Response::Matching(response) => {
            response.matched.iter().map(|(item, answer)| one(item.as_str(), answer.as_str())).collect()
        }
        Response::Elements(response) => {
            let found = response.found.iter().map(|(element, met)| one(element.as_str(), finding(*met)));
            let proof = response.proof.iter().flat_map(|(element, passages)| {
                passages.iter().map(move |passage| one(&proof_of(element.as_str()), passage.as_str()))
            });
            let conclusion = response.conclusion.iter().map(|option| one(CONCLUSION, option.as_str()));
            found.chain(proof).chain(conclusion).collect()
        }
        Response::Ordering(response) => {
            let next = response.order.iter().skip(1).map(|item| item.as_str()).chain([END]);
            response.order.iter().zip(next).map(|(item, next)| one(item.as_str(), next)).collect()
        }
        Response::Cloze(response) => {
            response.filled.iter().map(|(gap, text)| one(gap.as_str(), &typed(text))).collect()
        }
        Response::ShortAnswer(response) => vec![one("", &typed(&response.text))],
        Response::Numeric(response) => {
            let unit = response.unit.iter().map(|unit| one(UNIT, unit.as_str()));
            [one("", &typed(&response.text))].into_iter().chain(unit).collect()
        }
        Response::Highlight(response) => {
            response.marked.iter().map(|passage| one("", passage.as_str())).collect()
        }
        Response::Case(response) => {
            response.taken.iter().map(|taken| one(taken.step.as_str(), taken.way.as_str())).collect()
        }
        Response::Reflection(response) => {
            response.ticked.iter().map(|point| one("", point.as_str())).collect()
        }
    }
}

/// What was typed, as it is counted: without what every typed answer is folded by.
fn typed(text: &str) -> String {
    shortened(&Folding::default().fold(text), LONGEST)
}

fn truth(says: bool) -> &'static str {
    if says { "true" } else { "false" }
}

/// A finding as a word.
pub(crate) fn finding(met: Met) -> &'static str {
    match met {
        Met::Yes => "met",
        Met::No => "not met",
        Met::Unclear => "unclear",
    }
}

fn proof_of(element: &str) -> String {
    format!("{element}: proof")
}

/// Whether a text that was typed is right; none where it is not typed.
pub fn is_right(body: &Body, chosen: &Chosen) -> Option<bool> {
    match body {
        Body::ShortAnswer { key, .. } => Some(
            key.folding.accepts(&key.accept, &chosen.choice)
                && !key.expected.iter().any(|wrong| key.folding.names(&wrong.texts, &chosen.choice)),
        ),
        Body::Numeric { prompt, key } if chosen.part.is_empty() => {
            let response =
                domain::question::numeric::Response { text: chosen.choice.clone(), unit: key.unit.clone() };
            let marks = domain::question::numeric::score(prompt, key, &response);
            marks.decisions.first().map(|number| number.right)
        }
        Body::Cloze { key, .. } => key.gaps.iter().find(|(gap, _)| gap.as_str() == chosen.part).and_then(
            |(_, filling)| match filling {
                domain::question::cloze::Filling::Word(_) => None,
                domain::question::cloze::Filling::Typed(texts) => {
                    Some(key.folding.accepts(texts, &chosen.choice))
                }
            },
        ),
        Body::Numeric { .. }
        | Body::SingleChoice { .. }
        | Body::MultipleResponse { .. }
        | Body::TrueFalse { .. }
        | Body::Classify { .. }
        | Body::Matching { .. }
        | Body::Elements { .. }
        | Body::Ordering { .. }
        | Body::Highlight { .. }
        | Body::Case { .. }
        | Body::Reflection { .. } => None,
    }
}

/// The confusion that a typed answer shows, where its author has foreseen it.
pub fn misconception(body: &Body, response: &Response) -> Option<MisconceptionId> {
    match (body, response) {
        (Body::ShortAnswer { key, .. }, Response::ShortAnswer(response)) => {
            key.foreseen(response).and_then(|foreseen| foreseen.misconception.clone())
        }
        (Body::Numeric { prompt, key }, Response::Numeric(response)) => {
            key.foreseen(prompt, response).and_then(|foreseen| foreseen.misconception.clone())
        }
        _ => None,
    }
}

/// The words of an option.
fn words(choices: &[Choice], key: &str) -> String {
    choices
        .iter()
        .find(|choice| choice.key.as_str() == key)
        .map_or_else(|| key.to_owned(), |choice| plain(&choice.text))
}
