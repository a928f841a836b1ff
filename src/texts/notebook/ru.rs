//! Russian.

use super::Notebook;

/// The texts in Russian.
pub(super) const TEXTS: Notebook = Notebook {
    nothing_stored: "Пока ничего не сохранено.",
};
