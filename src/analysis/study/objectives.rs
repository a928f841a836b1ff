//! How each objective was reached, learner by learner.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::ObjectiveId;
use domain::mastery::{MASTERED, NEARLY};
use domain::score::passes;

use super::quiz::Sheet;
use crate::bank::Bank;

/// Objective by learner.
#[derive(Debug, Clone, PartialEq)]
pub struct Objectives {
    /// The objectives, by id.
    pub columns: Vec<ObjectiveStudy>,
    /// The learners, each with her place in the cohort and what she reached of each objective; none where nothing asked for it.
    pub rows: Vec<(usize, Vec<Option<Reached>>)>,
}

/// How the cohort reached an objective.
#[derive(Debug, Clone, PartialEq)]
pub struct ObjectiveStudy {
    /// The objective.
    pub objective: ObjectiveId,
    /// What it says.
    pub text: String,
    /// How many were asked something of it.
    pub learners: usize,
    /// The mean of their shares of the points, 0 to 1.
    pub mean: Option<f64>,
    /// How many reached 80 % of its points.
    pub mastered: usize,
    /// How many did not reach 60 % of its points.
    pub failed: usize,
}

/// What a learner reached of an objective.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reached {
    /// The points that she earned.
    pub earned: f64,
    /// The points that were to be had.
    pub possible: f64,
}

impl Reached {
    /// The share of the points, 0 to 1.
    pub fn share(&self) -> f64 {
        (self.earned / self.possible).clamp(0.0, 1.0)
    }
}

pub(super) fn of(sheets: &[Sheet<'_>], bank: &Bank<'_>) -> Option<Objectives> {
    let mut rows: Vec<(usize, BTreeMap<&ObjectiveId, Reached>)> = Vec::with_capacity(sheets.len());
    let mut tested = BTreeSet::new();
    for sheet in sheets {
        let mut reached: BTreeMap<&ObjectiveId, Reached> = BTreeMap::new();
        for given in &sheet.entries {
            let Some(question) = bank.question(given.question) else { continue };
            tested.insert(&question.objective);
            let sum = reached.entry(&question.objective).or_insert(Reached { earned: 0.0, possible: 0.0 });
            sum.earned += given.mark;
            sum.possible += given.maximum;
        }
        rows.push((sheet.learner, reached));
    }
    if tested.is_empty() {
        return None;
    }
    let column = |objective: &&ObjectiveId| {
        let shares: Vec<f64> =
            rows.iter().filter_map(|(_, reached)| reached.get(*objective)).map(Reached::share).collect();
        let count = |is: &dyn Fn(f64) -> bool| shares.iter().filter(|share| is(**share)).count();
        ObjectiveStudy {
            objective: (*objective).clone(),
            text: bank.objective(objective).map_or_else(|| objective.to_string(), str::to_owned),
            learners: shares.len(),
            mean: (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64),
            mastered: count(&|share| passes(share, MASTERED)),
            failed: count(&|share| !passes(share, NEARLY)),
        }
    };
    let columns = tested.iter().map(column).collect();
    let rows = rows.iter().map(|(learner, reached)| {
        (*learner, tested.iter().map(|objective| reached.get(*objective).copied()).collect())
    });
    Some(Objectives { columns, rows: rows.collect() })
}
