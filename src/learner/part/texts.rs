//! What the application itself says, in the language of the page.
//!
//! No text is in the application. The page names the list of texts in its language, and the browser fetches it beside the
//! application; where it does not arrive the page stays as it was served, plain and usable.

use std::sync::OnceLock;

use texts::reader::Reader;

use crate::{browser, fetch, page};

static READER: OnceLock<Reader> = OnceLock::new();

/// The texts of the reader.
pub(crate) fn texts() -> &'static Reader {
    READER.get_or_init(unfetched)
}

/// Without a browser, for tests of views: the texts in English.
#[cfg(not(target_arch = "wasm32"))]
fn unfetched() -> Reader {
    *Reader::ENGLISH
}

/// Nothing is said before the texts are there; see [`arrive`].
#[cfg(target_arch = "wasm32")]
fn unfetched() -> Reader {
    Reader::SILENT
}

/// Fetches the texts of the reader. Where they do not arrive the page says so, if it has a place that needs them, and nothing
/// else is to be started.
pub(crate) async fn arrive() -> Option<()> {
    let reader = match list(0).await {
        Some(list) => Reader::from_json(list),
        None => None,
    };
    if reader.is_none() {
        missing();
    }
    READER.set(reader?).ok()
}

/// Shows what a page says where the application cannot start.
pub(crate) fn missing() {
    if let Some(said) = browser::first("[data-without-texts]") {
        let _ = said.remove_attribute("hidden");
    }
}

/// The list of texts that the page names at this place: the reader's, then the notebook's where the notebook runs.
pub(crate) async fn list(place: usize) -> Option<String> {
    let names = browser::first("[data-texts]")?.get_attribute("data-texts")?;
    let name = names.split(' ').nth(place)?;
    fetch::text(&format!("{}{name}", page::root()?)).await.ok()
}
