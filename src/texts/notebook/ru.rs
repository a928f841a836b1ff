//! Russian.

use super::Notebook;

/// The texts in Russian.
pub(super) const TEXTS: Notebook = Notebook { loading: "Один момент." };
