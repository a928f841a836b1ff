//! The tables of a plain table of marks.

use super::{Cell, Table, ends, listed, table};
use crate::advice;
use crate::matrix::Matrix;
use crate::statistics::{ItemFigures, QuizFigures, Statistics};

/// How easy an item is: the headings of [`easy`].
pub(super) const EASY: [&str; 4] = ["Facility", "Facility, 95 % from", "Facility, 95 % to", "SD"];

/// What an item tells apart: the headings of [`apart`].
pub(super) const APART: [&str; 6] = [
    "Intended weight %",
    "Effective weight %",
    "Discrimination index %",
    "Discrimination, 95 % from",
    "Discrimination, 95 % to",
    "Discriminative efficiency %",
];

/// How easy an item is.
pub(super) fn easy(figures: &ItemFigures) -> [Cell; 4] {
    let [low, high] = ends(figures.facility_interval, Cell::Share);
    [Cell::share(figures.facility), low, high, Cell::number(figures.sd, 2)]
}

/// What an item tells apart.
pub(super) fn apart(figures: &ItemFigures) -> [Cell; 6] {
    let [low, high] = ends(figures.discrimination_interval, Cell::Percent);
    [
        Cell::percent(figures.intended_weight),
        Cell::percent(figures.effective_weight),
        Cell::percent(figures.discrimination_index),
        low,
        high,
        Cell::percent(figures.discriminative_efficiency),
    ]
}

/// The figures of each item.
pub fn items(matrix: &Matrix, statistics: &Statistics) -> Table {
    let columns = [&["Item", "Highest mark"][..], &EASY, &APART, &["What to do"]].concat();
    let rows = matrix.items().iter().zip(&statistics.items).map(|(item, figures)| {
        let mut row = vec![Cell::text(&item.name), Cell::Number(item.maximum, 1)];
        row.extend(easy(figures));
        row.extend(apart(figures));
        row.push(listed(&advice::of_figures(figures)));
        row
    });
    table("Items", &columns, rows.collect())
}

/// The figures of the quiz, a row each.
pub fn quiz(figures: &QuizFigures) -> Table {
    let [alpha_low, alpha_high] = ends(figures.cic_interval, Cell::Percent);
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
        ("Internal consistency, 95 % from", alpha_low),
        ("Internal consistency, 95 % to", alpha_high),
        ("Error ratio", Cell::percent(figures.error_ratio)),
        ("Standard error", Cell::number(figures.standard_error, 2)),
    ];
    let rows = rows.into_iter().map(|(name, cell)| vec![Cell::text(name), cell]);
    table("Figures of the quiz", &["Figure", "Value"], rows.collect())
}
