//! How many chose what.

use super::{Anchor, Drawing, Shape, words};
use crate::text::shortened;

const WIDTH: f64 = 480.0;
/// How high a bar is, with its words above it.
const ROW: f64 = 36.0;
const BAR: f64 = 12.0;
/// How many characters of a label fit above a bar.
const LONGEST: usize = 66;

/// A bar: something that could be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// How many chose it.
    pub count: usize,
    /// Whether it is right, where that is known. A right one is marked by a sign as well as by its colour.
    pub is_right: Option<bool>,
}

/// A bar for each choice; `of` is how many could choose.
pub fn bars(title: &str, all: &[Bar], of: usize) -> Drawing {
    let height = ROW * all.len() as f64;
    let whole = of.max(1) as f64;
    let mut shapes = Vec::new();
    let mut told = Vec::new();
    for (place, bar) in all.iter().enumerate() {
        let top = ROW * place as f64;
        let (sign, class) = match bar.is_right {
            Some(true) => ("✓ ", "bar-right"),
            Some(false) => ("", "bar-wrong"),
            None => ("", "bar"),
        };
        let label = format!("{sign}{}", shortened(&bar.label, LONGEST));
        let words_class = if bar.is_right == Some(true) { "strong" } else { "label" };
        shapes.push(words((0.0, top + 14.0), Anchor::Start, words_class, label));
        shapes.push(words((WIDTH, top + 14.0), Anchor::End, "soft", format!("{} of {of}", bar.count)));
        let at = (0.0, top + 19.0);
        shapes.push(Shape::Rect { at, width: WIDTH, height: BAR, class: "track", title: String::new() });
        if bar.count > 0 {
            let width = (bar.count as f64 / whole).min(1.0) * WIDTH;
            shapes.push(Shape::Rect { at, width, height: BAR, class, title: String::new() });
        }
        let right = if bar.is_right == Some(true) { ", which is right" } else { "" };
        told.push(format!("{}{right}: {}", bar.label, bar.count));
    }
    let description = format!("How many of {of} chose what. {}.", told.join("; "));
    Drawing { title: title.to_owned(), description, width: WIDTH, height, shapes }
}
