//! Questions outside of a quiz: in a review, and in a drill. They are asked in the same forms and marked in the same way; what is
//! written into the log is that a card was recalled.

use super::{Effect, Paper, Session, begin};
use crate::card::{Card, Recall};
use crate::conditions::Conditions;
use crate::course::{Mode, Quiz};
use crate::id::{CourseId, QuizId, QuizRef, Slug};
use crate::log::{AttemptId, Fact};
use crate::question::Question;
use crate::random::Seed;
use crate::time::Timestamp;

/// Poses questions of a course, one after the other, with feedback on each. `asks_certainty` tells whether each answer says how sure the
/// learner is.
pub fn pose(
    id: AttemptId,
    course: CourseId,
    questions: Vec<Question>,
    asks_certainty: bool,
    seed: Seed,
    now: Timestamp,
) -> Session {
    // The session wants a quiz. No attempt is ever written under its name, so that it cannot meet one of an author's.
    let name = Slug::own("recall");
    let quiz = Quiz {
        id: QuizId::from(name.clone()),
        title: String::new(),
        mode: Mode::Practice,
        pass: None,
        conditions: Conditions { certainty: asks_certainty, ..Conditions::default() },
        bands: Vec::new(),
        draws: Vec::new(),
        was: Vec::new(),
    };
    let reference = QuizRef { course, module: name.into(), quiz: quiz.id.clone() };
    let (session, _) = begin(id, (reference, &quiz), Paper { questions, seed, code: None }, None, now);
    session
}

/// The effects of a step, after which the session is as it is now: what would have been written of an attempt is written of cards.
///
/// Hints are written with the answer, and the place is not kept: a review that is broken off begins again with what is still due.
pub fn recalled(session: &Session, effects: Vec<Effect>) -> Vec<Effect> {
    let recalled = |effect: Effect| match effect {
        Effect::Record(fact) => recall(session, fact).map(Effect::Record),
        Effect::Keep(_) => None,
        Effect::Focus(_) | Effect::Announce(_) => Some(effect),
    };
    effects.into_iter().filter_map(recalled).collect()
}

fn recall(session: &Session, fact: Fact) -> Option<Fact> {
    match fact {
        Fact::QuestionAnswered { question, edition, response, credit, took, verdict, certainty, .. } => {
            let posed = session.posed.iter().find(|posed| posed.question.id == question)?;
            let recall = Recall {
                verdict: verdict.unwrap_or(credit.verdict()),
                certainty,
                hints: posed.hints,
                earlier_tries: posed.earlier.len(),
            };
            Some(Fact::CardRecalled {
                card: Card::Question(question),
                response: Some(response),
                edition: Some(edition),
                credit: Some(credit),
                certainty,
                hints: posed.hints,
                rating: recall.rating(),
                took,
            })
        }
        Fact::CardRecalled { .. } | Fact::RatingChanged { .. } | Fact::LessonRead { .. } => Some(fact),
        Fact::AttemptBegun { .. }
        | Fact::HintTaken { .. }
        | Fact::KeyShown { .. }
        | Fact::TimeExtended { .. }
        | Fact::AttemptFinished { .. } => None,
    }
}
