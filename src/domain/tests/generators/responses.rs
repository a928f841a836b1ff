//! Responses: complete or not, right or not, now and then with keys that the question does not have.

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::bodies::{PLACES, TEXTS};
use super::{KEYS, id, key};
use crate::id::{PassageKey, Slug};
use crate::map::{Map, Set};
use crate::question::elements::{self, Met};
use crate::question::{Body, Response, case, classify, cloze, highlight, matching, multiple_response};
use crate::question::{numeric, ordering, reflection, short_answer, single_choice, true_false};

/// What is typed into a field: right and wrong answers, slips, and what is no answer.
const TYPED: [&str; 9] =
    ["Palermo", "palermoo", "PALERMO.", "refugie", "no idea", "wrong", "", " . ", "١٩٥١"];

/// What is typed as a number. What has a digit is a number, and what has exactly four characters that are digits is a year.
const NUMBERS: [&str; 12] =
    ["0", "1950", "2,5", "1,234", "1 234,5", "-7", "+70 %", "٢٠٠٠", "", "many", "-", "two"];

/// A response to a question.
pub(in super::super) fn response_to(body: &Body) -> BoxedStrategy<Response> {
    match body {
        Body::SingleChoice { prompt, .. } => own(prompt.options.iter().map(|option| option.key.clone()))
            .prop_map(|chosen| Response::SingleChoice(single_choice::Response { chosen }))
            .boxed(),
        Body::MultipleResponse { .. } => keys_of(&KEYS)
            .prop_map(|chosen| Response::MultipleResponse(multiple_response::Response { chosen }))
            .boxed(),
        Body::TrueFalse { prompt, .. } => {
            let reasons: Vec<_> = prompt.reasons.iter().map(|reason| reason.key.clone()).collect();
            let reason = if reasons.is_empty() { Just(None).boxed() } else { own(reasons) };
            (any::<Option<bool>>(), reason)
                .prop_map(|(says, reason)| Response::TrueFalse(true_false::Response { says, reason }))
                .boxed()
        }
        Body::Classify { prompt, .. } => {
            let categories = prompt.categories.iter().map(|category| category.key.clone());
            pairs(prompt.items.iter().map(|item| item.key.clone()).collect(), own(categories))
                .prop_map(|placed| Response::Classify(classify::Response { placed }))
                .boxed()
        }
        Body::Matching { prompt, .. } => matched(prompt),
        Body::Elements { prompt, .. } => judged(prompt),
        Body::Ordering { prompt, .. } => {
            let items: Vec<_> = prompt.items.iter().map(|item| item.key.clone()).collect();
            let whole = Just(items).prop_shuffle().boxed();
            prop_oneof![4 => whole, 1 => vec(key(), 0..6)]
                .prop_map(|order| Response::Ordering(ordering::Response { order }))
                .boxed()
        }
        Body::Cloze { prompt, .. } => {
            let words = prompt.words.iter().map(|word| word.key.to_string());
            let own: Vec<String> = words.chain([String::new(), "foreign".to_owned()]).collect();
            let filling = if prompt.words.is_empty() { typed() } else { select(own).boxed() }.prop_map(Some);
            let filling = prop_oneof![9 => filling, 1 => Just(None)];
            pairs(prompt.text.places().map(|(gap, _)| gap.clone()).collect(), filling.boxed())
                .prop_map(|filled| Response::Cloze(cloze::Response { filled }))
                .boxed()
        }
        Body::ShortAnswer { .. } => {
            typed().prop_map(|text| Response::ShortAnswer(short_answer::Response { text })).boxed()
        }
        Body::Numeric { prompt, key } => numbered(prompt, key),
        Body::Highlight { .. } => {
            keys_of(&KEYS).prop_map(|marked| Response::Highlight(highlight::Response { marked })).boxed()
        }
        Body::Case { prompt, .. } => walked(prompt),
        Body::Reflection { .. } => (prop_oneof![typed(), any::<String>()], keys_of(&KEYS))
            .prop_map(|(text, ticked)| Response::Reflection(reflection::Response { text, ticked }))
            .boxed(),
    }
}

