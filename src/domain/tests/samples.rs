//! Values that tests are written with: questions and responses as short as they can be said.

use super::generators::{html, id};
use crate::conditions::Conditions;
use crate::course::{Mode, Quiz};
use crate::id::{Edition, Slug};
use crate::log::{AttemptId, EntryId, Fact};
use crate::question::flow::{Flow, Paragraph, Piece};
use crate::question::{Body, Choice, Hint, Level, Question, Response};
use crate::question::{classify, matching, multiple_response, ordering, reflection, short_answer};
use crate::question::{single_choice, true_false};
use crate::random::Seed;
use crate::score::{Credit, Partial, Points};
use crate::session::{Paper, Session, begin};
use crate::time::Timestamp;
use crate::typed::Folding;

pub(super) fn choices(keys: &[&str]) -> Vec<Choice> {
    keys.iter().map(|key| Choice { key: id(key), text: html(key) }).collect()
}

pub(super) fn items(keys: &[&str]) -> Vec<classify::Item> {
    keys.iter().map(|key| classify::Item { key: id(key), text: html(key) }).collect()
}

pub(super) fn categories(keys: &[&str]) -> Vec<classify::Category> {
    keys.iter().map(|key| classify::Category { key: id(key), text: html(key) }).collect()
}

pub(super) fn answers(keys: &[&str]) -> Vec<matching::Answer> {
    keys.iter().map(|key| matching::Answer { key: id(key), text: html(key) }).collect()
}

/// A text of two paragraphs in which these places stand, with words between them.
pub(super) fn flow<K: From<Slug>>(places: &[&str]) -> Flow<K> {
    let paragraph = |places: &[&str]| {
        let place = |key: &&str| Piece { place: Some(id(key)), text: html(key) };
        let words = Piece { place: None, text: html(" and ") };
        Paragraph { pieces: places.iter().map(place).chain([words]).collect() }
    };
    let (first, second) = places.split_at(places.len() / 2);
    Flow { paragraphs: vec![paragraph(first), paragraph(second)] }
}

pub(super) fn one_of(keys: &[&str], correct: &str) -> Body {
    Body::SingleChoice {
        prompt: single_choice::Prompt { options: choices(keys) },
        key: single_choice::Key {
            correct: id(correct),
            feedback: Vec::new(),
            missed: Vec::new(),
            misconceptions: Vec::new(),
        },
    }
}

pub(super) fn chosen(key: &str) -> Response {
    Response::SingleChoice(single_choice::Response { chosen: Some(id(key)) })
}

pub(super) fn several_of(keys: &[&str], correct: &[&str], partial: Partial) -> Body {
    Body::MultipleResponse {
        prompt: multiple_response::Prompt { options: choices(keys) },
        key: multiple_response::Key {
            correct: correct.iter().map(|key| id(key)).collect(),
            partial,
            feedback: Vec::new(),
            missed: Vec::new(),
            misconceptions: Vec::new(),
        },
    }
}

pub(super) fn several(keys: &[&str]) -> Response {
    Response::MultipleResponse(multiple_response::Response {
        chosen: keys.iter().map(|key| id(key)).collect(),
    })
}

pub(super) fn statement(answer: bool) -> Body {
    Body::TrueFalse {
        prompt: true_false::Prompt::default(),
        key: true_false::Key {
            answer,
            feedback: Vec::new(),
            reason: None,
            partial: Partial::Each,
            reason_feedback: Vec::new(),
        },
    }
}

pub(super) fn says(answer: bool) -> Response {
    Response::TrueFalse(true_false::Response { says: Some(answer), reason: None })
}

pub(super) fn sorting(placed: &[(&str, &str)]) -> Response {
    let placed = placed.iter().map(|(item, category)| (id(item), id(category))).collect();
    Response::Classify(classify::Response { placed })
}

pub(super) fn ordered(order: &[&str]) -> Response {
    Response::Ordering(ordering::Response { order: order.iter().map(|key| id(key)).collect() })
}

pub(super) fn typed(text: &str) -> Response {
    Response::ShortAnswer(short_answer::Response { text: text.to_owned() })
}

pub(super) fn to_be_typed(accept: &[&str]) -> Body {
    Body::ShortAnswer {
        prompt: short_answer::Prompt {},
        key: short_answer::Key {
            accept: accept.iter().map(|text| (*text).to_owned()).collect(),
            folding: Folding::default(),
            expected: Vec::new(),
            feedback: None,
        },
    }
}

pub(super) fn to_think_about(checklist: &[&str]) -> Body {
    Body::Reflection {
        prompt: reflection::Prompt {},
        key: reflection::Key { model: html("A good answer."), checklist: choices(checklist) },
    }
}

pub(super) fn thought(text: &str, ticked: &[&str]) -> Response {
    let ticked = ticked.iter().map(|key| id(key)).collect();
    Response::Reflection(reflection::Response { text: text.to_owned(), ticked })
}

/// A question of the bank `bank`.
pub(super) fn question(name: &str, objective: &str, points: f64, body: Body) -> Question {
    Question {
        id: format!("bank/{name}").parse().unwrap(),
        edition: Edition(1),
        language: "en".to_owned(),
        objective: id(objective),
        level: Level::Recall,
        points: Points::new(points),
        stimulus: None,
        stem: html("Which?"),
        body,
        hints: Vec::new(),
        explain: html("Because."),
        sources: Vec::new(),
        as_of: None,
        held_by: None,
        shuffle: true,
        was: Vec::new(),
        added: None,
        retired: None,
    }
}

/// Hints at these costs.
pub(super) fn hints(costs: &[f64]) -> Vec<Hint> {
    costs.iter().map(|cost| Hint { text: html("Look again."), cost: Credit::new(*cost) }).collect()
}

pub(super) fn quiz(mode: Mode, pass: Option<f64>, conditions: Conditions) -> Quiz {
    Quiz {
        id: id("quiz"),
        title: "Quiz".to_owned(),
        mode,
        pass,
        conditions,
        bands: Vec::new(),
        draws: Vec::new(),
        was: Vec::new(),
    }
}

/// An attempt at `law/crimes/quiz`, begun at the moment 0.
pub(super) fn start(
    mode: Mode,
    pass: Option<f64>,
    conditions: Conditions,
    questions: Vec<Question>,
) -> (Session, Fact) {
    let reference = "law/crimes/quiz".parse().unwrap();
    let attempt = AttemptId(EntryId::new(Timestamp(0), 0));
    let paper = Paper { questions, seed: Seed(1), code: None };
    begin(attempt, (reference, &quiz(mode, pass, conditions)), paper, None, Timestamp(0))
}
