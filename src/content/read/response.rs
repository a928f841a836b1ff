//! A response as an author writes it in a test of a question.

use std::collections::BTreeSet;
use std::str::FromStr;

use domain::id::{
    AnswerKey, CategoryKey, ElementKey, GapKey, ItemKey, NotASlug, OptionKey, PassageKey, StepKey,
};
use domain::map::{Map, Set};
use domain::question::{Body, Response, case, classify, cloze, elements, highlight, matching};
use domain::question::{
    multiple_response, numeric, ordering, reflection, short_answer, single_choice, true_false,
};

use super::question::{cloze as cloze_reader, elements::met};
use crate::desk::{Read, shown};
use crate::diagnostic::Code;
use crate::place::Placed;
use crate::shape::{Of, Shape, needed};
use crate::syntax::tree::Data;
use crate::value::{Value, all, listed, slug};

static REASONED: Shape = Shape::new(
    "reasoned-response",
    "the response",
    &[&[needed("answer", Of::Boolean, "The answer."), needed("reason", Of::Id, "The key of a reason.")]],
);
static MEASURED: Shape = Shape::new(
    "measured-response",
    "the response",
    &[&[needed("number", Of::Any, "The number."), needed("unit", Of::Id, "The key of a unit.")]],
);

/// Reads a response to a question of this kind; it may name only what the question has.
pub(crate) fn response(value: Value<'_>, body: &Body) -> Read<Response> {
    match body {
        Body::SingleChoice { prompt, .. } => {
            let options: Vec<&str> = prompt.options.iter().map(|option| option.key.as_str()).collect();
            let chosen = one(value, "option", &options)?;
            Ok(Response::SingleChoice(single_choice::Response { chosen: Some(chosen) }))
        }
        Body::MultipleResponse { prompt, .. } => {
            let options: Vec<&str> = prompt.options.iter().map(|option| option.key.as_str()).collect();
            let chosen = some::<OptionKey>(value, "option", &options)?;
            Ok(Response::MultipleResponse(multiple_response::Response { chosen }))
        }
        Body::TrueFalse { prompt, .. } => on_statement(value, prompt),
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
        Body::Ordering { prompt, .. } => {
            let items: Vec<&str> = prompt.items.iter().map(|item| item.key.as_str()).collect();
            let order = value.list(|value| one::<ItemKey>(value, "item", &items))?;
            Ok(Response::Ordering(ordering::Response { order }))
        }
        Body::Cloze { prompt, .. } => on_cloze(value, prompt),
        Body::ShortAnswer { .. } => {
            Ok(Response::ShortAnswer(short_answer::Response { text: value.plain()? }))
        }
        Body::Numeric { prompt, .. } => on_numeric(value, prompt),
        Body::Highlight { prompt, .. } => {
            let passages: Vec<&str> = prompt.text.places().map(|(passage, _)| passage.as_str()).collect();
            let marked = some::<PassageKey>(value, "passage", &passages)?;
            Ok(Response::Highlight(highlight::Response { marked }))
        }
        Body::Case { prompt, .. } => on_case(value, prompt),
        Body::Reflection { .. } => {
            let text = value.plain()?;
            Ok(Response::Reflection(reflection::Response { text, ticked: Set::default() }))
        }
    }
}

/// `true`, or `{ answer = true, reason = "key" }` where a reason is asked for.
fn on_statement(value: Value<'_>, prompt: &true_false::Prompt) -> Read<Response> {
    if prompt.reasons.is_empty() {
        let says = Some(value.boolean()?);
        return Ok(Response::TrueFalse(true_false::Response { says, reason: None }));
    }
    let reasons: Vec<&str> = prompt.reasons.iter().map(|reason| reason.key.as_str()).collect();
    let fields = value.table(&REASONED)?;
    let says = fields.required("answer", Value::boolean);
    let reason = fields.required("reason", |value| one(value, "reason", &reasons));
    Ok(Response::TrueFalse(true_false::Response { says: Some(says?), reason: Some(reason?) }))
}

fn on_elements(value: Value<'_>, prompt: &elements::Prompt) -> Read<Response> {
    let elements: Vec<&str> = prompt.elements.iter().map(|element| element.key.as_str()).collect();
    let keys: Vec<&str> = elements.iter().copied().chain(["conclusion", "proof"]).collect();
    let conclusions: Vec<&str> = prompt.conclusions.iter().map(|option| option.key.as_str()).collect();
    let passages: Vec<&str> = prompt.passages.iter().map(|passage| passage.key.as_str()).collect();
    let mut response = elements::Response::default();
    let mut result = Ok(());
    for (key, value) in value.pairs("the response")? {
        let read = known(value, &key, "element", &keys).and_then(|()| {
            match key.value {
                "conclusion" => response.conclusion = Some(one(value, "conclusion", &conclusions)?),
                "proof" => {
                    for (key, value) in value.pairs("the proof")? {
                        known(value, &key, "element", &elements)?;
                        let element: ElementKey = slug(value.desk, key.value, key.place)?;
                        response.proof.insert(element, some(value, "passage", &passages)?);
                    }
                }
                _ => {
                    let element: ElementKey = slug(value.desk, key.value, key.place)?;
                    response.found.insert(element, met(value)?);
                }
            }
            Ok(())
        });
        result = result.and(read);
    }
    result.map(|()| Response::Elements(response))
}

