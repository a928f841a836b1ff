//! The answer is a number.

use domain::id::MisconceptionId;
use domain::question::Body;
use domain::question::numeric::{self, Asks};
use domain::score::Partial;

use super::{Asked, choice, partial};
use crate::desk::Read;
use crate::diagnostic::Code;
use crate::markdown;
use crate::rules;
use crate::shape::{Of, Shape, may, needed};
use crate::value::{Fields, Value};

/// A wrong number that was foreseen.
pub(super) static EXPECTED: Shape = Shape::new(
    "expected-number",
    "an expected number",
    &[&[
        needed("value", Of::Number(-MOST, MOST), "The number."),
        needed("feedback", Of::Text, "What is said of it."),
        may("misconception", Of::Id, "The confusion that it shows."),
    ]],
);

pub(super) const ASKS: &[(&str, Asks)] = &[("amount", Asks::Amount), ("year", Asks::Year)];

/// The greatest number that can be asked for.
pub(super) const MOST: f64 = 1e14;

/// Reads the number, its unit and how near an answer must be.
pub(super) fn read(fields: &Fields<'_>) -> Read<Asked> {
    let asks = fields.optional("asks", |value| value.one_of(ASKS));
    let value = fields.required("value", |value| value.number(-MOST..=MOST));
    let tolerance = fields.optional("tolerance", |value| value.number(0.0..=MOST));
    let unit = fields.optional("unit", Value::plain);
    let units = fields.optional("units", |value| {
        let units = choice::options(value)?;
        let correct = rules::one_correct::check(value, &units)?;
        Ok((units, correct))
    });
    let partial = match &units {
        Ok(None) => rules::partial::check(fields).map(|()| Partial::Off),
        Ok(Some(_)) | Err(_) => partial(fields),
    };
    let expected = fields.optional("expected", |value| value.list(expected));
    let feedback = fields.optional("feedback", |value| markdown::line(value.desk, &value.text()?));
    if fields.lacks("feedback") {
        rules::feedback::missing(fields.of.desk, fields.place(), "A wrong number that was not foreseen");
    }
    let (asks, value, tolerance) = (asks?.unwrap_or_default(), value?, tolerance?.unwrap_or(0.0));
    let (unit, units) = (unit?, units?);
    if let (Some(_), Some(_), Some(at)) = (&unit, &units, fields.value("unit")) {
        let help = "Keep `units` where the unit is to be chosen, `unit` where it stands behind the number.";
        return Err(at.error(Code::Units, "The question has both `unit` and `units`.", help));
    }
    let is_year = (1000.0..=9999.0).contains(&value) && value.fract() == 0.0;
    if let (Asks::Year, false, Some(at)) = (asks, is_year, fields.value("value")) {
        return Err(at.error(
            Code::OutOfRange,
            "This is not a year of four digits.",
            "Write a year as 2000.",
        ));
    }
    let expected = expected?.unwrap_or_default();
    rules::foreseen::numbers(fields, value, tolerance, &expected)?;
    let (units, right_unit) = units.map_or((Vec::new(), None), |(units, correct)| (units, Some(correct)));
    let print = [
        format!("value {value}"),
        format!("tolerance {tolerance}"),
        format!("unit {}", unit.as_deref().unwrap_or_default()),
    ]
    .into_iter()
    .chain(choice::print(&units));
    let print = print.collect();
    let prompt = numeric::Prompt { asks, unit, units: choice::shown(&units) };
    let key = numeric::Key {
        value,
        tolerance,
        unit: right_unit,
        partial: partial?,
        expected,
        feedback: feedback?,
        unit_feedback: choice::feedback(&units),
    };
    Ok(Asked { body: Body::Numeric { prompt, key }, print })
}

fn expected(value: Value<'_>) -> Read<numeric::Expected> {
    let fields = value.table(&EXPECTED)?;
    let number = fields.required("value", |value| value.number(-MOST..=MOST));
    let feedback = fields.required("feedback", |value| markdown::line(value.desk, &value.text()?));
    let misconception = fields.optional("misconception", Value::id::<MisconceptionId>);
    Ok(numeric::Expected {
        value: number?,
        feedback: feedback?,
        misconception: misconception?.map(|id| id.value),
    })
}
