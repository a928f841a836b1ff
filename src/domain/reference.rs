//! What lessons and questions refer to: sources that are cited, terms of the glossary, concepts with their elements.

use std::fmt;

use crate::html::Html;
use crate::id::{ConceptId, ElementKey, SourceId, TermId};
use crate::json::record;
use crate::time::When;

/// An instrument or document that is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// The language of its texts, a BCP 47 tag.
    pub language: String,
    /// The official title in full.
    pub title: String,
    /// How it is named in a citation: `Trafficking Protocol`.
    pub short: String,
    /// What sort of text it is, and with that whether it binds.
    pub kind: SourceKind,
    /// When a treaty was adopted.
    pub adopted: Option<When>,
    /// When a treaty entered into force.
    pub in_force: Option<When>,
    /// When a document was published.
    pub published: Option<When>,
    /// Who keeps the original and the list of parties.
    pub depositary: Option<String>,
    /// One more thing to know of it.
    pub note: Option<Html>,
    /// An `https` address of the official text.
    pub link: Option<String>,
}

/// What sort of text a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// Binds the States that are party to it.
    Treaty,
    /// Guides and does not bind.
    SoftLaw,
    /// Tells what was found or said.
    Report,
    /// Announces what was planned.
    Programme,
    /// Figures.
    Statistics,
}

/// A source and the place in it: `trafficking-protocol:3(a)`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Citation {
    /// What is cited.
    pub source: SourceId,
    /// The article, paragraph or page; none where the source is cited as a whole.
    pub place: Option<String>,
    /// How the citation reads: `Trafficking Protocol, art. 3(a)`.
    pub text: String,
    /// The language in which it reads, a BCP 47 tag: that of the source, which may be another than that of the text around it.
    pub language: String,
}

record! { Citation { source, place: optional, text, language } }

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// An entry of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// The language of its texts, a BCP 47 tag.
    pub language: String,
    /// The term as it stands in a sentence.
    pub term: String,
    /// Other names of the same thing.
    pub also: Vec<String>,
    /// What it means, in our own words.
    pub definition: Html,
    /// The text that defines it; none for a working term.
    pub authority: Option<Citation>,
    /// The terms that it is often taken for.
    pub confused_with: Vec<TermId>,
}

record! { Term { id, language, term, also: optional, definition, authority: optional, confused_with: optional } }

/// A legal definition, split in elements that can be tested one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Its id.
    pub id: ConceptId,
    /// The language of its texts, a BCP 47 tag.
    pub language: String,
    /// The term that it defines.
    pub term: TermId,
    /// The text that defines it.
    pub source: Citation,
    /// Its elements, in the order of the definition.
    pub elements: Vec<Element>,
    /// How it differs from other concepts.
    pub contrast: Vec<Contrast>,
}

record! { Concept { id, language, term, source, elements, contrast: optional } }

/// One element of a legal definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its key within the concept.
    pub key: ElementKey,
    /// Its name: `Means`.
    pub label: String,
    /// The ways in which it can be met.
    pub ways: Vec<String>,
    /// The case in which it need not be met.
    pub unless: Option<String>,
}

record! { Element { key, label, ways: optional, unless: optional } }

/// One point on which two concepts differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contrast {
    /// The other concept.
    pub with: ConceptId,
    /// The point: `Border`.
    pub on: String,
    /// What holds for this concept.
    pub here: Html,
    /// What holds for the other one.
    pub there: Html,
    /// Where that is written.
    pub source: Citation,
}

record! { Contrast { with, on, here, there, source } }
