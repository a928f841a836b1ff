//! Points in time, spans and calendar dates. Nothing here reads a clock: the shells pass the time in.

use std::fmt;
use std::str::FromStr;

use crate::json::{spelled, transparent};

/// A moment: milliseconds since 1970-01-01T00:00:00Z, as the clock of the learner's device told it.
///
/// A clock can be set back, so the order of events is never taken from here; see [`crate::log::Seq`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(pub u64);

transparent! { Timestamp }

/// A span of time in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Millis(pub u64);

transparent! { Millis }

impl Timestamp {
    /// The time from `earlier` to this moment; zero where the clock was set back in between.
    pub fn since(self, earlier: Self) -> Millis {
        Millis(self.0.saturating_sub(earlier.0))
    }
}

impl Millis {
    /// Both spans together.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// A day of the Gregorian calendar, written `2000-11-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

spelled! { Date }

/// Days from 1 March of the year 0 to 1 January 1970.
const EPOCH: i64 = 719_468;

/// 1 January of the year 0, as a day since 1 March of that year; and 31 December 9999.
const LEAST: i64 = -60;
const MOST: i64 = 3_652_364;

/// A text or a triple of numbers that is no day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is not a day of the calendar, written as 2000-11-15")
    }
}

impl std::error::Error for NotADate {}

impl Date {
    /// The day, where there is such a day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, NotADate> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return Err(NotADate),
        };
        if (1..=days).contains(&day) && year <= 9999 { Ok(Self { year, month, day }) } else { Err(NotADate) }
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day as a count of days since 1 January 1970.
    pub fn days(self) -> i64 {
        // A year that begins in March has its odd day at its end.
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month < 3);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - EPOCH
    }

    /// The day so many days after 1 January 1970; the nearest one that is written with four digits of the year.
    pub fn from_days(days: i64) -> Self {
        // 400 years have 146,097 days.
        let days = days.saturating_add(EPOCH).clamp(LEAST, MOST);
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let (month, day) = ((shifted + 2) % 12 + 1, day_of_year - (153 * shifted + 2) / 5 + 1);
        let year = era * 400 + year_of_era + i64::from(month < 3);
        let small = |number: i64| u8::try_from(number).unwrap_or(1);
        Self { year: u16::try_from(year).unwrap_or_default(), month: small(month), day: small(day) }
    }

    /// The day as it is written in running English text: `15 November 2000`.
    pub fn in_words(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = MONTHS.get(usize::from(self.month) - 1).copied().unwrap_or_default();
        format!("{} {month} {}", self.day, self.year)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.splitn(3, '-');
        let mut next = || parts.next().ok_or(NotADate);
        let (year, month, day) = (next()?, next()?, next()?);
        let date = Self::new(
            year.parse().map_err(|_| NotADate)?,
            month.parse().map_err(|_| NotADate)?,
            day.parse().map_err(|_| NotADate)?,
        )?;
        // `parse` also takes `+2000` and a month without its zero.
        if date.to_string() == text { Ok(date) } else { Err(NotADate) }
    }
}

/// A date that is known to the day, or to the year only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// Known to the day.
    Day(Date),
    /// Known to the year.
    Year(u16),
}

impl When {
    /// As it is written in running English text: `15 November 2000` or `2000`.
    pub fn in_words(self) -> String {
        match self {
            Self::Day(date) => date.in_words(),
            Self::Year(year) => year.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!(Date::new(2000, 2, 29).unwrap().in_words(), "29 February 2000");
        assert_eq!(Date::new(1900, 2, 29), Err(NotADate));
        assert_eq!(Date::new(2001, 13, 1), Err(NotADate));
        assert_eq!(Date::new(2001, 4, 31), Err(NotADate));
        assert_eq!(Date::new(2001, 4, 0), Err(NotADate));
    }

    #[test]
    fn a_day_is_counted_from_1970_and_back() {
        let days = |text: &str| text.parse::<Date>().unwrap().days();
        assert_eq!((days("1970-01-01"), days("1969-12-31"), days("2000-03-01")), (0, -1, 11_017));
        assert_eq!(
            (days("2026-01-01"), days("0000-01-01"), days("9999-12-31")),
            (20_454, -719_528, 2_932_896)
        );
        for day in (-719_528..=2_932_896).step_by(97) {
            assert_eq!(Date::from_days(day).days(), day);
        }
        for day in days("1999-12-01")..days("2001-03-05") {
            let date = Date::from_days(day);
            assert_eq!(Date::new(date.year(), date.month(), date.day()), Ok(date));
            assert_eq!(date.days(), day);
        }
        assert_eq!(Date::from_days(i64::MAX).to_string(), "9999-12-31");
        assert_eq!(Date::from_days(i64::MIN).to_string(), "0000-01-01");
    }

    #[test]
    fn a_date_reads_back_what_it_wrote() {
        let date = Date::new(2003, 12, 25).unwrap();
        assert_eq!(date.to_string().parse(), Ok(date));
        for text in ["25 December", "2003-12", "2003-1-05", "+003-12-25", "2003-12-25T10:00", "02003-12-25"] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn a_clock_that_was_set_back_gives_no_time_rather_than_an_overflow() {
        assert_eq!(Timestamp(5).since(Timestamp(9)), Millis(0));
        assert_eq!(Millis(u64::MAX).plus(Millis(1)), Millis(u64::MAX));
    }
}
