//! A place of the page that an application fills again and again.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use web_sys::HtmlElement;

/// Draws a view in its place, and draws it anew whenever its shape changes, and then alone. Each drawing is a fresh piece of the page: nothing
/// that was chosen or pressed before can carry over.
pub(crate) fn draw<S: Clone + PartialEq + Send + Sync + 'static>(
    place: HtmlElement,
    shape: Memo<S>,
    drawing: impl Fn(S) -> AnyView + 'static,
) {
    Effect::new(move |before: Option<UnmountHandle<AnyViewState>>| {
        drop(before);
        let shape = shape.get();
        let drawn = untrack(|| drawing(shape));
        mount_to(place.clone(), move || drawn)
    });
}
