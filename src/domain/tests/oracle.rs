//! What scoring is compared with: the rules written down a second time and as plainly as can be, and questions and responses that were
//! changed in a known way.

use std::collections::BTreeSet;

use proptest::sample::Index;

use super::generators::id;
use crate::id::{ItemKey, Slug};
use crate::question::{Body, Response, Unmarkable};
use crate::question::{case, classify, elements, highlight, matching, multiple_response, numeric, ordering};
use crate::question::{cloze, true_false};
use crate::score::{Credit, Marks, Partial};
use crate::typed::says_something;

/// The question under another rule for partial credit, where it has one.
pub(super) fn with_rule(mut body: Body, rule: Partial) -> Body {
    match &mut body {
        Body::SingleChoice { .. }
        | Body::ShortAnswer { .. }
        | Body::Case { .. }
        | Body::Reflection { .. } => {}
        Body::MultipleResponse { key, .. } => key.partial = rule,
        Body::TrueFalse { key, .. } => key.partial = rule,
        Body::Classify { key, .. } => key.partial = rule,
        Body::Matching { key, .. } => key.partial = rule,
        Body::Elements { key, .. } => key.partial = rule,
        Body::Ordering { key, .. } => key.partial = rule,
        Body::Cloze { key, .. } => key.partial = rule,
        Body::Numeric { key, .. } => key.partial = rule,
        Body::Highlight { key, .. } => key.partial = rule,
    }
    body
}

/// The question with everything in its prompt in another order.
pub(super) fn with_prompt_turned(mut body: Body, turn: Index) -> Body {
    fn turned<T>(things: &mut [T], turn: Index) {
        if !things.is_empty() {
            things.rotate_left(turn.index(things.len()));
            things.reverse();
        }
    }
    match &mut body {
        Body::SingleChoice { prompt, .. } => turned(&mut prompt.options, turn),
        Body::MultipleResponse { prompt, .. } => turned(&mut prompt.options, turn),
        Body::TrueFalse { prompt, .. } => turned(&mut prompt.reasons, turn),
        Body::Classify { prompt, .. } => {
            turned(&mut prompt.items, turn);
            turned(&mut prompt.categories, turn);
        }
        Body::Matching { prompt, .. } => {
            turned(&mut prompt.items, turn);
            turned(&mut prompt.answers, turn);
        }
        Body::Elements { prompt, key } => {
            turned(&mut prompt.passages, turn);
            turned(&mut prompt.elements, turn);
            turned(&mut prompt.conclusions, turn);
            turned(&mut key.findings, turn);
        }
        Body::Ordering { prompt, .. } => turned(&mut prompt.items, turn),
        Body::Cloze { prompt, .. } => {
            turned(&mut prompt.text.paragraphs, turn);
            turned(&mut prompt.words, turn);
        }
        Body::Numeric { prompt, .. } => turned(&mut prompt.units, turn),
        Body::Highlight { prompt, .. } => turned(&mut prompt.text.paragraphs, turn),
        // The first step is where the case begins.
        Body::Case { prompt, .. } => {
            turned(&mut prompt.steps[1..], turn);
            prompt.steps.iter_mut().for_each(|step| turned(&mut step.ways, turn));
        }
        Body::ShortAnswer { .. } => {}
        Body::Reflection { key, .. } => turned(&mut key.checklist, turn),
    }
    body
}

