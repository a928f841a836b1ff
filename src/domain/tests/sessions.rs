//! What a session does, step by step, in the conditions of a quiz that says nothing of them.

use std::collections::BTreeSet;

use super::generators::id;
use super::samples::{categories, items, one_of, question, start};
use super::script::{Script, free, questions, words};
use crate::course::Mode;
use crate::id::Slug;
use crate::log::Fact;
use crate::question::{Body, Question, Response, classify, ordering};
use crate::score::{Partial, Points};
use crate::session::{Effect, Event, Part, Session, step};
use crate::time::{Millis, Timestamp};

#[track_caller]
fn check(mode: Mode, script: &str, expect: &str) {
    Script::new(mode).check(script, expect);
}

#[track_caller]
fn check_log(mode: Mode, script: &str, expect: &str) {
    Script::new(mode).check_log(script, expect);
}

fn play(mode: Mode, script: &str) -> (Session, Vec<Vec<Effect>>) {
    Script::new(mode).play(script)
}

use Mode::{Assessment, Practice};

#[test]
fn in_practice_an_answer_is_recorded_at_once_and_its_feedback_shown() {
    check(Practice, "right", "keep:q1+q1");
    check(Practice, "right answer", "record:q1=1 keep:q1 say:right focus:feedback");
    check(Practice, "wrong answer", "record:q1=0 keep:q1 say:wrong focus:feedback");
    check(Practice, "next partly answer", "record:q2=0.75 keep:q2 say:partly focus:feedback");
}

#[test]
fn in_practice_an_answer_is_given_once() {
    check(Practice, "wrong answer answer", "");
    check(Practice, "wrong answer right", "");
    check_log(Practice, "wrong answer right answer next back right answer", "record:q1=0");
    let (session, _) = play(Practice, "wrong answer right");
    assert!(session.posed[0].is_saved());
    assert!(session.is_revealed(0) && !session.is_revealed(1));
}

#[test]
fn in_practice_walking_on_gives_no_answer_and_forgets_nothing() {
    check(Practice, "wrong next", "focus:question keep:q2+q1");
    check(Practice, "wrong next partly", "keep:q2+q1+q2");
    check(Practice, "wrong next partly answer", "record:q2=0.75 keep:q2+q1 say:partly focus:feedback");
    check_log(Practice, "wrong next back next", "");
}

#[test]
fn what_is_not_complete_is_not_marked() {
    for mode in [Practice, Assessment] {
        check(mode, "answer", "say:not-ready");
        check(mode, "next next half answer", "say:not-ready");
        check(mode, "right blank answer", "say:not-ready");
        check_log(mode, "answer next answer next half answer", "");
    }
}

#[test]
fn a_response_of_another_kind_is_not_taken() {
    check(Practice, "other-kind", "");
    check(Assessment, "other-kind", "");
}

#[test]
fn in_an_assessment_an_answer_is_recorded_and_the_next_question_shown() {
    check(Assessment, "right answer", "record:q1=1 say:saved focus:question keep:q2");
    check(Assessment, "right answer back answer", "say:saved focus:question keep:q2");
    check(Assessment, "go-99 right answer", "record:q3=1 say:saved keep:q3");
    let (session, _) = play(Assessment, "right answer");
    assert!((0..3).all(|place| !session.is_revealed(place)));
}

#[test]
fn in_an_assessment_a_later_answer_takes_the_place_of_the_earlier() {
    check_log(Assessment, "wrong answer back right answer", "record:q1=0 record:q1=1");
    let (session, _) = play(Assessment, "wrong answer back right answer");
    assert_eq!(session.outcome().earned, Points::ONE);
}

#[test]
fn in_an_assessment_a_complete_response_is_recorded_when_it_is_left() {
    check(Assessment, "right next", "record:q1=1 focus:question keep:q2");
    check(Assessment, "next right back", "record:q2=1 focus:question keep:q1");
    check(Assessment, "right go-99", "record:q1=1 focus:question keep:q3");
    check(Assessment, "right go-1", "record:q1=1 keep:q1");
    check_log(Assessment, "right next back next back", "record:q1=1");
}

#[test]
fn in_an_assessment_an_incomplete_response_is_kept_as_a_draft_wherever_the_learner_goes() {
    check(Assessment, "go-99 half", "keep:q3+q3");
    check(Assessment, "go-99 half back", "focus:question keep:q2+q3");
    check(Assessment, "go-99 half back back right next", "record:q1=1 focus:question keep:q2+q3");
    check(Assessment, "go-99 right answer half back", "focus:question keep:q2+q3");
}

#[test]
fn what_is_to_be_put_in_order_is_shown_in_another_order_whatever_its_author_says() {
    let order = ["a", "b", "c", "d", "e", "f"];
    let ordering = Body::Ordering {
        prompt: ordering::Prompt { items: items(&order) },
        key: ordering::Key { order: order.map(id).to_vec(), partial: Partial::Each, feedback: Vec::new() },
    };
    let still =
        |name: &str, body: Body| Question { shuffle: false, ..question(name, "tell-apart", 1.0, body) };
    let questions = vec![still("q1", ordering), still("q2", one_of(&order, "a"))];
    let (session, _) = start(Practice, None, free(), questions);
    let shown = |place: usize| session.posed[place].order.iter().map(Slug::as_str).collect::<Vec<_>>();
    assert_ne!(shown(0), order);
    assert_eq!(BTreeSet::from_iter(shown(0)), BTreeSet::from(order));
    assert_eq!(shown(1), order);
}

