//! The stored form of the log: one JSON text an entry, with its version first.
//!
//! A version that was ever released is read for good: `tests/saved/` keeps samples of each. When the form changes, the
//! present one moves into a file of its own and is turned into the new one on reading; no stored text is ever
//! rewritten or deleted.
//!
//! A field that may be left out changes nothing, because unknown fields are passed over. A new fact, or a new kind of
//! question, is a new version: an earlier Plenary must find it too new, and not take it for a damage.

use crate::json::{Json, Value, Writer};
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

/// The stored text of an entry.
pub fn write_entry(entry: &Entry) -> String {
    write(entry)
}

/// The entry of a stored text.
pub fn read_entry(text: &str) -> Result<Entry, Unreadable> {
    read(text)
}

/// The stored text of a place.
pub fn write_place(place: &Place) -> String {
    write(place)
}

/// The place of a stored text.
pub fn read_place(text: &str) -> Result<Place, Unreadable> {
    read(text)
}

fn write<T: Json>(body: &T) -> String {
    let mut out = Writer::default();
    out.open('{');
    out.required("v", &VERSION);
    out.required("body", body);
    out.close('}');
    out.finish()
}

fn read<T: Json>(text: &str) -> Result<T, Unreadable> {
    let value = Value::parse(text).ok_or(Unreadable::Corrupt)?;
    let body = body(&value)?;
    T::read(body).ok_or(Unreadable::Corrupt)
}

/// The body of a stored text, where it is of the present version.
fn body<'a>(value: &'a Value<'_>) -> Result<&'a Value<'a>, Unreadable> {
    let fields = value.fields().ok_or(Unreadable::Corrupt)?;
    match fields.required("v") {
        Some(VERSION) => fields.once("body").ok_or(Unreadable::Corrupt),
        Some(newer) if newer > VERSION => Err(Unreadable::TooNew { version: newer }),
        Some(_) | None => Err(Unreadable::Corrupt),
    }
}
