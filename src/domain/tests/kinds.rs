//! What each of the younger kinds of question counts, answer by answer.

use super::generators::{html, id};
use super::samples::{choices, flow, items, ordered, says, statement, thought, to_think_about};
use crate::question::case::{Judged, Stand, Step, Taken, Way};
use crate::question::elements::{Finding, Met, Passage};
use crate::question::ordering::Towards;
use crate::question::{Body, Response, Unmarkable, case, elements, highlight, ordering, true_false};
use crate::reference::Element;
use crate::score::{Credit, Partial};

/// Checks the credit, and which decisions are right: `+` and `-`, in the author's order.
#[track_caller]
fn check(body: &Body, response: &Response, credit: f64, decisions: &str) {
    let marks = body.score(response).unwrap();
    let signs = marks.decisions.iter().map(|decision| if decision.right { '+' } else { '-' });
    assert_eq!(
        (marks.credit, signs.collect::<String>()),
        (Credit::new(credit), decisions.to_owned()),
        "{response:?}"
    );
}

#[track_caller]
fn check_not_ready(body: &Body, response: &Response) {
    assert_eq!(body.score(response), Err(Unmarkable::NotReady), "{response:?}");
}

#[test]
fn an_item_out_of_place_costs_its_neighbours_and_not_everything_behind_it() {
    let body = |partial| {
        let order = ["a", "b", "c", "d", "e"];
        Body::Ordering {
            prompt: ordering::Prompt { items: items(&order) },
            key: ordering::Key { order: order.map(id).to_vec(), partial, feedback: Vec::new() },
        }
    };
    let each = body(Partial::Each);
    check(&each, &ordered(&["a", "b", "c", "d", "e"]), 1.0, "++++");
    // The first one last: no place agrees, and yet three pairs do.
    check(&each, &ordered(&["b", "c", "d", "e", "a"]), 0.75, "-+++");
    check(&each, &ordered(&["a", "c", "b", "d", "e"]), 0.25, "---+");
    check(&each, &ordered(&["a", "b", "d", "c", "e"]), 0.25, "+---");
    check(&each, &ordered(&["e", "d", "c", "b", "a"]), 0.0, "----");
    check(&body(Partial::Off), &ordered(&["b", "c", "d", "e", "a"]), 0.0, "-+++");
    check(&body(Partial::Net), &ordered(&["b", "c", "d", "e", "a"]), 0.5, "-+++");
    check(&body(Partial::Coverage), &ordered(&["b", "c", "d", "e", "a"]), 0.75 * 0.75, "-+++");
    for order in [&["a", "b", "c", "d"][..], &["a", "b", "c", "d", "d"], &["a", "b", "c", "d", "x"], &[]] {
        check_not_ready(&each, &ordered(order));
    }
}

#[test]
fn an_item_is_placed_moved_and_taken_back() {
    let mut response = ordering::Response::default();
    let order = |response: &ordering::Response| {
        response.order.iter().map(|item| item.as_str().to_owned()).collect::<Vec<_>>().join(" ")
    };
    for item in ["a", "b", "c", "a"] {
        response.place(id(item));
    }
    assert_eq!(order(&response), "b c a");
    response.shift(&id("a"), Towards::Beginning);
    assert_eq!(order(&response), "b a c");
    for (item, towards) in [("b", Towards::Beginning), ("c", Towards::End), ("gone", Towards::End)] {
        response.shift(&id(item), towards);
        assert_eq!(order(&response), "b a c", "{item}");
    }
    response.shift(&id("b"), Towards::End);
    response.take_back(&id("c"));
    assert_eq!(order(&response), "a b");
}

#[test]
fn a_right_reason_for_a_wrong_verdict_is_a_guess() {
    let body = |partial| Body::TrueFalse {
        prompt: true_false::Prompt { reasons: choices(&["act", "means", "purpose"]) },
        key: true_false::Key {
            answer: false,
            feedback: Vec::new(),
            reason: Some(id("means")),
            partial,
            reason_feedback: Vec::new(),
        },
    };
    let because = |says, reason: &str| {
        Response::TrueFalse(true_false::Response { says: Some(says), reason: Some(id(reason)) })
    };
    let each = body(Partial::Each);
    check(&each, &because(false, "means"), 1.0, "++");
    check(&each, &because(false, "act"), 0.5, "+-");
    check(&each, &because(true, "means"), 0.0, "--");
    check(&body(Partial::Off), &because(false, "act"), 0.0, "+-");
    check_not_ready(&each, &says(false));
    check_not_ready(&each, &because(false, "foreign"));
    let reasoned = true_false::Response { says: None, reason: Some(id("means")) };
    check_not_ready(&each, &Response::TrueFalse(reasoned));
    // Without reasons, one that is left from an earlier edition is passed over.
    check(&statement(false), &because(false, "act"), 1.0, "+");
    assert_eq!(each.movable().len(), 3);
}

