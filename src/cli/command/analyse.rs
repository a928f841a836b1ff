//! `plenary analyse`: what results files say of learners and of questions.

use std::path::{Path, PathBuf};

use analysis::bank::Bank;
use analysis::reading;
use analysis::statistics::{self, Statistics};
use analysis::study::{Counting, Settings};
use analysis::table::{self, Named};
use analysis::write::{csv, html, human, json};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use domain::course::Catalogue;
use domain::time::Timestamp;

use crate::failure::Failure;
use crate::report::{self, put};
use crate::{Ending, cohort, disk, today};

/// Reads what learners handed in: gradebook, item analysis, and every attempt marked again under a corrected bank
///
/// Files are results files and backups, in any number and order. Those of one learner are put together by her name, copies and earlier
/// states are recognised, and what is odd about a file or an attempt is told. With --marks a plain table of marks of any system is analysed:
/// the first row names the items, the second has the highest mark of each, every further row is a learner; where the first cell of the second
/// row is no number, the first column holds names.
///
/// The exit code is 0 when every file was read and is as it was written, 1 when one is damaged, cut off or changed or the table of marks has
/// mistakes, and 2 when the analysis could not be carried out.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  plenary analyse results/\n  plenary analyse results/ --course my-course --format html > report.html\n  plenary analyse results/ --regrade corrected --format csv --table again-learners > changes.csv\n  plenary analyse --marks marks.csv --format json"
)]
pub(crate) struct Arguments {
    /// Results files, backups, or folders of them
    #[arg(required_unless_present = "marks", value_name = "FILES")]
    files: Vec<PathBuf>,
    /// A table of marks in place of files: CSV with commas, semicolons or tabs
    #[arg(long, value_name = "FILE", conflicts_with_all = ["files", "course", "regrade", "attempt", "with_changed"])]
    marks: Option<PathBuf>,
    /// How the figures are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The table that is written as CSV; the gradebook where none is named, of marks the questions
    #[arg(long, value_parser = tables())]
    table: Option<Named>,
    /// The folder that holds `courses` and `questions`: texts, keys and objectives for the figures
    #[arg(long, value_name = "DIR")]
    course: Option<PathBuf>,
    /// Which of several attempts of a learner counts
    #[arg(long, value_enum, default_value_t = Attempt::First)]
    attempt: Attempt,
    /// A folder like that of --course with corrected questions: every attempt is marked again, before and after side by side
    #[arg(long, value_name = "DIR")]
    regrade: Option<PathBuf>,
    /// Analyses attempts as well whose answers were changed; they stand in the gradebook in any case
    #[arg(long)]
    with_changed: bool,
}

/// How figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines for a terminal
    Human,
    /// One table, for a spreadsheet
    Csv,
    /// One object with every figure to the last digit
    Json,
    /// A report with charts, as one file to read or to print
    Html,
}

/// Which attempt counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Attempt {
    /// The first
    First,
    /// The one with the highest share of the points
    Best,
    /// The last
    Last,
}

impl From<Attempt> for Counting {
    fn from(attempt: Attempt) -> Self {
        match attempt {
            Attempt::First => Self::First,
            Attempt::Best => Self::Best,
            Attempt::Last => Self::Last,
        }
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<Ending, Failure> {
    if arguments.table.is_some() && arguments.format != Format::Csv {
        return Err(Failure::new("--table names a table of CSV").help("add `--format csv`"));
    }
    match &arguments.marks {
        Some(path) => of_marks(arguments, path),
        None => of_files(arguments),
    }
}

fn of_marks(arguments: &Arguments, path: &Path) -> Result<Ending, Failure> {
    let marks = match cohort::read_marks(path)? {
        Ok(marks) => marks,
        Err(faults) => {
            let lines: String = faults.iter().map(|fault| format!("{}: {fault}\n", path.display())).collect();
            put(&mut anstream::stderr(), &lines)?;
            return Ok(Ending::Faults);
        }
    };
    let statistics: Statistics = statistics::of(&marks.matrix).fit_to_show();
    let text = match arguments.format {
        Format::Human => human::of_marks(&marks, &statistics),
        Format::Json => json::of_marks(&marks, &statistics),
        Format::Html => html::of_marks(&marks, &statistics),
        Format::Csv => csv::write(&match arguments.table {
            None | Some(Named::Questions) => table::marked_items(&marks.matrix, &statistics),
            Some(Named::Quizzes) => table::marked_quiz(&statistics.quiz),
            Some(_) => {
                return Err(Failure::new("a table of marks has no such table")
                    .help("write `--table questions` or `--table quizzes`"));
            }
        }),
    };
    put(&mut std::io::stdout(), &text)?;
    Ok(Ending::Clean)
}

fn of_files(arguments: &Arguments) -> Result<Ending, Failure> {
    let course = arguments.course.as_deref().map(catalogue).transpose()?;
    let corrected = arguments.regrade.as_deref().map(catalogue).transpose()?;
    let settings = Settings {
        counting: arguments.attempt.into(),
        with_changed: arguments.with_changed,
        is_remarked: false,
    };
    let (course, corrected) = (course.as_ref().map(Bank::of), corrected.as_ref().map(Bank::of));
    let files = cohort::read(&arguments.files)?;
    let reading = reading::read(files, course.as_ref(), corrected.as_ref(), settings, now());
    let told = reading.told();
    let text = match arguments.format {
        Format::Human => human::of_cohort(told),
        Format::Json => json::of_cohort(told),
        Format::Html => html::of_cohort(told),
        Format::Csv => {
            let table = arguments.table.unwrap_or(Named::Gradebook).of(told);
            csv::write(
                &table.ok_or_else(|| Failure::new("nothing was marked again").help("add `--regrade DIR`"))?,
            )
        }
    };
    put(&mut std::io::stdout(), &text)?;
    Ok(if reading.cohort.faulty() > 0 { Ending::Faults } else { Ending::Clean })
}

/// The names of the tables, each with its help.
fn tables() -> impl TypedValueParser<Value = Named> {
    let value = |table: Named| PossibleValue::new(table.name()).help(table.about());
    PossibleValuesParser::new(Named::ALL.map(value)).try_map(|name| name.parse::<Named>())
}

/// The catalogue of a folder. Its mistakes are told, and are a failure: without it nothing can be analysed.
fn catalogue(dir: &Path) -> Result<Catalogue, Failure> {
    let files = disk::read(dir)?;
    let mut checked = content::check(&files, today()?);
    if let Some(catalogue) = checked.catalogue.take() {
        return Ok(catalogue);
    }
    // Standard output may be on its way into a file, as figures.
    report::print(report::Format::Human, &files, &checked, &mut anstream::stderr())?;
    Err(Failure::new(format!("the course in {} has mistakes", dir.display()))
        .help("mend what is listed above, and analyse again"))
}

fn now() -> Timestamp {
    let milliseconds = time::OffsetDateTime::now_utc().unix_timestamp_nanos() / 1_000_000;
    Timestamp(u64::try_from(milliseconds).unwrap_or_default())
}
