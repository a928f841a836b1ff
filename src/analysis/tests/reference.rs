//! The figures of a table that were published elsewhere.

use crate::matrix::{Item, Matrix};
use crate::statistics::{self, Statistics};

const MAXIMA: [f64; 5] = [1.0, 1.0, 2.0, 1.0, 1.0];

const MARKS: [[f64; 5]; 10] = [
    [1.0, 1.0, 2.0, 1.0, 0.0],
    [1.0, 0.5, 2.0, 1.0, 0.0],
    [1.0, 1.0, 1.0, 1.0, 1.0],
    [1.0, 0.0, 2.0, 1.0, 0.0],
    [1.0, 1.0, 1.5, 1.0, 0.0],
    [1.0, 0.0, 0.5, 1.0, 1.0],
    [1.0, 0.5, 1.0, 1.0, 0.0],
    [1.0, 0.0, 0.0, 1.0, 1.0],
    [0.0, 0.5, 0.5, 1.0, 1.0],
    [0.0, 0.0, 0.0, 1.0, 1.0],
];

pub(super) fn table() -> Matrix {
    let item =
        |(place, maximum): (usize, &f64)| Item { name: format!("item {}", place + 1), maximum: *maximum };
    let mut matrix = Matrix::new(MAXIMA.iter().enumerate().map(item).collect());
    for row in &MARKS {
        assert!(matrix.push(row));
    }
    matrix
}

#[track_caller]
fn near(found: Option<f64>, expect: Option<f64>) {
    match (found, expect) {
        (Some(found), Some(expect)) => assert!((found - expect).abs() <= 1e-9, "{found} is not {expect}"),
        (found, expect) => assert_eq!(found, expect),
    }
}

#[test]
fn the_figures_of_the_items_are_those_that_were_published() {
    // Facility, SD, effective weight, discrimination index and efficiency.
    let expect: [[Option<f64>; 5]; 5] = [
        [
            Some(0.8),
            Some(0.421_637_021_355_783_9),
            Some(28.379_127_706_300_77),
            Some(35.355_339_059_327_37),
            Some(50.0),
        ],
        [
            Some(0.45),
            Some(0.437_797_517_885_456_7),
            Some(29.971_699_338_225_27),
            Some(42.056_586_948_123_09),
            Some(48.453_608_247_422_68),
        ],
        [
            Some(0.525),
            Some(0.797_565_740_933_693_3),
            Some(41.649_172_955_473_95),
            Some(-2.955_270_622_827_703),
            Some(-3.448_275_862_068_959),
        ],
        [Some(1.0), Some(0.0), Some(0.0), None, None],
        [
            Some(0.5),
            Some(0.527_046_276_694_729_9),
            None,
            Some(-78.811_040_623_910_06),
            Some(-90.909_090_909_090_9),
        ],
    ];
    let Statistics { items, .. } = statistics::of(&table());
    for (figures, expect) in items.iter().zip(expect) {
        let found = [
            figures.facility,
            figures.sd,
            figures.effective_weight,
            figures.discrimination_index,
            figures.discriminative_efficiency,
        ];
        found.into_iter().zip(expect).for_each(|(found, expect)| near(found, expect));
    }
    let weights: Vec<Option<f64>> = items.iter().map(|figures| figures.intended_weight).collect();
    let sixth = 100.0 / 6.0;
    for (found, expect) in weights.into_iter().zip([sixth, sixth, 2.0 * sixth, sixth, sixth]) {
        near(found, Some(expect));
    }
    let negative: Vec<bool> = items.iter().map(|figures| figures.negative_covariance).collect();
    assert_eq!(negative, [false, false, false, false, true]);
}

#[test]
fn the_figures_of_the_quiz_are_those_that_were_published() {
    let quiz = statistics::of(&table()).quiz;
    assert_eq!((quiz.learners, quiz.items, quiz.maximum), (10, 5, 6.0));
    near(quiz.mean, Some(3.8));
    near(quiz.median, Some(3.75));
    near(quiz.sd, Some(0.977_525_219_907_678_6));
    near(quiz.skewness, Some(-0.410_386_128_692_987_7));
    near(quiz.kurtosis, Some(-0.523_907_710_731_669_3));
    near(quiz.cic, Some(-42.877_906_976_744_235));
    near(quiz.error_ratio, Some(119.531_546_872_256_37));
    near(quiz.standard_error, Some(1.168_451_016_422_074));
}

