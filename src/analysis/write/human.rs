//! Figures as lines for a terminal: what is odd first, then the gradebook, then each quiz with what to do.

use super::Told;
use crate::advice::{self, Advice};
use crate::marks::Marks;
use crate::statistics::{Interval, ItemFigures, Statistics};
use crate::table::{self, Cell, Table};
use crate::text::shortened;

/// How wide a column may be, in characters.
const WIDEST: usize = 40;

/// A plain table of marks.
pub fn of_marks(marks: &Marks, statistics: &Statistics) -> String {
    let mut out = String::new();
    section(&mut out, &table::marked_quiz(&statistics.quiz), &[0, 1]);
    sentences(&mut out, &advice::of_quiz(&statistics.quiz, true));
    let items = marks.matrix.items().iter().zip(&statistics.items);
    section(&mut out, &in_short(items.map(|(item, figures)| (item.name.as_str(), None, figures))), &[]);
    for (item, figures) in marks.matrix.items().iter().zip(&statistics.items) {
        for advice in advice::of_figures(figures).iter().filter(|advice| !is_of_all(advice)) {
            out += &format!("{}: {advice}\n", item.name);
        }
    }
    for note in &marks.notes {
        out += &format!("note: {note}\n");
    }
    clean(&out)
}

/// A cohort.
pub fn of_cohort(told: Told<'_>) -> String {
    let mut out = String::new();
    let cohort = told.cohort;
    let remarks = table::files(cohort);
    let is_odd = |row: &Vec<Cell>| row.last().is_some_and(|cell| !cell.exact().is_empty());
    let odd: Vec<Vec<Cell>> = remarks.rows.iter().filter(|row| is_odd(row)).cloned().collect();
    out += &format!("{} files, {} learners\n", cohort.files.len(), cohort.learners.len());
    if !odd.is_empty() {
        out += "\nFiles to look at\n";
        for row in &odd {
            let cell = |place: usize| row.get(place).map(Cell::shown).unwrap_or_default();
            out += &format!("  {}: {}\n", cell(0), cell(5));
        }
    }
    section(&mut out, &table::overview(told.study), &[]);
    let flagged: Vec<String> = flags(told);
    if !flagged.is_empty() {
        out += "\nFlags (none of them proves anything)\n";
        out += &flagged.concat();
    }
    for quiz in &told.study.quizzes {
        section(&mut out, &table::figures(quiz), &[0, 1]);
        let left = quiz.left_out;
        if left.changed > 0 {
            out += &format!("Left out because they were changed: {}\n", left.changed);
        }
        if left.other_papers > 0 {
            out += &format!(
                "Left out because their paper is worth or as long as no other: {}\n",
                left.other_papers
            );
        }
        sentences(&mut out, &quiz.advice);
        let names: Vec<String> = quiz.items.iter().map(|item| item.question.to_string()).collect();
        let items =
            names.iter().zip(&quiz.items).map(|(name, item)| (name.as_str(), item.guess, &item.figures));
        section(&mut out, &in_short(items), &[]);
        for (place, item) in quiz.items.iter().enumerate() {
            for advice in item.advice.iter().filter(|advice| !is_of_all(advice)) {
                out += &format!("{} {}: {advice}\n", place + 1, item.question);
            }
        }
        section(&mut out, &table::objectives([quiz]), &[1, 3, 4, 5, 6]);
        section(&mut out, &table::elements([quiz]), &[1, 2, 3, 4, 5, 6, 7]);
        section(&mut out, &table::misconceptions([quiz]), &[1, 2, 3]);
    }
    if let Some((remarked, _, comparison)) = told.remarked {
        out += &format!(
            "\nMarked again: {} answers, of which {} earn something else than before\n",
            remarked.answers, remarked.changed
        );
        for (question, why, answers) in &remarked.kept {
            out += &format!("  kept: {question}, {answers} answers: {why}\n");
        }
        let changed = |table: Table| {
            let is_change = |row: &Vec<Cell>| row.last() == Some(&Cell::Truth(true));
            Table { rows: table.rows.into_iter().filter(is_change).collect(), ..table }
        };
        section(&mut out, &changed(table::remarked_learners(comparison)), &[0, 1, 2, 3, 8, 9]);
        section(&mut out, &changed(table::remarked_items(comparison)), &[1, 2, 3, 4, 5, 6]);
    }
    clean(&out)
}

