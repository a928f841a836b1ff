//! A report as one HTML file: it needs nothing beside itself, reads without colours and without sight, and prints.

mod part;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use self::part::{advice, figure, heat, item, shown, shown_columns};
use super::Told;
use crate::advice::{of_figures, of_quiz};
use crate::chart::{self, Spot};
use crate::marks::Marks;
use crate::statistics::Statistics;
use crate::study::{QuizStudy, Study};
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
    let Told { cohort, study, remarked } = told;
    let labels = told.labels();
    let files = table::files(cohort);
    let is_odd = |row: &Vec<Cell>| row.last().is_some_and(|cell| !cell.exact().is_empty());
    let odd = Table {
        title: "Files to look at".to_owned(),
        rows: files.rows.iter().filter(|row| is_odd(row)).cloned().collect(),
        ..files.clone()
    };
    page(
        "Report on a cohort",
        &html! {
            h1 { "Report on a cohort" }
            p { (cohort.files.len()) " files, " (cohort.learners.len()) " learners." }
            nav aria-label="In this report" {
                ul {
                    li { a href="#gradebook" { "Gradebook" } }
                    @for (place, quiz) in study.quizzes.iter().enumerate() {
                        li { a href={ "#quiz-" (place + 1) } { (quiz.title) } }
                    }
                    @if remarked.is_some() { li { a href="#again" { "Marked again" } } }
                    li { a href="#files" { "Files" } }
                }
            }
            @if !odd.rows.is_empty() { (shown(&odd)) }
            section {
                h2 id="gradebook" { "Gradebook" }
                p.soft { "⚑ marks what is odd about an attempt. It proves nothing: a clock can be wrong, a file can be damaged on its way." }
                (shown(&table::overview(study)))
                (shown(&table::gradebook(study)))
            }
            @for (place, one) in study.quizzes.iter().enumerate() { (quiz(one, place + 1, &labels)) }
            @if let Some((remarked, after, comparison)) = remarked {
                section {
                    h2 id="again" { "Marked again" }
                    p { (remarked.answers) " answers were marked again; " (remarked.changed) " earn something else than before." }
                    @if !remarked.kept.is_empty() {
                        ul {
                            @for (question, why, answers) in &remarked.kept {
                                li { (question) ", " (answers) " answers kept their marks: " (why) "." }
                            }
                        }
                    }
                    (shown(&table::remarked_learners(comparison)))
                    (shown(&table::remarked_items(comparison)))
                    (quizzes_after(after))
                }
            }
            section { h2 id="files" { "Files" } (shown(&files)) }
        },
    )
}

fn quizzes_after(after: &Study) -> Markup {
    let table = table::quizzes(after);
    shown(&Table { title: "Figures of the quizzes after marking again".to_owned(), ..table })
}

fn quiz(quiz: &QuizStudy, number: usize, labels: &[String]) -> Markup {
    let id = format!("quiz-{number}");
    let possible = quiz.figures.maximum;
    let share = |total: &f64| if possible > 0.0 { total / possible } else { 0.0 };
    let shares: Vec<f64> = quiz.totals.iter().map(share).collect();
    let spots = quiz.items.iter().enumerate().filter_map(|(place, item)| {
        Some(Spot {
            label: (place + 1).to_string(),
            title: item.question.to_string(),
            facility: item.figures.facility?,
            discrimination: item.figures.discrimination_index?,
        })
    });
    let spots: Vec<Spot> = spots.collect();
    let items = table::items([quiz]);
    html! {
        section {
            h2 id=(id) { (quiz.title) }
            @if quiz.left_out.changed > 0 {
                p { "Left out because they were changed: " (quiz.left_out.changed) "." }
            }
            @if quiz.left_out.other_papers > 0 {
                p { "Left out because their paper has another length or worth than most: " (quiz.left_out.other_papers) "." }
            }
            (advice(&quiz.advice))
            (shown(&table::figures(quiz)))
            div.charts {
                (figure(&chart::histogram("Scores", &shares, quiz.pass), &format!("{id}-scores")))
                @if !spots.is_empty() {
                    (figure(&chart::plane("Facility and discrimination", &spots), &format!("{id}-plane")))
                }
            }
            (shown(&tenths(&shares)))
            h3 { "Questions" }
            (shown_columns(&named("How easy they are", &items), &[1, 2, 5, 8, 9, 10, 11, 12, 13, 14, 15]))
            (shown_columns(&named("What they tell apart", &items), &[1, 2, 16, 17, 18, 19, 20, 21]))
            (shown_columns(&named("Time, hints and certainty", &items), &[1, 2, 23, 24, 25, 26, 27, 28]))
            @for (place, one) in quiz.items.iter().enumerate() { (item(one, place + 1, &id)) }
            @if let Some(mastery) = table::mastery(quiz, labels) {
                h3 { "Objectives" }
                (shown_columns(&table::objectives([quiz]), &[2, 3, 4, 5, 6]))
                (heat(&mastery))
            }
            @if !quiz.elements.is_empty() {
                h3 { "Elements of legal definitions" }
                (shown_columns(&table::elements([quiz]), &[1, 2, 3, 4, 5, 6, 7, 8]))
            }
            @if !quiz.misconceptions.is_empty() {
                h3 { "Misconceptions" }
                (shown_columns(&table::misconceptions([quiz]), &[1, 2, 3, 4]))
            }
        }
    }
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
