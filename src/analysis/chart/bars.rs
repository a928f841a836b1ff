//! How many chose what.

use super::{Anchor, Drawing, Shape, words};
use crate::text::wrapped;

const WIDTH: f64 = 480.0;
/// How high a bar is, with one line of words above it.
const ROW: f64 = 38.0;
/// How much higher it is for each further line: letters are larger in a narrow frame.
const LINE: f64 = 18.0;
const BAR: f64 = 12.0;
/// How many characters fit into a line above a bar, beside the number of those who chose it; the largest letters of the style counted.
const LINE_LENGTH: usize = 36;
/// How many lines a label has at most.
const MOST_LINES: usize = 2;

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
    let whole = of.max(1) as f64;
    let mut shapes = Vec::new();
    let mut told = Vec::new();
    let mut top = 0.0;
    for bar in all {
        let (sign, class) = match bar.is_right {
            Some(true) => ("✓ ", "bar-right"),
            Some(false) => ("", "bar-wrong"),
            None => ("", "bar"),
        };
        let words_class = if bar.is_right == Some(true) { "strong" } else { "named" };
        shapes.push(words((WIDTH, top + 14.0), Anchor::End, "soft", format!("{} of {of}", bar.count)));
        let lines = wrapped(&format!("{sign}{}", bar.label), LINE_LENGTH, MOST_LINES);
        let below = LINE * lines.len().saturating_sub(1) as f64;
        for (place, line) in lines.into_iter().enumerate() {
            shapes.push(words((0.0, top + 14.0 + LINE * place as f64), Anchor::Start, words_class, line));
        }
        let at = (0.0, top + 20.0 + below);
        shapes.push(Shape::Rect { at, width: WIDTH, height: BAR, class: "track", title: String::new() });
        if bar.count > 0 {
            let width = (bar.count as f64 / whole).min(1.0) * WIDTH;
            shapes.push(Shape::Rect { at, width, height: BAR, class, title: String::new() });
        }
        let right = if bar.is_right == Some(true) { ", which is right" } else { "" };
        told.push(format!("{}{right}: {}", bar.label, bar.count));
        top += ROW + below;
    }
    let description = format!("How many of {of} chose what. {}.", told.join("; "));
    Drawing { title: title.to_owned(), description, width: WIDTH, height: top, shapes }
}
