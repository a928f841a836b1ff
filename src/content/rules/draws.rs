//! A draw takes `count` questions from the whole of a bank or from one `objective`, or `each_objective` questions for every
//! objective of the module. It cannot take more questions than the bank has for it: an assessment would be
//! shorter than it says. Draws of one quiz from the same bank share its questions.

use std::collections::BTreeMap;

use domain::course::{Draw, DrawRule, Objective};

use crate::desk::Read;
use crate::diagnostic::Code;
use crate::value::{Fields, Value};

/// One draw by itself.
pub(crate) fn check(fields: &Fields<'_>, draw: &Draw, objectives: &[Objective]) -> Read<()> {
    let Some(stock) = fields.of.desk.stock(draw.bank.as_str()) else { return Ok(()) };
    let of = |objective: &str| stock.of_objective.get(objective).copied().unwrap_or_default();
    let bank = &draw.bank;
    let (key, message) = match &draw.rule {
        DrawRule::Any(count) if *count > stock.questions => (
            "count",
            format!("The draw takes {count} questions, but the bank `{bank}` has {}.", stock.questions),
        ),
        DrawRule::Objective(objective, count) if *count > of(objective.as_str()) => {
            let has = of(objective.as_str());
            (
                "count",
                format!(
                    "The draw takes {count} questions of `{objective}`, but the bank `{bank}` has {has}."
                ),
            )
        }
        DrawRule::EachObjective(count) => {
            let Some(short) = objectives.iter().find(|objective| of(objective.id.as_str()) < *count) else {
                return Ok(());
            };
            let (objective, has) = (&short.id, of(short.id.as_str()));
            let message = format!(
                "The draw takes {count} questions of each objective, but the bank `{bank}` has {has} of `{objective}`."
            );
            ("each_objective", message)
        }
        DrawRule::Any(_) | DrawRule::Objective(..) => return Ok(()),
    };
    let place = fields.value(key).map_or(fields.place(), Value::place);
    let faults = fields.of.desk.faults;
    Err(faults.error(Code::DrawTooMany, place, message, "Take fewer, or write more questions."))
}

/// All draws of a quiz together; each was checked by itself.
pub(crate) fn check_together(list: Value<'_>, draws: &[Draw], objectives: &[Objective]) -> Read<()> {
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    for draw in draws {
        let count = match &draw.rule {
            DrawRule::Any(count) | DrawRule::Objective(_, count) => *count,
            DrawRule::EachObjective(count) => count * objectives.len(),
        };
        *taken.entry(draw.bank.as_str()).or_default() += count;
    }
    let has = |bank: &str| list.desk.stock(bank).map_or(usize::MAX, |stock| stock.questions);
    let Some((bank, count)) = taken.into_iter().find(|(bank, count)| *count > has(bank)) else {
        return Ok(());
    };
    let message =
        format!("The draws take {count} questions together, but the bank `{bank}` has {}.", has(bank));
    let help = "Take fewer, or write more questions.";
    Err(list.desk.faults.error(Code::DrawTooMany, list.opening(), message, help))
}
