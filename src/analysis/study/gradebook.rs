//! Learner by quiz: what counts.

use std::collections::BTreeMap;

use domain::id::{Edition, QuestionRef, QuizRef};
use domain::log::AttemptId;
use domain::progress::Attempt;
use domain::time::{Millis, Timestamp};

use super::{Settings, counting};
use crate::bank::Bank;
use crate::cohort::{Cohort, Flag, Handed};

/// Learner by quiz.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradebook {
    /// The quizzes, by id.
    pub columns: Vec<Column>,
    /// A row for each learner of the cohort, in its order.
    pub rows: Vec<Row>,
}

/// A quiz of the gradebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The quiz.
    pub quiz: QuizRef,
    /// The titles of its module and its own, where a catalogue has them; its id elsewhere.
    pub title: String,
}

/// A learner of the gradebook.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The place in [`Cohort::learners`].
    pub learner: usize,
    /// Her name, or that of her file.
    pub label: String,
    /// What counts of each quiz; none where she finished none.
    pub grades: Vec<Option<Grade>>,
}

/// The attempt that counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Grade {
    /// The attempt.
    pub attempt: AttemptId,
    /// Which of her attempts at the quiz it is, from 1.
    pub which: usize,
    /// How many she finished.
    pub of: usize,
    /// The points that it earned.
    pub earned: f64,
    /// The points that were to be had.
    pub possible: f64,
    /// The share of the points, 0 to 1.
    pub share: f64,
    /// Whether the pass mark was reached; none where there is none.
    pub passed: Option<bool>,
    /// When it was finished, as the clock of her device told it.
    pub finished: Option<Timestamp>,
    /// How long its questions were before her.
    pub spent: Millis,
    /// How many questions she answered.
    pub answered: usize,
    /// How many there were.
    pub questions: usize,
    /// What is odd about it.
    pub flags: Vec<Flag>,
}

pub(super) fn of(
    cohort: &Cohort,
    attempts: &BTreeMap<&QuizRef, BTreeMap<usize, Vec<&Handed>>>,
    bank: &Bank<'_>,
    current: &BTreeMap<QuestionRef, Edition>,
    settings: Settings,
) -> Gradebook {
    let columns = attempts.keys().map(|quiz| Column {
        quiz: (*quiz).clone(),
        title: bank.quiz(quiz).map_or_else(|| quiz.to_string(), str::to_owned),
    });
    let grade = |own: &Vec<&Handed>| {
        let (place, handed) = counting(own, settings.counting)?;
        Some(of_attempt(handed, place + 1, own.len(), current))
    };
    let row = |(place, label): (usize, &String)| Row {
        learner: place,
        label: label.clone(),
        grades: attempts.values().map(|by_learner| by_learner.get(&place).and_then(grade)).collect(),
    };
    let labels = cohort.learners.iter().map(|learner| &learner.label);
    Gradebook { columns: columns.collect(), rows: labels.enumerate().map(row).collect() }
}

fn of_attempt(handed: &Handed, which: usize, of: usize, current: &BTreeMap<QuestionRef, Edition>) -> Grade {
    let attempt = &handed.attempt;
    let mut flags = handed.flags.clone();
    let others = other_editions(attempt, current);
    if others > 0 {
        flags.push(Flag::Edition(others));
    }
    Grade {
        attempt: handed.id,
        which,
        of,
        earned: attempt.earned().amount(),
        possible: attempt.possible().amount(),
        share: attempt.share(),
        passed: attempt.passed(),
        finished: attempt.finished,
        spent: attempt.answers.values().fold(Millis::default(), |spent, answer| spent.plus(answer.took)),
        answered: attempt.given.iter().filter(|given| attempt.answers.contains_key(&given.question)).count(),
        questions: attempt.given.len(),
        flags,
    }
}

/// How many of its questions were of another edition than they are now, when they were given or when they were answered.
fn other_editions(attempt: &Attempt, current: &BTreeMap<QuestionRef, Edition>) -> usize {
    let is_other =
        |question: &QuestionRef, edition: Edition| current.get(question).is_some_and(|now| *now != edition);
    let given = attempt.given.iter().filter(|given| {
        let answer = attempt.answers.get(&given.question);
        is_other(&given.question, answer.map_or(given.edition, |answer| answer.edition))
    });
    given.count()
}
