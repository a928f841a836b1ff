//! A learner who chose wrongly learns from the feedback on her own choice; one who chose rightly learns whether it was
//! for the right reason. Every option, item, finding and answer should therefore have `feedback`.

use crate::desk::Desk;
use crate::diagnostic::Code;
use crate::place::Place;

/// Tells of a choice without feedback. `what` begins the sentence.
pub(crate) fn missing(desk: &Desk<'_>, place: Place, what: &str) {
    let help = "Add `feedback = …`: what is right or wrong in it, and why.";
    desk.faults.warning(Code::NoFeedback, place, format!("{what} has no feedback."), help);
}
