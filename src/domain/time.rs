//! Points in time, spans and calendar dates. Nothing here reads a clock: the shells pass the time in.

use std::fmt;
use std::str::FromStr;

use crate::json::transparent;

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
