//! The stored form of the log: one JSON text an entry, with its version first.
//!
//! A version that was ever released is read for good: `tests/saved/` keeps samples of each. When the form changes, the
//! present one moves into a file of its own and is turned into the new one on reading; no stored text is ever
//! rewritten or deleted.
//!
//! A field that may be left out changes nothing, because unknown fields are passed over. A new fact, or a new kind of
//! question, is a new version: an earlier Plenary must find it too new, and not take it for a damage.

use serde::{Deserialize, Serialize};

use crate::log::Entry;
use crate::session::Place;

/// The version that is written.
pub const VERSION: u32 = 1;

/// Why a stored text gives no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It was written by a later version of Plenary: nothing is wrong with it.
    TooNew {
        /// Its version.
        version: u32,
    },
    /// It is not what was written.
    Corrupt,
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    v: u32,
    body: T,
}

/// The stored text of an entry.
pub fn write_entry(entry: &Entry) -> Result<String, serde_json::Error> {
    write(entry)
}

/// The entry of a stored text.
pub fn read_entry(text: &str) -> Result<Entry, Unreadable> {
    read(text)
}

/// The stored text of a place.
pub fn write_place(place: &Place) -> Result<String, serde_json::Error> {
    write(place)
}

/// The place of a stored text.
pub fn read_place(text: &str) -> Result<Place, Unreadable> {
    read(text)
}

fn write<T: Serialize>(body: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Versioned { v: VERSION, body })
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, Unreadable> {
    let Version { v } = serde_json::from_str(text).map_err(|_| Unreadable::Corrupt)?;
    match v {
        VERSION => {
            serde_json::from_str(text).map(|read: Versioned<T>| read.body).map_err(|_| Unreadable::Corrupt)
        }
        newer if newer > VERSION => Err(Unreadable::TooNew { version: newer }),
        _ => Err(Unreadable::Corrupt),
    }
}
