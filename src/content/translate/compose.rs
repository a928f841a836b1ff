//! The catalogue of a language: what is translated, and the original for the rest.

use domain::course::{Bank, Catalogue, Course, Lesson, Module};
use domain::language::Language;
use domain::question::Question;
use domain::reference::{Concept, Source, Term};

/// How much of a project is translated in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// The language.
    pub language: Language,
    /// Courses: title and summary.
    pub courses: Share,
    /// Modules, each with its event, its objectives and its quizzes.
    pub modules: Share,
    /// Lessons.
    pub lessons: Share,
    /// Questions.
    pub questions: Share,
    /// Terms of the glossary.
    pub terms: Share,
    /// Sources.
    pub sources: Share,
    /// Concepts.
    pub concepts: Share,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many there are in the language.
    pub there: usize,
    /// How many there are at all.
    pub of: usize,
}

/// Something whose texts have a language.
trait Spoken {
    fn language(&self) -> &str;
}

macro_rules! spoken {
    ($($type:ty)+) => {
        $(impl Spoken for $type {
            fn language(&self) -> &str {
                &self.language
            }
        })+
    };
}

spoken! { Course Module Lesson Bank Question Term Source Concept }

/// The catalogue that was read from the tree with the translation in it, with the originals in the place of what was not
/// translated: those were read among translated names, and hold two languages. Both have the same things in the same order.
pub(super) fn compose(original: &Catalogue, read: Catalogue, language: Language) -> Catalogue {
    Catalogue {
        courses: each(&original.courses, read.courses, |original, read| course(original, read, language)),
        banks: each(&original.banks, read.banks, |original, read| bank(original, read, language)),
        terms: each(&original.terms, read.terms, |original, read| pick(original, read, language)),
        concepts: each(&original.concepts, read.concepts, |original, read| pick(original, read, language)),
        sources: each(&original.sources, read.sources, |original, read| pick(original, read, language)),
    }
}

/// Counts what is in the language.
pub(super) fn coverage(catalogue: &Catalogue, language: Language) -> Coverage {
    let modules = || catalogue.courses.iter().flat_map(|course| &course.modules);
    Coverage {
        language,
        courses: share(catalogue.courses.iter(), language),
        modules: share(modules(), language),
        lessons: share(modules().flat_map(|module| &module.lessons), language),
        questions: share(catalogue.banks.iter().flat_map(|bank| &bank.questions), language),
        terms: share(catalogue.terms.iter(), language),
        sources: share(catalogue.sources.iter(), language),
        concepts: share(catalogue.concepts.iter(), language),
    }
}

fn share<'c, T: Spoken + 'c>(all: impl Iterator<Item = &'c T>, language: Language) -> Share {
    all.fold(Share::default(), |share, one| Share {
        there: share.there + usize::from(is_in(one, language)),
        of: share.of + 1,
    })
}

fn is_in(spoken: &impl Spoken, language: Language) -> bool {
    spoken.language().parse() == Ok(language)
}

fn each<T>(originals: &[T], read: Vec<T>, choose: impl Fn(&T, T) -> T) -> Vec<T> {
    debug_assert_eq!(originals.len(), read.len());
    originals.iter().zip(read).map(|(original, read)| choose(original, read)).collect()
}

fn pick<T: Spoken + Clone>(original: &T, read: T, language: Language) -> T {
    if is_in(&read, language) { read } else { original.clone() }
}

fn course(original: &Course, read: Course, language: Language) -> Course {
    let modules = each(&original.modules, read.modules, |original, read| module(original, read, language));
    let read = Course { modules: Vec::new(), ..read };
    Course { modules, ..pick(&Course { modules: Vec::new(), ..original.clone() }, read, language) }
}

fn module(original: &Module, read: Module, language: Language) -> Module {
    let lessons = each(&original.lessons, read.lessons, |original, read| pick(original, read, language));
    let read = Module { lessons: Vec::new(), ..read };
    Module { lessons, ..pick(&Module { lessons: Vec::new(), ..original.clone() }, read, language) }
}

fn bank(original: &Bank, read: Bank, language: Language) -> Bank {
    let questions = each(&original.questions, read.questions, |original, read| {
        // Answers in all languages are answers to the same question.
        pick(original, Question { edition: original.edition, ..read }, language)
    });
    Bank { questions, ..read }
}
