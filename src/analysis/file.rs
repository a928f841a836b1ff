//! One file that a learner handed in: a results file or a backup, or why it is neither.
//!
//! It comes from somebody else's machine, so it is expected to be anything: too large, of another program, cut off, changed. What can be
//! read of it is read, and what is wrong with it is told.

mod cut;

use std::collections::BTreeMap;
use std::fmt;

use domain::backup;
use domain::id::CourseId;
use domain::log::{AttemptId, Entry};
use domain::saved::{self, Unreadable};
use domain::time::Timestamp;
use results::{Broken, Results};

/// The size of the largest file that is read, in bytes.
pub const LARGEST_FILE: usize = backup::LARGEST_FILE;

/// The most files that are read at once.
pub const MOST_FILES: usize = 100_000;

/// The most entries of an attempt that are taken: a paper of a thousand questions with five tries at each has as many.
pub const MOST_IN_AN_ATTEMPT: usize = 5_000;

/// The most attempts of a file that are taken.
pub const MOST_ATTEMPTS: usize = 5_000;

/// A file that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// Its name, as it was given.
    pub name: String,
    /// What is in it, or why nothing could be taken from it.
    pub content: Result<Content, Refused>,
}

/// What was taken from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// What sort of file it is.
    pub sort: Sort,
    /// The name that the learner typed; empty where she gave none, and in a backup, which has none.
    pub learner: String,
    /// The course that a results file is about.
    pub course: Option<CourseId>,
    /// When it was made, as the clock of the learner's device told it.
    pub made: Option<Timestamp>,
    /// The entries that can be read and tell of attempts, in the order of the file.
    pub entries: Vec<Told>,
    /// What else is to be said of it.
    pub findings: Vec<Finding>,
}

/// An entry of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The entry.
    pub entry: Entry,
    /// Whether it is as it was written, as far as the file can tell.
    pub is_intact: bool,
}

/// What sort of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Finished attempts at the quizzes of a course, chained so that an edit shows.
    Results,
    /// Everything that a learner did, without a chain.
    Backup,
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Results => "results file",
            Self::Backup => "backup",
        })
    }
}

/// Something about a file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The chain or the seal of a results file is broken.
    Broken(Vec<Broken>),
    /// It was cut off; what stands before the cut was read.
    Cut,
    /// So many of its entries cannot be read, or belong to attempts that are larger or more than there can be.
    Unreadable(usize),
    /// So many of its entries were written by a later version of Plenary.
    TooNew(usize),
}

/// Why nothing could be taken from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It could not be read from where it lies, for this reason.
    Unread(String),
    /// It is larger than any file of Plenary.
    TooLarge,
    /// It is empty.
    Empty,
    /// It is not text in UTF-8.
    NotText,
    /// It is neither a results file nor a backup.
    NotPlenary,
    /// It was made by a later version of Plenary.
    TooNew {
        /// The version of its form.
        version: u32,
    },
    /// It was cut off before its first entry.
    CutAtOnce,
    /// It is a results file whose form is not that of one.
    Faulty(Vec<results::Fault>),
}

/// Looks at the bytes of a file.
pub fn open(name: &str, bytes: &[u8]) -> File {
    File { name: name.to_owned(), content: content(bytes) }
}

/// A file whose bytes could not be had.
pub fn unread(name: &str, why: impl Into<String>) -> File {
    File { name: name.to_owned(), content: Err(Refused::Unread(why.into())) }
}

fn content(bytes: &[u8]) -> Result<Content, Refused> {
    if bytes.len() > LARGEST_FILE {
        return Err(Refused::TooLarge);
    }
    let text = str::from_utf8(bytes).map_err(|_| Refused::NotText)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(Refused::Empty);
    }
    match results::read(text) {
        Ok(results) => Ok(of_results(results)),
        Err(faults) => match faults.as_slice() {
            [results::Fault::NotResults] => of_backup(text),
            [results::Fault::NotJson] if cut::is_results(text) => {
                cut::salvage(text).ok_or(Refused::CutAtOnce)
            }
            [results::Fault::NotJson] => of_backup(text),
            [results::Fault::TooNew { version }] => Err(Refused::TooNew { version: *version }),
            [results::Fault::TooLarge] => Err(Refused::TooLarge),
            _ => Err(Refused::Faulty(faults)),
        },
    }
}

fn of_results(results: Results) -> Content {
    let broken = results::verify(&results);
    let mut is_intact = vec![true; results.entries.len()];
    for fault in &broken {
        match fault {
            Broken::Entry { number } => {
                if let Some(intact) = is_intact.get_mut(number.saturating_sub(1)) {
                    *intact = false;
                }
            }
            // Something was taken out or put in somewhere.
            Broken::Beginning | Broken::Count { .. } | Broken::Links { .. } => is_intact.fill(false),
            // The entries are as they were.
            Broken::Seal | Broken::Form => {}
        }
    }
    let (entries, mut findings) = read(results.entries.iter().map(String::as_str).zip(is_intact));
    if !broken.is_empty() {
        findings.insert(0, Finding::Broken(broken));
    }
    Content {
        sort: Sort::Results,
        learner: results.head.learner,
        course: Some(results.head.course),
        made: Some(results.head.made),
        entries,
        findings,
    }
}

