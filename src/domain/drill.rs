//! Contrast drills: questions made from the glossary and the concepts, about what is easily confused.
//!
//! Three things are asked. *Which term is meant*: a definition whose own name is masked. *Which difference holds*: a point on
//! which two concepts differ. *What belongs where*: statements, or elements, to be sorted. Wrong options are real confusions: what the
//! learner herself took for it, what authors say is confused with it, what its concept is contrasted with, and only then others.
//!
//! What comes out are ordinary questions, of a bank of their own, so that the same forms, marks and feedback serve. The same
//! seed gives the same questions for as long as the texts stay the same. This module draws no number of its own and knows no
//! language: sentences reach it as [`Wording`].

mod confusions;
mod difference;
mod mask;
mod sorting;
mod which;

pub use self::confusions::{Confusions, confused, is_drill};
use crate::html::Html;
use crate::id::{ConceptId, Edition, ObjectiveId, QuestionId, QuestionRef, Slug, TermId};
use crate::index::fnv1a;
use crate::question::{Body, Level, Question};
use crate::random::{Chance, Purpose, Seed};
use crate::reference::{Citation, Concept, Term};
use crate::score::Points;
use crate::sort::in_order;

/// The bank that the questions of drills belong to.
pub const BANK: &str = "drill";

/// What drills are made from.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// The terms of the glossary.
    pub terms: &'a [Term],
    /// The concepts.
    pub concepts: &'a [Concept],
}

/// What a drill is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything that there is, what is easily confused first.
    Mixed,
    /// Two terms.
    Pair(Pair),
}

/// Two terms that are easily confused.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The one that comes first in the order of ids.
    pub one: TermId,
    /// The other one.
    pub other: TermId,
}

impl Pair {
    /// The pair of two terms, in whichever order they are named; none where they are the same.
    pub fn new(one: TermId, other: TermId) -> Option<Self> {
        match one.cmp(&other) {
            std::cmp::Ordering::Less => Some(Self { one, other }),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(Self { one: other, other: one }),
        }
    }

    /// Whether the term is one of the two.
    pub fn has(&self, term: &TermId) -> bool {
        self.one == *term || self.other == *term
    }
}

/// The sentences around the authors' words, in the learner's language.
pub trait Wording {
    /// The language, a BCP 47 tag.
    fn language(&self) -> &str;
    /// Asks which term a definition is of.
    fn which_term(&self) -> String;
    /// Asks what holds for the one and what for the other on a point.
    fn difference(&self, on: &Html, one: &Html, other: &Html) -> Html;
    /// Of something that is said to hold for the one as well as for the other.
    fn both(&self) -> String;
    /// Asks to sort statements.
    fn statements(&self) -> String;
    /// Asks to sort elements into the definitions that they belong to.
    fn elements(&self) -> String;
}

/// The pairs that can be drilled, in the order of their terms' ids.
pub fn pairs(material: Material<'_>) -> Vec<Pair> {
    pairs_of(&Desk::new(material, ""))
}

fn pairs_of(desk: &Desk<'_>) -> Vec<Pair> {
    let known = |id: &TermId| desk.term(id).is_some();
    let said = desk.terms.iter().flat_map(|term| {
        term.confused_with.iter().filter_map(|other| Pair::new(term.id.clone(), other.clone()))
    });
    let contrasted =
        desk.rows.iter().filter_map(|(one, other, _)| Pair::new(one.id.clone(), other.id.clone()));
    let all = said.chain(contrasted).filter(|pair| known(&pair.one) && known(&pair.other));
    let mut pairs = in_order(all.collect(), Pair::cmp);
    pairs.dedup();
    pairs
}

/// Makes a drill of at most `count` questions; none where there is nothing to make them from.
///
/// The kinds of question take turns as long as each has something left. The order of the material makes no difference.
pub fn drill(
    material: Material<'_>,
    scope: &Scope,
    confusions: &Confusions,
    wording: &impl Wording,
    seed: Seed,
    count: usize,
) -> Vec<Question> {
    let desk = Desk::new(material, wording.language());
    let mut chance = Chance::new(seed, Purpose::Drill);
    let mut kinds = [
        which::questions(&desk, scope, confusions, wording, &mut chance),
        difference::questions(&desk, scope, wording, &mut chance),
        sorting::questions(&desk, scope, wording, &mut chance),
    ]
    .map(Vec::into_iter);
    let mut drawn = Vec::new();
    while drawn.len() < count {
        let before = drawn.len();
        for kind in &mut kinds {
            drawn.extend(kind.next());
        }
        if drawn.len() == before {
            break;
        }
    }
    drawn.truncate(count);
    chance.shuffle(&mut drawn);
    drawn
}

