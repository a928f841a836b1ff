//! Tables as CSV after RFC 4180: commas, lines that end in CR LF, quotation marks where a cell needs them or where another separator
//! stands in it, UTF-8.
//!
//! A cell that a spreadsheet would take for a formula is made inert by an apostrophe before it: what a learner typed as her name must do
//! nothing on her trainer's machine. Numbers are written by this program alone and stay numbers, a negative one too.

use crate::table::{Cell, Table};

/// A table with its headings.
pub fn write(table: &Table) -> String {
    let mut out = String::new();
    row(&mut out, table.columns.iter().map(|column| inert(column)));
    for cells in &table.rows {
        row(&mut out, cells.iter().map(cell));
    }
    out
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(_) | Cell::List(_) => inert(&cell.exact()),
        Cell::Nothing
        | Cell::Truth(_)
        | Cell::Count(_)
        | Cell::Number(..)
        | Cell::Share(_)
        | Cell::Percent(_)
        | Cell::Moment(_)
        | Cell::Span(_) => cell.exact(),
    }
}

/// A text that no spreadsheet takes for a formula.
pub fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\r', '\n', ';', '\t']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}
