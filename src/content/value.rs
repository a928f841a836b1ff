//! Readers of single values: each gives the value, or notes what was expected and what was found.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use domain::id::NotASlug;
use domain::time::{Date, When};

use crate::advice::Advice;
use crate::desk::{Desk, Read, Reported, shown};
use crate::diagnostic::Code;
use crate::place::{Place, Placed};
use crate::shape::Shape;
use crate::syntax::tree::{Data, Node};
use crate::text::Text;

/// A value in an author's file, with all that is needed to read it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(crate) node: &'a Node,
    pub(crate) desk: &'a Desk<'a>,
}

impl<'a> Value<'a> {
    /// Where it was written.
    pub(crate) fn place(self) -> Place {
        self.node.place()
    }

    /// Its first character, for what is said of a list or a table that can fill many lines.
    pub(crate) fn opening(self) -> Place {
        let place = self.place();
        Place { end: place.end.min(place.start + 1), ..place }
    }

    /// What was written, with its quotation marks.
    fn raw(self) -> &'a str {
        self.desk.sheet(self.node.file).slice(self.node.span.clone())
    }

    /// What stands under a key, where this is a table that has it.
    pub(crate) fn at(self, key: &str) -> Option<Self> {
        self.node.get(key).map(|node| Self { node, ..self })
    }

    /// The text, where this is one; says nothing where it is none.
    pub(crate) fn as_text(self) -> Option<Text<'a>> {
        self.node.as_text().map(|text| Text::new(text, self.place(), self.raw()))
    }

    /// Notes an error at this value.
    pub(crate) fn error(self, code: Code, message: impl AsRef<str>, help: impl Into<Advice>) -> Reported {
        self.desk.faults.error(code, self.place(), message, help)
    }

    /// A text that learners read, and that a translation gives in another language. Not empty.
    pub(crate) fn text(self) -> Read<Text<'a>> {
        self.desk.translatable(self.node);
        self.written()
    }

    /// A text that means the same in every language: an address, a file, a reference. Not empty.
    pub(crate) fn written(self) -> Read<Text<'a>> {
        let Data::Text(text) = &self.node.data else {
            return Err(self.wrong("a text", "Write it in quotation marks: `\"…\"`."));
        };
        if text.trim().is_empty() {
            return Err(self.error(
                Code::EmptyText,
                "This text is empty.",
                "Write it, or take the key away.",
            ));
        }
        Ok(Text::new(text, self.place(), self.raw()))
    }

    /// A list that a translation gives as a whole, longer or shorter, because it hangs on the language: other names of a thing,
    /// spellings of an answer.
    pub(crate) fn words<T>(self, read: impl Fn(Self) -> Read<T>) -> Read<Vec<T>> {
        self.desk.translatable(self.node);
        self.list(read)
    }

    /// A text without Markdown, in one line.
    pub(crate) fn plain(self) -> Read<String> {
        self.text().map(|text| text.value.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// An id of any kind.
    pub(crate) fn id<T: FromStr<Err = NotASlug>>(self) -> Read<Placed<T>> {
        let Data::Text(text) = &self.node.data else {
            return Err(self.wrong("an id", "Write it in quotation marks: `\"child-rule\"`."));
        };
        slug(self.desk, text, self.place()).map(|value| Placed { value, place: self.place() })
    }

    /// `true` or `false`.
    pub(crate) fn boolean(self) -> Read<bool> {
        if let Data::Boolean(yes) = self.node.data {
            Ok(yes)
        } else {
            Err(self.wrong("`true` or `false`", "Write the word alone, without quotation marks."))
        }
    }

    /// A whole number.
    pub(crate) fn whole(self, range: RangeInclusive<i64>) -> Read<i64> {
        let Data::Integer(number) = self.node.data else {
            return Err(self.wrong("a whole number", "Write digits alone."));
        };
        number
            .filter(|number| range.contains(number))
            .ok_or_else(|| self.out_of_range("whole number", &range))
    }

    /// A number, with or without a fraction.
    pub(crate) fn number(self, range: RangeInclusive<f64>) -> Read<f64> {
        let number = if let Data::Float(number) = self.node.data {
            number
        } else if let Data::Integer(number) = self.node.data {
            number.map_or(f64::INFINITY, |number| number as f64)
        } else {
            return Err(self.wrong("a number", "Write digits, with a point before the fraction: `0.5`."));
        };
        if range.contains(&number) { Ok(number) } else { Err(self.out_of_range("number", &range)) }
    }

    /// A day of the calendar.
    pub(crate) fn date(self) -> Read<Date> {
        let Data::Date { year, month, day } = self.node.data else {
            return Err(
                self.wrong("a day", "Write it without quotation marks and without a time: `2000-11-15`.")
            );
        };
        Date::new(year, month, day)
            .map_err(|_| self.error(Code::OutOfRange, "There is no such day.", "Write a day as 2000-11-15."))
    }

    /// A day of the calendar, or a year.
    pub(crate) fn when(self) -> Read<When> {
        if let Data::Date { .. } = self.node.data {
            self.date().map(When::Day)
        } else if let Data::Integer(_) = self.node.data {
            self.year().map(When::Year)
        } else {
            let help = "Write it without quotation marks: `2000-11-15` or `2000`.";
            Err(self.wrong("a day or a year", help))
        }
    }

    /// A year.
    pub(crate) fn year(self) -> Read<u16> {
        let year = self.whole(1..=9999)?;
        u16::try_from(year).map_err(|_| self.out_of_range("whole number", &(1..=9999)))
    }

    /// One of some words.
    pub(crate) fn one_of<T: Copy>(self, words: &[(&'static str, T)]) -> Read<T> {
        let Data::Text(text) = &self.node.data else {
            return Err(self.wrong(
                &format!("one of {}", listed(words.iter().map(|(word, _)| *word))),
                "Write the word in quotation marks.",
            ));
        };
        if let Some((_, value)) = words.iter().find(|(word, _)| **word == **text) {
            return Ok(*value);
        }
        let help = self.desk.meant(self.place(), text, words.iter().map(|(word, _)| *word));
        let help = help.unwrap_or_else(|| "Write one of these words.".into());
        let all = listed(words.iter().map(|(word, _)| *word));
        Err(self.error(Code::UnknownValue, format!("`{}` is none of {all}.", shown(text)), help))
    }

    /// Each entry of a list.
    pub(crate) fn items(self) -> Read<Vec<Self>> {
        let Data::List(list) = &self.node.data else {
            return Err(self.wrong("a list", "Put the entries between `[` and `]`."));
        };
        Ok(list.iter().map(|node| Self { node, ..self }).collect())
    }

    /// A list, each entry of which is read in the same way.
    pub(crate) fn list<T>(self, read: impl Fn(Self) -> Read<T>) -> Read<Vec<T>> {
        all(self.items()?.into_iter().map(read))
    }

    /// A table of a shape, whose keys are known.
    pub(crate) fn table(self, shape: &Shape) -> Read<Fields<'a>> {
        let Data::Table(table) = &self.node.data else {
            return Err(self.wrong(
                &format!("the keys of {}", shape.what),
                "Put them with their values between `{` and `}`.",
            ));
        };
        let mut meant = Vec::new();
        let known = |key: &str| shape.keys().any(|known| known.name == key);
        for entry in table.entries.iter().filter(|entry| !known(&entry.key)) {
            let near = self.desk.suggest(&entry.key, shape.names());
            let is_free = |name: &str| self.node.get(name).is_none();
            meant.extend(near.map(|near| near.name).filter(|name| is_free(name)));
            let place = self.node.place_of(&entry.key_span);
            let help = match near {
                Some(near) => {
                    let sure = near.alone && is_free(near.name);
                    let mend = if sure { self.desk.rename(place, &entry.key, near.name) } else { None };
                    Advice::from(format!("Did you mean `{}`?", near.name)).with(mend)
                }
                None => format!("It can have {}.", listed(shape.names())).into(),
            };
            let what = capitalised(shape.what);
            let message = format!("{what} has no key `{}`.", shown(&entry.key));
            self.desk.faults.error(Code::UnknownKey, place, message, help);
        }
        Ok(Fields { of: self, what: shape.what, meant, complete: table.complete })
    }

    /// The language of the text under a key, where this is a table that has one; else that of the file.
    pub(crate) fn language_of(self, key: &str) -> String {
        let node = self.node.get(key).unwrap_or(self.node);
        self.desk.language(node.file).to_owned()
    }

    /// A table in which any key may stand; `meant` are keys that were mistyped.
    pub(crate) fn any_table(self, what: &'static str, meant: Vec<&'static str>) -> Read<Fields<'a>> {
        let Data::Table(table) = &self.node.data else {
            return Err(self.wrong(what, "Write `key = value`."));
        };
        Ok(Fields { of: self, what, meant, complete: table.complete })
    }

    /// A table whose keys are the author's own, as pairs of a key and its value.
    pub(crate) fn pairs(self, what: &'static str) -> Read<Vec<(Placed<&'a str>, Self)>> {
        let Data::Table(table) = &self.node.data else {
            return Err(self.wrong(what, "Write `{ key = …, other-key = … }`."));
        };
        let pairs = table.entries.iter().map(|entry| {
            let key = Placed { value: &*entry.key, place: self.node.place_of(&entry.key_span) };
            (key, Self { node: &entry.node, ..self })
        });
        Ok(pairs.collect())
    }

    /// Notes that a value is of another type.
    pub(crate) fn wrong(self, expected: &str, help: &str) -> Reported {
        self.desk.overlook();
        if let (Data::Broken, Some(reported)) = (&self.node.data, self.desk.faults.any_error()) {
            return reported;
        }
        let found = match &self.node.data {
            Data::Text(_) => "a text",
            Data::Integer(_) => "a whole number",
            Data::Float(_) => "a number",
            Data::Boolean(true) => "`true`",
            Data::Boolean(false) => "`false`",
            Data::Date { .. } => "a day",
            Data::Time => "a time",
            Data::List(_) => "a list",
            Data::Table(_) => "a table",
            Data::Broken => "something that cannot be read",
        };
        self.error(Code::WrongType, format!("Expected {expected}, found {found}."), help)
    }

    fn out_of_range<T: fmt::Display>(self, what: &str, range: &RangeInclusive<T>) -> Reported {
        let (least, most) = (range.start(), range.end());
        self.error(
            Code::OutOfRange,
            format!("`{}` is not within {least} to {most}.", shown(self.raw())),
            format!("Write a {what} from {least} to {most}."),
        )
    }
}

/// A table whose keys are known, ready to give its values.
#[derive(Debug)]
pub(crate) struct Fields<'a> {
    /// The table itself.
    pub(crate) of: Value<'a>,
    what: &'static str,
    /// Keys that were mistyped: that they are missing was said already.
    meant: Vec<&'static str>,
    complete: bool,
}

