//! An objective is kept in both directions: some lesson of its module serves it (names it in `objectives`), and a quiz of the
//! module can draw a question that tests it. An objective that is only taught is never shown to be reached; one that
//! is only tested comes as a surprise.

use std::collections::BTreeSet;

use domain::course::{DrawRule, Lesson, Objective, Quiz};

use crate::allow::{self, On};
use crate::desk::{Desk, Read};
use crate::diagnostic::Code;
use crate::rules::few_questions;
use crate::value::{Fields, Value};

/// The objectives of one module.
pub(crate) fn check(
    desk: &Desk<'_>,
    module: &Fields<'_>,
    objectives: &[Objective],
    lessons: &[Lesson],
    quizzes: &[Quiz],
) -> Read<()> {
    let mut result = Ok(());
    let taught: BTreeSet<&str> =
        lessons.iter().flat_map(|lesson| &lesson.objectives).map(|objective| objective.as_str()).collect();
    let tested = tested(desk, quizzes);
    for objective in objectives {
        let id = objective.id.as_str();
        let written = written(module, id);
        let place = written.and_then(|written| written.at("id")).map_or(module.place(), Value::place);
        let checked = allow::over(written.unwrap_or(module.of), On::Objective, || {
            if !tested.contains(id) {
                let message = format!("No question that a quiz of the module can draw tests `{id}`.");
                let help = "Write a question with this objective in a bank of the module.";
                desk.faults.warning(Code::UntestedObjective, place, message, help);
            }
            if !taught.contains(id) {
                let message = format!("No lesson of the module serves `{id}`.");
                let help = "Add it to `objectives` in the lesson where it is taught.";
                desk.faults.warning(Code::UntaughtObjective, place, message, help);
            }
            few_questions::check(desk, id, marked(desk, quizzes, id), place);
            Ok(())
        });
        result = checked.and(result);
    }
    result
}

/// How many questions on an objective that can be right or wrong the quizzes of the module can draw.
fn marked(desk: &Desk<'_>, quizzes: &[Quiz], objective: &str) -> usize {
    let draws = quizzes.iter().flat_map(|quiz| &quiz.draws);
    let draws = draws.filter(|draw| match &draw.rule {
        DrawRule::Any(_) | DrawRule::EachObjective(_) => true,
        DrawRule::Objective(only, _) => only.as_str() == objective,
    });
    let banks: BTreeSet<&str> = draws.map(|draw| draw.bank.as_str()).collect();
    let stocks = banks.into_iter().filter_map(|bank| desk.stock(bank));
    stocks.filter_map(|stock| stock.marked.get(objective)).sum()
}

fn tested<'d>(desk: &'d Desk<'_>, quizzes: &'d [Quiz]) -> BTreeSet<&'d str> {
    let draws = quizzes.iter().flat_map(|quiz| &quiz.draws);
    let objectives = draws.flat_map(|draw| {
        let stock = desk.stock(draw.bank.as_str());
        let of_bank = stock.into_iter().flat_map(|stock| stock.of_objective.keys());
        of_bank.map(String::as_str).filter(move |objective| match &draw.rule {
            DrawRule::Any(_) | DrawRule::EachObjective(_) => true,
            DrawRule::Objective(only, _) => only.as_str() == *objective,
        })
    });
    objectives.collect()
}

/// An objective as it is written.
fn written<'a>(module: &Fields<'a>, id: &str) -> Option<Value<'a>> {
    let list = module.value("objectives")?.items().ok()?;
    list.into_iter().find(|item| item.node.text("id") == Some(id))
}
