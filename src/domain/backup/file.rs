//! The file of a backup: one JSON text, with an entry on each line.
//!
//! Reading expects the worst: a file of another program, a file that was cut off, changed by hand or made to do harm. What is whole is
//! taken, what is not is told one by one, and a file that is none is refused as a whole.

use super::{Backup, LONGEST_NAME, LONGEST_TEXT, Standing, standing};
use crate::json::{Fields, Value, to_text};
use crate::time::Timestamp;

/// The size of the largest file that is read, in bytes. Browsers store ten million bytes for a site; twice that, with every
/// character escaped, is less.
pub const LARGEST_FILE: usize = 64 << 20;

/// The version that is written.
const VERSION: u32 = 1;

/// How every file begins.
const BEGINNING: &str = "{\"plenary\":\"backup\"";

/// What stands between the entries and the texts that were set aside, on a line of its own.
const MIDDLE: &str = "],\"aside\":[";

/// The last line.
const END: &str = "]}";

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What is in it.
    pub backup: Backup,
    /// When it was made, as the clock of its device told it; none where the file does not say so.
    pub made: Option<Timestamp>,
    /// What in it is no entry, in the order of the file.
    pub damages: Vec<Damage>,
    /// Whether the file was cut off or damaged as a whole, so that only the lines are in it that were whole.
    pub is_cut: bool,
}

/// Something in a file that is not what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Which entry of the file it is, counted from 1.
    pub number: usize,
    /// The id that it claims, if it claims one.
    pub id: Option<String>,
    /// What is wrong.
    pub why: Why,
}

/// Why something in a file is no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is not an id with a text; there was nothing to keep.
    NotAnEntry,
    /// It is longer than any entry, and was not kept.
    TooLong,
    /// Its text cannot be read, or is that of another id. The text is set aside.
    Unreadable,
}

/// Why a file gives nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is larger than any backup.
    TooLarge,
    /// It is no backup of Plenary.
    NotABackup,
    /// It was made by a later version of Plenary.
    TooNew {
        /// Its version.
        version: u32,
    },
}

/// The text of the file. The same backup made at the same time is the same text.
pub fn write(backup: &Backup, made: Timestamp) -> String {
    let mut text = format!("{BEGINNING},\"v\":{VERSION},\"made\":{},\"entries\":[", made.0);
    lines(&mut text, backup.entries.iter().map(|(id, text)| (id.to_string(), text)));
    text.push_str(MIDDLE);
    lines(&mut text, backup.aside.iter().map(|(name, text)| (name.clone(), text)));
    text.push_str(END);
    text.push('\n');
    text
}

/// Each pair of texts on a line of its own, so that a file that was cut off still has whole lines.
fn lines<'a>(out: &mut String, pairs: impl Iterator<Item = (String, &'a String)>) {
    for (place, (name, text)) in pairs.enumerate() {
        out.push_str(if place == 0 { "\n" } else { ",\n" });
        out.push_str(&to_text(&(name, text.clone())));
    }
    out.push('\n');
}

/// What the text of a file says.
pub fn open(text: &str) -> Result<Opened, Refused> {
    if text.len() > LARGEST_FILE {
        return Err(Refused::TooLarge);
    }
    // Editors and mail programs put a mark before the text, and white space around it.
    let text = text.trim_start_matches('\u{feff}').trim();
    match Value::parse(text) {
        Some(value) => whole(value.fields().ok_or(Refused::NotABackup)?),
        None if text.starts_with(BEGINNING) => cut(text),
        None => Err(Refused::NotABackup),
    }
}

fn whole(fields: Fields<'_>) -> Result<Opened, Refused> {
    if fields.required::<String>("plenary").as_deref() != Some("backup") {
        return Err(Refused::NotABackup);
    }
    version(fields.required("v"))?;
    let list = |name: &str| fields.once(name).and_then(Value::list);
    let entries = list("entries").ok_or(Refused::NotABackup)?;
    let mut reading = Reading::default();
    for one in entries {
        reading.entry(one);
    }
    for one in list("aside").unwrap_or_default() {
        reading.aside(one);
    }
    Ok(reading.opened(fields.required("made"), false))
}

/// Whether files of this version are read.
fn version(version: Option<u32>) -> Result<(), Refused> {
    match version {
        Some(VERSION) => Ok(()),
        Some(version) if version > VERSION => Err(Refused::TooNew { version }),
        Some(_) | None => Err(Refused::NotABackup),
    }
}

/// The whole lines of a file that is no longer one JSON text.
fn cut(text: &str) -> Result<Opened, Refused> {
    let mut lines = text.lines();
    // The head is an object whose list of entries has just begun.
    let head = format!("{}]}}", lines.next().unwrap_or_default());
    let head = Value::parse(&head);
    let fields = head.as_ref().and_then(Value::fields).ok_or(Refused::NotABackup)?;
    version(fields.required("v"))?;
    let mut reading = Reading::default();
    let mut read: fn(&mut Reading, &Value<'_>) = Reading::entry;
    for line in lines {
        match line {
            MIDDLE => read = Reading::aside,
            END => break,
            pair => {
                let pair = pair.strip_suffix(',').unwrap_or(pair);
                read(&mut reading, &Value::parse(pair).unwrap_or(Value::Null));
            }
        }
    }
    Ok(reading.opened(fields.required("made"), true))
}

/// What was read of a file so far.
#[derive(Default)]
struct Reading {
    entries: Vec<(String, String)>,
    aside: Vec<(String, String)>,
    damages: Vec<Damage>,
    number: usize,
}

impl Reading {
    fn entry(&mut self, value: &Value<'_>) {
        self.number += 1;
        let damage = |id: Option<&str>, why| Damage { number: self.number, id: id.map(shortened), why };
        let damage = match pair(value) {
            None => Some(damage(None, Why::NotAnEntry)),
            Some((id, text)) if text.len() > LONGEST_TEXT || id.len() > LONGEST_NAME => {
                Some(damage(Some(id), Why::TooLong))
            }
            Some((id, text)) => {
                self.entries.push((id.to_owned(), text.to_owned()));
                match standing(id, text).1 {
                    Standing::Known | Standing::TooNew => None,
                    Standing::Damaged => Some(damage(Some(id), Why::Unreadable)),
                }
            }
        };
        self.damages.extend(damage);
    }

    fn aside(&mut self, value: &Value<'_>) {
        self.number += 1;
        let number = self.number;
        match pair(value) {
            None => self.damages.push(Damage { number, id: None, why: Why::NotAnEntry }),
            Some((name, text)) if text.len() > LONGEST_TEXT || name.len() > LONGEST_NAME => {
                self.damages.push(Damage { number, id: Some(shortened(name)), why: Why::TooLong });
            }
            Some((name, text)) => self.aside.push((name.to_owned(), text.to_owned())),
        }
    }

    fn opened(self, made: Option<Timestamp>, is_cut: bool) -> Opened {
        Opened { backup: Backup::of(self.entries, self.aside), made, damages: self.damages, is_cut }
    }
}

/// A name and a text.
fn pair<'a>(value: &'a Value<'_>) -> Option<(&'a str, &'a str)> {
    match value.list()? {
        [name, text] => Some((name.text()?, text.text()?)),
        _ => None,
    }
}

/// As much of an id as can be shown.
fn shortened(id: &str) -> String {
    id.chars().take(40).collect()
}