#[test]
fn an_element_is_proven_by_all_of_its_passages_and_no_other() {
    let finding = |element: &str, met, proof: &[&str]| Finding {
        element: id(element),
        met,
        proof: proof.iter().map(|key| id(key)).collect(),
        feedback: None,
    };
    let element = |key: &str| Element { key: id(key), label: key.to_owned(), ways: Vec::new(), unless: None };
    let body = |passages: &[&str]| Body::Elements {
        prompt: elements::Prompt {
            concept: id("trafficking"),
            term: "trafficking".to_owned(),
            facts: html("He drove her to a farm and kept her passport."),
            passages: passages.iter().map(|key| Passage { key: id(key), text: html(key) }).collect(),
            elements: ["act", "means", "purpose"].map(element).to_vec(),
            conclusions: choices(&["trafficking", "open"]),
        },
        key: elements::Key {
            findings: vec![
                finding("act", Met::Yes, &["drove"]),
                finding("means", Met::Yes, &["kept", "passport"]),
                finding("purpose", Met::Unclear, &[]),
            ],
            conclusion: id("open"),
            partial: Partial::Each,
            feedback: Vec::new(),
        },
    };
    let found = |proof: &[(&str, &[&str])]| {
        let proof = proof
            .iter()
            .map(|(element, passages)| (id(element), passages.iter().map(|passage| id(passage)).collect()));
        Response::Elements(elements::Response {
            found: [("act", Met::Yes), ("means", Met::Yes), ("purpose", Met::Unclear)]
                .map(|(element, met)| (id(element), met))
                .into_iter()
                .collect(),
            conclusion: Some(id("open")),
            proof: proof.collect(),
        })
    };
    let whole = body(&["drove", "farm", "kept", "passport"]);
    // Three findings, the proof of the two that have one, and the conclusion.
    check(&whole, &found(&[("act", &["drove"]), ("means", &["kept", "passport"])]), 1.0, "++++++");
    check(&whole, &found(&[("act", &["drove"]), ("means", &["kept"])]), 5.0 / 6.0, "++++-+");
    check(
        &whole,
        &found(&[("act", &["drove", "farm"]), ("means", &["kept", "passport"])]),
        5.0 / 6.0,
        "+++-++",
    );
    check(&whole, &found(&[]), 4.0 / 6.0, "+++--+");
    // Where nothing can be marked, nothing has to be.
    check(&body(&[]), &found(&[]), 1.0, "++++");
    let mut response = elements::Response::default();
    response.toggle_proof(&id("act"), &id("drove"));
    assert!(response.is_proof(&id("act"), &id("drove")) && !response.is_proof(&id("means"), &id("drove")));
    response.toggle_proof(&id("act"), &id("drove"));
    assert_eq!(response, elements::Response::default());
}

#[test]
fn every_passage_is_a_decision_and_only_marking_is_a_choice() {
    let body = |partial| Body::Highlight {
        prompt: highlight::Prompt { text: flow(&["one", "two", "three", "four", "five"]) },
        key: highlight::Key {
            proof: ["one", "two", "three"].map(id).into_iter().collect(),
            partial,
            feedback: Vec::new(),
        },
    };
    let marked = |passages: &[&str]| {
        let marked = passages.iter().map(|passage| id(passage)).collect();
        Response::Highlight(highlight::Response { marked })
    };
    let (all, some, more) =
        (marked(&["one", "two", "three"]), marked(&["one", "two", "four"]), marked(&["four"]));
    for partial in [Partial::Off, Partial::Each, Partial::Net, Partial::Coverage] {
        check(&body(partial), &all, 1.0, "+++++");
    }
    check(&body(Partial::Off), &some, 0.0, "++--+");
    check(&body(Partial::Each), &some, 3.0 / 5.0, "++--+");
    check(&body(Partial::Net), &some, 1.0 / 3.0, "++--+");
    check(&body(Partial::Coverage), &some, 4.0 / 9.0, "++--+");
    check(&body(Partial::Each), &more, 1.0 / 5.0, "----+");
    check(&body(Partial::Net), &more, 0.0, "----+");
    check_not_ready(&body(Partial::Each), &marked(&[]));
    check_not_ready(&body(Partial::Each), &marked(&["foreign"]));
}

