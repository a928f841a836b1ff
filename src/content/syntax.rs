//! TOML to a tree in which every key and every value knows its place.
//!
//! Knows the grammar of TOML and nothing of courses. Where a file has an error of syntax it is read part by
//! part, so that what is broken in one question does not hide the others.

mod message;
pub(crate) mod tree;

use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use crate::desk::Faults;
use crate::place::Place;
use crate::sheet::Sheet;
use tree::{Data, Entry, Node, Table};

/// What was read of a TOML document.
#[derive(Debug)]
pub(crate) struct Document {
    /// The outermost table; its place is the beginning of the document.
    pub(crate) root: Node,
    /// Whether all of it could be read.
    pub(crate) complete: bool,
}

/// Reads a stretch of a file as TOML, and notes every error of syntax.
pub(crate) fn parse(sheet: &Sheet<'_>, stretch: Range<usize>, faults: &Faults) -> Document {
    let text = sheet.text.get(stretch.clone()).unwrap_or_default();
    let head = stretch.start..stretch.start;
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let part = Part { file: sheet.number, shift: stretch.start, broken: &[] };
        let data = Data::Table(convert_table(table.into_inner(), &part));
        return Document { root: Node { file: sheet.number, span: head, data }, complete: true };
    }
    drop((table, errors));
    let mut root = Table { entries: Vec::new(), complete: true };
    for part in parts(text) {
        let (table, errors) = DeTable::parse_recoverable(text.get(part.clone()).unwrap_or_default());
        let shift = stretch.start + part.start;
        let errors = first_of_each_entry(errors, text.get(part.clone()).unwrap_or_default());
        let broken: Vec<usize> = errors.iter().map(|(at, _)| *at).collect();
        let text = text.get(part).unwrap_or_default();
        if has_broken_head(text, &broken) {
            // Nobody knows which table the entries belong to.
            root.complete = false;
        } else {
            let part = Part { file: sheet.number, shift, broken: &broken };
            merge(&mut root, convert_table(table.into_inner(), &part));
        }
        for (at, error) in errors {
            let end = error.span().map_or(at, |span| span.end).clamp(at, text.len().max(at));
            let start = message::opening(&error, text, at);
            let place = Place { file: sheet.number, start: shift + start, end: shift + end };
            let (code, message, help) = message::in_words(&error, sheet, place);
            faults.error(code, place, message, help);
        }
    }
    let complete = root.complete;
    Document { root: Node { file: sheet.number, span: head, data: Data::Table(root) }, complete }
}

/// Divides a document before each head of a table that is not a part of the one before: before `[[question]]`,
/// and not before `[[question.tests]]`.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && is_head(line) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Whether a line is a table's head, closed or not: `[name]`, `[[name]]`, `[[name`.
fn is_head(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim_end();
    let Some(name) = line.strip_prefix('[') else { return false };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// Whether an error lies in the head of a part.
fn has_broken_head(part: &str, broken: &[usize]) -> bool {
    let head = part.lines().next().filter(|line| line.starts_with('[')).map_or(0, str::len);
    broken.first().is_some_and(|at| *at <= head && head > 0)
}

/// Whether a line begins an entry at the left edge: `key = …`.
fn begins_entry(line: &str) -> bool {
    let after = line.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    after.len() < line.len() && after.trim_start_matches([' ', '\t']).starts_with('=')
}

/// Keeps the first error of each entry, in order: those that follow are its echo.
fn first_of_each_entry(errors: Vec<Error>, text: &str) -> Vec<(usize, Error)> {
    let mut entries = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if begins_entry(line) || line.starts_with('[') {
            entries.push(at);
        }
        at += line.len();
    }
    let mut errors: Vec<(usize, Error)> = errors
        .into_iter()
        .map(|error| (error.span().map_or(0, |span| span.start.min(text.len())), error))
        .collect();
    errors.sort_by_key(|(at, _)| *at);
    errors.dedup_by_key(|(at, _)| entries.partition_point(|entry| entry <= at));
    errors
}

/// A part of a document: its file, how far it is from the beginning of the file, and where in it errors are.
struct Part<'p> {
    file: usize,
    shift: usize,
    broken: &'p [usize],
}

impl Part<'_> {
    /// Whether an error lies in a stretch, or right behind it.
    fn is_broken(&self, span: &Range<usize>) -> bool {
        let next = self.broken.partition_point(|at| *at < span.start);
        self.broken.get(next).is_some_and(|at| *at <= span.end)
    }

    fn shifted(&self, span: &Range<usize>) -> Range<usize> {
        span.start + self.shift..span.end + self.shift
    }
}

/// The parser refuses what is nested more than 80 levels deep, so this recursion ends in time.
fn convert_table(table: DeTable<'_>, part: &Part<'_>) -> Table {
    let entries = table.into_iter().map(|(key, value)| {
        let key_span = part.shifted(&key.span());
        Entry { key: key.into_inner().into_owned(), key_span, node: convert(value, part) }
    });
    Table { entries: entries.collect(), complete: part.broken.is_empty() }
}

/// The span of a table with a head, and of a list of such tables, is the head: an error in its body does not break
/// the whole.
fn convert(value: toml::Spanned<DeValue<'_>>, part: &Part<'_>) -> Node {
    let own = value.span();
    let span = part.shifted(&own);
    let data = match value.into_inner() {
        DeValue::String(text) => Data::Text(text.into_owned()),
        DeValue::Integer(number) => Data::Integer(i64::from_str_radix(number.as_str(), number.radix()).ok()),
        DeValue::Float(number) => Data::Float(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(yes) => Data::Boolean(yes),
        DeValue::Datetime(moment) => match (moment.date, moment.time) {
            (Some(date), None) => Data::Date { year: date.year, month: date.month, day: date.day },
            (_, Some(_)) => Data::Time,
            (None, None) => Data::Broken,
        },
        DeValue::Array(list) => Data::List(list.into_iter().map(|value| convert(value, part)).collect()),
        DeValue::Table(table) => Data::Table(convert_table(table, part)),
    };
    Node { file: part.file, span, data: if part.is_broken(&own) { Data::Broken } else { data } }
}

/// Adds the tables of one part to those of the parts before.
fn merge(root: &mut Table, part: Table) {
    root.complete &= part.complete;
    for entry in part.entries {
        let known = root.entries.iter_mut().find(|known| known.key == entry.key);
        match (known.map(|known| &mut known.node.data), entry.node.data) {
            (Some(Data::List(known)), Data::List(more)) => known.extend(more),
            // Twice the same table: both stay, and the reader of the tables tells of it.
            (_, data) => root.entries.push(Entry { node: Node { data, ..entry.node }, ..entry }),
        }
    }
}

#[cfg(test)]
mod tests;
