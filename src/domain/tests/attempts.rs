//! What the log says of an attempt in practice, and what counts of several attempts.

use proptest::prelude::*;
use proptest::sample::select;

use super::generators::{html, log};
use super::samples::{chosen, quiz, says, thought};
use crate::conditions::{Conditions, Grade};
use crate::course::{Band, Mode};
use crate::id::{Edition, QuestionRef, QuizRef};
use crate::log::{AttemptId, Entry, EntryId, Fact, GivenQuestion, Seq};
use crate::progress::{Attempt, Progress, fold};
use crate::random::Seed;
use crate::score::{Certainty, Credit, Points, Verdict};
use crate::time::{Millis, Timestamp};

fn reference() -> QuizRef {
    "law/crimes/quiz".parse().unwrap()
}

fn one() -> QuestionRef {
    "bank/one".parse().unwrap()
}

fn begun(attempt: AttemptId, mode: Mode, conditions: Conditions) -> Fact {
    let given =
        GivenQuestion { question: one(), edition: Edition(1), points: Points::ONE, order: Vec::new() };
    Fact::AttemptBegun {
        attempt,
        quiz: reference(),
        mode,
        pass: None,
        seed: Seed(1),
        given: vec![given],
        conditions,
        code: None,
    }
}

/// An answer to the question: `right`, `wrong`, a share of the credit, `costly` (right, with nothing left of its credit), `thought`, `ticked`.
fn answered(attempt: AttemptId, word: &str) -> Fact {
    let (response, credit, verdict) = match word {
        "right" => (says(true), 1.0, None),
        "wrong" => (says(false), 0.0, None),
        "costly" => (says(true), 0.0, Some(Verdict::Right)),
        "thought" => (thought("So.", &[]), 1.0, None),
        "ticked" => (thought("So.", &["first"]), 1.0, None),
        share => (chosen("some"), share.parse().unwrap(), None),
    };
    Fact::QuestionAnswered {
        attempt,
        question: one(),
        edition: Edition(1),
        response,
        credit: Credit::new(credit),
        took: Millis(5),
        verdict,
        certainty: Some(Certainty::High),
        language: None,
    }
}

/// The log of attempts, each a script of `hint-0`, `key`, `more`, `finish` and answers.
fn log_of(scripts: &[&str], mode: Mode, conditions: &Conditions) -> Vec<Entry> {
    let mut facts = Vec::new();
    for (number, script) in scripts.iter().enumerate() {
        let attempt = AttemptId(EntryId::new(Timestamp(number as u64), 0));
        facts.push(begun(attempt, mode, conditions.clone()));
        facts.extend(script.split_whitespace().map(|word| match word {
            "key" => Fact::KeyShown { attempt, question: one() },
            "more" => Fact::TimeExtended { attempt, by: Millis(60_000) },
            "finish" => Fact::AttemptFinished { attempt },
            word => match word.strip_prefix("hint-") {
                Some(hint) => Fact::HintTaken { attempt, question: one(), hint: hint.parse().unwrap() },
                None => answered(attempt, word),
            },
        }));
    }
    let entry = |(place, fact): (usize, Fact)| {
        let at = Timestamp(place as u64);
        Entry { id: EntryId::new(at, place as u128), seq: Seq(place as u64), at, fact }
    };
    facts.into_iter().enumerate().map(entry).collect()
}

fn attempt_of(script: &str, mode: Mode, conditions: &Conditions) -> Attempt {
    let progress = fold(&log_of(&[script], mode, conditions));
    let (_, attempt) = progress.attempts(&reference()).next().unwrap();
    attempt.clone()
}

/// Checks the share of the points, how many tries there were before the answer that counts, and whether there is none left.
#[track_caller]
fn check(further_tries: u32, script: &str, share: f64, earlier: usize, closed: bool) {
    let conditions = Conditions { further_tries, ..Conditions::default() };
    let attempt = attempt_of(script, Mode::Practice, &conditions);
    let tries = attempt.answers.get(&one()).map_or(0, |answer| answer.earlier.len());
    assert_eq!((attempt.share(), tries, attempt.is_closed(&one())), (share, earlier, closed), "{script}");
}