/// A case: each step as `step: way>next=credit …`; without a next step the case ends with the way.
fn case_of(steps: &[&str]) -> (case::Prompt, case::Key) {
    let (mut prompt, mut key) = (case::Prompt { steps: Vec::new() }, case::Key { judged: Vec::new() });
    for step in steps {
        let (name, ways) = step.split_once(':').unwrap();
        let mut shown = Vec::new();
        for way in ways.split_whitespace() {
            let (way, credit) = way.split_once('=').unwrap();
            let (way, to) = way.split_once('>').unwrap();
            let to = Some(to).filter(|to| !to.is_empty()).map(id);
            shown.push(Way { key: id(way), text: html(way), to });
            let credit = Credit::new(credit.parse().unwrap());
            let (feedback, misconception) = (None, None);
            key.judged.push(Judged { step: id(name), way: id(way), credit, feedback, misconception });
        }
        prompt.steps.push(Step { key: id(name), text: html(name), ways: shown });
    }
    (prompt, key)
}

fn taken(way: &str) -> case::Response {
    let one = |taken: &str| {
        let (step, way) = taken.split_once('.').unwrap();
        Taken { step: id(step), way: id(way) }
    };
    case::Response { taken: way.split_whitespace().map(one).collect() }
}

/// Where a way leads: `at step`, `end`, `end at step` or `lost`.
fn stand(prompt: &case::Prompt, way: &str) -> String {
    match prompt.follow(&taken(way)) {
        Stand::At(step) => format!("at {}", step.key),
        Stand::End(None) => "end".to_owned(),
        Stand::End(Some(step)) => format!("end at {}", step.key),
        Stand::Lost => "lost".to_owned(),
    }
}

#[test]
fn a_case_is_worth_the_mean_of_what_was_decided_on_the_way_that_was_taken() {
    let (prompt, key) = case_of(&["door: ask>talk=1 force>hurt=0", "talk: note>=1 leave>hurt=0.5", "hurt:"]);
    for (way, expect) in [
        ("", "at door"),
        ("door.ask", "at talk"),
        ("door.ask talk.note", "end"),
        ("door.force", "end at hurt"),
        ("door.ask talk.leave", "end at hurt"),
        ("talk.note", "lost"),
        ("door.note", "lost"),
        ("door.ask talk.note talk.note", "lost"),
        ("door.force hurt.leave", "lost"),
    ] {
        assert_eq!(stand(&prompt, way), expect, "{way}");
    }
    let body = Body::Case { prompt, key };
    let check = |way: &str, credit: f64, decisions: &str| {
        check(&body, &Response::Case(taken(way)), credit, decisions);
    };
    check("door.ask talk.note", 1.0, "++");
    check("door.ask talk.leave", 0.75, "+-");
    check("door.force", 0.0, "-");
    assert_eq!(body.model_response(), Response::Case(taken("door.ask talk.note")));
    for way in ["", "door.ask", "talk.note", "door.ask talk.note talk.note"] {
        check_not_ready(&body, &Response::Case(taken(way)));
    }
}

#[test]
fn a_case_that_leads_in_circles_or_nowhere_is_never_followed_for_ever() {
    let (prompt, key) = case_of(&["one: on>two=1 out>=0", "two: back>one=1 away>gone=1"]);
    let round = "one.on two.back ".repeat(1000);
    assert_eq!(stand(&prompt, &round), "at one");
    assert_eq!(stand(&prompt, &format!("{round}one.out")), "end");
    assert_eq!(stand(&prompt, "one.on two.away"), "lost");
    let body = Body::Case { prompt, key };
    assert_eq!(body.score(&body.model_response()), Err(Unmarkable::NotReady));
    check_not_ready(&body, &Response::Case(taken(&round)));
    let empty =
        Body::Case { prompt: case::Prompt { steps: Vec::new() }, key: case::Key { judged: Vec::new() } };
    check_not_ready(&empty, &empty.model_response());
}

#[test]
fn what_a_learner_thinks_is_neither_right_nor_wrong() {
    let body = to_think_about(&["first", "second"]);
    assert!(!body.kind().is_marked());
    for response in [thought("I think so.", &[]), thought("No", &["first"]), thought("是", &["foreign"])] {
        check(&body, &response, 1.0, "");
    }
    for text in ["", " \n", "…"] {
        check_not_ready(&body, &thought(text, &["first"]));
    }
}
