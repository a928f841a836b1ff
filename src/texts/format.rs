//! Numbers, dates and plurals as each language writes them, from the data of the Unicode Common Locale Data Repository.
//!
//! In the browser the same data answers through `Intl`, at no cost to the learner; this is what the static pages and the tests
//! are written with. Digits are 0 to 9 in every language, Arabic included, so that an article, a year and a score look
//! the same wherever they are cited.

use domain::language::Language;
use domain::time::{Date, When};
use fixed_decimal::{Decimal, FloatPrecision};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};

use crate::{Category, Plural, fill};

/// The locale whose customs pages in a language follow.
fn customs(language: Language) -> Locale {
    match language {
        Language::Arabic => locale!("ar-u-nu-latn"),
        Language::Chinese => locale!("zh"),
        // The day before the month, as the United Nations write dates.
        Language::English => locale!("en-GB"),
        Language::French => locale!("fr"),
        Language::Russian => locale!("ru"),
        Language::Spanish => locale!("es"),
    }
}

/// A number with at most two decimals: `6.5`, in French `6,5`.
pub fn number(language: Language, number: f64) -> String {
    let mut decimal = Decimal::try_from_f64(number, FloatPrecision::RoundTrip).unwrap_or_default();
    decimal.round(-2);
    decimal.absolute.trim_end();
    match DecimalFormatter::try_new(customs(language).into(), Default::default()) {
        Ok(formatter) => formatter.format(&decimal).to_string(),
        // The data of the six languages is compiled in, so this does not happen; the plain digits would be right as well.
        Err(_) => decimal.to_string(),
    }
}

/// A day: `15 November 2000`.
pub fn date(language: Language, date: Date) -> String {
    let day = icu_datetime::input::Date::try_new_gregorian(date.year().into(), date.month(), date.day()).ok();
    let formatter = FixedCalendarDateTimeFormatter::try_new(customs(language).into(), YMD::long()).ok();
    match (formatter, day) {
        (Some(formatter), Some(day)) => formatter.format(&day).to_string(),
        _ => date.to_string(),
    }
}

/// A date that is known to the day, or to the year only: `15 November 2000`, `2000`.
pub fn when(language: Language, when: When) -> String {
    match when {
        When::Day(day) => date(language, day),
        When::Year(year) => year.to_string(),
    }
}

/// The plural that a number takes.
pub fn category(language: Language, number: f64) -> Category {
    let decimal = Decimal::try_from_f64(number, FloatPrecision::RoundTrip).unwrap_or_default();
    let Ok(rules) = PluralRules::try_new_cardinal(customs(language).into()) else { return Category::Other };
    match rules.category_for(&decimal) {
        PluralCategory::Zero => Category::Zero,
        PluralCategory::One => Category::One,
        PluralCategory::Two => Category::Two,
        PluralCategory::Few => Category::Few,
        PluralCategory::Many => Category::Many,
        PluralCategory::Other => Category::Other,
    }
}

/// A text about so many things: `1 question`, `8 questions`.
pub fn counted(language: Language, text: &Plural, count: usize) -> String {
    let shown = number(language, count as f64);
    fill(text.of(category(language, count as f64)), &[("count", &shown)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_marks_of_their_language_and_latin_digits() {
        let shown = |number: f64| Language::ALL.map(|language| super::number(language, number));
        assert_eq!(shown(6.5), ["6.5", "6.5", "6.5", "6,5", "6,5", "6,5"]);
        assert_eq!(shown(2.0 / 3.0), ["0.67", "0.67", "0.67", "0,67", "0,67", "0,67"]);
        assert_eq!(shown(7.0), ["7"; 6]);
        assert_eq!(number(Language::French, 12_345.0), "12\u{202f}345");
        assert_eq!(number(Language::English, 12_345.0), "12,345");
    }

    #[test]
    fn a_day_is_written_as_its_language_writes_it() {
        let day = When::Day(Date::new(2000, 11, 15).unwrap());
        let shown = Language::ALL.map(|language| when(language, day));
        let expect = [
            "15 نوفمبر 2000",
            "2000年11月15日",
            "15 November 2000",
            "15 novembre 2000",
            "15 ноября 2000\u{202f}г.",
            "15 de noviembre de 2000",
        ];
        assert_eq!(shown, expect);
        assert_eq!(when(Language::Arabic, When::Year(2000)), "2000");
    }
}
