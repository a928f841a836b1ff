//! The facts of a case are tested against a legal definition.

use domain::html::Html;
use domain::id::{ConceptId, ElementKey, PassageKey};
use domain::question::Body;
use domain::question::elements::{self, Met};
use domain::reference::Concept;
use domain::sort::in_order;

use super::{Asked, choice, partial};
use crate::desk::{Read, shown};
use crate::diagnostic::Code;
use crate::markdown::{self, Form};
use crate::names::Sort;
use crate::place::Placed;
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::syntax::tree::Data;
use crate::value::{Fields, Value};

/// A finding on an element.
pub(super) static FINDING: Shape = Shape::new(
    "finding",
    "a finding",
    &[&[
        needed("element", Of::Id, "The key of an element of the concept."),
        needed(
            "met",
            Of::Either(&[Of::Boolean, Of::Word(|| vec!["unclear"])]),
            "Whether it is met: `true`, `false` or `\"unclear\"`.",
        ),
        may("proof", Of::List(&Of::Id, 0), "The passages of the facts that prove it."),
        may("feedback", Of::Text, "What is said of it once it is marked."),
    ]],
);

/// A finding as its author wrote it.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) element: Placed<ElementKey>,
    pub(crate) met: Met,
    pub(crate) proof: Vec<Placed<PassageKey>>,
    pub(crate) feedback: Option<Html>,
}

/// Reads the facts, the findings and the conclusions.
pub(super) fn read(fields: &Fields<'_>, concepts: &Read<Vec<Concept>>) -> Read<Asked> {
    let desk = fields.of.desk;
    let partial = partial(fields);
    let concept = fields.required("concept", |value| find_concept(value, concepts));
    let facts = fields.required("facts", |value| {
        let text = value.text()?;
        Ok((text.value, markdown::write(desk, &text, Form::Facts)?))
    });
    let findings = fields.required("findings", |value| Ok((value, value.list(finding)?)));
    let conclusion = fields.required("conclusion", |value| {
        let options = choice::options(value)?;
        let correct = rules::one_correct::check(value, &options)?;
        Ok((options, correct))
    });
    let proven = match (&facts, &findings) {
        (Ok((_, facts)), Ok((_, findings))) => rules::passages::check(desk, &facts.passages, findings),
        (Err(reported), _) | (_, Err(reported)) => Err(*reported),
    };
    let told_apart = match &facts {
        Ok((_, facts)) => rules::distinct::check(desk, "passages", readings(facts).iter()),
        Err(reported) => Err(*reported),
    };
    let (list, findings) = findings?;
    let concept = concept?;
    let covered = rules::findings::check(list, &findings, concept);
    let ((raw_facts, facts), (conclusions, correct)) = (facts?, conclusion?);
    covered?;
    proven?;
    told_apart?;
    let print = [format!("concept {}", concept.id), format!("facts {raw_facts}")]
        .into_iter()
        .chain(concept.elements.iter().map(|element| format!("element {}={}", element.key, element.label)))
        .chain(
            findings
                .iter()
                .map(|finding| format!("met {}={}", finding.element.value, met_in_words(finding.met))),
        )
        .chain(findings.iter().flat_map(|finding| {
            finding.proof.iter().map(|proof| format!("proof {}={}", finding.element.value, proof.value))
        }))
        .chain(choice::print(&conclusions));
    let print = print.collect();
    let passages: Vec<elements::Passage> =
        facts.passage_words.into_iter().map(|(key, text)| elements::Passage { key, text }).collect();
    let prompt = elements::Prompt {
        concept: concept.id.clone(),
        term: desk
            .names
            .terms
            .get(concept.term.as_str())
            .cloned()
            .unwrap_or_else(|| concept.term.to_string()),
        facts: facts.html,
        passages,
        elements: concept.elements.clone(),
        conclusions: choice::shown(&conclusions),
    };
    let key = elements::Key {
        findings: in_order_of(concept, findings),
        conclusion: correct,
        partial: partial?,
        feedback: choice::feedback(&conclusions),
    };
    Ok(Asked { body: Body::Elements { prompt, key }, print })
}

/// The words of each passage, where it is marked: as proof they are offered one below the other, without what stands around them.
fn readings(facts: &markdown::Written) -> Vec<Placed<String>> {
    let reading = |(key, words): &(PassageKey, Html)| {
        let marked = facts.passages.iter().find(|passage| passage.value == *key)?;
        Some(Placed { value: words.as_str().to_owned(), place: marked.place })
    };
    facts.passage_words.iter().filter_map(reading).collect()
}

fn find_concept<'c>(value: Value<'_>, concepts: &'c Read<Vec<Concept>>) -> Read<&'c Concept> {
    let id = value.id::<ConceptId>()?;
    value.desk.resolve(Sort::Concept, id.value.as_str(), id.place)?;
    let concepts = concepts.as_ref().map_err(|reported| *reported)?;
    concepts
        .binary_search_by(|concept| concept.id.cmp(&id.value))
        .ok()
        .and_then(|at| concepts.get(at))
        .ok_or_else(|| {
            let message = format!("There is no concept `{}`.", id.value);
            value.error(Code::UnknownConcept, message, "Write the id of a concept that exists.")
        })
}

fn finding(value: Value<'_>) -> Read<Written> {
    let desk = value.desk;
    let fields = value.table(&FINDING)?;
    let element = fields.required("element", Value::id::<ElementKey>);
    let met = fields.required("met", met);
    let proof = fields.optional("proof", |value| value.list(Value::id::<PassageKey>));
    let feedback = fields.optional("feedback", |value| markdown::line(desk, &value.text()?));
    if let (Ok(element), true) = (&element, fields.lacks("feedback")) {
        rules::feedback::missing(desk, fields.place(), &format!("The finding on `{}`", element.value));
    }
    Ok(Written { element: element?, met: met?, proof: proof?.unwrap_or_default(), feedback: feedback? })
}

/// Whether an element is met: `true`, `false` or `"unclear"`.
pub(crate) fn met(value: Value<'_>) -> Read<Met> {
    let help = "Write `true` or `false` without quotation marks, `\"unclear\"` with them.";
    if let Data::Boolean(met) = value.node.data {
        return Ok(if met { Met::Yes } else { Met::No });
    }
    match value.node.as_text() {
        Some("unclear") => Ok(Met::Unclear),
        Some(text) => {
            let message = format!("`{}` is none of `true`, `false` and `\"unclear\"`.", shown(text));
            Err(value.error(Code::UnknownValue, message, help))
        }
        None => Err(value.wrong("`true`, `false` or `\"unclear\"`", help)),
    }
}

fn met_in_words(met: Met) -> &'static str {
    match met {
        Met::Yes => "true",
        Met::No => "false",
        Met::Unclear => "unclear",
    }
}

fn in_order_of(concept: &Concept, findings: Vec<Written>) -> Vec<elements::Finding> {
    let place = |key: &ElementKey| concept.elements.iter().position(|element| element.key == *key);
    let findings: Vec<elements::Finding> = findings
        .into_iter()
        .map(|finding| elements::Finding {
            element: finding.element.value,
            met: finding.met,
            proof: finding.proof.into_iter().map(|proof| proof.value).collect(),
            feedback: finding.feedback,
        })
        .collect();
    in_order(findings, |one, other| place(&one.element).cmp(&place(&other.element)))
}
