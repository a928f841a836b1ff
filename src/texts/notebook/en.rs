//! English.

use super::Notebook;

/// The texts in English.
pub(super) const TEXTS: Notebook = Notebook {
    nothing_stored: "Nothing is stored yet.",
};
