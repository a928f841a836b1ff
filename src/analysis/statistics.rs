//! Classical test theory: what a table of marks says of a quiz and of each of its items.
//!
//! The formulas are those of Moodle's quiz statistics. S is the number of learners, P that of items, x the marks of an item, T the sum of a
//! learner's marks and R = T − x the *rest score*. Variances and covariances divide by S − 1. A figure that is not defined is none, never a
//! number that is not one.
//!
//! Every sum is taken in the order of the table, so that the figures are the same natively and in a browser to the last digit.

mod interval;
mod spread;

pub(crate) use self::interval::Z;
pub use self::interval::{Interval, of_alpha, of_correlation, of_facility};
use self::spread::{Spread, covariance, median, settled, sorted};
use crate::matrix::Matrix;

/// From how many learners on figures are shown at all.
pub const FEWEST: usize = 10;

/// From how many learners on figures are shown without a warning.
pub const ENOUGH: usize = 30;

/// How much figures of so many learners can bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Footing {
    /// Fewer than [`FEWEST`]: estimates are not shown.
    TooFew,
    /// Fewer than [`ENOUGH`]: they are shown with a warning.
    Few,
    /// As many as it takes, or more.
    Enough,
}

impl Footing {
    /// Of so many learners.
    pub fn of(learners: usize) -> Self {
        if learners < FEWEST {
            Self::TooFew
        } else if learners < ENOUGH {
            Self::Few
        } else {
            Self::Enough
        }
    }
}

/// What a table says.
#[derive(Debug, Clone, PartialEq)]
pub struct Statistics {
    /// Of the quiz.
    pub quiz: QuizFigures,
    /// Of each item, in the order of the table.
    pub items: Vec<ItemFigures>,
}

/// What the marks say of a quiz.
#[derive(Debug, Clone, PartialEq)]
pub struct QuizFigures {
    /// How many learners there are (S).
    pub learners: usize,
    /// How many items there are (P).
    pub items: usize,
    /// The highest sum of marks that can be had.
    pub maximum: f64,
    /// The mean sum of marks. None without learners.
    pub mean: Option<f64>,
    /// The middle sum of marks, or the mean of the two in the middle.
    pub median: Option<f64>,
    /// The standard deviation of the sums, √(Σ(T − T̄)² ÷ (S − 1)).
    pub sd: Option<f64>,
    /// k₃ ÷ k₂^1.5: below 0 where the tail is on the side of low marks. From three learners on.
    pub skewness: Option<f64>,
    /// k₄ ÷ k₂²: 0 for a normal distribution, above it for one with heavier tails. From four learners on.
    pub kurtosis: Option<f64>,
    /// The coefficient of internal consistency in per cent: Cronbach's alpha, for marks of 0 and 1 the same as KR-20.
    pub cic: Option<f64>,
    /// The confidence interval of alpha.
    pub cic_interval: Option<Interval>,
    /// 100 · √(1 − alpha), in per cent: how much of the standard deviation is chance. Above 100 where alpha is negative.
    pub error_ratio: Option<f64>,
    /// The standard error of a learner's sum, in marks.
    pub standard_error: Option<f64>,
}

/// What the marks say of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemFigures {
    /// How many learners were marked on it.
    pub learners: usize,
    /// The mean mark as a share of the highest, 0 to 1. None where the item is worth nothing.
    pub facility: Option<f64>,
    /// The confidence interval of the facility. None where a mark lies outside of what the item is worth.
    pub facility_interval: Option<Interval>,
    /// The standard deviation of the marks, in marks.
    pub sd: Option<f64>,
    /// The share of the quiz that the item is worth, in per cent.
    pub intended_weight: Option<f64>,
    /// The share of the differences between learners that it makes, in per cent: √C(x, T) ÷ Σ√C(x, T). None where the covariance is
    /// negative, which `negative_covariance` tells, and where papers differ.
    pub effective_weight: Option<f64>,
    /// Whether those who have more marks in all have fewer on this item.
    pub negative_covariance: bool,
    /// The discrimination index: the correlation of the marks with the rest score, in per cent, −100 to 100. None where either does not
    /// vary.
    pub discrimination_index: Option<f64>,
    /// The confidence interval of the discrimination index.
    pub discrimination_interval: Option<Interval>,
    /// 100 · C(x, R) ÷ its highest value for these marks and rest scores, in per cent. None where neither can vary together.
    pub discriminative_efficiency: Option<f64>,
    /// The correlation of the marks with the sum, the item included, in per cent. Of an item that was drawn at random Moodle shows this as
    /// its discrimination index; it is higher the fewer items there are.
    pub total_correlation: Option<f64>,
}

/// The marks of those who were given an item, with the rest of what they did.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    /// Their marks.
    pub marks: &'a [f64],
    /// Their rest scores.
    pub rests: &'a [f64],
    /// Their sums.
    pub totals: &'a [f64],
    /// What the item is worth.
    pub maximum: f64,
    /// What the whole paper is worth.
    pub possible: f64,
}

/// What a table of marks says.
pub fn of(matrix: &Matrix) -> Statistics {
    let totals = matrix.totals();
    let rests = matrix.rests();
    let possible = matrix.maximum();
    let columns = matrix.items().iter().zip(matrix.columns()).zip(&rests);
    let mut items: Vec<ItemFigures> = columns
        .map(|((item, marks), rests)| {
            of_item(Answered { marks, rests, totals: &totals, maximum: item.maximum, possible })
        })
        .collect();
    let total = Spread::of(&totals);
    let with_total = |marks: &Vec<f64>| covariance(&Spread::of(marks)?, total.as_ref()?);
    let shared: Vec<Option<f64>> = matrix.columns().iter().map(with_total).collect();
    let root = |covariance: &Option<f64>| covariance.filter(|shared| *shared >= 0.0).map(f64::sqrt);
    let sum: f64 = shared.iter().filter_map(root).sum();
    for (item, covariance) in items.iter_mut().zip(&shared) {
        item.effective_weight = root(covariance).filter(|_| sum > 0.0).map(|root| 100.0 * root / sum);
        item.negative_covariance = covariance.is_some_and(|shared| shared < 0.0);
    }
    Statistics { quiz: of_quiz(matrix.columns(), &totals, possible), items }
}

