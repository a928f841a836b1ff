//! The time that a quiz may take: what is left, when it is said, and how a learner gets more.
//!
//! After WCAG 2.2, criterion 2.2.1: she is told in time, and one simple action gives her more, as often as she asks.

use super::{Announcement, Effect, Session};
use crate::log::Fact;
use crate::time::{Millis, Timestamp};

/// The longest before the end that it is said that the time is running out.
pub const MOST_WARNING: Millis = Millis(5 * 60_000);

/// The shortest: what the criterion asks for is 20 seconds.
const LEAST_WARNING: Millis = Millis(60_000);

impl Session {
    /// How much time was left when the clock was last seen; none where there is no limit.
    pub fn time_left(&self) -> Option<Millis> {
        self.time_left_at(self.latest)
    }

    /// How much time is left at a moment; none where there is no limit.
    pub fn time_left_at(&self, now: Timestamp) -> Option<Millis> {
        let limit = self.conditions.time?.plus(self.extended);
        let passed = self.latest.max(now).since(self.begun);
        Some(Millis(limit.0.saturating_sub(passed.0)))
    }

    /// How much more time an extension gives: half of the limit, at least a minute.
    pub fn extension(&self) -> Millis {
        let limit = self.conditions.time.unwrap_or_default();
        Millis((limit.0 / 2).max(LEAST_WARNING.0))
    }

    /// Whether this much time left is to be said: the last fifth of the limit, between one minute and five before the end.
    pub fn is_short(&self, left: Millis) -> bool {
        let whole = self.conditions.time.unwrap_or_default();
        left.0 <= (whole.0 / 5).clamp(LEAST_WARNING.0, MOST_WARNING.0)
    }

    /// Takes note of the time, and gives the latest that was seen.
    pub(super) fn see(&mut self, now: Timestamp) -> Timestamp {
        self.latest = self.latest.max(now);
        self.latest
    }

    pub(super) fn warn(&mut self, effects: &mut Vec<Effect>) {
        if let Some(left) = self.time_left()
            && self.is_short(left)
            && !self.warned
        {
            self.warned = true;
            effects.push(Effect::Announce(Announcement::TimeLeft(left)));
        }
    }

    pub(super) fn extend(&mut self, effects: &mut Vec<Effect>) {
        if self.conditions.time.is_none() {
            return;
        }
        let by = self.extension();
        self.extended = self.extended.plus(by);
        self.warned = false;
        effects.push(Effect::Record(Fact::TimeExtended { attempt: self.attempt, by }));
        effects.extend(self.time_left().map(|left| Effect::Announce(Announcement::TimeExtended(left))));
    }
}
