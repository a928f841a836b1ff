//! The trainers' application, in the browser: a bank is written with its mistakes shown at their places and its questions tried beside it, and a
//! cohort is read from the files that learners hand in. Nothing is uploaded; files stay on the trainer's disk and in her browser.
//!
//! What is right and wrong is decided in `content` and `domain`, what learners see is shown by `learner`: this crate lays both on one desk. `project`, `place` and `overview` are
//! pure and know no browser; `script` alone knows the scripts in `editor/`.

mod desk;
mod overview;
mod place;
mod project;
pub mod scores;
mod script;
mod view;

use domain::time::Date;
use learner::preview::Preview;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::desk::Desk;
use crate::script::Scripts;

/// Starts the application on the page that was served.
pub fn run() {
    let Some(place) = element("trainer") else { return };
    spawn_local(async move {
        let scripts = match Scripts::arrive().await {
            Ok(scripts) => scripts,
            Err(fault) => {
                return place.set_text_content(Some(&format!(
                    "The page did not arrive whole: {fault}. Load it again."
                )));
            }
        };
        place.set_text_content(None);
        // Started once for all of the page.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let desk = owner.with(|| Desk::new(scripts.clone()));
        std::mem::forget(owner);
        mount_to(place, move || view::view(desk)).forget();
        if let Some(host) = element("editor") {
            match scripts.editor(&host, move |told| desk.told(told)) {
                Ok(editor) => desk.take_editor(editor),
                Err(fault) => desk.notice.set(Some(format!("The editor did not start: {fault}."))),
            }
        }
        let kept = scripts.kept_files().await.unwrap_or_default();
        let (folder, open) = (scripts.kept_folder().await, scripts.kept_open().await);
        desk.take_up(kept, folder.ok().flatten(), open.ok().flatten());
        if let Some(place) = element("preview")
            && let Some(preview) = Preview::start(place).await
        {
            desk.take_preview(preview);
        }
        if let Some(frame) = element("plenary") {
            let _ = frame.set_attribute("data-ready", "");
        }
    });
}

/// The day of today where the device is.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    Date::new(now.get_full_year() as u16, month, day).unwrap_or_else(|_| Date::from_days(0))
}

/// The time since the page was asked for, in milliseconds; not a number where the browser does not say it.
fn now() -> f64 {
    window().performance().map_or(f64::NAN, |performance| performance.now())
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