/// On which decisions two responses agree, in the author's order; none where an answer can be right and differ from the model
/// response, or where nothing is right.
pub(super) fn agreement(body: &Body, one: &Response, other: &Response) -> Option<Vec<bool>> {
    Some(match (body, one, other) {
        (Body::SingleChoice { .. }, one, other) => vec![one == other],
        (
            Body::MultipleResponse { prompt, .. },
            Response::MultipleResponse(one),
            Response::MultipleResponse(other),
        ) => {
            let chosen = |key| one.chosen.contains(key) == other.chosen.contains(key);
            prompt.options.iter().map(|option| chosen(&option.key)).collect()
        }
        (Body::TrueFalse { prompt, .. }, Response::TrueFalse(one), Response::TrueFalse(other)) => {
            let says = one.says == other.says;
            if prompt.reasons.is_empty() {
                vec![says]
            } else {
                vec![says, says && one.reason == other.reason]
            }
        }
        (Body::Classify { prompt, .. }, Response::Classify(one), Response::Classify(other)) => {
            prompt.items.iter().map(|item| one.placed[&item.key] == other.placed[&item.key]).collect()
        }
        (Body::Matching { prompt, .. }, Response::Matching(one), Response::Matching(other)) => {
            prompt.items.iter().map(|item| one.matched[&item.key] == other.matched[&item.key]).collect()
        }
        (Body::Elements { prompt, key }, Response::Elements(one), Response::Elements(other)) => {
            let found =
                prompt.elements.iter().map(|element| one.found[&element.key] == other.found[&element.key]);
            let proven = key.findings.iter().filter(|finding| !finding.proof.is_empty());
            let proof =
                proven.map(|finding| one.proof.get(&finding.element) == other.proof.get(&finding.element));
            found.chain(proof).chain([one.conclusion == other.conclusion]).collect()
        }
        (Body::Ordering { key, .. }, Response::Ordering(one), Response::Ordering(other)) => {
            let pairs = |order: &[ItemKey]| -> BTreeSet<(ItemKey, ItemKey)> {
                order.iter().cloned().zip(order.iter().skip(1).cloned()).collect()
            };
            let (one, other) = (pairs(&one.order), pairs(&other.order));
            let pair = |(first, second): (&ItemKey, &ItemKey)| {
                let pair = (first.clone(), second.clone());
                one.contains(&pair) == other.contains(&pair)
            };
            key.order.iter().zip(key.order.iter().skip(1)).map(pair).collect()
        }
        (Body::Cloze { prompt, .. }, Response::Cloze(one), Response::Cloze(other))
            if !prompt.words.is_empty() =>
        {
            prompt.text.places().map(|(gap, _)| one.filled[gap] == other.filled[gap]).collect()
        }
        (Body::Highlight { prompt, .. }, Response::Highlight(one), Response::Highlight(other)) => {
            let marked = |passage| one.marked.contains(passage) == other.marked.contains(passage);
            prompt.text.places().map(|(passage, _)| marked(passage)).collect()
        }
        (Body::Cloze { .. }, Response::Cloze(_), Response::Cloze(_))
        | (Body::ShortAnswer { .. }, Response::ShortAnswer(_), Response::ShortAnswer(_))
        | (Body::Numeric { .. }, Response::Numeric(_), Response::Numeric(_))
        | (Body::Case { .. }, Response::Case(_), Response::Case(_))
        | (Body::Reflection { .. }, Response::Reflection(_), Response::Reflection(_)) => return None,
        _ => panic!("{one:?} and {other:?} are not both responses to {}", body.kind()),
    })
}

