//! What holds between the parts of a course: one rule, one file.
//!
//! The comment at the head of each file is its page in `docs/diagnostics.md`. Readers call the rules when they have
//! what a rule looks at; a rule that is broken leaves no value behind.

pub(crate) mod after;
pub(crate) mod conditions;
pub(crate) mod distinct;
pub(crate) mod draws;
pub(crate) mod feedback;
pub(crate) mod findings;
pub(crate) mod foreseen;
pub(crate) mod gaps;
pub(crate) mod languages;
pub(crate) mod objectives;
pub(crate) mod one_correct;
pub(crate) mod overdue;
pub(crate) mod partial;
pub(crate) mod passages;
pub(crate) mod places;
pub(crate) mod promise;
pub(crate) mod proof;
pub(crate) mod shared_answer;
pub(crate) mod some_correct;
pub(crate) mod unlisted;
pub(crate) mod unmarked;
pub(crate) mod unused;
pub(crate) mod ways;
