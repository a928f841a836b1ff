//! Chinese.

use super::Notebook;

/// The texts in Chinese.
pub(super) const TEXTS: Notebook = Notebook { loading: "正在加载。" };
