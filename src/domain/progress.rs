//! Progress: what the log says of a learner. Everything that is shown about progress is computed here.

use std::collections::BTreeMap;

use crate::code::PlenaryCode;
use crate::conditions::{Conditions, Grade};
use crate::course::Mode;
use crate::id::{BankId, Edition, LessonRef, QuestionId, QuestionRef, QuizRef};
use crate::log::{AttemptId, Entry, Fact, GivenQuestion};
use crate::map::{Map, Set};
use crate::question::Response;
use crate::random::Seed;
use crate::score::{self, Certainty, Credit, Points, Verdict};
use crate::sort::sorted;
use crate::time::{Millis, Timestamp};

/// What the log says of a learner.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Progress {
    lessons: Map<LessonRef, Timestamp>,
    /// The attempts in the order in which they were begun.
    attempts: Vec<(AttemptId, Attempt)>,
    /// The place of each attempt in that order.
    places: Map<AttemptId, usize>,
    /// A tree, because it can grow as large as the banks are.
    seen: BTreeMap<QuestionRef, usize>,
}

/// One go at a quiz.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// The quiz.
    pub quiz: QuizRef,
    /// When feedback is given.
    pub mode: Mode,
    /// The pass mark, a share of the points.
    pub pass: Option<f64>,
    /// What the questions were drawn from.
    pub seed: Seed,
    /// When it was begun.
    pub begun: Timestamp,
    /// How it is taken and marked.
    pub conditions: Conditions,
    /// The code that the paper was drawn by, if it was.
    pub code: Option<PlenaryCode>,
    /// The questions that were given, in order.
    pub given: Vec<GivenQuestion>,
    /// The last answer to each question that counts.
    pub answers: Map<QuestionRef, Answer>,
    /// How many hints were asked for, by question.
    pub hints: Map<QuestionRef, usize>,
    /// The questions whose key she asked for.
    pub keys_shown: Set<QuestionRef>,
    /// How much more time she asked for.
    pub extended: Millis,
    /// When it was finished, if it was.
    pub finished: Option<Timestamp>,
}

/// An answer that was given.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What the question was at that time.
    pub edition: Edition,
    /// What was answered.
    pub response: Response,
    /// The tries before it, in practice, the first one first.
    pub earlier: Vec<Response>,
    /// What it earned.
    pub credit: Credit,
    /// What it was, whatever hints and tries took of its credit.
    pub verdict: Verdict,
    /// How sure the learner was, where that was asked.
    pub certainty: Option<Certainty>,
    /// When it was given.
    pub at: Timestamp,
    /// How long the question was before the learner.
    pub took: Millis,
}

/// Computes the progress from entries in any order; of entries with the same id the first in the log counts.
pub fn fold<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Progress {
    let mut progress = Progress::default();
    for entry in in_log_order(entries) {
        progress.apply(entry);
    }
    progress
}

/// The entries in the order of the log, each once: of those with the same id the first in the log.
pub fn in_log_order<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let entries: Vec<&Entry> = entries.into_iter().collect();
    let mut entries = in_order(&entries, &|entry| (entry.id.number(), u128::from(entry.seq.0)));
    entries.dedup_by_key(|entry| entry.id);
    in_order(&entries, &|entry| (u128::from(entry.seq.0), entry.id.number()))
}

fn in_order<'a>(entries: &[&'a Entry], key: &dyn Fn(&Entry) -> (u128, u128)) -> Vec<&'a Entry> {
    let key = |place: usize| entries.get(place).map(|entry| key(entry));
    let places = sorted(entries.len(), &|one, other| key(one).cmp(&key(other)));
    places.into_iter().filter_map(|place| entries.get(place).copied()).collect()
}

