//! What an author is told: a code, a place, one sentence, and what to do.

mod codes;

use std::fmt;
use std::ops::Range;

pub use codes::Code;

use domain::sort::in_order;

use crate::desk::Fault;
use crate::place::positions;

/// One thing that is wrong, or that is probably not meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule it is.
    pub code: Code,
    /// Whether the course can be shown in spite of it.
    pub severity: Severity,
    /// What is the matter, in one sentence.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The path of the file.
    pub file: String,
    /// The stretch of the file, in bytes.
    pub span: Range<usize>,
    /// Where the stretch begins.
    pub start: Position,
    /// The place after its last character.
    pub end: Position,
    /// The edit that mends it, where there is no doubt what is meant.
    pub fix: Option<Fix>,
}

/// An edit of the file of a diagnostic that mends it: a stretch that goes, and what comes in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the edit does, as the words on a button: ``Write `objective` ``.
    pub title: String,
    /// The stretch of the file, in bytes. Empty where something is put in.
    pub span: Range<usize>,
    /// Where the stretch begins.
    pub start: Position,
    /// The place after its last character.
    pub end: Position,
    /// What comes in its place.
    pub replacement: String,
}

/// A place in a file as editors show it. Columns count characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line; the first is 1.
    pub line: usize,
    /// The column; the first is 1.
    pub column: usize,
}

/// Whether a course can be shown in spite of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, but something is probably not as it was meant.
    Warning,
}

impl Severity {
    /// The word for it: `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Gives every fault its lines and columns, and sorts them by file, place and code.
///
/// `texts` holds the path and the text of each file by its number.
pub(crate) fn place_all(faults: Vec<Fault>, texts: &[(&str, &str)]) -> Vec<Diagnostic> {
    let begin = |fault: &Fault| (fault.place.file, fault.place.start);
    let faults = in_order(faults, |one, other| begin(one).cmp(&begin(other)));
    let diagnostics: Vec<Diagnostic> = faults
        .chunk_by(|a, b| a.place.file == b.place.file)
        .flat_map(|of_one_file| {
            let number = of_one_file.first().map_or(0, |fault| fault.place.file);
            let (path, text) = texts.get(number).copied().unwrap_or_default();
            place_in_one_file(of_one_file, path, text)
        })
        .collect();
    let mut diagnostics = in_order(diagnostics, |a, b| {
        (&a.file, a.start, a.code, a.end, &a.message).cmp(&(&b.file, b.start, b.code, b.end, &b.message))
    });
    diagnostics.dedup();
    diagnostics
}

fn place_in_one_file(faults: &[Fault], path: &str, text: &str) -> Vec<Diagnostic> {
    let places =
        faults.iter().flat_map(|fault| [Some(fault.place), fault.mend.as_ref().map(|mend| mend.place)]);
    let offsets: Vec<usize> = places.flatten().flat_map(|place| [place.start, place.end]).collect();
    let mut offsets = in_order(offsets, Ord::cmp);
    offsets.dedup();
    let positions = positions(text, &offsets);
    let position = |offset: usize| {
        let found = offsets.binary_search(&offset).ok().and_then(|index| positions.get(index));
        found.copied().unwrap_or(Position { line: 1, column: 1 })
    };
    let placed = faults.iter().map(|fault| Diagnostic {
        code: fault.code,
        severity: fault.code.severity(),
        message: fault.message.clone(),
        help: fault.help.clone(),
        file: path.to_owned(),
        span: fault.place.range(),
        start: position(fault.place.start),
        end: position(fault.place.end),
        fix: fault.mend.as_ref().map(|mend| Fix {
            title: mend.title.clone(),
            span: mend.place.range(),
            start: position(mend.place.start),
            end: position(mend.place.end),
            replacement: mend.replacement.clone(),
        }),
    });
    placed.collect()
}
