//! Parts that pages are made of, or that the application adds to them.

pub(crate) mod element;
pub(crate) mod gloss;
pub(crate) mod markup;
pub(crate) mod notice;
pub(crate) mod place;
pub(crate) mod reading;
pub(crate) mod saved;
pub(crate) mod source;
pub(crate) mod state;
pub(crate) mod texts;
pub(crate) mod voice;
pub(crate) mod words;
