//! How a session comes to be: begun with questions that were drawn, or taken up again as the log tells it.

use super::{Given, Place, Posed, Session};
use crate::code::PlenaryCode;
use crate::course::Quiz;
use crate::id::QuizRef;
use crate::language::Language;
use crate::log::{AttemptId, Fact, GivenQuestion};
use crate::marking::assess;
use crate::progress::Attempt;
use crate::question::{Kind, Question};
use crate::random::{Chance, Purpose, Seed};
use crate::score::Points;
use crate::time::{Millis, Timestamp};

/// The questions that were drawn for an attempt, and what from.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// What they were drawn from.
    pub seed: Seed,
    /// The code that they were drawn by, if they were.
    pub code: Option<PlenaryCode>,
}

/// The questions of a paper with those together that are about the same stimulus: each where the first of them stood.
pub fn together(questions: Vec<Question>) -> Vec<Question> {
    let mut ordered: Vec<Question> = Vec::with_capacity(questions.len());
    for question in questions {
        let is_about = |other: &Question| match (&other.stimulus, &question.stimulus) {
            (Some(other_one), Some(own)) => other.id.bank == question.id.bank && other_one.id == own.id,
            _ => false,
        };
        let after = ordered.iter().rposition(is_about).map_or(ordered.len(), |last| last + 1);
        ordered.insert(after, question);
    }
    ordered
}

/// Begins an attempt with the questions that were drawn, and says what to write into the log.
pub fn begin(
    attempt: AttemptId,
    quiz: (QuizRef, &Quiz),
    paper: Paper,
    language: Option<Language>,
    now: Timestamp,
) -> (Session, Fact) {
    let session = pose(attempt, quiz, paper, 0, language, now);
    let fact = begun(&session);
    (session, fact)
}

/// Poses the first question of a paper while the others, so many, are on their way; nothing of it is in the log before [`complete`].
///
/// Until then only what she chooses is a step of the session: an answer belongs to an attempt that is in the log.
pub fn begin_with_first(
    attempt: AttemptId,
    quiz: (QuizRef, &Quiz),
    paper: Paper,
    awaited: usize,
    language: Option<Language>,
    now: Timestamp,
) -> Session {
    pose(attempt, quiz, paper, awaited, language, now)
}

/// Makes a paper whole whose first question was posed alone, and says what to write into the log. `questions` are all of them, in order.
pub fn complete(mut session: Session, questions: Vec<Question>) -> (Session, Fact) {
    let (seed, known) = (session.seed, session.posed.len());
    session.posed.extend(posed(questions, seed).skip(known));
    session.awaited = 0;
    let fact = begun(&session);
    (session, fact)
}

fn pose(
    attempt: AttemptId,
    (quiz_ref, quiz): (QuizRef, &Quiz),
    paper: Paper,
    awaited: usize,
    language: Option<Language>,
    now: Timestamp,
) -> Session {
    let Paper { questions, seed, code } = paper;
    Session {
        attempt,
        quiz: quiz_ref,
        mode: quiz.mode,
        pass: quiz.pass,
        conditions: quiz.conditions.clone(),
        seed,
        code,
        language,
        posed: posed(questions, seed).collect(),
        awaited,
        at: 0,
        finished: false,
        begun: now,
        extended: Millis::default(),
        latest: now,
        warned: false,
        shown: Some(now),
        gone: (Points::ZERO, Points::ZERO),
        gone_given: 0,
        gone_answered: 0,
    }
}

/// The questions of a paper as they are posed: which order its options have depends on the seed and on the place of the question alone.
fn posed(questions: Vec<Question>, seed: Seed) -> impl Iterator<Item = Posed> {
    questions.into_iter().enumerate().map(move |(place, question)| {
        let mut order = question.body.movable();
        // What is to be put in order would give its order away.
        if question.shuffle || question.kind() == Kind::Ordering {
            Chance::new(seed, Purpose::Order(place)).shuffle(&mut order);
        }
        Posed::new(question, order)
    })
}

