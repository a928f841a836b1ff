//! Days, as a learner counts them.

use domain::time::Timestamp;

/// A day on the learner's calendar, counted from 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(pub u32);

impl Day {
    /// The days from `earlier` to this one; zero where it is not earlier.
    pub fn since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day so many days later.
    pub fn plus(self, days: u32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

/// The present moment, and where days begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    /// What the clock of the device says.
    pub now: Timestamp,
    /// How far local time is ahead of UTC at present, in minutes: 330 in Delhi, −240 in Santiago.
    pub ahead: i32,
}

/// When a day ends: at four in the morning. Who is still at it after midnight has not begun the next day.
const LATE_MINUTES: i64 = 4 * 60;

impl Calendar {
    /// Today.
    pub fn today(self) -> Day {
        self.day(self.now)
    }

    /// The day of a moment.
    pub fn day(self, at: Timestamp) -> Day {
        const MINUTE: i64 = 60_000;
        const DAY: i64 = 24 * 60 * MINUTE;
        let at = i64::try_from(at.0).unwrap_or(i64::MAX);
        let shift = (i64::from(self.ahead) - LATE_MINUTES) * MINUTE;
        let day = at.saturating_add(shift).div_euclid(DAY).clamp(0, i64::from(u32::MAX));
        Day(u32::try_from(day).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u64 = 3_600_000;

    #[track_caller]
    fn check(at: u64, ahead: i32, expect: u32) {
        assert_eq!(Calendar { now: Timestamp(at), ahead }.today(), Day(expect));
    }

    #[test]
    fn a_day_begins_at_four_in_the_morning_where_the_learner_is() {
        check(24 * HOUR + 4 * HOUR, 0, 1);
        check(24 * HOUR + 4 * HOUR - 1, 0, 0);
        check(24 * HOUR, 240, 1);
        check(48 * HOUR, -240, 1);
        check(32 * HOUR, -240, 1);
        check(32 * HOUR - 1, -240, 0);
    }

    #[test]
    fn a_clock_that_is_far_off_gives_some_day_and_no_overflow() {
        check(0, -720, 0);
        check(u64::MAX, 840, u32::MAX);
        assert_eq!(Day(3).since(Day(9)), 0);
        assert_eq!(Day(u32::MAX).plus(1), Day(u32::MAX));
    }
}
