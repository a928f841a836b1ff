//! French.

use super::Notebook;

/// The texts in French.
pub(super) const TEXTS: Notebook = Notebook {
    nothing_stored: "Rien n’est encore enregistré.",
};
