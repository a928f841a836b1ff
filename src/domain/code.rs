//! The plenary code: ten characters that give a whole room the same paper in the same order, a year later too.
//!
//! A code holds a seed and the day on which it was made. What an author has added to a bank since that day is left out of the
//! draw, and what was retired since is still in it; so the pool is the same, and the same seed draws the same paper. It is
//! written in Crockford's Base32, which has no I, L, O and U, with a last character that tells a mistyped code from another one.

use std::fmt;
use std::str::FromStr;

use crate::json::spelled;
use crate::random::Seed;
use crate::time::Date;

/// A code. 31 bits of it are chance, 14 bits are a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlenaryCode(u64);

spelled! { PlenaryCode }

/// The characters of Crockford's Base32, by value.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many characters of a code hold the number; one more holds the check.
const LONG: u32 = 9;

const DAY_BITS: u32 = 14;

/// The first day that a code can hold: 1 January 2026, as a day since 1970. The last one is 44 years later.
const FIRST_DAY: i64 = 20_454;

impl PlenaryCode {
    /// A code made on this day, from chance; of `chance` the lower 31 bits are used.
    ///
    /// A day before 2026, on a clock that was never set, counts as the first day.
    pub fn new(made: Date, chance: u64) -> Self {
        let day = (made.days() - FIRST_DAY).clamp(0, (1 << DAY_BITS) - 1).unsigned_abs();
        Self((chance & ((1 << 31) - 1)) << DAY_BITS | day)
    }

    /// The day on which it was made.
    pub fn made(self) -> Date {
        let day = self.0 & ((1 << DAY_BITS) - 1);
        Date::from_days(FIRST_DAY + i64::try_from(day).unwrap_or_default())
    }

    /// What the paper is drawn from.
    pub fn seed(self) -> Seed {
        Seed(self.0)
    }

    /// The last character: a sum over the field of 32 elements in which each place has a weight of its own, so that one wrong
    /// character shows, and two that are exchanged do.
    fn check(self) -> u64 {
        (0..LONG).rev().fold(0, |sum, place| times_generator(sum ^ (self.0 >> (5 * place) & 31)))
    }
}

/// The product with the generator of the field of 32 elements, whose polynomial is x⁵ + x² + 1.
fn times_generator(value: u64) -> u64 {
    let doubled = value << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

impl fmt::Display for PlenaryCode {
    /// Five characters, a hyphen, five characters.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.0 << 5 | self.check();
        for place in (0..=LONG).rev() {
            let character = ALPHABET.get((whole >> (5 * place) & 31) as usize).copied().unwrap_or(b'0');
            write!(f, "{}", char::from(character))?;
            if place == 5 {
                f.write_str("-")?;
            }
        }
        Ok(())
    }
}

/// Why a text is no plenary code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotACode {
    /// It has not ten characters, blanks and hyphens aside.
    Length,
    /// This character is in no code.
    Character(char),
    /// The characters do not fit together: one is mistyped, or two are exchanged.
    Mistyped,
}

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length => f.write_str("a code has ten characters"),
            Self::Character(character) => write!(f, "no code has the character `{character}`"),
            Self::Mistyped => f.write_str("a character is mistyped, or two are exchanged"),
        }
    }
}

impl std::error::Error for NotACode {}

impl FromStr for PlenaryCode {
    type Err = NotACode;

    /// Reads a code as people write it: in small letters, with blanks, with O for 0 and I or L for 1.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let mut whole: u64 = 0;
        let mut count = 0;
        for character in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '‑')) {
            let plain = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = ALPHABET.iter().position(|known| char::from(*known) == plain);
            let value = value.ok_or(NotACode::Character(character))?;
            count += 1;
            if count > LONG + 1 {
                return Err(NotACode::Length);
            }
            whole = whole << 5 | value as u64;
        }
        if count != LONG + 1 {
            return Err(NotACode::Length);
        }
        let code = Self(whole >> 5);
        if code.check() == whole & 31 { Ok(code) } else { Err(NotACode::Mistyped) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_code_holds_its_day_and_its_seed() {
        let code = PlenaryCode::new(day("2026-11-22"), 0x1234_5678);
        assert_eq!(code.made(), day("2026-11-22"));
        assert_eq!(code.to_string(), "4HMAS-W0A5H");
        assert_eq!(code.to_string().parse(), Ok(code));
        assert_eq!(PlenaryCode::new(day("1999-01-01"), 7).made(), day("2026-01-01"));
    }

    #[track_caller]
    fn check(text: &str, expect: Result<&str, NotACode>) {
        assert_eq!(text.parse::<PlenaryCode>().map(|code| code.to_string()), expect.map(str::to_owned));
    }

    #[test]
    fn a_code_is_read_as_people_write_it() {
        check(" 4hmas w0a5h ", Ok("4HMAS-W0A5H"));
        check("4HMASWOA5H", Ok("4HMAS-W0A5H"));
    }

    #[test]
    fn what_is_no_code_is_told_apart() {
        check("", Err(NotACode::Length));
        check("4HMAS-W0A5", Err(NotACode::Length));
        check("4HMAS-W0A5H4", Err(NotACode::Length));
        check("4HMAS-W0A5U", Err(NotACode::Character('U')));
        check("4HMAS-W0A5J", Err(NotACode::Mistyped));
        check("4HMSA-W0A5H", Err(NotACode::Mistyped));
    }

    proptest! {
        #[test]
        fn a_code_is_read_back_with_its_day_and_its_chance(chance: u64, days in FIRST_DAY..FIRST_DAY + (1 << DAY_BITS)) {
            let code = PlenaryCode::new(Date::from_days(days), chance);
            prop_assert_eq!(code.made().days(), days);
            prop_assert_eq!(code.seed(), PlenaryCode::new(Date::from_days(days), chance & ((1 << 31) - 1)).seed());
            let text = code.to_string();
            prop_assert_eq!(text.len(), 11);
            let spaced = text.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            for written in [text.as_str(), &spaced, &text.replace('-', ""), &format!("{code:>20}")] {
                prop_assert_eq!(written.parse(), Ok(code));
            }
        }

        #[test]
        fn days_and_chances_that_differ_give_codes_that_differ(one: (u32, u16), other: (u32, u16)) {
            let code = |(chance, day): (u32, u16)| {
                let (chance, day) = (u64::from(chance >> 1), i64::from(day >> 2));
                ((chance, day), PlenaryCode::new(Date::from_days(FIRST_DAY + day), chance))
            };
            let ((one, first), (other, second)) = (code(one), code(other));
            prop_assert_eq!(one == other, first.to_string() == second.to_string());
            prop_assert_eq!(one == other, first.seed() == second.seed());
        }

        #[test]
        fn a_mistyped_character_and_two_that_are_exchanged_show(
            chance: u64, place in 0_usize..10, with in 0_usize..10, other in 0_usize..32,
        ) {
            let code = PlenaryCode::new(day("2026-11-22"), chance);
            let plain: Vec<char> = code.to_string().chars().filter(|c| *c != '-').collect();
            let mut mistyped = plain.clone();
            mistyped[place] = char::from(ALPHABET[other]);
            let mut exchanged = plain.clone();
            exchanged.swap(place, with);
            for wrong in [mistyped, exchanged] {
                let read = String::from_iter(&wrong).parse::<PlenaryCode>();
                prop_assert!(wrong == plain || read.is_err(), "{wrong:?}");
            }
        }
    }
}
