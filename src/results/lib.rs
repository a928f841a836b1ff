//! The results file: what a learner hands to a trainer, in a form in which an edit shows.
//!
//! A file holds attempts at the quizzes of one course, as the stored texts of their entries, word for word and in the order of the log.
//! They name everything that is needed to replay an attempt and to mark it again: editions, seed, drawn order, conditions, each response
//! with its time, earlier tries, hints and certainty.
//!
//! Each entry is chained to the one before by a SHA-256, and a seal closes the whole:
//!
//! * `chain[0]` is the hash of what the course is, `chain[n]` that of `chain[n − 1]` and the `n`th entry. It hangs on nothing but the course and
//!   the entries, so that a file that is made later, after further attempts, goes on with the chain of an earlier one.
//! * `seal` is the hash of everything before it in the file: also of the name, the day and the language.
//!
//! This makes an edit evident; it proves nothing. Whoever changes a file can compute the hashes anew, and a browser's storage is open to its
//! owner. It is meant against slips and idle hands: wrong files, cut copies, a number that was touched up.
//!
//! The form is canonical: the same content is the same text, without white space, in this order of fields:
//!
//! ```json
//! {"plenary":"results","v":1,"course":"law","learner":"","made":0,"language":"en","count":1,"entries":["{…}"],"chain":["…","…"],"seal":"…"}
//! ```
//!
//! This crate is small and stands apart, because a learner's application writes such files and nothing that makes pages may follow it
//! there. Pure: it knows no storage and no clock.

mod chain;
mod choice;
mod read;

use domain::id::CourseId;
use domain::json::{Writer, to_text};
use domain::log::Entry;
use domain::saved::{self, Unreadable};
use domain::time::Timestamp;

pub use self::chain::Hash;
pub use self::choice::{Which, entries_of};
pub use self::read::{Fault, LARGEST_FILE, LONGEST_TEXT, MOST_ENTRIES, read};

#[cfg(test)]
mod tests;

/// The version that is written.
const VERSION: u32 = 1;

/// What a file says of itself, beside the entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The course.
    pub course: CourseId,
    /// The name that the learner typed; empty where she gave none. Nobody has checked it.
    pub learner: String,
    /// When the file was made, as the clock of her device told it.
    pub made: Timestamp,
    /// The language of the pages, a BCP 47 tag.
    pub language: String,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its text.
    pub text: String,
    /// The last link of the chain: the same for the same entries, whoever makes the file and whenever.
    pub fingerprint: Hash,
}

/// What a file says, whether it was changed or not: ask [`verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// What it says of itself.
    pub head: Head,
    /// How many entries it claims to have.
    pub count: usize,
    /// The stored texts of the entries.
    pub entries: Vec<String>,
    /// The chain that it claims: one link more than there are entries.
    pub chain: Vec<String>,
    /// The seal that it claims.
    pub seal: String,
    /// Whether the text of the file is written as Plenary writes it.
    pub is_canonical: bool,
}

/// Something in a file that is not what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The chain does not begin as that of its course does.
    Beginning,
    /// The entry of this number, counted from 1, is not the one that was written at this place: it was changed, exchanged for another or put in,
    /// or one before it was taken out.
    Entry {
        /// Its number.
        number: usize,
    },
    /// There are not as many entries as were written.
    Count {
        /// How many were written.
        written: usize,
        /// How many there are.
        found: usize,
    },
    /// There are not as many links as the entries need.
    Links {
        /// How many are needed.
        needed: usize,
        /// How many there are.
        found: usize,
    },
    /// The seal is not that of this content. Where nothing else is broken the name, the day or the language was changed, or the seal itself.
    Seal,
    /// The content is untouched, but the text was written anew: by an editor, for example, that breaks lines.
    Form,
}

/// The file of these entries, which are stored texts in the order of the log.
pub fn write(head: &Head, entries: &[String]) -> Written {
    let chain = chain::chain(&head.course, entries);
    let fingerprint = chain.last().cloned().unwrap_or_else(|| Hash::of_course(&head.course));
    let links: Vec<String> = chain.iter().map(Hash::to_string).collect();
    let body = body(head, entries.len(), entries, &links);
    let seal = Hash::of_text(&body);
    Written { text: whole(body, &seal.to_string()), fingerprint }
}

/// Everything in a file that is not what was written, in the order of the file; nothing where it is as it was written.
pub fn verify(results: &Results) -> Vec<Broken> {
    let Results { head, count, entries, chain, seal, is_canonical } = results;
    let mut broken = Vec::new();
    if *count != entries.len() {
        broken.push(Broken::Count { written: *count, found: entries.len() });
    }
    if chain.len() != entries.len() + 1 {
        broken.push(Broken::Links { needed: entries.len() + 1, found: chain.len() });
    }
    if chain.first() != Some(&Hash::of_course(&head.course).to_string()) {
        broken.push(Broken::Beginning);
    }
    // Each link is held against the one before it as the file has it, so that one fault is told once.
    for (place, (entry, links)) in entries.iter().zip(chain.windows(2)).enumerate() {
        if let [before, own] = links
            && chain::link(before, entry).to_string() != *own
        {
            broken.push(Broken::Entry { number: place + 1 });
        }
    }
    if Hash::of_text(&body(head, *count, entries, chain)).to_string() != *seal {
        broken.push(Broken::Seal);
    }
    if !is_canonical && broken.is_empty() {
        broken.push(Broken::Form);
    }
    broken
}

impl Results {
    /// Each entry as this version reads it.
    pub fn read_entries(&self) -> impl Iterator<Item = Result<Entry, Unreadable>> {
        self.entries.iter().map(|text| saved::read_entry(text))
    }

    /// The last link that the file claims.
    pub fn fingerprint(&self) -> &str {
        self.chain.last().map(String::as_str).unwrap_or_default()
    }
}

/// The text of a file up to its seal.
fn body(head: &Head, count: usize, entries: &[String], chain: &[String]) -> String {
    let mut out = Writer::default();
    out.open('{');
    out.name("plenary");
    out.word("results");
    out.required("v", &VERSION);
    out.required("course", &head.course);
    out.required("learner", &head.learner);
    out.required("made", &head.made);
    out.required("language", &head.language);
    out.required("count", &count);
    texts(&mut out, "entries", entries);
    texts(&mut out, "chain", chain);
    out.finish()
}

fn texts(out: &mut Writer, name: &str, texts: &[String]) {
    out.name(name);
    out.open('[');
    for text in texts {
        out.next();
        out.text(text);
    }
    out.close(']');
}

fn whole(mut body: String, seal: &str) -> String {
    body.push_str(",\"seal\":");
    body.push_str(&to_text(&seal.to_owned()));
    body.push_str("}\n");
    body
}
