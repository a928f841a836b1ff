//! What the interface calls a thing in another language: asks name things in English.

use texts::reader::Reader;
use texts::{Text, fill};

/// These words of the interface in another language; an author's words stay as they are.
pub(super) fn translated(words: &str, from: &Reader, to: &Reader) -> String {
    let own = own(from).into_iter().zip(own(to));
    let mut found = own.filter_map(|(template, other)| Some(fill(other, &places(template, words)?)));
    found.next().unwrap_or_else(|| words.to_owned())
}

/// The texts that name what an answer is given with, and what is said while it is given.
fn own(texts: &Reader) -> [Text; 20] {
    [
        texts.says_true,
        texts.says_false,
        texts.reason,
        texts.met,
        texts.not_met,
        texts.unclear,
        texts.conclusion,
        texts.proof_of,
        texts.gap_of,
        texts.your_answer,
        texts.unit,
        texts.your_words,
        texts.placed_at,
        texts.move_earlier,
        texts.move_later,
        texts.take_back,
        texts.taken_back,
        texts.step,
        texts.decide_again,
        texts.case_ended,
    ]
}

/// What stands in the places of a template, where the words come from it.
fn places<'a>(template: &'a str, words: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let mut places = Vec::new();
    let (before, mut rest) = template.split_once('{').map_or((template, None), |(one, two)| (one, Some(two)));
    let mut words = words.strip_prefix(before)?;
    while let Some((name, after)) = rest.and_then(|rest| rest.split_once('}')) {
        let (literal, next) = after.split_once('{').map_or((after, None), |(one, two)| (one, Some(two)));
        let (place, behind) = if literal.is_empty() { (words, "") } else { words.split_once(literal)? };
        places.push((name, place));
        (words, rest) = (behind, next);
    }
    words.is_empty().then_some(places)
}

#[test]
fn words_of_the_interface_are_recognized_with_what_stands_in_their_places() {
    let check = |template, words, expect: Option<&[(&str, &str)]>| {
        assert_eq!(places(template, words).as_deref(), expect);
    };
    check("True", "True", Some(&[]));
    check("True", "Truer", None);
    check(
        "{item}: place {number} of {whole}.",
        "Signature: place 1 of 4.",
        Some(&[("item", "Signature"), ("number", "1"), ("whole", "4")]),
    );
    check("Take back: {item}", "Take back: Signature", Some(&[("item", "Signature")]));
    check("Take back: {item}", "Signature", None);
}
