//! `plenary check`: every mistake in the authors' files at once.

use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;
use crate::report::{self, Format};
use crate::{Ending, disk, today};

/// Lists every mistake in the courses and the question banks, with its place and what to write instead
///
/// The exit code is 0 when there is none, 1 when there is an error (with --strict also when there is a warning), and 2 when the
/// files could not be read.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  plenary check\n  plenary check my-course --strict\n  plenary check --format json > mistakes.json"
)]
pub(crate) struct Arguments {
    /// The folder that holds `courses` and `questions`
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Counts a warning as a mistake
    #[arg(long)]
    strict: bool,
    /// How the mistakes are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Ending, Failure> {
    let files = disk::read(&arguments.dir)?;
    let checked = content::check(&files, today()?);
    report::print(arguments.format, &files, &checked)?;
    let tally = report::Tally::of(&checked.diagnostics);
    let faulty = tally.errors > 0 || (arguments.strict && tally.warnings > 0);
    Ok(if faulty { Ending::Faults } else { Ending::Clean })
}
