//! A running quiz as a pure step function: a state and an event give a state and the effects to perform.
//!
//! It neither stores nor shows anything: storing an entry, moving the focus and announcing a result are effects that it
//! asks the shell for.

mod clock;
mod elsewhere;
mod event;
mod opening;
mod outcome;
mod posed;
mod recall;

pub use self::clock::MOST_WARNING;
pub use self::elsewhere::catch_up;
pub use self::event::{Announcement, Effect, Event, Focus};
pub use self::opening::{Paper, begin, begin_with_first, complete, resume, together};
pub use self::outcome::{Outcome, Part};
pub use self::posed::{Given, Phase, Posed};
pub use self::recall::{pose, recalled};
use crate::code::PlenaryCode;
use crate::conditions::{Conditions, Navigation};
use crate::course::Mode;
use crate::id::{QuestionRef, QuizRef};
use crate::json::record;
use crate::language::Language;
use crate::log::{AttemptId, Fact};
use crate::map::{Map, Set};
use crate::marking::assess;
use crate::question::{Kind, Response};
use crate::random::Seed;
use crate::score::{Certainty, Points};
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
    /// How it is taken and marked.
    pub conditions: Conditions,
    /// What the paper was drawn from.
    pub seed: Seed,
    /// The code that it was drawn by, if it was.
    pub code: Option<PlenaryCode>,
    /// The language in which it is shown, where that is not the author's own.
    pub language: Option<Language>,
    /// The questions, in order.
    pub posed: Vec<Posed>,
    /// How many further questions are on their way: the first is posed before the others have arrived.
    pub awaited: usize,
    /// The place of the question that is shown.
    pub at: usize,
    /// Whether the paper was handed in.
    pub finished: bool,
    /// When the attempt was begun.
    begun: Timestamp,
    /// How much more time was asked for.
    extended: Millis,
    /// The latest moment that was seen: a clock that is set back gives no time back.
    latest: Timestamp,
    /// Whether it was said that the time is running out.
    warned: bool,
    /// Since when the question is shown; none while the learner is away.
    shown: Option<Timestamp>,
    /// Points earned and points to be had for questions that are gone from the banks.
    gone: (Points, Points),
    /// How many questions are gone, and how many of them were answered.
    gone_given: usize,
    gone_answered: usize,
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
    /// How sure she said she is, where she has not given that answer yet.
    pub certainties: Map<QuestionRef, Certainty>,
    /// The questions with a flag.
    pub flags: Set<QuestionRef>,
    /// The questions that she is trying again.
    pub trying: Set<QuestionRef>,
}

record! {
    Place { attempt, question, drafts: optional, certainties: optional, flags: optional, trying: optional }
}

/// What [`step`] does with what she chooses, where the place that is to be remembered is all that follows. None, and nothing
/// changed, where `step` has to be asked: the time is over, or the response is more than a choice.
pub fn choose(session: &mut Session, response: &Response, now: Timestamp) -> Option<Place> {
    let is_over = session.time_left_at(now).is_some_and(|left| left == Millis::default());
    if session.finished || is_over || session.current()?.given.is_some() {
        return None;
    }
    session.see(now);
    let (mode, posed) = (session.mode, session.posed.get_mut(session.at)?);
    if !posed.accepts(response, mode, &session.conditions) {
        return None;
    }
    posed.response = response.clone();
    session.place()
}

/// One step: what the learner does turns the session into another one, and asks for effects.
pub fn step(mut session: Session, event: Event, now: Timestamp) -> (Session, Vec<Effect>) {
    let mut effects = Vec::new();
    if session.finished {
        return (session, effects);
    }
    let now = session.see(now);
    if session.time_left().is_some_and(|left| left == Millis::default()) {
        effects.push(Effect::Announce(Announcement::TimeOver));
        hand_in(&mut session, now, &mut effects);
        return (session, effects);
    }
    match event {
        Event::Respond(response) => respond(&mut session, response, now, &mut effects),
        Event::Certain(certainty) => change(&mut session, &mut effects, |posed, mode, conditions| {
            posed.asks_certainty(mode, conditions) && posed.certainty.replace(certainty) != Some(certainty)
        }),
        Event::Hint => hint(&mut session, &mut effects),
        Event::Answer => answer(&mut session, now, &mut effects),
        Event::TryAgain => {
            change(&mut session, &mut effects, |posed, mode, conditions| posed.try_again(mode, conditions));
            if !effects.is_empty() {
                effects.push(Effect::Focus(Focus::Question));
            }
        }
        Event::ShowKey => show_key(&mut session, &mut effects),
        Event::Flag(flag) => change(&mut session, &mut effects, |posed, _, _| {
            let before = posed.flagged;
            posed.flagged = flag;
            before != flag
        }),
        Event::Next => go(&mut session, |at| at.saturating_add(1), now, &mut effects),
        Event::Back => go(&mut session, |at| at.saturating_sub(1), now, &mut effects),
        Event::GoTo(place) => go(&mut session, |_| place, now, &mut effects),
        Event::Extend => session.extend(&mut effects),
        Event::Tick => session.warn(&mut effects),
        Event::Away => session.look_away(now),
        Event::Returned => session.shown = session.shown.or(Some(now)),
        Event::HandIn => hand_in(&mut session, now, &mut effects),
    }
    (session, effects)
}

