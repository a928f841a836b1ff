//! What figures mean and what to do about them, as sentences. A figure that is missing or negative is explained in each case.
//!
//! The bounds are those of the field: an efficiency below 15 % is what Moodle calls dubious, an alpha from 75 % on satisfactory and below 64 %
//! not. They are a reason to look at a question, never a verdict on it.

use std::fmt;

use crate::statistics::{ENOUGH, FEWEST, Footing, ItemFigures, QuizFigures, Z};
use crate::study::{ChoiceStudy, PartStudy, Sureness};

/// Below which efficiency, in per cent, a question hardly tells learners apart.
const DUBIOUS: f64 = 15.0;

/// From which alpha on, in per cent, a quiz is consistent enough to decide something.
const SATISFACTORY: f64 = 75.0;

/// Below which alpha, in per cent, it is not.
const UNSATISFACTORY: f64 = 64.0;

/// From which facility on a question is so easy that it tells little.
const EASY: f64 = 0.95;

/// How many learners must have chosen something before their rest scores are compared.
const COMPARED: usize = 3;

/// What a figure means, or what to do about it.
#[derive(Debug, Clone, PartialEq)]
pub enum Advice {
    /// Too few learners for figures.
    TooFew(usize),
    /// Few learners.
    Few(usize),
    /// Everybody had the full mark.
    AllRight,
    /// Nobody had a mark.
    AllWrong,
    /// Everybody had the same mark.
    NoDifference,
    /// The rest scores are all the same.
    SameRest,
    /// Nearly everybody had it right.
    Easy,
    /// Marks are no higher than chance would give.
    NoBetterThanGuessing,
    /// The discrimination index is negative, and no chance.
    Negative,
    /// The discrimination index is negative, and may be chance.
    MaybeNegative,
    /// It hardly tells learners apart.
    Dubious,
    /// The covariance with the sum is negative.
    NoEffectiveWeight,
    /// Those who chose this did better elsewhere than those who chose the key, by more than chance gives.
    BetterThanKey {
        /// What they chose.
        option: String,
    },
    /// More chose this than the key, by more than chance gives.
    MoreThanKey {
        /// What they chose.
        option: String,
        /// How many chose it.
        learners: usize,
        /// How many chose the key.
        key: usize,
    },
    /// Nobody chose these.
    Unused {
        /// What nobody chose.
        options: Vec<String>,
    },
    /// So many were quite sure, and wrong.
    SurelyWrong {
        /// How many.
        learners: usize,
        /// How many said how sure they were.
        of: usize,
    },
    /// So many gave no answer.
    Unanswered {
        /// How many.
        learners: usize,
        /// How many were given it.
        of: usize,
    },
    /// Papers were drawn.
    Drawn,
    /// Everybody has the same sum.
    SameSum,
    /// Alpha is not defined.
    NoAlpha,
    /// Alpha is negative.
    NegativeAlpha,
    /// Alpha is too low to decide anything.
    LowAlpha,
    /// Alpha is middling.
    MiddlingAlpha,
    /// Alpha is high enough.
    GoodAlpha,
}

/// What to make of the figures of a quiz.
pub fn of_quiz(figures: &QuizFigures, is_same_paper: bool) -> Vec<Advice> {
    let mut advice = Vec::new();
    match Footing::of(figures.learners) {
        Footing::TooFew => return vec![Advice::TooFew(figures.learners)],
        Footing::Few => advice.push(Advice::Few(figures.learners)),
        Footing::Enough => {}
    }
    if !is_same_paper {
        advice.push(Advice::Drawn);
    }
    advice.push(match figures.cic {
        None if figures.sd == Some(0.0) => Advice::SameSum,
        None => Advice::NoAlpha,
        Some(cic) if cic < 0.0 => Advice::NegativeAlpha,
        Some(cic) if cic < UNSATISFACTORY => Advice::LowAlpha,
        Some(cic) if cic < SATISFACTORY => Advice::MiddlingAlpha,
        Some(_) => Advice::GoodAlpha,
    });
    advice
}

