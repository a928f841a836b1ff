//! French.

use super::Notebook;

/// The texts in French.
pub(super) const TEXTS: Notebook = Notebook { loading: "Un instant." };
