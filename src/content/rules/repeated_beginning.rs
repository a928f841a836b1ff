//! What every option begins with belongs to the stem: it is read as often as there are options, and hides where they differ. Told of are four
//! words or more, or twenty characters, with which all options of a choice begin. Less is often needed (*No, because*, *The State is*). See Haladyna,
//! Downing and Rodriguez (2002) on putting the central idea, and the most words, into the stem.

use crate::diagnostic::Code;
use crate::writing::Choices;

/// From so many words on, or from so many characters.
const WORDS: usize = 4;
const CHARACTERS: usize = 20;

/// The options of a choice.
pub(crate) fn check(choices: &Choices<'_>) {
    let mut texts = choices.all.iter().map(|choice| choice.wording.read());
    let Some(first) = texts.next() else { return };
    let first: Vec<&str> = first.split_whitespace().collect();
    let common = texts.fold(first.len(), |common, text| {
        let same = text.split_whitespace().zip(&first).take_while(|(one, other)| one == *other);
        common.min(same.count())
    });
    let words = first.get(..common).unwrap_or_default().join(" ");
    if common < WORDS && words.chars().count() < CHARACTERS {
        return;
    }
    let message = format!("Every {} begins with `{}`.", choices.what, crate::desk::shown(&words));
    let help = "Move these words to the stem.";
    choices.list.desk.faults.warning(Code::RepeatedBeginning, choices.list.opening(), message, help);
}
