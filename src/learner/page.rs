//! Turns pages: fetches the page that a link names and puts it in the place of this one.
//!
//! The pages are whole and plain, so whatever goes wrong here is left to the browser, which can load them too.

use domain::former::Former;
use domain::index::Address;
use leptos::prelude::{GetValue, SetValue, UpdateValue, WithValue};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, HtmlAnchorElement, MouseEvent};

use crate::app::App;
use crate::{browser, fetch, later, part};

/// A page in the browser's history, by the mark that its entry there carries, and how far it was scrolled when it was left.
pub(crate) type Left = (String, f64);

/// The element that holds a page; what is around it stays.
const FRAME: &str = "plenary";

/// The address of the site's root, with a slash at its end, as the served page tells it.
pub(crate) fn root() -> Option<String> {
    told("data-root")
}

/// The address of the entrance in the language of the page, with a slash at its end.
pub(crate) fn home() -> Option<String> {
    told("data-home")
}

/// Whether the page is in the language that the site was written in: its entrance is the root then.
pub(crate) fn is_own_language() -> bool {
    root() == home()
}

/// The former names of what was renamed on this site. Where they do not arrive, what was done under them is not shown this time; it
/// stays stored.
pub(crate) fn former() -> impl Future<Output = Former> {
    let named = browser::first("[data-former]").and_then(|frame| frame.get_attribute("data-former"));
    let address = root().zip(named).map(|(root, name)| (root, Address(name)));
    async move {
        match address {
            Some((root, address)) => fetch::json(&root, &address).await.unwrap_or_default(),
            None => Former::default(),
        }
    }
}

/// An address that the served page tells, from the root of the host.
fn told(name: &str) -> Option<String> {
    let document = browser::document()?;
    let relative = document.get_element_by_id(FRAME)?.get_attribute(name)?;
    let base = document.base_uri().ok().flatten()?;
    Some(web_sys::Url::new_with_base(&relative, &base).ok()?.pathname())
}

/// Names the icon by its whole address, because the browser asks for it again whenever the address line changes.
pub(crate) fn pin_icon() {
    let base = browser::document().and_then(|document| document.base_uri().ok().flatten());
    if let (Some(icon), Some(base)) = (browser::first("link[rel=icon]"), base)
        && let Some(href) = icon.get_attribute("href")
        && let Ok(whole) = web_sys::Url::new_with_base(&href, &base)
    {
        let _ = icon.set_attribute("href", &whole.href());
    }
}

/// Follows the links of the site within the application; every other link is the browser's.
pub(crate) fn follow_links(app: App) {
    let Some(document) = browser::document() else { return };
    browser::listen(&document, "click", move |event| {
        // Until what turns pages is here, the browser follows its links itself.
        let (Some(link), Some(later)) = (followed(&event), later::now()) else { return };
        if part::gloss::opens_here(&link) {
            event.prevent_default();
            (later.toggle_gloss)(&link);
        } else if is_page(app, &link) {
            event.prevent_default();
            (later.turn)(app, link.href(), true);
        }
    });
}

/// The link that a click follows here and now; none where it opens another tab, or something else has taken the click.
pub(crate) fn followed(event: &web_sys::Event) -> Option<HtmlAnchorElement> {
    let link = browser::around(event, "a[href]")?.dyn_into::<HtmlAnchorElement>().ok()?;
    let mouse = event.dyn_ref::<MouseEvent>()?;
    let otherwise = mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key();
    (!otherwise && mouse.button() == 0 && !event.default_prevented()).then_some(link)
}

/// Follows the back and forward buttons.
pub(crate) fn follow_history(app: App) {
    let Some(window) = browser::window() else { return };
    app.mark.set_value(mark_here());
    app.scrolled.set_value(browser::scrolled());
    browser::listen(&window, "popstate", move |_| {
        if app.shown.get_value() == browser::path() {
            // A step within the page is the browser's; whatever was asked for before is no longer wanted.
            app.wanted.set_value(String::new());
            app.mark.set_value(mark_here());
        } else if let Some(href) = browser::window().and_then(|window| window.location().href().ok()) {
            later::soon(move |later| (later.turn)(app, href, false));
        }
    });
    // Asked for when the page is left, the place would be the one that the browser has already gone to.
    browser::listen(&window, "scroll", move |_| app.scrolled.set_value(browser::scrolled()));
}

/// The mark of the present entry of the browser's history. An entry that the browser made by itself gets one.
fn mark_here() -> String {
    let Some(history) = browser::window().and_then(|window| window.history().ok()) else {
        return String::new();
    };
    let marked = history.state().ok().and_then(|state| state.as_string());
    marked.unwrap_or_else(|| {
        let mark = new_mark();
        let _ = history.replace_state_with_url(&mark.as_str().into(), "", None);
        mark
    })
}

