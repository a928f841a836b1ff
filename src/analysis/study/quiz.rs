//! A quiz: the papers that were written in it, brought into one table.
//!
//! Papers are drawn, so two learners seldom have the same questions. Where all have, the table has a column for each question. Where they
//! have not, a question is set against the rest of the paper of those who were given it, and the coefficient of consistency is taken over
//! the places of the paper, as Moodle does over its slots. Sums of marks can be compared between papers of the same length and worth alone:
//! the most common ones are analysed, and how many others there are is told.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::{Edition, QuestionRef, QuizRef};
use domain::progress::Answer;

use super::elements::{self, ElementStudy};
use super::item::{self, ItemStudy};
use super::misconceptions::{self, MisconceptionStudy};
use super::objectives::{self, Objectives};
use super::{Counted, Settings};
use crate::advice::{self, Advice};
use crate::bank::Bank;
use crate::matrix::{Item, Matrix};
use crate::statistics::{self, Answered, ItemFigures, QuizFigures};

/// What the attempts at a quiz say.
#[derive(Debug, Clone, PartialEq)]
pub struct QuizStudy {
    /// The quiz.
    pub quiz: QuizRef,
    /// The titles of its module and its own, where a catalogue has them; its id elsewhere.
    pub title: String,
    /// The pass mark, a share of the points, where the attempts have one.
    pub pass: Option<f64>,
    /// The attempts that are not in the figures.
    pub left_out: LeftOut,
    /// Whether everybody had the same questions, of the same editions.
    pub is_same_paper: bool,
    /// The figures of the quiz, in points; what may be shown of them.
    pub figures: QuizFigures,
    /// The sum of points of each attempt, in the order of the learners.
    pub totals: Vec<f64>,
    /// Its questions, by id and edition.
    pub items: Vec<ItemStudy>,
    /// How each objective was reached; none where no catalogue tells which question tests what.
    pub objectives: Option<Objectives>,
    /// Which elements of legal definitions were judged rightly; none where no catalogue has a key.
    pub elements: Vec<ElementStudy>,
    /// The confusions that answers show, the most common first; none where no catalogue names them.
    pub misconceptions: Vec<MisconceptionStudy>,
    /// What to make of the figures of the quiz.
    pub advice: Vec<Advice>,
}

/// The attempts that are not in the figures of a quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// They were changed.
    pub changed: usize,
    /// Their paper has another length or is worth another number of points than most.
    pub other_papers: usize,
}

/// A paper: the questions of an attempt that are marked.
pub(super) struct Sheet<'a> {
    pub(super) learner: usize,
    pub(super) entries: Vec<Given<'a>>,
}

/// A question on a paper.
pub(super) struct Given<'a> {
    pub(super) question: &'a QuestionRef,
    /// What it was when it was answered, or given where it was not.
    pub(super) edition: Edition,
    /// The points that it earned.
    pub(super) mark: f64,
    /// The points that it is worth.
    pub(super) maximum: f64,
    pub(super) answer: Option<&'a Answer>,
    pub(super) hints: usize,
    /// The points of the rest of the paper.
    pub(super) rest: f64,
}

/// Where a question stands: the numbers of a sheet and of a place on it.
pub(super) type Places = Vec<(usize, usize)>;

pub(super) fn of(
    quiz: &QuizRef,
    counted: &[Counted<'_>],
    bank: &Bank<'_>,
    current: &BTreeMap<QuestionRef, Edition>,
    settings: Settings,
) -> QuizStudy {
    let all = counted.len();
    let taken = counted.iter().filter(|counted| settings.with_changed || counted.handed.is_intact);
    let sheets: Vec<Sheet<'_>> = taken.map(sheet).collect();
    let changed = all - sheets.len();
    let written = sheets.len();
    let (mut sheets, possible) = most_common(sheets);
    let left_out = LeftOut { changed, other_papers: written - sheets.len() };
    let is_same_paper = is_same(&sheets);
    if is_same_paper {
        sheets
            .iter_mut()
            .for_each(|sheet| sheet.entries.sort_by_key(|given| (given.question, given.edition)));
    }
    sheets.iter_mut().for_each(set_against_rest);
    let places = places(&sheets);
    let columns = columns(&sheets);
    let totals: Vec<f64> =
        sheets.iter().map(|sheet| sheet.entries.iter().map(|given| given.mark).sum()).collect();
    let figures = if is_same_paper {
        of_table(&sheets, &columns)
    } else {
        places.values().map(|places| of_drawn(&sheets, places, &totals, possible)).collect()
    };
    let items: Vec<ItemStudy> = places
        .iter()
        .zip(figures)
        .map(|((key, places), figures)| item::of(*key, &sheets, places, figures, bank, current, settings))
        .collect();
    let quiz_figures = statistics::of_quiz(&columns, &totals, possible);
    let pass = counted.last().and_then(|counted| counted.handed.attempt.pass);
    QuizStudy {
        quiz: quiz.clone(),
        title: bank.quiz(quiz).map_or_else(|| quiz.to_string(), str::to_owned),
        pass,
        left_out,
        is_same_paper,
        advice: advice::of_quiz(&quiz_figures, is_same_paper),
        figures: quiz_figures.fit_to_show(),
        totals,
        items,
        objectives: objectives::of(&sheets, bank),
        elements: elements::of(&sheets, bank, settings),
        misconceptions: misconceptions::of(&sheets, bank, settings),
    }
}

/// The marked questions of an attempt, each once.
fn sheet<'a>(counted: &Counted<'a>) -> Sheet<'a> {
    let attempt = &counted.handed.attempt;
    let mut entries: Vec<Given<'a>> = Vec::with_capacity(attempt.given.len());
    let mut known = BTreeSet::new();
    for given in attempt.given.iter().filter(|given| given.points.amount() > 0.0) {
        if !known.insert(&given.question) {
            continue;
        }
        let answer = attempt.answers.get(&given.question);
        entries.push(Given {
            question: &given.question,
            edition: answer.map_or(given.edition, |answer| answer.edition),
            mark: attempt.earned_by(given).amount(),
            maximum: given.points.amount(),
            answer,
            hints: attempt.hints_taken(&given.question),
            rest: 0.0,
        });
    }
    Sheet { learner: counted.learner, entries }
}

