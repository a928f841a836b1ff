//! Spanish.

use super::Notebook;

/// The texts in Spanish.
pub(super) const TEXTS: Notebook = Notebook {
    nothing_stored: "Todavía no hay nada guardado.",
};
