//! The time that a quiz may take: what is said, what is handed in, and that a clock that is set back gives nothing.

use super::samples::start;
use super::script::Script;
use super::store::Store;
use crate::course::Mode::{Assessment, Practice};
use crate::log::Fact;
use crate::session::{Effect, Event, step};
use crate::time::{Millis, Timestamp};

/// [`super::script::questions`] in an assessment of ten minutes.
fn ten_minutes() -> Script {
    let mut script = Script::new(Assessment);
    script.conditions.time = Some(Millis(600_000));
    script
}

#[test]
fn it_is_said_once_that_the_time_is_running_out() {
    let script = ten_minutes();
    script.check("wait-478 tick", "");
    script.check("wait-479 tick", "say:left=120000");
    script.check("wait-479 tick wait-30 tick", "");
    // What is short is a fifth of the time, and at least a minute.
    let mut short = ten_minutes();
    short.conditions.time = Some(Millis(100_000));
    short.check("wait-38 tick", "");
    short.check("wait-39 tick", "say:left=60000");
}

#[test]
fn when_the_time_is_over_what_is_complete_is_handed_in() {
    let script = ten_minutes();
    script.check("right wait-597 tick", "say:left=1000");
    script.check(
        "right wait-598 tick",
        "say:time-over record:q1=1 record:finished say:finished=0.25 focus:result",
    );
    // Whatever she does first after the end, and however long she was away.
    for word in ["tick", "next", "answer", "extend", "returned", "hand-in", "wrong"] {
        script.check(
            &format!("go-99 half go-1 right wait-9000 {word}"),
            "say:time-over record:q1=1 record:finished say:finished=0.25 focus:result",
        );
    }
    let mut practice = ten_minutes();
    practice.mode = Practice;
    practice.check_log("right wait-600 tick", "record:q1=1 record:finished");
}

#[test]
fn who_asks_for_more_time_gets_half_of_it_again_as_often_as_she_asks() {
    let script = ten_minutes();
    script.check("extend", "record:more-time=300000 say:extended=899000");
    script.check("extend extend", "record:more-time=300000 say:extended=1198000");
    // What is short depends on the time that was given at first.
    script.check("extend wait-700 tick", "");
    script.check("extend wait-779 tick", "say:left=119000");
    script.check("wait-500 tick extend wait-290 tick", "say:left=107000");
    Script::new(Assessment).check("extend", "");
    Script::new(Assessment).check("wait-100000 tick", "");
}

#[test]
fn a_clock_that_is_set_back_gives_no_time_back() {
    let script = ten_minutes();
    script.check("wait-500 tick clock-back extend", "record:more-time=300000 say:extended=399000");
    let (session, _) = script.play("wait-500 tick clock-back tick");
    assert_eq!(session.time_left(), Some(Millis(99_000)));
    assert_eq!(session.time_left_at(Timestamp(0)), Some(Millis(99_000)));
}

#[test]
fn more_time_and_time_that_was_used_are_there_after_a_reload() {
    let script = ten_minutes();
    let (mut session, fact) = start(script.mode, None, script.conditions.clone(), script.questions.clone());
    let mut store = Store::begun(fact);
    let right = session.posed[0].question.body.model_response();
    let moves = [(Event::Extend, 10_000), (Event::Respond(right), 20_000), (Event::Answer, 500_000)];
    for (event, now) in moves {
        let (after, effects) = step(session, event, Timestamp(now));
        session = after;
        store.perform(effects, Timestamp(now));
    }
    let left = |now| store.resume(&script.questions, Timestamp(now)).time_left();
    assert_eq!(left(700_000), Some(Millis(200_000)));
    // Back to the moment of the last entry, and not further.
    assert_eq!(left(0), Some(Millis(400_000)));
    assert_eq!(left(900_000), Some(Millis(0)));
    let (over, _) =
        step(store.resume(&script.questions, Timestamp(900_001)), Event::Tick, Timestamp(900_001));
    assert!(over.finished);
}

#[test]
fn time_in_which_she_looks_away_is_not_counted_for_the_question() {
    let took = |words: &str| {
        let (_, played) = Script::new(Practice).play(words);
        played.into_iter().flatten().find_map(|effect| {
            if let Effect::Record(Fact::QuestionAnswered { took, .. }) = effect { Some(took) } else { None }
        })
    };
    assert_eq!(took("right wait-8 answer"), Some(Millis(10_000)));
    assert_eq!(took("right wait-4 away wait-60 returned wait-2 answer"), Some(Millis(6_000 + 3_000)));
    assert_eq!(took("right away away wait-60 returned returned answer"), Some(Millis(2_000 + 2_000)));
}
