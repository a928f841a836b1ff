//! *All of the above* is right as soon as two options are known to be right, and *none of the above* shows that a learner knows what is
//! wrong, not what is right. Options are shown in a drawn order as well, so that nothing is above. Several right options make a
//! `multiple-response` question. Told of are options that speak of the other options: *all*, *none*, *both*, *neither* or *any* of *the above*, *these*, *them*,
//! *the following* or *the options*. English alone. See Haladyna, Downing and Rodriguez (2002) on both forms.

use crate::diagnostic::Code;
use crate::writing::{Choices, words};

const HOW_MANY: &[&str] = &["all", "none", "both", "neither", "any", "each"];
const OTHERS: &[&str] =
    &["above", "these", "those", "following", "options", "answers", "them", "others", "other", "choices"];

/// The options of a choice.
pub(crate) fn check(choices: &Choices<'_>) {
    for choice in choices.all.iter().filter(|choice| is_about_others(choice.wording.read())) {
        let message =
            format!("The {} `{}` is about the others, and says nothing by itself.", choices.what, choice.key);
        let help = "Write an answer that can stand alone, or make it a `multiple-response` question.";
        choices.list.desk.faults.warning(Code::AllOfTheAbove, choice.wording.text.place, message, help);
    }
}

fn is_about_others(text: &str) -> bool {
    let words: Vec<String> = words(text).map(|word| word.text.to_lowercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [many, "of", "the", others] | [many, "of", others] | [many, "the", others] | [many, others] => {
            HOW_MANY.contains(many) && OTHERS.contains(others)
        }
        [many, "of", "the", "other", last] => HOW_MANY.contains(many) && OTHERS.contains(last),
        [many, "are" | "is", "correct" | "right" | "true" | "wrong" | "false"] => HOW_MANY.contains(many),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: bool) {
        assert_eq!(is_about_others(text), expect, "{text}");
    }

    #[test]
    fn an_option_about_the_others_is_told_from_an_answer() {
        check("All of the above", true);
        check("None of these.", true);
        check("Both of the above", true);
        check("All are correct", true);
        check("None of the other answers", true);
        check("All of the States parties", false);
        check("None of the three elements", false);
        check("Both", false);
    }
}
