//! The published form of a catalogue: what a learner's browser fetches, piece by piece.
//!
//! A learner fetches the index of the catalogue, the index of a module, the text of the lesson she reads and
//! the shards that hold the questions she was given; a bank of ten thousand questions costs her no more than one of
//! twenty. `content::compile` writes these pieces, the learner's application reads them.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::course::{Event, Objective, Quiz};
use crate::html::Html;
use crate::id::{BankId, CourseId, LessonId, ModuleId, ModuleRef, ObjectiveId, QuestionId, QuizId};
use crate::question::Question;
use crate::reference::{Source, Term};

/// Where a published file stands, from the root of the site: `data/migration-3f2a91c0.json`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Address(pub String);

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The entrance: every course, its modules, and where to fetch the rest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CatalogueIndex {
    /// The courses.
    pub courses: Vec<CourseIndex>,
    /// Where the [`Reference`] is.
    pub reference: Address,
}

/// A course as the catalogue shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CourseIndex {
    /// Its id.
    pub id: CourseId,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: Html,
    /// The language of its texts, a BCP 47 tag.
    pub language: String,
    /// Its modules.
    pub modules: Vec<ModuleCard>,
}

/// A module as its course shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModuleCard {
    /// Its id.
    pub id: ModuleId,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: Html,
    /// Its lessons, in order.
    pub lessons: Vec<LessonId>,
    /// Its quizzes, in order.
    pub quizzes: Vec<QuizId>,
    /// Where its [`ModuleIndex`] is.
    pub index: Address,
}

/// A module as its own page shows it, with what its quizzes draw from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModuleIndex {
    /// Its id.
    pub id: ModuleId,
    /// The event that it was built from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Event>,
    /// The modules to take before this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<ModuleId>,
    /// What a delegate can do afterwards.
    pub objectives: Vec<Objective>,
    /// Its lessons, in order.
    pub lessons: Vec<LessonCard>,
    /// Its quizzes, in order.
    pub quizzes: Vec<Quiz>,
    /// The banks that its quizzes draw from.
    pub banks: Vec<BankIndex>,
}

/// A lesson as its module shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LessonCard {
    /// Its id.
    pub id: LessonId,
    /// Its title.
    pub title: String,
    /// About how long it takes to read, in minutes.
    pub minutes: usize,
    /// The objectives that it serves.
    pub objectives: Vec<ObjectiveId>,
    /// Where its text is: a piece of HTML.
    pub body: Address,
}

/// What can be drawn from a bank, and where it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BankIndex {
    /// The bank.
    pub id: BankId,
    /// Where each [`Shard`] is.
    pub shards: Vec<Address>,
    /// Its questions, shard by shard.
    pub questions: Vec<Candidate>,
}

/// A question that can be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The question.
    pub id: QuestionId,
    /// What it tests.
    pub objective: ObjectiveId,
    /// The place of its shard in [`BankIndex::shards`].
    pub shard: usize,
}

/// Some questions of a bank.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shard {
    /// The questions.
    pub questions: Vec<Question>,
}

/// Glossary and sources, fetched when the first of them is opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    /// The glossary, by id.
    pub terms: Vec<Term>,
    /// The sources, by id.
    pub sources: Vec<Source>,
}

/// How many words a minute takes, for the reading time of a lesson: a second-language reader's pace.
pub const WORDS_A_MINUTE: usize = 180;

/// A catalogue as it is published: the entrance, where that is, and every file that it leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// The entrance, for those who write pages about it.
    pub catalogue: CatalogueIndex,
    /// The index of each module of each course, in the order of the catalogue.
    pub modules: Vec<(ModuleRef, ModuleIndex)>,
    /// Where the entrance is.
    pub address: Address,
    /// Every file. A name carries a fingerprint of what is in the file, so that a browser can keep it for good.
    pub files: BTreeMap<Address, Vec<u8>>,
}
