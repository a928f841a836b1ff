//! Times that cannot be. Clocks are set, so small differences are let pass.

use domain::progress::Attempt;
use domain::time::Timestamp;

use super::TimeFault;

/// What is let pass between two moments of one device, in milliseconds.
const SLACK: u64 = 2_000;

/// What is let pass between two devices, in milliseconds: a day, because clocks are set to another zone.
const DAY: u64 = 86_400_000;

/// What cannot be as the log has it. `made` is when the last of its files was made.
pub(super) fn faults(attempt: &Attempt, made: Option<Timestamp>, now: Timestamp) -> Vec<TimeFault> {
    let Some(finished) = attempt.finished else { return Vec::new() };
    let after = |one: Timestamp, other: Timestamp, slack: u64| one.since(other).0 > slack;
    let count = |is: &dyn Fn(&domain::progress::Answer) -> bool| {
        attempt.answers.values().filter(|answer| is(answer)).count()
    };
    let outside =
        count(&|answer| after(attempt.begun, answer.at, SLACK) || after(answer.at, finished, SLACK));
    let too_long = count(&|answer| answer.took.0 > answer.at.since(attempt.begun).0.saturating_add(SLACK));
    let is_backwards = after(attempt.begun, finished, SLACK);
    let mut faults = Vec::new();
    if is_backwards {
        faults.push(TimeFault::Backwards);
    } else if outside > 0 {
        faults.push(TimeFault::Outside(outside));
    } else if too_long > 0 {
        faults.push(TimeFault::TooLong(too_long));
    }
    if made.is_some_and(|made| after(finished, made, SLACK)) {
        faults.push(TimeFault::AfterFile);
    }
    if after(finished, now, DAY) {
        faults.push(TimeFault::Ahead);
    }
    faults
}
