//! The random guess score of each kind: what all possible answers earn on average.

use domain::html::Html;
use domain::id::Slug;
use domain::map::{Map, Set};
use domain::question::{Body, Choice, Response, classify, elements, matching, ordering, true_false};
use domain::reference::Element;
use domain::score::Partial;

use super::samples::question;
use crate::guess;

fn key<T: From<Slug>>(text: &str) -> T {
    text.parse::<Slug>().unwrap().into()
}

fn text() -> Html {
    Html::of_text("x")
}

/// Held against the mean over every answer there is.
#[track_caller]
fn check(body: &Body, every: &[Response]) {
    let credits = every.iter().map(|response| body.score(response).unwrap().credit.share());
    let mean = credits.sum::<f64>() / every.len() as f64;
    let found = guess::of(body).unwrap();
    assert!((found - mean).abs() < 1e-12, "{found} is not {mean} of {} answers", every.len());
}

/// Every list of so many of these, with repetition.
fn lists(of: &[&'static str], length: usize) -> Vec<Vec<&'static str>> {
    let mut all: Vec<Vec<&str>> = vec![Vec::new()];
    for _ in 0..length {
        all = all.iter().flat_map(|list| of.iter().map(|one| [list.as_slice(), &[*one]].concat())).collect();
    }
    all
}

fn distinct(list: &[&str]) -> bool {
    (1..list.len()).all(|place| !list[..place].contains(&list[place]))
}

fn items(keys: &[&str]) -> Vec<classify::Item> {
    keys.iter().map(|one| classify::Item { key: key(one), text: text() }).collect()
}

fn pairs<K: From<Slug> + Ord, V: From<Slug>>(keys: &[&str], values: &[&str]) -> Map<K, V> {
    keys.iter().zip(values).map(|(one, value)| (key(one), key(value))).collect()
}

const ITEMS: [&str; 3] = ["one", "two", "three"];

#[test]
fn one_of_several_options_is_guessed_once_in_as_many() {
    let body = question("q", "b", 1).body;
    let chosen = |option: &&str| {
        Response::SingleChoice(domain::question::single_choice::Response { chosen: Some(key(option)) })
    };
    check(&body, &["a", "b", "c"].iter().map(chosen).collect::<Vec<_>>());
}

#[test]
fn true_or_false_is_guessed_every_second_time_and_its_reason_less_often() {
    for (reasons, partial) in
        [(&[][..], Partial::Each), (&ITEMS[..], Partial::Each), (&ITEMS[..], Partial::Off)]
    {
        let body = Body::TrueFalse {
            prompt: true_false::Prompt {
                reasons: reasons.iter().map(|reason| Choice { key: key(reason), text: text() }).collect(),
            },
            key: true_false::Key {
                answer: false,
                feedback: Vec::new(),
                reason: reasons.first().map(|reason| key(reason)),
                partial,
                reason_feedback: Vec::new(),
            },
        };
        let options: Vec<Option<&str>> =
            if reasons.is_empty() { vec![None] } else { reasons.iter().copied().map(Some).collect() };
        let every: Vec<Response> = [true, false]
            .into_iter()
            .flat_map(|says| {
                options.iter().map(move |reason| {
                    Response::TrueFalse(true_false::Response { says: Some(says), reason: reason.map(key) })
                })
            })
            .collect();
        check(&body, &every);
    }
}

#[test]
fn items_are_classified_matched_and_ordered_by_chance_as_often_as_all_answers_say() {
    for partial in [Partial::Each, Partial::Off] {
        let categories = ["red", "blue"];
        let body = Body::Classify {
            prompt: classify::Prompt {
                categories: categories.map(|one| classify::Category { key: key(one), text: text() }).to_vec(),
                items: items(&ITEMS),
            },
            key: classify::Key {
                places: pairs(&ITEMS, &["red", "red", "blue"]),
                partial,
                feedback: Vec::new(),
            },
        };
        let placed =
            |list: &Vec<&str>| Response::Classify(classify::Response { placed: pairs(&ITEMS, list) });
        check(&body, &lists(&categories, 3).iter().map(placed).collect::<Vec<_>>());

        let answers = ["first", "second", "third", "fourth"];
        let body = Body::Matching {
            prompt: matching::Prompt {
                items: items(&ITEMS),
                answers: answers.map(|one| matching::Answer { key: key(one), text: text() }).to_vec(),
            },
            key: matching::Key {
                pairs: pairs(&ITEMS, &["second", "first", "third"]),
                partial,
                feedback: Vec::new(),
            },
        };
        let every = lists(&answers, 3).into_iter().filter(|list| distinct(list));
        let matched =
            |list: Vec<&str>| Response::Matching(matching::Response { matched: pairs(&ITEMS, &list) });
        check(&body, &every.map(matched).collect::<Vec<_>>());

        let body = Body::Ordering {
            prompt: ordering::Prompt { items: items(&ITEMS) },
            key: ordering::Key { order: ITEMS.map(key).to_vec(), partial, feedback: Vec::new() },
        };
        let every = lists(&ITEMS, 3).into_iter().filter(|list| distinct(list));
        let ordered = |list: Vec<&str>| {
            Response::Ordering(ordering::Response { order: list.iter().map(|one| key(one)).collect() })
        };
        check(&body, &every.map(ordered).collect::<Vec<_>>());
    }
}

#[test]
fn a_definition_is_judged_by_chance_as_often_as_all_answers_say() {
    let element = |one: &str| Element { key: key(one), label: String::new(), ways: Vec::new(), unless: None };
    let finding = |one: &str| elements::Finding {
        element: key(one),
        met: elements::Met::Unclear,
        proof: Vec::new(),
        feedback: None,
    };
    let conclusions = ["yes", "no"];
    let body = Body::Elements {
        prompt: elements::Prompt {
            concept: key("concept"),
            term: String::new(),
            facts: text(),
            passages: Vec::new(),
            elements: ["act", "means"].map(element).to_vec(),
            conclusions: conclusions.map(|one| Choice { key: key(one), text: text() }).to_vec(),
        },
        key: elements::Key {
            findings: ["act", "means"].map(finding).to_vec(),
            conclusion: key("no"),
            partial: Partial::Each,
            feedback: Vec::new(),
        },
    };
    let mut every = Vec::new();
    for act in elements::Met::ALL {
        for means in elements::Met::ALL {
            for conclusion in conclusions {
                every.push(Response::Elements(elements::Response {
                    found: [(key("act"), act), (key("means"), means)].into_iter().collect(),
                    conclusion: Some(key(conclusion)),
                    proof: Map::new(),
                }));
            }
        }
    }
    check(&body, &every);
}

#[test]
fn where_chance_has_no_plain_meaning_there_is_no_guess_score() {
    let body = Body::MultipleResponse {
        prompt: domain::question::multiple_response::Prompt {
            options: ITEMS.map(|one| Choice { key: key(one), text: text() }).to_vec(),
        },
        key: domain::question::multiple_response::Key {
            correct: [key("one")].into_iter().collect::<Set<_>>(),
            partial: Partial::Each,
            feedback: Vec::new(),
            missed: Vec::new(),
            misconceptions: Vec::new(),
        },
    };
    assert_eq!(guess::of(&body), None);
}
