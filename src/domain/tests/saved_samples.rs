//! The frozen samples of the stored form, `tests/saved/v1`: a text that was ever stored is read for good.
//!
//! A sample is never changed. When the stored form changes, the samples of the new version stand beside these.

use crate::conditions::Conditions;
use crate::course::Mode;
use crate::id::Edition;
use crate::log::{AttemptId, Entry, EntryId, Fact, GivenQuestion, Seq};
use crate::map::{Map, Set};
use crate::question::{Response, classify, elements, matching, multiple_response, single_choice, true_false};
use crate::random::Seed;
use crate::saved::{Unreadable, read_entry, read_place, write_entry, write_place};
use crate::score::{Credit, Points};
use crate::session::Place;
use crate::time::{Millis, Timestamp};

use super::generators::id;

macro_rules! sample {
    ($name:literal) => {
        include_str!(concat!("../../../tests/saved/v1/", $name, ".json")).trim_end()
    };
}

/// 21 November 2026, 9:30 UTC.
const BEGUN: Timestamp = Timestamp(1_795_253_400_000);

fn attempt() -> AttemptId {
    AttemptId(EntryId::new(BEGUN, 1))
}

#[track_caller]
fn check(text: &str, chance: u128, seq: u64, at: Timestamp, fact: Fact) {
    let entry = Entry { id: EntryId::new(at, chance), seq: Seq(seq), at, fact };
    assert_eq!(read_entry(text).as_ref(), Ok(&entry));
    assert_eq!(write_entry(&entry), text);
}

#[track_caller]
fn check_answer(text: &str, number: u64, question: &str, response: Response, credit: f64) {
    let fact = Fact::QuestionAnswered {
        attempt: attempt(),
        question: format!("trafficking/{question}").parse().unwrap(),
        edition: Edition(0x9f3c_0d5e_7b21_a486),
        response,
        credit: Credit::new(credit),
        took: Millis(900 * number),
        verdict: None,
        certainty: None,
        language: None,
    };
    check(text, number.into(), number, Timestamp(BEGUN.0 + 1000 * number), fact);
}

#[track_caller]
fn check_place(text: &str, place: &Place) {
    assert_eq!(read_place(text).as_ref(), Ok(place));
    assert_eq!(write_place(place), text);
}

#[test]
fn a_lesson_that_was_read() {
    let fact = Fact::LessonRead { lesson: "migration/trafficking/two-crimes".parse().unwrap() };
    check(sample!("lesson-read"), 16, 1, Timestamp(BEGUN.0 - 60_000), fact);
}

#[test]
fn an_attempt_that_was_begun() {
    let given = |question: &str, edition: u64, points: f64, order: &[&str]| GivenQuestion {
        question: question.parse().unwrap(),
        edition: Edition(edition),
        points: Points::new(points),
        order: order.iter().map(|key| key.parse().unwrap()).collect(),
    };
    let practice = Fact::AttemptBegun {
        attempt: attempt(),
        quiz: "migration/trafficking/check-yourself".parse().unwrap(),
        mode: Mode::Practice,
        pass: None,
        seed: Seed(2008),
        given: vec![
            given("trafficking/sixteen-year-old", 0xa1, 1.0, &["yes", "no"]),
            given("trafficking/border-needed", 0x9f3c_0d5e_7b21_a486, 2.0, &[]),
        ],
        conditions: Conditions::default(),
        code: None,
    };
    check(sample!("attempt-begun-practice"), 1, 2, BEGUN, practice);
    let assessment = Fact::AttemptBegun {
        attempt: attempt(),
        quiz: "migration/trafficking/assessment".parse().unwrap(),
        mode: Mode::Assessment,
        pass: Some(0.7),
        seed: Seed(u64::MAX),
        given: Vec::new(),
        conditions: Conditions::default(),
        code: None,
    };
    check(sample!("attempt-begun-assessment"), 1, 2, BEGUN, assessment);
}

