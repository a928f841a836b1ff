//! Numbers as they are read.

use domain::score::Points;

/// A share as it is shown: `67 %`.
///
/// It is rounded down, so that 100 % is said of nothing less, and a paper that just failed never shows the pass mark.
pub(crate) fn share(share: f64) -> String {
    // A share such as 0.29 is held as 0.28999…; what is that close to a whole per cent is that per cent.
    format!("{} %", (share * 100.0 + 1e-7) as u32)
}

/// Points as they are shown: `6.5`, `7`.
pub(crate) fn points(points: Points) -> String {
    let hundredths = (points.amount() * 100.0 + 0.5) as u64;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        rest => format!("{whole}.{rest:02}"),
    }
}

/// Points with their name: `1 point`, `2.5 points`.
pub(crate) fn named_points(amount: Points) -> String {
    let shown = points(amount);
    let name = if shown == "1" { "point" } else { "points" };
    format!("{shown} {name}")
}

/// A number and the thing that is counted: `1 question`, `8 questions`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_down_to_a_whole_per_cent() {
        assert_eq!(share(0.29), "29 %");
        assert_eq!(share(0.699), "69 %");
        assert_eq!(share(0.9999), "99 %");
        assert_eq!(share(1.0), "100 %");
    }

    #[test]
    fn points_show_no_more_decimals_than_they_need() {
        assert_eq!(points(Points::new(7.0)), "7");
        assert_eq!(points(Points::new(6.5)), "6.5");
        assert_eq!(points(Points::new(2.0 / 3.0)), "0.67");
    }
}
