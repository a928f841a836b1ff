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
pub(crate) struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// A new element.
pub(crate) fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), children: Vec::new() }
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
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    view.into_any()
}

impl El {
    /// With an attribute.
    #[inline(never)]
    pub(crate) fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push(custom_attribute(name, value.to_owned()).into_any_attr());
        self
    }

    /// As an element that holds an author's words and nothing else.
    #[inline(never)]
    pub(crate) fn spoken(mut self, voice: &Voice) -> Self {
        self.attributes.extend(attributes(&[], voice));
        self
    }

    /// With an attribute where the condition holds.
    pub(crate) fn attr_if(self, condition: bool, name: &'static str, value: &str) -> Self {
        if condition { self.attr(name, value) } else { self }
    }

    /// With an attribute that follows the signals that it reads; absent where it gives nothing.
    pub(crate) fn live_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + Send + 'static,
    ) -> Self {
        let value: Box<dyn FnMut() -> Option<&'static str> + Send> = Box::new(value);
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// With the property `checked`, which follows the signals that it reads.
    pub(crate) fn checked(mut self, checked: impl Fn() -> bool + Send + 'static) -> Self {
        let checked: Box<dyn FnMut() -> bool + Send> = Box::new(checked);
        self.attributes.push(prop("checked", checked).into_any_attr());
        self
    }

    /// With the property `value`, as it is at first: what is typed later is the browser's own, with its caret.
    #[inline(never)]
    pub(crate) fn value(mut self, value: &str) -> Self {
        self.attributes.push(prop("value", value.to_owned()).into_any_attr());
        self
    }

    /// With something to do with the value that it has after each change by hand.
    pub(crate) fn on_value(self, mut act: impl FnMut(String) + 'static) -> Self {
        self.on_boxed(
            "input",
            Box::new(move |event| {
                let value = |target| Reflect::get(&target, &JsValue::from_str("value")).ok()?.as_string();
                act(event.target().and_then(|target| value(target.into())).unwrap_or_default());
            }),
        )
    }

    /// With something to do on an event.
    pub(crate) fn on(self, event: &'static str, act: impl FnMut(web_sys::Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(act))
    }

    #[inline(never)]
    fn on_boxed(mut self, event: &'static str, act: Box<dyn FnMut(web_sys::Event)>) -> Self {
        self.attributes.push(ev::on(ev::Custom::<web_sys::Event>::new(event), act).into_any_attr());
        self
    }

    /// With a child after those it has.
    pub(crate) fn child(mut self, child: impl Into<Child>) -> Self {
        self.push(child.into().0);
        self
    }

    #[inline(never)]
    fn push(&mut self, child: AnyView) {
        self.children.push(child);
    }

    /// With children after those it has.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.children.extend(children);
        self
    }

    /// The element as a view.
    #[inline(never)]
    pub(crate) fn view(self) -> AnyView {
        let Self { tag, attributes, children } = self;
        let element: HtmlElement<_, (), ()> = custom(tag);
        element.child(children).add_any_attr(attributes).into_any()
    }
}

/// What can stand in an element.
pub(crate) struct Child(AnyView);

impl From<AnyView> for Child {
    fn from(view: AnyView) -> Self {
        Self(view)
    }
}

impl From<El> for Child {
    fn from(element: El) -> Self {
        Self(element.view())
    }
}

impl From<&str> for Child {
    fn from(words: &str) -> Self {
        Self(text(words))
    }
}

impl From<Option<AnyView>> for Child {
    fn from(view: Option<AnyView>) -> Self {
        Self(view.unwrap_or_else(nothing))
    }
}

impl From<Option<El>> for Child {
    fn from(element: Option<El>) -> Self {
        Self(element.map_or_else(nothing, El::view))
    }
}