/// The text or the word of each gap.
fn on_cloze(value: Value<'_>, prompt: &cloze::Prompt) -> Read<Response> {
    let gaps: Vec<&str> = cloze_reader::keys(prompt).into_iter().collect();
    let words: Vec<&str> = prompt.words.iter().map(|word| word.key.as_str()).collect();
    let filled = value.pairs("the response")?.into_iter().map(|(key, value)| {
        known(value, &key, "gap", &gaps)?;
        let gap: GapKey = slug(value.desk, key.value, key.place)?;
        let text = if words.is_empty() {
            value.plain()?
        } else {
            one::<OptionKey>(value, "word", &words)?.to_string()
        };
        Ok((gap, text))
    });
    let filled: Vec<Read<(GapKey, String)>> = filled.collect();
    let filled = all(filled.into_iter())?.into_iter().collect();
    Ok(Response::Cloze(cloze::Response { filled }))
}

/// A number, or a text as a learner would type it; with `unit` where there is one to choose.
fn on_numeric(value: Value<'_>, prompt: &numeric::Prompt) -> Read<Response> {
    let number = |value: Value<'_>| {
        if let Data::Text(_) = value.node.data {
            return value.plain();
        }
        value.number(f64::MIN..=f64::MAX).map(|number| number.to_string())
    };
    if prompt.units.is_empty() {
        return Ok(Response::Numeric(numeric::Response { text: number(value)?, unit: None }));
    }
    let units: Vec<&str> = prompt.units.iter().map(|unit| unit.key.as_str()).collect();
    let fields = value.table(&MEASURED)?;
    let text = fields.required("number", number);
    let unit = fields.required("unit", |value| one(value, "unit", &units));
    Ok(Response::Numeric(numeric::Response { text: text?, unit: Some(unit?) }))
}

/// The ways that are taken, from the first step on.
fn on_case(value: Value<'_>, prompt: &case::Prompt) -> Read<Response> {
    let mut response = case::Response::default();
    for value in value.items()? {
        let (step, ways): (Option<StepKey>, Vec<&str>) = match prompt.follow(&response) {
            case::Stand::At(step) => {
                (Some(step.key.clone()), step.ways.iter().map(|way| way.key.as_str()).collect())
            }
            case::Stand::End(_) | case::Stand::Lost => (None, Vec::new()),
        };
        let Some(step) = step else {
            let message = "The case is at its end before this way.";
            return Err(value.error(Code::TestResponse, message, "Leave it out."));
        };
        response.taken.push(case::Taken { step, way: one(value, "way", &ways)? });
    }
    Ok(Response::Case(response))
}

/// A key of something that the question has.
fn one<K: FromStr<Err = NotASlug>>(value: Value<'_>, what: &str, keys: &[&str]) -> Read<K> {
    let id: Placed<K> = value.id()?;
    known(value, &Placed { value: value.written()?.value, place: value.place() }, what, keys)?;
    Ok(id.value)
}

/// Keys of things that the question has.
fn some<K: FromStr<Err = NotASlug> + Ord>(value: Value<'_>, what: &str, keys: &[&str]) -> Read<Set<K>> {
    let named: Vec<K> = value.list(|value| one(value, what, keys))?;
    Ok(named.into_iter().collect())
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
    let help = value.desk.meant(written.place, written.value, keys.iter().copied());
    let help = help.unwrap_or_else(|| format!("It has {}.", listed(keys.iter().copied())).into());
    let message = format!("The question has no {what} `{}`.", shown(written.value));
    Err(value.desk.faults.error(Code::TestResponse, written.place, message, help))
}

/// What is still to be decided, in words that follow *it*.
pub(crate) fn what_is_open(body: &Body, response: &Response) -> String {
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
        (Body::Ordering { prompt, .. }, Response::Ordering(response)) => {
            let open = prompt.items.iter().filter(|item| !response.order.contains(&item.key));
            let open: Vec<&str> = open.map(|item| item.key.as_str()).collect();
            if open.is_empty() {
                return "places an item twice".to_owned();
            }
            open
        }
        (Body::Cloze { prompt, .. }, Response::Cloze(response)) => {
            let gaps: BTreeSet<&str> = cloze_reader::keys(prompt);
            let open = |gap: &&str| !response.filled.keys().any(|filled| filled.as_str() == *gap);
            gaps.into_iter().filter(open).collect()
        }
        (Body::Numeric { .. }, Response::Numeric(response)) => {
            return format!("has no number in `{}`", shown(&response.text));
        }
        (Body::Case { prompt, .. }, Response::Case(response)) => match prompt.follow(response) {
            case::Stand::At(step) => return format!("stops at the step `{}`", step.key),
            case::Stand::End(_) | case::Stand::Lost => Vec::new(),
        },
        _ => return "chooses nothing".to_owned(),
    };
    format!("leaves {} open", listed(open.into_iter()))
}
