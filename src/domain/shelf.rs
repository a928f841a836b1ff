//! What the notebook fetches of a course, beside the index of each module: its glossary and concepts, and what belongs to which module.
//!
//! A reader never fetches it. The pages of the notebook name its address.

use crate::id::{LessonId, ModuleRef, TermId};
use crate::index::Address;
use crate::json::record;
use crate::reference::{Concept, Term};

/// The glossary and the concepts of a course, and its modules.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelf {
    /// The terms that the course uses, and those that they are confused with or contrasted with.
    pub terms: Vec<Term>,
    /// The concepts that define one of these terms.
    pub concepts: Vec<Concept>,
    /// The modules, in order.
    pub modules: Vec<Stock>,
}

record! { Shelf { terms, concepts, modules } }

/// A module, as the notebook knows it: what there is to read, and what of it can come back to mind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stock {
    /// The module.
    pub module: ModuleRef,
    /// Its title.
    pub title: String,
    /// The language of its title and its objectives, a BCP 47 tag.
    pub language: String,
    /// Its lessons, in order.
    pub lessons: Vec<LessonId>,
    /// Where its [`ModuleIndex`](crate::index::ModuleIndex) is, and with that each of its questions.
    pub index: Address,
    /// The terms that its lessons and questions link to, in the order in which a learner meets them.
    pub terms: Vec<TermId>,
}

record! { Stock { module, title, language, lessons, index, terms } }
