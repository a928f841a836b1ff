//! Whose words are shown: an author's, in the language that she wrote them in.

use domain::id::CourseId;
use domain::language::Direction;

use crate::browser;

/// The words of an author on a page whose language may be another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Voice {
    /// The course that links in her words lead within.
    pub(crate) course: CourseId,
    /// The language of her words and its direction, where that is not the page's.
    foreign: Option<(String, Direction)>,
}

impl Voice {
    /// The words of a course in a language, which is a BCP 47 tag.
    pub(crate) fn new(course: &CourseId, language: &str) -> Self {
        let is_foreign = browser::language() != language;
        let foreign = is_foreign.then(|| (language.to_owned(), Direction::of(language)));
        Self { course: course.clone(), foreign }
    }

    /// The attributes of an element that holds her words: `lang` and `dir`, where they differ from the page's.
    pub(crate) fn attributes(&self) -> [Option<(&'static str, &str)>; 2] {
        let foreign = self.foreign.as_ref();
        [
            foreign.map(|(language, _)| ("lang", language.as_str())),
            foreign.map(|(_, direction)| ("dir", direction.attribute())),
        ]
    }
}
