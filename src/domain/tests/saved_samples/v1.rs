//! What the first version wrote.

use super::super::generators::id;
use super::{BEGUN, attempt, check, check_answer, check_place};
use crate::conditions::Conditions;
use crate::course::Mode;
use crate::id::Edition;
use crate::log::{Fact, GivenQuestion};
use crate::map::{Map, Set};
use crate::question::{Response, classify, elements, matching, multiple_response, single_choice, true_false};
use crate::random::Seed;
use crate::score::Points;
use crate::session::Place;
use crate::time::Timestamp;

#[test]
fn a_lesson_that_was_read() {
    let fact = Fact::LessonRead { lesson: "migration/trafficking/two-crimes".parse().unwrap() };
    check(sample!("v1/lesson-read"), 16, 1, Timestamp(BEGUN.0 - 60_000), fact);
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
    check(sample!("v1/attempt-begun-practice"), 1, 2, BEGUN, practice);
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
    check(sample!("v1/attempt-begun-assessment"), 1, 2, BEGUN, assessment);
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
        sample!("v1/question-answered-single-choice"),
        3,
        "sixteen-year-old",
        Response::SingleChoice(single),
        1.0,
    );
    answer(
        sample!("v1/question-answered-multiple-response"),
        4,
        "acts",
        Response::MultipleResponse(several),
        10.0 / 11.0,
    );
    answer(sample!("v1/question-answered-true-false"), 5, "border-needed", Response::TrueFalse(says), 1.0);
    answer(
        sample!("v1/question-answered-classify"),
        6,
        "features",
        Response::Classify(classify::Response { placed }),
        0.5,
    );
    answer(
        sample!("v1/question-answered-matching"),
        7,
        "in-force",
        Response::Matching(matching::Response { matched }),
        0.5,
    );
    answer(sample!("v1/question-answered-elements"), 8, "the-farm", Response::Elements(found), 0.75);
}

#[test]
fn an_attempt_that_was_finished() {
    let fact = Fact::AttemptFinished { attempt: attempt() };
    check(sample!("v1/attempt-finished"), 9, 9, Timestamp(BEGUN.0 + 9000), fact);
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
    check_place(sample!("v1/place"), &place);
    place.question = question("features");
    let placed = [(id("border"), id("smuggling"))].into_iter().collect();
    place.drafts = [
        (question("features"), Response::Classify(classify::Response { placed })),
        (question("sixteen-year-old"), Response::SingleChoice(single_choice::Response { chosen: None })),
    ]
    .into_iter()
    .collect();
    check_place(sample!("v1/place-with-drafts"), &place);
}
