//! Chinese.

use super::Notebook;

/// The texts in Chinese.
pub(super) const TEXTS: Notebook = Notebook {
    nothing_stored: "尚未保存任何内容。",
};
