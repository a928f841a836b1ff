//! Mastery: how well each objective of a module is known, out of the log and nothing else.
//!
//! What counts is the *last answer* to each question: in practice as soon as it was given, in an assessment once the paper was handed in
//! (before that nothing may be told of it), and in a review. Of an answer counts what it earned, less what hints and earlier tries cost,
//! weighted by the points of the question. Answers to questions that the module does not ask any more are left out.
//!
//! A level says how much is known, and on how much that rests, so every [`Mastery`] carries both. Reading a lesson shows nothing of
//! mastery, and neither does how far somebody came in a course.

use std::collections::BTreeMap;

use crate::card::Card;
use crate::course::Mode;
use crate::id::{ObjectiveId, QuestionRef};
use crate::index::{BankIndex, ModuleIndex};
use crate::log::{Entry, Fact};
use crate::progress::{self, Progress};
use crate::score::{Certainty, Points, Verdict};
use crate::time::Timestamp;

/// The share of the points from which an objective is mastered.
pub const MASTERED: f64 = 0.8;

/// The share of the points from which it is nearly mastered.
pub const NEARLY: f64 = 0.6;

/// On how many questions mastery rests at least, where there are so many.
pub const QUESTIONS: usize = 3;

/// The last answer to a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Last {
    /// What it earned.
    pub earned: Points,
    /// What it could have earned; nothing where the question is never marked.
    pub possible: Points,
    /// Whether it was wrong although the learner was quite sure.
    pub surely_wrong: bool,
    /// When it was given.
    pub at: Timestamp,
}

/// The last answers of a learner, by question.
pub type LastAnswers = BTreeMap<QuestionRef, Last>;

/// How well an objective is known, and what that is computed from.
#[derive(Debug, Clone, PartialEq)]
pub struct Mastery {
    /// The objective.
    pub objective: ObjectiveId,
    /// How many of its questions were answered.
    pub answered: usize,
    /// How many of these can be right or wrong; a reflection cannot.
    pub marked: usize,
    /// How many questions there are.
    pub questions: usize,
    /// What the last answers earned.
    pub earned: Points,
    /// What they could have earned.
    pub possible: Points,
    /// How many of them were wrong although the learner was quite sure.
    pub surely_wrong: usize,
    /// When the latest of them was given.
    pub last: Option<Timestamp>,
}

/// How well an objective is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing was answered.
    NotBegun,
    /// Something was answered.
    Begun,
    /// At least two questions, or all that there are, with 60 % of the points.
    Nearly,
    /// At least three questions, or all that there are, with 80 % of the points, and none that was wrong and held for certain.
    Mastered,
}

impl Level {
    /// Every level, the lowest first.
    pub const ALL: [Self; 4] = [Self::NotBegun, Self::Begun, Self::Nearly, Self::Mastered];
}

impl Mastery {
    /// The share of the points that the last answers earned, 0 to 1.
    pub fn share(&self) -> f64 {
        self.earned.share_of(self.possible)
    }

    /// How well the objective is known.
    pub fn level(&self) -> Level {
        let rests_on = |number: usize| {
            self.possible > Points::ZERO && (self.marked >= number || self.answered >= self.questions)
        };
        let reaches = |share: f64| crate::score::passes(self.share(), share);
        if self.answered == 0 {
            Level::NotBegun
        } else if rests_on(QUESTIONS) && reaches(MASTERED) && self.surely_wrong == 0 {
            Level::Mastered
        } else if rests_on(QUESTIONS - 1) && reaches(NEARLY) {
            Level::Nearly
        } else {
            Level::Begun
        }
    }
}

