//! What holds for the score of every response to every question.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;

use super::generators::{answered, body, complete, id, partial};
use crate::id::Slug;
use crate::question::{Body, Response, Unmarkable, arrange};
use crate::question::{classify, elements, matching, multiple_response};
use crate::score::{Credit, Marks, Partial};

proptest! {
    #[test]
    fn a_credit_is_from_nothing_to_all((body, response) in answered()) {
        if let Ok(marks) = body.score(&response) {
            prop_assert!((0.0..=1.0).contains(&marks.credit.share()), "{marks:?}");
        }
    }

    #[test]
    fn the_model_response_earns_full_credit_under_every_rule(body in body(), rule in partial()) {
        let body = with_rule(body, rule);
        let marks = body.score(&body.model_response()).unwrap();
        prop_assert_eq!(marks.credit, Credit::FULL);
        prop_assert!(marks.decisions.iter().all(|decision| decision.right));
    }

    #[test]
    fn the_rule_each_gives_the_share_of_decisions_that_agree_with_the_model_response((body, response) in complete()) {
        let body = with_rule(body, Partial::Each);
        let agreed = agreement(&body, &response, &body.model_response());
        let share = agreed.iter().filter(|agreed| **agreed).count() as f64 / agreed.len() as f64;
        let marks = body.score(&response).unwrap();
        prop_assert_eq!(marks.credit, Credit::new(share));
        if !matches!(body, Body::SingleChoice { .. } | Body::TrueFalse { .. }) {
            prop_assert_eq!(Vec::from_iter(marks.decisions.iter().map(|decision| decision.right)), agreed);
        }
    }

    #[test]
    fn full_credit_is_for_what_the_model_response_decides((body, response) in complete(), rule in partial()) {
        let body = with_rule(body, rule);
        let marks = body.score(&response).unwrap();
        let all_right = marks.decisions.iter().all(|decision| decision.right);
        prop_assert_eq!(marks.credit == Credit::FULL, all_right);
    }

    #[test]
    fn what_lacks_a_decision_is_not_ready_and_never_wrong((body, response) in answered()) {
        let expect = if lacks_nothing(&body, &response) { None } else { Some(Unmarkable::NotReady) };
        prop_assert_eq!(body.score(&response).err(), expect);
        prop_assert_eq!(body.score(&body.blank()), Err(Unmarkable::NotReady));
    }

    #[test]
    fn a_response_to_another_kind_is_not_marked(one in answered(), other in answered()) {
        if one.0.kind() != other.1.kind() {
            let expect = Unmarkable::OtherKind { question: one.0.kind(), response: other.1.kind() };
            prop_assert_eq!(one.0.score(&other.1), Err(expect));
        }
    }

    #[test]
    fn keys_that_the_question_does_not_have_change_nothing((body, mut response) in complete()) {
        let before = body.score(&response);
        match &mut response {
            Response::SingleChoice(_) | Response::TrueFalse(_) => {}
            Response::MultipleResponse(response) => { response.chosen.insert(id("foreign")); }
            Response::Classify(response) => { response.placed.insert(id("foreign"), id("act")); }
            Response::Matching(response) => { response.matched.insert(id("foreign"), id("act")); }
            Response::Elements(response) => { response.found.insert(id("foreign"), elements::Met::No); }
        }
        prop_assert_eq!(body.score(&response), before);
    }

    #[test]
    fn the_order_in_the_prompt_makes_no_difference((body, response) in complete(), turn in any::<Index>()) {
        let turned = with_prompt_turned(body.clone(), turn);
        let (here, there) = (body.score(&response).unwrap(), turned.score(&response).unwrap());
        prop_assert_eq!(here.credit, there.credit);
        prop_assert_eq!(by_key(&here), by_key(&there));
    }

    #[test]
    fn a_drawn_order_shows_everything_once(body in body(), order in Just(["force", "act", "gone"]).prop_shuffle()) {
        let keys = body.movable();
        let order: Vec<Slug> = order.iter().map(|key| key.parse().unwrap()).collect();
        let arranged = arrange(&keys, &order, |key| key);
        prop_assert_eq!(arranged.len(), keys.len());
        prop_assert_eq!(BTreeSet::from_iter(arranged), BTreeSet::from_iter(&keys));
    }

    #[test]
    fn losing_a_right_decision_never_raises_the_credit((body, response) in complete(), rule in partial()) {
        let body = with_rule(body, rule);
        let before = body.score(&response).unwrap();
        for decision in before.decisions.iter().filter(|decision| decision.right) {
            for lesser in without(&body, &response, &decision.on) {
                let after = score_as_it_is(&body, &lesser);
                prop_assert!(after.credit <= before.credit, "{lesser:?}: {after:?} after {before:?}");
            }
        }
    }

    #[test]
    fn a_pair_takes_its_answer_from_another_item(pairs in prop::collection::vec((0..4_usize, 0..4_usize), 0..12)) {
        let mut response = matching::Response::default();
        for (item, answer) in pairs {
            response.pair(id(&format!("i{item}")), id(&format!("a{answer}")));
            prop_assert_eq!(response.matched.get(&id(&format!("i{item}"))), Some(&id(&format!("a{answer}"))));
            let answers: BTreeSet<_> = response.matched.values().collect();
            prop_assert_eq!(answers.len(), response.matched.len());
        }
    }
}

fn with_rule(mut body: Body, rule: Partial) -> Body {
    match &mut body {
        Body::SingleChoice { .. } | Body::TrueFalse { .. } => {}
        Body::MultipleResponse { key, .. } => key.partial = rule,
        Body::Classify { key, .. } => key.partial = rule,
        Body::Matching { key, .. } => key.partial = rule,
        Body::Elements { key, .. } => key.partial = rule,
    }
    body
}

