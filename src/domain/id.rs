//! Names that hold for good: everything that a learner did is remembered under them.
//!
//! Each kind of thing has a type of its own, so that the compiler tells a lesson from a quiz. All of them
//! share one spelling, [`Slug`].

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::json::{Json, Value, Writer, spelled, transparent};

/// Lower-case ASCII letters, digits and single hyphens; begins with a letter; 1 to 64 characters.
///
/// Copies share one text: folding a long log copies ids by the thousand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

/// The longest a [`Slug`] may be, in characters.
pub const LONGEST_SLUG: usize = 64;

/// Why a text is not a [`Slug`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotASlug {
    /// Nothing was written.
    Empty,
    /// More than [`LONGEST_SLUG`] characters.
    TooLong,
    /// The first character is not a lower-case ASCII letter.
    Start,
    /// This character is none of `a`–`z`, `0`–`9` and `-`.
    Character(char),
    /// A hyphen at the end, or two in a row.
    Hyphen,
}

impl fmt::Display for NotASlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("it is empty"),
            Self::TooLong => write!(f, "it has more than {LONGEST_SLUG} characters"),
            Self::Start => f.write_str("it does not begin with a lower-case letter"),
            Self::Character(character) => {
                write!(f, "it has `{character}`, which is not a lower-case letter, a digit or a hyphen")
            }
            Self::Hyphen => f.write_str("it has a hyphen at its end, or two in a row"),
        }
    }
}

impl std::error::Error for NotASlug {}

impl Slug {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A name of this crate's own, for what authors give no key: spelled as a slug is.
    pub(crate) fn own(name: &'static str) -> Self {
        Self(name.into())
    }
}

impl FromStr for Slug {
    type Err = NotASlug;

    fn from_str(text: &str) -> Result<Self, NotASlug> {
        let Some(first) = text.chars().next() else { return Err(NotASlug::Empty) };
        if let Some(stranger) = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
            return Err(NotASlug::Character(stranger));
        }
        if !first.is_ascii_lowercase() {
            return Err(NotASlug::Start);
        }
        if text.len() > LONGEST_SLUG {
            return Err(NotASlug::TooLong);
        }
        if text.ends_with('-') || text.contains("--") {
            return Err(NotASlug::Hyphen);
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Json for Slug {
    fn write(&self, out: &mut Writer) {
        out.word(&self.0);
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        value.text()?.parse().ok()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Slug);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// The id without its kind, for lists that hold ids of several kinds.
            pub fn slug(&self) -> &Slug {
                &self.0
            }
        }

        impl From<Slug> for $name {
            fn from(slug: Slug) -> Self {
                Self(slug)
            }
        }

        impl FromStr for $name {
            type Err = NotASlug;

            fn from_str(text: &str) -> Result<Self, NotASlug> {
                text.parse().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        transparent! { $name }
    )+};
}

ids! {
    /// A course; the name of its folder.
    CourseId
    /// A module of a course; the name of its folder.
    ModuleId
    /// A lesson of a module; the name of its file.
    LessonId
    /// A quiz of a module.
    QuizId
    /// A bank of questions; the name of its file.
    BankId
    /// A question within its bank; see [`QuestionRef`].
    QuestionId
    /// What a delegate can do afterwards; unique over all courses.
    ObjectiveId
    /// An entry of the glossary.
    TermId
    /// A legal definition split in elements.
    ConceptId
    /// An instrument or document that is cited.
    SourceId
    /// A typical confusion that a wrong option shows.
    MisconceptionId
    /// An option of a question.
    OptionKey
    /// An item to be classified or matched.
    ItemKey
    /// A category that items are put into.
    CategoryKey
    /// An answer that an item is matched with.
    AnswerKey
    /// An element of a concept.
    ElementKey
    /// A marked passage in the facts of a case.
    PassageKey
    /// A gap in a text.
    GapKey
    /// A step of a case.
    StepKey
    /// A text or a table that several questions are about.
    StimulusId
}

macro_rules! references {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $id:ident),+ } $shape:literal)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            $(#[allow(missing_docs)] pub $field: $id),+
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let Self { $($field),+ } = self;
                write!(f, $shape)
            }
        }

        impl FromStr for $name {
            type Err = NotASlug;

            fn from_str(text: &str) -> Result<Self, NotASlug> {
                let mut parts = text.split('/');
                let read = Self { $($field: parts.next().unwrap_or_default().parse()?),+ };
                match parts.next() {
                    None => Ok(read),
                    Some(_) => Err(NotASlug::Character('/')),
                }
            }
        }

        spelled! { $name }
    )+};
}

