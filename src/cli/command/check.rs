//! `plenary check`: every mistake in the authors' files at once.

use std::path::{Path, PathBuf};

use clap::Args;
use content::diagnostic::Code;
use content::{Files, Mended};

use crate::failure::Failure;
use crate::report::{self, Format, counted};
use crate::{Ending, disk, today};

/// Lists every mistake in the courses and the question banks, with its place and what to write instead
///
/// The exit code is 0 when there is none, 1 when there is an error (with --strict also when there is a warning), and 2 when the
/// files could not be read.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  plenary check\n  plenary check my-course --strict\n  plenary check --fix\n  plenary check --explain W701\n  plenary check --format json > mistakes.json"
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
    /// Mends what is wrong beyond doubt, and lists the rest; all else in the files stays as it was written
    #[arg(long)]
    fix: bool,
    /// Prints the page of the manual about a mistake, by its code or its name, and reads no files
    #[arg(long, value_name = "CODE", conflicts_with_all = ["strict", "format", "fix", "dir"])]
    explain: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Ending, Failure> {
    if let Some(written) = &arguments.explain {
        return explain(written);
    }
    let mut files = disk::read(&arguments.dir)?;
    let checked = if arguments.fix {
        let mended = content::mend(files.clone(), today()?);
        write(&arguments.dir, &files, &mended)?;
        files = mended.files;
        mended.checked
    } else {
        content::check(&files, today()?)
    };
    report::print(arguments.format, &files, &checked, &mut anstream::stdout())?;
    let tally = report::Tally::of(&checked.diagnostics);
    let faulty = tally.errors > 0 || (arguments.strict && tally.warnings > 0);
    Ok(if faulty { Ending::Faults } else { Ending::Clean })
}

fn explain(written: &str) -> Result<Ending, Failure> {
    let Some(code) = Code::named(written) else {
        let failure = Failure::new(format!("there is no mistake `{written}`"));
        return Err(match Code::near(written) {
            Some(near) => failure.help(format!("did you mean {near} {}?", near.name())),
            None => failure.help("`plenary check` writes the code of each mistake beside it: `error[E101]`"),
        });
    };
    report::put(&mut anstream::stdout(), &content::page(code))?;
    Ok(Ending::Clean)
}

/// Writes the files that have edits, and tells of each edit on standard error.
fn write(dir: &Path, before: &Files, mended: &Mended) -> Result<(), Failure> {
    let mut written = 0;
    for (path, bytes) in mended.files.iter() {
        if let Some(old) = before.get(path).filter(|old| *old != bytes) {
            disk::replace(&dir.join(path), old, bytes)?;
            written += 1;
        }
    }
    for told in &mended.done {
        let (start, title) = (told.start, told.fix.as_ref().map_or("", |fix| &fix.title));
        anstream::eprintln!("{}:{}:{}: {}: {title}", told.file, start.line, start.column, told.code);
    }
    let (mistakes, files) =
        (counted(mended.done.len(), "mistake", "mistakes"), counted(written, "file", "files"));
    anstream::eprintln!("mended {mistakes} in {files}");
    Ok(())
}
