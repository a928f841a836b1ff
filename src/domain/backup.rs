//! A backup: everything that a learner ever answered, as one file that she can keep and bring back on any device.
//!
//! A backup holds the stored texts themselves, not what this version makes of them, so that an entry of a later version and a text
//! that was set aside are in it as they were found. Where she was in an attempt and what she had chosen without giving it is
//! no part of it: that belongs to a device.
//!
//! Backups are put together by union, entry by entry, so the order does not matter, and neither does doing it twice. An id stands for
//! one entry for good; should two texts claim one id all the same (one of them was changed by hand, or by a fault), the one that is the
//! lesser as text stands under the id, and the other is set aside, not dropped. That choice asks neither which came first
//! nor which device it came from, so all devices make the same.
//!
//! This module knows no storage and no file: texts in, texts out.

mod file;

use std::cmp::Ordering;

pub use self::file::{Damage, LARGEST_FILE, Opened, Refused, Why, open, write};
use crate::log::{Entry, EntryId};
use crate::saved::{self, Unreadable};
use crate::sort::sorted;

/// The length of the longest text that is taken for an entry or for something set aside, in bytes: a paper of a thousand questions has
/// less.
pub const LONGEST_TEXT: usize = 1 << 20;

/// The length of the longest name of a text that was set aside, in bytes.
const LONGEST_NAME: usize = 200;

/// How the name of a text begins that was found under the id of an entry.
const ENTRY: &str = "plenary:entry:";

/// Everything that is stored of a learner.
///
/// Entries are in the order of their ids, each id once; texts that were set aside in the order of their names and then of the
/// texts, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backup {
    entries: Vec<(EntryId, String)>,
    aside: Vec<(String, String)>,
}

/// What a text is to this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// An entry that it reads.
    Known,
    /// An entry of a later version, which it keeps as it is.
    TooNew,
    /// No entry, or that of another id.
    Damaged,
}

impl Backup {
    /// The backup of these texts, in any order: those that are stored under the ids of entries, and those that were set aside, by the
    /// names under which they were found. A text that is no entry is set aside.
    pub fn of(
        entries: impl IntoIterator<Item = (String, String)>,
        aside: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let mut kept = Vec::new();
        let mut aside: Vec<(String, String)> = aside.into_iter().collect();
        for (id, text) in entries {
            match standing(&id, &text) {
                (Some(id), Standing::Known | Standing::TooNew) => kept.push((id, text)),
                (Some(_), Standing::Damaged) | (None, _) => aside.push((format!("{ENTRY}{id}"), text)),
            }
        }
        Self::put_together(kept, aside)
    }

    /// Puts two backups together: the union.
    pub fn merge(self, other: Self) -> Self {
        let (mut entries, mut aside) = (self.entries, self.aside);
        entries.extend(other.entries);
        aside.extend(other.aside);
        Self::put_together(entries, aside)
    }

    /// The stored texts of the entries, by their ids.
    pub fn texts(&self) -> &[(EntryId, String)] {
        &self.entries
    }

    /// The texts that were set aside, with the names under which they were found.
    pub fn aside(&self) -> &[(String, String)] {
        &self.aside
    }

    /// The entries that this version reads.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.entries.iter().filter_map(|(_, text)| saved::read_entry(text).ok())
    }

    /// How many entries a later version wrote.
    pub fn too_new(&self) -> usize {
        let is_too_new = |text: &str| matches!(saved::read_entry(text), Err(Unreadable::TooNew { .. }));
        self.entries.iter().filter(|(_, text)| is_too_new(text)).count()
    }

    /// The text that is stored under an id.
    pub fn text(&self, id: EntryId) -> Option<&str> {
        let place = self.entries.binary_search_by(|(known, _)| known.cmp(&id)).ok()?;
        self.entries.get(place).map(|(_, text)| text.as_str())
    }

    /// What was set aside, without the entries.
    pub fn aside_only(self) -> Self {
        Self { entries: Vec::new(), aside: self.aside }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.aside.is_empty()
    }

    /// Orders the texts; of two that claim one id the lesser stays and the other is set aside.
    fn put_together(entries: Vec<(EntryId, String)>, mut aside: Vec<(String, String)>) -> Self {
        let mut kept: Vec<(EntryId, String)> = Vec::with_capacity(entries.len());
        for (id, text) in
            ordered(entries, &|one, other| one.0.cmp(&other.0).then_with(|| one.1.cmp(&other.1)))
        {
            match kept.last() {
                Some((last, known)) if *last == id => {
                    if *known != text {
                        aside.push((format!("{ENTRY}{id}"), text));
                    }
                }
                Some(_) | None => kept.push((id, text)),
            }
        }
        let mut aside = ordered(aside, &|one, other| one.cmp(other));
        aside.dedup();
        Self { entries: kept, aside }
    }
}

/// What a text is that was found under this name of an entry, and the id, where it is one.
fn standing(id: &str, text: &str) -> (Option<EntryId>, Standing) {
    let Ok(id) = id.parse::<EntryId>() else { return (None, Standing::Damaged) };
    let standing = match saved::read_entry(text) {
        Ok(entry) if entry.id == id => Standing::Known,
        Err(Unreadable::TooNew { .. }) => Standing::TooNew,
        Ok(_) | Err(Unreadable::Corrupt) => Standing::Damaged,
    };
    (Some(id), standing)
}

/// The values in order, moved and not copied.
fn ordered<T>(values: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let at = |place: usize| values.get(place);
    let places = sorted(values.len(), &|one, other| match (at(one), at(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut values: Vec<Option<T>> = values.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| values.get_mut(place)?.take()).collect()
}
