//! A learner who reads past a *not* answers the opposite of what was asked, and is marked for her reading instead of her law. So a
//! question is best asked in the positive; where the negative is the point, its word stands out: `*not*`. Told of are *not*, *never*,
//! *except* and *least* (*least likely*, not *the least effort*) in what is asked itself (*Which of these is not …?*), unless they are emphasised or in capital letters; a *not* in a subordinate clause
//! (*What may a State do that has not ratified?*) asks nothing in the negative. English alone. See Haladyna, Downing and Rodriguez (2002) on
//! negative words in the stem.

use crate::advice::Advice;
use crate::diagnostic::Code;
use crate::writing::{Item, Word};

const NEGATIVE: &[&str] = &["not", "never", "except", "least"];

/// Contractions that hold one of them.
const CONTRACTED: &str = "n't";

/// Words with which a question begins.
const ASKING: &[&str] = &["which", "what", "who", "whom", "whose", "where", "when", "why", "how"];

/// Words with which a clause begins that is not what is asked.
const SUBORDINATE: &[&str] = &[
    "that", "who", "whom", "whose", "if", "when", "while", "because", "although", "though", "unless",
    "where", "since", "whether", "which", "but", "and", "as", "or",
];

/// What is least so is asked for in the negative; the least effort is an amount.
const LEAST: &str = "least";
const VERBS: &[&str] = &["is", "are", "was", "were", "be"];
const JUDGED: &[&str] =
    &["likely", "probable", "accurate", "appropriate", "important", "suitable", "relevant", "convincing"];

/// The stem of a question.
pub(crate) fn check(item: &Item<'_>) {
    let prose = &item.stem.prose;
    for (start, end) in questions(&prose.text) {
        let words: Vec<Word<'_>> =
            prose.words().filter(|word| word.start >= start && word.end <= end).collect();
        let Some(negative) = negative(&words) else { continue };
        if is_emphasised(item, negative) {
            continue;
        }
        let place = item.stem.place(negative.start, negative.end);
        let message =
            format!("The question is asked in the negative, and `{}` does not stand out.", negative.text);
        let (advice, desk) =
            (Advice::from("Ask it in the positive, or make the word stand out: `*not*`."), item.value.desk);
        // Of a contraction nobody emphasises a half.
        let single = NEGATIVE.contains(&negative.text.to_lowercase().as_str());
        let emphasis = format!("*{}*", negative.text);
        let mend =
            desk.exchange(place, negative.text, &emphasis, format!("Write `{emphasis}`")).filter(|_| single);
        desk.faults.warning(Code::NegativeStem, place, message, advice.with(mend));
    }
}

/// The sentences of a text that ask something: they end with a question mark, or with a colon or nothing where the options complete them.
fn questions(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let ends = text.char_indices().filter(|(at, c)| {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        matches!(c, '.' | '!' | '?' | ':') && after.chars().next().is_none_or(char::is_whitespace)
    });
    for (at, end) in ends {
        let is_last = text.get(at + end.len_utf8()..).unwrap_or_default().trim().is_empty();
        if end == '?' || (end == ':' && is_last) {
            found.push((start, at));
        }
        start = at + end.len_utf8();
    }
    if !text.get(start..).unwrap_or_default().trim().is_empty() {
        found.push((start, text.len()));
    }
    found
}

/// The negative word of what is asked.
fn negative<'p>(words: &[Word<'p>]) -> Option<Word<'p>> {
    let lower: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
    // What stands before the word that asks is an introduction: *If he has not signed, what …?*
    let asks = lower.iter().position(|word| ASKING.contains(&word.as_str()));
    let from = asks.map_or(0, |asks| asks + 1);
    for (place, word) in lower.iter().enumerate().skip(from) {
        if place > from && SUBORDINATE.contains(&word.as_str()) {
            // `or not` and what follows a subordinate clause belong to it.
            if !lower.iter().skip(place).any(|word| word == "except") {
                return None;
            }
            continue;
        }
        let near = |place: Option<usize>| place.and_then(|place| lower.get(place)).map_or("", String::as_str);
        let is_amount = word == LEAST
            && !VERBS.contains(&near(place.checked_sub(1)))
            && !JUDGED.contains(&near(place.checked_add(1)));
        let is_contracted = word.replace('’', "'").ends_with(CONTRACTED);
        if (NEGATIVE.contains(&word.as_str()) || is_contracted) && !is_amount {
            return words.get(place).copied();
        }
    }
    None
}

fn is_emphasised(item: &Item<'_>, word: Word<'_>) -> bool {
    let written = item.stem.prose.written(word.start..word.end);
    let before = item.stem.text.value.get(..written.start).unwrap_or_default();
    before.ends_with(['*', '_']) || word.text.chars().all(|c| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::writing::words;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        let found = questions(text).into_iter().find_map(|(start, end)| {
            let all: Vec<Word<'_>> =
                words(text).filter(|word| word.start >= start && word.end <= end).collect();
            negative(&all).map(|word| word.text)
        });
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn what_is_asked_in_the_negative_is_found() {
        check("Which of these is not an act?", Some("not"));
        check("What does the definition not require?", Some("not"));
        check("Which act isn't listed?", Some("isn't"));
        check("All of these are acts except", Some("except"));
        check("All of these are acts, and all are listed, except:", Some("except"));
        check("He left. Which right was never his?", Some("never"));
        check("Which is least likely?", Some("least"));
        check("Which answer is the least convincing?", Some("least"));
    }

    #[test]
    fn a_negative_beside_what_is_asked_is_none() {
        check("A State has not ratified. What does it owe?", None);
        check("What may a State do that has not ratified?", None);
        check("If he has not signed, what follows?", None);
        check("What follows if he has not signed?", None);
        check("Which of them needs at least three parties?", None);
        check("Which source answers it with the least effort?", None);
        check("A State may not expel its nationals.", None);
        check("Is it so, or is it not?", None);
    }
}
