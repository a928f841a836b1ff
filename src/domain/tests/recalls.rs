//! What holds of questions that are asked outside of a quiz.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::generators::{question, response_to};
use crate::card::{Card, Rating, Recall};
use crate::log::{AttemptId, EntryId, Fact};
use crate::question::{Question, Response};
use crate::random::Seed;
use crate::score::Certainty;
use crate::session::{Effect, Event, Session, pose, recalled, step};
use crate::time::Timestamp;

fn posed(question: &Question, asks_certainty: bool) -> Session {
    let id = AttemptId(EntryId::new(Timestamp(1), 1));
    pose(id, "law".parse().unwrap(), vec![question.clone()], asks_certainty, Seed(1), Timestamp(1))
}

/// What is written, and what else is asked for, while these events happen.
fn play(mut session: Session, events: Vec<Event>) -> (Session, Vec<Fact>, usize) {
    let (mut facts, mut kept) = (Vec::new(), 0);
    for event in events {
        let (next, effects) = step(session, event, Timestamp(9));
        for effect in recalled(&next, effects) {
            match effect {
                Effect::Record(fact) => facts.push(fact),
                Effect::Keep(_) => kept += 1,
                Effect::Focus(_) | Effect::Announce(_) => {}
            }
        }
        session = next;
    }
    (session, facts, kept)
}

fn asked() -> impl Strategy<Value = (Question, Response)> {
    question("bank/one").prop_flat_map(|question| {
        let response = response_to(&question.body);
        (Just(question), response)
    })
}

proptest! {
    #[test]
    fn an_answer_is_written_once_as_a_card_with_the_rating_that_follows_from_it(
        (question, response) in asked(),
        certainty in option::of(select(&Certainty::ALL)),
        hints in 0..3_usize,
    ) {
        let mut events = vec![Event::Hint; hints];
        events.extend([Event::Respond(response.clone())]);
        events.extend(certainty.map(Event::Certain));
        events.extend([Event::Answer, Event::Answer, Event::HandIn]);
        let marked = question.kind().is_marked();
        let (session, facts, kept) = play(posed(&question, certainty.is_some()), events);
        prop_assert_eq!(kept, 0);
        let Ok(marks) = question.score(&response) else {
            prop_assert_eq!(facts, Vec::new());
            return Ok(());
        };
        prop_assert_eq!(facts.len(), 1);
        let hints = hints.min(question.hints.len());
        let certainty = certainty.filter(|_| marked);
        let expect = Recall { verdict: marks.credit.verdict(), certainty, hints, earlier_tries: 0 };
        let given = session.posed[0].given.clone().unwrap();
        prop_assert!(matches!(&facts[0], Fact::CardRecalled { card, rating, response: Some(said), hints: taken, certainty: sure, .. }
            if *card == Card::Question(question.id) && *rating == expect.rating()
                && *said == given.response && *taken == hints && *sure == certainty), "{facts:?} {expect:?}");
    }
}

#[test]
fn what_is_no_part_of_an_attempt_is_written_as_it_is() {
    let fact = Fact::RatingChanged { entry: EntryId::new(Timestamp(1), 2), rating: Rating::Good };
    let question = sample();
    let session = posed(&question, false);
    assert_eq!(recalled(&session, vec![Effect::Record(fact.clone())]), [Effect::Record(fact)]);
    let hint = Fact::HintTaken { attempt: session.attempt, question: question.id, hint: 0 };
    assert_eq!(recalled(&session, vec![Effect::Record(hint)]), []);
}

fn sample() -> Question {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    question("bank/one").new_tree(&mut runner).unwrap().current()
}
