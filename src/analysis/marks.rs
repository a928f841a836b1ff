//! A plain table of marks of any system, read row by row.
//!
//! The first row names the items, the second has the highest mark of each, every further row is a learner. Whether the first column holds
//! names the *second row* tells: it does where the first cell of that row is no number (empty, `max`, a word). A table of a hundred thousand
//! learners is never held as text: whoever reads the file hands over its rows one by one.

use std::fmt;

use crate::matrix::{Item, Matrix};

/// The most marks of a table.
pub const MOST_MARKS: usize = 50_000_000;

/// The most items of a table.
pub const MOST_ITEMS: usize = 5_000;

/// How many faults are told at once.
const MOST_FAULTS: usize = 20;

/// A table that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Marks {
    /// The marks.
    pub matrix: Matrix,
    /// Whether its first column held names.
    pub has_names: bool,
    /// What was taken otherwise than it stood there.
    pub notes: Vec<Note>,
}

/// What was taken otherwise than it stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// So many cells are empty: not answered, no mark.
    Blank(usize),
    /// So many marks are above the highest.
    Above(usize),
    /// So many marks are negative.
    Negative(usize),
    /// So many items are worth nothing.
    Worthless(usize),
}

/// What is wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; none where the whole table is meant.
    pub line: Option<u64>,
    /// The column, from 1; none where the whole line is meant.
    pub column: Option<usize>,
    /// What is wrong.
    pub what: What,
}

/// What can be wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// There is no row that names the items.
    NoItems,
    /// There is no row with the highest marks.
    NoMaxima,
    /// An item has no name.
    Nameless,
    /// A highest mark is no number of 0 or more.
    NotAMaximum(String),
    /// A mark is no number.
    NotAMark {
        /// What stands there.
        text: String,
        /// Whether it stands in the first column, and no names were expected there.
        may_be_name: bool,
    },
    /// A row has not as many cells as there are items.
    Length {
        /// How many it has.
        found: usize,
        /// How many it should have.
        expected: usize,
    },
    /// There are more marks or items than are read.
    TooLarge,
    /// So many faults more.
    More(usize),
}

/// A table that is being read.
#[derive(Debug, Default)]
pub struct Reading {
    names: Option<Vec<String>>,
    table: Option<(Matrix, bool)>,
    row: Vec<f64>,
    blank: usize,
    above: usize,
    negative: usize,
    faults: Vec<Fault>,
    more: usize,
    is_full: bool,
}

