//! Tables: what a study says, as rows of cells that know what they are. A page, a report and a file show the same ones.

mod marked;
mod named;
mod of_cohort;
mod of_quiz;

use domain::time::{Date, Millis, Timestamp};

pub use self::marked::{items as marked_items, quiz as marked_quiz};
pub use self::named::{Named, NoTable};
pub use self::of_cohort::{files, gradebook, overview, remarked_items, remarked_learners};
pub use self::of_quiz::{choices, elements, figures, items, mastery, misconceptions, objectives, quizzes};
use crate::statistics::Interval;

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it is called.
    pub title: String,
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing: the figure is not defined.
    Nothing,
    /// Words.
    Text(String),
    /// Several words.
    List(Vec<String>),
    /// Yes or no.
    Truth(bool),
    /// A count.
    Count(usize),
    /// A number, shown with so many decimals.
    Number(f64, usize),
    /// A share, 0 to 1, shown in per cent.
    Share(f64),
    /// A number in per cent.
    Percent(f64),
    /// A moment.
    Moment(Timestamp),
    /// A span of time.
    Span(Millis),
}

impl Cell {
    /// A number that may not be defined, shown with so many decimals.
    pub fn number(number: Option<f64>, decimals: usize) -> Self {
        number.map_or(Self::Nothing, |number| Self::Number(number, decimals))
    }

    /// A share that may not be defined.
    pub fn share(share: Option<f64>) -> Self {
        share.map_or(Self::Nothing, Self::Share)
    }

    /// A percentage that may not be defined.
    pub fn percent(percent: Option<f64>) -> Self {
        percent.map_or(Self::Nothing, Self::Percent)
    }

    /// Words, where there are any.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Whether it is a number, which stands at the end of its column.
    pub fn is_number(&self) -> bool {
        match self {
            Self::Count(_) | Self::Number(..) | Self::Share(_) | Self::Percent(_) | Self::Span(_) => true,
            Self::Nothing | Self::Text(_) | Self::List(_) | Self::Truth(_) | Self::Moment(_) => false,
        }
    }

    /// As people read it: rounded, with a dash where there is nothing.
    pub fn shown(&self) -> String {
        match self {
            Self::Nothing => "–".to_owned(),
            Self::Text(text) => text.clone(),
            Self::List(texts) => texts.join("; "),
            Self::Truth(truth) => if *truth { "yes" } else { "no" }.to_owned(),
            Self::Count(count) => count.to_string(),
            Self::Number(number, decimals) => rounded(*number, *decimals),
            Self::Share(share) => format!("{} %", rounded(100.0 * share, 0)),
            Self::Percent(percent) => format!("{} %", rounded(*percent, 1)),
            Self::Moment(moment) => {
                let (date, hours, minutes, _) = parts(*moment);
                format!("{date} {hours:02}:{minutes:02}")
            }
            Self::Span(span) => {
                let seconds = span.0 / 1000;
                format!("{}:{:02}", seconds / 60, seconds % 60)
            }
        }
    }

    /// As programs read it: every digit, and nothing where there is nothing.
    pub fn exact(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(_) | Self::List(_) | Self::Truth(_) | Self::Count(_) => self.shown(),
            Self::Number(number, _) | Self::Share(number) | Self::Percent(number) => number.to_string(),
            Self::Moment(moment) => {
                let (date, hours, minutes, seconds) = parts(*moment);
                format!("{date}T{hours:02}:{minutes:02}:{seconds:02}Z")
            }
            Self::Span(span) => (span.0 as f64 / 1000.0).to_string(),
        }
    }
}

/// A number with so many decimals, and a sign that is no hyphen.
fn rounded(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    let is_zero = text.trim_start_matches('-').chars().all(|c| c == '0' || c == '.');
    if is_zero { text.replace('-', "") } else { text.replace('-', "−") }
}

/// The day, and the hours, minutes and seconds of a moment, of Greenwich.
fn parts(moment: Timestamp) -> (Date, u64, u64, u64) {
    let seconds = moment.0 / 1000;
    let date = Date::from_days(i64::try_from(seconds / 86_400).unwrap_or(i64::MAX));
    (date, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
}

fn table(title: impl Into<String>, columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table { title: title.into(), columns: columns.iter().map(|column| (*column).to_owned()).collect(), rows }
}

/// The two ends of an interval, a cell each.
fn ends(interval: Option<Interval>, end: fn(f64) -> Cell) -> [Cell; 2] {
    interval.map_or([Cell::Nothing, Cell::Nothing], |interval| [end(interval.low), end(interval.high)])
}

fn listed<T: ToString>(all: &[T]) -> Cell {
    match all {
        [] => Cell::text(""),
        all => Cell::List(all.iter().map(T::to_string).collect()),
    }
}
