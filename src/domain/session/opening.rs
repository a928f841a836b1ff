//! How a session comes to be: begun with questions that were drawn, or taken up again as the log tells it.

use super::{Given, Place, Posed, Session};
use crate::course::Quiz;
use crate::id::QuizRef;
use crate::log::{AttemptId, Fact, GivenQuestion};
use crate::progress::Attempt;
use crate::question::Question;
use crate::random::{Chance, Purpose, Seed};
use crate::time::Timestamp;

/// Begins an attempt with the questions that were drawn, and says what to write into the log.
pub fn begin(
    attempt: AttemptId,
    quiz: (QuizRef, &Quiz),
    questions: Vec<Question>,
    seed: Seed,
    now: Timestamp,
) -> (Session, Fact) {
    let (quiz_ref, quiz) = quiz;
    let pose = |(place, question): (usize, Question)| {
        let mut order = question.body.movable();
        if question.shuffle {
            Chance::new(seed, Purpose::Order(place)).shuffle(&mut order);
        }
        Posed::new(question, order)
    };
    let posed: Vec<Posed> = questions.into_iter().enumerate().map(pose).collect();
    let given = posed.iter().map(|posed| GivenQuestion {
        question: posed.question.id.clone(),
        edition: posed.question.edition,
        points: posed.question.points,
        order: posed.order.clone(),
    });
    let fact = Fact::AttemptBegun {
        attempt,
        quiz: quiz_ref.clone(),
        mode: quiz.mode,
        pass: quiz.pass,
        seed,
        given: given.collect(),
    };
    let session = Session {
        attempt,
        quiz: quiz_ref,
        mode: quiz.mode,
        pass: quiz.pass,
        posed,
        at: 0,
        finished: false,
        shown: now,
    };
    (session, fact)
}

/// Takes an attempt up again as the log and the kept place tell it.
///
/// A question that no longer exists is left out; what was answered to it stays in the log. The others are worth what they
/// were worth when they were given, and an answer keeps the credit that it earned when it was given.
pub fn resume(
    id: AttemptId,
    attempt: &Attempt,
    mut questions: Vec<Question>,
    place: Option<&Place>,
    now: Timestamp,
) -> Session {
    let place = place.filter(|place| place.attempt == id);
    let pose = |given: &GivenQuestion| {
        let place_of = questions.iter().position(|question| question.id == given.question)?;
        let mut question = questions.swap_remove(place_of);
        question.points = given.points;
        let mut posed = Posed::new(question, given.order.clone());
        if let Some(answer) = attempt.answers.get(&given.question) {
            let marks = posed.question.score(&answer.response).ok();
            posed.given = Some(Given {
                response: answer.response.clone(),
                credit: answer.credit,
                marks: marks.filter(|marks| marks.credit == answer.credit),
            });
            posed.spent = answer.took;
        }
        let draft = place.and_then(|place| place.drafts.get(&given.question));
        posed.response = match draft {
            Some(draft) if posed.accepts(draft, attempt.mode) => draft.clone(),
            _ => posed.logged(),
        };
        Some(posed)
    };
    let posed: Vec<Posed> = attempt.given.iter().filter_map(pose).collect();
    let kept = place.and_then(|place| posed.iter().position(|posed| posed.question.id == place.question));
    let open = posed.iter().position(|posed| posed.given.is_none());
    let at = kept.or(open).unwrap_or(posed.len().saturating_sub(1));
    Session {
        attempt: id,
        quiz: attempt.quiz.clone(),
        mode: attempt.mode,
        pass: attempt.pass,
        posed,
        at,
        finished: attempt.finished.is_some(),
        shown: now,
    }
}
