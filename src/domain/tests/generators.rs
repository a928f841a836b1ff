//! Random values of the crate's types, valid as `content` would build them, and responses that need not be.

use std::collections::BTreeSet;

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::course::Mode;
use crate::html::Html;
use crate::id::{Edition, QuestionRef, Slug};
use crate::log::{AttemptId, Entry, EntryId, Fact, GivenQuestion, Seq};
use crate::map::Map;
use crate::question::elements::{self, Finding, Met};
use crate::question::matching::Answer;
use crate::question::{Body, Choice, Level, Question, Response};
use crate::question::{classify, matching, multiple_response, single_choice, true_false};
use crate::random::Seed;
use crate::reference::{Citation, Element};
use crate::score::{Credit, Partial, Points};
use crate::time::{Millis, Timestamp};

/// The keys that questions are made from. No question uses all of them, so that each has foreign ones.
const KEYS: [&str; 8] = ["act", "border", "child", "deceit", "entry", "force", "gain", "harm"];

pub(super) fn id<T: From<Slug>>(name: &str) -> T {
    name.parse::<Slug>().unwrap().into()
}

pub(super) fn html(text: &str) -> Html {
    Html::made_safe(text.to_owned())
}

pub(super) fn partial() -> impl Strategy<Value = Partial> {
    select(&[Partial::Off, Partial::Each, Partial::Net, Partial::Coverage])
}

pub(super) fn mode() -> impl Strategy<Value = Mode> {
    select(&[Mode::Practice, Mode::Assessment])
}

fn key<T: From<Slug> + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(&KEYS).prop_map(id)
}

fn keys(count: impl Into<proptest::sample::SizeRange>) -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(KEYS.to_vec(), count).prop_shuffle()
}

fn choices(keys: &[&str]) -> Vec<Choice> {
    keys.iter().map(|key| Choice { key: id(key), text: html(key) }).collect()
}

fn items(keys: &[&str]) -> Vec<classify::Item> {
    keys.iter().map(|key| classify::Item { key: id(key), text: html(key) }).collect()
}

/// The prompt and key of a question of any kind.
pub(super) fn body() -> impl Strategy<Value = Body> {
    prop_oneof![
        single_choice_body(),
        multiple_response_body(),
        any::<bool>().prop_map(|answer| Body::TrueFalse {
            prompt: true_false::Prompt {},
            key: true_false::Key { answer, feedback: Vec::new() },
        }),
        classify_body(),
        matching_body(),
        elements_body(),
    ]
}

fn single_choice_body() -> impl Strategy<Value = Body> {
    (keys(2..=6), any::<prop::sample::Index>()).prop_map(|(keys, correct)| Body::SingleChoice {
        prompt: single_choice::Prompt { options: choices(&keys) },
        key: single_choice::Key {
            correct: id(keys[correct.index(keys.len())]),
            feedback: Vec::new(),
            misconceptions: Vec::new(),
        },
    })
}

fn multiple_response_body() -> impl Strategy<Value = Body> {
    (keys(2..=6), 1..=6_usize, partial()).prop_map(|(keys, right, partial)| Body::MultipleResponse {
        prompt: multiple_response::Prompt { options: choices(&sorted(&keys)) },
        key: multiple_response::Key {
            correct: keys.iter().take(right).map(|key| id(key)).collect(),
            partial,
            feedback: Vec::new(),
            misconceptions: Vec::new(),
        },
    })
}

fn classify_body() -> impl Strategy<Value = Body> {
    (keys(2..=4), keys(1..=6), vec(any::<prop::sample::Index>(), 6), partial()).prop_map(
        |(categories, of, places, partial)| Body::Classify {
            prompt: classify::Prompt {
                categories: categories
                    .iter()
                    .map(|key| classify::Category { key: id(key), text: html(key) })
                    .collect(),
                items: items(&of),
            },
            key: classify::Key {
                places: of
                    .iter()
                    .zip(&places)
                    .map(|(item, place)| (id(item), id(categories[place.index(categories.len())])))
                    .collect(),
                partial,
                feedback: Vec::new(),
            },
        },
    )
}

