//! Tries, hints, certainty, flags and reflections: what each costs, and when it counts.

use super::generators::id;
use super::samples::{hints, question, several_of, to_be_typed};
use super::script::{Script, questions, reflection, words};
use crate::conditions::{Conditions, Navigation};
use crate::course::Mode::{self, Assessment, Practice};
use crate::log::Fact;
use crate::score::{Credit, Partial, Points, Verdict};
use crate::session::{Effect, Phase};

/// [`questions`] in practice, with two further tries, each of which costs a quarter.
fn two_more_tries() -> Script {
    let mut script = Script::new(Practice);
    script.conditions.further_tries = 2;
    script.conditions.penalty = Credit::new(0.25);
    script
}

#[test]
fn a_wrong_answer_can_be_tried_again_and_each_try_has_its_price() {
    let script = two_more_tries();
    script.check("wrong answer", "record:q1=0 keep:q1 say:wrong focus:feedback");
    script.check("wrong answer again", "keep:q1?q1 focus:question");
    script.check("wrong answer again right", "keep:q1+q1?q1");
    script.check("wrong answer again right answer", "record:q1=0.75 keep:q1 say:right focus:feedback");
    script.check_log(
        "wrong answer again wrong answer again right answer",
        "record:q1=0 record:q1=0 record:q1=0.5",
    );
    // The last try is the last.
    script.check("wrong answer again wrong answer again wrong answer again", "");
    script.check("right answer again", "");
    script.check("again", "");
}

#[test]
fn without_try_again_nothing_can_be_changed_after_an_answer() {
    let script = two_more_tries();
    script.check("wrong answer right", "");
    script.check("wrong answer answer", "");
    let (session, _) = script.play("wrong answer");
    assert_eq!((session.phase(0), session.phase(1)), (Phase::Tried, Phase::Open));
    assert_eq!(session.posed[0].tries_left(&session.conditions), 2);
    let (session, _) = script.play("wrong answer again");
    assert_eq!(session.phase(0), Phase::Open);
}

#[test]
fn what_was_right_from_the_beginning_costs_nothing() {
    // Of four options three were decided rightly at first; the fourth at the second try.
    two_more_tries().check_log("go-2 partly answer again right answer", "record:q2=0.75 record:q2=0.9375");
    let mut all_or_nothing = two_more_tries();
    let body = several_of(&["act", "means", "border", "gain"], &["act", "means"], Partial::Off);
    all_or_nothing.questions[1] = question("q2", "child-rule", 2.0, body);
    all_or_nothing.check_log("go-2 partly answer again right answer", "record:q2=0 record:q2=0.75");
}

#[test]
fn once_the_key_was_shown_nothing_counts() {
    let script = two_more_tries();
    script.check("wrong answer key", "record:q1-key focus:feedback");
    let (session, _) = script.play("wrong answer key");
    assert!(session.is_revealed(0) && !session.is_revealed(1));
    for word in ["again", "right", "answer", "key", "hint"] {
        script.check(&format!("wrong answer key {word}"), "");
    }
    script.check_log(
        "wrong answer key again right answer hand-in",
        "record:q1=0 record:q1-key record:finished",
    );
    // The key is not given away before the first answer, nor while a try is going on, nor where there is none left to give up.
    for before in ["", "right", "wrong answer again", "right answer"] {
        script.check(&format!("{before} key"), "");
    }
}

#[test]
fn a_try_that_was_begun_and_left_costs_nothing() {
    let script = two_more_tries();
    script.check_log("go-2 partly answer again hand-in", "record:q2=0.75 record:finished");
    script.check_log("go-2 partly answer again blank hand-in", "record:q2=0.75 record:finished");
    let (session, _) = script.play("go-2 partly answer again blank hand-in");
    // The result shows the answer that counted.
    assert_eq!(
        Some(&session.posed[1].response),
        session.posed[1].given.as_ref().map(|given| &given.response)
    );
    script.check_log(
        "go-2 partly answer again right hand-in",
        "record:q2=0.75 record:q2=0.9375 record:finished",
    );
}

