//! Grammar tells a learner what the law should. Told of are, in a stem that the options complete, an option that does not fit the last word: after *a* or *an* one
//! that begins with the other sound, after *are* or *were* one that begins with *a*, *one* or *each*, after *is* or *was* one that begins with
//! *two*, *both* or *several*; as long as another option fits. And a stem whose number is not that of the key: *Which of these are …?* where one option
//! can be chosen, *Which of these is …?* where several are right, *Which two …?* where there are three. English alone. See Haladyna, Downing
//! and Rodriguez (2002) on grammatical clues.

use crate::diagnostic::Code;
use crate::writing::{Choice, Choices, Word};

const ONE: &[&str] = &["a", "an", "one", "each", "every"];
const SEVERAL: &[&str] = &["two", "three", "four", "five", "both", "several", "many", "few"];
/// Words before *which* that leave open how many there are.
const BEFORE: &[&str] =
    &["for", "to", "in", "of", "by", "from", "on", "under", "with", "at", "against", "through", "about"];
const NUMBERS: &[(&str, usize)] = &[("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6)];

/// The options of a choice.
pub(crate) fn check(choices: &Choices<'_>) {
    completed(choices);
    counted(choices);
}

/// A stem that the options complete.
fn completed(choices: &Choices<'_>) {
    let stem = choices.stem.read();
    let Some(last) = last_word(stem) else { return };
    let fits = |choice: &&Choice<'_>| fit(&last, choice.wording.read()) != Some(false);
    if !choices.all.iter().any(|choice| fits(&choice)) {
        return;
    }
    for choice in choices.all.iter().filter(|choice| !fits(choice)) {
        let message =
            format!("The stem ends with `{last}`, which the {} `{}` does not fit.", choices.what, choice.key);
        let help = "Move the last word of the stem into the options, or write `a(n)`.";
        choices.list.desk.faults.warning(Code::GrammaticalCue, choice.wording.text.place, message, help);
    }
}

/// The last word of a stem that is no whole sentence.
fn last_word(stem: &str) -> Option<String> {
    let open = stem.trim_end_matches([' ', ':', '…', '_', '–', '—']);
    let word = open.split_whitespace().next_back().filter(|word| word.chars().all(char::is_alphabetic))?;
    Some(word.to_lowercase())
}

/// Whether an option fits the last word of a stem; none where nothing tells.
fn fit(last: &str, option: &str) -> Option<bool> {
    let first = option.split_whitespace().next()?.to_lowercase();
    let first = first.trim_matches(|c: char| !c.is_alphanumeric());
    match last {
        "a" => begins_with_a_vowel(first).map(|vowel| !vowel),
        "an" => begins_with_a_vowel(first),
        "are" | "were" => ONE.contains(&first).then_some(false),
        "is" | "was" => SEVERAL.contains(&first).then_some(false),
        _ => None,
    }
}

/// Whether a word is spoken with a vowel at its beginning; none where its letters do not say.
fn begins_with_a_vowel(word: &str) -> Option<bool> {
    let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| word.starts_with(beginning));
    if starts(&["hour", "honest", "honour", "honor", "heir"]) {
        return Some(true);
    }
    if starts(&["uni", "use", "usu", "uti", "eu", "one", "once", "ubi"]) {
        // *unimportant* has a vowel, *union* has none.
        return (!starts(&["unim", "unin", "unid"])).then_some(false);
    }
    word.chars().next().filter(|first| first.is_ascii_alphabetic()).map(|first| "aeiou".contains(first))
}

/// A stem that says how many are right.
fn counted(choices: &Choices<'_>) {
    let prose = &choices.stem.prose;
    let words: Vec<Word<'_>> = prose.words().collect();
    let lower: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
    let Some((place, says)) = said(&lower) else { return };
    let right = choices.all.iter().filter(|choice| choice.right).count();
    let what = choices.what;
    let message = match says {
        Says::Several if choices.one => format!("The stem asks for several, and one {what} can be chosen."),
        Says::One if !choices.one && right > 1 => {
            format!("The stem asks for one, and {right} {what}s are right.")
        }
        Says::Exactly(number) if !choices.one && right != number => {
            let are = if right == 1 { format!("1 {what} is") } else { format!("{right} {what}s are") };
            format!("The stem asks for {number}, and {are} right.")
        }
        Says::Several | Says::One | Says::Exactly(_) => return,
    };
    let Some(word) = words.get(place) else { return };
    let place = choices.stem.place(word.start, word.end);
    let help = "Ask for as many as are right, or leave the number open.";
    choices.list.desk.faults.warning(Code::GrammaticalCue, place, message, help);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    One,
    Several,
    Exactly(usize),
}

/// How many a stem asks for, and the word that says it.
fn said(words: &[String]) -> Option<(usize, Says)> {
    let which = words.iter().position(|word| word == "which")?;
    // *For which of these is it …* asks after something else.
    if which > 0 && words.get(which - 1).is_some_and(|word| BEFORE.contains(&word.as_str())) {
        return None;
    }
    let word = |place: usize| words.get(place).map_or("", String::as_str);
    if let Some((_, number)) = NUMBERS.iter().find(|(name, _)| *name == word(which + 1)) {
        return Some((which + 1, Says::Exactly(*number)));
    }
    // *Which of these is*, *Which of the following statements are*
    let from = match [word(which + 1), word(which + 2), word(which + 3)] {
        ["of", "these" | "them", _] => which + 3,
        ["of", "the", "following"] => which + 4,
        _ => return None,
    };
    let verb = (from..from + 2)
        .find(|place| matches!(word(*place), "is" | "was" | "has" | "are" | "were" | "have"))?;
    // *Which of these do …* says nothing; *Which of these persons is* does.
    let says = if matches!(word(verb), "is" | "was" | "has") { Says::One } else { Says::Several };
    Some((verb, says))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_fit(last: &str, option: &str, expect: Option<bool>) {
        assert_eq!(fit(last, option), expect, "{last} {option}");
    }

    #[test]
    fn an_article_is_held_against_the_sound_that_follows() {
        check_fit("an", "act", Some(true));
        check_fit("an", "Means", Some(false));
        check_fit("a", "union", Some(true));
        check_fit("an", "hour", Some(true));
        check_fit("a", "unimportant", None);
        check_fit("a", "2008", None);
        check_fit("are", "a State", Some(false));
        check_fit("are", "States", None);
        check_fit("is", "two States", Some(false));
        check_fit("the", "act", None);
    }

    #[track_caller]
    fn check_said(text: &str, expect: Option<Says>) {
        let words: Vec<String> = crate::writing::words(text).map(|word| word.text.to_lowercase()).collect();
        assert_eq!(said(&words).map(|(_, says)| says), expect, "{text}");
    }

    #[test]
    fn a_stem_says_how_many_it_asks_for() {
        check_said("Which of these are acts?", Some(Says::Several));
        check_said("Which of the following statements is right?", Some(Says::One));
        check_said("Which two elements are missing?", Some(Says::Exactly(2)));
        check_said("Which of these can be the act?", None);
        check_said("Which elements are missing?", None);
        check_said("What is missing?", None);
        check_said("For which of these is that an answer?", None);
    }

    #[test]
    fn a_whole_sentence_is_completed_by_nothing() {
        assert_eq!(last_word("The act is an"), Some("an".to_owned()));
        assert_eq!(last_word("The act is an:"), Some("an".to_owned()));
        assert_eq!(last_word("What is it?"), None);
    }
}
