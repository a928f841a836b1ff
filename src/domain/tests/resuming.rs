//! A session that was left at any point and taken up again from the log is the same session.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseError;

use super::generators::{certainty, conditions, mode, question, response_to};
use super::samples::start;
use super::script;
use super::store::Store;
use crate::conditions::{Conditions, Navigation};
use crate::course::Mode;
use crate::log::Fact;
use crate::question::{Question, Response};
use crate::session::{Announcement, Effect, Event, Phase, Posed, Session, step};
use crate::time::{Millis, Timestamp};

/// What a learner does: an event, and what the clock says then. `Respond` chooses among some responses to what is shown.
#[derive(Debug, Clone)]
enum Move {
    Respond(Index),
    Does(Event),
}

fn moves() -> impl Strategy<Value = Vec<(Move, u64)>> {
    let does = |event: Event| Just(Move::Does(event));
    let one = prop_oneof![
        9 => any::<Index>().prop_map(Move::Respond),
        5 => does(Event::Answer),
        3 => does(Event::TryAgain),
        3 => certainty().prop_map(|certainty| Move::Does(Event::Certain(certainty))),
        3 => does(Event::Next),
        2 => does(Event::Back),
        2 => (0..7_usize).prop_map(|place| Move::Does(Event::GoTo(place))),
        2 => does(Event::Hint),
        2 => any::<bool>().prop_map(|flag| Move::Does(Event::Flag(flag))),
        1 => does(Event::ShowKey),
        1 => select(vec![Event::Extend, Event::Tick, Event::Away, Event::Returned]).prop_map(Move::Does),
        1 => does(Event::HandIn),
    ];
    vec((one, 0..100_000_u64), 0..30)
}

/// Questions, each with some responses to it.
fn paper() -> impl Strategy<Value = Vec<(Question, Vec<Response>)>> {
    let posed = |number: usize| {
        question(&format!("bank/q{number}")).prop_flat_map(|question| {
            let responses = vec(response_to(&question.body), 4);
            (Just(question), responses)
        })
    };
    (0..5_usize).prop_flat_map(move |count| (0..count).map(posed).collect::<Vec<_>>())
}

/// Everything of a session but how long its questions were shown: that clock starts again with the session.
fn seen(session: &Session) -> impl PartialEq + std::fmt::Debug + '_ {
    let posed = |(place, posed): (usize, &'_ Posed)| {
        let Posed { question, order, response, certainty, hints, flagged, earlier, given, .. } =
            posed.clone();
        let shown = (question, order, response, certainty, hints, flagged);
        (shown, earlier, given, session.phase(place), posed.is_saved(), posed.falls_back(&session.conditions))
    };
    let posed: Vec<_> = session.posed.iter().enumerate().map(posed).collect();
    let taken = (session.mode, session.pass, &session.conditions, session.seed, session.code);
    let now =
        (session.at, session.finished, session.ready(), session.time_left().filter(|_| !session.finished));
    (session.attempt, &session.quiz, taken, posed, now)
}

/// What a step asks for, but for how long the question was shown, and for a warning that is said again after a reload.
fn asked(effects: &[Effect]) -> Vec<Effect> {
    let timeless = |effect: &Effect| {
        let mut effect = effect.clone();
        if let Effect::Record(Fact::QuestionAnswered { took, .. }) = &mut effect {
            *took = Millis::default();
        }
        effect
    };
    let is_warning = |effect: &&Effect| matches!(effect, Effect::Announce(Announcement::TimeLeft(_)));
    effects.iter().filter(|effect| !is_warning(effect)).map(timeless).collect()
}

/// An attempt that was played, with what was kept of it.
struct Played {
    session: Session,
    store: Store,
    /// The latest moment of the clock.
    latest: Timestamp,
}

/// Plays the moves. Before each of them `before` sees what was played so far, and after it what was asked for.
fn play(
    mode: Mode,
    conditions: Conditions,
    paper: &[(Question, Vec<Response>)],
    moves: Vec<(Move, u64)>,
    mut before: impl FnMut(&Played, &Event, Timestamp, &Session, &[Effect]) -> Result<(), TestCaseError>,
) -> Result<Played, TestCaseError> {
    let questions = paper.iter().map(|(question, _)| question.clone()).collect();
    let (session, fact) = start(mode, Some(0.5), conditions, questions);
    let mut played = Played { session, store: Store::begun(fact), latest: Timestamp(0) };
    for (one, now) in moves {
        let event = match one {
            Move::Does(event) => event,
            Move::Respond(which) => match paper.get(played.session.at) {
                Some((_, responses)) => Event::Respond(which.get(responses).clone()),
                None => continue,
            },
        };
        let now = Timestamp(now);
        let (after, effects) = step(played.session.clone(), event.clone(), now);
        before(&played, &event, now, &after, &effects)?;
        played.session = after;
        played.latest = played.latest.max(now);
        played.store.perform(effects, now);
    }
    Ok(played)
}

