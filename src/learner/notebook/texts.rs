//! What the notebook itself says, in the language of the page; see `part/texts.rs`.

use std::sync::OnceLock;

use texts::notebook::Notebook;

use crate::part;

static NOTEBOOK: OnceLock<Notebook> = OnceLock::new();

/// The texts of the notebook.
pub(crate) fn texts() -> &'static Notebook {
    NOTEBOOK.get_or_init(unfetched)
}

/// Without a browser, for tests of views: the texts in English.
#[cfg(not(target_arch = "wasm32"))]
fn unfetched() -> Notebook {
    *Notebook::ENGLISH
}

/// Nothing is said before the texts are there; see [`arrive`].
#[cfg(target_arch = "wasm32")]
fn unfetched() -> Notebook {
    Notebook::SILENT
}

/// Fetches the texts of the reader, which the notebook says as well, and those of the notebook. Where they do not arrive the page
/// says so, and nothing else is to be started.
pub(crate) async fn arrive() -> Option<()> {
    part::texts::arrive().await?;
    let notebook = match part::texts::list(1).await {
        Some(list) => Notebook::from_json(list),
        None => None,
    };
    if notebook.is_none() {
        part::texts::missing();
    }
    NOTEBOOK.set(notebook?).ok()
}