/// The papers of the most common length and worth, and what they are worth. Of equally common ones the longer.
fn most_common(sheets: Vec<Sheet<'_>>) -> (Vec<Sheet<'_>>, f64) {
    let form = |sheet: &Sheet<'_>| {
        let worth: f64 = sheet.entries.iter().map(|given| given.maximum).sum();
        // Points of one paper in another order add up to the same but for rounding.
        (sheet.entries.len(), (worth * 1e6).round() as u64, worth)
    };
    let mut forms: BTreeMap<(usize, u64), (usize, f64)> = BTreeMap::new();
    for sheet in &sheets {
        let (length, key, worth) = form(sheet);
        forms.entry((length, key)).or_insert((0, worth)).0 += 1;
    }
    let Some((key, (_, worth))) =
        forms.into_iter().max_by_key(|((length, key), (count, _))| (*count, *length, *key))
    else {
        return (Vec::new(), 0.0);
    };
    let is_it = |sheet: &Sheet<'_>| {
        let (length, own, _) = form(sheet);
        (length, own) == key
    };
    (sheets.into_iter().filter(is_it).collect(), worth)
}

/// Whether all papers have the same questions of the same editions, each worth the same.
fn is_same(sheets: &[Sheet<'_>]) -> bool {
    let questions = |sheet: &Sheet<'_>| {
        let key = |given: &Given<'_>| (given.question.clone(), given.edition, given.maximum.to_bits());
        let mut keys: Vec<_> = sheet.entries.iter().map(key).collect();
        keys.sort();
        keys
    };
    let first = sheets.first().map(questions);
    sheets.iter().all(|sheet| Some(questions(sheet)) == first)
}

/// Notes with each question what the rest of the paper earned: the sums before it and behind it, so that equal marks give equal rests.
fn set_against_rest(sheet: &mut Sheet<'_>) {
    let mut behind = 0.0;
    for given in sheet.entries.iter_mut().rev() {
        given.rest = behind;
        behind += given.mark;
    }
    let mut before = 0.0;
    for given in &mut sheet.entries {
        given.rest += before;
        before += given.mark;
    }
}

/// Where each question stands, by id and edition.
fn places<'a>(sheets: &[Sheet<'a>]) -> BTreeMap<(&'a QuestionRef, Edition), Places> {
    let mut places: BTreeMap<_, Places> = BTreeMap::new();
    for (number, sheet) in sheets.iter().enumerate() {
        for (place, given) in sheet.entries.iter().enumerate() {
            places.entry((given.question, given.edition)).or_default().push((number, place));
        }
    }
    places
}

/// The marks at each place of the papers, which are of one length.
fn columns(sheets: &[Sheet<'_>]) -> Vec<Vec<f64>> {
    let length = sheets.first().map_or(0, |sheet| sheet.entries.len());
    let mut columns = vec![Vec::with_capacity(sheets.len()); length];
    for sheet in sheets {
        columns.iter_mut().zip(&sheet.entries).for_each(|(column, given)| column.push(given.mark));
    }
    columns
}

/// The figures of each question where everybody had all of them.
fn of_table(sheets: &[Sheet<'_>], columns: &[Vec<f64>]) -> Vec<ItemFigures> {
    let Some(first) = sheets.first() else { return Vec::new() };
    let item = |given: &Given<'_>| Item { name: given.question.to_string(), maximum: given.maximum };
    let mut matrix = Matrix::new(first.entries.iter().map(item).collect());
    for row in 0..sheets.len() {
        let marks: Vec<f64> = columns.iter().filter_map(|column| column.get(row).copied()).collect();
        matrix.push(&marks);
    }
    statistics::of(&matrix).items
}

/// The figures of a question that was drawn.
fn of_drawn(sheets: &[Sheet<'_>], places: &Places, totals: &[f64], possible: f64) -> ItemFigures {
    let given = || places.iter().filter_map(|(sheet, place)| sheets.get(*sheet)?.entries.get(*place));
    let marks: Vec<f64> = given().map(|given| given.mark).collect();
    let rests: Vec<f64> = given().map(|given| given.rest).collect();
    let totals: Vec<f64> = places.iter().filter_map(|(sheet, _)| totals.get(*sheet).copied()).collect();
    let maximum = given().next().map_or(0.0, |given| given.maximum);
    statistics::of_item(Answered { marks: &marks, rests: &rests, totals: &totals, maximum, possible })
}