references! {
    /// A module wherever it stands, written `course/module`.
    ModuleRef { course: CourseId, module: ModuleId } "{course}/{module}"
    /// A lesson wherever it stands, written `course/module/lesson`.
    LessonRef { course: CourseId, module: ModuleId, lesson: LessonId } "{course}/{module}/{lesson}"
    /// A quiz wherever it stands, written `course/module/quiz`.
    QuizRef { course: CourseId, module: ModuleId, quiz: QuizId } "{course}/{module}/{quiz}"
    /// A question wherever it stands, written `bank/question`.
    QuestionRef { bank: BankId, question: QuestionId } "{bank}/{question}"
}

impl LessonRef {
    /// The module that the lesson belongs to.
    pub fn module_ref(&self) -> ModuleRef {
        ModuleRef { course: self.course.clone(), module: self.module.clone() }
    }
}

impl QuizRef {
    /// The module that the quiz belongs to.
    pub fn module_ref(&self) -> ModuleRef {
        ModuleRef { course: self.course.clone(), module: self.module.clone() }
    }
}

/// The edition of a question: a fingerprint of its stem, its options and its key, 16 hexadecimal digits.
///
/// It changes when what is asked or what is right changes, and not when a feedback or an explanation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition(pub u64);

spelled! { Edition }

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Edition {
    type Err = NotHexadecimal;

    fn from_str(text: &str) -> Result<Self, NotHexadecimal> {
        let edition = u64::from_str_radix(text, 16).map(Self).map_err(|_| NotHexadecimal)?;
        if edition.to_string() == text { Ok(edition) } else { Err(NotHexadecimal) }
    }
}

/// A text that is not the right number of lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotHexadecimal;

impl fmt::Display for NotHexadecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is not the right number of lower-case hexadecimal digits")
    }
}

impl std::error::Error for NotHexadecimal {}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Result<&str, NotASlug>) {
        assert_eq!(text.parse::<Slug>().as_ref().map(Slug::as_str), expect.as_ref().map(|ok| *ok));
    }

    #[test]
    fn a_slug_is_lower_case_words_joined_by_single_hyphens() {
        check("child-rule-2", Ok("child-rule-2"));
        check("", Err(NotASlug::Empty));
        check("Child", Err(NotASlug::Character('C')));
        check("child_rule", Err(NotASlug::Character('_')));
        check("2-rules", Err(NotASlug::Start));
        check("-rule", Err(NotASlug::Start));
        check("rule-", Err(NotASlug::Hyphen));
        check("child--rule", Err(NotASlug::Hyphen));
        check(&"a".repeat(65), Err(NotASlug::TooLong));
    }

    #[test]
    fn a_reference_reads_back_what_it_wrote() {
        let written = "migration/trafficking/two-crimes";
        assert_eq!(written.parse::<LessonRef>().unwrap().to_string(), written);
        assert_eq!("a/b".parse::<LessonRef>(), Err(NotASlug::Empty));
        assert_eq!("a/b/c".parse::<ModuleRef>(), Err(NotASlug::Character('/')));
    }

    #[test]
    fn an_edition_is_sixteen_hexadecimal_digits() {
        assert_eq!(Edition(0xbeef).to_string(), "000000000000beef");
        assert_eq!("000000000000beef".parse(), Ok(Edition(0xbeef)));
        for text in
            ["", "beef", "000000000000BEEF", "+00000000000beef", "000000000000beeg", "0000000000000beef"]
        {
            assert_eq!(text.parse::<Edition>(), Err(NotHexadecimal), "{text}");
        }
    }
}
