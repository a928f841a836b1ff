//! A file that is open: its number, its text, and what its place in the folder says of it.

use crate::place::Place;

/// A text file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet<'a> {
    /// Its number among the files.
    pub(crate) number: usize,
    /// Its text, with the byte order mark if there is one.
    pub(crate) text: &'a str,
}

impl<'a> Sheet<'a> {
    /// Where the text begins, after a byte order mark.
    pub(crate) fn beginning(&self) -> usize {
        if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// The place of a stretch.
    pub(crate) fn place(&self, stretch: std::ops::Range<usize>) -> Place {
        Place { file: self.number, start: stretch.start, end: stretch.end }
    }

    /// The first place of the file, for what is said of the file as a whole.
    pub(crate) fn top(&self) -> Place {
        self.place(self.beginning()..self.beginning())
    }

    /// The text of a stretch.
    pub(crate) fn slice(&self, stretch: std::ops::Range<usize>) -> &'a str {
        self.text.get(stretch).unwrap_or_default()
    }
}

/// What a file is, by its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role<'a> {
    /// `courses/sources.toml`
    Sources,
    /// `courses/glossary.toml`
    Glossary,
    /// `courses/concepts.toml`
    Concepts,
    /// `courses/<course>/course.toml`
    Course(&'a str),
    /// `courses/<course>/<module>/module.toml`
    Module(&'a str, &'a str),
    /// `courses/<course>/<module>/<lesson>.md`
    Lesson(&'a str, &'a str, &'a str),
    /// `questions/<bank>.toml`
    Bank(&'a str),
    /// Something that a system or an editor keeps for itself: a name that begins with a dot.
    Hidden,
    /// Anything else.
    Stray,
}

impl<'a> Role<'a> {
    /// What the file at a path is.
    pub(crate) fn of(path: &'a str) -> Self {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            parts if parts.iter().any(|part| part.starts_with('.')) => Self::Hidden,
            ["courses", "sources.toml"] => Self::Sources,
            ["courses", "glossary.toml"] => Self::Glossary,
            ["courses", "concepts.toml"] => Self::Concepts,
            ["courses", course, "course.toml"] => Self::Course(course),
            ["courses", course, module, "module.toml"] => Self::Module(course, module),
            ["courses", course, module, file] => {
                file.strip_suffix(".md").map_or(Self::Stray, |lesson| Self::Lesson(course, module, lesson))
            }
            ["questions", file] => file.strip_suffix(".toml").map_or(Self::Stray, Self::Bank),
            _ => Self::Stray,
        }
    }
}
