//! What holds between the parts of a course: one rule, one file.
//!
//! The comment at the head of each file is its page in `docs/diagnostics.md`. Readers call the rules when they have
//! what a rule looks at; a rule that is broken leaves no value behind.

pub(crate) mod absolute_words;
pub(crate) mod after;
pub(crate) mod all_of_the_above;
pub(crate) mod conditions;
pub(crate) mod distinct;
pub(crate) mod draws;
pub(crate) mod feedback;
pub(crate) mod few_questions;
pub(crate) mod findings;
pub(crate) mod foreseen;
pub(crate) mod gaps;
pub(crate) mod grammatical_cue;
pub(crate) mod key_is_longest;
pub(crate) mod key_position;
pub(crate) mod languages;
pub(crate) mod needless_allow;
pub(crate) mod negative_stem;
pub(crate) mod objectives;
pub(crate) mod one_correct;
pub(crate) mod overdue;
pub(crate) mod overlap;
pub(crate) mod partial;
pub(crate) mod passages;
pub(crate) mod places;
pub(crate) mod promise;
pub(crate) mod proof;
pub(crate) mod repeated_beginning;
pub(crate) mod shared_answer;
pub(crate) mod some_correct;
pub(crate) mod telling_hint;
pub(crate) mod term_spelling;
pub(crate) mod unattributed_view;
pub(crate) mod undated_figure;
pub(crate) mod unlisted;
pub(crate) mod unmarked;
pub(crate) mod unused;
pub(crate) mod ways;
pub(crate) mod word_of_the_stem;
