//! Charts, as shapes and as SVG.
//!
//! A chart is a [`Drawing`]: shapes with classes, a title and a sentence that says what it shows; the numbers themselves stand in a table beside
//! it. A page can make elements of the shapes, a report takes them as text from [`svg`]. Colours come from the classes, so that they follow
//! day, night, paper and forced colours; nothing is told by colour alone.
//!
//! Three charts of lines, rectangles and dots need no library of axes; those that there are bring fonts, colours or a canvas of their own.

mod bars;
mod histogram;
mod plane;
mod scale;

use maud::{Markup, html};

pub use self::bars::{Bar, bars};
pub use self::histogram::histogram;
pub(crate) use self::histogram::tenths;
pub use self::plane::{Spot, plane};
pub use self::scale::ticks;

/// The style of charts: a class for each role, in the colours of the page.
pub const STYLE: &str = include_str!("chart/chart.css");

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// What it is called.
    pub title: String,
    /// What it shows, in a sentence.
    pub description: String,
    /// Its width, in units of its own.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What is drawn, the hindmost first.
    pub shapes: Vec<Shape>,
}

/// Something that is drawn. `class` is its role: the style gives it a colour.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A straight line.
    #[allow(missing_docs)]
    Line { from: (f64, f64), to: (f64, f64), class: &'static str },
    /// A rectangle, from its upper left corner; `title` is shown by pointing at it.
    #[allow(missing_docs)]
    Rect { at: (f64, f64), width: f64, height: f64, class: &'static str, title: String },
    /// A dot, by its middle.
    #[allow(missing_docs)]
    Dot { at: (f64, f64), radius: f64, class: &'static str, title: String },
    /// Words on a line.
    #[allow(missing_docs)]
    Text { at: (f64, f64), anchor: Anchor, class: &'static str, text: String },
}

/// Which end of words a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// They begin there.
    Start,
    /// They are centred there.
    Middle,
    /// They end there.
    End,
}

impl Anchor {
    /// As SVG writes it.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A chart as SVG. `id` is unlike that of any other element of the page.
pub fn svg(drawing: &Drawing, id: &str) -> String {
    markup(drawing, id).into_string()
}

pub(crate) fn markup(drawing: &Drawing, id: &str) -> Markup {
    let Drawing { title, description, width, height, shapes } = drawing;
    html! {
        svg class="chart" role="img" xmlns="http://www.w3.org/2000/svg"
            viewBox={ "0 0 " (number(*width)) " " (number(*height)) }
            aria-labelledby={ (id) "-title" } aria-describedby={ (id) "-desc" } {
            title id={ (id) "-title" } { (title) }
            desc id={ (id) "-desc" } { (description) }
            @for shape in shapes { (drawn(shape)) }
        }
    }
}

fn drawn(shape: &Shape) -> Markup {
    html! {
        @match shape {
            Shape::Line { from, to, class } => {
                line class=(class) x1=(number(from.0)) y1=(number(from.1)) x2=(number(to.0)) y2=(number(to.1)) {}
            }
            Shape::Rect { at, width, height, class, title } => {
                rect class=(class) x=(number(at.0)) y=(number(at.1)) width=(number(*width)) height=(number(*height)) {
                    (named(title))
                }
            }
            Shape::Dot { at, radius, class, title } => {
                circle class=(class) cx=(number(at.0)) cy=(number(at.1)) r=(number(*radius)) { (named(title)) }
            }
            Shape::Text { at, anchor, class, text } => {
                text class=(class) x=(number(at.0)) y=(number(at.1)) text-anchor=(anchor.attribute()) { (text) }
            }
        }
    }
}

fn named(title: &str) -> Markup {
    html! { @if !title.is_empty() { title { (title) } } }
}

/// A coordinate to a tenth of a unit: no eye sees more.
fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // No `-0`.
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// A line of words.
fn words(at: (f64, f64), anchor: Anchor, class: &'static str, text: impl Into<String>) -> Shape {
    Shape::Text { at, anchor, class, text: text.into() }
}