/// What to make of the figures of an item alone.
pub fn of_figures(figures: &ItemFigures) -> Vec<Advice> {
    if Footing::of(figures.learners) == Footing::TooFew {
        return vec![Advice::TooFew(figures.learners)];
    }
    let mut advice = Vec::new();
    match (figures.facility, figures.sd) {
        (Some(facility), Some(0.0)) if facility >= 1.0 => advice.push(Advice::AllRight),
        (Some(facility), Some(0.0)) if facility <= 0.0 => advice.push(Advice::AllWrong),
        (_, Some(0.0)) => advice.push(Advice::NoDifference),
        (Some(facility), _) if facility >= EASY => advice.push(Advice::Easy),
        _ => {}
    }
    match figures.discrimination_index {
        None if figures.sd != Some(0.0) => advice.push(Advice::SameRest),
        None => {}
        Some(index) if index < 0.0 => {
            let is_sure = figures.discrimination_interval.is_none_or(|interval| interval.high < 0.0);
            advice.push(if is_sure { Advice::Negative } else { Advice::MaybeNegative });
        }
        Some(_) if figures.discriminative_efficiency.is_some_and(|efficiency| efficiency < DUBIOUS) => {
            advice.push(Advice::Dubious);
        }
        Some(_) => {}
    }
    if figures.negative_covariance {
        advice.push(Advice::NoEffectiveWeight);
    }
    advice
}

/// What to make of a question: of its figures, of who chose what and how sure they were.
pub(crate) fn of_item(
    figures: &ItemFigures,
    guess: Option<f64>,
    parts: &[PartStudy],
    sureness: Option<Sureness>,
    answered: usize,
) -> Vec<Advice> {
    let mut advice = of_figures(figures);
    if Footing::of(figures.learners) == Footing::TooFew {
        return advice;
    }
    let is_guessed =
        guess.zip(figures.facility).is_some_and(|(guess, facility)| guess > 0.0 && facility <= guess);
    if is_guessed && figures.sd != Some(0.0) {
        advice.push(Advice::NoBetterThanGuessing);
    }
    for part in parts {
        advice.extend(of_part(part, figures.learners));
    }
    if let Some(Sureness { asked, sure_and_wrong, .. }) = sureness
        && sure_and_wrong >= COMPARED
        && sure_and_wrong * 10 >= asked
    {
        advice.push(Advice::SurelyWrong { learners: sure_and_wrong, of: asked });
    }
    let unanswered = figures.learners - answered.min(figures.learners);
    if unanswered * 5 > figures.learners {
        advice.push(Advice::Unanswered { learners: unanswered, of: figures.learners });
    }
    advice
}

/// What to make of who chose what, where one thing is right.
fn of_part(part: &PartStudy, learners: usize) -> Vec<Advice> {
    if part.takes_one != Some(true) {
        return Vec::new();
    }
    let is_right = |choice: &&ChoiceStudy| choice.is_right == Some(true);
    let mut right = part.choices.iter().filter(is_right);
    let (Some(key), None) = (right.next(), right.next()) else { return Vec::new() };
    let named = |choice: &ChoiceStudy| {
        let text = if choice.text.is_empty() { &choice.key } else { &choice.text };
        if part.text.is_empty() { text.clone() } else { format!("{}: {text}", part.text) }
    };
    let wrong = || part.choices.iter().filter(|choice| choice.is_right == Some(false));
    let mut advice = Vec::new();
    for choice in wrong().filter(|choice| choice.learners >= COMPARED) {
        if is_better(choice, key) {
            advice.push(Advice::BetterThanKey { option: named(choice) });
        } else if is_more(choice.learners, key.learners) {
            let (learners, key) = (choice.learners, key.learners);
            advice.push(Advice::MoreThanKey { option: named(choice), learners, key });
        }
    }
    let unused: Vec<String> = wrong().filter(|choice| choice.learners == 0).map(named).collect();
    if learners >= ENOUGH && !unused.is_empty() {
        advice.push(Advice::Unused { options: unused });
    }
    advice
}