/// The last answer to each question, from the entries of a log in any order and the progress that they tell of.
///
/// An answer whose attempt is not in the log is left out, because nobody knows any more whether that was handed in.
pub fn last_answers<'a>(entries: impl IntoIterator<Item = &'a Entry>, progress: &Progress) -> LastAnswers {
    let attempts: BTreeMap<_, _> = progress.all_attempts().collect();
    let mut last = LastAnswers::new();
    for entry in progress::in_log_order(entries) {
        match &entry.fact {
            Fact::QuestionAnswered { attempt, question, response, took, .. } => {
                let Some(attempt) = attempts.get(attempt) else { continue };
                if attempt.mode == Mode::Assessment && attempt.finished.is_none() {
                    continue;
                }
                let Some(answer) = attempt.answers.get(question) else { continue };
                // Of several tries the one that stands is the one that counts.
                let stands = (answer.at, answer.took) == (entry.at, *took) && answer.response == *response;
                let points = attempt.given.iter().find(|given| given.question == *question);
                if let Some(points) = points.map(|given| given.points).filter(|_| stands) {
                    let surely_wrong =
                        answer.verdict == Verdict::Wrong && answer.certainty == Some(Certainty::High);
                    let is_marked = response.kind().is_marked();
                    let possible = if is_marked { points } else { Points::ZERO };
                    let earned = possible.earned(answer.credit);
                    let surely_wrong = is_marked && surely_wrong;
                    last.insert(question.clone(), Last { earned, possible, surely_wrong, at: entry.at });
                }
            }
            Fact::CardRecalled {
                card: Card::Question(question), credit: Some(credit), certainty, ..
            } => {
                // A review gives no points: the question weighs what it weighed before.
                let before = last.get(question).map(|last| last.possible);
                let possible = before.filter(|points| *points > Points::ZERO).unwrap_or(Points::ONE);
                let surely_wrong = credit.verdict() == Verdict::Wrong && *certainty == Some(Certainty::High);
                let earned = possible.earned(*credit);
                last.insert(question.clone(), Last { earned, possible, surely_wrong, at: entry.at });
            }
            Fact::CardRecalled { .. }
            | Fact::LessonRead { .. }
            | Fact::AttemptBegun { .. }
            | Fact::HintTaken { .. }
            | Fact::KeyShown { .. }
            | Fact::TimeExtended { .. }
            | Fact::AttemptFinished { .. }
            | Fact::RatingChanged { .. } => {}
        }
    }
    last
}

/// How well each objective of a module is known, in the author's order.
///
/// An index names the objective of a question by its mark only. `known` are questions whose objective was looked up: those of
/// [`twins`], whose marks tell too little.
pub fn of_module(
    index: &ModuleIndex,
    last: &LastAnswers,
    known: &[(QuestionRef, ObjectiveId)],
) -> Vec<Mastery> {
    let mut all: Vec<Mastery> =
        index.objectives.iter().map(|objective| Mastery::of(index, objective.id.clone())).collect();
    for (question, last) in last {
        let looked_up = known.iter().find(|(other, _)| other == question).map(|(_, objective)| objective);
        let objective = looked_up.or_else(|| match objectives(index, question).as_slice() {
            [only] => Some(only),
            _ => None,
        });
        if let Some(own) = all.iter_mut().find(|own| Some(&own.objective) == objective) {
            own.add(last);
        }
    }
    all
}

/// The answered questions that share their mark with one of another objective: their shards have to be asked.
pub fn twins(index: &ModuleIndex, last: &LastAnswers) -> Vec<QuestionRef> {
    last.keys().filter(|question| objectives(index, question).len() > 1).cloned().collect()
}

/// The objectives that a question can have, each once: mostly one; none where the module does not ask it.
fn objectives<'a>(index: &'a ModuleIndex, question: &QuestionRef) -> Vec<&'a ObjectiveId> {
    let mut found: Vec<&ObjectiveId> = Vec::new();
    for bank in index.banks.iter().filter(|bank| bank.id == question.bank) {
        for place in bank.places_of(&question.question) {
            let objective = objective_at(bank, place);
            found.extend(objective.filter(|objective| !found.contains(objective)));
        }
    }
    found
}

/// The objective of the question at a place; none where it is not drawn any more.
fn objective_at(bank: &BankIndex, place: usize) -> Option<&ObjectiveId> {
    let mut first = 0;
    for group in &bank.groups {
        first += group.marks.len();
        if place < first {
            return group.is_drawn(None).then_some(&group.objective);
        }
    }
    None
}

impl Mastery {
    /// An objective of which nothing was answered.
    fn of(index: &ModuleIndex, objective: ObjectiveId) -> Self {
        let groups = index.banks.iter().flat_map(|bank| &bank.groups);
        let own = groups.filter(|group| group.objective == objective && group.is_drawn(None));
        let questions = own.map(|group| group.marks.len()).sum();
        Self {
            objective,
            answered: 0,
            marked: 0,
            questions,
            earned: Points::ZERO,
            possible: Points::ZERO,
            surely_wrong: 0,
            last: None,
        }
    }

    fn add(&mut self, last: &Last) {
        self.answered += 1;
        self.marked += usize::from(last.possible > Points::ZERO);
        self.earned = self.earned + last.earned;
        self.possible = self.possible + last.possible;
        self.surely_wrong += usize::from(last.surely_wrong);
        self.last = self.last.max(Some(last.at));
    }
}
