//! A running quiz as a pure step function: a state and an event give a state and the effects to perform.
//!
//! It neither stores nor shows anything: storing an entry, moving the focus and announcing a result are effects that it
//! asks the shell for.

mod opening;

pub use self::opening::{begin, resume};
use crate::course::Mode;
use crate::id::{ObjectiveId, QuestionRef, QuizRef, Slug};
use crate::json::record;
use crate::log::{AttemptId, Fact};
use crate::map::Map;
use crate::question::{Question, Response};
use crate::score::{self, Credit, Marks, Points, Verdict};
use crate::time::{Millis, Timestamp};

/// A quiz that is being taken, or was just finished.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// The attempt.
    pub attempt: AttemptId,
    /// The quiz.
    pub quiz: QuizRef,
    /// When feedback is given.
    pub mode: Mode,
    /// The pass mark, a share of the points.
    pub pass: Option<f64>,
    /// The questions, in order.
    pub posed: Vec<Posed>,
    /// The place of the question that is shown.
    pub at: usize,
    /// Whether the paper was handed in.
    pub finished: bool,
    /// Since when the question is shown.
    shown: Timestamp,
}

/// A question in a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Posed {
    /// The question.
    pub question: Question,
    /// The order in which its options are shown.
    pub order: Vec<Slug>,
    /// What the learner chose so far.
    pub response: Response,
    /// The answer that she gave, if she did.
    pub given: Option<Given>,
    /// How long the question was before her until it was left.
    spent: Millis,
}

/// An answer that was given and is in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// What was answered.
    pub response: Response,
    /// What it earned.
    pub credit: Credit,
    /// Its marks by decision; none where the question has changed since, so that they would not explain the credit.
    pub marks: Option<Marks>,
}

/// What a learner does in a session.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// She changes her response to the question that is shown.
    Respond(Response),
    /// She gives her answer.
    Answer,
    /// She goes to the next question.
    Next,
    /// She goes back to the previous question.
    Back,
    /// She goes to the question at this place, or to the last where there are not so many.
    GoTo(usize),
    /// She hands her paper in. Each response that is complete by then counts as given.
    HandIn,
}

/// What a step asks of the shell.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write this into the log, now.
    Record(Fact),
    /// Remember this place, so that a reload comes back to it.
    Keep(Place),
    /// Move the keyboard's focus, and with it the screen reader, there.
    Focus(Focus),
    /// Say this to a screen reader.
    Announce(Announcement),
}

/// Where the focus goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// To the question that is now shown.
    Question,
    /// To the feedback on the answer.
    Feedback,
    /// To the result.
    Result,
}

/// What is said to a screen reader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Announcement {
    /// The verdict on the answer.
    Marked(Verdict),
    /// The answer is not complete and was not marked.
    NotReady,
    /// The answer was saved; feedback follows at the end.
    Saved,
    /// The paper was handed in, with this share of the points.
    Finished(f64),
}

/// Where a learner is in an attempt, and what she has chosen in it that is not in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The attempt.
    pub attempt: AttemptId,
    /// The question that is shown.
    pub question: QuestionRef,
    /// The responses that are incomplete, or were not given as an answer yet.
    pub drafts: Map<QuestionRef, Response>,
}

record! { Place { attempt, question, drafts: optional } }

/// What an attempt came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The points that the answers earned.
    pub earned: Points,
    /// The points that were to be had.
    pub possible: Points,
    /// How many questions were answered.
    pub answered: usize,
    /// Whether the pass mark was reached; none where there is no pass mark.
    pub passed: Option<bool>,
    /// Points earned and points to be had by objective, in the order of the questions.
    pub objectives: Vec<(ObjectiveId, Points, Points)>,
}

impl Outcome {
    /// The share of the points, 0 to 1.
    pub fn share(&self) -> f64 {
        self.earned.share_of(self.possible)
    }
}

/// One step: what the learner does turns the session into another one, and asks for effects.
pub fn step(mut session: Session, event: Event, now: Timestamp) -> (Session, Vec<Effect>) {
    let mut effects = Vec::new();
    if session.finished {
        return (session, effects);
    }
    match event {
        Event::Respond(response) => {
            if let Some(posed) = session.posed.get_mut(session.at)
                && posed.accepts(&response, session.mode)
            {
                posed.response = response;
                effects.extend(session.place().map(Effect::Keep));
            }
        }
        Event::Answer => answer(&mut session, now, &mut effects),
        Event::Next => go(&mut session, |at| at.saturating_add(1), now, &mut effects),
        Event::Back => go(&mut session, |at| at.saturating_sub(1), now, &mut effects),
        Event::GoTo(place) => go(&mut session, |_| place, now, &mut effects),
        Event::HandIn => {
            for place in 0..session.posed.len() {
                save(&mut session, place, now, &mut effects);
            }
            session.finished = true;
            effects.push(Effect::Record(Fact::AttemptFinished { attempt: session.attempt }));
            effects.push(Effect::Announce(Announcement::Finished(session.outcome().share())));
            effects.push(Effect::Focus(Focus::Result));
        }
    }
    (session, effects)
}

impl Posed {
    fn new(question: Question, order: Vec<Slug>) -> Self {
        let response = question.body.blank();
        Self { question, order, response, given: None, spent: Millis::default() }
    }

    /// Whether the response can be given as an answer.
    pub fn ready(&self) -> bool {
        self.question.ready(&self.response)
    }

    /// Whether the response is the answer that is in the log.
    pub fn is_saved(&self) -> bool {
        self.given.as_ref().is_some_and(|given| given.response == self.response)
    }

