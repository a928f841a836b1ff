//! Scripts of what a learner does in a session, and the effects that each word of them asks for, in words as well.

use std::fmt::Write as _;

use super::generators::id;
use super::samples::{
    categories, chosen, items, one_of, question, says, several, several_of, sorting, start,
};
use super::samples::{thought, to_think_about, typed};
use crate::conditions::{Conditions, Navigation};
use crate::course::Mode;
use crate::log::Fact;
use crate::question::{Body, Question, Response, classify};
use crate::score::{Certainty, Partial, Verdict};
use crate::session::{Announcement, Effect, Event, Focus, Place, Session, step};
use crate::time::Timestamp;

/// `q1` (single choice, 1 point), `q2` (several of four, 2 points, credited for each) and `q3` (two items to classify, 1 point).
pub(super) fn questions() -> Vec<Question> {
    let classes = Body::Classify {
        prompt: classify::Prompt {
            categories: categories(&["trafficking", "smuggling"]),
            items: items(&["border", "purpose"]),
        },
        key: classify::Key {
            places: [(id("border"), id("smuggling")), (id("purpose"), id("trafficking"))]
                .into_iter()
                .collect(),
            partial: Partial::Each,
            feedback: Vec::new(),
        },
    };
    let several = several_of(&["act", "means", "border", "gain"], &["act", "means"], Partial::Each);
    vec![
        question("q1", "tell-apart", 1.0, one_of(&["yes", "no"], "yes")),
        question("q2", "child-rule", 2.0, several),
        question("q3", "tell-apart", 1.0, classes),
    ]
}

/// `r1`, a reflection with two points to tick.
pub(super) fn reflection() -> Question {
    question("r1", "tell-apart", 0.0, to_think_about(&["first", "second"]))
}

/// Conditions under which a learner goes where she likes.
pub(super) fn free() -> Conditions {
    Conditions { navigation: Some(Navigation::Free), ..Conditions::default() }
}

/// What is to be played.
#[derive(Debug, Clone)]
pub(super) struct Script {
    pub(super) mode: Mode,
    pub(super) conditions: Conditions,
    pub(super) questions: Vec<Question>,
}

impl Script {
    /// [`questions`], to be answered in any order.
    pub(super) fn new(mode: Mode) -> Self {
        Self { mode, conditions: free(), questions: questions() }
    }

    /// Plays the words, a second each, and gives the session with the effects of each word. `wait-9` lets nine seconds more pass, and
    /// `clock-back` sets the clock back to the beginning.
    pub(super) fn play(&self, words: &str) -> (Session, Vec<Vec<Effect>>) {
        let (mut session, _) = start(self.mode, Some(0.5), self.conditions.clone(), self.questions.clone());
        let mut played = Vec::new();
        let mut now = 0;
        for word in words.split_whitespace() {
            if let Some(seconds) = word.strip_prefix("wait-") {
                now += 1000 * seconds.parse::<u64>().unwrap();
                continue;
            }
            if word == "clock-back" {
                now = 0;
                continue;
            }
            now += 1000;
            let event = event(word, &session);
            let (after, effects) = step(session, event, Timestamp(now));
            session = after;
            played.push(effects);
        }
        (session, played)
    }

    /// Checks the effects of the last word of a script.
    #[track_caller]
    pub(super) fn check(&self, script: &str, expect: &str) {
        let (_, played) = self.play(script);
        assert_eq!(words(played.last().unwrap()), expect, "{:?}: {script}", self.mode);
    }

    /// Checks everything that a script puts into the log.
    #[track_caller]
    pub(super) fn check_log(&self, script: &str, expect: &str) {
        let (_, played) = self.play(script);
        let is_fact = |effect: &Effect| matches!(effect, Effect::Record(_));
        let facts: Vec<Effect> = played.into_iter().flatten().filter(is_fact).collect();
        assert_eq!(words(&facts), expect, "{:?}: {script}", self.mode);
    }

    /// Checks the share of the points after a script.
    #[track_caller]
    pub(super) fn check_share(&self, script: &str, expect: f64) {
        let share = self.play(script).0.outcome().share();
        assert!((share - expect).abs() < 1e-9, "{share}, not {expect}: {:?}: {script}", self.mode);
    }
}

/// `right`, `partly` (q2, q3), `half` (q3, incomplete) and `wrong` are responses to the question that is shown.
fn event(word: &str, session: &Session) -> Event {
    match word {
        "answer" => Event::Answer,
        "again" => Event::TryAgain,
        "key" => Event::ShowKey,
        "hint" => Event::Hint,
        "low" => Event::Certain(Certainty::Low),
        "middle" => Event::Certain(Certainty::Middle),
        "high" => Event::Certain(Certainty::High),
        "flag" => Event::Flag(true),
        "unflag" => Event::Flag(false),
        "next" => Event::Next,
        "back" => Event::Back,
        "hand-in" => Event::HandIn,
        "extend" => Event::Extend,
        "tick" => Event::Tick,
        "away" => Event::Away,
        "returned" => Event::Returned,
        "go-1" => Event::GoTo(0),
        "go-2" => Event::GoTo(1),
        "go-99" => Event::GoTo(98),
        "other-kind" => Event::Respond(says(true)),
        word => Event::Respond(response(word, &session.current().unwrap().question.body)),
    }
}

