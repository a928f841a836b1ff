//! Law has few rules without an exception, and learners know it: an option with *always* or *never* is passed over unread. Where such words stand
//! in wrong options alone, they give the key away. Told of is a choice in which no right option has such a word, and two wrong ones or more have: *always*, *never*,
//! *completely*, *entirely*, *totally*, *absolutely*, *invariably*. Words that count as often as they exaggerate (*all*, *every*, *only*, *none*, *nobody*, *everyone*)
//! are told of where every wrong option, of two or more, has a word of either sort. The ways of a case are left out. English alone. See Haladyna, Downing and Rodriguez
//! (2002) on specific determiners.

use crate::diagnostic::Code;
use crate::writing::{Choice, Choices, Word};

const STRONG: &[&str] = &["always", "never", "completely", "entirely", "totally", "absolutely", "invariably"];
const WEAK: &[&str] = &["all", "every", "everyone", "everybody", "only", "none", "nobody"];

/// Numbers behind *all*.
const COUNTS: &[&str] =
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The options of a choice.
pub(crate) fn check(choices: &Choices<'_>) {
    if choices.all.iter().any(|choice| choice.right && either(choice).is_some()) {
        return;
    }
    let found: Vec<(&Choice<'_>, Word<'_>)> =
        choices.distractors().filter_map(|choice| Some((choice, either(choice)?))).collect();
    let strong = choices.distractors().filter(|choice| first_of(choice, STRONG).is_some()).count();
    let every = found.len() == choices.distractors().count();
    let (2.., Some((choice, first))) = (found.len(), found.first()) else { return };
    if !every && strong < 2 {
        return;
    }
    let mut words: Vec<String> = found.iter().map(|(_, word)| word.text.to_lowercase()).collect();
    words.dedup();
    let message = format!(
        "Only wrong {}s have absolute words: {}.",
        choices.what,
        crate::value::listed(words.iter().map(String::as_str))
    );
    let help = "Take the words away, or write a wrong answer that holds with its exceptions too.";
    let place = choice.wording.place(first.start, first.end);
    choices.list.desk.faults.warning(Code::AbsoluteWords, place, message, help);
}

fn either<'c>(choice: &'c Choice<'_>) -> Option<Word<'c>> {
    first_of(choice, STRONG).or_else(|| first_of(choice, WEAK))
}

fn first_of<'c>(choice: &'c Choice<'_>, words: &[&str]) -> Option<Word<'c>> {
    let said: Vec<Word<'c>> = choice.wording.prose.words().collect();
    let one_of = |place: Option<usize>, known: &[&str]| {
        let word = place.and_then(|place| said.get(place)).map_or("", |word| word.text);
        known.iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    let found = (0..said.len()).find(|place| {
        let (before, after) = (place.checked_sub(1), place.checked_add(1));
        // *at all*, *all the same*, *all eleven* and *not only* claim nothing without an exception.
        let is_phrase = || {
            one_of(before, &["at", "after", "above", "not"])
                || one_of(after, COUNTS)
                || (one_of(after, &["the"]) && one_of(place.checked_add(2), &["same"]))
        };
        one_of(Some(*place), words) && !is_phrase()
    });
    found.and_then(|place| said.get(place).copied())
}
