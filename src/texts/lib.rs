//! What Plenary itself says, in each language of the interface: the words of its pages, its buttons and its messages.
//!
//! Texts are constants: a struct for each group of texts, with a field for each text that says where it is shown, and a file for each
//! group and language. A text that a language lacks is an error of the compiler, a plural that it lacks is one too, and a
//! place in a template that was forgotten is a failing test.
//!
//! The groups follow who says a text, because a learner fetches no more than she hears: [`page`] is what the static pages say, [`reader`]
//! what the application says on pages and in quizzes, [`notebook`] what it says on the pages about her own progress. The
//! applications hold no texts; they fetch a group in the language of the page, in the form that [`reader::Reader::to_json`] writes.
//!
//! To add a text: a field with its doc comment in the struct, then its words in all six files; the compiler lists them. This
//! crate knows the languages and nothing else of the product.

mod form;
#[cfg(not(target_arch = "wasm32"))]
pub mod format;
mod group;
pub mod notebook;
pub mod page;
pub mod reader;

#[cfg(test)]
mod tests;

pub use form::{Category, Plural, Text, fill};
