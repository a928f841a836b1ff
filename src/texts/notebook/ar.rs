//! Arabic.

use super::Notebook;

/// The texts in Arabic.
pub(super) const TEXTS: Notebook = Notebook {
    nothing_stored: "لم يُحفظ شيء بعد.",
};
