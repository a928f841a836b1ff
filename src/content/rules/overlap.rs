//! Where one answer holds another one, a learner who knows either is right and is marked wrong. Told of are, in a choice with one right
//! option, two ranges of numbers that share a number (*5 to 10*, *10 to 15*), and in every choice two options with the same words, in which only
//! punctuation or an article differs, or of two words the order. (Options that read the same letter by letter are an error, E403.) See
//! Haladyna, Downing and Rodriguez (2002) on keeping choices independent.

use crate::diagnostic::Code;
use crate::writing::{Choices, words};
use domain::sort::in_order;

/// A range of numbers, both ends within.
type Range = (f64, f64);

/// What of an option is held against the others.
struct Said<'c> {
    key: &'c str,
    words: Vec<String>,
    range: Option<Range>,
}

/// The options of a choice.
pub(crate) fn check(choices: &Choices<'_>) {
    let mut earlier: Vec<Said<'_>> = Vec::new();
    for choice in &choices.all {
        let text = choice.wording.read();
        let range = if choices.one { range(text) } else { None };
        let said = Said { key: choice.key, words: bare(text), range };
        let same = earlier.iter().find(|other| !said.words.is_empty() && other.words == said.words);
        let shared = || earlier.iter().find(|other| share(other.range, said.range));
        let message = match (same, shared()) {
            (Some(other), _) => {
                format!("The {}s `{}` and `{}` say the same.", choices.what, other.key, choice.key)
            }
            (None, Some(other)) => {
                format!("The {}s `{}` and `{}` share a number.", choices.what, other.key, choice.key)
            }
            (None, None) => {
                earlier.push(said);
                continue;
            }
        };
        let help = "Write them so that no answer is right by two of them.";
        choices.list.desk.faults.warning(Code::Overlap, choice.wording.text.place, message, help);
    }
}

/// The words of a text but for articles; two of them in one order, because there it says nothing. The order of three or more can be the
/// answer itself: *before arrival and after*.
fn bare(text: &str) -> Vec<String> {
    let all = words(text).map(|word| word.text.to_lowercase());
    let all: Vec<String> = all.filter(|word| !matches!(word.as_str(), "a" | "an" | "the")).collect();
    if all.len() < 3 { in_order(all, String::cmp) } else { all }
}

fn share(one: Option<Range>, other: Option<Range>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    one.0 <= other.1 && other.0 <= one.1
}

/// The range that a text consists of, with at most two words behind it: `5 to 10`, `5–10 days`, `more than 10`, `10 or more`.
fn range(text: &str) -> Option<Range> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let spaced: String = text
        .chars()
        .map(|c| if matches!(c, '–' | '—' | '-') { " to ".to_owned() } else { c.to_string() })
        .collect();
    let words: Vec<String> =
        spaced.split_whitespace().map(|word| word.trim_end_matches(['.', ',']).to_lowercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let number = |word: &str| word.replace(',', "").parse::<f64>().ok().filter(|number| number.is_finite());
    let (found, rest): (Range, &[&str]) = match words.as_slice() {
        ["between", low, "and", high, rest @ ..] => ((number(low)?, number(high)?), rest),
        [low, "or" | "and", "more" | "over" | "above", rest @ ..] => ((number(low)?, f64::INFINITY), rest),
        [high, "or" | "and", "less" | "fewer" | "under" | "below", rest @ ..] => {
            ((f64::NEG_INFINITY, number(high)?), rest)
        }
        ["at", "least", low, rest @ ..] => ((number(low)?, f64::INFINITY), rest),
        ["at", "most", high, rest @ ..] | ["up", "to", high, rest @ ..] => {
            ((f64::NEG_INFINITY, number(high)?), rest)
        }
        ["more" | "greater", "than", low, rest @ ..] | ["over" | "above", low, rest @ ..] => {
            ((number(low)?.next_up(), f64::INFINITY), rest)
        }
        ["less" | "fewer", "than", high, rest @ ..] | ["under" | "below", high, rest @ ..] => {
            ((f64::NEG_INFINITY, number(high)?.next_down()), rest)
        }
        [low, "to", high, rest @ ..] => ((number(low)?, number(high)?), rest),
        _ => return None,
    };
    (rest.len() <= 2 && found.0 <= found.1).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, expect: bool) {
        assert_eq!(share(range(one), range(other)), expect, "{one} | {other}");
        assert_eq!(share(range(other), range(one)), expect, "{other} | {one}");
    }

    #[test]
    fn ranges_that_share_a_number_overlap() {
        check("5 to 10", "10 to 15", true);
        check("5–10 days", "11–15 days", false);
        check("Between 5 and 10", "7 or more", true);
        check("More than 10", "Up to 10", false);
        check("At least 10", "Up to 10", true);
        check("Under 18", "18 or more years", false);
    }

    #[test]
    fn what_is_no_range_shares_nothing() {
        check("Article 5 to 10", "10 to 15", false);
        check("5 to 10 States that have signed it", "10 to 15", false);
        check("2003", "2003 or 2004", false);
    }

    fn same_words(one: &str, other: &str) -> bool {
        bare(one) == bare(other)
    }

    #[test]
    fn articles_and_punctuation_tell_nothing_apart() {
        assert!(same_words("The act, the means", "Act; means."));
        assert!(same_words("Means and act", "means AND act"));
        assert!(!same_words("Before arrival and after", "After arrival and before"));
        assert!(!same_words("Act", "Acts"));
    }
}
