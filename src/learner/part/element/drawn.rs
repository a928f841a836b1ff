//! Elements in the document: how they come into it, and how one drawing takes the place of another.
//!
//! What follows no signal and hears no event is written as markup and put in at once: each call into the browser takes longer than the text of a whole
//! paragraph. What is drawn anew is compared with what stands there, and only what differs is changed. Where the two are not of one shape (another tag, other
//! events) the old element goes and a new one comes: nothing of it can carry over.

use js_sys::Reflect;
use leptos::attr::Attribute;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};
use wasm_bindgen::JsValue;
use web_sys::{Element, Node};

use super::{El, Inside, Parts, Piece, el, nothing, text};
use crate::browser;
use crate::part::markup;

/// An element that stands in the document.
pub(crate) struct Drawn {
    /// None where the browser could not make it.
    element: Option<Element>,
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    acts: Vec<(&'static str, Act)>,
    has_value: bool,
    inside: Stands,
}

type Act = <AnyAttribute as Attribute>::State;

enum Stands {
    Views(Vec<AnyViewState>),
    Markup(String),
}

impl Render for El {
    type State = Drawn;

    fn build(self) -> Drawn {
        let Parts { tag, attributes, acts, value, inside } = *self.0;
        let element = browser::document().and_then(|document| document.create_element(tag).ok());
        let mut drawn = Drawn {
            element,
            tag,
            attributes,
            acts: Vec::new(),
            has_value: value.is_some(),
            inside: Stands::Markup(String::new()),
        };
        let Some(element) = &drawn.element else { return drawn };
        for (name, value) in &drawn.attributes {
            let _ = element.set_attribute(name, value);
        }
        for (name, act) in acts {
            drawn.acts.push((name, act.build(element)));
        }
        drawn.inside = match inside.drawn() {
            ToDraw::Markup(markup) => {
                if !markup.is_empty() {
                    markup::put(element, &markup);
                }
                Stands::Markup(markup)
            }
            ToDraw::Views(views) => {
                let mut stand = Vec::new();
                put_in_place(element, views, &mut stand);
                Stands::Views(stand)
            }
        };
        set_value(element, value);
        drawn
    }

    fn rebuild(self, drawn: &mut Drawn) {
        if !drawn.is_of_the_shape_of(&self.0) {
            let mut new = self.build();
            drawn.insert_before_this(&mut new);
            drawn.unmount();
            *drawn = new;
            return;
        }
        let Parts { attributes, acts, value, inside, .. } = *self.0;
        let Some(element) = &drawn.element else { return };
        for (name, _) in &drawn.attributes {
            if !attributes.iter().any(|(new, _)| new == name) {
                let _ = element.remove_attribute(name);
            }
        }
        for attribute in &attributes {
            if !drawn.attributes.contains(attribute) {
                let _ = element.set_attribute(attribute.0, &attribute.1);
            }
        }
        drawn.attributes = attributes;
        for ((_, new), (_, known)) in acts.into_iter().zip(&mut drawn.acts) {
            new.rebuild(known);
        }
        match (inside.drawn(), &mut drawn.inside) {
            (ToDraw::Markup(new), Stands::Markup(known)) => {
                if new != *known {
                    markup::put(element, &new);
                    *known = new;
                }
            }
            (ToDraw::Views(new), Stands::Views(known)) => put_in_place(element, new, known),
            (ToDraw::Markup(new), Stands::Views(_)) => {
                markup::put(element, &new);
                drawn.inside = Stands::Markup(new);
            }
            (ToDraw::Views(new), Stands::Markup(_)) => {
                markup::put(element, "");
                let mut stand = Vec::new();
                put_in_place(element, new, &mut stand);
                drawn.inside = Stands::Views(stand);
            }
        }
        set_value(element, value);
    }
}

impl Drawn {
    fn is_of_the_shape_of(&self, parts: &Parts) -> bool {
        self.tag == parts.tag
            && self.has_value == parts.value.is_some()
            && self.acts.iter().map(|(name, _)| name).eq(parts.acts.iter().map(|(name, _)| name))
    }
}

/// What is inside of an element, as it is put there.
enum ToDraw {
    Markup(String),
    Views(Vec<AnyView>),
}

impl Inside {
    fn drawn(self) -> ToDraw {
        match self {
            Self::Markup(markup) => ToDraw::Markup(markup),
            Self::Pieces(pieces) => {
                if pieces.iter().all(Piece::is_still) {
                    let mut markup = String::new();
                    pieces.iter().for_each(|piece| piece.write(&mut markup));
                    return ToDraw::Markup(markup);
                }
                ToDraw::Views(pieces.into_iter().map(Piece::view).collect())
            }
        }
    }
}

impl Piece {
    /// Whether it follows no signal and hears no event.
    fn is_still(&self) -> bool {
        match self {
            Self::Words(_) | Self::Nothing => true,
            Self::Element(El(parts)) => {
                let is_still = match &parts.inside {
                    Inside::Markup(_) => true,
                    Inside::Pieces(pieces) => pieces.iter().all(Self::is_still),
                };
                parts.acts.is_empty() && parts.value.is_none() && is_still
            }
            Self::View(_) => false,
        }
    }

