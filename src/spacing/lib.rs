//! Spaced repetition: what comes back to mind today.
//!
//! A *card* is a question or a term of the glossary. Every answer to it is a review; what is remembered of it
//! ([`Memory`]) is computed from the log alone, with the model FSRS-6 of the `fsrs` crate, and with it the day on which the
//! card comes back. [`today`] makes the list of a day: never more than the plan says, however long a learner was away.
//!
//! This crate stands apart from `domain` because `fsrs` brings a family of crates of which only a few formulas are used here, and
//! only the notebook needs them. It reads no clock: the shell passes in a [`Calendar`].

mod calendar;
mod memory;
mod queue;
mod reviews;

pub use calendar::{Calendar, Day};
pub use memory::{LONGEST, Memory, RETENTION};
pub use queue::{Due, Plan, Today, today};
pub use reviews::{Memories, memories};

#[cfg(test)]
mod tests;
