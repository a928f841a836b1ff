//! The notebook: the second application. It shows what a learner did and keeps it safe, on pages that only it runs on.
//!
//! A page marks its place, `#notebook`, and names its view in `data-page`. The notebook turns no pages: it has few, and the
//! browser loads each. It shares storage, notice and words with the reader, which must not know it.

mod drills;
mod progress;
mod record;
mod results_file;
mod review;
mod taken;
pub(crate) mod texts;
mod your_data;

use domain::id::CourseId;
use domain::index::Address;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::app::{App, Filled};
use crate::fetch::Missing;
use crate::part::element::{classed, el};
use crate::part::texts::texts as shared;
use crate::quiz::{PRIMARY, button};
use crate::storage::Log;
use crate::{browser, page, part, quiz};

/// Starts the notebook on the page that was served.
pub fn run() {
    spawn_local(async {
        let former = page::former();
        if texts::arrive().await.is_some() {
            begin(Log::open(former.await));
        }
    });
}

fn begin(log: Log) {
    let Some(app) = App::start(fill, log) else { return };
    follow_terms();
    app.arrive();
}

/// Draws the view that the page names. A page that names none, or one of a later version, stays as it was served.
fn fill(app: App) -> Option<Filled> {
    let place: HtmlElement = browser::first("#notebook")?.dyn_into().ok()?;
    let show: fn(App, HtmlElement) = match place.get_attribute("data-page")?.as_str() {
        "drills" => drills::show,
        "progress" => progress::show,
        "record" => record::show,
        "review" => review::show,
        "your-data" => |app, place| mount_to(place, move || your_data::view(app)).forget(),
        _ => return None,
    };
    place.set_text_content(None);
    Some(Filled::by(|| show(app, place)))
}

/// The course that a page is about, and where its shelf is.
fn course_of(place: &HtmlElement) -> Option<(CourseId, Address)> {
    let around = place.closest("[data-course]").ok()??;
    let course = around.get_attribute("data-course")?.parse().ok()?;
    Some((course, Address(around.get_attribute("data-shelf")?)))
}

/// Says why something could not be fetched, with the way to try again.
fn failed(missing: Missing, open: impl Fn() + 'static) -> AnyView {
    let again = button(PRIMARY, shared().try_again, move |_| open());
    el("div")
        .child(el("p").attr("role", "alert").child(quiz::why(missing)).child(" ").child(shared().all_is_kept))
        .child(classed("div", "actions").child(again))
        .view()
}

/// Opens definitions where they stand; every other link is the browser's.
fn follow_terms() {
    let Some(document) = browser::document() else { return };
    browser::listen(&document, "click", |event| {
        if let Some(link) = page::followed(&event).filter(part::gloss::opens_here) {
            event.prevent_default();
            part::gloss::toggle(&link);
        }
    });
}