/// The figures of items as narrow as a terminal is: in per cent but for the standard deviation, an interval in one cell.
fn in_short<'a>(items: impl Iterator<Item = (&'a str, Option<f64>, &'a ItemFigures)>) -> Table {
    let columns = [
        "",
        "Item",
        "n",
        "Facility",
        "95 %",
        "SD",
        "Guess",
        "Weight",
        "Effective",
        "Discr.",
        "95 %",
        "Effic.",
    ];
    let percent = |figure: Option<f64>| Cell::number(figure, 0);
    let share = |figure: Option<f64>| percent(figure.map(|share| 100.0 * share));
    let interval = |interval: Option<Interval>, scale: f64| {
        let end = |end: f64| Cell::Number(scale * end, 0).shown();
        interval.map_or(Cell::Nothing, |interval| {
            Cell::text(format!("{} to {}", end(interval.low), end(interval.high)))
        })
    };
    let rows = items.enumerate().map(|(place, (name, guess, figures))| {
        vec![
            Cell::Count(place + 1),
            Cell::text(name),
            Cell::Count(figures.learners),
            share(figures.facility),
            interval(figures.facility_interval, 100.0),
            Cell::number(figures.sd, 2),
            share(guess),
            percent(figures.intended_weight),
            percent(figures.effective_weight),
            percent(figures.discrimination_index),
            interval(figures.discrimination_interval, 1.0),
            percent(figures.discriminative_efficiency),
        ]
    });
    Table {
        title: "Items (in per cent, SD in marks)".to_owned(),
        columns: columns.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

/// Whether the sentence is said once of the quiz, and need not be said again of each question.
fn is_of_all(advice: &Advice) -> bool {
    matches!(advice, Advice::TooFew(_))
}

fn flags(told: Told<'_>) -> Vec<String> {
    let gradebook = &told.study.gradebook;
    let mut lines = Vec::new();
    for row in &gradebook.rows {
        for (column, grade) in gradebook.columns.iter().zip(&row.grades) {
            for flag in grade.iter().flat_map(|grade| &grade.flags) {
                lines.push(format!("  {}, {}: {flag}\n", row.label, column.title));
            }
        }
    }
    lines
}

fn sentences(out: &mut String, advice: &[Advice]) {
    for advice in advice {
        *out += &format!("{advice}\n");
    }
}

/// A table with these of its columns, or with all; nothing where it has no rows.
fn section(out: &mut String, table: &Table, columns: &[usize]) {
    if table.rows.is_empty() {
        return;
    }
    let all: Vec<usize> = (0..table.columns.len()).collect();
    let columns = if columns.is_empty() { all.as_slice() } else { columns };
    let cell = |row: &[Cell], place: usize| {
        row.get(place).map(|cell| shortened(&cell.shown().replace('\n', " "), WIDEST)).unwrap_or_default()
    };
    let head: Vec<String> = columns
        .iter()
        .map(|place| table.columns.get(*place).map(|head| shortened(head, WIDEST)).unwrap_or_default())
        .collect();
    let body: Vec<Vec<String>> =
        table.rows.iter().map(|row| columns.iter().map(|place| cell(row, *place)).collect()).collect();
    let is_number: Vec<bool> = columns
        .iter()
        .map(|place| table.rows.iter().any(|row| row.get(*place).is_some_and(Cell::is_number)))
        .collect();
    let width = |column: usize| {
        let cells = body.iter().chain([&head]).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    *out += &format!("\n{}\n", table.title);
    for row in [&head].into_iter().chain(&body) {
        let mut line = String::from(" ");
        for ((cell, width), is_number) in row.iter().zip(&widths).zip(&is_number) {
            line += &if *is_number { format!(" {cell:>width$}") } else { format!(" {cell:<width$}") };
            line.push(' ');
        }
        *out += &format!("{}\n", line.trim_end());
    }
}

/// A text that does nothing to a terminal.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}
