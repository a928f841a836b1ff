//! Authors put the key where they like it best, often first or in the middle, and learners who notice take it from there. Plenary shows options
//! in a drawn order, but a question with `shuffle = false` does not, and neither does every system to which a bank is exported, nor paper.
//! Told of is a place at which the keys of a bank's single-choice questions stand so much more often, or so much less
//! often, than chance would have it that it is no chance: three standard deviations, from six questions on. See Haladyna, Downing and Rodriguez
//! (2002) on varying the location of the right answer.

use crate::desk::Desk;
use crate::diagnostic::Code;
use crate::place::Place;
use crate::syntax::tree::{Data, Node};
use crate::writing::Prose;

/// Where the key of a single-choice question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placing {
    /// Its place among the options; the first is 0.
    pub(crate) key: usize,
    /// How many options there are.
    pub(crate) options: usize,
    /// Whether no other option is as long.
    pub(crate) longest: bool,
}

/// From so many questions on a place says something.
const LEAST: usize = 6;

/// How many standard deviations are no chance.
const DEVIATIONS: f64 = 3.0;

/// The placings of the questions of a bank that are still drawn.
pub(crate) fn placings(desk: &Desk<'_>, bank: &Node) -> Vec<Placing> {
    let questions = bank.list("question").iter();
    let single = questions.filter(|question| question.text("kind") == Some("single-choice"));
    single
        .filter(|question| question.get("retired").is_none())
        .filter_map(|question| placing(desk, question))
        .collect()
}

fn placing(desk: &Desk<'_>, question: &Node) -> Option<Placing> {
    let options = question.list("options");
    let is_key =
        |option: &Node| option.get("correct").is_some_and(|yes| matches!(yes.data, Data::Boolean(true)));
    let key = options.iter().position(is_key)?;
    let length = |option: &Node| {
        let text = option.text("text").unwrap_or_default();
        Prose::of(text, &desk.names.terms).text.trim().chars().count()
    };
    let own = options.get(key).map(length)?;
    let others = options.iter().enumerate().filter(|(place, _)| *place != key);
    let longest = others.map(|(_, option)| length(option)).all(|other| other < own);
    Some(Placing { key, options: options.len(), longest })
}

/// The keys of a bank; `place` is where the bank says what it is.
pub(crate) fn check(desk: &Desk<'_>, place: Place, placings: &[Placing]) {
    let most = placings.iter().map(|placing| placing.options).max().unwrap_or_default();
    for position in 0..most {
        // A question with fewer options has no such place.
        let asked = || placings.iter().filter(move |placing| placing.options > position);
        let chances: Vec<f64> = asked().map(|placing| 1.0 / placing.options as f64).collect();
        let keys = asked().filter(|placing| placing.key == position).count();
        let (all, expected) = (chances.len(), chances.iter().sum::<f64>().round());
        let in_words = in_words(position);
        let message = if far_more_often(keys, &chances) {
            format!(
                "The key stands {in_words} in {keys} of {all} single-choice questions; by chance it would in {expected}."
            )
        } else if far_more_often(all - keys, &complement(&chances)) {
            let keys = if keys == 0 { "none".to_owned() } else { format!("only {keys}") };
            format!(
                "The key stands {in_words} in {keys} of {all} single-choice questions; by chance it would in {expected}."
            )
        } else {
            continue;
        };
        let help = "Write the key at other places in some of them: not everything that shows a question shuffles its options.";
        desk.faults.warning(Code::KeyPosition, place, message, help);
        return;
    }
}

/// Whether something that has these chances came about so often that it was no chance.
pub(crate) fn far_more_often(times: usize, chances: &[f64]) -> bool {
    let expected: f64 = chances.iter().sum();
    let variance: f64 = chances.iter().map(|chance| chance * (1.0 - chance)).sum();
    chances.len() >= LEAST && times as f64 - expected > DEVIATIONS * variance.sqrt()
}

fn complement(chances: &[f64]) -> Vec<f64> {
    chances.iter().map(|chance| 1.0 - chance).collect()
}

/// A place in words.
fn in_words(position: usize) -> String {
    match position {
        0 => "first".to_owned(),
        1 => "second".to_owned(),
        2 => "third".to_owned(),
        3 => "fourth".to_owned(),
        4 => "fifth".to_owned(),
        _ => format!("at place {}", position + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(times: usize, of: usize, chance: f64, expect: bool) {
        assert_eq!(far_more_often(times, &vec![chance; of]), expect, "{times} of {of}");
    }

    #[test]
    fn three_standard_deviations_are_no_chance() {
        check(5, 5, 0.25, false);
        check(5, 6, 0.25, true);
        check(7, 12, 0.25, false);
        check(8, 12, 0.25, true);
        check(14, 30, 0.25, false);
        check(15, 30, 0.25, true);
    }

    #[test]
    fn a_place_without_a_key_is_noticed_only_in_a_large_bank() {
        check(20, 20, 0.75, false);
        check(40, 40, 0.75, true);
    }
}
