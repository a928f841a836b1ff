//! Progress: what the log says of a learner. Everything that is shown about progress is computed here.

use std::collections::BTreeMap;

use crate::course::Mode;
use crate::id::{BankId, Edition, LessonRef, QuestionId, QuestionRef, QuizRef};
use crate::log::{AttemptId, Entry, Fact, GivenQuestion};
use crate::map::Map;
use crate::question::Response;
use crate::random::Seed;
use crate::score::{self, Credit, Points};
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
    /// The questions that were given, in order.
    pub given: Vec<GivenQuestion>,
    /// The last answer to each question before the attempt was finished.
    pub answers: Map<QuestionRef, Answer>,
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
    /// What it earned.
    pub credit: Credit,
    /// When it was given.
    pub at: Timestamp,
    /// How long the question was before the learner.
    pub took: Millis,
}

/// Computes the progress from entries in any order; of entries with the same id the first in the log counts.
pub fn fold<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Progress {
    let entries: Vec<&Entry> = entries.into_iter().collect();
    let mut entries = in_order(&entries, &|entry| (entry.id.number(), u128::from(entry.seq.0)));
    entries.dedup_by_key(|entry| entry.id);
    let mut progress = Progress::default();
    for entry in in_order(&entries, &|entry| (u128::from(entry.seq.0), entry.id.number())) {
        progress.apply(entry);
    }
    progress
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
            Fact::AttemptBegun { attempt, quiz, mode, pass, seed, given } => {
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
                    given: given.clone(),
                    answers: Map::new(),
                    finished: None,
                };
                self.attempts.push((*attempt, begun));
                for one in given {
                    *self.seen.entry(one.question.clone()).or_default() += 1;
                }
            }
            Fact::QuestionAnswered { attempt, question, edition, response, credit, took } => {
                let answer = Answer {
                    edition: *edition,
                    response: response.clone(),
                    credit: *credit,
                    at: entry.at,
                    took: *took,
                };
                match self.attempt_mut(attempt) {
                    Some(attempt) if attempt.finished.is_none() => {
                        attempt.answers.insert(question.clone(), answer);
                    }
                    // Handed in, the key is shown: what another tab sends afterwards does not count.
                    Some(_) => {}
                    // The entry that began the attempt cannot be read; the answer still shows that the question was seen.
                    None => *self.seen.entry(question.clone()).or_default() += 1,
                }
            }
            Fact::AttemptFinished { attempt } => {
                if let Some(attempt) = self.attempt_mut(attempt) {
                    attempt.finished.get_or_insert(entry.at);
                }
            }
        }
    }

    /// Whether the lesson was read.
    pub fn has_read(&self, lesson: &LessonRef) -> bool {
        self.lessons.contains_key(lesson)
    }

    /// How often the learner was given the question.
    pub fn times_seen(&self, bank: &BankId, question: &QuestionId) -> usize {
        let question = QuestionRef { bank: bank.clone(), question: question.clone() };
        self.seen.get(&question).copied().unwrap_or_default()
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

    /// The best share of the points in a finished attempt, 0 to 1.
    pub fn best(&self, quiz: &QuizRef) -> Option<f64> {
        self.attempts(quiz)
            .filter(|(_, attempt)| attempt.finished.is_some())
            .map(|(_, attempt)| attempt.share())
            .reduce(f64::max)
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
        let earned = |given: &GivenQuestion| {
            let credit = self.answers.get(&given.question).map_or(Credit::NONE, |answer| answer.credit);
            given.points.earned(credit)
        };
        self.given.iter().map(earned).sum()
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
