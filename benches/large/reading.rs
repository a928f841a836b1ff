//! `plenary analyse` as a process, over a large cohort and over a large table of marks.

use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Duration;

use domain::course::Catalogue;
use domain::random::{Chance, Purpose, Seed};

use crate::{Failure, cohort, measure, weigh};

/// How many results files there are.
const FILES: usize = 1_000;

/// How many answers each of them has.
const ANSWERS: usize = 40;

/// How many learners the table of marks has.
const LEARNERS: usize = 100_000;

/// How many items it has.
const ITEMS: usize = 40;

/// The most memory that reading may take, in bytes.
const MEMORY: u64 = 1 << 30;

/// Whether all targets are met.
pub(crate) fn all(catalogue: &Catalogue) -> Result<bool, Failure> {
    let dir = tempfile::tempdir()?;
    let table = dir.path().join("marks.csv");
    fs::write(&table, marks())?;
    let files = dir.path().join("results");
    fs::create_dir(&files)?;
    let quiz = "course/module/practice".parse()?;
    for (name, text) in cohort::files(catalogue, catalogue, &quiz, FILES, ANSWERS) {
        fs::write(files.join(name), text)?;
    }
    let target = Duration::from_secs(2);
    let files = analyse(&[], &files);
    let table = analyse(&["--marks"], &table);
    let of_files = measure("analyse 1,000 results files", 5, target, || weigh::run(&files));
    let of_marks = measure("analyse 100,000 learners x 40 items", 5, target, || weigh::run(&table));
    let files = weigh::weigh("memory for 1,000 results files", &files, MEMORY)?;
    let table = weigh::weigh("memory for 100,000 learners", &table, MEMORY)?;
    Ok(of_files && of_marks && files && table)
}

/// What the command is told.
fn analyse(options: &[&str], path: &Path) -> Vec<OsString> {
    let options = ["analyse", "--format", "json"].iter().chain(options).map(OsString::from);
    options.chain([path.into()]).collect()
}

/// A table of marks of quarters.
fn marks() -> String {
    let mut chance = Chance::new(Seed(7), Purpose::Drill);
    let row = |cell: &dyn Fn(usize) -> String| (0..ITEMS).map(cell).collect::<Vec<_>>().join(",") + "\n";
    let mut table = row(&|item| format!("item {item}")) + &row(&|_| "1".to_owned());
    for learner in 0..LEARNERS {
        for item in 0..ITEMS {
            let mark = if chance.below(100) < 20 + learner % 60 { 4 } else { chance.below(4) };
            // Writing to a string cannot fail.
            let _ = write!(table, "{}{}", if item == 0 { "" } else { "," }, mark as f64 / 4.0);
        }
        table.push('\n');
    }
    table
}
