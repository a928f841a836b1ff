//! Arabic.

use super::Notebook;

/// The texts in Arabic.
pub(super) const TEXTS: Notebook = Notebook { loading: "يجري التحميل." };
