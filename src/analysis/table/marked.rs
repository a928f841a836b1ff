//! The tables of a plain table of marks.

use super::{Cell, Table, interval, listed, table};
use crate::advice;
use crate::matrix::Matrix;
use crate::statistics::{QuizFigures, Statistics};

/// The figures of each item.
pub fn items(matrix: &Matrix, statistics: &Statistics) -> Table {
    let columns = [
        "Item",
        "Highest mark",
        "Facility",
        "Facility, 95 %",
        "SD",
        "Intended weight %",
        "Effective weight %",
        "Discrimination index %",
        "Discrimination, 95 %",
        "Discriminative efficiency %",
        "What to do",
    ];
    let rows = matrix.items().iter().zip(&statistics.items).map(|(item, figures)| {
        vec![
            Cell::text(&item.name),
            Cell::Number(item.maximum, 1),
            Cell::share(figures.facility),
            interval(figures.facility_interval, 100.0),
            Cell::number(figures.sd, 2),
            Cell::percent(figures.intended_weight),
            Cell::percent(figures.effective_weight),
            Cell::percent(figures.discrimination_index),
            interval(figures.discrimination_interval, 1.0),
            Cell::percent(figures.discriminative_efficiency),
            listed(&advice::of_figures(figures)),
        ]
    });
    table("Items", &columns, rows.collect())
}

/// The figures of the quiz, a row each.
pub fn quiz(figures: &QuizFigures) -> Table {
    let rows = [
        ("Learners", Cell::Count(figures.learners)),
        ("Questions", Cell::Count(figures.items)),
        ("Highest sum", Cell::Number(figures.maximum, 2)),
        ("Mean", Cell::number(figures.mean, 2)),
        ("Median", Cell::number(figures.median, 2)),
        ("Standard deviation", Cell::number(figures.sd, 2)),
        ("Skewness", Cell::number(figures.skewness, 2)),
        ("Kurtosis", Cell::number(figures.kurtosis, 2)),
        ("Internal consistency (alpha)", Cell::percent(figures.cic)),
        ("Internal consistency, 95 %", interval(figures.cic_interval, 1.0)),
        ("Error ratio", Cell::percent(figures.error_ratio)),
        ("Standard error", Cell::number(figures.standard_error, 2)),
    ];
    let rows = rows.into_iter().map(|(name, cell)| vec![Cell::text(name), cell]);
    table("Figures of the quiz", &["Figure", "Value"], rows.collect())
}
