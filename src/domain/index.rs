//! The published form of what is asked: what a learner's browser fetches beside the pages, piece by piece.
//!
//! A learner fetches a page, and for a quiz the index of its module and the shards that hold the questions she was given; a
//! bank of ten thousand questions costs her hardly more than one of twenty, because the index holds no ids, only a [`Mark`] a question.
//! `content::compile` writes these pieces, the learner's application reads them. What is to be read is in the pages themselves.

mod mark;

use std::collections::BTreeMap;
use std::fmt;

pub use self::mark::{Mark, Marks};
pub(crate) use self::mark::{fnv1a, mixed};
use crate::course::{Objective, Quiz};
use crate::id::{BankId, CourseId, ModuleRef, ObjectiveId, QuestionId};
use crate::json::{record, transparent};
use crate::question::Question;
use crate::time::Date;

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
///
/// A question's *place* is its number in the published order: group by group, and in each by mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankIndex {
    /// The bank.
    pub id: BankId,
    /// The folder of its shards, which carries a fingerprint of all of them. The shard `n` is `n.json` in it.
    pub folder: Address,
    /// How many questions a shard holds; the last one may hold fewer.
    pub size: usize,
    /// Its questions.
    pub groups: Vec<Group>,
}

record! { BankIndex { id, folder, size, groups } }

/// Questions of a bank that are drawn alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they test.
    pub objective: ObjectiveId,
    /// Since when they are drawn; none where they always were.
    pub added: Option<Date>,
    /// Since when they are drawn no more.
    pub retired: Option<Date>,
    /// Whether they are never marked: an assessment leaves them out.
    pub unmarked: bool,
    /// A mark for each of them.
    pub marks: Marks,
}

record! { Group { objective, added: optional, retired: optional, unmarked: optional, marks } }

impl BankIndex {
    /// How many questions there are.
    pub fn len(&self) -> usize {
        self.groups.iter().map(|group| group.marks.len()).sum()
    }

    /// Whether there is no question.
    pub fn is_empty(&self) -> bool {
        self.groups.iter().all(|group| group.marks.len() == 0)
    }

    /// Where the shard is that holds the question at a place.
    pub fn shard_of(&self, place: usize) -> Address {
        self.shard(place / self.size.max(1))
    }

    /// Where the shard of this number is.
    pub fn shard(&self, number: usize) -> Address {
        Address(format!("{}/{number}.json", self.folder))
    }

    /// How many shards there are.
    pub fn shards(&self) -> usize {
        self.len().div_ceil(self.size.max(1))
    }

    /// The places that a question can have: those with its mark. Mostly one; none where the bank does not have the question.
    pub fn places_of(&self, question: &QuestionId) -> Vec<usize> {
        let mark = Mark::of(question);
        let mut found = Vec::new();
        let mut first = 0;
        for group in &self.groups {
            let own = group.marks.iter().enumerate().filter(|(_, known)| *known == mark);
            found.extend(own.map(|(place, _)| first + place));
            first += group.marks.len();
        }
        found
    }
}

impl Group {
    /// Whether its questions are drawn on this day. Without a day only those are that were not retired.
    pub fn is_drawn(&self, day: Option<Date>) -> bool {
        match day {
            Some(day) => {
                self.added.is_none_or(|added| added <= day)
                    && self.retired.is_none_or(|retired| day < retired)
            }
            None => self.retired.is_none(),
        }
    }
}

/// Some questions of a bank, in the order of their places.
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
    /// Where the former names are, if something was renamed.
    pub former: Option<Address>,
    /// Every file. A name carries a fingerprint of what is in the file, so that a browser can keep it for good.
    pub files: BTreeMap<Address, Vec<u8>>,
}