impl<'a> Fields<'a> {
    /// Where the table begins: its head, or the whole of it where it stands in braces.
    pub(crate) fn place(&self) -> Place {
        self.of.place()
    }

    /// What stands under a key.
    pub(crate) fn value(&self, key: &str) -> Option<Value<'a>> {
        self.of.node.get(key).map(|node| Value { node, ..self.of })
    }

    /// The language of the text under a key, a BCP 47 tag. An entry is translated whole or not at all, so that one of its
    /// texts tells the language of all.
    pub(crate) fn language(&self, key: &str) -> String {
        self.of.language_of(key)
    }

    /// What stands under a key that must be there.
    pub(crate) fn required<T>(&self, key: &str, read: impl FnOnce(Value<'a>) -> Read<T>) -> Read<T> {
        self.value(key).map_or_else(|| Err(self.missing(key)), read)
    }

    /// What stands under a key that can be left out.
    pub(crate) fn optional<T>(&self, key: &str, read: impl FnOnce(Value<'a>) -> Read<T>) -> Read<Option<T>> {
        self.value(key).map(read).transpose()
    }

    /// Whether a key is left out, and not merely mistyped or lost in an error of syntax.
    pub(crate) fn lacks(&self, key: &str) -> bool {
        self.value(key).is_none() && self.told_already(key).is_none()
    }

    /// The proof that an author was told already why a key has no value.
    pub(crate) fn told_already(&self, key: &str) -> Option<Reported> {
        let told = !self.complete || self.meant.contains(&key);
        self.of.desk.faults.any_error().filter(|_| told)
    }

    /// Notes that a key is missing.
    pub(crate) fn missing(&self, key: &str) -> Reported {
        if let Some(reported) = self.told_already(key) {
            return reported;
        }
        let what = capitalised(self.what);
        let help = format!("Add `{key} = …`.");
        self.of.desk.faults.error(
            Code::MissingKey,
            self.place(),
            format!("{what} needs the key `{key}`."),
            help,
        )
    }
}

/// An id, or the reason why it is none.
pub(crate) fn slug<T: FromStr<Err = NotASlug>>(desk: &Desk<'_>, text: &str, place: Place) -> Read<T> {
    text.parse().map_err(|reason: NotASlug| {
        let help =
            "Write lower-case letters, digits and single hyphens, beginning with a letter: `child-rule`.";
        let message = format!("`{}` is not an id: {reason}.", shown(text));
        desk.faults.error(Code::BadId, place, message, help)
    })
}

/// All values, once every one of them was read.
pub(crate) fn all<T>(values: impl Iterator<Item = Read<T>>) -> Read<Vec<T>> {
    let (least, _) = values.size_hint();
    let start = (Vec::with_capacity(least), None);
    let (read, reported) = values.fold(start, |(mut read, mut reported), value| {
        match value {
            Ok(value) => read.push(value),
            Err(proof) => reported = Some(proof),
        }
        (read, reported)
    });
    reported.map_or(Ok(read), Err)
}

/// Words in a row: `a`, `b` and `c`.
pub(crate) fn listed<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<String> = words.map(|word| format!("`{}`", shown(word))).collect();
    match words.as_slice() {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The same words as the beginning of a sentence.
pub(crate) fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