/// Mostly one of the question's own, so that complete responses are common.
fn own<T>(own: impl IntoIterator<Item = T>) -> BoxedStrategy<Option<T>>
where
    T: Clone + std::fmt::Debug + From<Slug> + 'static,
{
    let own: Vec<T> = own.into_iter().collect();
    prop_oneof![8 => select(own).prop_map(Some), 1 => key().prop_map(Some), 1 => Just(None)].boxed()
}

fn keys_of<K>(names: &'static [&str]) -> BoxedStrategy<Set<K>>
where
    K: Clone + Ord + std::fmt::Debug + From<Slug> + 'static,
{
    btree_set(select(names), 0..6).prop_map(|keys| keys.into_iter().map(id).collect()).boxed()
}

fn typed() -> BoxedStrategy<String> {
    let known = select(&TYPED).prop_map(str::to_owned);
    prop_oneof![3 => known, 3 => select(&TEXTS).prop_map(str::to_owned), 1 => any::<String>()].boxed()
}

fn matched(prompt: &matching::Prompt) -> BoxedStrategy<Response> {
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

fn judged(prompt: &elements::Prompt) -> BoxedStrategy<Response> {
    let of: Vec<_> = prompt.elements.iter().map(|element| element.key.clone()).collect();
    let met = prop_oneof![9 => select(&Met::ALL).prop_map(Some), 1 => Just(None)].boxed();
    let conclusions = prompt.conclusions.iter().map(|option| option.key.clone());
    let passages = subsequence(PLACES.to_vec(), 1..=2);
    let passages = passages.prop_map(|keys| keys.into_iter().map(id).collect::<Set<PassageKey>>());
    let proof = if prompt.passages.is_empty() {
        Just(Map::new()).boxed()
    } else {
        pairs(of.clone(), option::of(passages).boxed())
    };
    (pairs(of, met), own(conclusions), proof)
        .prop_map(|(found, conclusion, proof)| {
            Response::Elements(elements::Response { found, conclusion, proof })
        })
        .boxed()
}

fn numbered(prompt: &numeric::Prompt, key: &numeric::Key) -> BoxedStrategy<Response> {
    let near = [0.0, 0.4, -1.0, 1000.0].map(|away| (key.value + away).to_string());
    let text = prop_oneof![select(near.to_vec()), select(&NUMBERS).prop_map(str::to_owned)];
    let units: Vec<_> = prompt.units.iter().map(|unit| unit.key.clone()).collect();
    let unit = if units.is_empty() { Just(None).boxed() } else { own(units) };
    (text, unit).prop_map(|(text, unit)| Response::Numeric(numeric::Response { text, unit })).boxed()
}

/// A way through the case, to its end or not; now and then with a decision that cannot be made where it stands.
fn walked(prompt: &case::Prompt) -> BoxedStrategy<Response> {
    let prompt = prompt.clone();
    let stray = option::weighted(0.2, (key(), key()));
    (vec(any::<Index>(), 0..6), stray)
        .prop_map(move |(turns, stray)| {
            let mut response = case::Response::default();
            for turn in turns {
                let case::Stand::At(step) = prompt.follow(&response) else { break };
                let way = turn.get(&step.ways);
                response.taken.push(case::Taken { step: step.key.clone(), way: way.key.clone() });
            }
            response.taken.extend(stray.map(|(step, way)| case::Taken { step, way }));
            Response::Case(response)
        })
        .boxed()
}

/// A value, or none, for each of these, and now and then one for something foreign.
fn pairs<K, V>(of: Vec<K>, value: BoxedStrategy<Option<V>>) -> BoxedStrategy<Map<K, V>>
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
