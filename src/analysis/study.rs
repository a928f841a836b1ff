//! What a cohort's attempts say: the gradebook, and of each quiz its figures, its items, its objectives.
//!
//! Everything is computed from the attempts that count, one a learner and quiz. What a question was when it was answered, its *edition*, is
//! never mixed with what it was before or after. A catalogue adds texts, keys and objectives; without one, ids stand in their place.

mod elements;
mod gradebook;
mod item;
mod misconceptions;
mod objectives;
mod quiz;

use std::collections::BTreeMap;

use domain::id::{Edition, QuestionRef, QuizRef};

pub use self::elements::ElementStudy;
pub use self::gradebook::{Column, Grade, Gradebook, Row};
pub use self::item::{ChoiceStudy, ItemStudy, PartStudy, Sureness, Times};
pub use self::misconceptions::MisconceptionStudy;
pub use self::objectives::{ObjectiveStudy, Objectives, Reached};
pub use self::quiz::{LeftOut, QuizStudy};
use crate::bank::Bank;
use crate::cohort::{Cohort, Handed};

/// Which of several attempts of a learner at a quiz counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Counting {
    /// The first: nothing was learned from an earlier one.
    #[default]
    First,
    /// The one with the highest share of the points; of equal ones the first.
    Best,
    /// The last.
    Last,
}

/// How a cohort is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// Which attempt counts.
    pub counting: Counting,
    /// Whether attempts that were changed are analysed as well. They stand in the gradebook in any case.
    pub with_changed: bool,
    /// Whether the attempts were marked by the bank, whatever edition was answered.
    pub is_remarked: bool,
}

/// What a cohort's attempts say.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// How it was looked at.
    pub settings: Settings,
    /// Learner by quiz.
    pub gradebook: Gradebook,
    /// Each quiz that somebody finished, by id.
    pub quizzes: Vec<QuizStudy>,
}

/// An attempt that counts, with the place of its learner in the cohort.
#[derive(Debug, Clone, Copy)]
struct Counted<'a> {
    learner: usize,
    handed: &'a Handed,
}

/// What the attempts of a cohort say.
pub fn study(cohort: &Cohort, bank: &Bank<'_>, settings: Settings) -> Study {
    let current = current(cohort, bank);
    let mut attempts: BTreeMap<&QuizRef, BTreeMap<usize, Vec<&Handed>>> = BTreeMap::new();
    for (place, learner) in cohort.learners.iter().enumerate() {
        for handed in &learner.attempts {
            attempts.entry(&handed.attempt.quiz).or_default().entry(place).or_default().push(handed);
        }
    }
    let gradebook = gradebook::of(cohort, &attempts, bank, &current, settings);
    let quizzes = attempts.iter().map(|(id, by_learner)| {
        let counted = by_learner.iter().filter_map(|(learner, attempts)| {
            counting(attempts, settings.counting).map(|(_, handed)| Counted { learner: *learner, handed })
        });
        quiz::of(id, &counted.collect::<Vec<_>>(), bank, &current, settings)
    });
    Study { settings, gradebook, quizzes: quizzes.collect() }
}

/// The attempt that counts, with its place among them.
fn counting<'a>(attempts: &[&'a Handed], counting: Counting) -> Option<(usize, &'a Handed)> {
    let mut all = attempts.iter().copied().enumerate();
    match counting {
        Counting::First => all.next(),
        Counting::Last => all.next_back(),
        Counting::Best => {
            all.reduce(
                |best, other| {
                    if other.1.attempt.share() > best.1.attempt.share() { other } else { best }
                },
            )
        }
    }
}

/// The edition of each question: that of the bank, or, of a question that no bank has, the one that was given last.
fn current(cohort: &Cohort, bank: &Bank<'_>) -> BTreeMap<QuestionRef, Edition> {
    let mut latest = BTreeMap::new();
    for handed in cohort.learners.iter().flat_map(|learner| &learner.attempts) {
        for given in &handed.attempt.given {
            let own = (handed.attempt.begun, given.edition);
            let known = latest.entry(given.question.clone()).or_insert(own);
            *known = own.max(*known);
        }
    }
    let edition = |(id, (_, edition)): (QuestionRef, (_, Edition))| {
        let edition = bank.question(&id).map_or(edition, |question| question.edition);
        (id, edition)
    };
    latest.into_iter().map(edition).collect()
}
