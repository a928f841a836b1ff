//! Headings and tables: what a reader finds her way by.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Alignment, HeadingLevel};

use super::Writer;
use crate::diagnostic::Code;
use crate::markdown::block::Block;
use crate::words;

/// The table that is written.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) in_head: bool,
    pub(super) column: usize,
    pub(super) cell: usize,
    pub(super) rows_have_heads: bool,
}

impl Writer<'_> {
    pub(super) fn heading_level(&mut self, level: HeadingLevel, at: &Range<usize>) {
        if !Block::Heading.fits(self.form) {
            return;
        }
        let (level, last) = (level as usize, self.last_heading.0);
        let fault = match level {
            1 => Some((
                "A heading of the first level cannot stand in a lesson.".to_owned(),
                "The title of the lesson is that heading. Begin with `##`.".to_owned(),
            )),
            level if level > last + 1 => Some((
                format!("A heading of level {level} follows one of level {last}."),
                format!("Write `{}`.", "#".repeat(last + 1)),
            )),
            _ => None,
        };
        if let Some((message, help)) = fault {
            let place = self.first_line(at);
            self.error(Code::HeadingLevel, place, message, help);
        }
        self.last_heading.0 = level;
    }

    pub(super) fn close_heading(&mut self, level: HeadingLevel) {
        let Some((start, words)) = self.heading.take() else { return };
        let inside = self.markup.split_off(start.min(self.markup.len()));
        let anchor = unique(&mut self.anchors, &anchor(&words), "-");
        self.markup.push_str(&format!("<{level} id=\"{anchor}\">{inside}</{level}>"));
        self.last_heading.1 = words;
    }

    pub(super) fn table_label(&mut self) -> String {
        let heading = self.last_heading.1.trim();
        let label = words::table(heading, self.language());
        unique(&mut self.labels, &label, " ")
    }

    pub(super) fn close_cell(&mut self) {
        let inside = self.markup.split_off(self.table.cell.min(self.markup.len()));
        let column = self.table.column;
        self.table.column += 1;
        let is_first_of_head = self.table.in_head && column == 0;
        if is_first_of_head {
            self.table.rows_have_heads = inside.is_empty();
        }
        let (name, scope) = match (self.table.in_head, column) {
            // An empty cell is the head of nothing.
            (true, _) if inside.is_empty() => ("td", ""),
            (true, _) => ("th", " scope=\"col\""),
            (false, 0) if self.table.rows_have_heads && !inside.is_empty() => ("th", " scope=\"row\""),
            (false, _) => ("td", ""),
        };
        let class = match self.table.alignments.get(column) {
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-end\"",
            Some(Alignment::Left | Alignment::None) | None => "",
        };
        self.markup.push_str(&format!("<{name}{scope}{class}>{inside}</{name}>"));
    }
}

/// A name for a heading in the address of the page. The first letters keep it apart from the names that the pages
/// around a lesson use themselves.
fn anchor(words: &str) -> String {
    let mut anchor = String::from("h");
    for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        anchor.push('-');
        anchor.extend(word.chars().flat_map(char::to_lowercase));
    }
    anchor
}

/// The name itself, or with a number behind it where it is taken.
fn unique(taken: &mut BTreeSet<String>, name: &str, joint: &str) -> String {
    let numbered = (2..).map(|number| format!("{name}{joint}{number}"));
    let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken.contains(name));
    let free = free.unwrap_or_default();
    taken.insert(free.clone());
    free
}
