//! What an author may write: the keys of each table, which of them must be there, and of what type their values are.
//!
//! Each reader declares the shape of its table once. The readers take from it which keys are known (`Value::table`), and `schema`
//! makes of it the JSON Schema by which editors complete and check while an author types. That both agree on what must be there and
//! on the types, tests see to: they change whole files in every way and ask both.

/// A table.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Its name among the shapes: `option`.
    pub(crate) name: &'static str,
    /// What it is called in a sentence: `an option`.
    pub(crate) what: &'static str,
    /// The keys that it knows, in the order in which they are listed to an author.
    pub(crate) keys: &'static [&'static [Key]],
    /// Keys that are known and always refused, with a reason of their own.
    pub(crate) refused: &'static [&'static str],
}

/// A key of a table.
#[derive(Debug)]
pub(crate) struct Key {
    /// The key.
    pub(crate) name: &'static str,
    /// Whether it must be there.
    pub(crate) needed: bool,
    /// What stands under it.
    pub(crate) of: Of,
    /// What it is for, as an editor shows it.
    pub(crate) about: &'static str,
}

/// What stands under a key.
#[derive(Debug)]
pub(crate) enum Of {
    /// A text that is not empty.
    Text,
    /// An id, or a key that is made as ids are.
    Id,
    /// A former id of a question: `old-id`, or `old-bank/old-id`.
    Former,
    /// A place in a source: `source-id:place`, or `source-id`.
    Citation,
    /// The tag of a language.
    Language,
    /// An `https` address.
    Address,
    /// The number of the format.
    Format,
    /// `true` or `false`.
    Boolean,
    /// A whole number within these bounds.
    Whole(i64, i64),
    /// A number within these bounds.
    Number(f64, f64),
    /// A number above 0, up to this bound.
    Positive(f64),
    /// A day of the calendar.
    Day,
    /// A day of the calendar, or a year.
    When,
    /// One of some words.
    Word(fn() -> Vec<&'static str>),
    /// A list with so many entries at least.
    List(&'static Self, usize),
    /// A table whose keys are the author's own ids, with so many entries at least.
    Pairs(&'static Self, usize),
    /// A table that knows its keys.
    Table(&'static Shape),
    /// One of several, as the rest of the table decides.
    Either(&'static [Self]),
    /// A question, whose keys its kind decides.
    Question,
    /// Anything: what it must be hangs on other parts of the file.
    Any,
}

impl Shape {
    /// A table with these keys.
    pub(crate) const fn new(name: &'static str, what: &'static str, keys: &'static [&'static [Key]]) -> Self {
        Self { name, what, keys, refused: &[] }
    }

    /// The same table, in which some of the keys are always refused.
    pub(crate) const fn refusing(self, refused: &'static [&'static str]) -> Self {
        Self { refused, ..self }
    }

    /// The keys that it knows.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static Key> + Clone + use<> {
        self.keys.iter().copied().flatten()
    }

    /// Their names, each once.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        let keys = self.keys();
        keys.clone().enumerate().filter_map(move |(place, key)| {
            let is_first = !keys.clone().take(place).any(|earlier| earlier.name == key.name);
            is_first.then_some(key.name)
        })
    }
}

/// A key that must be there.
pub(crate) const fn needed(name: &'static str, of: Of, about: &'static str) -> Key {
    Key { name, needed: true, of, about }
}

/// A key that can be left out.
pub(crate) const fn may(name: &'static str, of: Of, about: &'static str) -> Key {
    Key { name, needed: false, of, about }
}

/// The words of a table of words and their meanings.
pub(crate) fn words_of<T>(words: &[(&'static str, T)]) -> Vec<&'static str> {
    words.iter().map(|(word, _)| *word).collect()
}