/// Whether those who chose one thing had a higher mean rest score than those who chose another, by more than chance gives.
fn is_better(one: &ChoiceStudy, other: &ChoiceStudy) -> bool {
    let differ = || {
        let difference = one.mean_rest? - other.mean_rest?;
        let (own, of_other) = (one.rest_error?, other.rest_error?);
        Some(difference > 0.0 && difference >= Z * (own * own + of_other * of_other).sqrt())
    };
    other.learners >= COMPARED && differ().unwrap_or_default()
}

/// Whether one thing was chosen more often than another, by more than chance gives.
fn is_more(one: usize, other: usize) -> bool {
    let difference = one as f64 - other as f64;
    difference > Z * ((one + other) as f64).sqrt()
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFew(learners) => {
                write!(f, "Only {learners} learners: figures of fewer than {FEWEST} say nothing and are not shown.")
            }
            Self::Few(learners) => write!(
                f,
                "{learners} learners are few (fewer than {ENOUGH}): go by the intervals, not by the figures."
            ),
            Self::AllRight => f.write_str(
                "Everybody had the full mark: it cannot tell learners apart. Keep it to encourage, or ask for more.",
            ),
            Self::AllWrong => f.write_str("Nobody earned anything: look at the key of this question first."),
            Self::NoDifference => f.write_str(
                "Everybody had the same mark: there is no discrimination to be told. Look at how it is marked.",
            ),
            Self::SameRest => f.write_str(
                "The rest of the marks are all the same: there is nothing to hold this question against.",
            ),
            Self::Easy => f.write_str("Nearly everybody had it right: it tells little. Ask for more, or keep it to begin with."),
            Self::NoBetterThanGuessing => {
                f.write_str("The marks are no better than guessing: look at the key, then at whether this was taught.")
            }
            Self::Negative => f.write_str(
                "Who did well in the rest did worse here: look at the key of this question, then at its wording.",
            ),
            Self::MaybeNegative => f.write_str(
                "Who did well in the rest did rather worse here. It may be chance, for the interval holds 0; look at the key of this question all the same.",
            ),
            Self::Dubious => f.write_str(
                "It hardly tells those who know from those who do not: look for a second reading of the stem, or a distractor that is half right.",
            ),
            Self::NoEffectiveWeight => f.write_str(
                "It has no effective weight, because those with more marks in all have fewer on it: look at the key.",
            ),
            Self::BetterThanKey { option } => write!(
                f,
                "Those who chose “{option}” did better in the rest than those who chose the key: look at the key, or at what makes “{option}” right for them."
            ),
            Self::MoreThanKey { option, learners, key } => write!(
                f,
                "“{option}” was chosen by {learners}, the key by {key}: teach the difference, or look at the key."
            ),
            Self::Unused { options } => {
                let options: Vec<String> = options.iter().map(|option| format!("“{option}”")).collect();
                write!(f, "Nobody chose {}: put a confusion there that learners have.", options.join(", "))
            }
            Self::SurelyWrong { learners, of } => {
                write!(f, "{learners} of {of} were quite sure and wrong: teach this again.")
            }
            Self::Unanswered { learners, of } => {
                write!(f, "{learners} of {of} gave no answer: look at its place in the paper, its length and its wording.")
            }
            Self::Drawn => f.write_str(
                "Papers were drawn, so a question is held against different questions for different learners, and has no effective weight; alpha is taken over the places of the paper.",
            ),
            Self::SameSum => f.write_str("Everybody has the same sum: there is no consistency to be told."),
            Self::NoAlpha => f.write_str("Alpha is not defined: it takes at least two questions and three learners."),
            Self::NegativeAlpha => f.write_str(
                "Alpha is negative: the questions contradict each other. Look at the keys of those with a negative discrimination.",
            ),
            Self::LowAlpha => f.write_str(
                "Alpha is low: this quiz should decide nothing alone. More questions of the same objectives raise it, and so does mending those with little discrimination.",
            ),
            Self::MiddlingAlpha => f.write_str("Alpha is middling: good for learning, not enough to decide close cases."),
            Self::GoodAlpha => f.write_str("Alpha is satisfactory."),
        }
    }
}
