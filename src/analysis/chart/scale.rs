//! Numbers along an axis that are easy to read.

/// Numbers from 0 to at least `highest`, in steps of 1, 2 or 5 times a power of ten; about `count` of them, whole ones where `is_whole`.
pub fn ticks(highest: f64, count: usize, is_whole: bool) -> Vec<f64> {
    if !highest.is_finite() || highest <= 0.0 {
        return vec![0.0, 1.0];
    }
    let rough = highest / count.max(1) as f64;
    let mut power = 1.0;
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    while power > rough && power > 1e-9 {
        power /= 10.0;
    }
    let step = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power).into_iter().find(|step| *step >= rough);
    let step = step.unwrap_or(rough).max(if is_whole { 1.0 } else { 0.0 });
    // A hair is let pass, for 0.1 is no binary number.
    let steps = (highest / step - 1e-9).ceil().max(1.0) as usize;
    (0..=steps).map(|place| place as f64 * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(highest: f64, count: usize, is_whole: bool, expect: &[f64]) {
        assert_eq!(ticks(highest, count, is_whole), expect);
    }

    #[test]
    fn ticks_are_round_and_reach_the_highest() {
        check(7.0, 4, true, &[0.0, 2.0, 4.0, 6.0, 8.0]);
        check(2.0, 5, true, &[0.0, 1.0, 2.0]);
        check(60.0, 5, true, &[0.0, 20.0, 40.0, 60.0]);
        check(100.0, 5, false, &[0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        check(1.0, 4, false, &[0.0, 0.5, 1.0]);
        check(0.0, 4, true, &[0.0, 1.0]);
        check(f64::NAN, 4, true, &[0.0, 1.0]);
    }
}
