//! What holds of the figures of every table.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::matrix::{Item, Matrix};
use crate::statistics::{self, Interval, ItemFigures, QuizFigures, Statistics};

/// Highest marks, and marks of quarters up to them: numbers that a computer adds without rounding.
fn tables() -> impl Strategy<Value = (Vec<f64>, Vec<Vec<f64>>)> {
    (1..7_usize, 1..30_usize).prop_flat_map(|(items, learners)| {
        vec(0..5_u8, items).prop_flat_map(move |maxima| {
            let maxima: Vec<f64> = maxima.into_iter().map(f64::from).collect();
            let own = maxima.clone();
            vec(vec(0..=4_u8, items), learners).prop_map(move |rows| {
                let mark = |(quarters, maximum): (&u8, &f64)| f64::from(*quarters) / 4.0 * maximum;
                let rows = rows.iter().map(|row| row.iter().zip(&own).map(mark).collect()).collect();
                (maxima.clone(), rows)
            })
        })
    })
}

fn matrix(maxima: &[f64], rows: &[Vec<f64>]) -> Matrix {
    let item = |maximum: &f64| Item { name: String::new(), maximum: *maximum };
    let mut matrix = Matrix::new(maxima.iter().map(item).collect());
    for row in rows {
        assert!(matrix.push(row));
    }
    matrix
}

fn of_item(figures: &ItemFigures) -> [Option<f64>; 7] {
    [
        figures.facility,
        figures.sd,
        figures.intended_weight,
        figures.effective_weight,
        figures.discrimination_index,
        figures.discriminative_efficiency,
        figures.total_correlation,
    ]
}

fn of_quiz(figures: &QuizFigures) -> [Option<f64>; 8] {
    [
        figures.mean,
        figures.median,
        figures.sd,
        figures.skewness,
        figures.kurtosis,
        figures.cic,
        figures.error_ratio,
        figures.standard_error,
    ]
}

fn ends(interval: Option<Interval>) -> [Option<f64>; 2] {
    [interval.map(|interval| interval.low), interval.map(|interval| interval.high)]
}

#[track_caller]
fn same(one: &[Option<f64>], other: &[Option<f64>]) {
    for (place, (one, other)) in one.iter().zip(other).enumerate() {
        match (one, other) {
            (Some(one), Some(other)) => {
                assert!(
                    (one - other).abs() <= 1e-9 * one.abs().max(1.0),
                    "figure {place}: {one} is not {other}"
                );
            }
            (one, other) => assert_eq!(one, other, "figure {place}"),
        }
    }
}

/// The same figures by other ways: whole sums of products in the place of deviations, the rest score as what is left of the sum.
mod naive {
    /// S·(S − 1) times the covariance; of quarters a number without rounding.
    fn whole(xs: &[f64], ys: &[f64]) -> f64 {
        let sum = |values: &[f64]| values.iter().sum::<f64>();
        let products: f64 = xs.iter().zip(ys).map(|(x, y)| x * y).sum();
        xs.len() as f64 * products - sum(xs) * sum(ys)
    }

    pub(super) fn covariance(xs: &[f64], ys: &[f64]) -> Option<f64> {
        let n = xs.len() as f64;
        (xs.len() > 1).then(|| whole(xs, ys) / (n * (n - 1.0)))
    }

    fn moment(xs: &[f64], power: i32) -> f64 {
        let n = xs.len() as f64;
        let mean = xs.iter().sum::<f64>() / n;
        xs.iter().map(|x| (x - mean).powi(power)).sum::<f64>() / n
    }

    pub(super) fn items(maxima: &[f64], rows: &[Vec<f64>]) -> Vec<[Option<f64>; 7]> {
        let totals: Vec<f64> = rows.iter().map(|row| row.iter().sum()).collect();
        let column = |item: usize| rows.iter().map(|row| row[item]).collect::<Vec<f64>>();
        let root = |item: usize| covariance(&column(item), &totals).filter(|c| *c >= 0.0).map(f64::sqrt);
        let roots: f64 = (0..maxima.len()).filter_map(root).sum();
        let possible: f64 = maxima.iter().sum();
        let correlation = |xs: &[f64], ys: &[f64]| {
            let (x, y) = (covariance(xs, xs)?, covariance(ys, ys)?);
            (x > 0.0 && y > 0.0).then_some(100.0 * covariance(xs, ys)? / (x * y).sqrt())
        };
        (0..maxima.len())
            .map(|item| {
                let xs = column(item);
                let rest: Vec<f64> = totals.iter().zip(&xs).map(|(total, x)| total - x).collect();
                let sorted = |values: &[f64]| {
                    let mut values = values.to_vec();
                    values.sort_by(f64::total_cmp);
                    values
                };
                let highest = covariance(&sorted(&xs), &sorted(&rest)).filter(|highest| *highest > 0.0);
                let n = xs.len() as f64;
                [
                    (maxima[item] > 0.0).then(|| xs.iter().sum::<f64>() / n / maxima[item]),
                    covariance(&xs, &xs).map(f64::sqrt),
                    (possible > 0.0).then_some(100.0 * maxima[item] / possible),
                    root(item).filter(|_| roots > 0.0).map(|root| 100.0 * root / roots),
                    correlation(&xs, &rest),
                    highest.zip(covariance(&xs, &rest)).map(|(highest, found)| 100.0 * found / highest),
                    correlation(&xs, &totals),
                ]
            })
            .collect()
    }

