//! Who does not know the answer looks for the option that sounds like the question. Told of is a key that repeats a word of the stem, where no
//! wrong option repeats any. Counted are words of six letters or more that are no proper names; plural and possessive forms are one word with
//! the singular, and words that half of all stems have (*person*, *State*, *protocol*) are no cue. The ways of a case are left out: they share words with its story. English alone. See Haladyna, Downing and Rodriguez (2002) on
//! clang associations, words in a choice that are identical to or resemble words in the stem.

use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::writing::{Choices, Prose, Word};

/// How many letters a word has at least.
const LETTERS: usize = 6;

/// Words that are no cue because every second stem on the subject has them, or because they carry no meaning of their own.
const COMMON: &[&str] = &[
    "another",
    "article",
    "because",
    "before",
    "between",
    "convention",
    "country",
    "countries",
    "definition",
    "during",
    "either",
    "example",
    "follow",
    "international",
    "itself",
    "migrant",
    "migration",
    "nobody",
    "number",
    "others",
    "people",
    "person",
    "protocol",
    "question",
    "report",
    "rights",
    "should",
    "state",
    "statement",
    "states",
    "themselves",
    "therefore",
    "though",
    "through",
    "treaty",
    "treaties",
    "under",
    "whether",
    "within",
    "without",
];

/// The options of a choice.
pub(crate) fn check(choices: &Choices<'_>) {
    let Some(key) = choices.key() else { return };
    let names = names(&choices.stem.prose);
    let stem: BTreeSet<String> = telling(&choices.stem.prose).difference(&names).cloned().collect();
    let echoes =
        |prose: &Prose| -> BTreeSet<String> { telling(prose).intersection(&stem).cloned().collect() };
    let own = echoes(&key.wording.prose);
    let Some(cue) = own.first() else { return };
    // A wrong option with a word of the stem draws as much.
    if choices.distractors().any(|other| !echoes(&other.wording.prose).is_empty()) {
        return;
    }
    let Some(word) = key.wording.prose.words().find(|word| normal(word) == *cue) else { return };
    let message = format!("Of all {}s only the key repeats `{}` from the stem.", choices.what, word.text);
    let help = "Use another word in the key, or the same one in a wrong option.";
    let place = key.wording.place(word.start, word.end);
    choices.list.desk.faults.warning(Code::WordOfTheStem, place, message, help);
}

/// The words of a text that can be a cue.
fn telling(prose: &Prose) -> BTreeSet<String> {
    let words = prose.words().map(|word| normal(&word));
    words.filter(|word| word.chars().count() >= LETTERS && !COMMON.contains(&word.as_str())).collect()
}

/// The proper names of a text: words with a capital letter that begin no sentence.
fn names(prose: &Prose) -> BTreeSet<String> {
    let begins = |word: &Word<'_>| {
        let before = prose.text.get(..word.start).unwrap_or_default();
        let before = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '('));
        before.is_empty() || before.ends_with(['.', '?', '!', ':'])
    };
    let named = prose.words().filter(|word| word.text.starts_with(char::is_uppercase) && !begins(word));
    named.map(|word| normal(&word)).collect()
}

/// A word in small letters, in the singular.
fn normal(word: &Word<'_>) -> String {
    let lower = word.text.to_lowercase().replace('’', "'");
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    let singular = lower.strip_suffix('s').filter(|stem| !stem.ends_with(['s', 'u', 'i']));
    singular.unwrap_or(lower).to_owned()
}