fn questions(paper: &[(Question, Vec<Response>)]) -> Vec<Question> {
    paper.iter().map(|(question, _)| question.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn at_every_point_the_log_gives_the_session_back(
        mode in mode(), conditions in conditions(), paper in paper(), moves in moves(),
    ) {
        let played = play(mode, conditions, &paper, moves, |played, event, now, after, effects| {
            let resumed = played.store.resume(&questions(&paper), played.latest);
            prop_assert_eq!(seen(&resumed), seen(&played.session));
            // What is taken up goes on as what was never left.
            let (taken_up, asked_for) = step(resumed, event.clone(), now);
            prop_assert_eq!(asked(&asked_for), asked(effects));
            prop_assert_eq!(seen(&taken_up), seen(after));
            Ok(())
        })?;
        let resumed = played.store.resume(&questions(&paper), played.latest);
        prop_assert_eq!(seen(&resumed), seen(&played.session));
    }

    #[test]
    fn progress_counts_what_the_result_shows_whatever_is_gone_from_the_banks(
        mode in mode(), conditions in conditions(), paper in paper(), moves in moves(), left in vec(any::<bool>(), 5),
    ) {
        let mut forward = Millis::default();
        let played = play(mode, conditions, &paper, moves, |played, _, now, _, effects| {
            forward = forward.plus(now.since(played.latest));
            for effect in effects {
                if let Effect::Record(Fact::QuestionAnswered { took, .. }) = effect {
                    prop_assert!(*took <= forward);
                }
            }
            let ((_, attempt), outcome) = (played.store.attempt(), played.session.outcome());
            prop_assert_eq!(
                (attempt.earned(), attempt.possible(), attempt.passed(), attempt.finished.is_some()),
                (outcome.earned, outcome.possible, outcome.passed, played.session.finished),
            );
            prop_assert_eq!(attempt.answers.len(), outcome.answered);
            Ok(())
        })?;
        let (_, attempt) = played.store.attempt();
        let here = questions(&paper).into_iter().zip(&left).filter(|(_, left)| **left);
        let here: Vec<Question> = here.map(|(question, _)| question).collect();
        let outcome = played.store.resume(&here, played.latest).outcome();
        // Added up in another order, a sum of fractions can differ in its last digit.
        prop_assert!((outcome.share() - attempt.share()).abs() < 1e-9, "{} {}", outcome.share(), attempt.share());
        prop_assert!((outcome.possible.amount() - attempt.possible().amount()).abs() < 1e-9);
        prop_assert_eq!(outcome.passed, attempt.passed());
        prop_assert_eq!((outcome.answered, outcome.gone), (attempt.answers.len(), paper.len() - here.len()));
    }

    #[test]
    fn in_sequence_nobody_comes_back_and_what_is_closed_stays_as_it_is(
        mode in mode(), conditions in conditions(), paper in paper(), moves in moves(),
    ) {
        let conditions = Conditions { navigation: Some(Navigation::Sequential), ..conditions };
        play(mode, conditions, &paper, moves, |played, event, _, after, effects| {
            prop_assert!(after.at >= played.session.at);
            let is_closed = played.session.phase(played.session.at) == Phase::Closed;
            let is_of_question = matches!(event, Event::Respond(_) | Event::Answer | Event::TryAgain | Event::Hint);
            let is_reflection =
                played.session.current().is_some_and(|posed| !posed.question.kind().is_marked());
            // After the end of time every event hands the paper in.
            if is_closed && is_of_question && !is_reflection && !after.finished {
                prop_assert_eq!(effects, &[]);
                prop_assert_eq!(&after.posed, &played.session.posed);
            }
            Ok(())
        })?;
    }

    #[test]
    fn without_its_place_a_session_goes_on_at_the_first_open_question(
        mode in mode(), paper in paper(), answered in vec(any::<bool>(), 5),
    ) {
        let questions: Vec<Question> = paper.into_iter().map(|(question, _)| question).collect();
        let (mut session, fact) = start(mode, None, script::free(), questions.clone());
        let mut store = Store::begun(fact);
        for (place, question) in questions.iter().enumerate().filter(|(place, _)| answered[*place]) {
            for event in [Event::GoTo(place), Event::Respond(question.body.model_response()), Event::Answer] {
                let (after, effects) = step(session, event, Timestamp(1));
                session = after;
                for effect in effects {
                    if let Effect::Record(fact) = effect {
                        store.record(fact, Timestamp(1));
                    }
                }
            }
        }
        let resumed = store.resume(&questions, Timestamp(0));
        let open = (0..questions.len()).find(|place| !answered[*place]);
        prop_assert_eq!(resumed.at, open.unwrap_or(questions.len().saturating_sub(1)));
    }
}
