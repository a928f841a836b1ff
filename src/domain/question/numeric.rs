//! The answer is a number: an amount, a share, a year.

use super::{Choice, Feedback};
use crate::html::Html;
use crate::id::{MisconceptionId, OptionKey, Slug};
use crate::json::{record, to_text, words};
use crate::score::{Decision, Marks, Partial};
use crate::typed::digit;

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What sort of number is asked for.
    pub asks: Asks,
    /// The unit that stands behind the field: `million migrants`.
    pub unit: Option<String>,
    /// The units to choose from; none where there is nothing to choose.
    pub units: Vec<Choice>,
}

record! { Prompt { asks, unit: optional, units: optional } }

/// What sort of number is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Asks {
    /// Any number.
    #[default]
    Amount,
    /// A year: four digits, and none of them a separator.
    Year,
}

words! { Asks { "amount" => Amount, "year" => Year } }

/// What is right.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// The right number.
    pub value: f64,
    /// How far from it an answer may be, 0 or more.
    pub tolerance: f64,
    /// The right unit, where there is one to choose.
    pub unit: Option<OptionKey>,
    /// How an answer that is partly right is credited.
    pub partial: Partial,
    /// Wrong numbers that the author has foreseen.
    pub expected: Vec<Expected>,
    /// What is said of every other wrong number.
    pub feedback: Option<Html>,
    /// What is said of each unit.
    pub unit_feedback: Vec<Feedback<OptionKey>>,
}

record! {
    Key {
        value, tolerance, unit: optional, partial, expected: optional, feedback: optional, unit_feedback: optional,
    }
}

/// A wrong number that the author has foreseen.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// The number.
    pub value: f64,
    /// What is said of it.
    pub feedback: Html,
    /// The confusion that it shows.
    pub misconception: Option<MisconceptionId>,
}

record! { Expected { value, feedback, misconception: optional } }

/// What was typed and chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The number, as it was typed.
    pub text: String,
    /// The unit, once one was chosen.
    pub unit: Option<OptionKey>,
}

record! { Response { text, unit: optional } }

impl Prompt {
    /// The numbers that the text can be read as; none where it is no number of the sort that is asked for.
    pub fn readings(&self, text: &str) -> Vec<f64> {
        let text = text.trim();
        match self.asks {
            Asks::Amount => {
                let unit = self.unit.as_deref().unwrap_or_default();
                amounts(text.strip_suffix(unit).unwrap_or(text))
            }
            Asks::Year => {
                let digits: String = text.chars().map(western).collect();
                let is_year = digits.len() == 4 && digits.chars().all(|c| c.is_ascii_digit());
                if is_year { value_of(&digits, "").into_iter().collect() } else { Vec::new() }
            }
        }
    }
}

impl Key {
    /// Whether one of the readings is near enough.
    fn is_near(&self, value: f64, readings: &[f64]) -> bool {
        // 0.1 + 0.2 is not 0.3 to a computer; what rounding took fails nobody.
        let slack = self.tolerance + 1e-9 * value.abs().max(1.0);
        readings.iter().any(|reading| (reading - value).abs() <= slack)
    }

    /// The foreseen wrong number that was given, if it was one.
    pub fn foreseen(&self, prompt: &Prompt, response: &Response) -> Option<&Expected> {
        let readings = prompt.readings(&response.text);
        let is_it = |expected: &&Expected| {
            let slack = 1e-9 * expected.value.abs().max(1.0);
            readings.iter().any(|reading| (reading - expected.value).abs() <= slack)
        };
        if self.is_near(self.value, &readings) { None } else { self.expected.iter().find(is_it) }
    }
}

/// Whether a number was typed, and a unit chosen where there is one to choose.
pub fn ready(prompt: &Prompt, response: &Response) -> bool {
    let has_unit =
        prompt.units.is_empty() || prompt.units.iter().any(|unit| Some(&unit.key) == response.unit.as_ref());
    has_unit && !prompt.readings(&response.text).is_empty()
}

/// The number is a decision, and so is the unit where there is one to choose.
pub fn score(prompt: &Prompt, key: &Key, response: &Response) -> Marks {
    let right = key.is_near(key.value, &prompt.readings(&response.text));
    let mut decisions = vec![Decision { on: Slug::own("number"), right }];
    if !prompt.units.is_empty() {
        decisions.push(Decision { on: Slug::own("unit"), right: response.unit == key.unit });
    }
    Marks::of_choices(key.partial, decisions)
}

/// The right number, with its unit.
pub fn model_response(_: &Prompt, key: &Key) -> Response {
    Response { text: written(key.value), unit: key.unit.clone() }
}

/// Nothing: units keep the author's order.
pub fn movable(_: &Prompt) -> Vec<Slug> {
    Vec::new()
}

/// A number as it is written with a point: `2000`, `0.5`, `0.000005`.
pub fn written(number: f64) -> String {
    let text = to_text(&number);
    let Some((figures, places)) = text.split_once("e-") else {
        return text.strip_suffix(".0").unwrap_or(&text).to_owned();
    };
    // JSON writes what is very small as `5e-6`, which nobody types.
    let (sign, figures) = figures.strip_prefix('-').map_or(("", figures), |figures| ("-", figures));
    let zeros = places.parse::<usize>().unwrap_or(1).saturating_sub(1);
    format!("{sign}0.{}{}", "0".repeat(zeros), figures.replace('.', ""))
}

