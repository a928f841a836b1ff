//! An attempt that is taken up after its questions were changed, or after its place was lost.

use super::samples::{chosen, one_of, question, says, start, statement};
use super::store::Store;
use crate::conditions::Conditions;
use crate::course::Mode;
use crate::id::Edition;
use crate::log::{AttemptId, EntryId};
use crate::map::{Map, Set};
use crate::question::{Body, Question, Response};
use crate::score::{Credit, Points};
use crate::session::{Event, Place, Session, resume, step};
use crate::time::Timestamp;

fn one(name: &str) -> Question {
    question(name, "tell-apart", 1.0, one_of(&["yes", "no"], "yes"))
}

/// An attempt at `q1`, `q2`, `q3` in which these responses were given in turn, left at the question after the last.
fn left_after(mode: Mode, responses: &[&str]) -> Store {
    let (mut session, fact) = start(mode, None, Conditions::default(), ["q1", "q2", "q3"].map(one).to_vec());
    let mut store = Store::begun(fact);
    for response in responses {
        for event in [Event::Respond(chosen(response)), Event::Answer, Event::Next] {
            // In an assessment the answer goes on by itself.
            if mode == Mode::Assessment && event == Event::Next {
                continue;
            }
            let (after, effects) = step(session, event, Timestamp(1));
            session = after;
            store.perform(effects, Timestamp(1));
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
