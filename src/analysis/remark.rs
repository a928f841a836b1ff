//! Marking again: every attempt of a cohort under the keys of a corrected bank.
//!
//! An attempt keeps the conditions under which it was taken: its tries, its hints and its certainty count as they did. What its answers
//! earn, and what its questions are worth, is what the bank says now. What the bank cannot mark, because the question is gone or is of another
//! kind, keeps its mark, and is told.

use std::collections::BTreeMap;
use std::fmt;

use domain::id::{Edition, QuestionRef, QuizRef};
use domain::marking::assess;
use domain::progress::Attempt;
use domain::question::Unmarkable;

use crate::bank::Bank;
use crate::cohort::Cohort;
use crate::statistics::ItemFigures;
use crate::study::{Grade, Study};

/// A cohort that was marked again.
#[derive(Debug, Clone, PartialEq)]
pub struct Remarked {
    /// The cohort with its new marks.
    pub cohort: Cohort,
    /// How many answers were marked again.
    pub answers: usize,
    /// How many of them earn something else than before.
    pub changed: usize,
    /// The questions that kept their marks, each with the reason and the number of answers.
    pub kept: Vec<(QuestionRef, Kept, usize)>,
}

/// Why an answer kept its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// The bank has no such question.
    Gone,
    /// The question is of another kind now.
    OtherKind,
    /// The answer leaves something open that the question asks for now.
    Open,
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gone => "the bank has no such question",
            Self::OtherKind => "the question is of another kind now",
            Self::Open => "the question asks for more now than was answered",
        })
    }
}

/// Marks every answer of a cohort again.
pub fn remark(cohort: &Cohort, bank: &Bank<'_>) -> Remarked {
    let mut remarked = Remarked { cohort: cohort.clone(), answers: 0, changed: 0, kept: Vec::new() };
    let mut kept: BTreeMap<(QuestionRef, Kept), usize> = BTreeMap::new();
    let learners = remarked.cohort.learners.iter_mut();
    for handed in learners.flat_map(|learner| &mut learner.attempts) {
        of_attempt(&mut handed.attempt, bank, &mut remarked.answers, &mut remarked.changed, &mut kept);
    }
    remarked.kept = kept.into_iter().map(|((question, why), count)| (question, why, count)).collect();
    remarked
}

fn of_attempt(
    attempt: &mut Attempt,
    bank: &Bank<'_>,
    answers: &mut usize,
    changed: &mut usize,
    kept: &mut BTreeMap<(QuestionRef, Kept), usize>,
) {
    for given in &mut attempt.given {
        let question = bank.question(&given.question);
        let points = given.points;
        let hints = attempt.hints.get(&given.question).copied().unwrap_or_default();
        let Some(answer) = attempt.answers.get_mut(&given.question) else {
            given.points = question.map_or(points, |question| question.points);
            continue;
        };
        *answers += 1;
        let marked = question.ok_or(Kept::Gone).and_then(|question| {
            let assessed = assess(question, &attempt.conditions, &answer.earlier, &answer.response, hints);
            assessed.map(|assessed| (question, assessed)).map_err(|why| match why {
                Unmarkable::NotReady => Kept::Open,
                Unmarkable::OtherKind { .. } => Kept::OtherKind,
            })
        });
        match marked {
            Ok((question, assessed)) => {
                let verdict = assessed.marks.credit.verdict();
                let is_other =
                    (answer.credit, answer.verdict, points) != (assessed.credit, verdict, question.points);
                *changed += usize::from(is_other);
                (answer.credit, answer.verdict, given.points) = (assessed.credit, verdict, question.points);
            }
            Err(why) => *kept.entry((given.question.clone(), why)).or_default() += 1,
        }
    }
}

/// Before and after, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Each learner and quiz.
    pub learners: Vec<LearnerChange>,
    /// Each quiz and question.
    pub items: Vec<ItemChange>,
}

/// What counts of a learner at a quiz, before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnerChange {
    /// Her name, or that of her file.
    pub label: String,
    /// The quiz.
    pub quiz: QuizRef,
    /// Before.
    pub before: Grade,
    /// After. Where the best attempt counts it can be another one.
    pub after: Grade,
}

impl LearnerChange {
    /// Whether something changed.
    pub fn is_change(&self) -> bool {
        (self.before.share, self.before.possible, self.before.passed)
            != (self.after.share, self.after.possible, self.after.passed)
    }
}

/// What the marks say of a question, before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemChange {
    /// The quiz.
    pub quiz: QuizRef,
    /// The question.
    pub question: QuestionRef,
    /// What it was when it was answered.
    pub edition: Edition,
    /// Before; none where only the marks of now bring it into a table.
    pub before: Option<ItemFigures>,
    /// After; none where it is worth nothing any more.
    pub after: Option<ItemFigures>,
}

impl ItemChange {
    /// Whether something changed.
    pub fn is_change(&self) -> bool {
        self.before != self.after
    }
}

/// Puts two studies of a cohort side by side: before it was marked again, and after.
pub fn compare(before: &Study, after: &Study) -> Comparison {
    let mut learners = Vec::new();
    for (row, other) in before.gradebook.rows.iter().zip(&after.gradebook.rows) {
        let grades = before.gradebook.columns.iter().zip(row.grades.iter().zip(&other.grades));
        learners.extend(grades.filter_map(|(column, (one, other))| {
            let (before, after) = one.clone().zip(other.clone())?;
            Some(LearnerChange { label: row.label.clone(), quiz: column.quiz.clone(), before, after })
        }));
    }
    let mut items: BTreeMap<(QuizRef, QuestionRef, Edition), ItemChange> = BTreeMap::new();
    for (study, is_before) in [(before, true), (after, false)] {
        for quiz in &study.quizzes {
            for item in &quiz.items {
                let key = (quiz.quiz.clone(), item.question.clone(), item.edition);
                let change = items.entry(key).or_insert_with(|| ItemChange {
                    quiz: quiz.quiz.clone(),
                    question: item.question.clone(),
                    edition: item.edition,
                    before: None,
                    after: None,
                });
                let side = if is_before { &mut change.before } else { &mut change.after };
                *side = Some(item.figures.clone());
            }
        }
    }
    Comparison { learners, items: items.into_values().collect() }
}
