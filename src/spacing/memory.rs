//! What is remembered of one card, and how it fades.

use domain::card::Rating;
use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, ItemState, MemoryState, current_retrievability};

use crate::calendar::Day;

/// The chance of knowing a card on the day on which it comes back.
pub const RETENTION: f32 = 0.9;

/// The longest a card stays away, in days: law changes, and a year is long enough to trust a memory of it.
pub const LONGEST: u32 = 365;

/// What is remembered of a card.
///
/// Stability is the number of days after which the chance of knowing the card has fallen to 0.9; difficulty goes from 1 to 10. Both are those
/// of FSRS-6 with the parameters that fit the average learner, which the `fsrs` crate carries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    stability: f32,
    difficulty: f32,
    /// The day of the first review.
    pub first: Day,
    /// The day of the last review.
    pub last: Day,
    /// The day on which it comes back: at least one and at most [`LONGEST`] days after the last review.
    pub due: Day,
    /// How the last review was rated.
    pub rating: Rating,
    /// Whether the last answer was wrong and given as certain.
    pub surely_wrong: bool,
    /// How often it was reviewed, 1 or more.
    pub reviews: usize,
}

/// One review of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Review {
    pub(crate) day: Day,
    pub(crate) rating: Rating,
    pub(crate) surely_wrong: bool,
}

impl Memory {
    /// What is remembered after a review; `before` is what was remembered until then.
    ///
    /// A review never lies before the one that it follows: where a clock was set back, no time has gone by.
    pub(crate) fn after(model: &FSRS, before: Option<Self>, review: Review) -> Self {
        let last = before.map_or(review.day, |before| review.day.max(before.last));
        let elapsed = before.map_or(0, |before| last.since(before.last));
        let state = before.map(|before| before.state());
        let ItemState { memory, interval } = next(model, state, elapsed, review.rating);
        // The shortest intervals round to the same day; a card that was known when it came back stays away for longer all the same.
        let longer = match (before, review.rating) {
            (Some(before), Rating::Good | Rating::Easy) if last >= before.due => before.interval() + 1,
            _ => 1,
        };
        // `as` saturates.
        let days = (interval.round() as u32).max(longer).clamp(1, LONGEST);
        Self {
            stability: memory.stability,
            difficulty: memory.difficulty,
            first: before.map_or(last, |before| before.first),
            last,
            due: last.plus(days),
            rating: review.rating,
            surely_wrong: review.surely_wrong,
            reviews: before.map_or(0, |before| before.reviews) + 1,
        }
    }

    /// The chance that the card is known on this day, 0 to 1.
    pub fn chance(&self, day: Day) -> f32 {
        current_retrievability(self.state(), day.since(self.last) as f32, FSRS6_DEFAULT_DECAY)
    }

    /// For how many days the card stays away after its last review, 1 to [`LONGEST`].
    pub fn interval(&self) -> u32 {
        self.due.since(self.last)
    }

    fn state(&self) -> MemoryState {
        MemoryState { stability: self.stability, difficulty: self.difficulty }
    }
}

/// The state and the interval that follow from a rating.
fn next(model: &FSRS, state: Option<MemoryState>, elapsed: u32, rating: Rating) -> ItemState {
    // The model refuses only numbers that are not finite, and its own are: it keeps stability and difficulty within bounds.
    // Should it refuse all the same, the card begins anew, and comes back tomorrow.
    const ANEW: ItemState =
        ItemState { memory: MemoryState { stability: 1.0, difficulty: 5.0 }, interval: 1.0 };
    let Ok(next) = model.next_states(state, RETENTION, elapsed) else { return ANEW };
    match rating {
        Rating::Again => next.again,
        Rating::Hard => next.hard,
        Rating::Good => next.good,
        Rating::Easy => next.easy,
    }
}
