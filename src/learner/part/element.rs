//! Elements of the page, all of one type.
//!
//! Leptos gives each shape of a view a type of its own, and each type its own code; a learner would fetch that code before
//! her first question. Built with [`el`], all views share one type: measured, that is a sixth of the application. `drawn` puts
//! them into the document.

mod drawn;

use js_sys::Reflect;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::property::prop;
use wasm_bindgen::JsValue;

use crate::part::voice::Voice;

/// An element that is being put together.
///
/// It is behind a pointer, as is everything that is put into it: a view has some twenty words, and each step of a chain that moved them
/// would be code that a learner fetches.
pub(crate) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    /// What is as it is until the element is drawn anew.
    attributes: Vec<(&'static str, String)>,
    /// What follows signals, and what is done on events, each with its name.
    acts: Vec<(&'static str, AnyAttribute)>,
    /// The property of that name, as it is at first.
    value: Option<String>,
    inside: Inside,
}

enum Inside {
    Pieces(Vec<Piece>),
    /// Markup that was made safe.
    Markup(String),
}

enum Piece {
    Words(String),
    Element(El),
    View(AnyView),
    Nothing,
}

/// A new element.
#[inline(never)]
pub(crate) fn el(tag: &'static str) -> El {
    let inside = Inside::Pieces(Vec::new());
    El(Box::new(Parts { tag, attributes: Vec::new(), acts: Vec::new(), value: None, inside }))
}

/// A new element with a class.
#[inline(never)]
pub(crate) fn classed(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

/// Text, as a view.
#[inline(never)]
pub(crate) fn text(text: &str) -> AnyView {
    text.to_owned().into_any()
}

/// Nothing, as a view.
#[inline(never)]
pub(crate) fn nothing() -> AnyView {
    Vec::<AnyView>::new().into_any()
}

/// A view that follows the signals that it reads.
pub(crate) fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    live_boxed(Box::new(view))
}

#[inline(never)]
fn live_boxed(view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    view.into_any()
}

impl El {
    /// With an attribute.
    #[inline(never)]
    pub(crate) fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    /// As an element that holds an author's words and nothing else.
    #[inline(never)]
    pub(crate) fn spoken(mut self, voice: &Voice) -> Self {
        let own = voice.attributes().into_iter().flatten();
        self.0.attributes.extend(own.map(|(name, value)| (name, value.to_owned())));
        self
    }

    /// With an attribute where the condition holds.
    #[inline(never)]
    pub(crate) fn attr_if(self, condition: bool, name: &'static str, value: &str) -> Self {
        if condition { self.attr(name, value) } else { self }
    }

    /// With an attribute that follows the signals that it reads; absent where it gives nothing.
    pub(crate) fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + Send + 'static,
    ) -> Self {
        self.live_attr_boxed(name, Box::new(value))
    }

    #[inline(never)]
    fn live_attr_boxed(
        mut self,
        name: &'static str,
        value: Box<dyn FnMut() -> Option<&'static str> + Send>,
    ) -> Self {
        self.0.acts.push((name, custom_attribute(name, value).into_any_attr()));
        self
    }

    /// With the property `checked`, which follows the signals that it reads.
    pub(crate) fn checked(self, checked: impl Fn() -> bool + Send + 'static) -> Self {
        self.checked_boxed(Box::new(checked))
    }

    #[inline(never)]
    fn checked_boxed(mut self, checked: Box<dyn FnMut() -> bool + Send>) -> Self {
        self.0.acts.push(("checked", prop("checked", checked).into_any_attr()));
        self
    }

    /// With the property `value`, as it is at first: what is typed later is the browser's own, with its caret.
    #[inline(never)]
    pub(crate) fn value(mut self, value: &str) -> Self {
        self.0.value = Some(value.to_owned());
        self
    }

    /// With something to do with the value that it has after each change by hand.
    pub(crate) fn on_value(self, act: impl FnMut(String) + 'static) -> Self {
        self.on_value_boxed(Box::new(act))
    }

    #[inline(never)]
    fn on_value_boxed(self, mut act: Box<dyn FnMut(String)>) -> Self {
        self.on("input", move |event| {
            let value = |target| Reflect::get(&target, &JsValue::from_str("value")).ok()?.as_string();
            act(event.target().and_then(|target| value(target.into())).unwrap_or_default());
        })
    }

    /// With something to do on an event.
    pub(crate) fn on(self, event: &'static str, act: impl FnMut(web_sys::Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(act))
    }

    #[inline(never)]
    fn on_boxed(mut self, event: &'static str, act: Box<dyn FnMut(web_sys::Event)>) -> Self {
        self.0.acts.push((event, ev::on(ev::Custom::<web_sys::Event>::new(event), act).into_any_attr()));
        self
    }

    /// With a child after those it has.
    pub(crate) fn child<'c>(self, child: impl Into<Child<'c>>) -> Self {
        self.push(child.into())
    }

    #[inline(never)]
    fn push(mut self, child: Child<'_>) -> Self {
        if let Inside::Pieces(pieces) = &mut self.0.inside {
            pieces.push(match child {
                Child::Words(words) => Piece::Words(words.to_owned()),
                Child::View(view) => Piece::View(*view),
                Child::Element(element) => Piece::Element(element),
                Child::Nothing => Piece::Nothing,
            });
        }
        self
    }

    /// With children after those it has.
    pub(crate) fn children<'c, C: Into<Child<'c>>>(self, children: impl IntoIterator<Item = C>) -> Self {
        children.into_iter().fold(self, |element, child| element.push(child.into()))
    }

    /// With markup inside, and nothing else.
    pub(super) fn markup(mut self, markup: String) -> Self {
        self.0.inside = Inside::Markup(markup);
        self
    }

    /// The element as a view.
    #[inline(never)]
    pub(crate) fn view(self) -> AnyView {
        self.into_any()
    }
}

/// What can stand in an element.
pub(crate) enum Child<'c> {
    /// Words.
    Words(&'c str),
    /// A view.
    View(Box<AnyView>),
    /// Another element.
    Element(El),
    /// Nothing.
    Nothing,
}

impl From<AnyView> for Child<'_> {
    #[inline(never)]
    fn from(view: AnyView) -> Self {
        Self::View(Box::new(view))
    }
}

impl From<El> for Child<'_> {
    fn from(element: El) -> Self {
        Self::Element(element)
    }
}

impl<'c> From<&'c str> for Child<'c> {
    fn from(words: &'c str) -> Self {
        Self::Words(words)
    }
}

impl From<Option<AnyView>> for Child<'_> {
    #[inline(never)]
    fn from(view: Option<AnyView>) -> Self {
        view.map_or(Self::Nothing, Self::from)
    }
}

impl From<Option<El>> for Child<'_> {
    fn from(element: Option<El>) -> Self {
        element.map_or(Self::Nothing, Self::Element)
    }
}