#[test]
fn in_practice_tries_are_counted_until_the_question_is_closed() {
    check(0, "", 0.0, 0, false);
    check(0, "wrong", 0.0, 0, true);
    check(0, "wrong right", 0.0, 0, true);
    check(2, "wrong", 0.0, 0, false);
    check(2, "wrong 0.75", 0.75, 1, false);
    check(2, "wrong wrong 0.5", 0.5, 2, true);
    check(2, "wrong wrong wrong right", 0.0, 2, true);
    // What is right is not made worse by what another tab sends.
    check(2, "right wrong", 1.0, 0, true);
    check(2, "wrong costly wrong", 0.0, 1, true);
    check(2, "wrong key right", 0.0, 0, true);
    check(2, "key wrong", 0.0, 0, true);
    check(2, "wrong finish right", 0.0, 0, false);
}

#[test]
fn what_is_ticked_beside_a_model_answer_is_no_further_try() {
    check(0, "thought ticked", 1.0, 0, true);
    let attempt = attempt_of("thought ticked finish thought", Mode::Practice, &Conditions::default());
    assert_eq!(attempt.answers.get(&one()).unwrap().response, thought("So.", &["first"]));
}

#[test]
fn an_assessment_counts_no_tries() {
    let conditions = Conditions { further_tries: 1, ..Conditions::default() };
    let attempt = attempt_of("wrong right wrong right", Mode::Assessment, &conditions);
    assert_eq!((attempt.share(), attempt.answers.get(&one()).unwrap().earlier.len()), (1.0, 0));
    assert!(!attempt.is_closed(&one()));
}

#[test]
fn hints_and_more_time_are_added_up_once() {
    let taken = |script: &str| {
        let attempt = attempt_of(script, Mode::Assessment, &Conditions::default());
        (attempt.hints_taken(&one()), attempt.extended)
    };
    assert_eq!(taken("right"), (0, Millis(0)));
    assert_eq!(taken("hint-0 hint-1 more"), (2, Millis(60_000)));
    // Two tabs that both ask for the first hint were given one.
    assert_eq!(taken("hint-0 hint-0 more more"), (1, Millis(120_000)));
    // An entry in between that cannot be read takes nothing away.
    assert_eq!(taken("hint-2"), (3, Millis(0)));
}

#[test]
fn under_certainty_a_wrong_answer_costs_and_a_right_one_that_cost_everything_does_not() {
    let conditions = Conditions { certainty: true, ..Conditions::default() };
    let earned = |script: &str| attempt_of(script, Mode::Assessment, &conditions).earned().amount();
    assert_eq!(earned("right"), 1.0);
    assert_eq!(earned("0.5"), 0.5);
    assert_eq!(earned("wrong"), -2.0);
    assert_eq!(earned("costly"), 0.0);
    assert_eq!(attempt_of("wrong", Mode::Assessment, &conditions).share(), 0.0);
    // Where it is not asked, it is not counted.
    assert_eq!(attempt_of("wrong", Mode::Assessment, &Conditions::default()).earned(), Points::ZERO);
}

#[test]
fn certainty_is_marked_as_its_table_says() {
    for (certainty, right, half, wrong) in [
        (Certainty::Low, 1.0, 0.5, 0.0),
        (Certainty::Middle, 2.0, 1.0, -2.0),
        (Certainty::High, 3.0, 1.5, -6.0),
    ] {
        let mark = |share: f64| certainty.mark(Credit::new(share).verdict(), Credit::new(share));
        assert_eq!((mark(1.0), mark(0.5), mark(0.0)), (right, half, wrong), "{certainty:?}");
        assert_eq!(certainty.mark(Verdict::Right, Credit::NONE), 0.0);
    }
    // Below 2/3 it is best to say low, between 2/3 and 4/5 middle, above high.
    let expected = |certainty: Certainty, chance: f64| {
        chance * certainty.mark(Verdict::Right, Credit::FULL)
            + (1.0 - chance) * certainty.mark(Verdict::Wrong, Credit::NONE)
    };
    for percent in 0..=100 {
        let chance = f64::from(percent) / 100.0;
        let best = match percent {
            0..67 => Certainty::Low,
            67..=80 => Certainty::Middle,
            _ => Certainty::High,
        };
        for other in Certainty::ALL {
            assert!(expected(best, chance) >= expected(other, chance) - 1e-9, "{percent} %: {other:?}");
        }
    }
}

