//! The tables of quizzes: their figures, their questions, who chose what, what was reached.

use super::{Cell, Table, ends, listed, marked, table};
use crate::study::{ItemStudy, QuizStudy, Study};

/// The figures of every quiz, a row each.
pub fn quizzes(study: &Study) -> Table {
    let columns = [
        "Quiz",
        "Learners",
        "Questions",
        "Points",
        "Mean",
        "Median",
        "SD",
        "Skewness",
        "Kurtosis",
        "Internal consistency (alpha) %",
        "Alpha, 95 % from",
        "Alpha, 95 % to",
        "Error ratio %",
        "Standard error",
        "Same paper",
        "Left out: changed",
        "Left out: other papers",
        "What to make of it",
    ];
    let rows = study.quizzes.iter().map(|quiz| {
        let figures = &quiz.figures;
        let [alpha_low, alpha_high] = ends(figures.cic_interval, Cell::Percent);
        vec![
            Cell::text(&quiz.title),
            Cell::Count(figures.learners),
            Cell::Count(figures.items),
            Cell::Number(figures.maximum, 2),
            Cell::number(figures.mean, 2),
            Cell::number(figures.median, 2),
            Cell::number(figures.sd, 2),
            Cell::number(figures.skewness, 2),
            Cell::number(figures.kurtosis, 2),
            Cell::percent(figures.cic),
            alpha_low,
            alpha_high,
            Cell::percent(figures.error_ratio),
            Cell::number(figures.standard_error, 2),
            Cell::Truth(quiz.is_same_paper),
            Cell::Count(quiz.left_out.changed),
            Cell::Count(quiz.left_out.other_papers),
            listed(&quiz.advice),
        ]
    });
    table("Quizzes", &columns, rows.collect())
}

/// The figures of one quiz, a row each figure.
pub fn figures(quiz: &QuizStudy) -> Table {
    Table { title: format!("Figures of {}", quiz.title), ..marked::quiz(&quiz.figures) }
}

/// The figures of the questions of these quizzes.
pub fn items<'a>(quizzes: impl IntoIterator<Item = &'a QuizStudy>) -> Table {
    const WHAT: [&str; 11] = [
        "Quiz",
        "Number",
        "Question",
        "Edition",
        "Current",
        "Kind",
        "Stem",
        "Objective",
        "Learners",
        "Unanswered",
        "Points",
    ];
    const HOW: [&str; 8] = [
        "Correlation with the sum %",
        "Time, lower quartile s",
        "Time, median s",
        "Time, upper quartile s",
        "Asked for a hint",
        "Quite sure",
        "Quite sure and wrong",
        "What to do",
    ];
    let columns = [&WHAT[..], &marked::EASY, &["Random guess score"], &marked::APART, &HOW].concat();
    let mut rows = Vec::new();
    for quiz in quizzes {
        for (place, item) in quiz.items.iter().enumerate() {
            let figures = &item.figures;
            let mut row = what(quiz, place + 1, item).to_vec();
            row.extend(marked::easy(figures));
            row.push(Cell::share(item.guess));
            row.extend(marked::apart(figures));
            row.extend(how(item));
            rows.push(row);
        }
    }
    table("Questions", &columns, rows)
}

/// Which question it is.
fn what(quiz: &QuizStudy, number: usize, item: &ItemStudy) -> [Cell; 11] {
    [
        Cell::text(&quiz.title),
        Cell::Count(number),
        Cell::text(item.question.to_string()),
        Cell::text(item.edition.to_string()),
        Cell::Truth(item.is_current),
        item.kind.map_or(Cell::Nothing, |kind| Cell::text(kind.name())),
        item.stem.as_ref().map_or(Cell::Nothing, Cell::text),
        item.objective.as_ref().map_or(Cell::Nothing, |objective| Cell::text(objective.to_string())),
        Cell::Count(item.figures.learners),
        Cell::Count(item.unanswered),
        Cell::Number(item.maximum, 2),
    ]
}

/// How it was answered, and what to do.
fn how(item: &ItemStudy) -> [Cell; 8] {
    let sure = item.sureness;
    [
        Cell::percent(item.figures.total_correlation),
        Cell::number(item.times.map(|times| times.lower), 0),
        Cell::number(item.times.map(|times| times.median), 0),
        Cell::number(item.times.map(|times| times.upper), 0),
        Cell::Count(item.hinted),
        sure.map_or(Cell::Nothing, |sure| Cell::Count(sure.sure)),
        sure.map_or(Cell::Nothing, |sure| Cell::Count(sure.sure_and_wrong)),
        listed(&item.advice),
    ]
}

