//! Definitions in place: a link to a term or to a source opens what it is right below, and the reader stays where she is.
//!
//! The links stand in markup as well as in views, so the panel is put into the document by hand, after the block
//! that holds the link. Without scripts the same link leads to the glossary or to the list of sources.

use std::sync::Arc;

use domain::id::{CourseId, SourceId, TermId};
use domain::index::Reference;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement};

use crate::app::App;
use crate::browser;
use crate::part::{markup, source};
use crate::route::Route;

/// What is opened.
enum Asked {
    Term(TermId),
    Source(SourceId),
}

/// Opens or closes what the link names. Whether the link names a term or a source.
pub(crate) fn toggle(app: App, link: &HtmlAnchorElement) -> bool {
    let classes = link.class_list();
    let fragment = link.hash();
    let asked = if classes.contains("term") {
        fragment.strip_prefix("#term-").and_then(|id| id.parse().ok()).map(Asked::Term)
    } else if classes.contains("cite") {
        fragment.strip_prefix("#source-").and_then(|id| id.parse().ok()).map(Asked::Source)
    } else {
        None
    };
    let Some(asked) = asked else { return false };
    let was_open = link.get_attribute("aria-expanded").as_deref() == Some("true");
    close_all();
    if !was_open {
        let _ = link.set_attribute("aria-expanded", "true");
        let link = link.clone();
        let course = course_of(app, &link);
        spawn_local(async move {
            match (app.reference().await, course) {
                (Ok(reference), Some(course)) => open(app, &link, &course, &asked, &reference),
                // The page of the glossary says better than a panel what is wrong.
                _ => {
                    if let Some(window) = browser::window() {
                        let _ = window.location().set_href(&link.href());
                    }
                }
            }
        });
    }
    true
}

/// Closes every open panel.
pub(crate) fn close_all() {
    let Some(document) = browser::document() else { return };
    for (selector, act) in [
        (".gloss", (|element: &Element| element.remove()) as fn(&Element)),
        ("a[aria-expanded]", |element| {
            let _ = element.remove_attribute("aria-expanded");
        }),
    ] {
        let Ok(found) = document.query_selector_all(selector) else { continue };
        for place in 0..found.length() {
            if let Some(element) = found.get(place).and_then(|node| node.dyn_into::<Element>().ok()) {
                act(&element);
            }
        }
    }
}

fn course_of(app: App, link: &HtmlAnchorElement) -> Option<CourseId> {
    let path = link.pathname();
    let route = app.root.with_value(|root| path.strip_prefix(root.as_str()).and_then(Route::parse))?;
    match route {
        Route::Glossary(course) | Route::Sources(course) => Some(course),
        Route::Catalogue | Route::Course(_) | Route::Module(_) | Route::Leaf(..) => None,
    }
}

fn open(app: App, link: &HtmlAnchorElement, course: &CourseId, asked: &Asked, reference: &Arc<Reference>) {
    let Some(panel) = place_after(link) else { return };
    let (title, body) = match asked {
        Asked::Term(id) => match reference.terms.iter().find(|term| term.id == *id) {
            Some(term) => {
                let authority = match &term.authority {
                    Some(authority) => source::citation(app, course, authority),
                    None => "A working term: no treaty defines it.".into_any(),
                };
                let definition = markup::inline(app, course, &term.definition);
                let body = view! { <p>{definition}</p><p class="note">{authority}</p> };
                (term.term.clone(), body.into_any())
            }
            None => return,
        },
        Asked::Source(id) => match reference.sources.iter().find(|source| source.id == *id) {
            Some(found) => (found.short.clone(), source::details(app, course, found)),
            None => return,
        },
    };
    let back = link.clone();
    let close = move || {
        close_all();
        let _ = back.focus();
    };
    let close_by_key = close.clone();
    let _ = panel.set_attribute("aria-label", &title);
    mount_to(panel.clone(), move || {
        view! {
            <div on:keydown=move |event| if event.key() == "Escape" { close_by_key() }>
                <p class="gloss-title">{title}</p>
                {body}
                <button type="button" class="button quiet" on:click=move |_| close()>"Close"</button>
            </div>
        }
    })
    .forget();
    let _ = panel.focus();
}

/// A new panel in the document, right after the block that holds the link.
fn place_after(link: &HtmlAnchorElement) -> Option<HtmlElement> {
    let panel = browser::document()?.create_element("div").ok()?;
    for (name, value) in [("class", "gloss"), ("role", "region"), ("tabindex", "-1")] {
        panel.set_attribute(name, value).ok()?;
    }
    let block = link.closest("p, li, td, th, dd, summary, h2, h3, h4, legend, label").ok()??;
    match block.local_name().as_str() {
        "li" | "td" | "th" | "dd" => block.append_child(&panel).ok()?,
        _ => block.parent_node()?.insert_before(&panel, block.next_sibling().as_ref()).ok()?,
    };
    panel.dyn_into().ok()
}
