//! The tables of a cohort: its files, its gradebook, and what marking again changed.

use super::{Cell, Table, listed, table};
use crate::cohort::Cohort;
use crate::remark::Comparison;
use crate::study::{Grade, Study};

/// What became of each file.
pub fn files(cohort: &Cohort) -> Table {
    let rows = cohort.files.iter().map(|file| {
        let mut row = vec![Cell::text(&file.name)];
        match &file.state {
            Ok(taken) => {
                let learner = cohort.learners.get(taken.learner).map(|learner| learner.label.as_str());
                let within = taken.within.as_ref().map(|other| format!("everything in it is in {other}"));
                let remarks: Vec<String> =
                    taken.findings.iter().map(ToString::to_string).chain(within).collect();
                row.extend([
                    Cell::text(taken.sort.to_string()),
                    Cell::text(learner.unwrap_or_default()),
                    taken.made.map_or(Cell::Nothing, Cell::Moment),
                    Cell::Count(taken.entries),
                    listed(&remarks),
                ]);
            }
            Err(refused) => row.extend([
                Cell::text("not read"),
                Cell::text(""),
                Cell::Nothing,
                Cell::Count(0),
                Cell::text(refused.to_string()),
            ]),
        }
        row
    });
    table("Files", &["File", "Sort", "Learner", "Made (UTC)", "Entries", "Remarks"], rows.collect())
}

/// A row for each learner and quiz.
pub fn gradebook(study: &Study) -> Table {
    let columns = [
        "Learner",
        "Quiz",
        "Score",
        "Points",
        "Of points",
        "Passed",
        "Finished (UTC)",
        "Time",
        "Answered",
        "Questions",
        "Attempt",
        "Of attempts",
        "Flags",
    ];
    let mut rows = Vec::new();
    for row in &study.gradebook.rows {
        for (column, grade) in study.gradebook.columns.iter().zip(&row.grades) {
            let Some(grade) = grade else { continue };
            rows.push(vec![
                Cell::text(&row.label),
                Cell::text(&column.title),
                Cell::Share(grade.share),
                Cell::Number(grade.earned, 2),
                Cell::Number(grade.possible, 2),
                grade.passed.map_or(Cell::Nothing, Cell::Truth),
                grade.finished.map_or(Cell::Nothing, Cell::Moment),
                Cell::Span(grade.spent),
                Cell::Count(grade.answered),
                Cell::Count(grade.questions),
                Cell::Count(grade.which),
                Cell::Count(grade.of),
                listed(&grade.flags),
            ]);
        }
    }
    table("Gradebook", &columns, rows)
}

/// A row for each learner, a column for each quiz: the score, marked where it passed and where something is odd.
pub fn overview(study: &Study) -> Table {
    let titles = study.gradebook.columns.iter().map(|column| column.title.clone());
    let cell = |grade: &Option<Grade>| match grade {
        None => Cell::Nothing,
        Some(grade) => {
            let passed = match grade.passed {
                Some(true) => " passed",
                Some(false) => " not passed",
                None => "",
            };
            let flagged = if grade.flags.is_empty() { "" } else { " ⚑" };
            Cell::Text(format!("{}{passed}{flagged}", Cell::Share(grade.share).shown()))
        }
    };
    let rows = study
        .gradebook
        .rows
        .iter()
        .map(|row| [Cell::text(&row.label)].into_iter().chain(row.grades.iter().map(cell)).collect());
    Table {
        title: "Learners and quizzes".to_owned(),
        columns: ["Learner".to_owned()].into_iter().chain(titles).collect(),
        rows: rows.collect(),
    }
}

/// What counts of each learner and quiz, before and after; those whose mark changed first.
pub fn remarked_learners(comparison: &Comparison) -> Table {
    let columns = [
        "Learner",
        "Quiz",
        "Score before",
        "Score after",
        "Points before",
        "Of points before",
        "Points after",
        "Of points after",
        "Passed before",
        "Passed after",
        "Changed",
    ];
    let mut changes: Vec<_> = comparison.learners.iter().collect();
    changes.sort_by_key(|change| !change.is_change());
    let truth = |passed: Option<bool>| passed.map_or(Cell::Nothing, Cell::Truth);
    let rows = changes.into_iter().map(|change| {
        let (before, after) = (&change.before, &change.after);
        vec![
            Cell::text(&change.label),
            Cell::text(change.quiz.to_string()),
            Cell::Share(before.share),
            Cell::Share(after.share),
            Cell::Number(before.earned, 2),
            Cell::Number(before.possible, 2),
            Cell::Number(after.earned, 2),
            Cell::Number(after.possible, 2),
            truth(before.passed),
            truth(after.passed),
            Cell::Truth(change.is_change()),
        ]
    });
    table("Marked again, by learner", &columns, rows.collect())
}

/// The figures of each question, before and after.
pub fn remarked_items(comparison: &Comparison) -> Table {
    let columns = [
        "Quiz",
        "Question",
        "Edition",
        "Facility before",
        "Facility after",
        "Discrimination index % before",
        "Discrimination index % after",
        "Changed",
    ];
    let rows = comparison.items.iter().map(|change| {
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        vec![
            Cell::text(change.quiz.to_string()),
            Cell::text(change.question.to_string()),
            Cell::text(change.edition.to_string()),
            Cell::share(before.and_then(|figures| figures.facility)),
            Cell::share(after.and_then(|figures| figures.facility)),
            Cell::percent(before.and_then(|figures| figures.discrimination_index)),
            Cell::percent(after.and_then(|figures| figures.discrimination_index)),
            Cell::Truth(change.is_change()),
        ]
    });
    table("Marked again, by question", &columns, rows.collect())
}
