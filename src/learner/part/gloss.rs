//! Definitions in place: a link to a term or to a source opens what it is right below, and the reader stays where she is.
//!
//! What is opened is the entry of the page that the link leads to; without scripts, or where that page does not arrive, the
//! link leads there.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, KeyboardEvent, Node};

use crate::part::texts::texts;
use crate::{browser, page};

/// Whether the link names a term or a source on another page.
pub(crate) fn opens_here(link: &HtmlAnchorElement) -> bool {
    let classes = link.class_list();
    (classes.contains("term") || classes.contains("cite")) && browser::path() != link.pathname()
}

/// Opens or closes what the link names.
pub(crate) fn toggle(link: &HtmlAnchorElement) {
    let was_open = link.get_attribute("aria-expanded").is_some();
    close_all();
    if !was_open {
        let _ = link.set_attribute("aria-expanded", "true");
        let link = link.clone();
        spawn_local(async move {
            if open(&link).await.is_none()
                && let Some(window) = browser::window()
            {
                let _ = window.location().set_href(&link.href());
            }
        });
    }
}

/// Closes every open panel.
pub(crate) fn close_all() {
    for panel in browser::all(".gloss") {
        panel.remove();
    }
    for link in browser::all("a[aria-expanded]") {
        let _ = link.remove_attribute("aria-expanded");
    }
}

async fn open(link: &HtmlAnchorElement) -> Option<()> {
    let href = link.href();
    let (address, id) = href.split_once('#')?;
    let arrived = page::document_at(address).await?;
    let entry = arrived.get_element_by_id(id)?;
    // Closed again, or the page was turned, while the entry was on its way.
    if !link.is_connected() || !link.has_attribute("aria-expanded") {
        return Some(());
    }
    let document = browser::document()?;
    let title = entry.query_selector("dt").ok()??.text_content()?;
    let panel = document.create_element("div").ok()?;
    for (name, value) in
        [("class", "gloss"), ("role", "region"), ("tabindex", "-1"), ("aria-label", title.as_str())]
    {
        panel.set_attribute(name, value).ok()?;
    }
    let heading = document.create_element("p").ok()?;
    heading.set_class_name("gloss-title");
    heading.set_text_content(Some(&title));
    panel.append_child(&heading).ok()?;
    let said = entry.query_selector("dd").ok()??;
    for inner in browser::within(&said, "a[href]") {
        // Relative to the page that it came from.
        let led = web_sys::Url::new_with_base(&inner.get_attribute("href")?, address).ok()?;
        inner.set_attribute("href", &led.href()).ok()?;
    }
    while let Some(child) = said.first_child() {
        panel.append_child(&document.import_node_with_deep(&child, true).ok()?).ok()?;
        said.remove_child(&child).ok()?;
    }
    let button = close_button(link)?;
    panel.append_child(&button).ok()?;
    let back = link.clone();
    browser::listen(&panel, "keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            close(&back);
        }
    });
    put_after(link, &panel)?;
    panel.dyn_ref::<HtmlElement>()?.focus().ok()
}

fn close_button(link: &HtmlAnchorElement) -> Option<Element> {
    let button = browser::document()?.create_element("button").ok()?;
    button.set_attribute("type", "button").ok()?;
    button.set_class_name("button quiet");
    button.set_text_content(Some(texts().close));
    let back = link.clone();
    browser::listen(&button, "click", move |_| close(&back));
    Some(button)
}

fn close(link: &HtmlAnchorElement) {
    close_all();
    let _ = link.focus();
}

/// Puts the panel right after the block that holds the link, or into it where nothing may follow.
fn put_after(link: &HtmlAnchorElement, panel: &Element) -> Option<Node> {
    let block = link.closest("p, li, td, th, dd, div, legend, label").ok()??;
    match block.local_name().as_str() {
        "p" => block.parent_node()?.insert_before(panel, block.next_sibling().as_ref()).ok(),
        "legend" | "label" => block.parent_element()?.append_child(panel).ok(),
        _ => block.append_child(panel).ok(),
    }
}
