//! A text, its places, and its plurals.

use std::borrow::Cow;

use domain::json::{Value, Writer};
use domain::template::{Piece, pieces};

/// What is said, as it stands on the page; or a template with named places: `Question {number} of {whole}`.
pub type Text = &'static str;

/// Puts words in the named places of a template. A place that is not named is left empty; what is put in is never looked
/// through for places.
#[inline(never)]
pub fn fill(template: &str, places: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    for piece in pieces(template) {
        filled.push_str(match piece {
            Piece::Text(text) => text,
            Piece::Place(name) => {
                places.iter().find(|(known, _)| *known == name).map_or("", |(_, words)| words)
            }
        });
    }
    filled
}

/// The plural that a number takes in a language, as the Unicode Common Locale Data Repository tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Arabic: 0.
    Zero,
    /// 1, and in Russian 21, 31 and so on, in French 0 as well.
    One,
    /// Arabic: 2.
    Two,
    /// Arabic: 3 to 10; Russian: 2 to 4.
    Few,
    /// Arabic: 11 to 99; Russian: 5 to 20; French and Spanish: whole millions.
    Many,
    /// Every other number.
    Other,
}

impl Category {
    /// Every category.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The category of this name, which is the one that `Intl.PluralRules` gives in a browser; any other name means the last.
    pub fn named(name: &str) -> Self {
        match name {
            "zero" => Self::Zero,
            "one" => Self::One,
            "two" => Self::Two,
            "few" => Self::Few,
            "many" => Self::Many,
            _ => Self::Other,
        }
    }
}

/// A text about a number of things: a template for each plural that its language has. The number stands at `{count}`.
///
/// Each language has a constructor of its own that takes exactly its plurals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plural([Text; 6]);

impl Plural {
    /// In Arabic: 0; 1; 2; 3 to 10; 11 to 99; 100, 101, 102 and fractions.
    pub const fn arabic(zero: Text, one: Text, two: Text, few: Text, many: Text, other: Text) -> Self {
        Self([zero, one, two, few, many, other])
    }

    /// In Chinese: any number.
    pub const fn chinese(other: Text) -> Self {
        Self(["", "", "", "", "", other])
    }

    /// In English: 1; any other number.
    pub const fn english(one: Text, other: Text) -> Self {
        Self(["", one, "", "", "", other])
    }

    /// In French: 0 and 1, also with a fraction; whole millions (`{count} de questions`); any other number.
    pub const fn french(one: Text, many: Text, other: Text) -> Self {
        Self(["", one, "", "", many, other])
    }

    /// In Russian: 1, 21, 31…; 2 to 4, 22 to 24…; 0, 5 to 20, 25 to 30…; fractions.
    pub const fn russian(one: Text, few: Text, many: Text, other: Text) -> Self {
        Self(["", one, "", few, many, other])
    }

    /// In Spanish: 1; whole millions (`{count} de preguntas`); any other number.
    pub const fn spanish(one: Text, many: Text, other: Text) -> Self {
        Self(["", one, "", "", many, other])
    }

    /// The template for a category; that for any other number where the language does not tell this one apart.
    pub fn of(&self, category: Category) -> Text {
        let own = self.0.get(category as usize).copied().unwrap_or_default();
        let other = self.0.last().copied().unwrap_or_default();
        if own.is_empty() { other } else { own }
    }

    /// Whether the language of this text tells the category apart.
    pub fn has(&self, category: Category) -> bool {
        self.0.get(category as usize).is_some_and(|own| !own.is_empty())
    }
}

/// What a field of a group can be: it is written into the list of the group, and read from it.
pub(crate) trait Said: Sized {
    /// Nothing that is said.
    const SILENT: Self;

    /// Writes it as the next part of the list.
    fn put(&self, out: &mut Writer);

    /// Takes it from the front of the list.
    fn take(list: &mut List) -> Self;

    /// Each template of it, with the category that it is for.
    fn templates(&self) -> Vec<(Option<Category>, Text)>;
}

impl Said for Text {
    const SILENT: Self = "";

    fn put(&self, out: &mut Writer) {
        out.next();
        out.text(self);
    }

    fn take(list: &mut List) -> Self {
        list.text()
    }

    fn templates(&self) -> Vec<(Option<Category>, Text)> {
        vec![(None, self)]
    }
}

impl Said for Plural {
    const SILENT: Self = Self([""; 6]);

    fn put(&self, out: &mut Writer) {
        out.next();
        out.open('[');
        for template in &self.0 {
            template.put(out);
        }
        out.close(']');
    }

    #[inline(never)]
    fn take(list: &mut List) -> Self {
        let mut own = List::of(list.next());
        let plural = Self(std::array::from_fn(|_| own.text()));
        list.is_sound &= own.is_read();
        plural
    }

    fn templates(&self) -> Vec<(Option<Category>, Text)> {
        Category::ALL.into_iter().filter(|one| self.has(*one)).map(|one| (Some(one), self.of(one))).collect()
    }
}

/// A written group that is being read. Its texts stay for as long as the page does.
pub(crate) struct List {
    rest: std::vec::IntoIter<Value<'static>>,
    is_sound: bool,
}

impl List {
    /// The parts of a list; of anything else there are none.
    pub(crate) fn of(value: Option<Value<'static>>) -> Self {
        match value {
            Some(Value::List(list)) => Self { rest: list.into_iter(), is_sound: true },
            _ => Self { rest: Vec::new().into_iter(), is_sound: false },
        }
    }

    /// Whether each part was what it was taken for, and none is left.
    pub(crate) fn is_read(&self) -> bool {
        self.is_sound && self.rest.as_slice().is_empty()
    }

    fn next(&mut self) -> Option<Value<'static>> {
        self.rest.next()
    }

    #[inline(never)]
    fn text(&mut self) -> Text {
        match self.next() {
            Some(Value::Text(Cow::Borrowed(text))) => text,
            Some(Value::Text(Cow::Owned(text))) => text.leak(),
            _ => {
                self.is_sound = false;
                ""
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_places_are_filled_wherever_they_stand() {
        assert_eq!(
            fill("{whole} 题中的第 {number} 题", &[("number", "2"), ("whole", "8")]),
            "8 题中的第 2 题"
        );
        assert_eq!(fill("no place", &[("number", "2")]), "no place");
        assert_eq!(fill("{a}{b}", &[("a", "{b}"), ("b", "x")]), "{b}x");
        assert_eq!(fill("a {missing} b {", &[]), "a  b ");
    }

    #[test]
    fn a_category_that_the_language_does_not_tell_apart_is_the_last() {
        let files = Plural::english("{count} file", "{count} files");
        assert_eq!(files.of(Category::One), "{count} file");
        assert_eq!(files.of(Category::Few), "{count} files");
        assert_eq!(Category::named("few"), Category::Few);
        assert_eq!(Category::named("something new"), Category::Other);
    }
}