/// What parts the cells of a table whose first line this is: the semicolon or tab where there are more of them than commas.
pub fn delimiter(first_line: &str) -> u8 {
    let count = |delimiter: u8| first_line.bytes().filter(|byte| *byte == delimiter).count();
    // Of equally many the comma.
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

impl Reading {
    /// Reads the next row, which begins in this line of the file.
    pub fn row<'a>(&mut self, line: u64, cells: impl Iterator<Item = &'a str>) {
        match (&self.names, &self.table) {
            (None, _) => {
                let mut names: Vec<String> = cells.map(|name| name.trim().to_owned()).collect();
                // Spreadsheets leave empty columns at the end.
                while names.last().is_some_and(String::is_empty) {
                    names.pop();
                }
                self.names = Some(names);
            }
            (Some(_), None) => self.maxima(line, &cells.map(str::trim).collect::<Vec<_>>()),
            (Some(_), Some(_)) => self.learner(line, cells),
        }
    }

    /// The table, or everything that is wrong with it.
    pub fn finish(mut self) -> Result<Marks, Vec<Fault>> {
        let whole = |what: What| Fault { line: None, column: None, what };
        if self.names.as_ref().is_none_or(Vec::is_empty) {
            return Err(vec![whole(What::NoItems)]);
        }
        if self.more > 0 {
            self.faults.push(whole(What::More(self.more)));
        }
        match self.table {
            None if self.faults.is_empty() => Err(vec![whole(What::NoMaxima)]),
            Some((matrix, has_names)) if self.faults.is_empty() => {
                let worthless = matrix.items().iter().filter(|item| item.maximum == 0.0).count();
                let notes = [
                    (self.blank, Note::Blank as fn(usize) -> Note),
                    (self.above, Note::Above),
                    (self.negative, Note::Negative),
                    (worthless, Note::Worthless),
                ];
                let notes =
                    notes.into_iter().filter(|(count, _)| *count > 0).map(|(count, note)| note(count));
                Ok(Marks { matrix, has_names, notes: notes.collect() })
            }
            Some(_) | None => Err(self.faults),
        }
    }

    fn fault(&mut self, line: u64, column: Option<usize>, what: What) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { line: Some(line), column, what });
        } else {
            self.more += 1;
        }
    }

    fn maxima(&mut self, line: u64, mut cells: &[&str]) {
        let mut names = self.names.clone().unwrap_or_default();
        let has_names = cells.first().is_some_and(|first| number(first).is_none());
        let mut first_column = 1;
        if has_names {
            cells = cells.get(1..).unwrap_or_default();
            first_column = 2;
            // The column of names may have no name of its own, not even an empty one.
            if names.len() > cells.iter().filter(|cell| !cell.is_empty()).count() && !names.is_empty() {
                names.remove(0);
            }
        }
        while cells.len() > names.len() && cells.last().is_some_and(|cell| cell.is_empty()) {
            cells = cells.get(..cells.len() - 1).unwrap_or_default();
        }
        if cells.len() != names.len() {
            self.fault(line, None, What::Length { found: cells.len(), expected: names.len() });
        }
        if names.len() > MOST_ITEMS {
            self.fault(line, None, What::TooLarge);
            self.is_full = true;
        }
        let mut items = Vec::with_capacity(names.len());
        for (place, name) in names.into_iter().enumerate() {
            if name.is_empty() {
                self.fault(line.saturating_sub(1), Some(place + first_column), What::Nameless);
            }
            let maximum = match cells.get(place) {
                None => Some(0.0),
                Some(cell) => number(cell).filter(|maximum| *maximum >= 0.0),
            };
            match maximum {
                Some(maximum) => items.push(Item { name, maximum }),
                None => {
                    let text = cells.get(place).map(|text| shown(text)).unwrap_or_default();
                    self.fault(line, Some(place + first_column), What::NotAMaximum(text));
                    items.push(Item { name, maximum: 0.0 });
                }
            }
        }
        self.table = Some((Matrix::new(items), has_names));
    }

    fn learner<'a>(&mut self, line: u64, cells: impl Iterator<Item = &'a str>) {
        let Some((matrix, has_names)) = self.table.take() else { return };
        let (mut matrix, skipped) = (matrix, usize::from(has_names));
        let expected = matrix.items().len();
        if (matrix.learners() + 1).saturating_mul(expected) > MOST_MARKS {
            if !self.is_full {
                self.fault(line, None, What::TooLarge);
                self.is_full = true;
            }
            self.table = Some((matrix, has_names));
            return;
        }
        let mut row = std::mem::take(&mut self.row);
        row.clear();
        let mut found = 0;
        for (column, cell) in cells.enumerate().skip(skipped) {
            let cell = cell.trim();
            let Some(item) = matrix.items().get(row.len()) else {
                found += usize::from(!cell.is_empty());
                continue;
            };
            found += 1;
            let mark = if cell.is_empty() || cell == "-" {
                self.blank += 1;
                0.0
            } else if let Some(mark) = number(cell) {
                self.above += usize::from(mark > item.maximum);
                self.negative += usize::from(mark < 0.0);
                mark
            } else {
                let may_be_name = column == 0;
                self.fault(line, Some(column + 1), What::NotAMark { text: shown(cell), may_be_name });
                0.0
            };
            row.push(mark);
        }
        if found != expected {
            self.fault(line, None, What::Length { found, expected });
        }
        matrix.push(&row);
        self.row = row;
        self.table = Some((matrix, has_names));
    }
}

/// The number that a cell is, with a decimal point or a decimal comma.
fn number(cell: &str) -> Option<f64> {
    let parsed = cell.parse::<f64>().or_else(|error| match cell.split_once(',') {
        Some((whole, fraction)) if !fraction.contains([',', '.']) => {
            format!("{whole}.{fraction}").parse::<f64>()
        }
        _ => Err(error),
    });
    parsed.ok().filter(|number| number.is_finite())
}

/// As much of a cell as can be shown.
fn shown(cell: &str) -> String {
    let clean: String = cell.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    crate::text::shortened(&clean, 40)
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, "line {line}, column {column}: {}", self.what),
            (Some(line), None) => write!(f, "line {line}: {}", self.what),
            (None, _) => self.what.fmt(f),
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoItems => f.write_str("there is no row that names the items"),
            Self::NoMaxima => f.write_str("there is no second row with the highest mark of each item"),
            Self::Nameless => f.write_str(
                "the item has no name; where this column holds the names of learners, leave the first cell of the second row empty or write `max` there",
            ),
            Self::NotAMaximum(text) => write!(f, "`{text}` is no highest mark: write a number of 0 or more"),
            Self::NotAMark { text, may_be_name: false } => write!(f, "`{text}` is no number"),
            Self::NotAMark { text, may_be_name: true } => write!(
                f,
                "`{text}` is no number; where this column holds the names of learners, leave the first cell of the second row empty or write `max` there"
            ),
            Self::Length { found, expected } => write!(f, "{found} cells in place of {expected}"),
            Self::TooLarge => write!(f, "a table can have {MOST_ITEMS} items and {MOST_MARKS} marks"),
            Self::More(count) => write!(f, "and {count} more"),
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank(count) => {
                write!(f, "{count} empty cells were taken for questions without an answer: 0 marks.")
            }
            Self::Above(count) => write!(f, "{count} marks are above the highest of their item."),
            Self::Negative(count) => write!(f, "{count} marks are negative."),
            Self::Worthless(count) => write!(f, "{count} items are worth nothing: they have no facility."),
        }
    }
}
