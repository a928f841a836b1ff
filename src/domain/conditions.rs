//! The conditions of a quiz: what its author lays down beside the questions.
//!
//! They are written into the log when an attempt begins, so that an attempt is marked for good as it was taken.

use crate::course::Mode;
use crate::json::{record, words};
use crate::score::Credit;
use crate::time::Millis;

/// How a quiz is taken and marked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Conditions {
    /// How often a question can be tried again in practice.
    pub further_tries: u32,
    /// The share of the credit that each wrong try costs.
    pub penalty: Credit,
    /// Whether each answer says how sure the learner is, and is marked by that.
    pub certainty: bool,
    /// How she moves; none where it follows from the mode.
    pub navigation: Option<Navigation>,
    /// How often the quiz can be taken; none where there is no limit.
    pub attempts: Option<u32>,
    /// Which of several attempts counts.
    pub grade: Grade,
    /// How long it may take; none where there is no limit.
    pub time: Option<Millis>,
}

record! {
    or default Conditions {
        further_tries: optional, penalty: optional, certainty: optional, navigation: optional, attempts: optional,
        grade: optional, time: optional,
    }
}

impl Conditions {
    /// How a learner moves in a quiz of this mode.
    pub fn navigation(&self, mode: Mode) -> Navigation {
        self.navigation.unwrap_or(match mode {
            Mode::Practice => Navigation::Sequential,
            Mode::Assessment => Navigation::Free,
        })
    }
}

/// How a learner moves between questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Navigation {
    /// One after the other, never back.
    Sequential,
    /// To any question at any time.
    Free,
}

words! { Navigation { "sequential" => Sequential, "free" => Free } }

/// Which of several attempts counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Grade {
    /// The one with the highest share of the points.
    #[default]
    Best,
    /// The last one.
    Last,
    /// The first one.
    First,
    /// All of them: the mean of their shares.
    Average,
}

words! { or default Grade { "best" => Best, "last" => Last, "first" => First, "average" => Average } }

impl Grade {
    /// What counts of the shares of finished attempts, the oldest first; none where there is none.
    pub fn of(self, shares: &[f64]) -> Option<f64> {
        match self {
            Self::Best => shares.iter().copied().reduce(f64::max),
            Self::Last => shares.last().copied(),
            Self::First => shares.first().copied(),
            Self::Average if shares.is_empty() => None,
            Self::Average => Some(shares.iter().sum::<f64>() / shares.len() as f64),
        }
    }
}
