//! Diagnostics for people and for programs. Each format is one file.

mod human;
mod json;
mod short;

use std::fmt;
use std::io::{ErrorKind, Write};

use clap::ValueEnum;
use content::diagnostic::{Diagnostic, Severity};
use content::{Checked, Files};

use crate::failure::Failure;

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The lines that a mistake is about, marked, with help
    Human,
    /// One line for each mistake: file:line:column: error[E101]: message
    Short,
    /// One object: the mistakes, and how much is translated
    Json,
}

/// How many diagnostics there are of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

impl Tally {
    pub(crate) fn of(diagnostics: &[Diagnostic]) -> Self {
        let count =
            |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning) }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}, {}",
            counted(self.errors, "error", "errors"),
            counted(self.warnings, "warning", "warnings")
        )
    }
}

/// A number with its noun: `no errors`, `1 error`, `2 errors`.
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    }
}

/// Writes the diagnostics.
pub(crate) fn print(
    format: Format,
    files: &Files,
    checked: &Checked,
    to: &mut impl Write,
) -> Result<(), Failure> {
    let text = match format {
        Format::Human => human::write(files, checked),
        Format::Short => short::write(&checked.diagnostics),
        Format::Json => {
            json::write(checked).map_err(|error| Failure::new(format!("could not write JSON: {error}")))?
        }
    };
    put(to, &text)
}

/// Writes a text, and lets it pass that its reader, as `head` does, has gone away; `print!` panics then.
pub(crate) fn put(to: &mut impl Write, text: &str) -> Result<(), Failure> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("could not write the report: {error}")))
        }
        _ => Ok(()),
    }
}
