//! The one place where the markup of a report enters the page: what `analysis::write::html` wrote, and nothing else.

use analysis::write::html::ReportMarkup;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Shows a part of the report.
pub(super) fn written(written: &ReportMarkup) -> impl IntoView + use<> {
    view! { <div class="cohort-report" inner_html=written.as_str().to_owned()></div> }
}

/// The id of the element in whose place the whole report stands while the page is printed.
pub(super) const PRINTED: &str = "printed";

/// Puts the whole report on paper, whichever part of it is shown.
pub(super) fn print_whole(whole: impl Fn() -> Option<ReportMarkup> + 'static) {
    // The browser takes the page as it is when these return.
    listen("beforeprint", move || {
        if let (Some(place), Some(whole)) = (document().get_element_by_id(PRINTED), whole()) {
            place.set_inner_html(whole.as_str());
        }
    });
    listen("afterprint", || {
        if let Some(place) = document().get_element_by_id(PRINTED) {
            place.set_inner_html("");
        }
    });
}

fn listen(event: &str, heard: impl Fn() + 'static) {
    let heard = Closure::<dyn Fn()>::new(heard);
    let _ = window().add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
    // As long as the page.
    heard.forget();
}
