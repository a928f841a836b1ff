//! How a citation is written, and how it reads.

use domain::id::SourceId;
use domain::reference::Citation;

use crate::desk::{Desk, Read};
use crate::markdown::split_citation;
use crate::names::Sort;
use crate::place::Place;
use crate::value::{Value, slug};
use crate::words;

/// A citation in a TOML string: `source:place` or `source`.
pub(crate) fn read(value: Value<'_>) -> Read<Citation> {
    let text = value.written()?;
    let (source, place) = split_citation(text.value);
    make(value.desk, source, place, value.place())
}

/// A citation of a source that was declared.
pub(crate) fn make(desk: &Desk<'_>, source: &str, place: Option<&str>, at: Place) -> Read<Citation> {
    let id: SourceId = slug(desk, source, at)?;
    desk.resolve(Sort::Source, source, at)?;
    let (short, is_treaty) = desk.names.sources.get(source).cloned().unwrap_or_default();
    let language = desk.names.language(Sort::Source, source).to_owned();
    let text = match place {
        None => short,
        Some(place) => words::cited(&short, is_treaty, place, &language),
    };
    Ok(Citation { source: id, place: place.map(str::to_owned), text, language })
}
