//! Cards: what spaced repetition brings back, and how well it was known.
//!
//! This file knows the words only. When a card comes back is [`crate::spacing`]'s business.

use crate::id::{QuestionRef, TermId};
use crate::json::{tagged, words};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{from_text, to_text};

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
