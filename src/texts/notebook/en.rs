//! English.

use super::Notebook;

/// The texts in English.
pub(super) const TEXTS: Notebook = Notebook { loading: "One moment." };
