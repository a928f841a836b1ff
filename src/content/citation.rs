//! How a citation is written, and how it reads.

use domain::id::SourceId;
use domain::reference::Citation;

use crate::desk::{Desk, Read};
use crate::markdown::split_citation;
use crate::names::Sort;
use crate::place::Place;
use crate::value::{Value, slug};

/// A citation in a TOML string: `source:place` or `source`.
pub(crate) fn read(value: Value<'_>) -> Read<Citation> {
    let text = value.text()?;
    let (source, place) = split_citation(text.value);
    make(value.desk, source, place, value.place())
}

/// A citation of a source that was declared.
pub(crate) fn make(desk: &Desk<'_>, source: &str, place: Option<&str>, at: Place) -> Read<Citation> {
    let id: SourceId = slug(desk, source, at)?;
    desk.resolve(Sort::Source, source, at)?;
    let (short, is_treaty) = desk.names.sources.get(source).cloned().unwrap_or_default();
    let text = reads(&short, is_treaty, place);
    Ok(Citation { source: id, place: place.map(str::to_owned), text })
}

/// How a citation reads: `Trafficking Protocol, art. 3(a)`. Only a place that begins with a number is an article.
fn reads(short: &str, is_treaty: bool, place: Option<&str>) -> String {
    match place {
        None => short.to_owned(),
        Some(place) if is_treaty && place.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{short}, art. {place}")
        }
        Some(place) => format!("{short}, {place}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_in_a_treaty_is_an_article() {
        assert_eq!(reads("Trafficking Protocol", true, Some("3(a)")), "Trafficking Protocol, art. 3(a)");
        assert_eq!(reads("Trafficking Protocol", true, Some("preamble")), "Trafficking Protocol, preamble");
        assert_eq!(reads("Series report", false, Some("12")), "Series report, 12");
        assert_eq!(reads("Series report", false, None), "Series report");
    }
}
