//! Sources, glossary and concepts.

use domain::id::{ConceptId, ElementKey, SourceId, TermId};
use domain::reference::{Concept, Contrast, Element, Source, SourceKind, Term};
use domain::sort::in_order;

use super::{Taken, entries, root};
use crate::citation;
use crate::desk::{Desk, Read, shown};
use crate::diagnostic::Code;
use crate::markdown;
use crate::names::Sort;
use crate::project::Toml;
use crate::shape::{Of, Shape, may, needed, words_of};
use crate::value::{Fields, Value, all};

/// An entry of `courses/sources.toml`.
pub(crate) static SOURCE: Shape = Shape::new(
    "source",
    "a source",
    &[&[
        needed("title", Of::Text, "The official title in full."),
        needed("short", Of::Text, "How it is named in a citation."),
        needed(
            "type",
            Of::Word(|| words_of(SOURCE_KINDS)),
            "What sort of text it is, and with that whether it binds.",
        ),
        may("adopted", Of::When, "When a treaty was adopted: a day, or a year."),
        may("in_force", Of::When, "When a treaty entered into force: a day, or a year."),
        may("published", Of::When, "When a document was published: a day, or a year."),
        may("depositary", Of::Text, "Who keeps the original and the list of parties."),
        may("note", Of::Text, "One more sentence to show."),
        may("link", Of::Address, "The `https` address of the official text."),
    ]],
);

/// An entry of `courses/glossary.toml`.
pub(crate) static TERM: Shape = Shape::new(
    "term",
    "a term",
    &[&[
        needed("term", Of::Text, "The term as it is written."),
        needed("definition", Of::Text, "What it means, told without its own name."),
        may(
            "authority",
            Of::Citation,
            "Where it is defined: `source-id:place`. Left out, it is shown as a working term.",
        ),
        may("also", Of::List(&Of::Text, 0), "Other names of the same thing."),
        may("confused_with", Of::List(&Of::Id, 0), "Terms that it is often taken for."),
    ]],
);

/// An entry of `courses/concepts.toml`.
pub(crate) static CONCEPT: Shape = Shape::new(
    "concept",
    "a concept",
    &[&[
        needed("term", Of::Id, "Its term in the glossary."),
        needed("source", Of::Citation, "Where it is defined: `source-id:place`."),
        needed(
            "elements",
            Of::List(&Of::Table(&ELEMENT), 1),
            "What must be shown for the definition to be met.",
        ),
        may("contrast", Of::List(&Of::Table(&CONTRAST), 0), "How it differs from other concepts."),
    ]],
);

static ELEMENT: Shape = Shape::new(
    "element",
    "an element",
    &[&[
        needed("key", Of::Id, "Its key within the concept."),
        needed("label", Of::Text, "What it is called."),
        may("ways", Of::List(&Of::Text, 0), "The ways in which it can be met."),
        may("unless", Of::Text, "When it need not be met."),
    ]],
);

static CONTRAST: Shape = Shape::new(
    "contrast",
    "a contrast",
    &[&[
        needed("with", Of::Id, "The other concept."),
        needed("on", Of::Text, "In which respect they differ."),
        needed("here", Of::Text, "What holds for this one, and not for the other."),
        needed("there", Of::Text, "What holds for the other one, and not for this."),
        needed("source", Of::Citation, "Where that is written: `source-id:place`."),
    ]],
);

const SOURCE_KINDS: &[(&str, SourceKind)] = &[
    ("treaty", SourceKind::Treaty),
    ("soft-law", SourceKind::SoftLaw),
    ("report", SourceKind::Report),
    ("programme", SourceKind::Programme),
    ("statistics", SourceKind::Statistics),
];

/// Every source, by id.
pub(crate) fn sources(desk: &Desk<'_>, file: &Toml<'_>) -> Read<Vec<Source>> {
    let sources = entries(root(file, desk), "sources", source)?;
    Ok(in_order(sources, |a, b| a.id.cmp(&b.id)))
}

/// Every term, by id.
pub(crate) fn terms(desk: &Desk<'_>, file: &Toml<'_>) -> Read<Vec<Term>> {
    let terms = entries(root(file, desk), "terms", term)?;
    Ok(in_order(terms, |a, b| a.id.cmp(&b.id)))
}

/// Every concept, by id.
pub(crate) fn concepts(desk: &Desk<'_>, file: &Toml<'_>) -> Read<Vec<Concept>> {
    let concepts = entries(root(file, desk), "concepts", concept)?;
    Ok(in_order(concepts, |a, b| a.id.cmp(&b.id)))
}

fn source(id: SourceId, value: Value<'_>) -> Read<Source> {
    let desk = value.desk;
    let fields = value.table(&SOURCE)?;
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
    let fields = value.table(&TERM)?;
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
    let fields = value.table(&CONCEPT)?;
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
    let fields = value.table(&ELEMENT)?;
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
    let fields = value.table(&CONTRAST)?;
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
