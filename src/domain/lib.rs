//! The language of Plenary: courses, questions, scores, sessions and progress, as plain values.
//!
//! This crate knows nobody. It reads no file and no clock, draws no random number of its own and has
//! never heard of a browser, of TOML or of Markdown: time and seeds reach it as arguments, so that the same
//! answer scores the same in the browser, on the command line and in a test.
//!
//! A value of these types is valid: `content` builds them from authors' files and refuses what is not.

pub mod backup;
pub mod card;
pub mod code;
pub mod conditions;
pub mod course;
pub mod draw;
pub mod drill;
pub mod former;
pub mod html;
pub mod id;
pub mod index;
pub mod json;
pub mod language;
pub mod log;
pub mod map;
pub mod marking;
pub mod mastery;
pub mod progress;
pub mod question;
pub mod random;
pub mod reference;
pub mod saved;
pub mod score;
pub mod session;
pub mod settings;
pub mod shelf;
pub mod sort;
pub mod standing;
pub mod template;
pub mod time;
pub mod typed;

#[cfg(test)]
mod tests;
