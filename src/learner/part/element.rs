//! Elements of the page, all of one type.
//!
//! Leptos gives each shape of a view a type of its own, and each type its own code; a learner would fetch that code before
//! her first question. Built with [`el`], all views share one type: measured, that is a sixth of the application.

use js_sys::Reflect;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::{HtmlElement, custom};
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
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// A new element.
#[inline(never)]
pub(crate) fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// A new element with a class.
#[inline(never)]
pub(crate) fn classed(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

/// These attributes, and those of an author's words.
pub(super) fn attributes(all: &[(&'static str, &str)], voice: &Voice) -> Vec<AnyAttribute> {
    let own = all.iter().copied().chain(voice.attributes().into_iter().flatten());
    own.map(|(name, value)| custom_attribute(name, value.to_owned()).into_any_attr()).collect()
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
        self.0.attributes.push(custom_attribute(name, value.to_owned()).into_any_attr());
        self
    }

    /// As an element that holds an author's words and nothing else.
    #[inline(never)]
    pub(crate) fn spoken(mut self, voice: &Voice) -> Self {
        self.0.attributes.extend(attributes(&[], voice));
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
        self.0.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// With the property `checked`, which follows the signals that it reads.
    pub(crate) fn checked(self, checked: impl Fn() -> bool + Send + 'static) -> Self {
        self.checked_boxed(Box::new(checked))
    }

    #[inline(never)]
    fn checked_boxed(mut self, checked: Box<dyn FnMut() -> bool + Send>) -> Self {
        self.0.attributes.push(prop("checked", checked).into_any_attr());
        self
    }

    /// With the property `value`, as it is at first: what is typed later is the browser's own, with its caret.
    #[inline(never)]
    pub(crate) fn value(mut self, value: &str) -> Self {
        self.0.attributes.push(prop("value", value.to_owned()).into_any_attr());
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
        self.0.attributes.push(ev::on(ev::Custom::<web_sys::Event>::new(event), act).into_any_attr());
        self
    }

    /// With a child after those it has.
    pub(crate) fn child<'c>(self, child: impl Into<Child<'c>>) -> Self {
        self.push(child.into())
    }

    #[inline(never)]
    fn push(mut self, child: Child<'_>) -> Self {
        self.0.children.push(match child {
            Child::Words(words) => text(words),
            Child::View(view) => *view,
            Child::Element(element) => element.view(),
            Child::Nothing => nothing(),
        });
        self
    }

    /// With children after those it has.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        for child in children {
            self.0.children.push(child);
        }
        self
    }

    /// The element as a view.
    #[inline(never)]
    pub(crate) fn view(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        let element: HtmlElement<_, (), ()> = custom(tag);
        element.child(children).add_any_attr(attributes).into_any()
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