#[test]
fn figures_are_shown_of_ten_learners_and_not_of_nine() {
    let ten = statistics::of(&table());
    assert_eq!(ten.clone().fit_to_show(), ten);
    let mut matrix = Matrix::new(table().items().to_vec());
    MARKS.iter().take(9).for_each(|row| assert!(matrix.push(row)));
    let all = statistics::of(&matrix);
    let shown = all.clone().fit_to_show();
    assert!(all.items.iter().all(|figures| figures.facility.is_some()));
    for figures in &shown.items {
        let estimates = [
            figures.facility,
            figures.sd,
            figures.effective_weight,
            figures.discrimination_index,
            figures.discriminative_efficiency,
            figures.total_correlation,
        ];
        assert_eq!(estimates, [None; 6]);
        assert_eq!((figures.facility_interval, figures.discrimination_interval), (None, None));
    }
    assert_eq!((shown.quiz.mean, shown.quiz.sd), (all.quiz.mean, all.quiz.sd), "what is counted out stays");
    assert_eq!((shown.quiz.cic, shown.quiz.skewness, shown.quiz.standard_error), (None, None, None));
}

#[track_caller]
fn check_interval(found: Option<statistics::Interval>, low: f64, high: f64) {
    let found = found.unwrap();
    assert!((found.low - low).abs() < 5e-4 && (found.high - high).abs() < 5e-4, "{found:?}");
}

#[test]
fn intervals_are_those_of_their_methods() {
    // Wilson: 1 of 10 and 5 of 10, as tables of the score interval have them.
    check_interval(statistics::of_facility(0.1, 10), 0.0179, 0.4042);
    check_interval(statistics::of_facility(0.5, 10), 0.2366, 0.7634);
    check_interval(statistics::of_facility(0.0, 10), 0.0, 0.2775);
    // Fisher: r = 0.5 of 28 is 0.5493 ± 0.3920.
    check_interval(statistics::of_correlation(0.5, 28), 15.6028, 73.5818);
    // Bonett: alpha = 0.8, five items, 102 learners: ln 0.2 ± 1.96 · √(10 ÷ 400).
    check_interval(statistics::of_alpha(0.8, 5, 102), 72.7343, 85.3296);
    assert_eq!(statistics::of_facility(1.2, 10), None);
    assert_eq!(statistics::of_correlation(1.0, 10), None);
    assert_eq!(statistics::of_correlation(0.5, 3), None);
    assert_eq!(statistics::of_alpha(1.0, 5, 20), None);
}

#[test]
fn what_rounding_leaves_of_a_perfect_quiz_is_no_error() {
    for worth in (1..200).map(|tenths| f64::from(tenths) / 10.0) {
        let item = || Item { name: String::new(), maximum: 3.0 * worth };
        let mut matrix = Matrix::new(vec![item(), item(), item()]);
        for mark in [0.0, 0.0, 1.0, 2.0, 3.0, 3.0, 1.0].map(|mark| mark * worth) {
            assert!(matrix.push(&[mark, mark, mark]));
        }
        let Statistics { quiz, items } = statistics::of(&matrix);
        assert_eq!((quiz.cic, quiz.cic_interval), (Some(100.0), None), "a mark of {worth}");
        assert_eq!((quiz.error_ratio, quiz.standard_error), (Some(0.0), Some(0.0)), "a mark of {worth}");
        for figures in items {
            let found = (figures.discrimination_index, figures.discrimination_interval);
            assert_eq!(found, (Some(100.0), None), "a mark of {worth}");
        }
    }
}

#[test]
fn a_table_without_learners_or_items_has_no_figures_and_no_number_that_is_none() {
    let empty = statistics::of(&Matrix::new(Vec::new()));
    assert_eq!((empty.items.len(), empty.quiz.mean, empty.quiz.cic), (0, None, None));
    let mut one = Matrix::new(vec![Item { name: "a".to_owned(), maximum: 0.0 }]);
    let none = statistics::of(&one);
    assert_eq!((none.items[0].facility, none.items[0].sd, none.items[0].intended_weight), (None, None, None));
    assert!(one.push(&[0.0]));
    assert!(!one.push(&[0.0, 1.0]), "a row that does not fit is not taken");
    let figures = statistics::of(&one);
    assert_eq!((figures.items[0].facility, figures.items[0].sd, figures.quiz.mean), (None, None, Some(0.0)));
}