    /// Whether the response can take the place of the present one: in practice an answer that was given is final.
    fn accepts(&self, response: &Response, mode: Mode) -> bool {
        response.kind() == self.question.kind() && !self.is_final(mode)
    }

    fn is_final(&self, mode: Mode) -> bool {
        mode == Mode::Practice && self.given.is_some()
    }

    /// The response as the log alone tells it.
    fn logged(&self) -> Response {
        match &self.given {
            Some(given) if given.response.kind() == self.question.kind() => given.response.clone(),
            _ => self.question.body.blank(),
        }
    }
}

impl Session {
    /// The question that is shown.
    pub fn current(&self) -> Option<&Posed> {
        self.posed.get(self.at)
    }

    /// Whether the question that is shown is the last one.
    pub fn at_last(&self) -> bool {
        self.at + 1 >= self.posed.len()
    }

    /// Whether the key and the feedback of the question at this place may be shown.
    pub fn is_revealed(&self, place: usize) -> bool {
        let given = self.posed.get(place).is_some_and(|posed| posed.given.is_some());
        self.finished || (self.mode == Mode::Practice && given)
    }

    /// The places of the questions that were not answered yet.
    pub fn unanswered(&self) -> impl Iterator<Item = usize> {
        self.posed.iter().enumerate().filter(|(_, posed)| posed.given.is_none()).map(|(place, _)| place)
    }

    /// What the answers came to so far. A question that was not answered earns nothing.
    pub fn outcome(&self) -> Outcome {
        let mut objectives: Vec<(ObjectiveId, Points, Points)> = Vec::new();
        let (mut earned, mut possible, mut answered) = (Points::ZERO, Points::ZERO, 0);
        for posed in &self.posed {
            let points = posed.question.points;
            let credit = posed.given.as_ref().map_or(Credit::NONE, |given| given.credit);
            earned = earned + points.earned(credit);
            possible = possible + points;
            answered += usize::from(posed.given.is_some());
            let objective = &posed.question.objective;
            match objectives.iter_mut().find(|(id, _, _)| id == objective) {
                Some((_, sum, whole)) => (*sum, *whole) = (*sum + points.earned(credit), *whole + points),
                None => objectives.push((objective.clone(), points.earned(credit), points)),
            }
        }
        let passed = self.pass.map(|pass| score::passes(earned.share_of(possible), pass));
        Outcome { earned, possible, answered, passed, objectives }
    }

    /// Where the learner is, with what she has chosen that is not in the log.
    fn place(&self) -> Option<Place> {
        let question = self.current()?.question.id.clone();
        let mut drafts = Map::new();
        for posed in self.posed.iter().filter(|posed| posed.response != posed.logged()) {
            drafts.insert(posed.question.id.clone(), posed.response.clone());
        }
        Some(Place { attempt: self.attempt, question, drafts })
    }

    /// How long the question at this place was before the learner.
    fn spent(&self, place: usize, now: Timestamp) -> Millis {
        let before = self.posed.get(place).map_or(Millis::default(), |posed| posed.spent);
        if place == self.at { before.plus(now.since(self.shown)) } else { before }
    }
}

fn answer(session: &mut Session, now: Timestamp, effects: &mut Vec<Effect>) {
    let Some(posed) = session.current() else { return };
    if posed.is_final(session.mode) {
        return;
    }
    if !posed.ready() {
        effects.push(Effect::Announce(Announcement::NotReady));
        return;
    }
    save(session, session.at, now, effects);
    match session.mode {
        Mode::Practice => {
            effects.extend(session.place().map(Effect::Keep));
            let verdict =
                session.current().and_then(|posed| posed.given.as_ref()).map(|given| given.credit.verdict());
            effects.extend(verdict.map(|verdict| Effect::Announce(Announcement::Marked(verdict))));
            effects.push(Effect::Focus(Focus::Feedback));
        }
        Mode::Assessment => {
            effects.push(Effect::Announce(Announcement::Saved));
            go(session, |at| at.saturating_add(1), now, effects);
        }
    }
}

/// Puts the response at this place into the log, if it is complete and not there yet.
fn save(session: &mut Session, place: usize, now: Timestamp, effects: &mut Vec<Effect>) {
    let (attempt, mode, took) = (session.attempt, session.mode, session.spent(place, now));
    let Some(posed) = session.posed.get_mut(place) else { return };
    if posed.is_saved() || posed.is_final(mode) {
        return;
    }
    let Ok(marks) = posed.question.score(&posed.response) else { return };
    effects.push(Effect::Record(Fact::QuestionAnswered {
        attempt,
        question: posed.question.id.clone(),
        edition: posed.question.edition,
        response: posed.response.clone(),
        credit: marks.credit,
        took,
    }));
    posed.given = Some(Given { response: posed.response.clone(), credit: marks.credit, marks: Some(marks) });
}

/// Shows another question. What was chosen and is complete is saved before the question is left.
fn go(session: &mut Session, to: impl Fn(usize) -> usize, now: Timestamp, effects: &mut Vec<Effect>) {
    // In practice an answer is given by asking for its feedback, never by walking on.
    if session.mode == Mode::Assessment {
        save(session, session.at, now, effects);
    }
    let place = to(session.at).min(session.posed.len().saturating_sub(1));
    if place != session.at {
        let spent = session.spent(session.at, now);
        if let Some(posed) = session.posed.get_mut(session.at) {
            posed.spent = spent;
        }
        session.at = place;
        session.shown = now;
        effects.push(Effect::Focus(Focus::Question));
    }
    effects.extend(session.place().map(Effect::Keep));
}
