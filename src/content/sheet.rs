//! A file that is open: its number, its text, and what its place in the folder says of it.

use crate::desk::shown;
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

    /// The place of the whole text.
    pub(crate) fn all(&self) -> Place {
        self.place(0..self.text.len())
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
    /// The path of such a file, as a message names it.
    pub(crate) fn in_words(self) -> String {
        match self {
            Self::Sources => "`courses/sources.toml`".to_owned(),
            Self::Glossary => "`courses/glossary.toml`".to_owned(),
            Self::Concepts => "`courses/concepts.toml`".to_owned(),
            Self::Course(course) => format!("`courses/{}/course.toml`", shown(course)),
            Self::Module(course, module) => {
                format!("`courses/{}/{}/module.toml`", shown(course), shown(module))
            }
            Self::Lesson(course, module, lesson) => {
                format!("`courses/{}/{}/{}.md`", shown(course), shown(module), shown(lesson))
            }
            Self::Bank(bank) => format!("`questions/{}.toml`", shown(bank)),
            Self::Hidden | Self::Stray => "the original".to_owned(),
        }
    }

    /// What the file at a path is, and the language that its name says: a translation of `questions/bank.toml` is
    /// `questions/bank.fr.toml`. The language need not be one that exists.
    pub(crate) fn of(path: &'a str) -> (Self, Option<&'a str>) {
        let parts: Vec<&str> = path.split('/').collect();
        if parts.iter().any(|part| part.starts_with('.')) {
            return (Self::Hidden, None);
        }
        let Some((file, folders)) = parts.split_last() else { return (Self::Stray, None) };
        let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
        // No id has a dot in it.
        let (stem, language) =
            stem.split_once('.').map_or((stem, None), |(stem, language)| (stem, Some(language)));
        let role = match (folders, stem, ending) {
            (["courses"], "sources", "toml") => Self::Sources,
            (["courses"], "glossary", "toml") => Self::Glossary,
            (["courses"], "concepts", "toml") => Self::Concepts,
            (["courses", course], "course", "toml") => Self::Course(course),
            (["courses", course, module], "module", "toml") => Self::Module(course, module),
            (["courses", course, module], lesson, "md") => Self::Lesson(course, module, lesson),
            (["questions"], bank, "toml") => Self::Bank(bank),
            _ => return (Self::Stray, None),
        };
        (role, language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, role: Role<'_>, language: Option<&str>) {
        assert_eq!(Role::of(path), (role, language));
    }

    #[test]
    fn a_file_is_what_its_place_says() {
        check("courses/sources.toml", Role::Sources, None);
        check("courses/law/course.toml", Role::Course("law"), None);
        check("courses/law/borders/module.toml", Role::Module("law", "borders"), None);
        check("courses/law/borders/crossing.md", Role::Lesson("law", "borders", "crossing"), None);
        check("questions/bank.toml", Role::Bank("bank"), None);
        check("questions/bank.md", Role::Stray, None);
        check("questions/old/bank.toml", Role::Stray, None);
        check("courses/law/sources.toml", Role::Stray, None);
        check("courses/.git/sources.toml", Role::Hidden, None);
        check("", Role::Stray, None);
    }

    #[test]
    fn a_translation_has_its_language_before_its_ending() {
        check("courses/glossary.fr.toml", Role::Glossary, Some("fr"));
        check("courses/law/borders/crossing.ar.md", Role::Lesson("law", "borders", "crossing"), Some("ar"));
        check("questions/bank.v2.fr.toml", Role::Bank("bank"), Some("v2.fr"));
        check("questions/bank..toml", Role::Bank("bank"), Some(""));
        check("courses/glossary.fr.md", Role::Stray, None);
    }
}