/// What makes a response complete.
pub(super) fn lacks_nothing(body: &Body, response: &Response) -> bool {
    match (body, response) {
        (Body::SingleChoice { prompt, .. }, Response::SingleChoice(response)) => {
            let options: Vec<_> = prompt.options.iter().map(|option| Some(&option.key)).collect();
            options.contains(&response.chosen.as_ref())
        }
        (Body::MultipleResponse { prompt, .. }, Response::MultipleResponse(response)) => {
            let options: BTreeSet<_> = prompt.options.iter().map(|option| &option.key).collect();
            response.chosen.iter().any(|chosen| options.contains(chosen))
        }
        (Body::TrueFalse { prompt, .. }, Response::TrueFalse(response)) => {
            let reasons: Vec<_> = prompt.reasons.iter().map(|reason| Some(&reason.key)).collect();
            response.says.is_some() && (reasons.is_empty() || reasons.contains(&response.reason.as_ref()))
        }
        (Body::Classify { prompt, .. }, Response::Classify(response)) => {
            let categories: Vec<_> = prompt.categories.iter().map(|category| Some(&category.key)).collect();
            prompt.items.iter().all(|item| categories.contains(&response.placed.get(&item.key)))
        }
        (Body::Matching { prompt, .. }, Response::Matching(response)) => {
            let answers: BTreeSet<_> = prompt.answers.iter().map(|answer| &answer.key).collect();
            let used: Vec<_> =
                prompt.items.iter().filter_map(|item| response.matched.get(&item.key)).collect();
            let distinct: BTreeSet<_> = used.iter().copied().collect();
            used.len() == prompt.items.len() && distinct.len() == used.len() && distinct.is_subset(&answers)
        }
        (Body::Elements { prompt, .. }, Response::Elements(response)) => {
            let conclusions: Vec<_> = prompt.conclusions.iter().map(|option| Some(&option.key)).collect();
            let found = prompt.elements.iter().filter(|element| response.found.contains_key(&element.key));
            found.count() == prompt.elements.len() && conclusions.contains(&response.conclusion.as_ref())
        }
        (Body::Ordering { prompt, .. }, Response::Ordering(response)) => {
            let mut placed: Vec<&ItemKey> = response.order.iter().collect();
            let mut items: Vec<&ItemKey> = prompt.items.iter().map(|item| &item.key).collect();
            placed.sort();
            items.sort();
            placed == items
        }
        (Body::Cloze { prompt, .. }, Response::Cloze(response)) => prompt.text.places().all(|(gap, _)| {
            let text = response.filled.get(gap).map_or("", String::as_str);
            let words: Vec<&str> = prompt.words.iter().map(|word| word.key.as_str()).collect();
            if words.is_empty() { says_something(text) } else { words.contains(&text) }
        }),
        (Body::ShortAnswer { .. }, Response::ShortAnswer(response)) => says_something(&response.text),
        (Body::Numeric { prompt, .. }, Response::Numeric(response)) => {
            let units: Vec<_> = prompt.units.iter().map(|unit| Some(&unit.key)).collect();
            let is_number = match prompt.asks {
                numeric::Asks::Amount => response.text.chars().any(char::is_numeric),
                numeric::Asks::Year => {
                    response.text.chars().count() == 4 && response.text.chars().all(char::is_numeric)
                }
            };
            is_number && (units.is_empty() || units.contains(&response.unit.as_ref()))
        }
        (Body::Highlight { prompt, .. }, Response::Highlight(response)) => {
            let passages: BTreeSet<_> = prompt.text.places().map(|(passage, _)| passage).collect();
            response.marked.iter().any(|marked| passages.contains(marked))
        }
        (Body::Case { prompt, .. }, Response::Case(response)) => leads_to_an_end(prompt, response),
        (Body::Reflection { .. }, Response::Reflection(response)) => says_something(&response.text),
        _ => false,
    }
}

/// Whether the decisions are made one after the other, from the first step to an end and not beyond.
fn leads_to_an_end(prompt: &case::Prompt, response: &case::Response) -> bool {
    let mut at = Some(&prompt.steps[0]);
    for taken in &response.taken {
        let Some(step) = at.filter(|step| step.key == taken.step) else { return false };
        let Some(way) = step.ways.iter().find(|way| way.key == taken.way) else { return false };
        at = way.to.as_ref().map(|to| prompt.steps.iter().find(|step| step.key == *to).unwrap());
    }
    at.is_none_or(|step| step.ways.is_empty())
}