fn matching_body() -> impl Strategy<Value = Body> {
    (keys(2..=4), keys(4..=6), partial()).prop_map(|(of, answers, partial)| Body::Matching {
        prompt: matching::Prompt {
            items: items(&of),
            answers: sorted(&answers).iter().map(|key| Answer { key: id(key), text: html(key) }).collect(),
        },
        key: matching::Key {
            pairs: of.iter().zip(&answers).map(|(item, answer)| (id(item), id(answer))).collect(),
            partial,
            feedback: Vec::new(),
        },
    })
}

fn elements_body() -> impl Strategy<Value = Body> {
    (keys(1..=5), vec(select(&Met::ALL), 5), keys(2..=4), partial()).prop_map(
        |(of, met, conclusions, partial)| Body::Elements {
            prompt: elements::Prompt {
                concept: id("trafficking"),
                term: "trafficking".to_owned(),
                facts: html("A man drove her to a farm."),
                elements: of
                    .iter()
                    .map(|key| Element {
                        key: id(key),
                        label: (*key).to_owned(),
                        ways: Vec::new(),
                        unless: None,
                    })
                    .collect(),
                conclusions: choices(&sorted(&conclusions)),
            },
            key: elements::Key {
                findings: of
                    .iter()
                    .zip(met)
                    .map(|(key, met)| Finding { element: id(key), met, proof: Vec::new(), feedback: None })
                    .collect(),
                conclusion: id(conclusions[0]),
                partial,
                feedback: Vec::new(),
            },
        },
    )
}

