//! A paper whose first question is shown before the others have arrived.

use proptest::prelude::*;

use super::generators;
use super::samples::{chosen, one_of, question, quiz, says, start};
use super::script::questions;
use crate::conditions::Conditions;
use crate::course::Mode;
use crate::id::QuizRef;
use crate::log::{AttemptId, EntryId};
use crate::question::{Question, Response};
use crate::random::Seed;
use crate::session::{Event, Paper, Session, begin, begin_with_first, choose, complete, step};
use crate::time::{Millis, Timestamp};

fn attempt() -> AttemptId {
    AttemptId(EntryId::new(Timestamp(0), 0))
}

fn reference() -> QuizRef {
    "law/crimes/quiz".parse().unwrap()
}

fn first(mode: Mode, conditions: Conditions, questions: &[Question], seed: Seed) -> Session {
    let paper = Paper { questions: questions[..1].to_vec(), seed, code: None };
    let own = quiz(mode, None, conditions);
    begin_with_first(attempt(), (reference(), &own), paper, questions.len() - 1, None, Timestamp(0))
}

proptest! {
    #[test]
    fn a_paper_that_arrives_in_two_parts_is_the_paper_that_arrives_at_once(
        mode in generators::mode(),
        conditions in generators::conditions(),
        questions in prop::collection::vec(generators::question("law/q"), 1..5),
        seed in any::<u64>().prop_map(Seed),
    ) {
        let paper = Paper { questions: questions.clone(), seed, code: None };
        let own = quiz(mode, None, conditions.clone());
        let whole = begin(attempt(), (reference(), &own), paper, None, Timestamp(0));
        let parts = complete(first(mode, conditions, &questions, seed), questions);
        prop_assert_eq!(parts, whole);
    }
}

#[test]
fn a_first_question_knows_how_many_follow_and_keeps_what_was_chosen_when_they_arrive() {
    let all = questions();
    let mut session = first(Mode::Practice, Conditions::default(), &all, Seed(1));
    assert_eq!((session.whole(), session.at_last()), (all.len(), false));
    let order = session.posed[0].order.clone();
    let right = session.posed[0].question.body.model_response();
    assert!(choose(&mut session, &right, Timestamp(5)).is_some());
    let (session, _) = complete(session, all.clone());
    assert_eq!((session.whole(), session.posed.len()), (all.len(), all.len()));
    assert_eq!((session.posed[0].order.clone(), session.posed[0].response.clone()), (order, right));
}

/// What `choose` does is what a step does.
#[track_caller]
fn check(session: &Session, response: &Response, now: Timestamp, expect: bool) {
    let mut chose = session.clone();
    let place = choose(&mut chose, response, now);
    assert_eq!(place.is_some(), expect);
    if expect {
        let (stepped, _) = step(session.clone(), Event::Respond(response.clone()), now);
        assert_eq!(chose, stepped);
    } else {
        assert_eq!(chose.posed, session.posed);
    }
}

#[test]
fn a_choice_is_a_step_where_nothing_else_follows_from_it() {
    let asked = || vec![question("one", "first", 1.0, one_of(&["a", "b"], "a"))];
    let begun = |conditions| start(Mode::Practice, None, conditions, asked()).0;
    let open = begun(Conditions::default());
    check(&open, &chosen("b"), Timestamp(1), true);
    check(&open, &says(true), Timestamp(1), false);
    let timed = begun(Conditions { time: Some(Millis(60_000)), ..Conditions::default() });
    check(&timed, &chosen("b"), Timestamp(59_999), true);
    check(&timed, &chosen("b"), Timestamp(60_000), false);
    let (answered, _) = step(open, Event::Respond(chosen("b")), Timestamp(1));
    let (answered, _) = step(answered, Event::Answer, Timestamp(2));
    check(&answered, &chosen("a"), Timestamp(3), false);
}