/// The response with one right decision taken back, and with it turned into a wrong one, as far as there are such responses.
pub(super) fn without(body: &Body, response: &Response, on: &Slug) -> Vec<Response> {
    let name = on.as_str();
    let lesser = match (body, response) {
        (Body::MultipleResponse { .. }, Response::MultipleResponse(response)) => {
            let mut chosen = response.chosen.clone();
            if !chosen.remove(&id(name)) {
                chosen.insert(id(name));
            }
            vec![Response::MultipleResponse(multiple_response::Response { chosen })]
        }
        (Body::TrueFalse { prompt, .. }, Response::TrueFalse(response)) => {
            let says = response.says.map(|says| !says);
            let reasons = prompt.reasons.iter().map(|reason| Some(reason.key.clone())).chain([None]);
            let unreasoned = reasons.map(|reason| true_false::Response { reason, ..response.clone() });
            let flipped = true_false::Response { says, ..response.clone() };
            unreasoned.chain([flipped]).map(Response::TrueFalse).collect()
        }
        (Body::Classify { prompt, key }, Response::Classify(response)) => {
            let (mut empty, mut wrong) = (response.placed.clone(), response.placed.clone());
            empty.remove(&id(name));
            let other = prompt.categories.iter().find(|category| key.places[&id(name)] != category.key);
            wrong.insert(id(name), other.unwrap().key.clone());
            [empty, wrong].map(|placed| Response::Classify(classify::Response { placed })).to_vec()
        }
        (Body::Matching { prompt, key }, Response::Matching(response)) => {
            let mut empty = response.clone();
            empty.matched.remove(&id(name));
            let mut wrong = response.clone();
            let other = prompt.answers.iter().find(|answer| key.pairs[&id(name)] != answer.key);
            // The answer is taken from the item that it served, whether it was right there or not.
            wrong.pair(id(name), other.unwrap().key.clone());
            [empty, wrong].map(Response::Matching).to_vec()
        }
        (Body::Elements { key, .. }, Response::Elements(response)) => {
            let (mut empty, mut wrong, mut unproven) = (response.clone(), response.clone(), response.clone());
            if let Some(finding) = key.findings.iter().find(|finding| finding.element == id(name)) {
                empty.found.remove(&finding.element);
                let other = elements::Met::ALL.into_iter().find(|met| *met != finding.met).unwrap();
                wrong.found.insert(finding.element.clone(), other);
                unproven.toggle_proof(&finding.element, &id("fifth"));
            }
            let open = elements::Response { conclusion: None, ..response.clone() };
            [empty, wrong, unproven, open].map(Response::Elements).to_vec()
        }
        (Body::Ordering { .. }, Response::Ordering(response)) => {
            let moved = |to: usize| {
                let mut order = response.order.clone();
                order.retain(|item| *item != id(name));
                order.insert(to, id(name));
                Response::Ordering(ordering::Response { order })
            };
            (0..response.order.len()).map(moved).collect()
        }
        (Body::Cloze { .. }, Response::Cloze(response)) => {
            let (mut empty, mut wrong) = (response.filled.clone(), response.filled.clone());
            empty.remove(&id(name));
            wrong.insert(id(name), "something else".to_owned());
            [empty, wrong].map(|filled| Response::Cloze(cloze::Response { filled })).to_vec()
        }
        (Body::Numeric { .. }, Response::Numeric(response)) => {
            let number = numeric::Response { text: "many".to_owned(), ..response.clone() };
            let unit = numeric::Response { unit: None, ..response.clone() };
            [number, unit].map(Response::Numeric).to_vec()
        }
        (Body::Highlight { .. }, Response::Highlight(response)) => {
            let mut marked = response.marked.clone();
            if !marked.remove(&id(name)) {
                marked.insert(id(name));
            }
            vec![Response::Highlight(highlight::Response { marked })]
        }
        // On another way through a case fewer decisions can be right, and the mean of them still be higher.
        _ => vec![body.blank()],
    };
    // An element and a conclusion can bear the same name, and an item moved can be right again: keep those that did lose.
    lesser.into_iter().filter(|lesser| right(body, lesser) < right(body, response)).collect()
}

fn right(body: &Body, response: &Response) -> usize {
    score_as_it_is(body, response).decisions.iter().filter(|decision| decision.right).count()
}

/// The marks of a response as it is, complete or not.
pub(super) fn score_as_it_is(body: &Body, response: &Response) -> Marks {
    match (body, response) {
        (Body::MultipleResponse { prompt, key }, Response::MultipleResponse(response)) => {
            multiple_response::score(prompt, key, response)
        }
        (Body::TrueFalse { prompt, key }, Response::TrueFalse(response)) => {
            true_false::score(prompt, key, response)
        }
        (Body::Classify { prompt, key }, Response::Classify(response)) => {
            classify::score(prompt, key, response)
        }
        (Body::Matching { prompt, key }, Response::Matching(response)) => {
            matching::score(prompt, key, response)
        }
        (Body::Elements { prompt, key }, Response::Elements(response)) => {
            elements::score(prompt, key, response)
        }
        (Body::Ordering { prompt, key }, Response::Ordering(response)) => {
            ordering::score(prompt, key, response)
        }
        (Body::Cloze { prompt, key }, Response::Cloze(response)) => cloze::score(prompt, key, response),
        (Body::Numeric { prompt, key }, Response::Numeric(response)) => numeric::score(prompt, key, response),
        (Body::Highlight { prompt, key }, Response::Highlight(response)) => {
            highlight::score(prompt, key, response)
        }
        (_, response) => match body.score(response) {
            Ok(marks) => marks,
            Err(Unmarkable::NotReady | Unmarkable::OtherKind { .. }) => {
                Marks { credit: Credit::NONE, decisions: Vec::new() }
            }
        },
    }
}
