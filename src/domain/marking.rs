//! From everything that a learner did with a question to what it earned: tries and hints.
//!
//! Certainty is not part of the credit: it weighs what was earned, see [`crate::score::Points::earned_with`].

use crate::conditions::Conditions;
use crate::question::{Question, Response, Unmarkable};
use crate::score::{Credit, Marks};

/// What a learner's work on a question came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessed {
    /// The marks of the last try, by decision.
    pub marks: Marks,
    /// The credit, less what earlier tries and hints cost.
    pub credit: Credit,
}

/// Marks the last of several tries, or says why it cannot be marked.
///
/// `earlier` are the tries before it, the first one first; one that cannot be marked any more, because the question was edited, counts as
/// wrong. `hints` is the number of hints that were asked for.
pub fn assess(
    question: &Question,
    conditions: &Conditions,
    earlier: &[Response],
    last: &Response,
    hints: usize,
) -> Result<Assessed, Unmarkable> {
    let marks = question.score(last)?;
    let earlier: Vec<Option<Marks>> = earlier.iter().map(|try_| question.score(try_).ok()).collect();
    let kept = counted_back(conditions.penalty, &earlier, &marks);
    let cost: f64 = question.hints.iter().take(hints).map(|hint| hint.cost.share()).sum();
    let credit = if cost > 0.0 { Credit::new(kept.share() - cost) } else { kept };
    Ok(Assessed { marks, credit })
}

/// The credit of the last try after what earlier tries cost.
///
/// Moodle's *interactive with countback*: a decision that is right at the end earns
/// max(0, 1 − penalty × number of the last try at which it was wrong), so that what was right from the beginning costs nothing. Where
/// the credit is not the mean of the decisions, the whole of it is counted back by the number of earlier tries.
fn counted_back(penalty: Credit, earlier: &[Option<Marks>], last: &Marks) -> Credit {
    if earlier.is_empty() || penalty == Credit::NONE {
        return last.credit;
    }
    let penalty = penalty.share();
    let count = last.decisions.len();
    let is_mean = |marks: &Marks| {
        let right = marks.decisions.iter().filter(|decision| decision.right).count();
        marks.credit == Credit::new(right as f64 / count as f64)
    };
    let alike = |marks: &Option<Marks>| {
        marks.as_ref().is_none_or(|marks| {
            let mut pairs = marks.decisions.iter().zip(&last.decisions);
            marks.decisions.len() == count && is_mean(marks) && pairs.all(|(one, other)| one.on == other.on)
        })
    };
    if count < 2 || !is_mean(last) || !earlier.iter().all(alike) {
        return Credit::new(last.credit.share() * (1.0 - penalty * earlier.len() as f64));
    }
    let was_wrong = |place: usize, marks: &Option<Marks>| {
        marks.as_ref().and_then(|marks| marks.decisions.get(place)).is_none_or(|decision| !decision.right)
    };
    let earned = last.decisions.iter().enumerate().map(|(place, decision)| {
        let last_wrong = earlier.iter().rposition(|marks| was_wrong(place, marks)).map_or(0, |at| at + 1);
        if decision.right { (1.0 - penalty * last_wrong as f64).max(0.0) } else { 0.0 }
    });
    Credit::new(earned.sum::<f64>() / count as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Slug;
    use crate::score::Decision;

    fn marks(rights: &[bool]) -> Marks {
        let on = |place: usize| Slug::own(["one", "two", "three", "four"][place]);
        let decide = |(place, right): (usize, &bool)| Decision { on: on(place), right: *right };
        let right = rights.iter().filter(|right| **right).count();
        Marks {
            credit: Credit::new(right as f64 / rights.len() as f64),
            decisions: rights.iter().enumerate().map(decide).collect(),
        }
    }

    #[track_caller]
    fn check(penalty: f64, tries: &[&[bool]], expect: f64) {
        let (last, earlier) = tries.split_last().unwrap();
        let earlier: Vec<Option<Marks>> = earlier.iter().map(|rights| Some(marks(rights))).collect();
        assert_eq!(
            counted_back(Credit::new(penalty), &earlier, &marks(last)),
            Credit::new(expect),
            "{tries:?}"
        );
    }

    #[test]
    fn a_single_decision_loses_the_penalty_with_each_wrong_try() {
        check(0.25, &[&[true]], 1.0);
        check(0.25, &[&[false], &[true]], 0.75);
        check(0.25, &[&[false], &[false], &[true]], 0.5);
        check(0.5, &[&[false], &[false], &[false], &[true]], 0.0);
        check(0.25, &[&[false], &[false]], 0.0);
    }

    #[test]
    fn what_was_right_from_the_beginning_costs_nothing() {
        // Of four decisions two were right at once, one at the second try, one never.
        check(
            1.0 / 3.0,
            &[&[true, true, false, false], &[true, true, true, false]],
            (1.0 + 1.0 + 2.0 / 3.0) / 4.0,
        );
        // Right, then wrong, then right again: the last wrong try counts.
        check(0.25, &[&[true, true], &[false, true], &[true, true]], (0.5 + 1.0) / 2.0);
    }

    #[test]
    fn where_all_or_nothing_counts_a_try_costs_the_whole_penalty() {
        let nothing = Marks { credit: Credit::NONE, ..marks(&[true, false]) };
        assert_eq!(
            counted_back(Credit::new(0.25), &[Some(nothing)], &marks(&[true, true])),
            Credit::new(0.75)
        );
    }

    #[test]
    fn without_a_penalty_tries_are_free() {
        check(0.0, &[&[false, false], &[true, true]], 1.0);
    }

    #[test]
    fn a_try_that_cannot_be_marked_any_more_counts_as_wrong() {
        let last = marks(&[true, true]);
        assert_eq!(counted_back(Credit::new(0.25), &[None], &last), Credit::new(0.75));
    }
}
