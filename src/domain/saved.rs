//! The stored form of the log: one JSON text an entry, with its version first.
//!
//! A version that was ever released is read for good: `tests/saved/` keeps samples of each. When the form changes, the
//! present one moves into a file of its own and is turned into the new one on reading; no stored text is ever
//! rewritten or deleted.
//!
//! Each text is written in the lowest version that can say it, so that an earlier Plenary goes on reading what it can understand, and
//! finds too new, not damaged, what it cannot:
//!
//! * version 1: lessons, attempts and answers to six kinds of question;
//! * version 2: seven more kinds, reasons and proof; conditions and codes of attempts; hints, keys, more time, certainty; cards.

use crate::json::{Json, Value, Writer};
use crate::log::{Entry, Fact};
use crate::question::Response;
use crate::session::Place;

/// The highest version that is written, and read.
pub const VERSION: u32 = 2;

/// The version that everything could be written in that the first release knew.
const FIRST: u32 = 1;

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
    write(version_of(&entry.fact), entry)
}

/// The entry of a stored text.
pub fn read_entry(text: &str) -> Result<Entry, Unreadable> {
    read(text)
}

/// The stored text of a place.
pub fn write_place(place: &Place) -> String {
    let Place { attempt: _, question: _, drafts, certainties, flags, trying } = place;
    let is_first =
        drafts.values().all(knows) && certainties.is_empty() && flags.is_empty() && trying.is_empty();
    write(if is_first { FIRST } else { VERSION }, place)
}

/// The place of a stored text.
pub fn read_place(text: &str) -> Result<Place, Unreadable> {
    read(text)
}

/// The lowest version that can say it.
fn version_of(fact: &Fact) -> u32 {
    let is_first = match fact {
        Fact::LessonRead { .. } | Fact::AttemptFinished { .. } => true,
        Fact::AttemptBegun { conditions, code, .. } => *conditions == Default::default() && code.is_none(),
        Fact::QuestionAnswered { response, verdict, certainty, language, .. } => {
            knows(response) && verdict.is_none() && certainty.is_none() && language.is_none()
        }
        Fact::HintTaken { .. }
        | Fact::KeyShown { .. }
        | Fact::TimeExtended { .. }
        | Fact::CardRecalled { .. }
        | Fact::RatingChanged { .. } => false,
    };
    if is_first { FIRST } else { VERSION }
}

/// Whether the first version knows such a response.
fn knows(response: &Response) -> bool {
    match response {
        Response::SingleChoice(_)
        | Response::MultipleResponse(_)
        | Response::Classify(_)
        | Response::Matching(_) => true,
        Response::TrueFalse(response) => response.reason.is_none(),
        Response::Elements(response) => response.proof.is_empty(),
        Response::Ordering(_)
        | Response::Cloze(_)
        | Response::ShortAnswer(_)
        | Response::Numeric(_)
        | Response::Highlight(_)
        | Response::Case(_)
        | Response::Reflection(_) => false,
    }
}

fn write<T: Json>(version: u32, body: &T) -> String {
    let mut out = Writer::default();
    out.open('{');
    out.required("v", &version);
    out.required("body", body);
    out.close('}');
    out.finish()
}

fn read<T: Json>(text: &str) -> Result<T, Unreadable> {
    let value = Value::parse(text).ok_or(Unreadable::Corrupt)?;
    let body = body(&value)?;
    T::read(body).ok_or(Unreadable::Corrupt)
}

/// The body of a stored text, where it is of a version that is known here. Each version only adds to the one before, so that one
/// reader serves all of them.
fn body<'a>(value: &'a Value<'_>) -> Result<&'a Value<'a>, Unreadable> {
    let fields = value.fields().ok_or(Unreadable::Corrupt)?;
    match fields.required("v") {
        Some(FIRST..=VERSION) => fields.once("body").ok_or(Unreadable::Corrupt),
        Some(newer) if newer > VERSION => Err(Unreadable::TooNew { version: newer }),
        Some(_) | None => Err(Unreadable::Corrupt),
    }
}
