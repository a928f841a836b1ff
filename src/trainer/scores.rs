//! The page on which a cohort is read: results files and backups in, gradebook, figures and marks given again out.
//!
//! Everything is computed by `analysis`, as `plenary analyse` computes it, and shown as it writes it. Here is what a page adds: files from the
//! trainer's disk, the course of the site that the page belongs to, and a way through the report. `picked`, `project` and `under` hold what can be
//! told without a browser.
//!
//! It is an application of its own, linked alone: neither the editor nor the player of the page on which trainers write is in it.

mod desk;
mod files;
mod picked;
mod project;
mod site;
mod under;
mod view;
mod written;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use self::desk::Desk;
use self::site::Offer;

/// Starts the page that was served.
pub fn run() {
    let place = document().get_element_by_id("scores").and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let Some(place) = place else { return };
    let offer = Offer::of(&place);
    place.set_text_content(None);
    // Started once for all of the page.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let desk = owner.with(|| Desk::new(offer));
    std::mem::forget(owner);
    mount_to(place, move || view::view(desk)).forget();
    files::take_drops(move |dropped| desk.take(dropped));
    written::print_whole(move || desk.whole());
    if let Some(frame) = document().get_element_by_id("plenary") {
        let _ = frame.set_attribute("data-ready", "");
    }
}
