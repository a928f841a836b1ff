//! A question of a quiz, in one edition: its figures, who chose what, how long it took, how sure they were.

use std::collections::BTreeMap;

use domain::id::{Edition, ObjectiveId, QuestionRef};
use domain::question::{Kind, Question, Response};
use domain::score::{Certainty, Verdict};

use super::Settings;
use super::quiz::{Given, Places, Sheet};
use crate::advice::{self, Advice};
use crate::bank::Bank;
use crate::choices::{self, Chosen, chosen};
use crate::guess;
use crate::statistics::{FEWEST, ItemFigures, mean_and_error};
use crate::text::{plain, shortened};

/// How many different typed answers are listed.
const MOST_TYPED: usize = 12;

/// How much of a stem is shown, in characters.
const LONGEST_STEM: usize = 160;

/// What the answers to a question say of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemStudy {
    /// The question.
    pub question: QuestionRef,
    /// What it was when it was answered.
    pub edition: Edition,
    /// Whether that is what it is now.
    pub is_current: bool,
    /// Its kind, where somebody answered it or a catalogue has it.
    pub kind: Option<Kind>,
    /// Its stem in one line, where a catalogue has this edition.
    pub stem: Option<String>,
    /// What it tests, where a catalogue has it.
    pub objective: Option<ObjectiveId>,
    /// The points that it is worth.
    pub maximum: f64,
    /// Its figures; what may be shown of them.
    pub figures: ItemFigures,
    /// The share of the points that chance alone earns, 0 to 1, where a catalogue has this edition.
    pub guess: Option<f64>,
    /// How many did not answer it.
    pub unanswered: usize,
    /// Who chose what, at the first try.
    pub parts: Vec<PartStudy>,
    /// How long it took.
    pub times: Option<Times>,
    /// How sure those were who answered it, where that was asked.
    pub sureness: Option<Sureness>,
    /// How many asked for a hint.
    pub hinted: usize,
    /// What to make of it.
    pub advice: Vec<Advice>,
}

/// A part of a question: what there was to decide, and who decided what.
#[derive(Debug, Clone, PartialEq)]
pub struct PartStudy {
    /// Its key; empty where the question has one part.
    pub key: String,
    /// Its text, or its key.
    pub text: String,
    /// What was chosen: in the author's order where a catalogue has the question, the most common first where answers are typed.
    pub choices: Vec<ChoiceStudy>,
    /// Whether one of them is chosen, and not any number; not known without a catalogue.
    pub takes_one: Option<bool>,
}

/// Something that was, or could have been, chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceStudy {
    /// Its key, or what was typed.
    pub key: String,
    /// Its text, or its key.
    pub text: String,
    /// Whether it is right, where a catalogue tells.
    pub is_right: Option<bool>,
    /// How many chose it.
    pub learners: usize,
    /// The mean rest score of those who chose it, in points; none of nobody, and where fewer than ten were given the question.
    pub mean_rest: Option<f64>,
    /// The standard error of that mean; none of fewer than two.
    pub rest_error: Option<f64>,
}

/// How long a question was before learners, in seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Times {
    /// A quarter took no longer.
    pub lower: f64,
    /// Half took no longer.
    pub median: f64,
    /// Three quarters took no longer.
    pub upper: f64,
}

/// How sure learners were, and how right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sureness {
    /// How many said how sure they were.
    pub asked: usize,
    /// How many were quite sure.
    pub sure: usize,
    /// How many were quite sure, and wrong.
    pub sure_and_wrong: usize,
}

pub(super) fn of(
    (question, edition): (&QuestionRef, Edition),
    sheets: &[Sheet<'_>],
    places: &Places,
    figures: ItemFigures,
    bank: &Bank<'_>,
    current: &BTreeMap<QuestionRef, Edition>,
    settings: Settings,
) -> ItemStudy {
    let given: Vec<&Given<'_>> =
        places.iter().filter_map(|(sheet, place)| sheets.get(*sheet)?.entries.get(*place)).collect();
    let known = bank.question(question);
    let own = known.filter(|known| settings.is_remarked || known.edition == edition);
    let answered: Vec<(&Response, f64)> =
        given.iter().filter_map(|given| Some((first_try(given)?, given.rest))).collect();
    let kind = answered.first().map(|(response, _)| response.kind()).or(known.map(Question::kind));
    let guess = own.and_then(|own| guess::of(&own.body));
    let parts = parts(&answered, own, given.len() >= FEWEST);
    let sureness = sureness(&given);
    ItemStudy {
        question: question.clone(),
        edition,
        is_current: current.get(question).is_none_or(|now| *now == edition),
        kind,
        stem: own.map(|own| shortened(&plain(&own.stem), LONGEST_STEM)),
        objective: known.map(|known| known.objective.clone()),
        maximum: given.first().map_or(0.0, |given| given.maximum),
        guess,
        unanswered: given.len() - answered.len(),
        times: times(&given),
        hinted: given.iter().filter(|given| given.hints > 0).count(),
        advice: advice::of_item(&figures, guess, &parts, sureness, answered.len()),
        figures: figures.fit_to_show(),
        parts,
        sureness,
    }
}

/// What was answered at first: in practice with several tries everybody is right at last.
pub(super) fn first_try<'a>(given: &Given<'a>) -> Option<&'a Response> {
    given.answer.map(|answer| answer.earlier.first().unwrap_or(&answer.response))
}

