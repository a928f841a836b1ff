//! What holds for the score of every response to every question.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;

use super::generators::{answered, body, complete, id, partial};
use super::oracle::{agreement, lacks_nothing, score_as_it_is, with_prompt_turned, with_rule, without};
use crate::id::Slug;
use crate::question::{Response, Unmarkable, arrange, elements, matching};
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
        let Some(agreed) = agreement(&body, &response, &body.model_response()) else { return Ok(()) };
        let share = agreed.iter().filter(|agreed| **agreed).count() as f64 / agreed.len() as f64;
        let marks = body.score(&response).unwrap();
        prop_assert_eq!(marks.credit, Credit::new(share));
        prop_assert_eq!(Vec::from_iter(marks.decisions.iter().map(|decision| decision.right)), agreed);
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
            Response::SingleChoice(_) | Response::TrueFalse(_) | Response::ShortAnswer(_) | Response::Numeric(_) => {}
            // What is in no order, or on no way, makes of an answer another one.
            Response::Ordering(_) | Response::Case(_) => {}
            Response::MultipleResponse(response) => { response.chosen.insert(id("foreign")); }
            Response::Classify(response) => { response.placed.insert(id("foreign"), id("act")); }
            Response::Matching(response) => { response.matched.insert(id("foreign"), id("act")); }
            Response::Elements(response) => {
                response.found.insert(id("foreign"), elements::Met::No);
                response.toggle_proof(&id("foreign"), &id("first"));
            }
            Response::Cloze(response) => { response.filled.insert(id("foreign"), "act".to_owned()); }
            Response::Highlight(response) => { response.marked.insert(id("foreign")); }
            Response::Reflection(response) => { response.ticked.insert(id("foreign")); }
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

fn by_key(marks: &Marks) -> BTreeSet<(&str, bool)> {
    marks.decisions.iter().map(|decision| (decision.on.as_str(), decision.right)).collect()
}