fn new_mark() -> String {
    format!("{:032x}", browser::chance())
}

/// A page of the site, as its address and its document; none where it did not arrive.
pub(crate) async fn document_at(href: &str) -> Option<Document> {
    let text = fetch::text(href).await.ok()?;
    // The policy of this page allows its own style; that of another version would be reported as a breach of it, though nobody shows it.
    let text = text.replace("style>", "template>");
    let parser = web_sys::DomParser::new().ok()?;
    parser.parse_from_string(&text, web_sys::SupportedType::TextHtml).ok()
}

/// Whether the link names a whole page of this site.
fn is_page(app: App, link: &HtmlAnchorElement) -> bool {
    let own = browser::window().and_then(|window| window.location().origin().ok());
    let path = link.pathname();
    own.as_deref() == Some(link.origin().as_str())
        && link.hash().is_empty()
        && !link.has_attribute("hreflang")
        && path.starts_with(&app.root())
        && (path.ends_with('/') || path.ends_with("/index.html"))
}

/// Shows another page. Where it does not arrive the browser goes there itself, and says what is wrong.
pub(crate) fn turn(app: App, href: String, is_new: bool) {
    app.wanted.set_value(href.clone());
    // Now, because a browser that goes back scrolls the page that is still shown.
    let (left, scrolled) = (app.mark.get_value(), app.scrolled.get_value());
    spawn_local(async move {
        let Some(window) = browser::window() else { return };
        let arrived = document_at(&href).await;
        // A later click, or the back button, may have asked for another page in between.
        if app.wanted.get_value() != href {
            return;
        }
        app.wanted.set_value(String::new());
        let Some((document, frame)) = arrived.and_then(|arrived| framed(&arrived)) else {
            let _ = window.location().set_href(&href);
            return;
        };
        app.leave();
        app.left.update_value(|all| {
            all.retain(|(mark, _)| *mark != left);
            all.push((left, scrolled));
        });
        if is_new && let Ok(history) = window.history() {
            // Before the page is put in: its links are relative to its own address.
            let _ = history.push_state_with_url(&new_mark().into(), "", Some(&href));
        }
        app.mark.set_value(mark_here());
        app.shown.set_value(browser::path());
        show(&document, &frame);
        app.arrive();
        if is_new {
            browser::scroll_to_top();
            browser::focus_without_scrolling("#page");
        } else {
            go_where_it_was_left(app);
        }
    });
}

/// Shows the part of the page that was shown when it was left; where that is not known the place that the address names, or the top.
fn go_where_it_was_left(app: App) {
    let mark = app.mark.get_value();
    let found = app.left.with_value(|all| all.iter().find(|(known, _)| *known == mark).map(|(_, y)| *y));
    let location = browser::window().map(|window| window.location());
    let hash = location.as_ref().and_then(|location| location.hash().ok()).unwrap_or_default();
    if let (Some(location), false) = (&location, hash.is_empty()) {
        // The browser goes there, and marks the element as the one that the address names.
        let _ = location.replace(&hash);
    }
    match found {
        Some(y) => browser::scroll_to(y),
        None if hash.is_empty() => browser::scroll_to_top(),
        None => {}
    }
    browser::focus_without_scrolling("#page");
}

/// The page with the element that holds it; none where another application runs on it, another version of this one, or this one
/// in another language, which the browser has to start: what one version wrote is never mixed with what another one reads.
fn framed(arrived: &Document) -> Option<(Document, Element)> {
    let frame = arrived.get_element_by_id(FRAME)?;
    (version(arrived) == version(&browser::document()?)).then(|| (arrived.clone(), frame))
}

/// Which version of which application a page runs, and the texts that it speaks with.
fn version(document: &Document) -> Option<[Option<String>; 2]> {
    let frame = document.get_element_by_id(FRAME)?;
    Some(["data-app-version", "data-texts"].map(|name| frame.get_attribute(name)))
}

/// Puts the page in the place of this one.
fn show(arrived: &Document, frame: &Element) {
    let Some(document) = browser::document() else { return };
    document.set_title(&arrived.title());
    if let (Some(own), Some(new)) = (document.document_element(), arrived.document_element()) {
        for name in ["lang", "dir"] {
            let _ = new.get_attribute(name).map(|value| own.set_attribute(name, &value));
        }
    }
    if let (Some(own), Ok(new)) =
        (document.get_element_by_id(FRAME), document.import_node_with_deep(frame, true))
    {
        let _ = own.replace_with_with_node_1(&new);
    }
}
