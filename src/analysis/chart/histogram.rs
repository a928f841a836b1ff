//! How many learners reached which share of the points.

use super::{Anchor, Drawing, Shape, ticks, words};

const WIDTH: f64 = 480.0;
const HEIGHT: f64 = 220.0;
/// Room for the numbers of the axes.
const LEFT: f64 = 44.0;
/// Room for half of the last number.
const RIGHT: f64 = 18.0;
const BOTTOM: f64 = 44.0;
const TOP: f64 = 16.0;
/// How many columns there are: ten of ten per cent each.
const COLUMNS: usize = 10;

/// How many of these shares, 0 to 1, lie in each tenth; the highest share belongs to the last.
pub(crate) fn tenths(shares: &[f64]) -> [usize; COLUMNS] {
    let mut counts = [0; COLUMNS];
    for share in shares {
        // A hair is let pass: 0.3 is a little less than three tenths to a computer.
        let place = ((share.clamp(0.0, 1.0) * COLUMNS as f64 + 1e-9) as usize).min(COLUMNS - 1);
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    counts
}

/// A histogram of shares of the points, 0 to 1, with a line at the pass mark.
pub fn histogram(title: &str, shares: &[f64], pass: Option<f64>) -> Drawing {
    let counts = tenths(shares);
    let highest = counts.iter().copied().max().unwrap_or_default();
    let ticks = ticks(highest as f64, 4, true);
    let top = ticks.last().copied().unwrap_or(1.0);
    let (width, height) = (WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    let x = |share: f64| LEFT + share * width;
    let y = |count: f64| TOP + height - count / top * height;
    let mut shapes = Vec::new();
    for tick in &ticks {
        let at = y(*tick);
        shapes.push(Shape::Line { from: (LEFT, at), to: (LEFT + width, at), class: "grid" });
        shapes.push(words((LEFT - 6.0, at + 4.0), Anchor::End, "soft", format!("{tick}")));
    }
    for (place, count) in counts.iter().enumerate() {
        let (from, to) = (place as f64 / COLUMNS as f64, (place + 1) as f64 / COLUMNS as f64);
        if *count > 0 {
            shapes.push(Shape::Rect {
                at: (x(from) + 1.5, y(*count as f64)),
                width: x(to) - x(from) - 3.0,
                height: y(0.0) - y(*count as f64),
                class: "bar",
                title: format!("{}–{} %: {count}", place * 10, place * 10 + 10),
            });
        }
    }
    shapes.push(Shape::Line { from: (LEFT, y(0.0)), to: (LEFT + width, y(0.0)), class: "axis" });
    for tenth in (0..=COLUMNS).step_by(2) {
        let at = (x(tenth as f64 / COLUMNS as f64), y(0.0) + 16.0);
        shapes.push(words(at, Anchor::Middle, "soft", format!("{}", tenth * 10)));
    }
    shapes.push(words(
        (LEFT + width / 2.0, HEIGHT - 6.0),
        Anchor::Middle,
        "soft",
        "Share of the points in per cent",
    ));
    if let Some(pass) = pass {
        shapes.push(Shape::Line { from: (x(pass), TOP - 6.0), to: (x(pass), y(0.0)), class: "goal" });
        let (anchor, shift) = if pass > 0.5 { (Anchor::End, -5.0) } else { (Anchor::Start, 5.0) };
        shapes.push(words((x(pass) + shift, TOP - 4.0), anchor, "strong", "pass mark"));
    }
    let told: Vec<String> = counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(place, count)| format!("{}–{} %: {count}", place * 10, place * 10 + 10))
        .collect();
    let description = format!("How many learners reached which share of the points. {}.", told.join("; "));
    Drawing { title: title.to_owned(), description, width: WIDTH, height: HEIGHT, shapes }
}
