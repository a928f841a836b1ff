//! Reads what learners handed in: results files, backups and folders of them, and tables of marks.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use analysis::file::{self, LARGEST_FILE, MOST_FILES};
use analysis::marks::{self, Fault, Marks, Reading};
use csv::{ErrorKind, ReaderBuilder, StringRecord};

use crate::failure::Failure;

/// The largest table of marks that is read, in bytes.
const LARGEST_TABLE: u64 = 2 << 30;

/// Every file that is named, and every `.json` file in a folder that is named. A file that cannot be read is told as one, a name of nothing
/// is a failure.
pub(crate) fn read(paths: &[PathBuf]) -> Result<Vec<file::File>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, &mut found)?;
        } else if path.exists() {
            found.push(path.clone());
        } else {
            return Err(Failure::new(format!("there is no file or folder {}", path.display())));
        }
    }
    if found.is_empty() {
        return Err(Failure::new("there is no results file in what was named")
            .help("name results files or backups, which end in `.json`, or a folder with such files"));
    }
    if found.len() > MOST_FILES {
        return Err(Failure::new(format!(
            "there are {} files; {MOST_FILES} can be read at once",
            found.len()
        )));
    }
    Ok(found.iter().map(|path| open(path)).collect())
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let unreadable = |error| Failure::io("read the folder", folder, &error);
    let mut entries =
        fs::read_dir(folder).map_err(unreadable)?.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let kind = entry.file_type().map_err(|error| Failure::io("look at", &path, &error))?;
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        // A link to a folder could lead in a circle.
        if kind.is_dir() && !is_hidden {
            walk(&path, found)?;
        } else if !is_hidden && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
            found.push(path);
        }
    }
    Ok(())
}

fn open(path: &Path) -> file::File {
    let name = path.display().to_string();
    // One byte more than a file may have tells that it has more.
    let most = LARGEST_FILE as u64 + 1;
    let mut bytes = Vec::new();
    match File::open(path).and_then(|opened| opened.take(most).read_to_end(&mut bytes)) {
        Ok(_) => file::open(&name, &bytes),
        Err(error) => file::unread(&name, error.to_string()),
    }
}

/// A table of marks, or everything that is wrong with it.
pub(crate) fn read_marks(path: &Path) -> Result<Result<Marks, Vec<Fault>>, Failure> {
    let unreadable = |error: std::io::Error| Failure::io("read", path, &error);
    let mut text =
        BufReader::with_capacity(1 << 16, File::open(path).map_err(unreadable)?.take(LARGEST_TABLE));
    let beginning = text.fill_buf().map_err(unreadable)?;
    let first_line = beginning.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = marks::delimiter(&String::from_utf8_lossy(first_line));
    let mut rows =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text);
    let mut reading = Reading::default();
    let mut row = StringRecord::new();
    loop {
        match rows.read_record(&mut row) {
            Ok(false) => return Ok(reading.finish()),
            Ok(true) => {
                let line = row.position().map_or(0, csv::Position::line);
                reading.row(line, row.iter());
            }
            Err(error) => return Err(table_failure(path, &error)),
        }
    }
}

fn table_failure(path: &Path, error: &csv::Error) -> Failure {
    if let ErrorKind::Utf8 { pos, .. } = error.kind() {
        let line = pos.as_ref().map_or(0, csv::Position::line);
        return Failure::new(format!("{} is not UTF-8 at line {line}", path.display()))
            .help("save it as CSV in UTF-8");
    }
    Failure::new(format!("could not read {}: {error}", path.display()))
}