impl Session {
    /// The question that is shown.
    pub fn current(&self) -> Option<&Posed> {
        self.posed.get(self.at)
    }

    /// Whether the question that is shown is the last one.
    pub fn at_last(&self) -> bool {
        self.at + 1 >= self.whole()
    }

    /// How many questions the paper has.
    pub fn whole(&self) -> usize {
        self.posed.len() + self.awaited
    }

    /// How the question at this place stands.
    pub fn phase(&self, place: usize) -> Phase {
        let phase =
            self.posed.get(place).map_or(Phase::Closed, |posed| posed.phase(self.mode, &self.conditions));
        if self.finished { Phase::Closed } else { phase }
    }

    /// Whether the key and the feedback of the question at this place may be shown.
    pub fn is_revealed(&self, place: usize) -> bool {
        self.phase(place) == Phase::Closed
    }

    /// Whether the learner can go to any question.
    pub fn is_free(&self) -> bool {
        self.conditions.navigation(self.mode) == Navigation::Free
    }

    /// Whether the response to the question that is shown, and what goes with it, can be given as an answer.
    pub fn ready(&self) -> bool {
        self.current().is_some_and(|posed| posed.complete(&self.conditions))
    }

    /// The places of the questions that were not answered yet.
    pub fn unanswered(&self) -> impl Iterator<Item = usize> {
        self.posed.iter().enumerate().filter(|(_, posed)| posed.given.is_none()).map(|(place, _)| place)
    }

    /// Where the learner is, with what she has chosen that is not in the log.
    fn place(&self) -> Option<Place> {
        let question = self.current()?.question.id.clone();
        let mut drafts = Map::new();
        for posed in self.posed.iter().filter(|posed| posed.response != posed.logged()) {
            drafts.insert(posed.question.id.clone(), posed.response.clone());
        }
        let mut certainties = Map::new();
        for posed in &self.posed {
            let given = posed.given.as_ref().and_then(|given| given.certainty);
            if let Some(certainty) = posed.certainty.filter(|certainty| given != Some(*certainty)) {
                certainties.insert(posed.question.id.clone(), certainty);
            }
        }
        let such = |is_so: &dyn Fn(&Posed) -> bool| {
            self.posed.iter().filter(|posed| is_so(posed)).map(|posed| posed.question.id.clone()).collect()
        };
        Some(Place {
            attempt: self.attempt,
            question,
            drafts,
            certainties,
            flags: such(&|posed| posed.flagged),
            trying: such(&|posed| posed.trying),
        })
    }

    /// How long the question at this place was before the learner.
    fn spent(&self, place: usize, now: Timestamp) -> Millis {
        let before = self.posed.get(place).map_or(Millis::default(), |posed| posed.spent);
        match self.shown {
            Some(shown) if place == self.at => before.plus(now.since(shown)),
            Some(_) | None => before,
        }
    }

    /// Counts the time that the question was shown, up to now.
    fn settle(&mut self, now: Timestamp) {
        let spent = self.spent(self.at, now);
        if let Some(posed) = self.posed.get_mut(self.at) {
            posed.spent = spent;
        }
    }

    fn look_away(&mut self, now: Timestamp) {
        self.settle(now);
        self.shown = None;
    }
}

/// Changes the question that is shown, and remembers the place if something changed.
fn change(
    session: &mut Session,
    effects: &mut Vec<Effect>,
    change: impl FnOnce(&mut Posed, Mode, &Conditions) -> bool,
) {
    let changed = match session.posed.get_mut(session.at) {
        Some(posed) => change(posed, session.mode, &session.conditions),
        None => false,
    };
    if changed {
        effects.extend(session.place().map(Effect::Keep));
    }
}

fn respond(session: &mut Session, response: Response, now: Timestamp, effects: &mut Vec<Effect>) {
    let mut is_tick = false;
    change(session, effects, |posed, mode, conditions| {
        let accepted = posed.accepts(&response, mode, conditions);
        if accepted {
            posed.response = response;
            is_tick =
                mode == Mode::Practice && posed.given.is_some() && posed.question.kind() == Kind::Reflection;
        }
        accepted
    });
    // What is ticked beside a model answer is an answer at once: there is nothing left to ask for.
    if is_tick {
        effects.clear();
        save(session, session.at, now, effects);
    }
}

