//! TOML to a tree in which every key and every value knows its place.
//!
//! Knows the grammar of TOML and nothing of courses. Where a file has an error of syntax it is read part by
//! part, so that what is broken in one question does not hide the others.

mod again;
mod message;
pub(crate) mod tree;

use std::ops::Range;
use std::rc::Rc;

use domain::sort::in_order;
use toml::de::{DeTable, DeValue, Error};

use crate::desk::Faults;
use crate::memory::Slot;
use crate::place::Place;
use crate::sheet::Sheet;
use tree::{Data, Entry, Node, Table};

/// What was read of a TOML document.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// The outermost table; its place is the beginning of the document.
    pub(crate) root: Rc<Node>,
    /// Whether all of it could be read.
    pub(crate) complete: bool,
}

/// A part of a document as it was read, whatever stands around it: places count from its beginning.
#[derive(Debug)]
pub(crate) struct Part {
    text: Box<str>,
    /// What is in it; none where nobody knows which table its entries belong to.
    table: Option<Table>,
    /// The first error of each entry, and where it is.
    errors: Vec<(usize, Error)>,
    /// What was read out of the table that it holds.
    pub(crate) read: Slot,
}

impl Part {
    /// How many bytes it has.
    pub(crate) fn length(&self) -> usize {
        self.text.len()
    }
}

/// A part of a document, and the place of the file at which it begins.
pub(crate) type Piece = (usize, Rc<Part>);

/// Reads a stretch of a file as TOML, and notes every error of syntax.
pub(crate) fn parse(sheet: &Sheet<'_>, stretch: Range<usize>, faults: &Faults) -> Document {
    let text = sheet.text.get(stretch.clone()).unwrap_or_default();
    whole(sheet.number, text, stretch.start).unwrap_or_else(|| {
        let Cut { pieces, .. } = cut(sheet.number, text, &[]);
        let placed: Vec<Piece> = pieces.into_iter().map(|(at, part)| (at + stretch.start, part)).collect();
        together(sheet, stretch.start, &placed, faults)
    })
}

/// What was read of a document before, part by part.
#[derive(Debug)]
pub(crate) struct Before {
    /// The document, where nobody needs it any more as it was.
    pub(crate) document: Option<Document>,
    pub(crate) pieces: Vec<Piece>,
}

/// Does the same where most of the text was read before; and gives its pieces now. There are none where the document can only be read as a whole.
pub(crate) fn parse_again(
    sheet: &Sheet<'_>,
    stretch: Range<usize>,
    before: Option<Before>,
    faults: &Faults,
) -> (Document, Vec<Piece>) {
    let text = sheet.text.get(stretch.clone()).unwrap_or_default();
    let shift = stretch.start;
    let known = before.as_ref().map(|before| before.pieces.as_slice()).unwrap_or_default();
    let Cut { pieces, first, last } = cut(sheet.number, text, known);
    // What looks like the head of a table can stand within a text, and the tables below one name in several parts: then the whole is read otherwise than
    // its parts.
    if let Some(document) = (!fit(&pieces)).then(|| whole(sheet.number, text, shift)).flatten() {
        return (document, Vec::new());
    }
    let placed: Vec<Piece> = pieces.into_iter().map(|(at, part)| (at + shift, part)).collect();
    let again = before.and_then(|before| again::exchanged(before, &placed, first, last));
    let document = again.unwrap_or_else(|| together(sheet, shift, &placed, faults));
    (document, placed)
}

/// A text that has no error.
fn whole(file: usize, text: &str, shift: usize) -> Option<Document> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return None;
    }
    let data = Data::Table(convert_table(table.into_inner(), &Stretch { file, shift, broken: &[] }));
    Some(Document { root: Rc::new(Node { file, span: shift..shift, data }), complete: true })
}

/// A text in its parts.
struct Cut {
    /// The parts, with their places in the text.
    pieces: Vec<Piece>,
    /// How many of them at the beginning are those of before, and how many at the end.
    first: usize,
    last: usize,
}

/// The parts of a text. Those that it has in common with what was read before, at its beginning and at its end, are taken from there: only what is
/// between them is looked at line by line.
fn cut(file: usize, text: &str, before: &[Piece]) -> Cut {
    let begins_line = |at: usize| text.get(..at).is_some_and(|before| before.ends_with('\n'));
    let is_edge =
        |at: usize| at == text.len() || (begins_line(at) && text.get(at..).is_some_and(begins_with_head));
    let (mut first, mut start) = (0, 0);
    for (_, part) in before.iter().filter(|(_, part)| part.length() > 0) {
        let end = start + part.length();
        if text.get(start..end) != Some(&part.text) || !is_edge(end) {
            break;
        }
        (first, start) = (first + 1, end);
    }
    let (mut last, mut end) = (0, text.len());
    for (_, part) in before.iter().skip(first.max(1)).rev() {
        let Some(at) = end.checked_sub(part.length()).filter(|at| start <= *at) else { break };
        if text.get(at..end) != Some(&part.text) || !begins_line(at) {
            break;
        }
        (last, end) = (last + 1, at);
    }
    let between = text.get(start..end).unwrap_or_default();
    let known = |(_, part): &Piece, at: &mut usize| {
        let piece = (*at, Rc::clone(part));
        *at += part.length();
        piece
    };
    let mut at = 0;
    let mut pieces: Vec<Piece> = before.iter().take(first).map(|piece| known(piece, &mut at)).collect();
    // A text has one part at least.
    if !between.is_empty() || (first == 0 && last == 0) {
        let fresh = parts(between).into_iter().map(|range| {
            let of = between.get(range.clone()).unwrap_or_default();
            (start + range.start, Rc::new(part(file, of)))
        });
        pieces.extend(fresh);
    }
    at = end;
    pieces.extend(before.iter().skip(before.len() - last).map(|piece| known(piece, &mut at)));
    Cut { pieces, first, last }
}

