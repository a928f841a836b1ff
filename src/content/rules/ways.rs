//! A case begins with its first step. Each way leads to another step of the case, or, without `to`, to its end; a step without ways is an
//! end as well. From the first step every step can be reached, no way leads back to where it came from, and at each step that asks for
//! a decision there are two ways or more, one of them right at least in part. Whoever takes the best way at each step earns all points.

use std::collections::BTreeSet;

use domain::question::case::{self, Key, Prompt};
use domain::score::Credit;

use crate::desk::{Desk, Read, shown};
use crate::diagnostic::Code;
use crate::place::Place;
use crate::read::question::case::WrittenStep;
use crate::value::{Value, listed};

/// The steps of a case; `list` is where they stand.
pub(crate) fn check(list: Value<'_>, steps: &[WrittenStep]) -> Read<()> {
    let faults = list.desk.faults;
    let Some(first) = steps.first() else {
        return Err(faults.error(
            Code::TooFew,
            list.opening(),
            "A case needs at least one step.",
            "Add a step.",
        ));
    };
    let mut result = Ok(());
    for step in steps {
        for way in step.ways.iter().filter_map(|way| way.to.as_ref()) {
            if !steps.iter().any(|step| step.key.value == way.value) {
                let known = || steps.iter().map(|step| step.key.value.as_str());
                let help = list.desk.meant(way.place, way.value.as_str(), known());
                let help = help.unwrap_or_else(|| format!("It has {}.", listed(known())).into());
                let message = format!("The case has no step `{}`.", shown(way.value.as_str()));
                result = Err(faults.error(Code::CaseWays, way.place, message, help));
            }
        }
        if let Some(place) = step.list {
            if step.ways.len() < 2 {
                let message = format!("At the step `{}` there is nothing to decide.", step.key.value);
                let help = "Add another way, or take `ways` away where the case ends.";
                result = Err(faults.error(Code::TooFew, place, message, help));
            } else if step.ways.iter().all(|way| way.credit == Credit::NONE) {
                let message = format!("No way at the step `{}` is right.", step.key.value);
                let help =
                    "Add `correct = true` to the best one, or `credit = …` to those that are right in part.";
                result = Err(faults.error(Code::NoneCorrect, place, message, help));
            }
        }
    }
    if first.ways.is_empty() {
        let message = "The first step has no ways.";
        let help = "Add `ways`: what can be decided there.";
        result = Err(faults.error(Code::CaseWays, first.key.place, message, help));
    }
    result?;
    let mut walk = Walk { steps, reached: BTreeSet::new(), open: Vec::new(), result: Ok(()), list };
    walk.from(0);
    for (place, step) in steps.iter().enumerate() {
        if !walk.reached.contains(&place) {
            let message = format!("No way leads to the step `{}`.", step.key.value);
            let help = "Let a way lead to it, or take it out.";
            walk.result = Err(faults.error(Code::CaseWays, step.key.place, message, help));
        }
    }
    walk.result
}

/// The best ways from the first step on; `lists` is where the ways of each step stand.
pub(crate) fn best(desk: &Desk<'_>, prompt: &Prompt, key: &Key, lists: &[Option<Place>]) -> Read<()> {
    let marks = case::score(prompt, key, &case::model_response(prompt, key));
    let Some(short) = marks.decisions.iter().find(|decision| !decision.right) else { return Ok(()) };
    let at = prompt.steps.iter().position(|step| *step.key.slug() == short.on);
    let Some(place) = at.and_then(|at| lists.get(at).copied().flatten()) else { return Ok(()) };
    let message = format!("At the step `{}` the best way is right in part only.", short.on);
    let help = "Add `correct = true` to the best one: otherwise nobody can earn all points.";
    Err(desk.faults.error(Code::NoneCorrect, place, message, help))
}

/// A walk through all ways, deepest first.
struct Walk<'w> {
    steps: &'w [WrittenStep],
    reached: BTreeSet<usize>,
    /// The steps on the way to this one.
    open: Vec<usize>,
    result: Read<()>,
    list: Value<'w>,
}

impl Walk<'_> {
    /// Walks on from a step. A case has few steps; one of hostile length is as deep as it is long, and is bounded by `DEEPEST`.
    fn from(&mut self, at: usize) {
        const DEEPEST: usize = 200;
        if !self.reached.insert(at) {
            return;
        }
        let Some(step) = self.steps.get(at) else { return };
        self.open.push(at);
        for way in step.ways.iter().filter_map(|way| way.to.as_ref()) {
            let Some(to) = self.steps.iter().position(|step| step.key.value == way.value) else { continue };
            if self.open.contains(&to) || self.open.len() > DEEPEST {
                let message = format!("The way leads back to the step `{}`.", shown(way.value.as_str()));
                let help = "Let it lead onwards: a case that goes in circles has no end.";
                self.result = Err(self.list.desk.faults.error(Code::CaseWays, way.place, message, help));
            } else {
                self.from(to);
            }
        }
        self.open.pop();
    }
}
