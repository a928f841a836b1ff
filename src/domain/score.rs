//! Credit for an answer, and the rules for partial credit.

use std::iter::Sum;
use std::ops::Add;

use crate::id::Slug;
use crate::json::{Json, Value, Writer, words};

/// The share of a question's points that an answer earned, 0 to 1, to fifteen decimals.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Credit(f64);

impl Credit {
    /// All of the points.
    pub const FULL: Self = Self(1.0);
    /// None of the points.
    pub const NONE: Self = Self(0.0);

    /// The share, brought into 0 to 1; what is not a number earns nothing.
    pub fn new(share: f64) -> Self {
        // So many decimals every JSON parser reads as they were written. All that an `f64` can have need a parser that adds
        // 8 KB to the learner's download.
        const DECIMALS: f64 = 1e15;
        if share.is_nan() { Self::NONE } else { Self((share.clamp(0.0, 1.0) * DECIMALS).round() / DECIMALS) }
    }

    /// All or nothing.
    pub fn all_if(right: bool) -> Self {
        if right { Self::FULL } else { Self::NONE }
    }

    /// The share as a number, 0 to 1.
    pub fn share(self) -> f64 {
        self.0
    }

    /// What is said of an answer with this credit.
    pub fn verdict(self) -> Verdict {
        if self.0 >= 1.0 {
            Verdict::Right
        } else if self.0 > 0.0 {
            Verdict::Partly
        } else {
            Verdict::Wrong
        }
    }
}

impl Json for Credit {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        value.number().map(Self::new)
    }

    fn is_left_out(&self) -> bool {
        *self == Self::NONE
    }
}

/// What is said of an answer that was given. An answer that was not given has no verdict.
///
/// It is about the answer itself: one that is right at last is right, whatever tries and hints took of its credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// No credit.
    Wrong,
    /// Some of the credit.
    Partly,
    /// All of the credit.
    Right,
}

words! { Verdict { "wrong" => Wrong, "partly" => Partly, "right" => Right } }

/// An amount of points. What a question is worth is 0 or more; what was earned can be less than nothing, under certainty.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Points(f64);

impl Points {
    /// What a question is worth where its author says nothing.
    pub const ONE: Self = Self(1.0);
    /// No points.
    pub const ZERO: Self = Self(0.0);

    /// An amount; what is negative or not a finite number counts as none.
    pub fn new(amount: f64) -> Self {
        if amount.is_finite() && amount > 0.0 { Self(amount) } else { Self::ZERO }
    }

    /// The amount as a number.
    pub fn amount(self) -> f64 {
        self.0
    }

    /// The points that an answer with this credit earns.
    pub fn earned(self, credit: Credit) -> Self {
        Self(self.0 * credit.0)
    }

    /// The points that an answer with this verdict and this credit earns where it is marked by how sure the learner was.
    pub fn earned_with(self, verdict: Verdict, credit: Credit, certainty: Certainty) -> Self {
        Self(self.0 * certainty.mark(verdict, credit) / Certainty::HIGHEST)
    }

    /// This amount as a share of another, 0 to 1; of nothing it is 0.
    pub fn share_of(self, whole: Self) -> f64 {
        if whole.0 > 0.0 { (self.0 / whole.0).clamp(0.0, 1.0) } else { 0.0 }
    }
}

impl Json for Points {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        value.number().map(Self::new)
    }
}

impl Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

/// How sure a learner is of an answer.
///
/// Certainty-based marking after Gardner-Medwin, with the marks that Moodle uses: honesty pays, since each level is the best choice for
/// a chance of being right below 2/3, between 2/3 and 4/5, and above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Not very sure: below two thirds.
    Low,
    /// Fairly sure: between two thirds and four fifths.
    Middle,
    /// Quite sure: above four fifths.
    High,
}

words! { Certainty { "low" => Low, "middle" => Middle, "high" => High } }

impl Certainty {
    /// Every level, the lowest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    /// The highest mark of a question.
    pub const HIGHEST: f64 = 3.0;

    /// The mark of an answer, -6 to 3: 1, 2 or 3 times the credit of one that is right or partly right; 0, -2 or -6 for a wrong one.
    ///
    /// The verdict is told apart from the credit: who came to a right answer with so much help that nothing is left of its credit was not
    /// wrong.
    pub fn mark(self, verdict: Verdict, credit: Credit) -> f64 {
        let (right, wrong) = match self {
            Self::Low => (1.0, 0.0),
            Self::Middle => (2.0, -2.0),
            Self::High => (3.0, -6.0),
        };
        match verdict {
            Verdict::Right | Verdict::Partly => right * credit.share(),
            Verdict::Wrong => wrong,
        }
    }
}

/// Whether a share of the points reaches a pass mark, both 0 to 1.
///
/// Credits are fractions, and 7 + ⅓ + ⅓ + ⅓ comes out a hair below 8: what rounding took fails nobody.
pub fn passes(share: f64, pass: f64) -> bool {
    const ROUNDING: f64 = 1e-9;
    share >= pass - ROUNDING
}

