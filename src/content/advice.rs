//! What to do about a fault: a sentence for the author, and where there is no doubt the edit that does it.

use crate::place::Place;

/// An edit of one stretch of one file that mends a fault: before its place is turned into lines and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mend {
    /// The stretch that goes.
    pub(crate) place: Place,
    /// What comes in its place.
    pub(crate) replacement: String,
    /// What the edit does, as the words on a button.
    pub(crate) title: String,
}

/// What to do about a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Advice {
    /// In words.
    pub(crate) help: String,
    /// As an edit; none where only the author knows what is meant.
    pub(crate) mend: Option<Mend>,
}

impl Advice {
    /// The same advice, with the edit that follows it.
    pub(crate) fn with(self, mend: Option<Mend>) -> Self {
        Self { mend, ..self }
    }
}

impl From<String> for Advice {
    fn from(help: String) -> Self {
        Self { help, mend: None }
    }
}

impl From<&str> for Advice {
    fn from(help: &str) -> Self {
        help.to_owned().into()
    }
}

impl From<&String> for Advice {
    fn from(help: &String) -> Self {
        help.clone().into()
    }
}