#[test]
fn an_assessment_knows_no_tries() {
    let mut script = Script::new(Assessment);
    script.conditions.further_tries = 2;
    script.conditions.penalty = Credit::new(0.25);
    script.check_log("wrong answer back again right answer back key", "record:q1=0 record:q1=1");
}

/// `q1` with hints at a quarter, at nothing and at all of the credit.
fn with_hints(mode: Mode) -> Script {
    let mut script = Script::new(mode);
    script.questions[0].hints = hints(&[0.25, 0.0, 1.0]);
    script
}

#[test]
fn hints_are_given_in_order_and_each_has_its_price() {
    for mode in [Practice, Assessment] {
        let script = with_hints(mode);
        script.check("hint", "record:q1-hint-0 focus:hint");
        script.check("hint hint", "record:q1-hint-1 focus:hint");
        script.check("hint hint hint hint", "");
        script.check("next hint", "");
        for (before, credit) in [("", "1"), ("hint", "0.75"), ("hint hint", "0.75"), ("hint hint hint", "0")]
        {
            let (_, played) = script.play(&format!("{before} right answer"));
            let answered = played.last().unwrap().first().unwrap();
            assert_eq!(words(std::slice::from_ref(answered)), format!("record:q1={credit}"), "{before}");
        }
    }
    // A wrong answer has nothing to lose, and a hint that was given after the answer takes nothing back.
    with_hints(Practice).check_log("hint wrong answer hint", "record:q1-hint-0 record:q1=0");
    with_hints(Assessment).check_log("right answer back hint next", "record:q1=1 record:q1-hint-0");
}

#[test]
fn a_right_answer_stays_right_whatever_it_cost() {
    let script = with_hints(Practice);
    script.check("hint hint hint right answer", "record:q1=0 keep:q1 say:right focus:feedback");
    let (session, played) = script.play("hint hint hint right answer");
    assert_eq!(session.phase(0), Phase::Closed);
    let is_costly = |effect: &Effect| {
        matches!(effect, Effect::Record(Fact::QuestionAnswered { verdict: Some(Verdict::Right), .. }))
    };
    assert!(played.iter().flatten().any(is_costly));
    // Where the credit says the same, it is not said twice.
    let (_, played) = script.play("right answer");
    assert!(
        played
            .iter()
            .flatten()
            .any(|effect| { matches!(effect, Effect::Record(Fact::QuestionAnswered { verdict: None, .. })) })
    );
}

/// [`questions`], to be answered with a certainty.
fn how_sure(mode: Mode) -> Script {
    let mut script = Script::new(mode);
    script.conditions.certainty = true;
    script
}

#[test]
fn an_answer_counts_once_she_has_said_how_sure_she_is() {
    for mode in [Practice, Assessment] {
        let script = how_sure(mode);
        script.check("right answer", "say:not-ready");
        script.check("middle", "keep:q1~q1");
        script.check("right middle", "keep:q1+q1~q1");
        script.check("right middle middle", "");
        script.check_log("right high answer", "record:q1=1~high");
        script.check_log("right hand-in", "record:finished");
        script.check_log("right low hand-in", "record:q1=1~low record:finished");
    }
    how_sure(Assessment).check_log("right low answer back high next", "record:q1=1~low record:q1=1~high");
    how_sure(Practice).check("right low answer high", "");
}

#[test]
fn certainty_weighs_what_was_earned_and_can_cost_more_than_nothing() {
    // One point of four is at stake.
    for (script, share) in [
        ("right low answer", 1.0 / 12.0),
        ("right middle answer", 2.0 / 12.0),
        ("right high answer", 3.0 / 12.0),
        ("wrong low answer", 0.0),
    ] {
        how_sure(Practice).check_share(script, share);
    }
    let (session, _) = how_sure(Assessment).play("wrong high answer wrong low answer right high answer");
    let outcome = session.outcome();
    // Of one point −6/3, of two points nothing, of one point 3/3.
    assert_eq!((outcome.earned.amount(), outcome.share()), (-1.0, 0.0));
    assert_eq!(outcome.confidently_wrong, [0]);
    // Right with all the help there is: nothing is earned, and nothing is taken for it.
    let mut script = with_hints(Practice);
    script.conditions.certainty = true;
    let (session, _) = script.play("hint hint hint right high answer");
    assert_eq!((session.outcome().earned, session.outcome().confidently_wrong), (Points::ZERO, vec![]));
}

