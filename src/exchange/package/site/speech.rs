//! How a page speaks: Plenary's own texts in the language of the page, authors' words in theirs.

use domain::language::Direction;
use domain::template::{Piece, pieces};
use domain::time::When;
use maud::{Markup, html};
use texts::{Plural, fill, format};

use super::Site;

/// The language of words that are not in that of the page, as the attributes `lang` and `dir` of what holds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Voice<'a> {
    pub(super) lang: Option<&'a str>,
    pub(super) dir: Option<&'static str>,
}

/// The name of a page or of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name<'a> {
    pub(super) text: &'a str,
    /// The language of its author, a BCP 47 tag; none where it is one of Plenary's own texts.
    language: Option<&'a str>,
}

impl<'a> Name<'a> {
    /// One of Plenary's own texts.
    pub(super) fn own(text: &'a str) -> Self {
        Self { text, language: None }
    }

    /// An author's words.
    pub(super) fn authored(text: &'a str, language: &'a str) -> Self {
        Self { text, language: Some(language) }
    }

    /// The attributes of what holds it.
    pub(super) fn voice(self, site: &Site<'_>) -> Voice<'a> {
        self.language.map_or(Voice { lang: None, dir: None }, |language| site.voice(language))
    }
}

impl Site<'_> {
    /// The attributes of what holds words in this language, which is a BCP 47 tag.
    pub(super) fn voice<'a>(&self, language: &'a str) -> Voice<'a> {
        if language == self.language.tag() {
            return Voice { lang: None, dir: None };
        }
        Voice { lang: Some(language), dir: Some(Direction::of(language).attribute()) }
    }

    /// An author's words within a line.
    pub(super) fn said(&self, words: &str, language: &str) -> Markup {
        let voice = self.voice(language);
        html! {
            @if voice.lang.is_some() { span lang=[voice.lang] dir=[voice.dir] { (words) } } @else { (words) }
        }
    }

    /// An author's words in a list within a line.
    pub(super) fn listed(&self, words: &[String], language: &str) -> Markup {
        // Separated as their own language does where the page's language is another.
        let separator = if self.voice(language).lang.is_some() { ", " } else { self.texts.list_separator };
        self.said(&words.join(separator), language)
    }

    /// A number of things: `1 question`, `8 questions`.
    pub(super) fn count(&self, text: &Plural, number: usize) -> String {
        format::counted(self.language, text, number)
    }

    /// A number of things of something that has a name.
    pub(super) fn count_of(&self, text: &Plural, number: usize, place: &str, name: &str) -> String {
        let number = number as f64;
        let shown = format::number(self.language, number);
        fill(text.of(format::category(self.language, number)), &[("count", &shown), (place, name)])
    }

    /// A place in a row: `Lesson 2 of 6`.
    pub(super) fn ordinal(&self, text: &str, number: usize, whole: usize) -> String {
        let [number, whole] = [number, whole].map(|number| format::number(self.language, number as f64));
        fill(text, &[("number", &number), ("whole", &whole)])
    }

    /// A share: `67 %`.
    pub(super) fn share(&self, share: f64) -> String {
        fill(self.texts.percent, &[("number", &(share * 100.0).round().to_string())])
    }

    /// A date.
    pub(super) fn date(&self, when: When) -> String {
        format::when(self.language, when)
    }

    /// How large something is: `412 KB`, `1.3 MB`. Rounded up, so that nothing is larger than was said.
    pub(super) fn size(&self, bytes: usize) -> String {
        let kilobytes = bytes.div_ceil(1000);
        let (unit, size) = if kilobytes < 1000 {
            (self.texts.kilobytes, kilobytes as f64)
        } else {
            (self.texts.megabytes, kilobytes.div_ceil(100) as f64 / 10.0)
        };
        fill(unit, &[("number", &format::number(self.language, size))])
    }
}

/// A template with markup in its only place.
pub(super) fn around(template: &str, markup: &Markup) -> Markup {
    html! {
        @for piece in pieces(template) {
            @match piece { Piece::Text(text) => (text), Piece::Place(_) => (markup) }
        }
    }
}
