//! The browser's own functions that the application needs, each behind a small safe face.
//!
//! Whatever can be missing (a locked-down browser, an element that is gone) gives `None` or does nothing: the page goes on.

use domain::random::Seed;
use domain::time::Timestamp;
use texts::Category;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// The path of the address line.
pub(crate) fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// What the clock of the device says.
pub(crate) fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as u64)
}

/// Bits that nobody can guess, and that no other device or tab has.
pub(crate) fn chance() -> u128 {
    let mut bytes = [0_u8; 16];
    let crypto = window().and_then(|window| window.crypto().ok());
    let drawn = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        // A browser without the function: the clock and the generator of the page are the best there is.
        let guess = js_sys::Math::random().to_bits() ^ js_sys::Date::now().to_bits();
        bytes[..8].copy_from_slice(&guess.to_le_bytes());
        bytes[8..].copy_from_slice(&js_sys::Math::random().to_bits().to_le_bytes());
    }
    u128::from_le_bytes(bytes)
}

/// A seed for a draw.
pub(crate) fn seed() -> Seed {
    // 53 bits, so that the seed is the same number in every JSON reader.
    Seed((chance() & ((1 << 53) - 1)) as u64)
}

/// Moves the focus to the first element that the selector names, once the page has shown it.
pub(crate) fn focus_soon(selector: &str) {
    let selector = selector.to_owned();
    after_paint(move || {
        if let Some(element) = first(&selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// The first element that the selector names.
pub(crate) fn first(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Every element of the page that the selector names.
pub(crate) fn all(selector: &str) -> Vec<Element> {
    document()
        .and_then(|document| document.document_element())
        .map(|root| within(&root, selector))
        .unwrap_or_default()
}

/// Every element below this one that the selector names.
pub(crate) fn within(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = element.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

/// Says something to a screen reader. The same words twice are said twice.
pub(crate) fn say(text: &str) {
    let Some(said) = live_region() else { return };
    let again = said.text_content().as_deref() == Some(text);
    said.set_text_content(Some(&if again { format!("{text}\u{a0}") } else { text.to_owned() }));
}

/// The live region. It stands outside of the page that is turned, because a region that comes with its text is not read out.
fn new_live_region() -> Option<Element> {
    let document = document()?;
    let said = document.create_element("p").ok()?;
    for (name, value) in [("id", "said"), ("class", "visually-hidden"), ("role", "status")] {
        said.set_attribute(name, value).ok()?;
    }
    document.body()?.append_child(&said).ok()?;
    Some(said)
}

/// Marks the page as ready to be used; the journeys wait for it.
pub(crate) fn mark_ready() {
    let _ = live_region();
    if let Some(frame) = first("#plenary") {
        let _ = frame.set_attribute("data-ready", "");
    }
}

fn live_region() -> Option<Element> {
    first("#said").or_else(new_live_region)
}

/// Runs after the changes of this turn are in the document.
pub(crate) fn after_paint(run: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(run);
}

/// Shows the top of the page.
pub(crate) fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls back for every event of this name, for as long as the page lives.
pub(crate) fn listen(target: &web_sys::EventTarget, name: &str, heard: impl FnMut(web_sys::Event) + 'static) {
    let callback = Closure::<dyn FnMut(web_sys::Event)>::new(heard);
    let _ = target.add_event_listener_with_callback(name, callback.as_ref().unchecked_ref());
    callback.forget();
}

/// The nearest element around the target of an event that the selector names.
pub(crate) fn around(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// The language of the page, and with it of everything that the application says.
pub(crate) fn language() -> String {
    custom::language()
}

/// A number as it is written in the language of the page.
pub(crate) fn number(number: f64) -> String {
    custom::number(number)
}

/// The plural that a number takes in the language of the page.
pub(crate) fn category(number: f64) -> Category {
    custom::category(number)
}

/// The customs of the page's language, which the browser knows.
#[cfg(target_arch = "wasm32")]
mod custom {
    use js_sys::{Array, Intl, Object};
    use texts::Category;

    pub(super) fn language() -> String {
        let root = super::document().and_then(|document| document.document_element());
        root.and_then(|root| root.get_attribute("lang")).unwrap_or_default()
    }

    /// Digits are 0 to 9 in every language, as on the pages.
    pub(super) fn number(number: f64) -> String {
        js_sys::Number::from(number).to_locale_string(&format!("{}-u-nu-latn", language())).into()
    }

    pub(super) fn category(number: f64) -> Category {
        let locales = Array::of1(&language().into());
        Category::named(&String::from(Intl::PluralRules::new(&locales, &Object::new()).select(number)))
    }
}

/// The customs of English, which views are tested in.
#[cfg(not(target_arch = "wasm32"))]
mod custom {
    use domain::language::Language;
    use texts::{Category, format};

    pub(super) fn language() -> String {
        Language::English.to_string()
    }

    pub(super) fn number(number: f64) -> String {
        format::number(Language::English, number)
    }

    pub(super) fn category(number: f64) -> Category {
        format::category(Language::English, number)
    }
}