fn response(word: &str, body: &Body) -> Response {
    match (body, word) {
        (_, "right") => body.model_response(),
        (_, "blank") => body.blank(),
        (Body::SingleChoice { .. }, "wrong") => chosen("no"),
        (Body::MultipleResponse { .. }, "wrong") => several(&["border", "gain"]),
        (Body::MultipleResponse { .. }, "partly") => several(&["act"]),
        (Body::Classify { .. }, "wrong") => sorting(&[("border", "trafficking"), ("purpose", "smuggling")]),
        (Body::Classify { .. }, "partly") => sorting(&[("border", "smuggling"), ("purpose", "smuggling")]),
        (Body::Classify { .. }, "half") => sorting(&[("border", "smuggling")]),
        (Body::ShortAnswer { .. }, text) => typed(text),
        (Body::Reflection { .. }, "thought") => thought("I think so.", &[]),
        (Body::Reflection { .. }, "ticked") => thought("I think so.", &["first"]),
        (Body::Reflection { .. }, "reworded") => thought("I knew it.", &["first", "second"]),
        _ => panic!("no {word} response to {}", body.kind()),
    }
}

/// Effects as words: `record:q2=0.75`, `keep:q3+q1` (at q3, with a draft of q1), `say:right`, `focus:feedback`.
pub(super) fn words(effects: &[Effect]) -> String {
    let mut all = String::new();
    for effect in effects {
        all.push(' ');
        match effect {
            Effect::Record(fact) => all.push_str(&recorded(fact)),
            Effect::Keep(place) => all.push_str(&kept(place)),
            Effect::Focus(Focus::Question) => all.push_str("focus:question"),
            Effect::Focus(Focus::Hint) => all.push_str("focus:hint"),
            Effect::Focus(Focus::Feedback) => all.push_str("focus:feedback"),
            Effect::Focus(Focus::Result) => all.push_str("focus:result"),
            Effect::Announce(said) => all.push_str(&announced(*said)),
        }
    }
    all.trim_start().to_owned()
}

fn recorded(fact: &Fact) -> String {
    match fact {
        Fact::QuestionAnswered { question, credit, certainty, .. } => {
            let sure = certainty.map_or(String::new(), |certainty| format!("~{certainty:?}").to_lowercase());
            format!("record:{}={}{sure}", question.question, credit.share())
        }
        Fact::HintTaken { question, hint, .. } => format!("record:{}-hint-{hint}", question.question),
        Fact::KeyShown { question, .. } => format!("record:{}-key", question.question),
        Fact::TimeExtended { by, .. } => format!("record:more-time={}", by.0),
        Fact::AttemptFinished { .. } => "record:finished".to_owned(),
        Fact::LessonRead { .. }
        | Fact::AttemptBegun { .. }
        | Fact::CardRecalled { .. }
        | Fact::RatingChanged { .. } => panic!("a step never records {fact:?}"),
    }
}

/// `+` drafts, `~` certainties, `!` flags, `?` tries that go on.
fn kept(place: &Place) -> String {
    let mut all = format!("keep:{}", place.question.question);
    for question in place.drafts.keys() {
        write!(all, "+{}", question.question).unwrap();
    }
    for question in place.certainties.keys() {
        write!(all, "~{}", question.question).unwrap();
    }
    for question in place.flags.iter() {
        write!(all, "!{}", question.question).unwrap();
    }
    for question in place.trying.iter() {
        write!(all, "?{}", question.question).unwrap();
    }
    all
}

fn announced(said: Announcement) -> String {
    match said {
        Announcement::Marked(Verdict::Right) => "say:right".to_owned(),
        Announcement::Marked(Verdict::Partly) => "say:partly".to_owned(),
        Announcement::Marked(Verdict::Wrong) => "say:wrong".to_owned(),
        Announcement::Noted => "say:noted".to_owned(),
        Announcement::NotReady => "say:not-ready".to_owned(),
        Announcement::Saved => "say:saved".to_owned(),
        Announcement::TimeLeft(left) => format!("say:left={}", left.0),
        Announcement::TimeExtended(left) => format!("say:extended={}", left.0),
        Announcement::TimeOver => "say:time-over".to_owned(),
        Announcement::Finished(share) => format!("say:finished={share}"),
    }
}