/// Who chose what, at the first try.
pub fn choices<'a>(quizzes: impl IntoIterator<Item = &'a QuizStudy>) -> Table {
    let columns = [
        "Quiz",
        "Question",
        "Edition",
        "Part",
        "Choice",
        "Key",
        "Right",
        "Learners",
        "Share",
        "Mean rest score",
        "Standard error of it",
    ];
    let mut rows = Vec::new();
    for quiz in quizzes {
        for item in &quiz.items {
            for part in &item.parts {
                for choice in &part.choices {
                    let share = choice.learners as f64 / item.figures.learners.max(1) as f64;
                    rows.push(vec![
                        Cell::text(&quiz.title),
                        Cell::text(item.question.to_string()),
                        Cell::text(item.edition.to_string()),
                        Cell::text(&part.text),
                        Cell::text(&choice.text),
                        Cell::text(&choice.key),
                        choice.is_right.map_or(Cell::Nothing, Cell::Truth),
                        Cell::Count(choice.learners),
                        Cell::Share(share),
                        Cell::number(choice.mean_rest, 2),
                        Cell::number(choice.rest_error, 2),
                    ]);
                }
            }
        }
    }
    table("Who chose what", &columns, rows)
}

/// How the cohort reached each objective.
pub fn objectives<'a>(quizzes: impl IntoIterator<Item = &'a QuizStudy>) -> Table {
    let columns = ["Quiz", "Objective", "Text", "Learners", "Mean share", "Reached 80 %", "Below 60 %"];
    let mut rows = Vec::new();
    for quiz in quizzes {
        for objective in quiz.objectives.iter().flat_map(|objectives| &objectives.columns) {
            rows.push(vec![
                Cell::text(&quiz.title),
                Cell::text(objective.objective.to_string()),
                Cell::text(&objective.text),
                Cell::Count(objective.learners),
                Cell::share(objective.mean),
                Cell::Count(objective.mastered),
                Cell::Count(objective.failed),
            ]);
        }
    }
    table("Objectives", &columns, rows)
}

/// What each learner reached of each objective, a column each objective. `labels` are the names of the learners, by their places.
pub fn mastery(quiz: &QuizStudy, labels: &[String]) -> Option<Table> {
    let objectives = quiz.objectives.as_ref()?;
    let heads = objectives.columns.iter().map(|column| column.text.clone());
    let rows = objectives.rows.iter().map(|(learner, reached)| {
        let label = labels.get(*learner).map(String::as_str).unwrap_or_default();
        let shares = reached.iter().map(|reached| Cell::share(reached.map(|reached| reached.share())));
        [Cell::text(label)].into_iter().chain(shares).collect()
    });
    Some(Table {
        title: format!("Objectives by learner: {}", quiz.title),
        columns: ["Learner".to_owned()].into_iter().chain(heads).collect(),
        rows: rows.collect(),
    })
}

/// How each element of a legal definition was judged.
pub fn elements<'a>(quizzes: impl IntoIterator<Item = &'a QuizStudy>) -> Table {
    let columns = [
        "Quiz",
        "Concept",
        "Element",
        "Judged",
        "Rightly",
        "Share",
        "Asked to prove",
        "Proven",
        "Share proven",
    ];
    let share = |part: usize, whole: usize| {
        if whole == 0 { Cell::Nothing } else { Cell::Share(part as f64 / whole as f64) }
    };
    let mut rows = Vec::new();
    for quiz in quizzes {
        for element in &quiz.elements {
            rows.push(vec![
                Cell::text(&quiz.title),
                Cell::text(&element.term),
                Cell::text(&element.label),
                Cell::Count(element.judged),
                Cell::Count(element.right),
                share(element.right, element.judged),
                Cell::Count(element.to_prove),
                Cell::Count(element.proven),
                share(element.proven, element.to_prove),
            ]);
        }
    }
    table("Elements of legal definitions", &columns, rows)
}

/// The confusions that answers show.
pub fn misconceptions<'a>(quizzes: impl IntoIterator<Item = &'a QuizStudy>) -> Table {
    let columns = ["Quiz", "Misconception", "Learners", "Of learners", "Questions"];
    let mut rows = Vec::new();
    for quiz in quizzes {
        for found in &quiz.misconceptions {
            rows.push(vec![
                Cell::text(&quiz.title),
                Cell::text(found.misconception.to_string()),
                Cell::Count(found.learners),
                Cell::Count(found.of),
                listed(&found.questions),
            ]);
        }
    }
    table("Misconceptions", &columns, rows)
}
