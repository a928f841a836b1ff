//! The number of parties to a treaty, of migrants or of millions holds for a year, and a learner who reads it later must be told which. So a figure in a stem, in an answer
//! or in the explanation asks for `as_of`, the year at which it was true. A figure is a number in digits before a percent sign, or in English before *per cent*,
//! *million*, *billion*, *parties*, *States parties*, *signatories*, *ratifications*, *member States*, *migrants*, *refugees* or *asylum-seekers*; of a
//! `numeric` question also its value with such a unit. A sentence that names its year is dated, and where the stem names it, so is all else. Facts of a
//! case are made up, and are not looked at; neither is a sentence that begins with *a* or *an* (*A fund has 120 million*), nor what stands in quotation marks.

use crate::diagnostic::Code;
use crate::place::Place;
use crate::syntax::tree::Data;
use crate::value::Value;
use crate::writing::{Item, Prose, Wording};

/// What is counted, in one word or two.
const COUNTED: &[&str] = &[
    "per cent",
    "percent",
    "million",
    "billion",
    "parties",
    "states parties",
    "state parties",
    "signatories",
    "ratifications",
    "accessions",
    "member states",
    "members",
    "migrants",
    "international migrants",
    "refugees",
    "asylum-seekers",
    "asylum seekers",
    "displaced persons",
];

/// The keys under which answers stand, in lists of tables and in tables of texts.
const ANSWERS: &[&str] = &["options", "reasons", "items", "answers", "categories", "words"];

/// A question.
pub(crate) fn check(item: &Item<'_>) {
    if item.value.node.get("as_of").is_some() {
        return;
    }
    let stem_is_dated = is_dated(item.stem.read());
    let answers = ANSWERS.iter().filter_map(|key| item.value.at(key)).flat_map(texts);
    let rest = item.value.at("explain").and_then(Wording::of).into_iter().chain(answers);
    let rest = rest.filter(|_| !stem_is_dated);
    let found = [item.stem.clone()].into_iter().chain(rest).find_map(|wording| {
        let (start, end) = figure(&wording.prose, item.english)?;
        let text = wording.prose.text.get(start..end).unwrap_or_default().to_owned();
        Some((text, wording.place(start, end)))
    });
    let Some((figure, place)) = found.or_else(|| measured(item).filter(|_| !stem_is_dated)) else { return };
    let message = format!("The figure `{}` has no year.", crate::desk::shown(&figure));
    let help = "Add `as_of = …`: the year at which it was true.";
    item.value.desk.faults.warning(Code::UndatedFigure, place, message, help);
}

/// The texts of answers: of options, of items, or of a table of answers.
fn texts(list: Value<'_>) -> Vec<Wording<'_>> {
    let of = |node| Value { node, ..list };
    let listed = list.node.as_list().iter().filter_map(|node| of(node).at("text"));
    let tabled = list.node.entries().iter().map(|entry| of(&entry.node));
    listed.chain(tabled).filter_map(Wording::of).collect()
}

/// The value of a numeric question, where its unit is one that is counted.
fn measured(item: &Item<'_>) -> Option<(String, Place)> {
    let unit = item.value.node.text("unit")?;
    let is_counted =
        unit.trim() == "%" || item.english && COUNTED.contains(&unit.trim().to_lowercase().as_str());
    let value = item
        .value
        .at("value")
        .filter(|value| matches!(value.node.data, Data::Integer(_) | Data::Float(_)))?;
    let raw = value.desk.sheet(value.node.file).slice(value.node.span.clone());
    is_counted.then(|| (format!("{raw} {unit}"), value.place()))
}

/// The first figure of a text that stands in a sentence without a year.
fn figure(prose: &Prose, english: bool) -> Option<(usize, usize)> {
    sentences(&prose.text)
        .into_iter()
        .filter(|(start, end)| {
            let sentence = prose.text.get(*start..*end).unwrap_or_default();
            !(is_dated(sentence) || english && is_made_up(sentence))
        })
        .find_map(|(start, end)| {
            let sentence = prose.text.get(start..end)?;
            let (first, last) = in_sentence(sentence, english)?;
            Some((start + first, start + last))
        })
}

fn in_sentence(sentence: &str, english: bool) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(start) = sentence.get(from..)?.find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        let rest = sentence.get(start..)?;
        let number = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}')));
        let digits =
            rest.get(..number.unwrap_or(rest.len()))?.trim_end_matches(|c: char| !c.is_ascii_digit());
        let (end, after) = (start + digits.len(), rest.get(digits.len()..)?);
        // The number of an article, or a part of a word, counts nothing.
        let is_alone =
            !sentence.get(..start)?.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '-'));
        let blank = after.len() - after.trim_start().len();
        let next = after.trim_start();
        let is_alone = is_alone && !is_quoted(sentence.get(..start)?);
        if is_alone && next.starts_with('%') {
            return Some((start, end + blank + 1));
        }
        if is_alone
            && english
            && blank > 0
            && let Some(length) = counted(next)
        {
            return Some((start, end + blank + length));
        }
        from = end.max(start + 1);
    }
    None
}

/// Whether a sentence tells of somebody or something that nobody knows: *A fund has 120 million.*
fn is_made_up(sentence: &str) -> bool {
    let first = sentence.split_whitespace().next().unwrap_or_default();
    matches!(first.trim_matches(|c: char| !c.is_alphanumeric()), "A" | "An")
}

/// Whether a quotation is open at the end of a text.
fn is_quoted(before: &str) -> bool {
    let count = |marks: &[char]| before.matches(marks).count();
    count(&['"']) % 2 == 1 || count(&['“', '„', '«']) > count(&['”', '»'])
}

/// The length of what is counted, where a text begins with it.
fn counted(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    let found = COUNTED.iter().filter(|counted| {
        let rest = lower.strip_prefix(**counted);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    });
    found.map(|counted| counted.len()).max().filter(|length| text.is_char_boundary(*length))
}

/// Whether a text names a year: four digits from 1800 to 2199.
fn is_dated(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.any(|number| {
        number.len() == 4 && ["18", "19", "20", "21"].iter().any(|century| number.starts_with(century))
    })
}

/// The sentences of a text, roughly: each ends with a full stop, a question mark or a semicolon before a space.
fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, character) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!' | '\n')) {
        let end = at + character.len_utf8();
        if text.get(end..).is_none_or(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)) {
            found.push((start, end));
            start = end;
        }
    }
    found.push((start, text.len()));
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        let prose = Prose::of(text, &BTreeMap::new());
        let found = figure(&prose, true).and_then(|(start, end)| prose.text.get(start..end));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_figure_is_a_number_of_what_changes() {
        check("The Protocol has 124 parties.", Some("124 parties"));
        check("Of them *49 per cent* are women.", Some("49 per cent"));
        check("It was 3 %.", Some("3 %"));
        check("Some 1,500 refugees came.", Some("1,500 refugees"));
        check("Some 200 million migrants", Some("200 million"));
    }

    #[test]
    fn what_is_dated_or_holds_for_good_is_no_figure() {
        check("In 2008 the Protocol had 124 parties.", None);
        check("Ninety days after 40 instruments", None);
        check("She is 16 years old.", None);
        check("A fund has 120 million. How many are left?", None);
        check("It says \"10 % of your wages\" there.", None);
        check("article 3(a) members", None);
    }

    #[test]
    fn another_language_has_its_percent_sign() {
        let prose = Prose::of("49 % und 124 parties", &BTreeMap::new());
        assert_eq!(figure(&prose, false), Some((0, 4)));
    }
}