/// Whether parts without an error make up a document without one.
fn fit(pieces: &[Piece]) -> bool {
    let mut seen: Vec<(&str, bool)> = Vec::new();
    for (_, part) in pieces {
        let Some(table) = part.table.as_ref().filter(|_| part.errors.is_empty()) else { return false };
        for entry in &table.entries {
            let is_list = matches!(entry.node.data, Data::List(_));
            match seen.iter().find(|(key, _)| **key == *entry.key) {
                Some((_, true)) if is_list => {}
                Some(_) => return false,
                None => seen.push((&entry.key, is_list)),
            }
        }
    }
    true
}

/// Reads one part.
fn part(file: usize, text: &str) -> Part {
    let (table, errors) = DeTable::parse_recoverable(text);
    let errors = first_of_each_entry(errors, text);
    let broken: Vec<usize> = errors.iter().map(|(at, _)| *at).collect();
    let table = (!has_broken_head(text, &broken))
        .then(|| convert_table(table.into_inner(), &Stretch { file, shift: 0, broken: &broken }));
    Part { text: text.into(), table, errors, read: Slot::default() }
}

/// The document of these parts, which stand at their places in the file. Notes their errors.
fn together(sheet: &Sheet<'_>, shift: usize, pieces: &[Piece], faults: &Faults) -> Document {
    let mut root = Table { entries: Vec::new(), complete: true };
    for (shift, part) in pieces {
        match &part.table {
            Some(table) => merge(&mut root, table.moved(*shift)),
            None => root.complete = false,
        }
        for (at, error) in &part.errors {
            let (at, text) = (*at, &*part.text);
            let end = error.span().map_or(at, |span| span.end).clamp(at, text.len().max(at));
            let start = message::opening(error, text, at);
            let place = Place { file: sheet.number, start: shift + start, end: shift + end };
            let (code, message, help) = message::in_words(error, sheet, place);
            faults.error(code, place, message, help);
        }
    }
    let complete = root.complete;
    let root = Node { file: sheet.number, span: shift..shift, data: Data::Table(root) };
    Document { root: Rc::new(root), complete }
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

/// Whether the first line of a text is a table's head.
fn begins_with_head(text: &str) -> bool {
    text.starts_with('[') && text.split_inclusive('\n').next().is_some_and(is_head)
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
    let errors: Vec<(usize, Error)> = errors
        .into_iter()
        .map(|error| (error.span().map_or(0, |span| span.start.min(text.len())), error))
        .collect();
    let mut errors = in_order(errors, |one, other| one.0.cmp(&other.0));
    errors.dedup_by_key(|(at, _)| entries.partition_point(|entry| entry <= at));
    errors
}

/// What is being read: its file, how far it is from the beginning of the file, and where in it errors are.
struct Stretch<'p> {
    file: usize,
    shift: usize,
    broken: &'p [usize],
}

impl Stretch<'_> {
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
fn convert_table(table: DeTable<'_>, stretch: &Stretch<'_>) -> Table {
    let entries = table.into_iter().map(|(key, value)| {
        let key_span = stretch.shifted(&key.span());
        Entry { key: key.into_inner().into(), key_span, node: convert(value, stretch) }
    });
    Table { entries: entries.collect(), complete: stretch.broken.is_empty() }
}

/// The span of a table with a head, and of a list of such tables, is the head: an error in its body does not break
/// the whole.
fn convert(value: toml::Spanned<DeValue<'_>>, stretch: &Stretch<'_>) -> Node {
    let own = value.span();
    let span = stretch.shifted(&own);
    let data = match value.into_inner() {
        DeValue::String(text) => Data::Text(text.into()),
        DeValue::Integer(number) => Data::Integer(i64::from_str_radix(number.as_str(), number.radix()).ok()),
        DeValue::Float(number) => Data::Float(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(yes) => Data::Boolean(yes),
        DeValue::Datetime(moment) => match (moment.date, moment.time) {
            (Some(date), None) => Data::Date { year: date.year, month: date.month, day: date.day },
            (_, Some(_)) => Data::Time,
            (None, None) => Data::Broken,
        },
        DeValue::Array(list) => Data::List(list.into_iter().map(|value| convert(value, stretch)).collect()),
        DeValue::Table(table) => Data::Table(convert_table(table, stretch)),
    };
    Node { file: stretch.file, span, data: if stretch.is_broken(&own) { Data::Broken } else { data } }
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