impl Progress {
    /// Adds an entry that comes after all others in the log and is none of them.
    pub fn apply(&mut self, entry: &Entry) {
        match &entry.fact {
            Fact::LessonRead { lesson } => {
                if !self.has_read(lesson) {
                    self.lessons.insert(lesson.clone(), entry.at);
                }
            }
            Fact::AttemptBegun { attempt, quiz, mode, pass, seed, given, conditions, code } => {
                if self.places.contains_key(attempt) {
                    return;
                }
                self.places.insert(*attempt, self.attempts.len());
                let begun = Attempt {
                    quiz: quiz.clone(),
                    mode: *mode,
                    pass: *pass,
                    seed: *seed,
                    begun: entry.at,
                    conditions: conditions.clone(),
                    code: *code,
                    given: given.clone(),
                    answers: Map::new(),
                    hints: Map::new(),
                    keys_shown: Set::default(),
                    extended: Millis::default(),
                    finished: None,
                };
                self.attempts.push((*attempt, begun));
                for one in given {
                    *self.seen.entry(one.question.clone()).or_default() += 1;
                }
            }
            Fact::QuestionAnswered {
                attempt,
                question,
                edition,
                response,
                credit,
                took,
                verdict,
                certainty,
                language: _,
            } => {
                let answer = Answer {
                    edition: *edition,
                    response: response.clone(),
                    earlier: Vec::new(),
                    credit: *credit,
                    verdict: verdict.unwrap_or(credit.verdict()),
                    certainty: *certainty,
                    at: entry.at,
                    took: *took,
                };
                match self.attempt_mut(attempt) {
                    Some(attempt) => attempt.answered(question, answer),
                    // The entry that began the attempt cannot be read; the answer still shows that the question was seen.
                    None => *self.seen.entry(question.clone()).or_default() += 1,
                }
            }
            Fact::HintTaken { attempt, question, hint } => {
                if let Some(attempt) = self.attempt_mut(attempt) {
                    let taken = attempt.hints.get(question).copied().unwrap_or_default();
                    attempt.hints.insert(question.clone(), taken.max(hint.saturating_add(1)));
                }
            }
            Fact::KeyShown { attempt, question } => {
                if let Some(attempt) = self.attempt_mut(attempt) {
                    attempt.keys_shown.insert(question.clone());
                }
            }
            Fact::TimeExtended { attempt, by } => {
                if let Some(attempt) = self.attempt_mut(attempt) {
                    attempt.extended = attempt.extended.plus(*by);
                }
            }
            Fact::AttemptFinished { attempt } => {
                if let Some(attempt) = self.attempt_mut(attempt) {
                    attempt.finished.get_or_insert(entry.at);
                }
            }
            // What comes back to mind is `spacing`'s business.
            Fact::CardRecalled { .. } | Fact::RatingChanged { .. } => {}
        }
    }

    /// Whether the lesson was read.
    pub fn has_read(&self, lesson: &LessonRef) -> bool {
        self.lessons.contains_key(lesson)
    }

    /// The questions that the learner was given, each with how often.
    pub fn seen(&self) -> Vec<(&BankId, &QuestionId, usize)> {
        self.seen.iter().map(|(reference, times)| (&reference.bank, &reference.question, *times)).collect()
    }

