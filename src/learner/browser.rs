//! The browser's own functions that the application needs, each behind a small safe face.
//!
//! Whatever can be missing (a locked-down browser, an element that is gone) gives `None` or does nothing: the page goes on.

use domain::random::Seed;
use domain::time::{Date, Timestamp};
use js_sys::Promise;
use texts::Category;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Document, Element, FocusOptions, HtmlElement, Window};

/// The window.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(crate) fn document() -> Option<Document> {
    thread_local! {
        static DOCUMENT: Option<Document> = window().and_then(|window| window.document());
    }
    DOCUMENT.with(Clone::clone)
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

/// Moves the focus to the first element that the selector names, once it is in the document.
pub(crate) fn focus_soon(selector: &str) {
    let selector = selector.to_owned();
    next_turn(move || {
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

/// Says something to a screen reader, in the next turn. The same words twice are said twice.
pub(crate) fn say(text: &str) {
    let text = text.to_owned();
    next_turn(move || {
        let Some(said) = live_region() else { return };
        let again = said.text_content().as_deref() == Some(&text);
        said.set_text_content(Some(&if again { format!("{text}\u{a0}") } else { text }));
    });
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
    after_paint_boxed(Box::new(run));
}

#[inline(never)]
fn after_paint_boxed(run: Box<dyn FnOnce()>) {
    leptos::prelude::request_animation_frame(run);
}

/// Runs in a turn of its own, once what this turn changes is in the document; also in a page that is not seen, which is never painted.
pub(crate) fn next_turn(run: impl FnOnce() + 'static) {
    next_turn_boxed(Box::new(run));
}

#[inline(never)]
fn next_turn_boxed(run: Box<dyn FnOnce()>) {
    leptos::prelude::set_timeout(run, std::time::Duration::ZERO);
}

/// Moves the focus to the first element that the selector names, once it is in the document, and shows the part of the page that
/// is shown.
pub(crate) fn focus_without_scrolling(selector: &'static str) {
    next_turn(move || {
        if let Some(element) = first(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
    });
}

/// How far the page is scrolled, in pixels.
pub(crate) fn scrolled() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls the page so far.
pub(crate) fn scroll_to(y: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, y);
    }
}

/// Shows the top of the page.
pub(crate) fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls back for every event of this name, for as long as the page lives.
pub(crate) fn listen(target: &web_sys::EventTarget, name: &str, heard: impl FnMut(web_sys::Event) + 'static) {
    listen_boxed(target, name, Box::new(heard));
}

#[inline(never)]
fn listen_boxed(target: &web_sys::EventTarget, name: &str, heard: Box<dyn FnMut(web_sys::Event)>) {
    let callback = Closure::wrap(heard);
    let _ = target.add_event_listener_with_callback(name, callback.as_ref().unchecked_ref());
    callback.forget();
}

/// The nearest element around the target of an event that the selector names.
pub(crate) fn around(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// The day of today where the device is, as it stands in the name of a file: `2026-11-22`.
pub(crate) fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The same day as a date of the calendar.
pub(crate) fn date_of_today() -> Date {
    today().parse().unwrap_or_else(|_| Date::from_days(0))
}

/// How far local time is ahead of UTC at present, in minutes.
pub(crate) fn minutes_ahead() -> i32 {
    -js_sys::Date::new_0().get_timezone_offset() as i32
}

/// Puts another query into the address line, without a step in the history.
pub(crate) fn rewrite_query(query: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let address = if query.is_empty() { path() } else { query.to_owned() };
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// What the address line gives for a name: `code` of `?code=…`.
pub(crate) fn query(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The whole address of the page, without query and fragment.
pub(crate) fn address() -> String {
    let location = window().map(|window| window.location());
    let origin = location.and_then(|location| location.origin().ok()).unwrap_or_default();
    format!("{origin}{}", path())
}

/// A text as it can stand in an address.
pub(crate) fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Copies a text for the learner, and says so. Where the browser does not let a page do that the text can be copied by hand.
pub(crate) fn copy(text: &str, said: &'static str) {
    let Some(window) = window() else { return };
    let promise = window.navigator().clipboard().write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        if wasm_bindgen_futures::JsFuture::from(promise).await.is_ok() {
            say(said);
        }
    });
}

/// The media type of JSON.
pub(crate) const JSON: &str = "application/json";

/// Gives a text as a file of this media type. None where the browser does not let a page do that.
pub fn save_file(name: &str, text: &str, media: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = document()?.create_element("a").ok()?.dyn_into::<web_sys::HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    // The link stands in no page, so nothing else hears of the click.
    link.click();
    // By then the browser has taken the text.
    leptos::prelude::set_timeout(
        move || drop(web_sys::Url::revoke_object_url(&address)),
        std::time::Duration::from_secs(60),
    );
    Some(())
}

/// Asks the service worker for something, where one looks after this page.
pub(crate) fn tell_worker(ask: &str) {
    let Some(container) = window().map(|window| window.navigator().service_worker()) else { return };
    // A page that was not fetched safely has none.
    let worker = if container.is_undefined() { None } else { container.controller() };
    let message = js_sys::Object::new();
    if let Some(worker) = worker
        && js_sys::Reflect::set(&message, &"ask".into(), &ask.into()).is_ok()
    {
        let _ = worker.post_message(&message);
    }
}

/// Asks the browser to keep what is stored: a promise of whether it will. None where it cannot be asked.
pub(crate) fn ask_to_persist() -> Option<Promise> {
    window()?.navigator().storage().persist().ok()
}

/// Whether the browser has promised to keep what is stored. None where it cannot be asked.
pub(crate) fn persists() -> Option<Promise> {
    window()?.navigator().storage().persisted().ok()
}

/// The language of the page, and with it of everything that the application says.
pub(crate) fn language() -> String {
    custom::language()
}

/// A number as it is written in the language of the page.
pub(crate) fn number(number: f64) -> String {
    custom::number(number)
}

/// The day of a moment where the device is, as it is written in the language of the page.
pub(crate) fn day(at: Timestamp) -> String {
    custom::day(at)
}

/// The plural that a number takes in the language of the page.
pub(crate) fn category(number: f64) -> Category {
    custom::category(number)
}

/// The customs of the page's language, which the browser knows.
#[cfg(target_arch = "wasm32")]
mod custom {
    use std::cell::RefCell;

    use js_sys::{Array, Function, Intl, Object};
    use texts::Category;
    use wasm_bindgen::JsValue;

    /// What the browser knows of a language. It takes its time to tell, so it is asked once.
    struct Customs {
        language: String,
        write: Function,
        plurals: Intl::PluralRules,
    }

    thread_local! {
        static CUSTOMS: RefCell<Option<Customs>> = const { RefCell::new(None) };
    }

    fn customs<T>(ask: impl FnOnce(&Customs) -> T) -> T {
        let language = language();
        CUSTOMS.with_borrow_mut(|known| {
            if known.as_ref().is_some_and(|known| known.language != language) {
                *known = None;
            }
            ask(known.get_or_insert_with(|| Customs::of(language)))
        })
    }

    impl Customs {
        fn of(language: String) -> Self {
            // Digits are 0 to 9 in every language, as on the pages.
            let latin = Array::of1(&format!("{language}-u-nu-latn").into());
            let write = Intl::NumberFormat::new(&latin, &Object::new()).format();
            let plurals = Intl::PluralRules::new(&latin, &Object::new());
            Self { language, write, plurals }
        }
    }

    pub(super) fn language() -> String {
        let root = super::document().and_then(|document| document.document_element());
        root.and_then(|root| root.get_attribute("lang")).unwrap_or_default()
    }

    pub(super) fn number(number: f64) -> String {
        let written = customs(|customs| customs.write.call1(&JsValue::NULL, &number.into()));
        written.ok().and_then(|written| written.as_string()).unwrap_or_else(|| number.to_string())
    }

    pub(super) fn day(at: super::Timestamp) -> String {
        let date = js_sys::Date::new(&(at.0 as f64).into());
        let long = Object::new();
        for (name, value) in [("year", "numeric"), ("month", "long"), ("day", "numeric")] {
            let _ = js_sys::Reflect::set(&long, &name.into(), &value.into());
        }
        let language = language();
        // The day before the month, as the United Nations write dates.
        let locale = if language == "en" { "en-GB".to_owned() } else { format!("{language}-u-nu-latn") };
        date.to_locale_date_string(&locale, &long).into()
    }

    pub(super) fn category(number: f64) -> Category {
        Category::named(&String::from(customs(|customs| customs.plurals.select(number))))
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

    pub(super) fn day(at: super::Timestamp) -> String {
        let days = i64::try_from(at.0 / 86_400_000).unwrap_or_default();
        format::date(Language::English, super::Date::from_days(days))
    }

    pub(super) fn category(number: f64) -> Category {
        format::category(Language::English, number)
    }
}
