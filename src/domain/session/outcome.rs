//! What an attempt came to.

use super::{Posed, Session};
use crate::id::ObjectiveId;
use crate::score::{self, Certainty, Points, Verdict};

/// What an attempt came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The points that the answers earned; less than nothing can come of certainty.
    pub earned: Points,
    /// The points that were to be had.
    pub possible: Points,
    /// How many questions were answered.
    pub answered: usize,
    /// How many of the questions are gone from the banks since.
    pub gone: usize,
    /// Whether the pass mark was reached; none where there is no pass mark.
    pub passed: Option<bool>,
    /// What each objective came to, in the order of the questions.
    pub objectives: Vec<Part>,
    /// The places of the questions that were answered wrongly by a learner who was quite sure.
    pub confidently_wrong: Vec<usize>,
}

/// What the questions of one objective came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The objective.
    pub objective: ObjectiveId,
    /// The points that were earned.
    pub earned: Points,
    /// The points that were to be had.
    pub possible: Points,
}

impl Outcome {
    /// The share of the points, 0 to 1.
    pub fn share(&self) -> f64 {
        self.earned.share_of(self.possible)
    }
}

impl Session {
    /// What the answers came to so far. A question that was not answered earns nothing; one that is gone from its bank counts as the
    /// log tells it.
    pub fn outcome(&self) -> Outcome {
        let mut objectives: Vec<Part> = Vec::new();
        let (mut earned, mut possible) = self.gone;
        let mut answered = self.gone_answered;
        for posed in self.posed.iter() {
            let (own, whole) = (posed.earned(&self.conditions), posed.question.points);
            (earned, possible) = (earned + own, possible + whole);
            answered += usize::from(posed.given.is_some());
            if !posed.question.kind().is_marked() {
                continue;
            }
            let objective = &posed.question.objective;
            match objectives.iter_mut().find(|part| part.objective == *objective) {
                Some(part) => (part.earned, part.possible) = (part.earned + own, part.possible + whole),
                None => {
                    objectives.push(Part { objective: objective.clone(), earned: own, possible: whole });
                }
            }
        }
        let passed = self.pass.map(|pass| score::passes(earned.share_of(possible), pass));
        let sure = |posed: &Posed| {
            let given = posed.given.as_ref();
            given.is_some_and(|given| {
                given.certainty == Some(Certainty::High) && given.verdict == Verdict::Wrong
            })
        };
        let places = self.posed.iter().enumerate().filter(|(_, posed)| sure(posed)).map(|(place, _)| place);
        let confidently_wrong = places.collect();
        Outcome { earned, possible, answered, gone: self.gone_given, passed, objectives, confidently_wrong }
    }
}
