//! What a session does, step by step: scripts of what a learner does, and the effects that each asks for.

use std::fmt::Write as _;

use super::generators::{html, id};
use crate::course::{Mode, Quiz};
use crate::id::Edition;
use crate::log::{AttemptId, EntryId, Fact};
use crate::question::{Body, Choice, Level, Question, Response};
use crate::question::{classify, multiple_response, single_choice};
use crate::random::Seed;
use crate::score::{Partial, Points, Verdict};
use crate::session::{Announcement, Effect, Event, Focus, Session, begin, step};
use crate::time::{Millis, Timestamp};

/// `q1` (single choice, 1 point), `q2` (several of four, 2 points, credited for each) and `q3` (two items to classify, 1 point).
fn questions() -> Vec<Question> {
    let choices =
        |keys: &[&str]| keys.iter().map(|key| Choice { key: id(key), text: html(key) }).collect::<Vec<_>>();
    let single = Body::SingleChoice {
        prompt: single_choice::Prompt { options: choices(&["yes", "no"]) },
        key: single_choice::Key { correct: id("yes"), feedback: Vec::new(), misconceptions: Vec::new() },
    };
    let several = Body::MultipleResponse {
        prompt: multiple_response::Prompt { options: choices(&["act", "means", "border", "gain"]) },
        key: multiple_response::Key {
            correct: [id("act"), id("means")].into_iter().collect(),
            partial: Partial::Each,
            feedback: Vec::new(),
            misconceptions: Vec::new(),
        },
    };
    let sorting = Body::Classify {
        prompt: classify::Prompt {
            categories: ["trafficking", "smuggling"]
                .map(|key| classify::Category { key: id(key), text: html(key) })
                .to_vec(),
            items: ["border", "purpose"].map(|key| classify::Item { key: id(key), text: html(key) }).to_vec(),
        },
        key: classify::Key {
            places: [(id("border"), id("smuggling")), (id("purpose"), id("trafficking"))]
                .into_iter()
                .collect(),
            partial: Partial::Each,
            feedback: Vec::new(),
        },
    };
    vec![
        question("q1", "tell-apart", 1.0, single),
        question("q2", "child-rule", 2.0, several),
        question("q3", "tell-apart", 1.0, sorting),
    ]
}

pub(super) fn question(name: &str, objective: &str, points: f64, body: Body) -> Question {
    Question {
        id: format!("bank/{name}").parse().unwrap(),
        edition: Edition(1),
        language: "en".to_owned(),
        objective: id(objective),
        level: Level::Recall,
        points: Points::new(points),
        stem: html("Which?"),
        body,
        explain: html("Because."),
        sources: Vec::new(),
        as_of: None,
        held_by: None,
        shuffle: true,
    }
}

pub(super) fn start(mode: Mode, pass: Option<f64>, questions: Vec<Question>) -> (Session, Fact) {
    let quiz = Quiz { id: id("quiz"), title: "Quiz".to_owned(), mode, pass, draws: Vec::new() };
    let reference = "law/crimes/quiz".parse().unwrap();
    let attempt = AttemptId(EntryId::new(Timestamp(0), 0));
    begin(attempt, (reference, &quiz), questions, Seed(1), Timestamp(0))
}

/// `right`, `partly` (q2, q3), `half` (q3, incomplete) and `wrong` are responses to the question that is shown.
fn event(word: &str, session: &Session) -> Event {
    match word {
        "answer" => Event::Answer,
        "next" => Event::Next,
        "back" => Event::Back,
        "hand-in" => Event::HandIn,
        "go-1" => Event::GoTo(0),
        "go-2" => Event::GoTo(1),
        "go-99" => Event::GoTo(98),
        "other-kind" => {
            Event::Respond(Response::TrueFalse(crate::question::true_false::Response { says: Some(true) }))
        }
        word => Event::Respond(response(word, &session.current().unwrap().question.body)),
    }
}

fn response(word: &str, body: &Body) -> Response {
    let single = |chosen| Response::SingleChoice(single_choice::Response { chosen });
    let several = |chosen: &[&str]| {
        Response::MultipleResponse(multiple_response::Response {
            chosen: chosen.iter().map(|key| id(key)).collect(),
        })
    };
    let sorting = |placed: &[(&str, &str)]| {
        let placed = placed.iter().map(|(item, category)| (id(item), id(category))).collect();
        Response::Classify(classify::Response { placed })
    };
    match (body, word) {
        (_, "right") => body.model_response(),
        (_, "blank") => body.blank(),
        (Body::SingleChoice { .. }, "wrong") => single(Some(id("no"))),
        (Body::MultipleResponse { .. }, "wrong") => several(&["border", "gain"]),
        (Body::MultipleResponse { .. }, "partly") => several(&["act"]),
        (Body::Classify { .. }, "wrong") => sorting(&[("border", "trafficking"), ("purpose", "smuggling")]),
        (Body::Classify { .. }, "partly") => sorting(&[("border", "smuggling"), ("purpose", "smuggling")]),
        (Body::Classify { .. }, "half") => sorting(&[("border", "smuggling")]),
        _ => panic!("no {word} response to {}", body.kind()),
    }
}

