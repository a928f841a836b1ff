//! Who writes a question takes care that the key is beyond dispute, and qualifies it; the wrong options stay short. Learners know that, and take the
//! longest. So the key of a choice with one right option is told of where it is longer than every other option by a quarter and by ten
//! characters: less than that is not seen at a glance. A way of a case is a deed, and needs the words that it needs: a case is told of where the best way is so
//! much the longest at most of its steps, two at least. Over a bank the small differences add up: it is told of where the key is the longest so much
//! more often than chance would have it (three standard deviations, from six questions on) that *take the longest* is a good rule. See Haladyna,
//! Downing and Rodriguez, *A review of multiple-choice item-writing guidelines for classroom assessment* (2002), on keeping the
//! length of choices about equal.

use crate::desk::Desk;
use crate::diagnostic::Code;
use crate::place::Place;
use crate::writing::{Choice, Choices};

use super::key_position::{Placing, far_more_often};

/// By how many times the key is longer than any other option.
const TIMES: f64 = 1.25;

/// And by how many characters.
const CHARACTERS: usize = 10;

const HELP: &str = "Shorten it, or make a wrong one as long: who does not know the answer takes the longest.";

/// One choice.
pub(crate) fn check(choices: &Choices<'_>) {
    let Some(long) = long(choices) else { return };
    let (what, own, next) = (choices.what, long.own, long.next);
    let message =
        format!("The right {what} is clearly the longest: {own} characters, the next one has {next}.");
    choices.list.desk.faults.warning(Code::KeyIsLongest, long.place, message, HELP);
}

/// The steps of a case.
pub(crate) fn check_case(steps: &[Choices<'_>]) {
    let decided = steps.iter().filter(|step| step.key().is_some()).count();
    let long: Vec<(&Choices<'_>, Long)> = steps.iter().filter_map(|step| Some((step, long(step)?))).collect();
    let (2.., Some((step, first))) = (long.len(), long.first()) else { return };
    if long.len() * 2 <= decided {
        return;
    }
    let message = format!("The best way is clearly the longest at {} of {decided} steps.", long.len());
    step.list.desk.faults.warning(Code::KeyIsLongest, first.place, message, HELP);
}

/// A key that is clearly the longest.
struct Long {
    place: Place,
    own: usize,
    next: usize,
}

fn long(choices: &Choices<'_>) -> Option<Long> {
    let key = choices.key()?;
    let length = |choice: &Choice<'_>| choice.wording.read().chars().count();
    let own = length(key);
    let next = choices.distractors().map(length).max().unwrap_or_default();
    let is_long = own >= next + CHARACTERS && own as f64 >= next as f64 * TIMES;
    is_long.then_some(Long { place: key.wording.text.place, own, next })
}

/// The single-choice questions of a bank; `place` is where the bank says what it is.
pub(crate) fn check_bank(desk: &Desk<'_>, place: Place, placings: &[Placing]) {
    let chances: Vec<f64> = placings.iter().map(|placing| 1.0 / placing.options as f64).collect();
    let longest = placings.iter().filter(|placing| placing.longest).count();
    if !far_more_often(longest, &chances) {
        return;
    }
    let (all, expected) = (placings.len(), chances.iter().sum::<f64>().round());
    let message = format!(
        "The key is the longest option in {longest} of {all} single-choice questions; by chance it would be in {expected}."
    );
    let help = "Shorten some keys, or lengthen a wrong option beside them.";
    desk.faults.warning(Code::KeyOftenLongest, place, message, help);
}
