//! Figures as text: CSV, JSON, HTML and lines for a terminal. Each form is one file.

pub mod csv;
pub mod html;
pub mod human;
pub mod json;

use crate::cohort::Cohort;
use crate::remark::{Comparison, Remarked};
use crate::study::Study;

/// Everything that is told of a cohort.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The cohort.
    pub cohort: &'a Cohort,
    /// What it says.
    pub study: &'a Study,
    /// What marking again gave, where that was done: the cohort, its study, and both side by side.
    pub remarked: Option<(&'a Remarked, &'a Study, &'a Comparison)>,
}

impl Told<'_> {
    /// The names of the learners, by their places.
    pub(crate) fn labels(&self) -> Vec<String> {
        self.cohort.learners.iter().map(|learner| learner.label.clone()).collect()
    }
}