/// The number with these digits before and behind the decimal sign; none where it has more whole digits than a computer tells apart.
/// What is behind the fifteenth digit changes nothing, and is left out.
///
/// The standard library reads any number to the last bit, with a table of ten kilobytes. Fifteen digits need none: whole numbers of that
/// size and powers of ten are exact, and so is one division.
fn value_of(whole: &str, fraction: &str) -> Option<f64> {
    const MOST_DIGITS: usize = 15;
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.get(..MOST_DIGITS.checked_sub(whole.len())?).unwrap_or(fraction);
    let mut value: u64 = 0;
    for digit in whole.bytes().chain(fraction.bytes()) {
        value = value * 10 + u64::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    let scale = fraction.bytes().fold(1.0, |scale, _| scale * 10.0);
    Some(value as f64 / scale)
}

/// The digit of another script as the ASCII digit, every other character as it is.
fn western(character: char) -> char {
    match character {
        '٠'..='٩' => digit(character, '٠'),
        '۰'..='۹' => digit(character, '۰'),
        '０'..='９' => digit(character, '０'),
        '٫' => ',',
        '٬' | '’' | '\'' => ' ',
        '−' | '–' => '-',
        other => other,
    }
}

/// The numbers that a text can be read as.
///
/// Half of the world writes 1,234.5 and the other half 1.234,5. Where both signs stand in a number the later one is the decimal
/// sign. `1,234` alone can be either, and is read as both: who knows the number is not wrong for where she comes from.
fn amounts(text: &str) -> Vec<f64> {
    let plain: String =
        text.trim().trim_end_matches('%').chars().map(western).filter(|c| !c.is_whitespace()).collect();
    let digits = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let sign = if plain.starts_with('-') { -1.0 } else { 1.0 };
    let known = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    if !digits.starts_with(|c: char| c.is_ascii_digit())
        || !digits.ends_with(|c: char| c.is_ascii_digit())
        || !digits.chars().all(known)
    {
        return Vec::new();
    }
    let mut readings = Vec::new();
    for (decimal, group) in [('.', ','), (',', '.')] {
        if let Some(number) = read_as(digits, decimal, group)
            && !readings.contains(&(sign * number))
        {
            readings.push(sign * number);
        }
    }
    readings
}

/// The number, where `decimal` stands before its fraction and `group` between its thousands.
fn read_as(digits: &str, decimal: char, group: char) -> Option<f64> {
    let (whole, fraction) = digits.split_once(decimal).unwrap_or((digits, ""));
    if fraction.contains([decimal, group]) {
        return None;
    }
    let groups: Vec<&str> = whole.split(group).collect();
    let in_thousands = match groups.as_slice() {
        [] | [_] => true,
        // Nobody groups a number below one thousand: `0,125` is an eighth.
        [first, rest @ ..] => {
            let is_begun = (1..=3).contains(&first.len()) && !first.starts_with('0');
            is_begun && rest.iter().all(|group| group.len() == 3)
        }
    };
    if !in_thousands {
        return None;
    }
    value_of(&groups.concat(), fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[f64]) {
        let prompt = Prompt { asks: Asks::Amount, unit: Some("million".to_owned()), units: Vec::new() };
        assert_eq!(prompt.readings(text), expect, "{text:?}");
    }

    #[test]
    fn a_number_is_read_however_the_world_writes_it() {
        check("191", &[191.0]);
        check(" 191 million", &[191.0]);
        check("1 234,5", &[1234.5]);
        check("1,234.5", &[1234.5]);
        check("1.234,5", &[1234.5]);
        check("1\u{202f}234\u{a0}567", &[1_234_567.0]);
        check("1,234,567", &[1_234_567.0]);
        check("1,234", &[1234.0, 1.234]);
        check("2.5", &[2.5]);
        check("0,125", &[0.125]);
        check("0.125", &[0.125]);
        check("٢٫٥", &[2.5]);
        check("-7", &[-7.0]);
        check("−7", &[-7.0]);
        check("70 %", &[70.0]);
    }

    #[test]
    fn what_is_no_number_has_no_reading() {
        for text in ["", "many", "1..2", "1,23,4", "1.2.3.", ".5.", "12a", "--1", "1e9", "NaN", "inf", "%"] {
            check(text, &[]);
        }
    }

    #[test]
    fn numbers_are_read_as_the_standard_library_reads_them() {
        for text in ["0.1", "0.7", "1234567.891", "0.000001", "999999999999999", "12.345678901234", "70"] {
            let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
            assert_eq!(value_of(whole, fraction), text.parse().ok(), "{text}");
        }
        assert_eq!(value_of("1234567890123456", ""), None);
        assert_eq!(value_of("0", "30000000000000004"), Some(0.3));
    }

    #[test]
    fn a_number_is_written_as_it_is_typed() {
        let prompt = Prompt { asks: Asks::Amount, unit: None, units: Vec::new() };
        for (number, text) in [
            (2000.0, "2000"),
            (-0.5, "-0.5"),
            (0.000_005, "0.000005"),
            (-0.000_001_25, "-0.00000125"),
            (1e14, "100000000000000"),
            (99_999_999_999_999.98, "99999999999999.98"),
        ] {
            assert_eq!(written(number), text);
            let near = |reading: &f64| (reading - number).abs() <= 1e-9 * number.abs().max(1.0);
            assert!(prompt.readings(text).iter().any(near), "{text}");
        }
    }

    #[test]
    fn a_year_has_four_digits() {
        let prompt = Prompt { asks: Asks::Year, unit: None, units: Vec::new() };
        assert_eq!(prompt.readings("2000"), [2000.0]);
        assert_eq!(prompt.readings("٢٠٠٠"), [2000.0]);
        for text in ["2,000", "00", "20000", "two thousand", "-200"] {
            assert!(prompt.readings(text).is_empty(), "{text}");
        }
    }
}