#[test]
fn walking_stays_within_the_questions() {
    check(Practice, "back", "keep:q1");
    check(Practice, "go-99", "focus:question keep:q3");
    check(Practice, "go-99 next", "keep:q3");
    check(Practice, "go-2 back", "focus:question keep:q1");
}

#[test]
fn handing_in_records_what_is_complete_and_counts_the_rest_as_nothing() {
    check(Assessment, "hand-in", "record:finished say:finished=0 focus:result");
    check(Assessment, "right hand-in", "record:q1=1 record:finished say:finished=0.25 focus:result");
    check(Assessment, "right next right next half hand-in", "record:finished say:finished=0.75 focus:result");
    check(
        Practice,
        "right next partly next half hand-in",
        "record:q1=1 record:q2=0.75 record:finished say:finished=0.625 focus:result",
    );
}

#[test]
fn a_finished_session_takes_no_more_events() {
    for mode in [Practice, Assessment] {
        for word in ["right", "answer", "next", "back", "go-2", "hand-in"] {
            check(mode, &format!("next hand-in {word}"), "");
        }
        let (session, _) = play(mode, "next hand-in next right");
        assert_eq!((session.at, session.finished, session.is_revealed(2)), (1, true, true));
    }
}

#[test]
fn an_attempt_without_questions_can_be_handed_in() {
    for event in [Event::Answer, Event::Next, Event::Back, Event::GoTo(3)] {
        let (session, _) = start(Assessment, None, free(), Vec::new());
        assert_eq!(step(session, event, Timestamp(1)).1, []);
    }
    let (session, _) = start(Assessment, None, free(), Vec::new());
    let (session, effects) = step(session, Event::HandIn, Timestamp(1));
    assert!(session.finished);
    assert_eq!(words(&effects), "record:finished say:finished=0 focus:result");
}

#[test]
fn the_outcome_adds_up_points_by_objective() {
    let (session, _) = play(Assessment, "right next partly next half hand-in");
    let outcome = session.outcome();
    let points = Points::new;
    assert_eq!((outcome.earned, outcome.possible, outcome.answered), (points(2.5), points(4.0), 2));
    assert_eq!((outcome.share(), outcome.passed), (0.625, Some(true)));
    assert_eq!(
        outcome.objectives,
        [
            Part { objective: id("tell-apart"), earned: points(1.0), possible: points(2.0) },
            Part { objective: id("child-rule"), earned: points(1.5), possible: points(2.0) },
        ]
    );
    assert_eq!(session.unanswered().collect::<Vec<_>>(), [2]);
    assert!(session.at_last());
}

#[test]
fn the_pass_mark_is_reached_by_equal_points_and_rounding_fails_nobody() {
    const ITEMS: [&str; 3] = ["a", "b", "c"];
    let placed = |right: usize| {
        let category = move |place: usize| id(if place < right { "in" } else { "out" });
        ITEMS.iter().enumerate().map(|(place, item)| (id(item), category(place))).collect()
    };
    let three_items = |number: usize| {
        let body = Body::Classify {
            prompt: classify::Prompt { categories: categories(&["in", "out"]), items: items(&ITEMS) },
            key: classify::Key { places: placed(3), partial: Partial::Each, feedback: Vec::new() },
        };
        question(&format!("q{number}"), "tell-apart", 1.0, body)
    };
    // A paper on which so many answers have all items right, so many one of three, and so many none.
    let check = |full: usize, thirds: usize, none: usize, expect: bool| {
        let count = full + thirds + none;
        let (mut session, _) = start(Assessment, Some(0.8), free(), (0..count).map(three_items).collect());
        for number in 0..count {
            let right = if number < full { 3 } else { usize::from(number < full + thirds) };
            let response = Response::Classify(classify::Response { placed: placed(right) });
            session = step(session, Event::Respond(response), Timestamp(1)).0;
            session = step(session, Event::Answer, Timestamp(2)).0;
        }
        let outcome = session.outcome();
        assert_eq!((outcome.answered, outcome.passed), (count, Some(expect)), "{}", outcome.share());
    };
    check(8, 0, 2, true);
    check(7, 0, 3, false);
    // 7 + 3 × ⅓ is 8 of 10; added up as floating-point numbers it is a little less.
    check(7, 3, 0, true);
    check(7, 2, 1, false);
}

#[test]
fn the_time_of_a_question_adds_up_over_visits_and_is_never_negative() {
    let took = |moments: &[u64]| {
        let (mut session, _) = start(Assessment, None, free(), questions());
        let right = Event::Respond(session.posed[0].question.body.model_response());
        let steps = [Event::Next, Event::Back, right, Event::Answer];
        let mut took = None;
        for (event, at) in steps.into_iter().zip(moments) {
            let (after, effects) = step(session, event, Timestamp(*at));
            session = after;
            for effect in effects {
                if let Effect::Record(Fact::QuestionAnswered { took: span, .. }) = effect {
                    took = Some(span);
                }
            }
        }
        took.unwrap()
    };
    assert_eq!(took(&[3_000, 10_000, 11_000, 14_000]), Millis(3_000 + 4_000));
    // Once the clock was seen at 11 seconds, setting it back takes nothing away.
    assert_eq!(took(&[3_000, 10_000, 11_000, 500]), Millis(3_000 + 1_000));
    assert_eq!(took(&[0, u64::MAX, 0, 5]), Millis(0));
}
