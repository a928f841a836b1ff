//! Intervals that admit how few the learners are. All of them are for 95 % confidence.

/// The 97.5th percentile of the normal distribution.
pub(crate) const Z: f64 = 1.959_963_984_540_054;

/// Where a figure of the population is likely to lie, in the unit of the figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The interval of a facility, 0 to 1, of so many learners: Wilson's score interval (E. B. Wilson, *Probable inference*, JASA 22, 1927).
///
/// For marks of all or nothing it is that of a share. For marks between it is never too narrow, because nothing between 0 and 1 varies more
/// about the same mean than all or nothing does.
pub fn of_facility(facility: f64, learners: usize) -> Option<Interval> {
    if learners == 0 || !(0.0..=1.0).contains(&facility) {
        return None;
    }
    let count = learners as f64;
    let scale = 1.0 + Z * Z / count;
    let middle = (facility + Z * Z / (2.0 * count)) / scale;
    let half = Z / scale * (facility * (1.0 - facility) / count + Z * Z / (4.0 * count * count)).sqrt();
    Some(Interval { low: (middle - half).max(0.0), high: (middle + half).min(1.0) })
}

/// The interval of a correlation, −1 to 1, of so many learners, in per cent: Fisher's z (R. A. Fisher, *Metron* 1, 1921), from four learners on.
pub fn of_correlation(correlation: f64, learners: usize) -> Option<Interval> {
    if learners < 4 || correlation.abs() >= 1.0 {
        return None;
    }
    let (z, half) = (libm::atanh(correlation), Z / (learners as f64 - 3.0).sqrt());
    Some(Interval { low: 100.0 * libm::tanh(z - half), high: 100.0 * libm::tanh(z + half) })
}

/// The interval of alpha, at most 1, of so many items and learners, in per cent: ln(1 − alpha) is about normal with the variance
/// 2P ÷ ((P − 1)(S − 2)) (D. G. Bonett, *Sample size requirements for testing and estimating coefficient alpha*, JEBS 27, 2002).
pub fn of_alpha(alpha: f64, items: usize, learners: usize) -> Option<Interval> {
    if learners < 3 || items < 2 || alpha >= 1.0 {
        return None;
    }
    let (items, learners) = (items as f64, learners as f64);
    let half = Z * (2.0 * items / ((items - 1.0) * (learners - 2.0))).sqrt();
    let middle = libm::log(1.0 - alpha);
    let end = |log: f64| 100.0 * (1.0 - libm::exp(log));
    Some(Interval { low: end(middle + half), high: end(middle - half) })
}
