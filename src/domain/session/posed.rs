//! A question in a session: what the learner did with it so far.

use crate::conditions::Conditions;
use crate::course::Mode;
use crate::id::Slug;
use crate::question::{Kind, Question, Response};
use crate::score::{Certainty, Credit, Marks, Points, Verdict};
use crate::time::Millis;

/// A question in a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Posed {
    /// The question.
    pub question: Question,
    /// The order in which its options are shown.
    pub order: Vec<Slug>,
    /// What the learner chose so far.
    pub response: Response,
    /// How sure she said she is.
    pub certainty: Option<Certainty>,
    /// How many hints she asked for.
    pub hints: usize,
    /// Whether she set a flag on it.
    pub flagged: bool,
    /// The tries before the answer that was given, the first one first.
    pub earlier: Vec<Response>,
    /// The answer that she gave, if she did.
    pub given: Option<Given>,
    /// Whether she asked for the key.
    pub(super) key_shown: bool,
    /// Whether she is trying again what was not right.
    pub(super) trying: bool,
    /// How long the question was before her until it was left.
    pub(super) spent: Millis,
}

/// An answer that was given and is in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// What was answered.
    pub response: Response,
    /// What it earned, less what hints and earlier tries cost.
    pub credit: Credit,
    pub(super) verdict: Verdict,
    /// How sure the learner was, where that was asked.
    pub certainty: Option<Certainty>,
    /// Its marks by decision; none where the question has changed since, so that they would not explain the credit.
    pub marks: Option<Marks>,
}

impl Given {
    /// What is said of the answer itself, whatever it cost to come to it.
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }
}

/// How a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// It can be answered.
    Open,
    /// It was answered and is not right yet: it can be tried again, or its key be shown.
    Tried,
    /// Its key is shown, and nothing can be changed.
    Closed,
}

impl Posed {
    pub(super) fn new(question: Question, order: Vec<Slug>) -> Self {
        let response = question.body.blank();
        Self {
            question,
            order,
            response,
            certainty: None,
            hints: 0,
            flagged: false,
            earlier: Vec::new(),
            given: None,
            key_shown: false,
            trying: false,
            spent: Millis::default(),
        }
    }

    /// Whether the response can be given as an answer.
    pub fn ready(&self) -> bool {
        self.question.ready(&self.response)
    }

    /// Whether the response, with what goes with it, can be given as an answer.
    pub(super) fn complete(&self, conditions: &Conditions) -> bool {
        let is_sure = !conditions.certainty || self.certainty.is_some() || !self.question.kind().is_marked();
        self.ready() && is_sure
    }

    /// Whether the response is the answer that is in the log.
    pub fn is_saved(&self) -> bool {
        self.is_as_given() && !self.trying
    }

    /// Whether the response, and how sure she is, are those of the answer that was given.
    pub(super) fn is_as_given(&self) -> bool {
        let same = |given: &Given| given.response == self.response && given.certainty == self.certainty;
        self.given.as_ref().is_some_and(same)
    }

    /// Whether the answer that counts is not the one that is shown, because what was changed since is not complete.
    pub fn falls_back(&self, conditions: &Conditions) -> bool {
        self.given.is_some() && !self.is_as_given() && !self.complete(conditions)
    }

    /// Takes back what was changed since the answer that counts was given.
    pub(super) fn show_given(&mut self) {
        if let Some(given) = &self.given {
            self.certainty = given.certainty;
            self.response = self.logged();
            self.trying = false;
        }
    }

    /// The points that the answer earned; none where there is none.
    pub fn earned(&self, conditions: &Conditions) -> Points {
        let Some(given) = &self.given else { return Points::ZERO };
        if conditions.certainty {
            let certainty = given.certainty.unwrap_or(Certainty::Low);
            self.question.points.earned_with(given.verdict, given.credit, certainty)
        } else {
            self.question.points.earned(given.credit)
        }
    }

    /// How many tries are left after the answer that was given.
    pub fn tries_left(&self, conditions: &Conditions) -> usize {
        (conditions.further_tries as usize).saturating_sub(self.earlier.len())
    }

    pub(super) fn phase(&self, mode: Mode, conditions: &Conditions) -> Phase {
        match (&self.given, mode) {
            (None, _) | (Some(_), Mode::Assessment) => Phase::Open,
            (Some(given), Mode::Practice) => {
                let is_over = given.verdict == Verdict::Right || self.tries_left(conditions) == 0;
                match (is_over || self.key_shown, self.trying) {
                    (true, _) => Phase::Closed,
                    (false, true) => Phase::Open,
                    (false, false) => Phase::Tried,
                }
            }
        }
    }

    /// Whether it is asked how sure she is, and can still be changed.
    pub(super) fn asks_certainty(&self, mode: Mode, conditions: &Conditions) -> bool {
        conditions.certainty
            && self.question.kind().is_marked()
            && (mode == Mode::Assessment || self.given.is_none() || self.trying)
    }

    /// Whether the response can go into the log as an answer.
    pub(super) fn can_save(&self, mode: Mode, conditions: &Conditions) -> bool {
        self.phase(mode, conditions) == Phase::Open || self.question.kind() == Kind::Reflection
    }

    /// Whether the response can take the place of the present one.
    pub(super) fn accepts(&self, response: &Response, mode: Mode, conditions: &Conditions) -> bool {
        if response.kind() != self.question.kind() {
            return false;
        }
        self.phase(mode, conditions) == Phase::Open || self.only_ticks(response)
    }

    /// Whether the response differs from the answer only in what is ticked beside the model answer.
    fn only_ticks(&self, response: &Response) -> bool {
        match (self.given.as_ref().map(|given| &given.response), response) {
            (Some(Response::Reflection(given)), Response::Reflection(new)) => given.text == new.text,
            _ => false,
        }
    }

    pub(super) fn try_again(&mut self, mode: Mode, conditions: &Conditions) -> bool {
        let can = self.phase(mode, conditions) == Phase::Tried;
        self.trying |= can;
        can
    }

    /// The tries before the one that is about to be given.
    pub(super) fn tries_before(&self, mode: Mode) -> Vec<Response> {
        let mut earlier = self.earlier.clone();
        if let (Mode::Practice, true, Some(given)) = (mode, self.question.kind().is_marked(), &self.given) {
            earlier.push(given.response.clone());
        }
        earlier
    }

    /// The response as the log alone tells it.
    pub(super) fn logged(&self) -> Response {
        match &self.given {
            Some(given) if given.response.kind() == self.question.kind() => given.response.clone(),
            _ => self.question.body.blank(),
        }
    }
}
