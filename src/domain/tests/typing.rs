//! What counts of what is typed: gaps, short answers and numbers.

use super::generators::{html, id};
use super::samples::{choices, flow, typed};
use crate::question::cloze::Filling;
use crate::question::numeric::Asks;
use crate::question::{Body, Response, Unmarkable, cloze, numeric, short_answer};
use crate::score::{Credit, Partial};
use crate::typed::Folding;

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Checks the credit of a response; none where it cannot be marked yet.
#[track_caller]
fn check(body: &Body, response: &Response, expect: Option<f64>) {
    let expect = expect.map(Credit::new).ok_or(Unmarkable::NotReady);
    assert_eq!(body.score(response).map(|marks| marks.credit), expect, "{response:?}");
}

fn filled(gaps: &[(&str, &str)]) -> Response {
    let filled = gaps.iter().map(|(gap, text)| (id(gap), (*text).to_owned())).collect();
    Response::Cloze(cloze::Response { filled })
}

#[test]
fn a_gap_is_filled_by_a_word_of_the_bank_and_one_word_may_fill_several() {
    let word = |gap: &str, word: &str| (id(gap), Filling::Word(id(word)));
    let body = Body::Cloze {
        prompt: cloze::Prompt {
            text: flow(&["one", "two", "three"]),
            words: choices(&["act", "means", "purpose"]),
        },
        key: cloze::Key {
            gaps: [word("one", "act"), word("two", "means"), word("three", "act")].into_iter().collect(),
            folding: Folding::default(),
            partial: Partial::Each,
            feedback: Vec::new(),
        },
    };
    check(&body, &filled(&[("one", "act"), ("two", "means"), ("three", "act")]), Some(1.0));
    check(&body, &filled(&[("one", "act"), ("two", "act"), ("three", "act")]), Some(2.0 / 3.0));
    check(&body, &filled(&[("one", "act"), ("two", "means")]), None);
    // A word is chosen, never typed: neither another spelling nor another word is in the bank.
    check(&body, &filled(&[("one", "Act"), ("two", "means"), ("three", "act")]), None);
    check(&body, &filled(&[("one", "border"), ("two", "means"), ("three", "act")]), None);
    assert_eq!(body.movable().len(), 3);
}

#[test]
fn a_gap_that_is_typed_takes_every_variant_and_lets_slips_pass() {
    let gap = |gap: &str, texts: &[&str]| (id(gap), Filling::Typed(owned(texts)));
    let body = Body::Cloze {
        prompt: cloze::Prompt { text: flow(&["one", "two"]), words: Vec::new() },
        key: cloze::Key {
            gaps: [gap("one", &["trafficking", "human trafficking"]), gap("two", &["2000"])]
                .into_iter()
                .collect(),
            folding: Folding::default(),
            partial: Partial::Each,
            feedback: Vec::new(),
        },
    };
    check(&body, &filled(&[("one", "Trafficking"), ("two", " 2000. ")]), Some(1.0));
    check(&body, &filled(&[("one", "human traficking"), ("two", "٢٠٠٠")]), Some(1.0));
    check(&body, &filled(&[("one", "trafficking"), ("two", "2001")]), Some(0.5));
    check(&body, &filled(&[("one", "smuggling"), ("two", "2000")]), Some(0.5));
    check(&body, &filled(&[("one", "trafficking"), ("two", "…")]), None);
    check(&body, &filled(&[("one", "trafficking"), ("three", "2000")]), None);
    assert_eq!(body.model_response(), filled(&[("one", "trafficking"), ("two", "2000")]));
}

#[test]
fn a_wrong_answer_that_was_foreseen_is_no_slip_of_a_right_one() {
    let key = short_answer::Key {
        accept: owned(&["immigrant", "the immigrant"]),
        folding: Folding { slips: 2, ..Folding::default() },
        expected: vec![short_answer::Expected {
            texts: owned(&["emigrant", "immigrant"]),
            feedback: html("From where she stands, she left."),
            misconception: Some(id("direction")),
        }],
        feedback: None,
    };
    let body = Body::ShortAnswer { prompt: short_answer::Prompt {}, key: key.clone() };
    let foreseen = |text: &str| key.foreseen(&short_answer::Response { text: text.to_owned() }).is_some();
    for (text, right, expected) in [
        ("Immigrant", true, false),
        ("imigrant", true, false),
        ("The immigrant", true, false),
        // Two letters away from the right answer, and yet another word.
        ("emigrant", false, true),
        ("ÉMIGRANT", false, true),
        ("migrant", true, false),
        ("refugee", false, false),
    ] {
        check(&body, &typed(text), Some(f64::from(right)));
        assert_eq!(foreseen(text), expected, "{text}");
    }
    for text in ["", "  ", "?!"] {
        check(&body, &typed(text), None);
    }
}

