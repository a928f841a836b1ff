//! Facility by discrimination: where each question stands.

use super::{Anchor, Drawing, Shape, words};

const WIDTH: f64 = 480.0;
const HEIGHT: f64 = 320.0;
const LEFT: f64 = 50.0;
/// Room for half of the last number.
const RIGHT: f64 = 18.0;
const BOTTOM: f64 = 44.0;
const TOP: f64 = 10.0;

/// A question in the plane.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// What is written beside it: its number in the table.
    pub label: String,
    /// What it is, told by pointing at it.
    pub title: String,
    /// Its facility, 0 to 1.
    pub facility: f64,
    /// Its discrimination index, in per cent.
    pub discrimination: f64,
}

/// A plane of questions: facility from left to right, discrimination upwards. Below the line of no discrimination is what should be looked at.
pub fn plane(title: &str, spots: &[Spot]) -> Drawing {
    let (width, height) = (WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    let x = |facility: f64| LEFT + facility.clamp(0.0, 1.0) * width;
    let y = |index: f64| TOP + height * (100.0 - index.clamp(-100.0, 100.0)) / 200.0;
    let mut shapes = vec![Shape::Rect {
        at: (LEFT, y(0.0)),
        width,
        height: y(-100.0) - y(0.0),
        class: "below",
        title: String::new(),
    }];
    for index in [-100.0, -50.0, 0.0, 50.0, 100.0] {
        let class = if index == 0.0 { "axis" } else { "grid" };
        shapes.push(Shape::Line { from: (LEFT, y(index)), to: (LEFT + width, y(index)), class });
        shapes.push(words(
            (LEFT - 6.0, y(index) + 4.0),
            Anchor::End,
            "soft",
            format!("{index}").replace('-', "−"),
        ));
    }
    for tick in 0..=5_u8 {
        let facility = f64::from(tick) / 5.0;
        shapes.push(Shape::Line { from: (x(facility), TOP), to: (x(facility), TOP + height), class: "grid" });
        let at = (x(facility), TOP + height + 16.0);
        shapes.push(words(at, Anchor::Middle, "soft", format!("{}", u32::from(tick) * 20)));
    }
    shapes.push(words(
        (LEFT + width / 2.0, HEIGHT - 6.0),
        Anchor::Middle,
        "soft",
        "Facility in per cent; discrimination index upwards",
    ));
    for spot in spots {
        let at = (x(spot.facility), y(spot.discrimination));
        let class = if spot.discrimination < 0.0 { "dot-odd" } else { "dot" };
        shapes.push(Shape::Dot { at, radius: 5.0, class, title: spot.title.clone() });
        let (anchor, shift) = if spot.facility > 0.9 { (Anchor::End, -8.0) } else { (Anchor::Start, 8.0) };
        shapes.push(words((at.0 + shift, at.1 + 4.0), anchor, "named", spot.label.clone()));
    }
    let odd: Vec<&str> =
        spots.iter().filter(|spot| spot.discrimination < 0.0).map(|spot| spot.label.as_str()).collect();
    let odd = match odd.as_slice() {
        [] => "None has a negative discrimination".to_owned(),
        odd => format!("A negative discrimination have: {}", odd.join(", ")),
    };
    let description = format!(
        "{} questions by facility, from left to right, and discrimination, from bottom to top. {odd}.",
        spots.len()
    );
    Drawing { title: title.to_owned(), description, width: WIDTH, height: HEIGHT, shapes }
}
