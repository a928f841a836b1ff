//! What holds of every cohort and every table of marks.

mod cohorts;
mod files;
mod guessing;
mod properties;
mod reference;
mod samples;
mod studies;
mod tables;
mod writing;