fn with_prompt_turned(mut body: Body, turn: Index) -> Body {
    fn turned<T>(things: &mut [T], turn: Index) {
        things.rotate_left(turn.index(things.len()));
        things.reverse();
    }
    match &mut body {
        Body::SingleChoice { prompt, .. } => turned(&mut prompt.options, turn),
        Body::MultipleResponse { prompt, .. } => turned(&mut prompt.options, turn),
        Body::TrueFalse { .. } => {}
        Body::Classify { prompt, .. } => {
            turned(&mut prompt.items, turn);
            turned(&mut prompt.categories, turn);
        }
        Body::Matching { prompt, .. } => {
            turned(&mut prompt.items, turn);
            turned(&mut prompt.answers, turn);
        }
        Body::Elements { prompt, key } => {
            turned(&mut prompt.elements, turn);
            turned(&mut prompt.conclusions, turn);
            turned(&mut key.findings, turn);
        }
    }
    body
}

/// On which decisions two responses agree, in the author's order.
fn agreement(body: &Body, one: &Response, other: &Response) -> Vec<bool> {
    match (body, one, other) {
        (Body::SingleChoice { .. } | Body::TrueFalse { .. }, one, other) => vec![one == other],
        (
            Body::MultipleResponse { prompt, .. },
            Response::MultipleResponse(one),
            Response::MultipleResponse(other),
        ) => {
            let chosen = |key| one.chosen.contains(key) == other.chosen.contains(key);
            prompt.options.iter().map(|option| chosen(&option.key)).collect()
        }
        (Body::Classify { prompt, .. }, Response::Classify(one), Response::Classify(other)) => {
            prompt.items.iter().map(|item| one.placed[&item.key] == other.placed[&item.key]).collect()
        }
        (Body::Matching { prompt, .. }, Response::Matching(one), Response::Matching(other)) => {
            prompt.items.iter().map(|item| one.matched[&item.key] == other.matched[&item.key]).collect()
        }
        (Body::Elements { prompt, .. }, Response::Elements(one), Response::Elements(other)) => {
            let found =
                prompt.elements.iter().map(|element| one.found[&element.key] == other.found[&element.key]);
            found.chain([one.conclusion == other.conclusion]).collect()
        }
        _ => panic!("{one:?} and {other:?} are not both responses to {}", body.kind()),
    }
}

fn by_key(marks: &Marks) -> BTreeSet<(&str, bool)> {
    marks.decisions.iter().map(|decision| (decision.on.as_str(), decision.right)).collect()
}

/// What makes a response complete, written down a second time and as plainly as can be.
fn lacks_nothing(body: &Body, response: &Response) -> bool {
    match (body, response) {
        (Body::SingleChoice { prompt, .. }, Response::SingleChoice(response)) => {
            let options: Vec<_> = prompt.options.iter().map(|option| Some(&option.key)).collect();
            options.contains(&response.chosen.as_ref())
        }
        (Body::MultipleResponse { prompt, .. }, Response::MultipleResponse(response)) => {
            let options: BTreeSet<_> = prompt.options.iter().map(|option| &option.key).collect();
            response.chosen.iter().any(|chosen| options.contains(chosen))
        }
        (Body::TrueFalse { .. }, Response::TrueFalse(response)) => response.says.is_some(),
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
        _ => false,
    }
}

/// The response with one right decision taken back, and with it turned into a wrong one, as far as there are such responses.
fn without(body: &Body, response: &Response, on: &Slug) -> Vec<Response> {
    let name = on.as_str();
    match (body, response) {
        (Body::MultipleResponse { key, .. }, Response::MultipleResponse(response)) => {
            let mut chosen = response.chosen.clone();
            if key.correct.contains(&id(name)) {
                chosen.remove(&id(name))
            } else {
                chosen.insert(id(name))
            };
            vec![Response::MultipleResponse(multiple_response::Response { chosen })]
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
            let (mut empty, mut wrong) = (response.clone(), response.clone());
            if let Some(finding) = key.findings.iter().find(|finding| finding.element == id(name)) {
                empty.found.remove(&finding.element);
                let other = elements::Met::ALL.into_iter().find(|met| *met != finding.met).unwrap();
                wrong.found.insert(finding.element.clone(), other);
            }
            let open = elements::Response { conclusion: None, ..response.clone() };
            // An element and a conclusion can bear the same name: keep those that did lose a right decision.
            let lesser = [empty, wrong, open].map(Response::Elements).into_iter();
            lesser
                .filter(|lesser| right(body, lesser) < right(body, &Response::Elements(response.clone())))
                .collect()
        }
        _ => vec![body.blank()],
    }
}

fn right(body: &Body, response: &Response) -> usize {
    score_as_it_is(body, response).decisions.iter().filter(|decision| decision.right).count()
}

/// The marks of a response as it is, complete or not.
fn score_as_it_is(body: &Body, response: &Response) -> Marks {
    match (body, response) {
        (Body::Classify { prompt, key }, Response::Classify(response)) => {
            classify::score(prompt, key, response)
        }
        (Body::Matching { prompt, key }, Response::Matching(response)) => {
            matching::score(prompt, key, response)
        }
        (Body::Elements { prompt, key }, Response::Elements(response)) => {
            elements::score(prompt, key, response)
        }
        (Body::MultipleResponse { prompt, key }, Response::MultipleResponse(response)) => {
            multiple_response::score(prompt, key, response)
        }
        _ => body.score(response).unwrap_or(Marks { credit: Credit::NONE, decisions: Vec::new() }),
    }
}
