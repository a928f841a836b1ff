//! Numbers as they are read in the language of the page, and our words around those of an author.

use domain::score::Points;
use domain::template::{Piece, pieces};
use domain::time::Millis;
use texts::{Plural, fill};

use crate::browser;
use crate::part::element::{El, el};
use crate::part::texts::texts;

/// A share as it is shown: `67 %`.
///
/// It is rounded down, so that 100 % is said of nothing less, and a paper that just failed never shows the pass mark.
pub(crate) fn share(share: f64) -> String {
    // A share such as 0.29 is held as 0.28999…; what is that close to a whole per cent is that per cent.
    let whole = (share * 100.0 + 1e-7) as u32;
    fill(texts().percent, &[("number", &whole.to_string())])
}

/// Points as they are shown: `6.5`, `7`.
pub(crate) fn points(points: Points) -> String {
    browser::number((points.amount() * 100.0).round() / 100.0)
}

/// Points that were earned of those that can be: `1 of 2.5 points`.
pub(crate) fn points_of(earned: Points, possible: Points) -> String {
    let [earned, count] = [points(earned), points(possible)];
    let form = texts().points_of.of(browser::category(possible.amount()));
    fill(form, &[("earned", &earned), ("count", &count)])
}

/// A span of time as it is shown: in minutes, rounded down; in seconds where it is less than two minutes.
pub(crate) fn span(time: Millis) -> String {
    let seconds = time.0 / 1000;
    let (form, count) =
        if seconds < 120 { (&texts().seconds, seconds) } else { (&texts().minutes, seconds / 60) };
    counted(form, count as usize)
}

/// A text about so many things: `1 question`, `8 questions`.
pub(crate) fn counted(text: &Plural, count: usize) -> String {
    let shown = browser::number(count as f64);
    fill(text.of(browser::category(count as f64)), &[("count", &shown)])
}

/// A text with views in its places: an author's words, which can be in another language than the text.
pub(crate) fn around(text: &str, mut place: impl FnMut(&str) -> El) -> El {
    pieces(text).fold(el("span"), |around, piece| match piece {
        Piece::Text(text) => around.child(text),
        Piece::Place(name) => around.child(place(name)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_down_to_a_whole_per_cent() {
        assert_eq!(share(0.29), "29\u{a0}%");
        assert_eq!(share(0.699), "69\u{a0}%");
        assert_eq!(share(0.9999), "99\u{a0}%");
        assert_eq!(share(1.0), "100\u{a0}%");
    }

    #[test]
    fn points_show_no_more_decimals_than_they_need() {
        assert_eq!(points(Points::new(7.0)), "7");
        assert_eq!(points(Points::new(6.5)), "6.5");
        assert_eq!(points(Points::new(2.0 / 3.0)), "0.67");
        assert_eq!(points_of(Points::new(0.5), Points::new(1.0)), "0.5 of 1 point");
    }
}