#[test]
fn an_answer_of_every_kind() {
    let single = single_choice::Response { chosen: Some(id("yes")) };
    let several =
        multiple_response::Response { chosen: [id("harbour"), id("receipt")].into_iter().collect() };
    let says = true_false::Response { says: Some(false), reason: None };
    let placed = [(id("border"), id("smuggling")), (id("purpose"), id("smuggling"))].into_iter().collect();
    let matched = [(id("smuggling"), id("y2000")), (id("trafficking"), id("y2003"))].into_iter().collect();
    let found = elements::Response {
        found: [
            (id("act"), elements::Met::Yes),
            (id("means"), elements::Met::No),
            (id("purpose"), elements::Met::Unclear),
        ]
        .into_iter()
        .collect(),
        conclusion: Some(id("open")),
        proof: Map::new(),
    };
    let answer = check_answer;
    answer(
        sample!("question-answered-single-choice"),
        3,
        "sixteen-year-old",
        Response::SingleChoice(single),
        1.0,
    );
    answer(
        sample!("question-answered-multiple-response"),
        4,
        "acts",
        Response::MultipleResponse(several),
        10.0 / 11.0,
    );
    answer(sample!("question-answered-true-false"), 5, "border-needed", Response::TrueFalse(says), 1.0);
    answer(
        sample!("question-answered-classify"),
        6,
        "features",
        Response::Classify(classify::Response { placed }),
        0.5,
    );
    answer(
        sample!("question-answered-matching"),
        7,
        "in-force",
        Response::Matching(matching::Response { matched }),
        0.5,
    );
    answer(sample!("question-answered-elements"), 8, "the-farm", Response::Elements(found), 0.75);
}

#[test]
fn an_attempt_that_was_finished() {
    let fact = Fact::AttemptFinished { attempt: attempt() };
    check(sample!("attempt-finished"), 9, 9, Timestamp(BEGUN.0 + 9000), fact);
}

#[test]
fn a_place_with_and_without_drafts() {
    let question = |name: &str| format!("trafficking/{name}").parse().unwrap();
    let mut place = Place {
        attempt: attempt(),
        question: question("sixteen-year-old"),
        drafts: Map::new(),
        certainties: Map::new(),
        flags: Set::default(),
        trying: Set::default(),
    };
    check_place(sample!("place"), &place);
    place.question = question("features");
    let placed = [(id("border"), id("smuggling"))].into_iter().collect();
    place.drafts = [
        (question("features"), Response::Classify(classify::Response { placed })),
        (question("sixteen-year-old"), Response::SingleChoice(single_choice::Response { chosen: None })),
    ]
    .into_iter()
    .collect();
    check_place(sample!("place-with-drafts"), &place);
}

/// Checks what a sample is read as after a piece of its text was replaced.
#[track_caller]
fn check_edited(piece: &str, by: &str, expect: Result<(), Unreadable>) {
    let (entry, place) = (sample!("lesson-read"), sample!("place"));
    assert!(entry.contains(piece) && place.contains(piece), "the samples do not contain {piece}");
    assert_eq!(read_entry(&entry.replacen(piece, by, 1)).map(|_| ()), expect, "{by}");
    assert_eq!(read_place(&place.replacen(piece, by, 1)).map(|_| ()), expect, "{by}");
}

#[test]
fn a_later_version_is_told_from_a_damage() {
    check_edited(r#""v":1"#, r#""v":2"#, Ok(()));
    check_edited(r#""v":1"#, r#""v":3"#, Err(Unreadable::TooNew { version: 3 }));
    check_edited(r#""v":1"#, r#""v":4294967295"#, Err(Unreadable::TooNew { version: u32::MAX }));
    for by in
        [r#""v":0"#, r#""v":-1"#, r#""v":"1""#, r#""v":1.5"#, r#""v":null"#, r#""w":1"#, r#""v":1,"v":1"#]
    {
        check_edited(r#""v":1"#, by, Err(Unreadable::Corrupt));
    }
    check_edited(r#""v":1,"#, "", Err(Unreadable::Corrupt));
    // A later version may look as it likes, as long as it is an object that says its version.
    assert_eq!(read_entry(r#"{"facts":[],"v":3}"#), Err(Unreadable::TooNew { version: 3 }));
}

#[test]
fn a_field_that_this_version_does_not_know_is_passed_over() {
    check_edited(r#""body":{"#, r#""body":{"device":{"name":"phone"},"#, Ok(()));
    check_edited(r#""v":1"#, r#""v":1,"sum":"00ff""#, Ok(()));
    let text = sample!("lesson-read").replace(r#""lesson-read":{"#, r#""lesson-read":{"minutes":[4],"#);
    assert_eq!(read_entry(&text), read_entry(sample!("lesson-read")));
}

#[test]
fn what_is_no_stored_text_is_corrupt() {
    for text in ["", "null", "1", "[]", "{}", r#"{"v":1}"#, r#"{"v":1,"body":{}}"#, r#"{"v":1,"body":null}"#]
    {
        assert_eq!(read_entry(text), Err(Unreadable::Corrupt), "{text}");
        assert_eq!(read_place(text), Err(Unreadable::Corrupt), "{text}");
    }
    // An entry is no place, and there is one text to a key.
    assert_eq!(read_entry(sample!("place")), Err(Unreadable::Corrupt));
    assert_eq!(read_place(sample!("lesson-read")), Err(Unreadable::Corrupt));
    let twice = format!("{0}{0}", sample!("lesson-read"));
    assert_eq!(read_entry(&twice), Err(Unreadable::Corrupt));
}