/// What the marks of those who were given an item say of it. Its effective weight hangs on the other items, and is none here.
pub fn of_item(answered: Answered<'_>) -> ItemFigures {
    let Answered { marks, rests, totals, maximum, possible } = answered;
    let (own, rest, total) = (Spread::of(marks), Spread::of(rests), Spread::of(totals));
    let facility = own.as_ref().filter(|_| maximum > 0.0).map(|own| own.mean / maximum);
    let is_within = marks.iter().all(|mark| (0.0..=maximum).contains(mark));
    let correlation = own.as_ref().zip(rest.as_ref()).and_then(|(own, rest)| own.correlation(rest));
    let with_total = own.as_ref().zip(total.as_ref());
    ItemFigures {
        learners: marks.len(),
        facility,
        facility_interval: facility.filter(|_| is_within).and_then(|share| of_facility(share, marks.len())),
        sd: own.as_ref().and_then(Spread::variance).map(f64::sqrt),
        intended_weight: Some(100.0 * maximum / possible).filter(|_| possible > 0.0),
        effective_weight: None,
        negative_covariance: false,
        discrimination_index: correlation.map(|index| 100.0 * index),
        discrimination_interval: correlation.and_then(|index| of_correlation(index, marks.len())),
        discriminative_efficiency: own
            .as_ref()
            .zip(rest.as_ref())
            .and_then(|(own, rest)| efficiency(own, rest)),
        total_correlation: with_total
            .and_then(|(own, total)| own.correlation(total))
            .map(|index| 100.0 * index),
    }
}

/// What the sums of marks say of a quiz whose items have these marks.
pub fn of_quiz(columns: &[Vec<f64>], totals: &[f64], maximum: f64) -> QuizFigures {
    let (learners, items) = (totals.len(), columns.len());
    let total = Spread::of(totals);
    let variance = total.as_ref().and_then(Spread::variance);
    let sd = variance.map(f64::sqrt);
    let moments = total.as_ref().and_then(Spread::moments);
    let variances: Option<f64> = columns.iter().map(|marks| Spread::of(marks)?.variance()).sum();
    let count = items as f64;
    let alpha = variance
        .zip(variances)
        .filter(|(whole, _)| learners > 2 && items > 1 && *whole > 0.0)
        .map(|(whole, parts)| settled(count / (count - 1.0) * (1.0 - parts / whole)));
    let error_ratio = alpha.map(|alpha| 100.0 * (1.0 - alpha).max(0.0).sqrt());
    QuizFigures {
        learners,
        items,
        maximum,
        mean: total.as_ref().map(|total| total.mean),
        median: median(totals),
        sd,
        skewness: moments.and_then(|moments| moments.skewness),
        kurtosis: moments.and_then(|moments| moments.kurtosis),
        cic: alpha.map(|alpha| 100.0 * alpha),
        cic_interval: alpha.and_then(|alpha| of_alpha(alpha, items, learners)),
        error_ratio,
        standard_error: error_ratio.zip(sd).map(|(ratio, sd)| ratio * sd / 100.0),
    }
}

/// The mean of numbers and its standard error, √(*V* ÷ S); none of nothing, and no error of one.
pub(crate) fn mean_and_error(values: &[f64]) -> Option<(f64, Option<f64>)> {
    let spread = Spread::of(values)?;
    Some((spread.mean, spread.variance().map(|variance| (variance / values.len() as f64).sqrt())))
}

/// The covariance as a share of the highest that these marks and rest scores allow, in per cent.
fn efficiency(own: &Spread, rest: &Spread) -> Option<f64> {
    let (found, highest) = (covariance(own, rest)?, covariance(&sorted(own), &sorted(rest))?);
    (highest > 0.0).then(|| 100.0 * found / highest)
}

impl Statistics {
    /// What may be shown of it: of fewer than [`FEWEST`] learners no estimate. What is merely counted out stays: how many there are, the
    /// mean and the spread of their marks, and what an item is worth.
    pub fn fit_to_show(self) -> Self {
        Self {
            quiz: self.quiz.fit_to_show(),
            items: self.items.into_iter().map(ItemFigures::fit_to_show).collect(),
        }
    }
}

impl QuizFigures {
    /// What may be shown of it; see [`Statistics::fit_to_show`].
    pub fn fit_to_show(self) -> Self {
        match Footing::of(self.learners) {
            Footing::Few | Footing::Enough => self,
            Footing::TooFew => Self {
                skewness: None,
                kurtosis: None,
                cic: None,
                cic_interval: None,
                error_ratio: None,
                standard_error: None,
                ..self
            },
        }
    }
}

impl ItemFigures {
    /// What may be shown of it; see [`Statistics::fit_to_show`].
    pub fn fit_to_show(self) -> Self {
        match Footing::of(self.learners) {
            Footing::Few | Footing::Enough => self,
            Footing::TooFew => Self {
                facility: None,
                facility_interval: None,
                sd: None,
                effective_weight: None,
                negative_covariance: false,
                discrimination_index: None,
                discrimination_interval: None,
                discriminative_efficiency: None,
                total_correlation: None,
                ..self
            },
        }
    }
}
