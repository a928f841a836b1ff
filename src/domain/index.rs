//! The published form of what is asked: what a learner's browser fetches beside the pages, piece by piece.
//!
//! A learner fetches a page, and for a quiz the index of its module and the shards that hold the questions she was given; a
//! bank of ten thousand questions costs her no more than one of twenty. `content::compile` writes these pieces, the
//! learner's application reads them. What is to be read is in the pages themselves.

use std::collections::BTreeMap;
use std::fmt;

use crate::course::{Objective, Quiz};
use crate::id::{BankId, CourseId, ModuleRef, ObjectiveId, QuestionId};
use crate::json::{record, transparent};
use crate::question::Question;

/// Where a published file stands, from the root of the site: `data/migration-3f2a91c0.json`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(pub String);

transparent! { Address }

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the quizzes of a module need: what they draw from, and what it tests.
#[derive(Debug, Clone, PartialEq)]
pub struct ModuleIndex {
    /// What a delegate can do afterwards.
    pub objectives: Vec<Objective>,
    /// Its quizzes, in order.
    pub quizzes: Vec<Quiz>,
    /// The banks that its quizzes draw from.
    pub banks: Vec<BankIndex>,
}

record! { ModuleIndex { objectives, quizzes, banks } }

/// What can be drawn from a bank, and where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct BankIndex {
    /// The bank.
    pub id: BankId,
    /// Where each [`Shard`] is.
    pub shards: Vec<Address>,
    /// Its questions, shard by shard.
    pub questions: Vec<Candidate>,
}

record! { BankIndex { id, shards, questions } }

/// A question that can be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The question.
    pub id: QuestionId,
    /// What it tests.
    pub objective: ObjectiveId,
    /// The place of its shard in [`BankIndex::shards`].
    pub shard: usize,
}

record! { Candidate { id, objective, shard } }

/// Some questions of a bank.
#[derive(Debug, Clone, PartialEq)]
pub struct Shard {
    /// The questions.
    pub questions: Vec<Question>,
}

record! { Shard { questions } }

/// A catalogue as it is published, beside its pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// Each module of each course, in the order of the catalogue, with its index and where that is.
    pub modules: Vec<(ModuleRef, Address, ModuleIndex)>,
    /// Each course, with where its [`Shelf`](crate::shelf::Shelf) is.
    pub shelves: Vec<(CourseId, Address)>,
    /// Every file. A name carries a fingerprint of what is in the file, so that a browser can keep it for good.
    pub files: BTreeMap<Address, Vec<u8>>,
}
