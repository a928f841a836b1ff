//! Reads a results file. It comes from somebody else's machine, so it is expected to be anything.

use domain::json::{Fields, Json, Value};

use crate::{Head, Results, VERSION, body, whole};

/// The size of the largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 32 << 20;

/// The length of the longest text in a file, in bytes; no entry of a paper of a thousand questions is longer.
pub const LONGEST_TEXT: usize = 1 << 20;

/// The most entries of a file.
pub const MOST_ENTRIES: usize = 200_000;

/// Why a text is no results file that can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is larger than any results file.
    TooLarge,
    /// It is not JSON: another file, or one that was cut off.
    NotJson,
    /// It is no results file of Plenary.
    NotResults,
    /// It was made by a later version of Plenary.
    TooNew {
        /// Its version.
        version: u32,
    },
    /// A field is missing, stands there twice or holds something else than it should.
    Field {
        /// Its name.
        name: &'static str,
    },
    /// There are more entries or links than any file has.
    TooMany {
        /// The name of the list.
        name: &'static str,
    },
    /// A part of a list is no text, or a longer one than any.
    NotAText {
        /// The name of the list.
        name: &'static str,
        /// Which part it is, counted from 1.
        number: usize,
    },
}

/// What a file says, or everything that is wrong with its form. What it says may have been changed: [`crate::verify`] tells.
pub fn read(text: &str) -> Result<Results, Vec<Fault>> {
    if text.len() > LARGEST_FILE {
        return Err(vec![Fault::TooLarge]);
    }
    // Editors and mail programs put a mark before the text, and white space around it.
    let own = text.trim_start_matches('\u{feff}').trim();
    let value = Value::parse(own).ok_or_else(|| vec![Fault::NotJson])?;
    let fields = value.fields().ok_or_else(|| vec![Fault::NotResults])?;
    if fields.required::<String>("plenary").as_deref() != Some("results") {
        return Err(vec![Fault::NotResults]);
    }
    match fields.required("v") {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(vec![Fault::TooNew { version }]),
        Some(_) | None => return Err(vec![Fault::Field { name: "v" }]),
    }
    let mut faults = Vec::new();
    let course = field(fields, "course", &mut faults);
    let learner = field(fields, "learner", &mut faults);
    let made = field(fields, "made", &mut faults);
    let language = field(fields, "language", &mut faults);
    let count = field(fields, "count", &mut faults);
    let entries = list(fields, "entries", &mut faults);
    let chain = list(fields, "chain", &mut faults);
    let seal: Option<String> = field(fields, "seal", &mut faults);
    let head = (|| Some(Head { course: course?, learner: learner?, made: made?, language: language? }))();
    match (head, count, seal) {
        (Some(head), Some(count), Some(seal)) if faults.is_empty() => {
            let written = whole(body(&head, count, &entries, &chain), &seal);
            let is_canonical = written.trim_end() == own;
            Ok(Results { head, count, entries, chain, seal, is_canonical })
        }
        _ => Err(faults),
    }
}

fn field<T: Json>(fields: Fields<'_>, name: &'static str, faults: &mut Vec<Fault>) -> Option<T> {
    let found = fields.required(name);
    if found.is_none() {
        faults.push(Fault::Field { name });
    }
    found
}

fn list(fields: Fields<'_>, name: &'static str, faults: &mut Vec<Fault>) -> Vec<String> {
    let Some(list) = fields.once(name).and_then(Value::list) else {
        faults.push(Fault::Field { name });
        return Vec::new();
    };
    // One link more than entries.
    if list.len() > MOST_ENTRIES + 1 {
        faults.push(Fault::TooMany { name });
        return Vec::new();
    }
    let mut texts = Vec::with_capacity(list.len());
    for (place, value) in list.iter().enumerate() {
        match value.text().filter(|text| text.len() <= LONGEST_TEXT) {
            Some(text) => texts.push(text.to_owned()),
            None => faults.push(Fault::NotAText { name, number: place + 1 }),
        }
    }
    texts
}