    /// Writes what is still.
    fn write(&self, out: &mut String) {
        match self {
            Self::Words(words) => escape(words, out),
            Self::Element(element) => {
                element.open(out);
                match &element.0.inside {
                    Inside::Markup(markup) => out.push_str(markup),
                    Inside::Pieces(pieces) => pieces.iter().for_each(|piece| piece.write(out)),
                }
                element.close(out);
            }
            Self::View(_) | Self::Nothing => {}
        }
    }

    fn view(self) -> AnyView {
        match self {
            Self::Words(words) => text(&words),
            Self::Element(element) => element.view(),
            Self::View(view) => view,
            Self::Nothing => nothing(),
        }
    }
}

impl El {
    fn open(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.0.tag);
        for (name, value) in &self.0.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        out.push('>');
    }

    fn close(&self, out: &mut String) {
        // What never has anything inside has no end.
        if !matches!(self.0.tag, "input" | "br" | "hr") {
            out.push_str("</");
            out.push_str(self.0.tag);
            out.push('>');
        }
    }
}

fn escape(words: &str, out: &mut String) {
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            sign => out.push(sign),
        }
    }
}

/// Puts views in the place of those that stand in an element.
fn put_in_place(element: &Element, views: Vec<AnyView>, stand: &mut Vec<AnyViewState>) {
    let mut views = views.into_iter();
    let mut kept = 0;
    for (state, view) in stand.iter_mut().zip(views.by_ref()) {
        view.rebuild(state);
        kept += 1;
    }
    for mut gone in stand.drain(kept..) {
        gone.unmount();
    }
    for view in views {
        let mut state = view.build();
        state.mount(element, None);
        stand.push(state);
    }
}

/// Gives a field its value, where it has another one: it may be the one that was typed last, with the caret in it.
fn set_value(element: &Element, value: Option<String>) {
    let Some(value) = value else { return };
    let name = JsValue::from_str("value");
    let present = Reflect::get(element, &name).ok().and_then(|present| present.as_string());
    if present.as_ref() != Some(&value) {
        let _ = Reflect::set(element, &name, &value.into());
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        if let Some(element) = &self.element {
            element.remove();
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        if let Some(element) = &self.element {
            let _ = parent.insert_before(element, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(element) = &self.element else { return false };
        let parent = element.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(element));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<Element> {
        self.element.clone().into_iter().collect()
    }
}

impl AddAnyAttr for El {
    type Output<New: Attribute> = Self;

    fn add_any_attr<New: Attribute>(mut self, attribute: New) -> Self {
        self.0.acts.push(("", attribute.into_cloneable_owned().into_any_attr()));
        self
    }
}

/// As text, for tests. Nothing is sent as text and taken up in the browser.
impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        more: Vec<AnyAttribute>,
    ) {
        self.open(buf);
        let close = el(self.0.tag);
        let Parts { acts, inside, .. } = *self.0;
        // What follows signals belongs into the tag.
        let (mut class, mut style, mut markup) = Default::default();
        buf.pop();
        for act in acts.into_iter().map(|(_, act)| act).chain(more) {
            act.to_html(buf, &mut class, &mut style, &mut markup);
        }
        buf.push('>');
        match inside.drawn() {
            ToDraw::Markup(markup) => buf.push_str(&markup),
            ToDraw::Views(views) => {
                *position = Position::FirstChild;
                for view in views {
                    view.to_html_with_buf(buf, position, escape, mark_branches, Vec::new());
                }
            }
        }
        close.close(buf);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::classed;
    use super::*;

    #[track_caller]
    fn check(element: El, expect: &str) {
        assert_eq!(element.view().to_html(), expect);
    }

    fn words() -> El {
        classed("p", "note").attr("title", "\"A\" & <B>").child("1 < 2 & 3")
    }

    const WORDS: &str = "<p class=\"note\" title=\"&quot;A&quot; &amp; &lt;B&gt;\">1 &lt; 2 &amp; 3</p>";

    #[test]
    fn words_and_attributes_are_escaped_and_markup_is_as_it_was_made() {
        let safe = el("span").markup("<em>so</em>".to_owned());
        check(el("div").child(words()).child(safe), &format!("<div>{WORDS}<span><em>so</em></span></div>"));
        check(el("p").child(el("br")).child(None::<El>), "<p><br></p>");
    }

    #[test]
    fn what_follows_a_signal_is_drawn_with_what_stands_around_it() {
        let owner = Owner::new();
        owner.with(|| {
            let button = el("button").live_attr("aria-pressed", || Some("true")).child("Flag");
            check(
                el("div").child(words()).child(button),
                &format!("<div>{WORDS}<button aria-pressed=\"true\">Flag</button></div>"),
            );
        });
    }
}