/// What the log is told of an attempt that begins.
fn begun(session: &Session) -> Fact {
    let given = session.posed.iter().map(|posed| GivenQuestion {
        question: posed.question.id.clone(),
        edition: posed.question.edition,
        points: posed.question.points,
        order: posed.order.clone(),
    });
    Fact::AttemptBegun {
        attempt: session.attempt,
        quiz: session.quiz.clone(),
        mode: session.mode,
        pass: session.pass,
        seed: session.seed,
        given: given.collect(),
        conditions: session.conditions.clone(),
        code: session.code,
    }
}

/// Takes an attempt up again as the log and the kept place tell it.
///
/// A question that no longer exists is left out; what was answered to it stays in the log, and counts. The others are worth what they
/// were worth when they were given, and an answer keeps the credit that it earned when it was given.
pub fn resume(
    id: AttemptId,
    attempt: &Attempt,
    mut questions: Vec<Question>,
    place: Option<&Place>,
    language: Option<Language>,
    now: Timestamp,
) -> Session {
    let place = place.filter(|place| place.attempt == id);
    let mut gone = (Points::ZERO, Points::ZERO);
    let (mut gone_given, mut gone_answered) = (0, 0);
    let mut posed = Vec::new();
    for given in &attempt.given {
        match questions.iter().position(|question| question.id == given.question) {
            Some(found) => posed.push(take_up(attempt, given, questions.swap_remove(found), place)),
            None => {
                gone = (gone.0 + attempt.earned_by(given), gone.1 + given.points);
                gone_given += 1;
                gone_answered += usize::from(attempt.answers.contains_key(&given.question));
            }
        }
    }
    let kept = place.and_then(|place| posed.iter().position(|posed| posed.question.id == place.question));
    let open = posed.iter().position(|posed| posed.given.is_none());
    let at = kept.or(open).unwrap_or(posed.len().saturating_sub(1));
    // The log can be of a clock that went ahead of this one.
    let latest =
        attempt.answers.values().map(|answer| answer.at).fold(attempt.begun.max(now), Timestamp::max);
    Session {
        attempt: id,
        quiz: attempt.quiz.clone(),
        mode: attempt.mode,
        pass: attempt.pass,
        conditions: attempt.conditions.clone(),
        seed: attempt.seed,
        code: attempt.code,
        language,
        posed,
        awaited: 0,
        at,
        finished: attempt.finished.is_some(),
        begun: attempt.begun,
        extended: attempt.extended,
        latest,
        warned: false,
        shown: Some(latest),
        gone,
        gone_given,
        gone_answered,
    }
}

/// A question with what was done with it before.
fn take_up(attempt: &Attempt, given: &GivenQuestion, mut question: Question, place: Option<&Place>) -> Posed {
    question.points = given.points;
    let id = question.id.clone();
    let mut posed = Posed::new(question, given.order.clone());
    posed.hints = attempt.hints_taken(&id).min(posed.question.hints.len());
    posed.key_shown = attempt.keys_shown.contains(&id);
    if let Some(answer) = attempt.answers.get(&id) {
        let (conditions, hints) = (&attempt.conditions, posed.hints);
        let assessed = assess(&posed.question, conditions, &answer.earlier, &answer.response, hints).ok();
        // The marks of another edition would not explain the credit.
        let is_same = answer.edition == posed.question.edition;
        posed.given = Some(Given {
            response: answer.response.clone(),
            credit: answer.credit,
            verdict: answer.verdict,
            certainty: answer.certainty.filter(|_| conditions.certainty),
            marks: assessed.filter(|_| is_same).map(|assessed| assessed.marks),
        });
        posed.earlier.clone_from(&answer.earlier);
        posed.certainty = answer.certainty.filter(|_| conditions.certainty);
        posed.spent = answer.took;
    }
    posed.response = posed.logged();
    if let Some(place) = place {
        posed.flagged = place.flags.contains(&id);
        let (mode, conditions) = (attempt.mode, &attempt.conditions);
        if place.trying.contains(&id) {
            posed.try_again(mode, conditions);
        }
        if let Some(draft) = place.drafts.get(&id).filter(|draft| posed.accepts(draft, mode, conditions)) {
            posed.response = draft.clone();
        }
        if let Some(certainty) = place.certainties.get(&id).filter(|_| posed.asks_certainty(mode, conditions))
        {
            posed.certainty = Some(*certainty);
        }
        if attempt.finished.is_some() {
            posed.show_given();
        }
    }
    posed
}
