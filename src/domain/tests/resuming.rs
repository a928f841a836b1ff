//! A session that was left at any point and taken up again from the log is the same session.

use proptest::prelude::*;

use super::generators::{certainty, conditions, mode, question, response_to};
use super::samples::{chosen, one_of, says, start, statement};
use super::{samples, script};
use crate::conditions::{Conditions, Navigation};
use crate::course::Mode;
use crate::id::{Edition, QuestionRef};
use crate::log::{AttemptId, Entry, EntryId, Fact, Seq};
use crate::map::{Map, Set};
use crate::progress::{Attempt, fold};
use crate::question::{Body, Question, Response};
use crate::saved::{read_entry, read_place, write_entry, write_place};
use crate::score::{Credit, Points};
use crate::session::{Effect, Event, Place, Session, resume, step};
use crate::time::{Millis, Timestamp};

/// What a learner does: an event, and what the clock says then. `Respond` chooses among some responses to what is shown.
#[derive(Debug, Clone)]
enum Move {
    Respond(prop::sample::Index),
    Does(Event),
}

fn moves() -> impl Strategy<Value = Vec<(Move, u64)>> {
    let one = prop_oneof![
        8 => any::<prop::sample::Index>().prop_map(Move::Respond),
        5 => Just(Move::Does(Event::Answer)),
        4 => Just(Move::Does(Event::Next)),
        3 => Just(Move::Does(Event::Back)),
        2 => (0..7_usize).prop_map(|place| Move::Does(Event::GoTo(place))),
        1 => Just(Move::Does(Event::HandIn)),
    ];
    prop::collection::vec((one, 0..100_000_u64), 0..25)
}

/// Questions, each with some responses to it.
fn paper() -> impl Strategy<Value = Vec<(Question, Vec<Response>)>> {
    let posed = |number: usize| {
        question(&format!("bank/q{number}")).prop_flat_map(|question| {
            let responses = prop::collection::vec(response_to(&question.body), 4);
            (Just(question), responses)
        })
    };
    (0..5_usize).prop_flat_map(move |count| (0..count).map(posed).collect::<Vec<_>>())
}

/// What a shell keeps of a session: the stored texts.
struct Store {
    log: Vec<String>,
    place: Option<String>,
}

impl Store {
    fn record(&mut self, fact: Fact, now: Timestamp) {
        let seq = self.log.len() as u64;
        let entry = Entry { id: EntryId::new(now, u128::from(seq)), seq: Seq(seq), at: now, fact };
        self.log.push(write_entry(&entry));
    }

    fn attempt(&self) -> (AttemptId, Attempt) {
        let entries: Vec<Entry> = self.log.iter().map(|text| read_entry(text).unwrap()).collect();
        let progress = fold(&entries);
        let quiz = "law/crimes/quiz".parse().unwrap();
        let (id, attempt) = progress.attempts(&quiz).next().unwrap();
        (id, attempt.clone())
    }

    fn resume<'a>(&self, questions: impl IntoIterator<Item = &'a Question>, now: Timestamp) -> Session {
        let (id, attempt) = self.attempt();
        let questions = questions.into_iter().cloned().collect();
        let place = self.place.as_deref().map(|text| read_place(text).unwrap());
        resume(id, &attempt, questions, place.as_ref(), None, now)
    }
}

/// Everything of a session but the running clock, which starts again with the session.
fn seen(session: &Session) -> impl PartialEq + std::fmt::Debug + '_ {
    let posed: Vec<_> = session
        .posed
        .iter()
        .map(|posed| (&posed.question, &posed.order, &posed.response, &posed.given))
        .collect();
    (session.attempt, &session.quiz, session.mode, session.pass, posed, session.at, session.finished)
}

