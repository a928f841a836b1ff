//! Cards: what spaced repetition brings back, and how well it was known.
//!
//! This file says what an answer shows of a memory. When a card comes back is the business of the crate `spacing`.

use crate::id::{QuestionRef, TermId};
use crate::json::{tagged, words};
use crate::score::{Certainty, Verdict};

/// What comes back to mind on its day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Card {
    /// A question, answered in its ordinary form.
    Question(QuestionRef),
    /// A term of the glossary: she recalls what it means, looks, and says how well she knew it.
    Term(TermId),
}

tagged! { Card { "question" => Question(question), "term" => Term(term) } }

/// How well a card was known, in the words of the scheduler that the intervals come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// Not known: it comes again soon.
    Again,
    /// Known with trouble, with help, or in part.
    Hard,
    /// Known.
    Good,
    /// Known without having to think.
    Easy,
}

words! { Rating { "again" => Again, "hard" => Hard, "good" => Good, "easy" => Easy } }

impl Rating {
    /// Every rating, the worst first.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];
}

/// What an answer shows of a memory.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recall {
    /// What the answer itself was, whatever it cost to come to it.
    pub verdict: Verdict,
    /// How sure the learner was, where she was asked.
    pub certainty: Option<Certainty>,
    /// How many hints she asked for.
    pub hints: usize,
    /// How often she tried before this answer.
    pub earlier_tries: usize,
}

impl Recall {
    /// The rating that follows from an answer; the learner can overrule it.
    ///
    /// | answer | rating | because |
    /// |---|---|---|
    /// | wrong | again | it was not known |
    /// | partly right | hard | some of it was known, and one card has one interval |
    /// | right, after a hint or another try | hard | it was there, and did not come unaided |
    /// | right, and unsure | hard | a lucky guess must not stay away for long |
    /// | right | good | it was known |
    /// | right, sure, unaided | easy | who knows that she knows need not be asked soon |
    ///
    /// Without a certainty nothing is easy: that an answer was right does not tell how much thought it took, and how long it took depends on
    /// the device, on the language and on what else happened in the room.
    pub fn rating(&self) -> Rating {
        let aided = self.hints > 0 || self.earlier_tries > 0;
        match (self.verdict, self.certainty) {
            (Verdict::Wrong, _) => Rating::Again,
            (Verdict::Partly, _) | (Verdict::Right, Some(Certainty::Low)) => Rating::Hard,
            (Verdict::Right, _) if aided => Rating::Hard,
            (Verdict::Right, Some(Certainty::High)) => Rating::Easy,
            (Verdict::Right, Some(Certainty::Middle) | None) => Rating::Good,
        }
    }

    /// Whether it was wrong and held for certain: such an error does the most harm, and is put right first.
    pub fn is_surely_wrong(&self) -> bool {
        self.verdict == Verdict::Wrong && self.certainty == Some(Certainty::High)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{from_text, to_text};

    #[track_caller]
    fn check(
        verdict: Verdict,
        certainty: Option<Certainty>,
        hints: usize,
        earlier_tries: usize,
        expect: Rating,
    ) {
        let recall = Recall { verdict, certainty, hints, earlier_tries };
        assert_eq!(recall.rating(), expect, "{recall:?}");
    }

    #[test]
    fn the_rating_follows_from_the_answer_the_help_and_the_certainty() {
        use Certainty::{High, Low, Middle};
        for certainty in [None, Some(Low), Some(Middle), Some(High)] {
            check(Verdict::Wrong, certainty, 0, 0, Rating::Again);
            check(Verdict::Partly, certainty, 0, 0, Rating::Hard);
            check(Verdict::Right, certainty, 1, 0, Rating::Hard);
            check(Verdict::Right, certainty, 0, 1, Rating::Hard);
        }
        check(Verdict::Right, Some(Low), 0, 0, Rating::Hard);
        check(Verdict::Right, Some(Middle), 0, 0, Rating::Good);
        check(Verdict::Right, None, 0, 0, Rating::Good);
        check(Verdict::Right, Some(High), 0, 0, Rating::Easy);
    }

    #[test]
    fn only_what_is_wrong_and_certain_is_surely_wrong() {
        for (verdict, certainty, expect) in [
            (Verdict::Wrong, Some(Certainty::High), true),
            (Verdict::Wrong, Some(Certainty::Middle), false),
            (Verdict::Wrong, None, false),
            (Verdict::Partly, Some(Certainty::High), false),
        ] {
            let recall = Recall { verdict, certainty, hints: 0, earlier_tries: 0 };
            assert_eq!(recall.is_surely_wrong(), expect, "{recall:?}");
        }
    }

    #[test]
    fn cards_and_ratings_are_written_as_what_they_are_called() {
        let question = Card::Question("trafficking/means".parse().unwrap());
        let term = Card::Term("consent".parse().unwrap());
        assert_eq!(to_text(&question), r#"{"question":"trafficking/means"}"#);
        assert_eq!(to_text(&term), r#"{"term":"consent"}"#);
        for card in [question, term] {
            assert_eq!(from_text(&to_text(&card)), Some(card));
        }
        for rating in Rating::ALL {
            assert_eq!(from_text(&to_text(&rating)), Some(rating));
        }
        assert_eq!(from_text::<Rating>("\"perfect\""), None);
    }
}
