//! A test is what the author promises of a question: this `response` earns this `score`, a share of the points from 0 to 1. It is run by the
//! same code that marks the learners' answers. The response is finished (every item is placed, every element is
//! judged) and names only what the question has.

use std::str::FromStr;

use domain::id::{AnswerKey, CategoryKey, ElementKey, ItemKey, NotASlug, OptionKey};
use domain::map::Map;
use domain::question::{Body, Question, Response, classify, elements, matching};
use domain::question::{multiple_response, single_choice, true_false};

use crate::desk::{Read, shown};
use crate::diagnostic::Code;
use crate::place::Placed;
use crate::read::question::elements::met;
use crate::value::{Value, all, listed, slug};

const TEST: &[&str] = &["response", "score"];

/// How far a score may be from what was promised: as much as decimal fractions lose in a computer.
const TOLERANCE: f64 = 1e-9;

/// One test of a question.
pub(crate) fn check(value: Value<'_>, question: &Question) -> Read<()> {
    let fields = value.table("a test", TEST)?;
    let response = fields.required("response", |value| Ok((value, response(value, &question.body)?)));
    let promised = fields.required("score", |value| Ok((value, value.number(0.0..=1.0)?)));
    let ((at_response, response), (at_score, promised)) = (response?, promised?);
    let Ok(marks) = question.score(&response) else {
        let message =
            format!("The response is not finished: it {}.", what_is_open(&question.body, &response));
        let help = "A test answers the whole question.";
        return Err(at_response.desk.faults.error(Code::NotReady, at_response.place(), message, help));
    };
    let earned = marks.credit.share();
    if (earned - promised).abs() <= TOLERANCE {
        return Ok(());
    }
    let message = format!("This response scores {}, not {}.", rounded(earned), rounded(promised));
    let help = "See whether the key, `partial` or this number is what you mean.";
    Err(at_score.error(Code::FailedTest, message, help))
}

fn response(value: Value<'_>, body: &Body) -> Read<Response> {
    match body {
        Body::SingleChoice { prompt, .. } => {
            let options: Vec<&str> = prompt.options.iter().map(|option| option.key.as_str()).collect();
            let chosen = one(value, "option", &options)?;
            Ok(Response::SingleChoice(single_choice::Response { chosen: Some(chosen) }))
        }
        Body::MultipleResponse { prompt, .. } => {
            let options: Vec<&str> = prompt.options.iter().map(|option| option.key.as_str()).collect();
            let chosen: Vec<OptionKey> = value.list(|value| one(value, "option", &options))?;
            let chosen = chosen.into_iter().collect();
            Ok(Response::MultipleResponse(multiple_response::Response { chosen }))
        }
        Body::TrueFalse { .. } => {
            Ok(Response::TrueFalse(true_false::Response { says: Some(value.boolean()?) }))
        }
        Body::Classify { prompt, .. } => {
            let items: Vec<&str> = prompt.items.iter().map(|item| item.key.as_str()).collect();
            let categories: Vec<&str> =
                prompt.categories.iter().map(|category| category.key.as_str()).collect();
            let placed = pairs::<CategoryKey>(value, &items, "category", &categories)?;
            Ok(Response::Classify(classify::Response { placed }))
        }
        Body::Matching { prompt, .. } => {
            let items: Vec<&str> = prompt.items.iter().map(|item| item.key.as_str()).collect();
            let answers: Vec<&str> = prompt.answers.iter().map(|answer| answer.key.as_str()).collect();
            let matched = pairs::<AnswerKey>(value, &items, "answer", &answers)?;
            Ok(Response::Matching(matching::Response { matched }))
        }
        Body::Elements { prompt, .. } => on_elements(value, prompt),
    }
}

fn on_elements(value: Value<'_>, prompt: &elements::Prompt) -> Read<Response> {
    let keys: Vec<&str> =
        prompt.elements.iter().map(|element| element.key.as_str()).chain(["conclusion"]).collect();
    let conclusions: Vec<&str> = prompt.conclusions.iter().map(|option| option.key.as_str()).collect();
    let mut response = elements::Response::default();
    let mut result = Ok(());
    for (key, value) in value.pairs("the response")? {
        let read = known(value, &key, "element", &keys).and_then(|()| {
            if key.value == "conclusion" {
                response.conclusion = Some(one(value, "conclusion", &conclusions)?);
            } else {
                let element: ElementKey = slug(value.desk, key.value, key.place)?;
                response.found.insert(element, met(value)?);
            }
            Ok(())
        });
        result = result.and(read);
    }
    result.map(|()| Response::Elements(response))
}

/// A key of something that the question has.
fn one<K: FromStr<Err = NotASlug>>(value: Value<'_>, what: &str, keys: &[&str]) -> Read<K> {
    let id: Placed<K> = value.id()?;
    known(value, &Placed { value: value.text()?.value, place: value.place() }, what, keys)?;
    Ok(id.value)
}

fn pairs<K: FromStr<Err = NotASlug>>(
    value: Value<'_>,
    items: &[&str],
    what: &str,
    goals: &[&str],
) -> Read<Map<ItemKey, K>> {
    let pairs = value.pairs("the response")?.into_iter().map(|(key, value)| {
        let item = known(value, &key, "item", items).and_then(|()| slug(value.desk, key.value, key.place));
        let goal = one(value, what, goals);
        Ok((item?, goal?))
    });
    let pairs: Vec<Read<(ItemKey, K)>> = pairs.collect();
    Ok(all(pairs.into_iter())?.into_iter().collect())
}

fn known(value: Value<'_>, written: &Placed<&str>, what: &str, keys: &[&str]) -> Read<()> {
    if keys.contains(&written.value) {
        return Ok(());
    }
    let help = match value.desk.suggest(written.value, keys.iter().copied()) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => format!("It has {}.", listed(keys.iter().copied())),
    };
    let message = format!("The question has no {what} `{}`.", shown(written.value));
    Err(value.desk.faults.error(Code::TestResponse, written.place, message, help))
}

/// What is still to be decided, in words.
fn what_is_open(body: &Body, response: &Response) -> String {
    let open: Vec<&str> = match (body, response) {
        (Body::Classify { prompt, .. }, Response::Classify(response)) => {
            let open = prompt.items.iter().filter(|item| !response.placed.contains_key(&item.key));
            open.map(|item| item.key.as_str()).collect()
        }
        (Body::Matching { prompt, .. }, Response::Matching(response)) => {
            let open = prompt.items.iter().filter(|item| !response.matched.contains_key(&item.key));
            let open: Vec<&str> = open.map(|item| item.key.as_str()).collect();
            if open.is_empty() {
                return "gives one answer to two items".to_owned();
            }
            open
        }
        (Body::Elements { prompt, .. }, Response::Elements(response)) => {
            let open = prompt.elements.iter().filter(|element| !response.found.contains_key(&element.key));
            let conclusion = response.conclusion.is_none().then_some("conclusion");
            open.map(|element| element.key.as_str()).chain(conclusion).collect()
        }
        _ => return "chooses nothing".to_owned(),
    };
    format!("leaves {} open", listed(open.into_iter()))
}

/// A score in as many digits as tell it apart from others.
fn rounded(score: f64) -> String {
    let text = format!("{score:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.to_owned()
}