fn number(text: &str, unit: Option<&str>) -> Response {
    Response::Numeric(numeric::Response { text: text.to_owned(), unit: unit.map(id) })
}

fn numeric_body(asks: Asks, value: f64, tolerance: f64, units: &[&str]) -> Body {
    Body::Numeric {
        prompt: numeric::Prompt { asks, unit: Some("million".to_owned()), units: choices(units) },
        key: numeric::Key {
            value,
            tolerance,
            unit: units.first().map(|unit| id(unit)),
            partial: Partial::Each,
            expected: Vec::new(),
            feedback: None,
            unit_feedback: Vec::new(),
        },
    }
}

#[test]
fn a_number_is_right_within_its_tolerance_and_rounding_fails_nobody() {
    let exact = numeric_body(Asks::Amount, 0.3, 0.0, &[]);
    check(&exact, &number("0.3", None), Some(1.0));
    check(&exact, &number("0,3", None), Some(1.0));
    check(&exact, &number("0.30000000000000004", None), Some(1.0));
    check(&exact, &number("0.301", None), Some(0.0));
    let about = numeric_body(Asks::Amount, 281.0, 5.0, &[]);
    for (text, right) in
        [("276", true), ("286", true), ("286.1", false), ("275.9", false), ("281 million", true)]
    {
        check(&about, &number(text, None), Some(f64::from(right)));
    }
    for text in ["", "many", "two hundred", "1e2", "NaN", "inf"] {
        check(&about, &number(text, None), None);
    }
}

#[test]
fn a_separator_that_can_be_read_in_two_ways_is_read_as_the_right_one() {
    let thousands = numeric_body(Asks::Amount, 1234.0, 0.0, &[]);
    let fraction = numeric_body(Asks::Amount, 1.234, 0.0, &[]);
    for text in ["1,234", "1.234"] {
        check(&thousands, &number(text, None), Some(1.0));
        check(&fraction, &number(text, None), Some(1.0));
    }
    // With both signs, or with another number of digits, there is one way to read it.
    check(&thousands, &number("1.234,0", None), Some(1.0));
    check(&fraction, &number("1.234,0", None), Some(0.0));
    check(&thousands, &number("1.2340", None), Some(0.0));
    check(&numeric_body(Asks::Amount, 125.0, 0.0, &[]), &number("0.125", None), Some(0.0));
}

#[test]
fn a_year_is_four_digits_and_no_amount() {
    let year = numeric_body(Asks::Year, 2000.0, 0.0, &[]);
    check(&year, &number("2000", None), Some(1.0));
    check(&year, &number("1999", None), Some(0.0));
    for text in ["2,000", "20", "2000.0", "in 2000"] {
        check(&year, &number(text, None), None);
    }
}

#[test]
fn a_unit_to_choose_is_a_decision_of_its_own() {
    let body = numeric_body(Asks::Amount, 281.0, 0.0, &["millions", "thousands"]);
    check(&body, &number("281", Some("millions")), Some(1.0));
    check(&body, &number("281", Some("thousands")), Some(0.5));
    check(&body, &number("7", Some("millions")), Some(0.5));
    check(&body, &number("7", Some("thousands")), Some(0.0));
    check(&body, &number("281", None), None);
    check(&body, &number("281", Some("foreign")), None);
    check(&body, &number("many", Some("millions")), None);
}

#[test]
fn a_number_that_was_foreseen_is_told_from_a_right_one_that_reads_alike() {
    let prompt = numeric::Prompt { asks: Asks::Amount, unit: None, units: Vec::new() };
    let key = numeric::Key {
        value: 1234.0,
        tolerance: 0.0,
        unit: None,
        partial: Partial::Each,
        expected: [1.234, 12.0]
            .map(|value| numeric::Expected { value, feedback: html("No."), misconception: None })
            .to_vec(),
        feedback: None,
        unit_feedback: Vec::new(),
    };
    for (text, expect) in
        [("1,234", None), ("1.2340", Some(1.234)), ("12", Some(12.0)), ("13", None), ("", None)]
    {
        let response = numeric::Response { text: text.to_owned(), unit: None };
        assert_eq!(key.foreseen(&prompt, &response).map(|expected| expected.value), expect, "{text}");
    }
}