/// How an answer that is partly right is credited.
///
/// The names and meanings are those of PrairieLearn's `partial-credit` for choices with several answers,
/// carried over to every kind that consists of several decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Partial {
    /// All or nothing.
    Off,
    /// Right decisions ÷ decisions.
    #[default]
    Each,
    /// (Right choices − wrong choices) ÷ right choices possible, never below 0.
    Net,
    /// (Right choices ÷ right choices possible) × (right choices ÷ choices made).
    Coverage,
}

words! { Partial { "off" => Off, "each" => Each, "net" => Net, "coverage" => Coverage } }

/// What was counted in an answer, before a rule makes a credit of it.
///
/// A *decision* is everything that the question asks to be decided; a *choice* is a decision that the learner made
/// visibly, by choosing or placing something. Leaving a wrong option alone is a right decision and no choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Decisions that the question asks for.
    pub decisions: usize,
    /// Decisions that are right.
    pub right_decisions: usize,
    /// Right choices that are possible.
    pub possible: usize,
    /// Choices made that are right.
    pub right: usize,
    /// Choices made that are wrong.
    pub wrong: usize,
}

impl Tally {
    /// The tally of a question in which every decision is also a choice.
    pub fn of_choices(possible: usize, right: usize, wrong: usize) -> Self {
        Self { decisions: possible, right_decisions: right, possible, right, wrong }
    }
}

impl Partial {
    /// The credit for what was counted.
    pub fn credit(self, tally: &Tally) -> Credit {
        let Tally { decisions, right_decisions, possible, right, wrong } = *tally;
        let ratio = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        match self {
            Self::Off => Credit::all_if(right == possible && wrong == 0),
            Self::Each => Credit::new(ratio(right_decisions, decisions)),
            Self::Net => Credit::new(ratio(right.saturating_sub(wrong), possible)),
            Self::Coverage => Credit::new(ratio(right, possible) * ratio(right, right + wrong)),
        }
    }
}

/// The credit for an answer, and which of its decisions were right.
#[derive(Debug, Clone, PartialEq)]
pub struct Marks {
    /// The share of the points.
    pub credit: Credit,
    /// Each decision by the key of what was decided, in the author's order.
    pub decisions: Vec<Decision>,
}

/// One decision of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The option, item or element that was decided on.
    pub on: Slug,
    /// Whether it was decided rightly.
    pub right: bool,
}

impl Marks {
    /// The marks of an answer in which each decision is a choice, under a rule for partial credit.
    pub(crate) fn of_choices(partial: Partial, decisions: Vec<Decision>) -> Self {
        let right = decisions.iter().filter(|decision| decision.right).count();
        let tally = Tally::of_choices(decisions.len(), right, decisions.len() - right);
        Self { credit: partial.credit(&tally), decisions }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{from_text, to_text};

    #[track_caller]
    fn check(partial: Partial, right: usize, wrong: usize, expect: f64) {
        // Five options, three of them right.
        let tally = Tally { decisions: 5, right_decisions: right + (2 - wrong), possible: 3, right, wrong };
        assert_eq!(partial.credit(&tally), Credit::new(expect), "{partial:?} {right} right, {wrong} wrong");
    }

    #[test]
    fn partial_credit_follows_its_formula() {
        check(Partial::Off, 3, 0, 1.0);
        check(Partial::Off, 2, 0, 0.0);
        check(Partial::Off, 3, 1, 0.0);
        check(Partial::Each, 2, 1, 3.0 / 5.0);
        check(Partial::Each, 0, 0, 2.0 / 5.0);
        check(Partial::Net, 2, 1, 1.0 / 3.0);
        check(Partial::Net, 1, 2, 0.0);
        check(Partial::Coverage, 2, 1, 2.0 / 3.0 * (2.0 / 3.0));
        check(Partial::Coverage, 3, 2, 3.0 / 5.0);
    }

    #[test]
    fn everything_right_and_nothing_wrong_is_full_credit_under_every_rule() {
        for partial in [Partial::Off, Partial::Each, Partial::Net, Partial::Coverage] {
            check(partial, 3, 0, 1.0);
        }
    }

    #[test]
    fn a_credit_is_read_as_it_was_written() {
        for whole in 1..=40 {
            for part in 0..=whole {
                let share = f64::from(part) / f64::from(whole);
                for credit in [Credit::new(share), Credit::new(share * share)] {
                    let text = to_text(&credit);
                    assert_eq!(from_text::<Credit>(&text), Some(credit), "{text}");
                }
            }
        }
    }

    #[test]
    fn hostile_numbers_become_harmless_ones() {
        assert_eq!(Credit::new(f64::NAN), Credit::NONE);
        assert_eq!(Credit::new(7.0), Credit::FULL);
        assert_eq!(Points::new(f64::INFINITY), Points::ZERO);
        assert_eq!(Points::new(-1.0), Points::ZERO);
        assert_eq!(Points::ONE.share_of(Points::ZERO), 0.0);
    }
}
