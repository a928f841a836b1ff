//! Other tabs with the same site: what is done there is shown here.

use domain::session;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::App;
use crate::quiz::Stage;
use crate::{browser, later, part, storage};

/// Takes up what other tabs write, for as long as the page lives.
pub(crate) fn follow(app: App) {
    let Some(window) = browser::window() else { return };
    browser::listen(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else { return };
        let key = event.key();
        later::soon(move |later| (later.heard)(app, key));
    });
}

/// Shows what another tab has written under this key; none stands for all of them.
pub(crate) fn heard(app: App, key: Option<String>) {
    match key {
        Some(key) if storage::is_erased(&key) => begin_anew(),
        Some(key) => {
            if app.heard(&key) {
                part::state::fill(app);
                catch_up(app);
            }
            part::saved::show(app);
        }
        // The browser's own way to delete everything.
        None => begin_anew(),
    }
}

/// The same attempt is open in another tab: its answers are shown here, and what was chosen here and not given stays. An attempt
/// that was finished there shows its result.
fn catch_up(app: App) {
    let Stage::Running(session) = app.stage.get_untracked() else { return };
    let attempt = app.progress(|progress| {
        let mut attempts = progress.attempts(&session.quiz);
        attempts.find(|(id, _)| *id == session.attempt).map(|(_, attempt)| attempt.clone())
    });
    let Some(attempt) = attempt.filter(|_| !session.finished) else { return };
    let session = session::catch_up(&session, &attempt, browser::now());
    app.stage.set(Stage::Running(Box::new(session)));
}

/// What was deleted must not be written again out of this tab's memory.
fn begin_anew() {
    if let Some(window) = browser::window() {
        let _ = window.location().reload();
    }
}