    /// The attempts at a quiz, the oldest first.
    pub fn attempts<'a>(
        &'a self,
        quiz: &QuizRef,
    ) -> impl DoubleEndedIterator<Item = (AttemptId, &'a Attempt)> {
        let attempts = self.attempts.iter().map(|(id, attempt)| (*id, attempt));
        attempts.filter(move |(_, attempt)| attempt.quiz == *quiz)
    }

    /// The attempt to go on with: the latest that is not finished.
    pub fn open_attempt<'a>(&'a self, quiz: &QuizRef) -> Option<(AttemptId, &'a Attempt)> {
        self.attempts(quiz).rev().find(|(_, attempt)| attempt.finished.is_none())
    }

    /// Every attempt, the oldest first.
    pub fn all_attempts(&self) -> impl DoubleEndedIterator<Item = (AttemptId, &Attempt)> {
        self.attempts.iter().map(|(id, attempt)| (*id, attempt))
    }

    /// Every lesson that was read, with the moment at which it was first read to its end.
    pub fn lessons_read(&self) -> impl Iterator<Item = (&LessonRef, Timestamp)> {
        self.lessons.iter().map(|(lesson, at)| (lesson, *at))
    }

    /// What counts of the finished attempts at a quiz, a share of the points, 0 to 1.
    pub fn grade(&self, quiz: &QuizRef, grade: Grade) -> Option<f64> {
        let finished = self.attempts(quiz).filter(|(_, attempt)| attempt.finished.is_some());
        grade.of(&finished.map(|(_, attempt)| attempt.share()).collect::<Vec<f64>>())
    }

    /// What counts of the finished attempts, by the rule of the latest of them.
    pub fn standing(&self, quiz: &QuizRef) -> Option<f64> {
        let latest = self.attempts(quiz).rev().find(|(_, attempt)| attempt.finished.is_some());
        latest.and_then(|(_, attempt)| self.grade(quiz, attempt.conditions.grade))
    }

    /// The best share of the points in a finished attempt, 0 to 1.
    pub fn best(&self, quiz: &QuizRef) -> Option<f64> {
        self.grade(quiz, Grade::Best)
    }

    fn attempt_mut(&mut self, id: &AttemptId) -> Option<&mut Attempt> {
        let place = self.places.get(id)?;
        self.attempts.get_mut(*place).map(|(_, attempt)| attempt)
    }

    /// Whether nothing was done yet.
    pub fn is_empty(&self) -> bool {
        self.lessons.is_empty() && self.attempts.is_empty() && self.seen.is_empty()
    }
}

impl Attempt {
    /// The points that were to be had.
    pub fn possible(&self) -> Points {
        self.given.iter().map(|given| given.points).sum()
    }

    /// The points that the answers earned.
    pub fn earned(&self) -> Points {
        self.given.iter().map(|given| self.earned_by(given)).sum()
    }

    /// The points that the answer to a question earned; none where it was not answered.
    pub fn earned_by(&self, given: &GivenQuestion) -> Points {
        let Some(answer) = self.answers.get(&given.question) else { return Points::ZERO };
        if self.conditions.certainty {
            // Who does not say how sure she is cannot have been sure.
            let certainty = answer.certainty.unwrap_or(Certainty::Low);
            given.points.earned_with(answer.verdict, answer.credit, certainty)
        } else {
            given.points.earned(answer.credit)
        }
    }

    /// How many hints were asked for.
    pub fn hints_taken(&self, question: &QuestionRef) -> usize {
        self.hints.get(question).copied().unwrap_or_default()
    }

    /// Whether no further try counts: in practice an answer is final that is right, or was the last one allowed, or after which the key
    /// was shown.
    pub fn is_closed(&self, question: &QuestionRef) -> bool {
        self.mode == Mode::Practice
            && self.answers.get(question).is_some_and(|answer| {
                let tries = answer.earlier.len();
                answer.verdict == Verdict::Right
                    || tries >= self.conditions.further_tries as usize
                    || self.keys_shown.contains(question)
            })
    }

    /// Takes up an answer, if it counts: once the paper is handed in, or the key was shown, what another tab sends does not.
    fn answered(&mut self, question: &QuestionRef, mut answer: Answer) {
        if self.finished.is_some() {
            return;
        }
        if let (Mode::Practice, Some(before)) = (self.mode, self.answers.get(question)) {
            if !answer.response.kind().is_marked() {
                // What is ticked after the model answer was shown is no further try.
            } else if self.is_closed(question) {
                return;
            } else {
                answer.earlier.clone_from(&before.earlier);
                answer.earlier.push(before.response.clone());
            }
        }
        self.answers.insert(question.clone(), answer);
    }

    /// The share of the points, 0 to 1. A question that was not answered earns nothing.
    pub fn share(&self) -> f64 {
        self.earned().share_of(self.possible())
    }

    /// Whether the pass mark was reached; none where there is no pass mark.
    pub fn passed(&self) -> Option<bool> {
        self.pass.map(|pass| score::passes(self.share(), pass))
    }
}
