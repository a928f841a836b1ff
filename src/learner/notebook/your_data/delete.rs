//! Deleting everything: asked first, with the offer of a backup.

use leptos::prelude::*;
use texts::fill;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Desk, texts};
use crate::browser;
use crate::part::element::{classed, el, live};
use crate::part::saved;
use crate::part::texts::texts as shared;
use crate::quiz::button;
use crate::storage;

/// How far she is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// She has not said that she wants it.
    Rest,
    /// She was asked whether she means it.
    Asked,
    /// So many texts were deleted.
    Done(usize),
}

pub(super) fn section(desk: Desk) -> AnyView {
    let stage = RwSignal::new(Stage::Rest);
    let drawn = live(move || match stage.get() {
        Stage::Rest => {
            let ask = button("button", texts().delete_ask, move |_| {
                stage.set(Stage::Asked);
                browser::focus_soon("#delete-sure");
            });
            classed("div", "actions").child(ask.attr("id", "delete-ask")).view()
        }
        Stage::Asked => {
            let back_up = button("button primary", shared().backup_now, move |_| {
                saved::back_up(desk.app);
                desk.change();
            });
            let delete = button("button", texts().delete_do, move |_| {
                stage.set(Stage::Done(storage::erase()));
                delete_caches(desk.app.root());
                desk.app.reopen();
                desk.change();
                browser::focus_soon("#deleted");
            });
            let keep = button("button quiet", texts().delete_not, move |_| {
                stage.set(Stage::Rest);
                browser::focus_soon("#delete-ask");
            });
            el("div")
                .attr("role", "group")
                .attr("aria-labelledby", "delete-sure")
                .child(el("p").attr("id", "delete-sure").attr("tabindex", "-1").child(texts().delete_sure))
                .child(classed("div", "actions").child(back_up).child(delete).child(keep))
                .view()
        }
        Stage::Done(count) => {
            let words = fill(texts().deleted, &[("count", &browser::number(count as f64))]);
            el("p").attr("id", "deleted").attr("tabindex", "-1").child(words.as_str()).view()
        }
    });
    super::section("delete", texts().delete).child(el("p").child(texts().delete_lead)).child(drawn).view()
}

/// Deletes what was kept for offline use. Other sites can stand on the same host; the names of the caches end with the folder.
///
/// The service worker is told as well: what it is just about to put there is deleted when it has done so.
fn delete_caches(root: String) {
    browser::tell_worker("forget");
    spawn_local(async move {
        let Some(caches) = browser::window().and_then(|window| window.caches().ok()) else { return };
        let Ok(names) = JsFuture::from(caches.keys()).await else { return };
        for name in names.unchecked_into::<js_sys::Array>().iter().filter_map(|name| name.as_string()) {
            if name.starts_with("plenary ") && name.ends_with(&format!(" {root}")) {
                let _: Result<JsValue, JsValue> = JsFuture::from(caches.delete(&name)).await;
            }
        }
    });
}
