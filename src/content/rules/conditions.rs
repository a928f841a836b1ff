//! A quiz can be tried again question by question only in practice, where feedback follows each answer; the number of attempts and which of
//! them counts belong to an assessment. `penalty` needs `tries`. The bands of a result begin at 0 and rise, so that every
//! result has its words.

use domain::conditions::Conditions;
use domain::course::{Band, Mode};

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::value::{Fields, Value};

/// The conditions of a quiz of this mode.
pub(crate) fn check(fields: &Fields<'_>, mode: Mode, conditions: &Conditions) -> Read<()> {
    let mut result = Ok(());
    let mut refuse = |key: &str, message: &str, help: &str| {
        if let Some(value) = fields.value(key) {
            result = Err(value.error(Code::Conditions, message, help));
        }
    };
    match mode {
        Mode::Practice => {
            for key in ["attempts", "grade"] {
                let message =
                    format!("A practice quiz can be taken as often as one likes, so that it has no `{key}`.");
                refuse(key, &message, "Take it away, or make the quiz an assessment.");
            }
            if conditions.further_tries == 0 {
                refuse(
                    "penalty",
                    "A penalty needs further tries.",
                    "Add `tries = 2` or more, or take it away.",
                );
            }
        }
        Mode::Assessment => {
            for key in ["tries", "penalty"] {
                let message =
                    format!("In an assessment feedback follows at the end, so that it has no `{key}`.");
                refuse(key, &message, "Take it away, or make the quiz a practice.");
            }
        }
    }
    result
}

/// The bands of a result; `list` is where they stand.
pub(crate) fn bands(list: Value<'_>, bands: &[Band]) -> Read<()> {
    let faults = list.desk.faults;
    if bands.first().is_none_or(|first| first.from.share() > 0.0) {
        let help = "Begin with `{ from = 0, text = \"…\" }`: what is said to those who reach no other band.";
        return Err(faults.error(
            Code::Conditions,
            list.opening(),
            "The first band does not begin at 0.",
            help,
        ));
    }
    let rises = |pair: &[Band]| matches!(pair, [one, next] if one.from < next.from);
    if bands.windows(2).all(rises) {
        return Ok(());
    }
    let message = "The bands do not rise.";
    Err(faults.error(Code::Conditions, list.opening(), message, "Write the lowest first, each once."))
}