fn hint(session: &mut Session, effects: &mut Vec<Effect>) {
    if session.phase(session.at) != Phase::Open {
        return;
    }
    let attempt = session.attempt;
    let Some(posed) = session.posed.get_mut(session.at) else { return };
    if posed.hints >= posed.question.hints.len() {
        return;
    }
    let fact = Fact::HintTaken { attempt, question: posed.question.id.clone(), hint: posed.hints };
    posed.hints += 1;
    effects.push(Effect::Record(fact));
    effects.push(Effect::Focus(Focus::Hint));
}

fn answer(session: &mut Session, now: Timestamp, effects: &mut Vec<Effect>) {
    if session.phase(session.at) != Phase::Open {
        return;
    }
    if !session.ready() {
        effects.push(Effect::Announce(Announcement::NotReady));
        return;
    }
    save(session, session.at, now, effects);
    match session.mode {
        Mode::Practice => {
            effects.extend(session.place().map(Effect::Keep));
            effects.extend(session.current().and_then(verdict).map(Effect::Announce));
            effects.push(Effect::Focus(Focus::Feedback));
        }
        Mode::Assessment => {
            effects.push(Effect::Announce(Announcement::Saved));
            go(session, |at| at.saturating_add(1), now, effects);
        }
    }
}

/// What is said of the answer that was given.
fn verdict(posed: &Posed) -> Option<Announcement> {
    let given = posed.given.as_ref()?;
    let is_marked = posed.question.kind().is_marked();
    Some(if is_marked { Announcement::Marked(given.verdict) } else { Announcement::Noted })
}

fn show_key(session: &mut Session, effects: &mut Vec<Effect>) {
    if session.phase(session.at) != Phase::Tried {
        return;
    }
    let attempt = session.attempt;
    let Some(posed) = session.posed.get_mut(session.at) else { return };
    posed.key_shown = true;
    posed.trying = false;
    let fact = Fact::KeyShown { attempt, question: posed.question.id.clone() };
    effects.push(Effect::Record(fact));
    effects.push(Effect::Focus(Focus::Feedback));
}

/// Puts the response at this place into the log, if it is complete and not there yet.
///
/// In an assessment an answer that was given counts until another complete one takes its place, even where she has taken a part of it
/// back since: time that runs out in the middle of a change must not cost her the answer that she had. `Posed::falls_back` tells
/// where that is so, and the result shows the answer that counted.
fn save(session: &mut Session, place: usize, now: Timestamp, effects: &mut Vec<Effect>) {
    let (attempt, mode, took) = (session.attempt, session.mode, session.spent(place, now));
    let (conditions, language) = (&session.conditions, session.language);
    let Some(posed) = session.posed.get_mut(place) else { return };
    if posed.is_saved() || !posed.can_save(mode, conditions) || !posed.complete(conditions) {
        return;
    }
    let earlier = posed.tries_before(mode);
    let Ok(assessed) = assess(&posed.question, conditions, &earlier, &posed.response, posed.hints) else {
        return;
    };
    let verdict = assessed.marks.credit.verdict();
    effects.push(Effect::Record(Fact::QuestionAnswered {
        attempt,
        question: posed.question.id.clone(),
        edition: posed.question.edition,
        response: posed.response.clone(),
        credit: assessed.credit,
        took,
        verdict: Some(verdict).filter(|verdict| *verdict != assessed.credit.verdict()),
        certainty: posed.certainty,
        language,
    }));
    posed.earlier = earlier;
    posed.trying = false;
    posed.given = Some(Given {
        response: posed.response.clone(),
        credit: assessed.credit,
        verdict,
        certainty: posed.certainty,
        marks: Some(assessed.marks),
    });
}

/// Shows another question. What was chosen and is complete is saved before the question is left.
fn go(session: &mut Session, to: impl Fn(usize) -> usize, now: Timestamp, effects: &mut Vec<Effect>) {
    // In practice an answer is given by asking for its feedback, never by walking on.
    if session.mode == Mode::Assessment {
        save(session, session.at, now, effects);
    }
    let place = to(session.at).min(session.posed.len().saturating_sub(1));
    if place != session.at && (session.is_free() || place > session.at) {
        session.settle(now);
        session.at = place;
        session.shown = Some(now);
        effects.push(Effect::Focus(Focus::Question));
    }
    effects.extend(session.place().map(Effect::Keep));
}

fn hand_in(session: &mut Session, now: Timestamp, effects: &mut Vec<Effect>) {
    for place in 0..session.posed.len() {
        // A try that was begun, and in which nothing was changed, is none.
        if session.posed.get(place).is_some_and(|posed| !posed.is_as_given()) {
            save(session, place, now, effects);
        }
    }
    session.posed.iter_mut().for_each(Posed::show_given);
    session.finished = true;
    effects.push(Effect::Record(Fact::AttemptFinished { attempt: session.attempt }));
    effects.push(Effect::Announce(Announcement::Finished(session.outcome().share())));
    effects.push(Effect::Focus(Focus::Result));
}