fn sorted(keys: &[&'static str]) -> Vec<&'static str> {
    BTreeSet::from_iter(keys.iter().copied()).into_iter().collect()
}

/// A response to a question: complete or not, right or not, now and then with keys that the question does not have.
pub(super) fn response_to(body: &Body) -> BoxedStrategy<Response> {
    // Mostly one of the question's own, so that complete responses are common.
    fn own<T: Clone + std::fmt::Debug + From<Slug> + 'static>(own: Vec<T>) -> BoxedStrategy<Option<T>> {
        prop_oneof![8 => select(own).prop_map(Some), 1 => key().prop_map(Some), 1 => Just(None)].boxed()
    }
    match body {
        Body::SingleChoice { prompt, .. } => {
            own(prompt.options.iter().map(|option| option.key.clone()).collect())
                .prop_map(|chosen| Response::SingleChoice(single_choice::Response { chosen }))
                .boxed()
        }
        Body::MultipleResponse { .. } => btree_set(key(), 0..6)
            .prop_map(|chosen| {
                let chosen = chosen.into_iter().collect();
                Response::MultipleResponse(multiple_response::Response { chosen })
            })
            .boxed(),
        Body::TrueFalse { .. } => {
            any::<Option<bool>>().prop_map(|says| Response::TrueFalse(true_false::Response { says })).boxed()
        }
        Body::Classify { prompt, .. } => {
            let categories = prompt.categories.iter().map(|category| category.key.clone()).collect();
            pairs(prompt.items.iter().map(|item| item.key.clone()).collect(), own(categories))
                .prop_map(|placed| Response::Classify(classify::Response { placed }))
                .boxed()
        }
        Body::Matching { prompt, .. } => {
            let answers: Vec<_> = prompt.answers.iter().map(|answer| answer.key.clone()).collect();
            let items: Vec<_> = prompt.items.iter().map(|item| item.key.clone()).collect();
            let distinct = Just(answers.clone())
                .prop_shuffle()
                .prop_map({
                    let items = items.clone();
                    move |answers| items.iter().cloned().zip(answers).collect()
                })
                .boxed();
            prop_oneof![2 => distinct, 1 => pairs(items, own(answers))]
                .prop_map(|matched| Response::Matching(matching::Response { matched }))
                .boxed()
        }
        Body::Elements { prompt, .. } => {
            let of = prompt.elements.iter().map(|element| element.key.clone()).collect();
            let met = prop_oneof![9 => select(&Met::ALL).prop_map(Some), 1 => Just(None)];
            let conclusions = prompt.conclusions.iter().map(|option| option.key.clone()).collect();
            (pairs(of, met), own(conclusions))
                .prop_map(|(found, conclusion)| Response::Elements(elements::Response { found, conclusion }))
                .boxed()
        }
    }
}

/// A value, or none, for each of these, and now and then one for something foreign.
fn pairs<K, V>(
    of: Vec<K>,
    value: impl Strategy<Value = Option<V>> + Clone + 'static,
) -> BoxedStrategy<Map<K, V>>
where
    K: Clone + Ord + std::fmt::Debug + From<Slug> + 'static,
    V: Clone + std::fmt::Debug + 'static,
{
    let count = of.len();
    (vec(value.clone(), count), option::weighted(0.2, (key(), value)))
        .prop_map(move |(values, foreign)| {
            let all = foreign.into_iter().chain(of.iter().cloned().zip(values));
            all.filter_map(|(key, value)| Some((key, value?))).collect()
        })
        .boxed()
}

/// A question of any kind under this name.
pub(super) fn question(name: &str) -> impl Strategy<Value = Question> + use<> {
    let name: QuestionRef = name.parse().unwrap();
    (body(), 1..=3_u8, any::<bool>(), select(&["tell-apart", "child-rule"])).prop_map(
        move |(body, points, shuffle, objective)| Question {
            id: name.clone(),
            edition: Edition(1),
            language: "en".to_owned(),
            objective: id(objective),
            level: Level::Recall,
            points: Points::new(f64::from(points)),
            stem: html("Which?"),
            body,
            explain: html("Because."),
            sources: vec![Citation {
                source: id("protocol"),
                place: None,
                text: "Trafficking Protocol".to_owned(),
            }],
            as_of: None,
            held_by: None,
            shuffle,
        },
    )
}

/// A question's body and a response to it.
pub(super) fn answered() -> impl Strategy<Value = (Body, Response)> {
    body().prop_flat_map(|body| (Just(body.clone()), response_to(&body)))
}

/// A question's body and a response to it that can be marked.
pub(super) fn complete() -> impl Strategy<Value = (Body, Response)> {
    answered().prop_map(|(body, response)| {
        let response = if body.score(&response).is_ok() { response } else { body.model_response() };
        (body, response)
    })
}

/// A log: entries with ids of their own, in no order. What they tell need not hang together.
pub(super) fn log() -> impl Strategy<Value = Vec<Entry>> {
    vec((fact(), 0..12_u64, any::<u64>()), 0..30).prop_map(|facts| {
        let entry = |(place, (fact, seq, at))| Entry {
            id: EntryId::new(Timestamp(at), place as u128),
            seq: Seq(seq),
            at: Timestamp(at),
            fact,
        };
        facts.into_iter().enumerate().map(entry).collect()
    })
}

fn fact() -> impl Strategy<Value = Fact> {
    let attempt = || (0..3_u128).prop_map(|chance| AttemptId(EntryId::new(Timestamp(7), chance)));
    let question = || select(&["bank/one", "bank/two", "bank/three"]).prop_map(|name| name.parse().unwrap());
    let given =
        (question(), any::<u64>(), points(), keys(0..=4)).prop_map(|(question, edition, points, order)| {
            GivenQuestion {
                question,
                edition: Edition(edition),
                points,
                order: order.iter().map(|key| id(key)).collect(),
            }
        });
    let begun = (
        attempt(),
        select(&["law/crimes/practice", "law/crimes/assessment"]),
        mode(),
        option::of((0..=1000_u16).prop_map(|thousandths| f64::from(thousandths) / 1000.0)),
        any::<u64>(),
        vec(given, 0..4),
    );
    prop_oneof![
        1 => select(&["law/crimes/one", "law/crimes/two"])
            .prop_map(|lesson| Fact::LessonRead { lesson: lesson.parse().unwrap() }),
        3 => begun.prop_map(|(attempt, quiz, mode, pass, seed, given)| Fact::AttemptBegun {
            attempt,
            quiz: quiz.parse().unwrap(),
            mode,
            pass,
            seed: Seed(seed),
            given,
        }),
        5 => (attempt(), question(), any::<u64>(), answered(), 0.0..=1.0, any::<u64>()).prop_map(
            |(attempt, question, edition, (_, response), credit, took)| Fact::QuestionAnswered {
                attempt,
                question,
                edition: Edition(edition),
                response,
                credit: Credit::new(credit),
                took: Millis(took),
            }
        ),
        1 => attempt().prop_map(|attempt| Fact::AttemptFinished { attempt }),
    ]
}

/// An amount as authors write it.
fn points() -> impl Strategy<Value = Points> {
    (0..=10_000_u16).prop_map(|hundredths| Points::new(f64::from(hundredths) / 100.0))
}
