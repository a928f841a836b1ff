//! The report on a cohort, part by part: a file has all of them, a page shows one after the other.

use maud::{Markup, html};

use super::part::{advice, figure, heat, item, item_id, numbered, shown, shown_columns};
use super::{named, tenths};
use crate::advice::Advice;
use crate::chart::{self, Spot};
use crate::study::QuizStudy;
use crate::table::{self, Cell, Table};
use crate::write::Told;

/// A part of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Learner by quiz.
    Gradebook,
    /// A quiz, by its place in the study.
    Quiz(usize),
    /// What marking again changed.
    Again,
    /// What became of each file.
    Files,
}

/// Markup in which every word from outside was escaped: what this module made, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportMarkup(String);

impl ReportMarkup {
    /// All parts, one after the other.
    pub fn whole(told: Told<'_>) -> Self {
        Self(html! { (counts(told)) (whole(told)) }.into_string())
    }

    /// How many files and learners there are, and what is to be said of the files.
    pub fn counts(told: Told<'_>) -> Self {
        Self(counts(told).into_string())
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Part {
    /// The parts that there are.
    pub fn all(told: Told<'_>) -> Vec<Self> {
        let quizzes = (0..told.study.quizzes.len()).map(Self::Quiz);
        let again = told.remarked.map(|_| Self::Again);
        [Self::Gradebook].into_iter().chain(quizzes).chain(again).chain([Self::Files]).collect()
    }

    /// What it is called.
    pub fn title(self, told: Told<'_>) -> String {
        match self {
            Self::Gradebook => "Gradebook".to_owned(),
            Self::Quiz(place) => {
                told.study.quizzes.get(place).map(|quiz| quiz.title.clone()).unwrap_or_default()
            }
            Self::Again => "Marked again".to_owned(),
            Self::Files => "Files".to_owned(),
        }
    }

    /// The id of its heading.
    pub fn id(self) -> String {
        match self {
            Self::Gradebook => "gradebook".to_owned(),
            Self::Quiz(place) => format!("quiz-{}", place + 1),
            Self::Again => "again".to_owned(),
            Self::Files => "files".to_owned(),
        }
    }

    /// The part alone.
    pub fn write(self, told: Told<'_>) -> ReportMarkup {
        ReportMarkup(self.markup(told).into_string())
    }

    fn markup(self, told: Told<'_>) -> Markup {
        let content = match self {
            Self::Gradebook => gradebook(told),
            Self::Quiz(place) => match told.study.quizzes.get(place) {
                Some(one) => quiz(one, &self.id(), &told.labels()),
                None => html! {},
            },
            Self::Again => again(told),
            Self::Files => shown(&table::files(told.cohort)),
        };
        html! { section { h2 id=(self.id()) { (self.title(told)) } (content) } }
    }
}

/// How many files and learners there are, and what is to be said of the files.
pub(super) fn counts(told: Told<'_>) -> Markup {
    let files = table::files(told.cohort);
    let is_odd = |row: &Vec<Cell>| row.last().is_some_and(|cell| !cell.exact().is_empty());
    let odd = Table {
        title: "Files to look at".to_owned(),
        rows: files.rows.iter().filter(|row| is_odd(row)).cloned().collect(),
        ..files
    };
    html! {
        p { (told.cohort.files.len()) " files, " (told.cohort.learners.len()) " learners." }
        (shown(&odd))
    }
}

/// All parts.
pub(super) fn whole(told: Told<'_>) -> Markup {
    html! { @for part in Part::all(told) { (part.markup(told)) } }
}

fn gradebook(told: Told<'_>) -> Markup {
    html! {
        p.soft { "⚑ marks what is odd about an attempt. It proves nothing: a clock can be wrong, a file can be damaged on its way." }
        (shown(&table::overview(told.study)))
        (shown(&table::gradebook(told.study)))
    }
}

fn again(told: Told<'_>) -> Markup {
    let Some((remarked, after, comparison)) = told.remarked else { return html! {} };
    let quizzes = table::quizzes(after);
    html! {
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
        (shown(&named("Figures of the quizzes after marking again", &quizzes)))
    }
}

fn quiz(quiz: &QuizStudy, id: &str, labels: &[String]) -> Markup {
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
        @if quiz.left_out.changed > 0 {
            p { "Left out because they were changed: " (quiz.left_out.changed) "." }
        }
        @if quiz.left_out.other_papers > 0 {
            p { "Left out because their paper has another length or worth than most: " (quiz.left_out.other_papers) "." }
        }
        (advice(&quiz.advice))
        (to_do(quiz, id))
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
        @for (place, one) in quiz.items.iter().enumerate() { (item(one, place + 1, id)) }
        @if let Some(mastery) = table::mastery(quiz, labels) {
            h3 { "Objectives" }
            (shown_columns(&numbered(&table::objectives([quiz])), &[0, 3, 4, 5, 6, 7]))
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

/// Every sentence about a question that asks for something, with the way to the question. How few learners there are is said of the quiz.
fn to_do(quiz: &QuizStudy, id: &str) -> Markup {
    let is_of_question = |advice: &&Advice| !matches!(advice, Advice::TooFew(_) | Advice::Few(_));
    let all = quiz.items.iter().enumerate().map(|(place, item)| (place + 1, item));
    let odd: Vec<_> = all.filter(|(_, item)| item.advice.iter().any(|one| is_of_question(&one))).collect();
    html! {
        @if !odd.is_empty() {
            h3 { "What to do" }
            ul.to-do {
                @for (number, item) in odd {
                    li {
                        a href={ "#" (item_id(id, number)) } { (number) ". " (item.question) }
                        @for one in item.advice.iter().filter(is_of_question) { p { (one) } }
                    }
                }
            }
        }
    }
}
