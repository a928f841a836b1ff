//! Notices when a lesson was read to its end.

use domain::id::LessonRef;
use domain::log::Fact;
use wasm_bindgen::prelude::*;
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

use crate::app::App;
use crate::browser;

/// Records the lesson of this page, if there is one, when its end comes into view for the first time.
pub(crate) fn watch(app: App) {
    let lesson = browser::first("[data-lesson]").and_then(|article| article.get_attribute("data-lesson"));
    let Some(lesson) = lesson.and_then(|lesson| lesson.parse::<LessonRef>().ok()) else { return };
    let Some(end) = browser::first(".steps") else { return };
    if app.progress(|progress| progress.has_read(&lesson)) {
        return;
    }
    let mut lesson = Some(lesson);
    let seen = Closure::<dyn FnMut(js_sys::Array, IntersectionObserver)>::new(
        move |entries: js_sys::Array, observer: IntersectionObserver| {
            let is_seen =
                |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
            if entries.iter().any(is_seen) {
                observer.disconnect();
                if let Some(lesson) = lesson.take() {
                    app.record(Fact::LessonRead { lesson });
                }
            }
        },
    );
    if let Ok(observer) = IntersectionObserver::new(seen.as_ref().unchecked_ref()) {
        observer.observe(&end);
        seen.forget();
    }
}
