//! The log gives the same progress however it was put together.

use proptest::prelude::*;

use super::generators::log;
use super::samples::says;
use crate::course::Mode;
use crate::id::{Edition, QuestionRef, QuizRef};
use crate::log::{AttemptId, Entry, EntryId, Fact, GivenQuestion, Seq};
use crate::progress::{Attempt, Progress, fold};
use crate::random::Seed;
use crate::score::{Credit, Points};
use crate::time::{Millis, Timestamp};

fn log_and_a_shuffled_copy() -> impl Strategy<Value = (Vec<Entry>, Vec<Entry>)> {
    // Entries that two tabs both wrote down come twice.
    let doubled = |log: Vec<Entry>| {
        let twice = log.iter().chain(log.iter().step_by(3)).cloned().collect::<Vec<_>>();
        (Just(log), Just(twice).prop_shuffle())
    };
    log().prop_flat_map(doubled)
}

proptest! {
    #[test]
    fn order_and_duplicates_make_no_difference((log, shuffled) in log_and_a_shuffled_copy()) {
        prop_assert_eq!(fold(&log), fold(&shuffled));
    }

    #[test]
    fn entry_by_entry_gives_the_same_as_all_at_once(mut log in log()) {
        log.sort_by_key(Entry::order);
        let mut progress = Progress::default();
        for entry in &log {
            progress.apply(entry);
        }
        prop_assert_eq!(progress, fold(&log));
    }

    #[test]
    fn every_attempt_is_listed_once_and_in_the_order_of_the_log(mut log in log()) {
        let progress = fold(&log);
        let mut listed: Vec<AttemptId> = Vec::new();
        for quiz in ["law/crimes/practice", "law/crimes/assessment"] {
            listed.extend(progress.attempts(&quiz.parse().unwrap()).map(|(id, _)| id));
        }
        listed.sort();
        log.sort_by_key(Entry::order);
        let mut begun: Vec<AttemptId> = Vec::new();
        for entry in &log {
            if let Fact::AttemptBegun { attempt, .. } = &entry.fact && !begun.contains(attempt) {
                begun.push(*attempt);
            }
        }
        begun.sort();
        prop_assert_eq!(listed, begun);
    }
}

/// Writes a log down as words: `begin`, `right`, `wrong`, `finish`, `again` (the last entry once more).
fn attempt_of(script: &str) -> (Progress, Attempt) {
    let attempt = AttemptId(EntryId::new(Timestamp(1), 1));
    let question: QuestionRef = "bank/one".parse().unwrap();
    let given = |name: &str| GivenQuestion {
        question: name.parse().unwrap(),
        edition: Edition(1),
        points: Points::ONE,
        order: Vec::new(),
    };
    let answered = |right: bool| Fact::QuestionAnswered {
        attempt,
        question: question.clone(),
        edition: Edition(1),
        response: says(right),
        credit: Credit::all_if(right),
        took: Millis(5),
        verdict: None,
        certainty: None,
        language: None,
    };
    let mut log: Vec<Entry> = Vec::new();
    for (place, word) in script.split_whitespace().enumerate() {
        let fact = match word {
            "begin" => Fact::AttemptBegun {
                attempt,
                quiz: quiz(),
                mode: Mode::Assessment,
                pass: Some(0.5),
                seed: Seed(1),
                given: vec![given("bank/one"), given("bank/two")],
                conditions: Default::default(),
                code: None,
            },
            "right" => answered(true),
            "wrong" => answered(false),
            "finish" => Fact::AttemptFinished { attempt },
            "again" => {
                let last = log.last().unwrap().clone();
                log.push(Entry { seq: last.seq.next(), ..last });
                continue;
            }
            other => panic!("no word of the script: {other}"),
        };
        let at = Timestamp(place as u64);
        log.push(Entry { id: EntryId::new(at, place as u128), seq: Seq(place as u64), at, fact });
    }
    let progress = fold(&log);
    let (_, found) = progress.attempts(&quiz()).next().unwrap();
    let found = found.clone();
    (progress, found)
}

fn quiz() -> QuizRef {
    "law/crimes/assessment".parse().unwrap()
}

#[track_caller]
fn check(script: &str, share: f64, passed: bool) {
    let (progress, attempt) = attempt_of(script);
    assert_eq!((attempt.share(), attempt.passed()), (share, Some(passed)), "{script}");
    assert_eq!(progress.attempts(&quiz()).count(), 1, "{script}");
    assert_eq!(progress.open_attempt(&quiz()).is_none(), script.contains("finish"), "{script}");
    assert_eq!(progress.best(&quiz()), script.contains("finish").then_some(share), "{script}");
    let one: QuestionRef = "bank/one".parse().unwrap();
    assert!(progress.seen().contains(&(&one.bank, &one.question, 1)), "{script}");
}

#[test]
fn the_last_answer_before_the_end_counts() {
    check("begin", 0.0, false);
    check("begin wrong right", 0.5, true);
    check("begin right wrong finish", 0.0, false);
    check("begin wrong finish right", 0.0, false);
    check("begin right finish wrong finish", 0.5, true);
}

#[test]
fn an_attempt_is_finished_when_that_was_first_said() {
    assert_eq!(attempt_of("begin right").1.finished, None);
    assert_eq!(attempt_of("begin right finish finish").1.finished, Some(Timestamp(2)));
}

#[test]
fn a_lesson_is_read_once_it_was_read() {
    let lesson = |name: &str| format!("law/crimes/{name}").parse().unwrap();
    let at = Timestamp(1);
    let fact = Fact::LessonRead { lesson: lesson("one") };
    let progress = fold([&Entry { id: EntryId::new(at, 1), seq: Seq(1), at, fact }]);
    assert_eq!((progress.has_read(&lesson("one")), progress.has_read(&lesson("two"))), (true, false));
    assert_eq!((progress.is_empty(), fold([]).is_empty()), (false, true));
}

#[test]
fn an_entry_that_comes_again_under_another_place_counts_once() {
    check("begin again right again finish again", 0.5, true);
    check("begin begin right begin", 0.5, true);
}

#[test]
fn an_answer_whose_attempt_cannot_be_read_still_shows_that_the_question_was_seen() {
    let entry = Entry {
        id: EntryId::new(Timestamp(1), 1),
        seq: Seq(1),
        at: Timestamp(1),
        fact: Fact::QuestionAnswered {
            attempt: AttemptId(EntryId::new(Timestamp(0), 0)),
            question: "bank/one".parse().unwrap(),
            edition: Edition(1),
            response: says(true),
            credit: Credit::FULL,
            took: Millis(5),
            verdict: None,
            certainty: None,
            language: None,
        },
    };
    let progress = fold([&entry]);
    assert_eq!(progress.seen(), [(&"bank".parse().unwrap(), &"one".parse().unwrap(), 1)]);
    assert!(!progress.is_empty());
}