/// Who chose what. A response can choose several things of one part.
fn parts(answered: &[(&Response, f64)], own: Option<&Question>, with_rests: bool) -> Vec<PartStudy> {
    let mut rests: BTreeMap<String, BTreeMap<String, Vec<f64>>> = BTreeMap::new();
    for (response, rest) in answered {
        for Chosen { part, choice } in chosen(response) {
            rests.entry(part).or_default().entry(choice).or_default().push(*rest);
        }
    }
    let mut parts = Vec::new();
    for offered in own.map(|own| choices::offered(&own.body)).unwrap_or_default() {
        let mut found = rests.remove(&offered.key).unwrap_or_default();
        let known = offered.options.iter().map(|option| {
            let rests = found.remove(&option.key).unwrap_or_default();
            choice(&option.key, &option.text, Some(option.is_right), &rests, with_rests)
        });
        let mut listed: Vec<ChoiceStudy> = known.collect();
        listed.extend(others(&offered.key, found, own, with_rests));
        parts.push(PartStudy {
            key: offered.key,
            text: offered.text,
            choices: listed,
            takes_one: Some(offered.takes_one),
        });
    }
    // What no catalogue has: everything where there is none.
    for (part, found) in rests {
        let choices = others(&part, found, own, with_rests);
        parts.push(PartStudy { key: part.clone(), text: part, choices, takes_one: None });
    }
    parts
}

/// What was chosen beside what is offered, the most common first.
fn others(
    part: &str,
    found: BTreeMap<String, Vec<f64>>,
    own: Option<&Question>,
    with_rests: bool,
) -> Vec<ChoiceStudy> {
    let mut found: Vec<(String, Vec<f64>)> = found.into_iter().collect();
    found.sort_by(|one, other| other.1.len().cmp(&one.1.len()).then_with(|| one.0.cmp(&other.0)));
    let rest = found.split_off(found.len().min(MOST_TYPED));
    let listed = found.iter().map(|(key, rests)| {
        let chosen = Chosen { part: part.to_owned(), choice: key.clone() };
        let is_right = own.and_then(|own| choices::is_right(&own.body, &chosen));
        choice(key, key, is_right, rests, with_rests)
    });
    let mut listed: Vec<ChoiceStudy> = listed.collect();
    if !rest.is_empty() {
        let rests: Vec<f64> = rest.iter().flat_map(|(_, rests)| rests.iter().copied()).collect();
        listed.push(choice("", &format!("{} other answers", rest.len()), None, &rests, with_rests));
    }
    listed
}

fn choice(key: &str, text: &str, is_right: Option<bool>, rests: &[f64], with_rests: bool) -> ChoiceStudy {
    let (mean, error) = mean_and_error(rests).filter(|_| with_rests).unzip();
    ChoiceStudy {
        key: key.to_owned(),
        text: text.to_owned(),
        is_right,
        learners: rests.len(),
        mean_rest: mean,
        rest_error: error.flatten(),
    }
}

fn times(given: &[&Given<'_>]) -> Option<Times> {
    let mut seconds: Vec<f64> =
        given.iter().filter_map(|given| Some(given.answer?.took.0 as f64 / 1000.0)).collect();
    seconds.sort_unstable_by(f64::total_cmp);
    let at = |quarter: usize| {
        // Between the two numbers on either side of the place.
        let place = (seconds.len().checked_sub(1)? * quarter) as f64 / 4.0;
        let (low, high) = (seconds.get(place as usize)?, seconds.get(place.ceil() as usize)?);
        Some(low + (high - low) * (place - place.floor()))
    };
    Some(Times { lower: at(1)?, median: at(2)?, upper: at(3)? })
}

fn sureness(given: &[&Given<'_>]) -> Option<Sureness> {
    let mut sureness = Sureness::default();
    for answer in given.iter().filter_map(|given| given.answer) {
        let Some(certainty) = answer.certainty else { continue };
        sureness.asked += 1;
        if certainty == Certainty::High {
            sureness.sure += 1;
            sureness.sure_and_wrong += usize::from(answer.verdict == Verdict::Wrong);
        }
    }
    (sureness.asked > 0).then_some(sureness)
}
