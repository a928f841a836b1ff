//! `/your-data/`: what is stored on the device.

use leptos::prelude::*;

use crate::app::App;
use crate::part::element::{el, nothing};

pub(super) fn view(app: App) -> AnyView {
    let lessons = app.progress(|progress| progress.is_empty());
    if lessons { el("p").child(super::texts::texts().nothing_stored).view() } else { nothing() }
}