#[test]
fn where_it_is_not_asked_how_sure_she_is_saying_so_changes_nothing() {
    for mode in [Practice, Assessment] {
        Script::new(mode).check("middle", "");
        Script::new(mode).check_log("right high hand-in", "record:q1=1 record:finished");
    }
}

#[test]
fn a_flag_is_kept_and_says_nothing_of_the_answer() {
    for mode in [Practice, Assessment] {
        let script = Script::new(mode);
        script.check("flag", "keep:q1!q1");
        script.check("flag flag", "");
        script.check("flag unflag", "keep:q1");
        script.check("unflag", "");
        script.check("flag next flag", "keep:q2!q1!q2");
        script.check_log("flag hand-in", "record:finished");
    }
    Script::new(Practice).check("right answer flag", "keep:q1!q1");
}

#[test]
fn a_reflection_is_noted_and_what_is_ticked_afterwards_recorded_at_once() {
    let mut script = Script::new(Practice);
    script.questions = vec![reflection()];
    script.conditions.certainty = true;
    script.conditions.further_tries = 2;
    script.check("answer", "say:not-ready");
    script.check("thought answer", "record:r1=1 keep:r1 say:noted focus:feedback");
    let (session, _) = script.play("thought answer");
    assert_eq!(session.phase(0), Phase::Closed);
    script.check("thought answer ticked", "record:r1=1");
    script.check("thought answer ticked ticked", "");
    script.check("thought answer reworded", "");
    script.check("thought answer again", "");
    let (session, _) = script.play("thought answer ticked hand-in");
    let outcome = session.outcome();
    assert_eq!((outcome.possible, outcome.answered, outcome.objectives), (Points::ZERO, 1, vec![]));
    assert!(session.posed[0].earlier.is_empty());
}

#[test]
fn in_sequence_nobody_goes_back() {
    for (mode, navigation) in [
        (Practice, None),
        (Practice, Some(Navigation::Sequential)),
        (Assessment, Some(Navigation::Sequential)),
    ] {
        let script =
            Script { conditions: Conditions { navigation, ..Conditions::default() }, ..Script::new(mode) };
        script.check("next back", "keep:q2");
        script.check("next go-1", "keep:q2");
        script.check("next next go-2", "keep:q3");
        script.check("go-99", "focus:question keep:q3");
        let (session, _) = script.play("go-99 back go-1");
        assert_eq!((session.at, session.is_free()), (2, false));
    }
    let script = Script { conditions: Conditions::default(), ..Script::new(Assessment) };
    assert!(script.play("").0.is_free());
}

#[test]
fn an_answer_that_was_partly_taken_back_counts_until_there_is_another() {
    let script = Script::new(Assessment);
    script.check_log("go-2 right answer back blank hand-in", "record:q2=1 record:finished");
    let (session, _) = script.play("go-2 right answer back blank");
    let falls_back = |place: usize| session.posed[place].falls_back(&session.conditions);
    assert_eq!([0, 1, 2].map(falls_back), [false, true, false]);
    let (session, _) = script.play("go-2 right answer back blank hand-in");
    assert_eq!(session.posed[1].response, session.posed[1].question.body.model_response());
    assert!(session.posed[1].is_saved());
    script.check_log("go-2 right answer back wrong hand-in", "record:q2=1 record:q2=0 record:finished");
}

#[test]
fn a_typed_answer_is_kept_letter_by_letter_and_marked_when_it_is_given() {
    let mut script = Script::new(Practice);
    script.questions = vec![question("s1", "tell-apart", 1.0, to_be_typed(&["trafficking"]))];
    script.check("traf", "keep:s1+s1");
    script.check("traf traffick", "keep:s1+s1");
    script.check("... answer", "say:not-ready");
    script.check("Traficking answer", "record:s1=1 keep:s1 say:right focus:feedback");
    assert_eq!(script.play("x").0.posed[0].question.id.question, id("s1"));
}

#[test]
fn the_questions_of_the_scripts_are_worth_four_points() {
    assert_eq!(questions().iter().map(|question| question.points).sum::<Points>(), Points::new(4.0));
}
