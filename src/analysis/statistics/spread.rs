//! Numbers about their mean.

/// Below which share of their size differences are taken for what rounding left.
const ROUNDING: f64 = 1e-12;

/// Numbers about their mean.
#[derive(Debug, Clone)]
pub(super) struct Spread {
    /// The mean.
    pub(super) mean: f64,
    /// How far each number is from it; all nothing where they are the same but for rounding.
    deviations: Vec<f64>,
    /// The sum of the squares of the deviations.
    squares: f64,
}

/// The third and fourth moment, as unbiased estimates of a population.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moments {
    pub(super) skewness: Option<f64>,
    pub(super) kurtosis: Option<f64>,
}

impl Spread {
    /// Of these numbers; none where there is none.
    pub(super) fn of(values: &[f64]) -> Option<Self> {
        let first = *values.first()?;
        let bounds = |(low, high): (f64, f64), value: &f64| (low.min(*value), high.max(*value));
        let (low, high) = values.iter().fold((first, first), bounds);
        // 0.1 + 0.2 is not 0.3 to a computer; what rounding took is no difference between learners.
        if high - low <= ROUNDING * high.abs().max(low.abs()) {
            return Some(Self { mean: first, deviations: vec![0.0; values.len()], squares: 0.0 });
        }
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let deviations: Vec<f64> = values.iter().map(|value| value - mean).collect();
        let squares = deviations.iter().map(|deviation| deviation * deviation).sum();
        Some(Self { mean, deviations, squares })
    }

    /// The variance with S − 1 below; none of fewer than two.
    pub(super) fn variance(&self) -> Option<f64> {
        let count = self.deviations.len();
        (count > 1).then(|| self.squares / (count as f64 - 1.0))
    }

    /// The correlation with numbers of the same learners, −1 to 1; none where either are all the same.
    pub(super) fn correlation(&self, other: &Self) -> Option<f64> {
        let scale = (self.squares * other.squares).sqrt();
        (scale > 0.0).then(|| settled((products(self, other) / scale).clamp(-1.0, 1.0)))
    }

    /// Of more than two numbers that are not all the same: skewness, and of more than three kurtosis.
    pub(super) fn moments(&self) -> Option<Moments> {
        let count = self.deviations.len() as f64;
        let power = |of: fn(f64) -> f64| self.deviations.iter().map(|d| of(*d)).sum::<f64>() / count;
        let second = self.squares / count;
        let k2 = self.variance().filter(|variance| *variance > 0.0 && count > 2.0)?;
        let k3 = count * count * power(|d| d * d * d) / ((count - 1.0) * (count - 2.0));
        let kurtosis = (count > 3.0).then(|| {
            let fourth = power(|d| d * d * d * d);
            let above = count * count * ((count + 1.0) * fourth - 3.0 * (count - 1.0) * second * second);
            above / ((count - 1.0) * (count - 2.0) * (count - 3.0)) / (k2 * k2)
        });
        Some(Moments { skewness: Some(k3 / (k2 * k2.sqrt())), kurtosis })
    }
}

/// The covariance with S − 1 below; none of fewer than two.
pub(super) fn covariance(one: &Spread, other: &Spread) -> Option<f64> {
    let count = one.deviations.len();
    (count > 1).then(|| products(one, other) / (count as f64 - 1.0))
}

/// A coefficient whose highest value is 1: at 1 or −1 where it is that but for rounding. What is left to 1 goes under a root or a logarithm,
/// which would make much of it.
pub(super) fn settled(coefficient: f64) -> f64 {
    if (coefficient.abs() - 1.0).abs() <= ROUNDING { coefficient.signum() } else { coefficient }
}

/// The same numbers, the least first.
pub(super) fn sorted(spread: &Spread) -> Spread {
    let mut deviations = spread.deviations.clone();
    deviations.sort_unstable_by(f64::total_cmp);
    Spread { deviations, ..*spread }
}

/// The sum of the products of the deviations; nothing where it is no more than what rounding left.
fn products(one: &Spread, other: &Spread) -> f64 {
    let sum: f64 = one.deviations.iter().zip(&other.deviations).map(|(one, other)| one * other).sum();
    if sum.abs() <= ROUNDING * (one.squares * other.squares).sqrt() { 0.0 } else { sum }
}

/// The middle number, or the mean of the two in the middle.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    if values.len() % 2 == 1 { Some(upper) } else { Some((values.get(middle - 1)? + upper) / 2.0) }
}
