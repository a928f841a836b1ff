//! Sources, glossary and concepts.

use domain::id::{ConceptId, ElementKey, SourceId, TermId};
use domain::reference::{Concept, Contrast, Element, Source, SourceKind, Term};

use super::{Taken, entries, root};
use crate::citation;
use crate::desk::{Desk, Read, shown};
use crate::diagnostic::Code;
use crate::markdown;
use crate::names::Sort;
use crate::project::Toml;
use crate::value::{Fields, Value, all};

const SOURCE: &[&str] =
    &["title", "short", "type", "adopted", "in_force", "published", "depositary", "note", "link"];
const TERM: &[&str] = &["term", "definition", "authority", "also", "confused_with"];
const CONCEPT: &[&str] = &["term", "source", "elements", "contrast"];
const ELEMENT: &[&str] = &["key", "label", "ways", "unless"];
const CONTRAST: &[&str] = &["with", "on", "here", "there", "source"];

const SOURCE_KINDS: &[(&str, SourceKind)] = &[
    ("treaty", SourceKind::Treaty),
    ("soft-law", SourceKind::SoftLaw),
    ("report", SourceKind::Report),
    ("programme", SourceKind::Programme),
    ("statistics", SourceKind::Statistics),
];

/// Every source, by id.
pub(crate) fn sources(desk: &Desk<'_>, file: &Toml<'_>) -> Read<Vec<Source>> {
    let mut sources = entries(root(file, desk), "sources", source)?;
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(sources)
}

/// Every term, by id.
pub(crate) fn terms(desk: &Desk<'_>, file: &Toml<'_>) -> Read<Vec<Term>> {
    let mut terms = entries(root(file, desk), "terms", term)?;
    terms.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(terms)
}

/// Every concept, by id.
pub(crate) fn concepts(desk: &Desk<'_>, file: &Toml<'_>) -> Read<Vec<Concept>> {
    let mut concepts = entries(root(file, desk), "concepts", concept)?;
    concepts.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(concepts)
}

fn source(id: SourceId, value: Value<'_>) -> Read<Source> {
    let desk = value.desk;
    let fields = value.table("a source", SOURCE)?;
    let title = fields.required("title", Value::plain);
    let short = fields.required("short", Value::plain);
    let kind = fields.required("type", |value| value.one_of(SOURCE_KINDS));
    let adopted = fields.optional("adopted", Value::when);
    let in_force = fields.optional("in_force", Value::when);
    let published = fields.optional("published", Value::when);
    let depositary = fields.optional("depositary", Value::plain);
    let note = fields.optional("note", |value| markdown::line(desk, &value.text()?));
    let link = fields.optional("link", https);
    Ok(Source {
        id,
        language: fields.language("title"),
        title: title?,
        short: short?,
        kind: kind?,
        adopted: adopted?,
        in_force: in_force?,
        published: published?,
        depositary: depositary?,
        note: note?,
        link: link?,
    })
}

fn https(value: Value<'_>) -> Read<String> {
    let address = value.written()?.value;
    let host = address.strip_prefix("https://").filter(|rest| !rest.trim_matches('/').is_empty());
    let clean =
        !address.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"'));
    if host.is_some() && clean {
        return Ok(address.to_owned());
    }
    let message = format!("`{}` is not an `https` address.", shown(address));
    Err(value.error(
        Code::LinkAddress,
        message,
        "Write the address of the official text, from `https://` on.",
    ))
}

fn term(id: TermId, value: Value<'_>) -> Read<Term> {
    let desk = value.desk;
    let fields = value.table("a term", TERM)?;
    let term = fields.required("term", Value::plain);
    let definition = fields.required("definition", |value| markdown::line(desk, &value.text()?));
    let authority = fields.optional("authority", citation::read);
    let also = fields.optional("also", |value| value.words(Value::plain));
    let confused_with = fields.optional("confused_with", |value| value.list(term_id));
    Ok(Term {
        id,
        language: fields.language("term"),
        term: term?,
        also: also?.unwrap_or_default(),
        definition: definition?,
        authority: authority?,
        confused_with: confused_with?.unwrap_or_default(),
    })
}

fn term_id(value: Value<'_>) -> Read<TermId> {
    let id = value.id::<TermId>()?;
    value.desk.resolve(Sort::Term, id.value.as_str(), id.place)?;
    Ok(id.value)
}

fn concept(id: ConceptId, value: Value<'_>) -> Read<Concept> {
    let fields = value.table("a concept", CONCEPT)?;
    let term = fields.required("term", term_id);
    let source = fields.required("source", citation::read);
    let elements = fields.required("elements", |value| {
        let mut taken = Taken::default();
        let read: Vec<Read<Element>> =
            value.items()?.into_iter().map(|item| element(item, &mut taken)).collect();
        let elements = all(read.into_iter())?;
        if elements.is_empty() {
            let message = "A concept needs at least one element.";
            return Err(value.error(
                Code::TooFew,
                message,
                "Add what must be shown for the definition to be met.",
            ));
        }
        Ok(elements)
    });
    let contrast = fields.optional("contrast", |value| value.list(contrast));
    Ok(Concept {
        id,
        language: language_of_first(&fields),
        term: term?,
        source: source?,
        elements: elements?,
        contrast: contrast?.unwrap_or_default(),
    })
}

/// The language of a concept is that of its elements: it has no other texts that must be there.
fn language_of_first(concept: &Fields<'_>) -> String {
    let first = concept.of.node.list("elements").first();
    first.map_or(concept.of, |node| Value { node, ..concept.of }).language_of("label")
}

fn element(value: Value<'_>, taken: &mut Taken) -> Read<Element> {
    let fields = value.table("an element", ELEMENT)?;
    let key = fields.required("key", |value| {
        let key = value.id::<ElementKey>()?;
        if key.value.as_str() == "conclusion" {
            let message = "An element cannot have the key `conclusion`.";
            return Err(value.error(
                Code::BadId,
                message,
                "In a test this key stands for the conclusion of the case.",
            ));
        }
        taken.take(value.desk, "elements", key.value.as_str(), key.place)?;
        Ok(key.value)
    });
    let label = fields.required("label", Value::plain);
    let ways = fields.optional("ways", |value| value.list(Value::plain));
    let unless = fields.optional("unless", Value::plain);
    Ok(Element { key: key?, label: label?, ways: ways?.unwrap_or_default(), unless: unless? })
}

fn contrast(value: Value<'_>) -> Read<Contrast> {
    let desk = value.desk;
    let fields = value.table("a contrast", CONTRAST)?;
    let with = fields.required("with", |value| {
        let id = value.id::<ConceptId>()?;
        desk.resolve(Sort::Concept, id.value.as_str(), id.place)?;
        Ok(id.value)
    });
    let on = fields.required("on", Value::plain);
    let here = fields.required("here", |value| markdown::line(desk, &value.text()?));
    let there = fields.required("there", |value| markdown::line(desk, &value.text()?));
    let source = fields.required("source", citation::read);
    Ok(Contrast { with: with?, on: on?, here: here?, there: there?, source: source? })
}
