//! The same attempt in two tabs: both tell the same of it, whichever of them does something.

use proptest::prelude::*;
use proptest::sample::Index;

use super::generators::{mode, question, response_to};
use super::samples::start;
use super::script;
use crate::log::{Entry, EntryId, Fact, Seq};
use crate::progress::{Attempt, fold};
use crate::question::{Question, Response};
use crate::session::{Effect, Event, Session, catch_up, step};
use crate::time::Timestamp;

/// Whether the second tab does it, and what.
fn moves() -> impl Strategy<Value = Vec<(bool, Move)>> {
    let one = prop_oneof![
        8 => any::<Index>().prop_map(Move::Respond),
        5 => Just(Move::Does(Event::Answer)),
        4 => Just(Move::Does(Event::Next)),
        3 => Just(Move::Does(Event::Back)),
        1 => Just(Move::Does(Event::HandIn)),
    ];
    prop::collection::vec((any::<bool>(), one), 0..30)
}

#[derive(Debug, Clone)]
enum Move {
    Respond(Index),
    Does(Event),
}

fn paper() -> impl Strategy<Value = Vec<(Question, Vec<Response>)>> {
    let posed = |number: usize| {
        question(&format!("bank/q{number}")).prop_flat_map(|question| {
            let responses = prop::collection::vec(response_to(&question.body), 4);
            (Just(question), responses)
        })
    };
    (1..4_usize).prop_flat_map(move |count| (0..count).map(posed).collect::<Vec<_>>())
}

fn attempt(log: &[Entry]) -> Attempt {
    let progress = fold(log);
    let (_, attempt) = progress.all_attempts().next().unwrap();
    attempt.clone()
}

fn record(log: &mut Vec<Entry>, fact: Fact, now: u64) {
    let seq = log.len() as u64;
    let (at, id) = (Timestamp(now), EntryId::new(Timestamp(now), u128::from(seq)));
    log.push(Entry { id, seq: Seq(seq), at, fact });
}

/// What the log tells of the attempt, as a tab shows it.
fn told(session: &Session) -> impl PartialEq + std::fmt::Debug + '_ {
    let given: Vec<_> = session.posed.iter().map(|posed| (&posed.question.id, &posed.given)).collect();
    (given, session.finished, session.outcome())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn two_tabs_tell_the_same_and_each_keeps_what_was_chosen_in_it(
        mode in mode(), paper in paper(), moves in moves(),
    ) {
        let questions: Vec<Question> = paper.iter().map(|(question, _)| question.clone()).collect();
        let (session, fact) = start(mode, Some(0.5), script::free(), questions);
        let mut tabs = [session.clone(), session];
        let mut log = Vec::new();
        record(&mut log, fact, 0);
        for (place, (is_second, one)) in moves.into_iter().enumerate() {
            let now = 1000 * (place as u64 + 1);
            let (own, other) = if is_second { (1, 0) } else { (0, 1) };
            let event = match one {
                Move::Does(event) => event,
                Move::Respond(which) => match paper.get(tabs[own].at) {
                    Some((_, responses)) => Event::Respond(which.get(responses).clone()),
                    None => continue,
                },
            };
            let (after, effects) = step(tabs[own].clone(), event, Timestamp(now));
            tabs[own] = after;
            let before = log.len();
            for effect in effects {
                if let Effect::Record(fact) = effect {
                    record(&mut log, fact, now);
                }
            }
            if log.len() == before {
                continue;
            }
            let left = tabs[other].clone();
            tabs[other] = catch_up(&left, &attempt(&log), Timestamp(now));
            prop_assert_eq!(told(&tabs[0]), told(&tabs[1]));
            prop_assert_eq!(tabs[other].at, left.at);
            for (posed, was) in tabs[other].posed.iter().zip(&left.posed) {
                // Handed in, the paper shows what counts.
                let is_draft = was.given.as_ref().is_none_or(|given| given.response != was.response);
                if is_draft && posed.given == was.given && !tabs[other].finished {
                    prop_assert_eq!(&posed.response, &was.response);
                }
            }
        }
        for entry in &log {
            if let Fact::QuestionAnswered { took, .. } = &entry.fact {
                prop_assert!(took.0 <= entry.at.0);
            }
        }
    }
}
