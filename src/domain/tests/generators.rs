//! Random values of the crate's types, valid as `content` would build them, and responses that need not be.

mod bodies;
mod facts;
mod responses;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

pub(super) use self::bodies::body;
pub(super) use self::facts::log;
pub(super) use self::responses::response_to;
use super::samples;
use crate::conditions::{Conditions, Grade, Navigation};
use crate::course::Mode;
use crate::html::Html;
use crate::id::{QuestionRef, Slug};
use crate::question::{Body, Hint, Question, Response, Stimulus};
use crate::reference::Citation;
use crate::score::{Certainty, Credit, Partial, Points};
use crate::time::Millis;

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

pub(super) fn certainty() -> impl Strategy<Value = Certainty> {
    select(&Certainty::ALL)
}

/// A share in hundredths, as authors write it.
pub(super) fn credit() -> impl Strategy<Value = Credit> {
    (0..=100_u8).prop_map(|hundredths| Credit::new(f64::from(hundredths) / 100.0))
}

/// The conditions of a quiz; half of the quizzes say nothing of each.
pub(super) fn conditions() -> impl Strategy<Value = Conditions> {
    let penalty = select(&[0.0, 0.25, 1.0 / 3.0, 0.5, 1.0]).prop_map(Credit::new);
    let time = (1..120_u64).prop_map(|seconds| Millis(1000 * seconds));
    (
        prop_oneof![Just(0), 1..4_u32],
        penalty,
        any::<bool>(),
        option::of(select(&[Navigation::Sequential, Navigation::Free])),
        option::of(1..4_u32),
        select(&[Grade::Best, Grade::Last, Grade::First, Grade::Average]),
        option::of(time),
    )
        .prop_map(|(further_tries, penalty, certainty, navigation, attempts, grade, time)| Conditions {
            further_tries,
            penalty,
            certainty,
            navigation,
            attempts,
            grade,
            time,
        })
}

fn key<T: From<Slug> + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(&KEYS).prop_map(id)
}

fn keys(count: impl Into<proptest::sample::SizeRange>) -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(KEYS.to_vec(), count).prop_shuffle()
}

/// A question of any kind under this name. One that is never marked is worth nothing, and its hints are free.
pub(super) fn question(name: &str) -> impl Strategy<Value = Question> + use<> {
    let name: QuestionRef = name.parse().unwrap();
    let stimulus = option::of(Just(Stimulus {
        id: id("the-farm"),
        title: "The farm".to_owned(),
        body: html("A man drove her to a farm."),
    }));
    let more = (stimulus, vec(credit(), 0..3));
    (body(), 1..=3_u8, any::<bool>(), select(&["tell-apart", "child-rule"]), more).prop_map(
        move |(body, points, shuffle, objective, (stimulus, costs))| {
            let is_marked = body.kind().is_marked();
            let points = if is_marked { f64::from(points) } else { 0.0 };
            let hint = |cost| Hint { text: html("Look."), cost: if is_marked { cost } else { Credit::NONE } };
            Question {
                points: Points::new(points),
                stimulus,
                hints: costs.into_iter().map(hint).collect(),
                sources: vec![Citation {
                    source: id("protocol"),
                    place: None,
                    text: "Trafficking Protocol".to_owned(),
                    language: "en".to_owned(),
                }],
                shuffle,
                id: name.clone(),
                ..samples::question("any", objective, points, body)
            }
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

/// Random questions by the reference that they are given under.
pub(super) fn reference() -> impl Strategy<Value = QuestionRef> {
    select(&["bank/one", "bank/two", "bank/three"]).prop_map(|name| name.parse().unwrap())
}
