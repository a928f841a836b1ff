//! What a TOML document is made of.

use std::ops::Range;
use std::rc::Rc;

use crate::place::Place;

/// A value and its place, in bytes from the beginning of the file.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// The number of the file in which it was written; the keys of a table stand in the same file as the table.
    pub(crate) file: usize,
    /// Where it was written; of a table with a head, its head.
    pub(crate) span: Range<usize>,
    /// What was written.
    pub(crate) data: Data,
}

/// What a value can be.
#[derive(Debug, Clone)]
pub(crate) enum Data {
    /// A string. Shared, because a tree is drawn up anew with each change of its file.
    Text(Rc<str>),
    /// A whole number; none where it is too large to be one.
    Integer(Option<i64>),
    /// A number with a fraction; can be infinite or none.
    Float(f64),
    /// `true` or `false`.
    Boolean(bool),
    /// A day of the calendar.
    Date { year: u16, month: u8, day: u8 },
    /// A time, with or without a day.
    Time,
    /// An array.
    List(Vec<Node>),
    /// A table.
    Table(Table),
    /// Something that could not be read, and an author was told of it.
    Broken,
}

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// Its entries in the order of the file.
    pub(crate) entries: Vec<Entry>,
    /// Whether nothing of it was lost in an error of syntax.
    pub(crate) complete: bool,
}

/// A key with its value.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The key.
    pub(crate) key: Rc<str>,
    /// Where the key was written.
    pub(crate) key_span: Range<usize>,
    /// The value.
    pub(crate) node: Node,
}

impl Node {
    /// Where it was written.
    pub(crate) fn place(&self) -> Place {
        self.place_of(&self.span)
    }

    /// The place of a stretch of the file in which this was written, such as a key of this table.
    pub(crate) fn place_of(&self, stretch: &Range<usize>) -> Place {
        Place { file: self.file, start: stretch.start, end: stretch.end }
    }

    /// The entry with a key, where this is a table that has it.
    pub(crate) fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| &*entry.key == key)
    }

    /// What stands under a key, where this is a table that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The text under a key, where this is a table that has one.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Self::as_text)
    }

    /// The text, where this is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Data::Text(text) = &self.data { Some(&**text) } else { None }
    }

    /// The list under a key; empty where there is none.
    pub(crate) fn list(&self, key: &str) -> &[Self] {
        self.get(key).map(Self::as_list).unwrap_or_default()
    }

    /// The list, where this is one; else an empty one.
    pub(crate) fn as_list(&self) -> &[Self] {
        if let Data::List(list) = &self.data { list } else { &[] }
    }

    /// Whether nothing of it was lost in an error of syntax.
    pub(crate) fn is_complete(&self) -> bool {
        if let Data::Table(table) = &self.data { table.complete } else { true }
    }

    /// The entries, where this is a table.
    pub(crate) fn entries(&self) -> &[Entry] {
        if let Data::Table(table) = &self.data { &table.entries } else { &[] }
    }
}

impl Node {
    /// The same node, so many bytes further on.
    pub(crate) fn moved(&self, by: usize) -> Self {
        let mut moved = self.clone();
        moved.shift(0, by);
        moved
    }

    /// Moves it and all that is in it as far as it is from one place to another.
    pub(crate) fn shift(&mut self, from: usize, to: usize) {
        shift(&mut self.span, from, to);
        match &mut self.data {
            Data::List(list) => list.iter_mut().for_each(|node| node.shift(from, to)),
            Data::Table(table) => table.shift(from, to),
            Data::Text(_)
            | Data::Integer(_)
            | Data::Float(_)
            | Data::Boolean(_)
            | Data::Date { .. }
            | Data::Time
            | Data::Broken => {}
        }
    }
}

impl Table {
    /// The same table, so many bytes further on.
    pub(crate) fn moved(&self, by: usize) -> Self {
        let mut moved = self.clone();
        moved.shift(0, by);
        moved
    }

    fn shift(&mut self, from: usize, to: usize) {
        for entry in &mut self.entries {
            shift(&mut entry.key_span, from, to);
            entry.node.shift(from, to);
        }
    }
}

/// Of a stretch that begins at `from` or behind it.
fn shift(span: &mut Range<usize>, from: usize, to: usize) {
    *span = span.start - from + to..span.end - from + to;
}
