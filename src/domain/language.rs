//! The languages that the interface speaks: the six of the United Nations.
//!
//! Authors may write in any language, as a BCP 47 tag; what is here is what buttons and messages come in, and in which direction
//! a page runs.

use std::fmt;
use std::str::FromStr;

use crate::json::words;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// العربية
    Arabic,
    /// 中文
    Chinese,
    /// English
    #[default]
    English,
    /// Français
    French,
    /// Русский
    Russian,
    /// Español
    Spanish,
}

words! {
    Language {
        "ar" => Arabic,
        "zh" => Chinese,
        "en" => English,
        "fr" => French,
        "ru" => Russian,
        "es" => Spanish,
    }
}

/// The languages that are written from right to left, as far as authors may write in them.
const FROM_RIGHT: [&str; 13] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

/// The direction in which a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Language {
    /// Every language, in the order of the United Nations' lists (the alphabetical order of their English names).
    pub const ALL: [Self; 6] =
        [Self::Arabic, Self::Chinese, Self::English, Self::French, Self::Russian, Self::Spanish];

    /// Its BCP 47 tag: `fr`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Chinese => "zh",
            Self::English => "en",
            Self::French => "fr",
            Self::Russian => "ru",
            Self::Spanish => "es",
        }
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Arabic => "العربية",
            Self::Chinese => "中文",
            Self::English => "English",
            Self::French => "Français",
            Self::Russian => "Русский",
            Self::Spanish => "Español",
        }
    }

    /// The direction in which it is written.
    pub fn direction(self) -> Direction {
        match self {
            Self::Arabic => Direction::RightToLeft,
            Self::Chinese | Self::English | Self::French | Self::Russian | Self::Spanish => {
                Direction::LeftToRight
            }
        }
    }
}

impl Direction {
    /// The direction of the language that a BCP 47 tag names, with or without a region.
    pub fn of(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or_default();
        let is_it = |known: &&str| known.eq_ignore_ascii_case(primary);
        if FROM_RIGHT.iter().any(is_it) { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// The value of the attribute `dir`.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A tag that names none of the six languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherLanguage;

impl fmt::Display for OtherLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is none of ar, zh, en, fr, ru and es")
    }
}

impl std::error::Error for OtherLanguage {}

impl FromStr for Language {
    type Err = OtherLanguage;

    /// The language of a BCP 47 tag, with or without a region: `fr` and `fr-CH` are French.
    fn from_str(tag: &str) -> Result<Self, OtherLanguage> {
        let primary = tag.split('-').next().unwrap_or_default();
        let is_it = |language: &Self| language.tag().eq_ignore_ascii_case(primary);
        Self::ALL.into_iter().find(is_it).ok_or(OtherLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{from_text, to_text};

    #[test]
    fn a_language_is_written_as_its_tag_and_read_with_or_without_a_region() {
        for language in Language::ALL {
            assert_eq!(language.tag().parse(), Ok(language));
            assert_eq!(to_text(&language), format!("\"{language}\""));
            assert_eq!(from_text(&to_text(&language)), Some(language));
        }
        assert_eq!("fr-CH".parse(), Ok(Language::French));
        assert_eq!("EN".parse(), Ok(Language::English));
        assert_eq!("de".parse::<Language>(), Err(OtherLanguage));
        assert_eq!("".parse::<Language>(), Err(OtherLanguage));
    }
}
