//! Reading a cohort without a server: from the files that learners hand in to a gradebook, an item analysis and marks given again.
//!
//! The way of the files: [`file::open`] looks at the bytes of each, [`cohort::gather`] puts them together by learner, [`study::study`]
//! computes what they say, [`remark::remark`] marks all of it again under a corrected bank; [`reading::read`] does all of that. [`table`] makes tables of it, `write` makes text of
//! the tables; [`chart`] draws. [`marks`] reads a plain table of marks of any system.
//!
//! Pure: bytes in, figures out. It knows no disk, no clock and no browser, and computes the same to the last digit wherever it runs: sums in
//! the order of the table, logarithms by `libm`.

pub mod advice;
pub mod bank;
pub mod chart;
pub mod choices;
pub mod cohort;
pub mod file;
pub mod guess;
pub mod marks;
pub mod matrix;
pub mod reading;
pub mod remark;
pub mod statistics;
pub mod study;
pub mod table;
pub mod text;
pub mod write;

#[cfg(test)]
mod tests;
