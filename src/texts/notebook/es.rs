//! Spanish.

use super::Notebook;

/// The texts in Spanish.
pub(super) const TEXTS: Notebook = Notebook { loading: "Un momento." };