#[track_caller]
fn check_grade(scripts: &[&str], expect: [Option<f64>; 4]) {
    let progress = fold(&log_of(scripts, Mode::Assessment, &Conditions::default()));
    let grades = [Grade::Best, Grade::Last, Grade::First, Grade::Average];
    assert_eq!(grades.map(|grade| progress.grade(&reference(), grade)), expect, "{scripts:?}");
    assert_eq!(progress.best(&reference()), expect[0]);
}

#[test]
fn of_several_attempts_those_count_that_were_finished() {
    check_grade(&[], [None; 4]);
    check_grade(&["right"], [None; 4]);
    check_grade(&["finish"], [Some(0.0); 4]);
    check_grade(
        &["0.5 finish", "right finish", "0.25 finish", "right"],
        [Some(1.0), Some(0.25), Some(0.5), Some(1.75 / 3.0)],
    );
}

#[test]
fn the_standing_follows_the_rule_of_the_latest_finished_attempt() {
    let of = |grade: Grade| Conditions { grade, ..Conditions::default() };
    let mut entries = log_of(&["0.5 finish", "0.25 finish"], Mode::Assessment, &of(Grade::Best));
    assert_eq!(fold(&entries).standing(&reference()), Some(0.5));
    let attempt = AttemptId(EntryId::new(Timestamp(99), 0));
    let facts = [begun(attempt, Mode::Assessment, of(Grade::Last)), answered(attempt, "0.125")];
    for fact in facts.into_iter().chain([Fact::AttemptFinished { attempt }]) {
        let place = entries.len() as u64;
        let entry = |fact| Entry {
            id: EntryId::new(Timestamp(99), place.into()),
            seq: Seq(place),
            at: Timestamp(99),
            fact,
        };
        entries.push(entry(fact));
        let is_finished = entries.len() == 9;
        let expect = if is_finished { 0.125 } else { 0.5 };
        assert_eq!(fold(&entries).standing(&reference()), Some(expect));
    }
    assert_eq!(Progress::default().standing(&reference()), None);
}

#[test]
fn what_is_said_of_a_result_is_the_highest_band_that_it_reaches() {
    let mut quiz = quiz(Mode::Assessment, None, Conditions::default());
    assert_eq!(quiz.band(1.0), None);
    let band = |from: f64, text: &str| Band { from: Credit::new(from), text: html(text) };
    quiz.bands = vec![band(0.5, "half"), band(0.8, "most"), band(1.0, "all")];
    for (share, expect) in [
        (0.0, None),
        (0.49, None),
        (0.5, Some("half")),
        (0.79, Some("half")),
        (0.8, Some("most")),
        // Seven tenths and three times a third of a tenth: what rounding took fails nobody.
        ((7.0 + 1.0 / 3.0 + 1.0 / 3.0 + 1.0 / 3.0) / 10.0, Some("most")),
        (1.0, Some("all")),
    ] {
        assert_eq!(quiz.band(share).map(|band| band.text.as_str()), expect, "{share}");
    }
}

proptest! {
    #[test]
    fn two_logs_put_together_in_any_order_say_the_same(
        log in log(), sides in prop::collection::vec(select(vec![0_u8, 1, 2]), 30),
    ) {
        // Each entry is in the one log, in the other, or in both.
        let side = |wanted: u8| log.iter().zip(&sides).filter(move |(_, side)| **side != wanted).map(|(entry, _)| entry);
        let (here, there): (Vec<&Entry>, Vec<&Entry>) = (side(0).collect(), side(1).collect());
        let together = fold(here.iter().chain(&there).copied());
        prop_assert_eq!(&together, &fold(there.iter().chain(&here).copied()));
        prop_assert_eq!(together, fold(&log));
    }

    #[test]
    fn what_the_log_says_of_an_attempt_hangs_together(log in log()) {
        let progress = fold(&log);
        for (_, attempt) in progress.all_attempts() {
            prop_assert!((0.0..=1.0).contains(&attempt.share()));
            prop_assert!(attempt.earned().amount() <= attempt.possible().amount() + 1e-9);
            for (question, answer) in attempt.answers.iter() {
                let is_practice = attempt.mode == Mode::Practice;
                prop_assert!(answer.earlier.is_empty() || is_practice);
                prop_assert!(answer.earlier.len() <= attempt.conditions.further_tries as usize);
                prop_assert!(is_practice || !attempt.is_closed(question));
            }
        }
    }
}
