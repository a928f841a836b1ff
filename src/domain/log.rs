//! The log of a learner: what she did, one entry after the other, never changed and never removed.
//!
//! Entries that two devices or two tabs wrote can be put together in any order: each has an id of its own, and its
//! place among the others follows from what it carries, not from where it was found.

use std::fmt;
use std::str::FromStr;

use crate::card::{Card, Rating};
use crate::code::PlenaryCode;
use crate::conditions::Conditions;
use crate::course::Mode;
use crate::id::{Edition, LessonRef, NotHexadecimal, QuestionRef, QuizRef, Slug};
use crate::json::{record, spelled, tagged, transparent};
use crate::language::Language;
use crate::question::Response;
use crate::random::Seed;
use crate::score::{Certainty, Credit, Points, Verdict};
use crate::time::{Millis, Timestamp};

/// One thing that a learner did.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its id, unlike that of any other entry of any device.
    pub id: EntryId,
    /// Its place in the log.
    pub seq: Seq,
    /// When it was written.
    pub at: Timestamp,
    /// What was done.
    pub fact: Fact,
}

record! { Entry { id, seq, at, fact } }

/// What a learner did.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// She read a lesson to its end.
    LessonRead {
        /// The lesson.
        lesson: LessonRef,
    },
    /// She began a quiz and was given these questions.
    AttemptBegun {
        /// The attempt.
        attempt: AttemptId,
        /// The quiz.
        quiz: QuizRef,
        /// When feedback is given.
        mode: Mode,
        /// The pass mark at that time, a share of the points.
        pass: Option<f64>,
        /// What the questions were drawn from.
        seed: Seed,
        /// The questions, in order.
        given: Vec<GivenQuestion>,
        /// How the quiz was to be taken and marked at that time.
        conditions: Conditions,
        /// The code that the paper was drawn by, if it was.
        code: Option<PlenaryCode>,
    },
    /// She answered a question. Until the attempt is finished, a later answer to the same question takes its place; in practice it is
    /// a further try.
    QuestionAnswered {
        /// The attempt.
        attempt: AttemptId,
        /// The question.
        question: QuestionRef,
        /// What the question was when she answered it.
        edition: Edition,
        /// What she answered.
        response: Response,
        /// What the answer earned at that time, less what hints and earlier tries cost.
        credit: Credit,
        /// How long the question was before her.
        took: Millis,
        /// What the answer itself was, where what hints and earlier tries cost lets its credit say something else.
        verdict: Option<Verdict>,
        /// How sure she was, where that was asked.
        certainty: Option<Certainty>,
        /// The language in which the question was shown, where it was not the author's own.
        language: Option<Language>,
    },
    /// She asked for a hint.
    HintTaken {
        /// The attempt.
        attempt: AttemptId,
        /// The question.
        question: QuestionRef,
        /// Which of its hints, from 0.
        hint: usize,
    },
    /// She asked for the right answer in practice, and gave up further tries.
    KeyShown {
        /// The attempt.
        attempt: AttemptId,
        /// The question.
        question: QuestionRef,
    },
    /// She asked for more time.
    TimeExtended {
        /// The attempt.
        attempt: AttemptId,
        /// How much more.
        by: Millis,
    },
    /// She finished an attempt.
    AttemptFinished {
        /// The attempt.
        attempt: AttemptId,
    },
    /// A card came back to mind, or did not.
    CardRecalled {
        /// The card.
        card: Card,
        /// What she answered, to a question.
        response: Option<Response>,
        /// What the question was at that time.
        edition: Option<Edition>,
        /// What the answer earned.
        credit: Option<Credit>,
        /// How sure she was, where that was asked.
        certainty: Option<Certainty>,
        /// How many hints she asked for.
        hints: usize,
        /// How well the card was known.
        rating: Rating,
        /// How long the card was before her.
        took: Millis,
    },
    /// She says herself how well a card was known that she answered or recalled.
    RatingChanged {
        /// The entry of the answer.
        entry: EntryId,
        /// How well the card was known.
        rating: Rating,
    },
}

impl Fact {
    /// The attempt that it belongs to.
    pub fn attempt(&self) -> Option<AttemptId> {
        match self {
            Self::AttemptBegun { attempt, .. }
            | Self::QuestionAnswered { attempt, .. }
            | Self::HintTaken { attempt, .. }
            | Self::KeyShown { attempt, .. }
            | Self::TimeExtended { attempt, .. }
            | Self::AttemptFinished { attempt } => Some(*attempt),
            Self::LessonRead { .. } | Self::CardRecalled { .. } | Self::RatingChanged { .. } => None,
        }
    }
}

tagged! {
    Fact {
        "lesson-read" => LessonRead { lesson },
        "attempt-begun" => AttemptBegun {
            attempt, quiz, mode, pass: optional, seed, given, conditions: optional, code: optional,
        },
        "question-answered" => QuestionAnswered {
            attempt, question, edition, response, credit, took, verdict: optional, certainty: optional,
            language: optional,
        },
        "hint-taken" => HintTaken { attempt, question, hint },
        "key-shown" => KeyShown { attempt, question },
        "time-extended" => TimeExtended { attempt, by },
        "attempt-finished" => AttemptFinished { attempt },
        "card-recalled" => CardRecalled {
            card, response: optional, edition: optional, credit: optional, certainty: optional, hints: optional, rating, took,
        },
        "rating-changed" => RatingChanged { entry, rating },
    }
}

/// A question as it was given in an attempt.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenQuestion {
    /// The question.
    pub question: QuestionRef,
    /// What it was at that time.
    pub edition: Edition,
    /// What it was worth.
    pub points: Points,
    /// The order in which its options were shown.
    pub order: Vec<Slug>,
}

record! { GivenQuestion { question, edition, points, order: optional } }

/// An entry's id: 48 bits of time and 80 bits of chance, written as 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(u128);

spelled! { EntryId }

impl EntryId {
    /// An id made from the time and from chance; of `chance` the lower 80 bits are used.
    pub fn new(at: Timestamp, chance: u128) -> Self {
        Self((u128::from(at.0) << 80) | (chance & ((1 << 80) - 1)))
    }

    /// The id as a number.
    pub(crate) fn number(self) -> u128 {
        self.0
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for EntryId {
    type Err = NotHexadecimal;

    fn from_str(text: &str) -> Result<Self, NotHexadecimal> {
        let id = u128::from_str_radix(text, 16).map(Self).map_err(|_| NotHexadecimal)?;
        if id.to_string() == text { Ok(id) } else { Err(NotHexadecimal) }
    }
}

/// One go at a quiz; named after the entry that began it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptId(pub EntryId);

transparent! { AttemptId }

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The place of an entry in the log: one more than the highest place its writer had seen (a Lamport clock).
///
/// It orders cause before effect even where the device's clock was set back; the id decides between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Seq(pub u64);

transparent! { Seq }

impl Seq {
    /// The place after this one.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl Entry {
    /// What the log is ordered by.
    pub fn order(&self) -> (Seq, EntryId) {
        (self.seq, self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_holds_the_time_and_eighty_bits_of_chance() {
        let id = EntryId::new(Timestamp(0x0123_4567_89ab), u128::MAX);
        assert_eq!(id.to_string(), "0123456789abffffffffffffffffffff");
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("123".parse::<EntryId>(), Err(NotHexadecimal));
        assert_eq!(id.to_string().to_uppercase().parse::<EntryId>(), Err(NotHexadecimal));
    }
}