/// The material in an order of its own, where things can be looked up.
struct Desk<'a> {
    terms: Vec<&'a Term>,
    concepts: Vec<&'a Concept>,
    /// Each point on which two concepts differ, with the terms of the two.
    rows: Vec<(&'a Term, &'a Term, Row<'a>)>,
    /// The language that is asked in.
    language: &'a str,
}

impl<'a> Desk<'a> {
    fn new(material: Material<'a>, language: &'a str) -> Self {
        let mut terms = in_order(material.terms.iter().collect(), |one: &&Term, other| one.id.cmp(&other.id));
        terms.dedup_by(|one, other| one.id == other.id);
        let mut concepts =
            in_order(material.concepts.iter().collect(), |one: &&Concept, other| one.id.cmp(&other.id));
        concepts.dedup_by(|one, other| one.id == other.id);
        let mut desk = Self { terms, concepts, rows: Vec::new(), language };
        desk.rows = desk.contrasts().collect();
        desk
    }

    fn term(&self, id: &TermId) -> Option<&'a Term> {
        let place = self.terms.binary_search_by(|term| term.id.cmp(id)).ok()?;
        self.terms.get(place).copied()
    }

    /// An author's words, which may be in another language than what is asked.
    fn voiced(&self, html: Html, language: &str) -> Html {
        if language == self.language { html } else { html.in_language(language) }
    }

    fn name(&self, term: &Term) -> Html {
        self.voiced(Html::of_text(&term.term), &term.language)
    }

    /// A term with what it means.
    fn definition(&self, term: &Term) -> Html {
        self.voiced(Html::labelled(&Html::of_text(&term.term), &term.definition), &term.language)
    }

    fn definitions(&self, terms: &[&Term]) -> Html {
        let lines: Vec<Html> = terms.iter().map(|term| self.definition(term)).collect();
        Html::paragraphs(&lines)
    }

    fn concept(&self, id: &ConceptId) -> Option<&'a Concept> {
        let place = self.concepts.binary_search_by(|concept| concept.id.cmp(id)).ok()?;
        self.concepts.get(place).copied()
    }

    fn contrasts(&self) -> impl Iterator<Item = (&'a Term, &'a Term, Row<'a>)> {
        self.concepts.iter().flat_map(move |concept| {
            concept.contrast.iter().enumerate().filter_map(move |(place, contrast)| {
                let other = self.concept(&contrast.with)?;
                let row = Row {
                    concept,
                    other,
                    place,
                    on: &contrast.on,
                    here: &contrast.here,
                    there: &contrast.there,
                    source: &contrast.source,
                };
                let (one, other) = (self.term(&concept.term)?, self.term(&other.term)?);
                (one.id != other.id).then_some((one, other, row))
            })
        })
    }
}

/// A point on which two concepts differ.
#[derive(Clone, Copy)]
struct Row<'a> {
    concept: &'a Concept,
    other: &'a Concept,
    /// The place among the contrasts of the concept.
    place: usize,
    on: &'a str,
    here: &'a Html,
    there: &'a Html,
    source: &'a Citation,
}

/// Whether two names mean the same to a reader.
fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The names of a term.
fn names(term: &Term) -> impl Iterator<Item = &str> {
    std::iter::once(term.term.as_str()).chain(term.also.iter().map(String::as_str))
}

/// A question of a drill.
struct Draft<'a> {
    /// Unlike that of any other question that can be made from the material.
    id: Slug,
    language: &'a str,
    level: Level,
    stem: Html,
    body: Body,
    explain: Html,
    sources: Vec<Citation>,
}

impl Draft<'_> {
    fn question(self) -> Question {
        let Self { id, language, level, stem, body, explain, sources } = self;
        let edition = Edition(print(&[stem.as_str(), &crate::json::to_text(&body)]));
        let bank = Slug::own(BANK);
        Question {
            id: QuestionRef { bank: bank.clone().into(), question: QuestionId::from(id) },
            edition,
            language: language.to_owned(),
            objective: ObjectiveId::from(bank),
            level,
            points: Points::ONE,
            stimulus: None,
            stem,
            body,
            hints: Vec::new(),
            explain,
            sources,
            as_of: None,
            held_by: None,
            shuffle: true,
            was: Vec::new(),
            added: None,
            retired: None,
        }
    }
}

/// A name that follows from others.
fn named_after(kind: &str, names: &[&str]) -> Option<Slug> {
    format!("{kind}-{:016x}", print(names)).parse().ok()
}

/// A fingerprint of texts: nobody gains from forging it.
fn print(texts: &[&str]) -> u64 {
    fnv1a(&texts.join("\n"))
}