    pub(super) fn quiz(maxima: &[f64], rows: &[Vec<f64>]) -> [Option<f64>; 8] {
        let totals: Vec<f64> = rows.iter().map(|row| row.iter().sum()).collect();
        let (s, p) = (totals.len() as f64, maxima.len() as f64);
        let mut sorted = totals.clone();
        sorted.sort_by(f64::total_cmp);
        let half = sorted.len() / 2;
        let median =
            if sorted.len() % 2 == 1 { sorted[half] } else { (sorted[half - 1] + sorted[half]) / 2.0 };
        let variance = covariance(&totals, &totals);
        let k2 = variance.filter(|variance| *variance > 0.0 && s > 2.0);
        let (m2, m3, m4) = (moment(&totals, 2), moment(&totals, 3), moment(&totals, 4));
        let k3 = s * s * m3 / ((s - 1.0) * (s - 2.0));
        let k4 = s * s * ((s + 1.0) * m4 - 3.0 * (s - 1.0) * m2 * m2) / ((s - 1.0) * (s - 2.0) * (s - 3.0));
        let column = |item: usize| rows.iter().map(|row| row[item]).collect::<Vec<f64>>();
        let parts: f64 = (0..maxima.len()).map(|item| whole(&column(item), &column(item))).sum();
        let all = whole(&totals, &totals);
        // What is left to 1 is worked out before anything is divided, so that nothing is left of a perfect quiz.
        let left = k2.filter(|_| p > 1.0).map(|_| (p * parts - all) / ((p - 1.0) * all));
        let cic = left.map(|left| 100.0 * (1.0 - left));
        let ratio = left.map(|left| 100.0 * left.sqrt());
        [
            Some(totals.iter().sum::<f64>() / s),
            Some(median),
            variance.map(f64::sqrt),
            k2.map(|k2| k3 / k2.powf(1.5)),
            k2.filter(|_| s > 3.0).map(|k2| k4 / (k2 * k2)),
            cic,
            ratio,
            ratio.zip(variance).map(|(ratio, variance)| ratio * variance.sqrt() / 100.0),
        ]
    }
}

proptest! {
    #[test]
    fn figures_are_those_that_another_way_of_computing_gives((maxima, rows) in tables()) {
        let Statistics { quiz, items } = statistics::of(&matrix(&maxima, &rows));
        for (figures, expect) in items.iter().zip(naive::items(&maxima, &rows)) {
            same(&of_item(figures), &expect);
        }
        same(&of_quiz(&quiz), &naive::quiz(&maxima, &rows));
    }

    #[test]
    fn the_order_of_learners_and_of_items_changes_nothing(
        ((maxima, rows), seed) in (tables(), any::<u64>())
    ) {
        let before = statistics::of(&matrix(&maxima, &rows));
        // Any order will do: by a hash of the place.
        let mixed = |place: usize| (place as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(seed).rotate_left(17);
        let mut items: Vec<usize> = (0..maxima.len()).collect();
        items.sort_by_key(|place| mixed(*place) ^ seed);
        let maxima: Vec<f64> = items.iter().map(|item| maxima[*item]).collect();
        let rows: Vec<Vec<f64>> =
            rows.iter().rev().map(|row| items.iter().map(|item| row[*item]).collect()).collect();
        let after = statistics::of(&matrix(&maxima, &rows));
        for (figures, item) in after.items.iter().zip(&items) {
            same(&of_item(figures), &of_item(&before.items[*item]));
        }
        same(&of_quiz(&after.quiz), &of_quiz(&before.quiz));
    }

    #[test]
    fn marks_on_another_scale_have_the_same_figures_but_for_those_in_marks(
        ((maxima, rows), scale) in (tables(), 0.01..1000.0_f64)
    ) {
        let before = statistics::of(&matrix(&maxima, &rows));
        let scaled = |marks: &[f64]| marks.iter().map(|mark| mark * scale).collect::<Vec<f64>>();
        let rows: Vec<Vec<f64>> = rows.iter().map(|row| scaled(row)).collect();
        let after = statistics::of(&matrix(&scaled(&maxima), &rows));
        for (figures, former) in after.items.iter().zip(&before.items) {
            same(&ends(figures.discrimination_interval), &ends(former.discrimination_interval));
            let mut expect = of_item(former);
            expect[1] = expect[1].map(|sd| sd * scale);
            same(&of_item(figures), &expect);
        }
        let mut expect = of_quiz(&before.quiz);
        for place in [0, 1, 2, 7] {
            expect[place] = expect[place].map(|marks| marks * scale);
        }
        same(&of_quiz(&after.quiz), &expect);
        same(&ends(after.quiz.cic_interval), &ends(before.quiz.cic_interval));
    }

    #[test]
    fn no_table_of_finite_marks_gives_a_number_that_is_none(
        rows in vec(vec(-1e6..1e6_f64, 3), 0..12), maxima in vec(0.0..10.0_f64, 3)
    ) {
        let Statistics { quiz, items } = statistics::of(&matrix(&maxima, &rows));
        let of_items = items.iter().flat_map(of_item);
        let intervals = items.iter().flat_map(|figures| [figures.facility_interval, figures.discrimination_interval]);
        let of_intervals = intervals.chain([quiz.cic_interval]).flat_map(ends);
        for figure in of_items.chain(of_quiz(&quiz)).chain(of_intervals).flatten() {
            prop_assert!(figure.is_finite());
        }
    }

    #[test]
    fn an_interval_holds_its_figure((maxima, rows) in tables()) {
        for figures in statistics::of(&matrix(&maxima, &rows)).items {
            if let (Some(figure), Some(interval)) = (figures.facility, figures.facility_interval) {
                prop_assert!(interval.low <= figure + 1e-12 && figure <= interval.high + 1e-12);
            }
            if let (Some(figure), Some(interval)) = (figures.discrimination_index, figures.discrimination_interval) {
                prop_assert!(interval.low <= figure && figure <= interval.high);
            }
        }
    }
}
