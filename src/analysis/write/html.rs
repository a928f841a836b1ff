//! A report as one HTML file: it needs nothing beside itself, reads without colours and without sight, and prints.

mod cohort;
mod part;

use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use self::cohort::{Part, ReportMarkup};
use self::part::{advice, figure, shown, shown_columns};
use super::Told;
use crate::advice::{of_figures, of_quiz};
use crate::chart::{self, Spot};
use crate::marks::Marks;
use crate::statistics::Statistics;
use crate::table::{self, Cell, Table};

const STYLE: &str = include_str!("html/report.css");

/// A plain table of marks.
pub fn of_marks(marks: &Marks, statistics: &Statistics) -> String {
    let possible = marks.matrix.maximum();
    let share = |total: f64| if possible > 0.0 { total / possible } else { 0.0 };
    let shares: Vec<f64> = marks.matrix.totals().into_iter().map(share).collect();
    let items = table::marked_items(&marks.matrix, statistics);
    let rows = marks.matrix.items().iter().zip(&statistics.items);
    let spots = rows.clone().enumerate().filter_map(|(place, (item, figures))| {
        Some(Spot {
            label: (place + 1).to_string(),
            title: item.name.clone(),
            facility: figures.facility?,
            discrimination: figures.discrimination_index?,
        })
    });
    let sentences = rows.map(|(item, figures)| (item.name.clone(), of_figures(figures)));
    page(
        "Item analysis",
        &html! {
            h1 { "Item analysis" }
            p { (statistics.quiz.learners) " learners, " (statistics.quiz.items) " items." }
            @for note in &marks.notes { p.soft { (note) } }
            (advice(&of_quiz(&statistics.quiz, true)))
            (shown(&table::marked_quiz(&statistics.quiz)))
            div.charts {
                (figure(&chart::histogram("Sums of marks", &shares, None), "sums"))
                (figure(&chart::plane("Facility and discrimination", &spots.collect::<Vec<_>>()), "plane"))
            }
            (shown(&tenths(&shares)))
            (shown_columns(&named("How easy they are", &items), &[0, 1, 2, 3, 4, 5, 6]))
            (shown_columns(&named("What they tell apart", &items), &[0, 7, 8, 9, 10, 11]))
            @for (name, sentences) in sentences {
                @if !sentences.is_empty() {
                    section.item { h2 { (name) } (advice(&sentences)) }
                }
            }
        },
    )
}

/// A cohort.
pub fn of_cohort(told: Told<'_>) -> String {
    page(
        "Report on a cohort",
        &html! {
            h1 { "Report on a cohort" }
            (cohort::counts(told))
            nav aria-label="In this report" {
                ul {
                    @for part in Part::all(told) { li { a href={ "#" (part.id()) } { (part.title(told)) } } }
                }
            }
            (cohort::whole(told))
        },
    )
}

/// The same table under another name.
fn named(title: &str, table: &Table) -> Table {
    Table { title: title.to_owned(), ..table.clone() }
}

/// The table beside a histogram.
fn tenths(shares: &[f64]) -> Table {
    let counts = chart::tenths(shares);
    let rows = counts.iter().enumerate().map(|(place, count)| {
        vec![Cell::Text(format!("{}–{} %", place * 10, place * 10 + 10)), Cell::Count(*count)]
    });
    Table {
        title: "Learners by share of the points".to_owned(),
        columns: vec!["Share".to_owned(), "Learners".to_owned()],
        rows: rows.collect(),
    }
}

fn page(title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (title) }
                // Both are our own and hold nothing that ends a style.
                style { (PreEscaped(STYLE)) (PreEscaped(chart::STYLE)) }
            }
            body { main { (body) } }
        }
    };
    page.into_string()
}