fn of_backup(text: &str) -> Result<Content, Refused> {
    let opened = backup::open(text).map_err(|refused| match refused {
        backup::Refused::TooLarge => Refused::TooLarge,
        backup::Refused::NotABackup => Refused::NotPlenary,
        backup::Refused::TooNew { version } => Refused::TooNew { version },
    })?;
    let texts = opened.backup.texts().iter().map(|(_, text)| (text.as_str(), true));
    let (entries, mut findings) = read(texts);
    if !opened.damages.is_empty() {
        findings.push(Finding::Unreadable(opened.damages.len()));
    }
    if opened.is_cut {
        findings.insert(0, Finding::Cut);
    }
    let (learner, course) = (String::new(), None);
    Ok(Content { sort: Sort::Backup, learner, course, made: opened.made, entries, findings })
}

/// The entries of stored texts, and how many cannot be read.
fn read<'a>(texts: impl Iterator<Item = (&'a str, bool)>) -> (Vec<Told>, Vec<Finding>) {
    let (mut entries, mut unreadable, mut too_new) = (Vec::new(), 0, 0);
    let mut attempts: BTreeMap<AttemptId, usize> = BTreeMap::new();
    for (text, is_intact) in texts {
        match saved::read_entry(text) {
            // Lessons and cards are nobody else's business.
            Ok(entry) => {
                let Some(attempt) = entry.fact.attempt() else { continue };
                let is_one_more = attempts.len() >= MOST_ATTEMPTS && !attempts.contains_key(&attempt);
                let count = attempts.get(&attempt).copied().unwrap_or_default();
                if is_one_more || count >= MOST_IN_AN_ATTEMPT {
                    unreadable += 1;
                } else {
                    attempts.insert(attempt, count + 1);
                    entries.push(Told { entry, is_intact });
                }
            }
            Err(Unreadable::TooNew { .. }) => too_new += 1,
            Err(Unreadable::Corrupt) => unreadable += 1,
        }
    }
    let mut findings = Vec::new();
    if unreadable > 0 {
        findings.push(Finding::Unreadable(unreadable));
    }
    if too_new > 0 {
        findings.push(Finding::TooNew(too_new));
    }
    (entries, findings)
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread(why) => write!(f, "it could not be read: {why}"),
            Self::TooLarge => write!(f, "it is larger than any file of Plenary ({} MiB)", LARGEST_FILE >> 20),
            Self::Empty => f.write_str("it is empty"),
            Self::NotText => f.write_str("it is not text in UTF-8"),
            Self::NotPlenary => f.write_str("it is neither a results file nor a backup of Plenary"),
            Self::TooNew { version } => {
                write!(f, "it has version {version} of its form: a later Plenary made it; use that one")
            }
            Self::CutAtOnce => f.write_str("it was cut off before its first entry; ask for it again"),
            Self::Faulty(faults) => {
                let faults: Vec<String> = faults.iter().take(3).map(fault).collect();
                write!(f, "it is no whole results file: {}", faults.join(", "))
            }
        }
    }
}

fn fault(fault: &results::Fault) -> String {
    match fault {
        results::Fault::TooLarge => "it is too large".to_owned(),
        results::Fault::NotJson => "it is not JSON".to_owned(),
        results::Fault::NotResults => "it is of another sort".to_owned(),
        results::Fault::TooNew { version } => format!("it has version {version}"),
        results::Fault::Field { name } => format!("`{name}` is missing or is not what it should be"),
        results::Fault::TooMany { name } => format!("`{name}` has too many parts"),
        results::Fault::NotAText { name, number } => {
            format!("part {number} of `{name}` is not a text of an entry")
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(broken) => {
                let told: Vec<String> = broken.iter().take(4).map(told).collect();
                f.write_str(&told.join("; "))?;
                if broken.len() > told.len() {
                    write!(f, "; and {} more", broken.len() - told.len())
                } else {
                    Ok(())
                }
            }
            Self::Cut => f.write_str("cut off: what stands before the cut was read; ask for it again"),
            Self::Unreadable(count) => write!(f, "entries that cannot be read: {count}"),
            Self::TooNew(count) => write!(f, "entries of a later Plenary: {count}"),
        }
    }
}

fn told(broken: &Broken) -> String {
    match broken {
        Broken::Beginning => "the chain is that of another course".to_owned(),
        Broken::Entry { number } => format!("entry {number} is not what was written there"),
        Broken::Count { written, found } => format!("{written} entries were written, {found} are there"),
        Broken::Links { needed, found } => format!("the chain has {found} links in place of {needed}"),
        Broken::Seal => "the seal does not fit: the file was changed".to_owned(),
        Broken::Form => "written anew by another program; the content is untouched".to_owned(),
    }
}
