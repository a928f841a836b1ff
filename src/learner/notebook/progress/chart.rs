//! A chart of bars, as SVG. It has a name for those who do not see it; the numbers themselves are in the table beside it.
//!
//! A rectangle a share needs no library of axes and scales. Colours come from the style sheet, so that they follow day, night and forced
//! colours.

use domain::language::Direction;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::svg;

use crate::browser;
use crate::notebook::texts::texts;

/// The width of the drawing, in units of its own.
const WIDTH: f64 = 320.0;

/// Where bars begin: before it there is room for their numbers.
const START: f64 = 28.0;

/// How high a bar is with what is around it.
const ROW: f64 = 26.0;

/// How high a bar is.
const BAR: f64 = 14.0;

/// A bar for each share, 0 to 1, numbered from 1, and a line at `goal`. `number` is unlike that of any other chart of the page.
pub(super) fn bars(number: usize, shares: &[f64], goal: f64) -> AnyView {
    let height = ROW * shares.len() as f64;
    let is_mirrored = Direction::of(&browser::language()).attribute() == "rtl";
    let mut parts = vec![title(number)];
    for (place, share) in shares.iter().enumerate() {
        let top = ROW * place as f64;
        parts.push(label(place + 1, top, is_mirrored));
        parts.push(bar("track", 1.0, top, is_mirrored));
        if *share > 0.0 {
            parts.push(bar("bar", *share, top, is_mirrored));
        }
    }
    let at = mirrored(START + goal * (WIDTH - START), 0.0, is_mirrored);
    let line = [("class", "goal".to_owned()), ("x1", text(at)), ("x2", text(at)), ("y1", text(0.0))];
    parts.push(
        svg::line()
            .add_any_attr(attributes(line))
            .add_any_attr(attributes([("y2", text(height))]))
            .into_any(),
    );
    let own = [
        ("role", "img".to_owned()),
        ("aria-labelledby", id(number)),
        ("viewBox", format!("0 0 {WIDTH} {height}")),
        ("class", "bars".to_owned()),
    ];
    svg::svg().child(parts).add_any_attr(attributes(own)).into_any()
}

fn title(number: usize) -> AnyView {
    svg::title().child(texts().chart).add_any_attr(attributes([("id", id(number))])).into_any()
}

fn id(number: usize) -> String {
    format!("chart-{number}")
}

fn label(number: usize, top: f64, is_mirrored: bool) -> AnyView {
    let place = [
        ("x", text(mirrored(START - 8.0, 0.0, is_mirrored))),
        ("y", text(top + ROW / 2.0 + 5.0)),
        ("text-anchor", if is_mirrored { "start" } else { "end" }.to_owned()),
        ("direction", "ltr".to_owned()),
    ];
    svg::text().child(browser::number(number as f64)).add_any_attr(attributes(place)).into_any()
}

fn bar(class: &str, share: f64, top: f64, is_mirrored: bool) -> AnyView {
    let width = share * (WIDTH - START);
    let place = [
        ("class", class.to_owned()),
        ("x", text(mirrored(START, width, is_mirrored))),
        ("y", text(top + (ROW - BAR) / 2.0)),
        ("width", text(width)),
        ("height", text(BAR)),
    ];
    svg::rect().add_any_attr(attributes(place)).into_any()
}

/// Where something of this width begins that begins here from left to right.
fn mirrored(start: f64, width: f64, is_mirrored: bool) -> f64 {
    if is_mirrored { WIDTH - start - width } else { start }
}

fn text(number: f64) -> String {
    format!("{number:.1}")
}

fn attributes<const N: usize>(all: [(&'static str, String); N]) -> Vec<AnyAttribute> {
    all.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr()).collect()
}
