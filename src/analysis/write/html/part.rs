//! The parts of a report: tables, charts, sentences.

use maud::{Markup, html};

use crate::advice::Advice;
use crate::chart::{self, Bar, Drawing};
use crate::statistics::FEWEST;
use crate::study::{ItemStudy, PartStudy};
use crate::table::{Cell, Table};

/// A table with all of its columns; nothing where it has no rows.
pub(super) fn shown(table: &Table) -> Markup {
    let all: Vec<usize> = (0..table.columns.len()).collect();
    shown_columns(table, &all)
}

/// A table with these of its columns; the first of them names the row.
pub(super) fn shown_columns(table: &Table, columns: &[usize]) -> Markup {
    let class = |place: &usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.get(*place));
        // Nothing but dashes stands where the figures would.
        let is_empty = cells.clone().all(|cell| *cell == Cell::Nothing);
        if is_empty { Some("amount") } else { cells.find_map(class_of) }
    };
    html! {
        @if !table.rows.is_empty() {
            div.scroll role="group" aria-label=(table.title) tabindex="0" {
                table {
                    caption { (table.title) }
                    thead { tr { @for place in columns {
                        th scope="col" class=[class(place)] { (table.columns.get(*place).map(String::as_str).unwrap_or_default()) }
                    } } }
                    tbody { @for row in &table.rows { tr { @for (number, place) in columns.iter().enumerate() {
                        @let text = row.get(*place).map(Cell::shown).unwrap_or_default();
                        @if number == 0 { th scope="row" class=[class(place)] { (text) } }
                        @else { td class=[class(place)] { (text) } }
                    } } } }
                }
            }
        }
    }
}

/// How a cell stands in its column: at its end, in one line, or with room for sentences. A name that no style of a site has.
fn class_of(cell: &Cell) -> Option<&'static str> {
    match cell {
        cell if cell.is_number() => Some("amount"),
        Cell::Moment(_) => Some("moment"),
        Cell::List(_) => Some("words"),
        Cell::Nothing
        | Cell::Text(_)
        | Cell::Truth(_)
        | Cell::Count(_)
        | Cell::Number(..)
        | Cell::Share(_)
        | Cell::Percent(_)
        | Cell::Span(_) => None,
    }
}

/// A table of shares whose cells are shaded by how high they are; the numbers stand in them. What heads its columns is long, so that they
/// are numbered; the table beside it has the texts in the same order.
pub(super) fn heat(table: &Table) -> Markup {
    let class = |cell: &Cell| match cell {
        Cell::Share(share) if *share >= domain::mastery::MASTERED => "amount heat-high",
        Cell::Share(share) if *share >= domain::mastery::NEARLY => "amount heat-middle",
        Cell::Share(_) => "amount heat-low",
        Cell::Nothing
        | Cell::Text(_)
        | Cell::List(_)
        | Cell::Truth(_)
        | Cell::Count(_)
        | Cell::Number(..)
        | Cell::Percent(_)
        | Cell::Moment(_)
        | Cell::Span(_) => "amount",
    };
    html! {
        div.scroll role="group" aria-label=(table.title) tabindex="0" {
            table.heat {
                caption { (table.title) }
                thead { tr { @for (place, column) in table.columns.iter().enumerate() {
                    @if place == 0 { th scope="col" { (column) } }
                    @else { th.amount scope="col" { abbr title=(column) { (place) } } }
                } } }
                tbody { @for row in &table.rows { tr {
                    @for (place, cell) in row.iter().enumerate() {
                        @if place == 0 { th scope="row" { (cell.shown()) } }
                        @else { td class=(class(cell)) { (cell.shown()) } }
                    }
                } } }
            }
        }
    }
}

/// The same table with a number before each row.
pub(super) fn numbered(table: &Table) -> Table {
    let rows = table
        .rows
        .iter()
        .enumerate()
        .map(|(place, row)| [Cell::Count(place + 1)].into_iter().chain(row.iter().cloned()).collect());
    Table {
        title: table.title.clone(),
        columns: ["Number".to_owned()].into_iter().chain(table.columns.iter().cloned()).collect(),
        rows: rows.collect(),
    }
}

/// A chart with its title.
pub(super) fn figure(drawing: &Drawing, id: &str) -> Markup {
    html! { figure.chart-frame { figcaption { (drawing.title) } (chart::markup(drawing, id)) } }
}

/// What to make of it.
pub(super) fn advice(advice: &[Advice]) -> Markup {
    html! { @for one in advice { p.advice { (one) } } }
}

/// A question: what to do, and who chose what.
pub(super) fn item(item: &ItemStudy, number: usize, quiz: &str) -> Markup {
    html! {
        section.item id=(item_id(quiz, number)) {
            h4 { (number) ". " (item.question) }
            p.soft {
                @if let Some(stem) = &item.stem { (stem) " — " }
                "edition " (item.edition)
                @if !item.is_current { ", not the one of now" }
                @if item.unanswered > 0 { ", " (item.unanswered) " without an answer" }
            }
            (advice(&item.advice))
            @for (place, part) in item.parts.iter().enumerate() {
                (who_chose_what(part, item.figures.learners, &format!("{quiz}-{number}-{place}")))
            }
        }
    }
}

/// The id of a question of a quiz.
pub(super) fn item_id(quiz: &str, number: usize) -> String {
    format!("{quiz}-question-{number}")
}

fn who_chose_what(part: &PartStudy, of: usize, id: &str) -> Markup {
    let title = if part.text.is_empty() { "Who chose what" } else { &part.text };
    let bars: Vec<Bar> = part
        .choices
        .iter()
        .map(|choice| Bar { label: choice.text.clone(), count: choice.learners, is_right: choice.is_right })
        .collect();
    let rows = part.choices.iter().map(|choice| {
        let right = choice.is_right.map_or(Cell::Nothing, Cell::Truth);
        vec![Cell::text(&choice.text), right, Cell::Count(choice.learners), Cell::number(choice.mean_rest, 2)]
    });
    let table = Table {
        title: format!("{}: mean rest score of each", title.trim_end_matches(['.', ':'])),
        columns: ["Choice", "Right", "Learners", "Mean rest score"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    html! {
        @if !bars.is_empty() {
            div.charts {
                (figure(&chart::bars(title, &bars, of), id))
                (shown_columns(&table, if of < FEWEST { &[0, 1, 2] } else { &[0, 1, 2, 3] }))
            }
        }
    }
}