proptest! {
    #[test]
    fn at_every_point_the_log_gives_the_session_back(mode in mode(), paper in paper(), moves in moves()) {
        let questions: Vec<Question> = paper.iter().map(|(question, _)| question.clone()).collect();
        let (mut session, fact) = start(mode, Some(0.5), Conditions::default(), questions.clone());
        let mut store = Store { log: Vec::new(), place: None };
        store.record(fact, Timestamp(0));
        let mut forward = 0;
        let mut clock = 0;
        for (one, now) in moves {
            forward += now.saturating_sub(clock);
            clock = now;
            let event = match one {
                Move::Does(event) => event,
                Move::Respond(which) => match paper.get(session.at) {
                    Some((_, responses)) => Event::Respond(which.get(responses).clone()),
                    None => continue,
                },
            };
            let (after, effects) = step(session, event, Timestamp(now));
            session = after;
            for effect in effects {
                match effect {
                    Effect::Record(fact) => {
                        if let Fact::QuestionAnswered { took, .. } = &fact {
                            prop_assert!(*took <= Millis(forward));
                        }
                        store.record(fact, Timestamp(now));
                    }
                    Effect::Keep(place) => store.place = Some(write_place(&place)),
                    Effect::Focus(_) | Effect::Announce(_) => {}
                }
            }
            let resumed = store.resume(&questions, Timestamp(0));
            prop_assert_eq!(seen(&resumed), seen(&session));
            let (_, attempt) = store.attempt();
            let outcome = session.outcome();
            prop_assert_eq!(
                (attempt.earned(), attempt.possible(), attempt.passed(), attempt.finished.is_some()),
                (outcome.earned, outcome.possible, outcome.passed, session.finished),
            );
        }
    }

    #[test]
    fn without_its_place_a_session_goes_on_at_the_first_open_question(
        mode in mode(), paper in paper(), answered in prop::collection::vec(any::<bool>(), 5),
    ) {
        let questions: Vec<Question> = paper.into_iter().map(|(question, _)| question).collect();
        let (mut session, fact) = start(mode, None, script::free(), questions.clone());
        let mut store = Store { log: Vec::new(), place: None };
        store.record(fact, Timestamp(0));
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

fn one(name: &str) -> Question {
    samples::question(name, "tell-apart", 1.0, one_of(&["yes", "no"], "yes"))
}

/// An assessment of `q1`, `q2`, `q3` in which these responses were given in turn, left at the question after the last.
fn left_after(mode: Mode, responses: &[&str]) -> Store {
    let (mut session, fact) = start(mode, None, Conditions::default(), ["q1", "q2", "q3"].map(one).to_vec());
    let mut store = Store { log: Vec::new(), place: None };
    store.record(fact, Timestamp(0));
    for response in responses {
        for event in [Event::Respond(chosen(response)), Event::Answer, Event::Next] {
            // In an assessment the answer goes on by itself.
            if mode == Mode::Assessment && event == Event::Next {
                continue;
            }
            let (after, effects) = step(session, event, Timestamp(1));
            session = after;
            for effect in effects {
                match effect {
                    Effect::Record(fact) => store.record(fact, Timestamp(1)),
                    Effect::Keep(place) => store.place = Some(write_place(&place)),
                    Effect::Focus(_) | Effect::Announce(_) => {}
                }
            }
        }
    }
    store
}

#[test]
fn a_question_that_is_gone_is_left_out() {
    let store = left_after(Mode::Assessment, &["yes", "no"]);
    let names = |session: &Session| -> Vec<String> {
        session.posed.iter().map(|posed| posed.question.id.question.to_string()).collect()
    };
    let resumed = store.resume(&["q2", "q3"].map(one), Timestamp(9));
    assert_eq!((names(&resumed), resumed.at), (vec!["q2".to_owned(), "q3".to_owned()], 1));
    // The question that was shown is gone: the first open one is shown, or else the last.
    let resumed = store.resume(&["q1", "q2"].map(one), Timestamp(9));
    assert_eq!((names(&resumed), resumed.at), (vec!["q1".to_owned(), "q2".to_owned()], 1));
    let resumed = store.resume(&[], Timestamp(9));
    assert_eq!((resumed.posed.len(), resumed.at), (0, 0));
    assert!(step(resumed, Event::HandIn, Timestamp(2)).0.finished);
}

#[test]
fn a_question_that_became_another_kind_keeps_its_credit_and_has_no_marks() {
    let now_true_or_false = statement(true);
    for (mode, can_answer) in [(Mode::Practice, false), (Mode::Assessment, true)] {
        let store = left_after(mode, &["yes"]);
        let changed = Question { edition: Edition(2), body: now_true_or_false.clone(), ..one("q1") };
        let resumed = store.resume(&[changed, one("q2"), one("q3")], Timestamp(1));
        let given = resumed.posed[0].given.clone().unwrap();
        assert_eq!((given.response, given.credit, given.marks), (chosen("yes"), Credit::FULL, None));
        assert_eq!(resumed.posed[0].response, now_true_or_false.blank());
        assert_eq!(resumed.outcome().earned, Points::ONE);
        // What was answered is final in practice; in an assessment the new question can be answered.
        let (resumed, _) = step(resumed, Event::GoTo(0), Timestamp(2));
        let (resumed, _) = step(resumed, Event::Respond(says(false)), Timestamp(3));
        let (resumed, _) = step(resumed, Event::Answer, Timestamp(4));
        let expect = if can_answer { Points::ZERO } else { Points::ONE };
        assert_eq!(resumed.outcome().earned, expect, "{mode:?}");
    }
}

#[test]
fn marks_of_another_edition_are_not_shown() {
    let store = left_after(Mode::Practice, &["yes"]);
    let check = |body: Body, edition: u64, marked: bool| {
        let changed = Question { edition: Edition(edition), body, ..one("q1") };
        let resumed = store.resume(&[changed, one("q2"), one("q3")], Timestamp(1));
        let given = resumed.posed[0].given.clone().unwrap();
        assert_eq!((given.credit, given.marks.is_some()), (Credit::FULL, marked));
    };
    check(one_of(&["yes", "no"], "yes"), 1, true);
    check(one_of(&["yes", "no", "perhaps"], "yes"), 2, false);
    check(one_of(&["yes", "no"], "no"), 2, false);
    check(one_of(&["aye", "no"], "aye"), 2, false);
}

#[test]
fn a_question_is_worth_what_it_was_worth_when_it_was_given() {
    let store = left_after(Mode::Assessment, &["yes"]);
    let dearer = Question { points: Points::new(5.0), ..one("q1") };
    let resumed = store.resume(&[dearer, one("q2"), one("q3")], Timestamp(1));
    assert_eq!((resumed.outcome().earned, resumed.outcome().possible), (Points::ONE, Points::new(3.0)));
    assert_eq!(resumed.outcome().share(), store.attempt().1.share());
}

#[test]
fn a_place_that_does_not_fit_is_not_followed() {
    let store = left_after(Mode::Practice, &["yes"]);
    let (attempt, of) = store.attempt();
    let place = |attempt, question: &str, drafts: &[(&str, Response)]| {
        let name = |name: &str| format!("bank/{name}").parse().unwrap();
        let drafts = drafts.iter().map(|(question, draft)| (name(question), draft.clone())).collect();
        Place {
            attempt,
            question: name(question),
            drafts,
            certainties: Map::new(),
            flags: Set::default(),
            trying: Set::default(),
        }
    };
    let resumed = |place: &Place| {
        let questions = ["q1", "q2", "q3"].map(one).to_vec();
        resume(attempt, &of, questions, Some(place), None, Timestamp(9))
    };
    let another = AttemptId(EntryId::new(Timestamp(9), 9));
    // Of another attempt; a draft of an answer that is final; a draft of another kind; a question that is gone.
    assert_eq!(resumed(&place(another, "q3", &[("q2", chosen("no"))])).at, 1);
    let session =
        resumed(&place(attempt, "q3", &[("q1", chosen("no")), ("q2", says(true)), ("q3", chosen("no"))]));
    let responses: Vec<_> = session.posed.iter().map(|posed| posed.response.clone()).collect();
    assert_eq!(session.at, 2);
    assert_eq!(responses, [chosen("yes"), session.posed[1].question.body.blank(), chosen("no")]);
    assert_eq!(resumed(&place(attempt, "gone", &[])).at, 1);
}
