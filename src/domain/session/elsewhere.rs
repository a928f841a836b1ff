//! The same attempt, open in two tabs at once: what was done in the other one is taken up in this one.

use super::{Session, resume};
use crate::progress::Attempt;
use crate::time::Timestamp;

/// Takes up what the log now tells of the attempt, which another tab has written.
///
/// Answers, hints and keys of the other tab are shown here; a paper that was handed in there is handed in. What was chosen here and not
/// given stays, as does the question that is shown, and since when.
pub fn catch_up(session: &Session, attempt: &Attempt, now: Timestamp) -> Session {
    let questions = session.posed.iter().map(|posed| posed.question.clone()).collect();
    let place = session.place();
    let mut fresh = resume(
        session.attempt,
        attempt,
        questions,
        place.as_ref(),
        session.language,
        session.latest.max(now),
    );
    for posed in &mut fresh.posed {
        if let Some(own) = session.posed.iter().find(|own| own.question.id == posed.question.id) {
            // How long the question was shown in the other tab is told by the entries of that tab.
            posed.spent = own.spent;
        }
    }
    fresh.shown = session.shown;
    fresh.warned = session.warned;
    fresh
}
