//! What goes into a step, and what comes out of it: what a learner does, and what is asked of the shell.

use super::Place;
use crate::log::Fact;
use crate::question::Response;
use crate::score::{Certainty, Verdict};
use crate::time::Millis;

/// What a learner does in a session.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// She changes her response to the question that is shown.
    Respond(Response),
    /// She says how sure she is.
    Certain(Certainty),
    /// She asks for the next hint.
    Hint,
    /// She gives her answer.
    Answer,
    /// She wants to try the question again.
    TryAgain,
    /// She gives up further tries and wants to see the right answer.
    ShowKey,
    /// She sets a flag on the question that is shown, or takes it away.
    Flag(bool),
    /// She goes to the next question.
    Next,
    /// She goes back to the previous question.
    Back,
    /// She goes to the question at this place, or to the last where there are not so many.
    GoTo(usize),
    /// She asks for more time.
    Extend,
    /// Time has passed.
    Tick,
    /// She looks away: the page is hidden.
    Away,
    /// She looks at the page again.
    Returned,
    /// She hands her paper in. Each response that is complete by then counts as given.
    HandIn,
}

/// What a step asks of the shell.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write this into the log, now.
    Record(Fact),
    /// Remember this place, so that a reload comes back to it.
    Keep(Place),
    /// Move the keyboard's focus, and with it the screen reader, there.
    Focus(Focus),
    /// Say this to a screen reader.
    Announce(Announcement),
}

/// Where the focus goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// To the question that is now shown.
    Question,
    /// To the hint that was just given.
    Hint,
    /// To the feedback on the answer.
    Feedback,
    /// To the result.
    Result,
}

/// What is said to a screen reader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Announcement {
    /// The verdict on the answer.
    Marked(Verdict),
    /// The answer to a question that is not marked was kept.
    Noted,
    /// The answer is not complete and was not marked.
    NotReady,
    /// The answer was saved; feedback follows at the end.
    Saved,
    /// So much time is left.
    TimeLeft(Millis),
    /// There is so much time again.
    TimeExtended(Millis),
    /// The time is over: the paper was handed in.
    TimeOver,
    /// The paper was handed in, with this share of the points.
    Finished(f64),
}