/// Plays the script, a second a word, and gives the session with the effects of each word.
fn play(mode: Mode, script: &str) -> (Session, Vec<(String, Vec<Effect>)>) {
    let (mut session, _) = start(mode, Some(0.5), questions());
    let mut played = Vec::new();
    for (second, word) in script.split_whitespace().enumerate() {
        let event = event(word, &session);
        let (after, effects) = step(session, event, Timestamp(1000 * (second as u64 + 1)));
        session = after;
        played.push((word.to_owned(), effects));
    }
    (session, played)
}

/// Effects as words: `record:q2=0.75`, `keep:q3+q1` (at q3, with a draft of q1), `say:right`, `focus:feedback`.
fn words(effects: &[Effect]) -> String {
    let mut words = String::new();
    for effect in effects {
        words.push(' ');
        match effect {
            Effect::Record(Fact::QuestionAnswered { question, credit, .. }) => {
                write!(words, "record:{}={}", question.question, credit.share()).unwrap();
            }
            Effect::Record(Fact::AttemptFinished { .. }) => words.push_str("record:finished"),
            Effect::Record(other) => panic!("a step never records {other:?}"),
            Effect::Keep(place) => {
                write!(words, "keep:{}", place.question.question).unwrap();
                for question in place.drafts.keys() {
                    write!(words, "+{}", question.question).unwrap();
                }
            }
            Effect::Focus(Focus::Question) => words.push_str("focus:question"),
            Effect::Focus(Focus::Feedback) => words.push_str("focus:feedback"),
            Effect::Focus(Focus::Result) => words.push_str("focus:result"),
            Effect::Announce(Announcement::Marked(Verdict::Right)) => words.push_str("say:right"),
            Effect::Announce(Announcement::Marked(Verdict::Partly)) => words.push_str("say:partly"),
            Effect::Announce(Announcement::Marked(Verdict::Wrong)) => words.push_str("say:wrong"),
            Effect::Announce(Announcement::NotReady) => words.push_str("say:not-ready"),
            Effect::Announce(Announcement::Saved) => words.push_str("say:saved"),
            Effect::Announce(Announcement::Finished(share)) => write!(words, "say:finished={share}").unwrap(),
        }
    }
    words.trim_start().to_owned()
}

/// Checks the effects of the last word of a script.
#[track_caller]
fn check(mode: Mode, script: &str, expect: &str) {
    let (_, played) = play(mode, script);
    assert_eq!(words(&played.last().unwrap().1), expect, "{mode:?}: {script}");
}

/// Checks everything that a script puts into the log.
#[track_caller]
fn check_log(mode: Mode, script: &str, expect: &str) {
    let (_, played) = play(mode, script);
    let facts: Vec<Effect> = played
        .into_iter()
        .flat_map(|(_, effects)| effects)
        .filter(|effect| matches!(effect, Effect::Record(_)))
        .collect();
    assert_eq!(words(&facts), expect, "{mode:?}: {script}");
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
        let (session, _) = start(Assessment, None, Vec::new());
        assert_eq!(step(session, event, Timestamp(1)).1, []);
    }
    let (session, _) = start(Assessment, None, Vec::new());
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
        [(id("tell-apart"), points(1.0), points(2.0)), (id("child-rule"), points(1.5), points(2.0))]
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
        let category = |key: &str| classify::Category { key: id(key), text: html(key) };
        let items = ITEMS.iter().map(|key| classify::Item { key: id(key), text: html(key) });
        let body = Body::Classify {
            prompt: classify::Prompt {
                categories: vec![category("in"), category("out")],
                items: items.collect(),
            },
            key: classify::Key { places: placed(3), partial: Partial::Each, feedback: Vec::new() },
        };
        question(&format!("q{number}"), "tell-apart", 1.0, body)
    };
    // A paper on which so many answers have all items right, so many one of three, and so many none.
    let check = |full: usize, thirds: usize, none: usize, expect: bool| {
        let count = full + thirds + none;
        let (mut session, _) = start(Assessment, Some(0.8), (0..count).map(three_items).collect());
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
        let (mut session, _) = start(Assessment, None, questions());
        let steps = ["next", "back", "right", "answer"];
        let mut took = None;
        for (word, at) in steps.iter().zip(moments) {
            let event = event(word, &session);
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
    assert_eq!(took(&[3_000, 10_000, 11_000, 500]), Millis(3_000));
    assert_eq!(took(&[0, u64::MAX, 0, 5]), Millis(0));
}
