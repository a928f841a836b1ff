//! The draw: which questions of the banks a learner is given.

use crate::course::{Draw, DrawRule, Quiz};
use crate::id::{BankId, ObjectiveId, QuestionId, QuestionRef};
use crate::index::{BankIndex, Candidate};
use crate::random::{Chance, Purpose, Seed};
use crate::sort::sorted;

/// Draws the questions of a quiz.
///
/// `seen` tells how often the learner was given a question: those she was given least come first, and chance decides
/// among equals. No question is drawn twice. The same arguments give the same questions in the same order, natively and in
/// the browser; how the index lists banks and questions makes no difference. A bank that is missing, or too small, gives
/// what it has.
pub fn draw(
    quiz: &Quiz,
    objectives: &[ObjectiveId],
    banks: &[BankIndex],
    seen: impl Fn(&BankId, &QuestionId) -> usize,
    seed: Seed,
) -> Vec<QuestionRef> {
    let mut chance = Chance::new(seed, Purpose::Questions);
    let mut drawn: Vec<QuestionRef> = Vec::new();
    // What was drawn leaves an empty place.
    let mut left: Vec<(&BankIndex, Vec<Option<&Candidate>>)> =
        banks.iter().map(|bank| (bank, by_id(bank))).collect();
    for Draw { bank, rule } in &quiz.draws {
        let Some((bank, left)) = left.iter_mut().find(|(index, _)| index.id == *bank) else { continue };
        let mut take = |count: usize, objective: Option<&ObjectiveId>| {
            let fits = |candidate: &Candidate| objective.is_none_or(|wanted| candidate.objective == *wanted);
            let free = left.iter().enumerate().filter_map(|(place, candidate)| Some((place, (*candidate)?)));
            let mut free: Vec<(usize, &Candidate)> = free.filter(|(_, candidate)| fits(candidate)).collect();
            chance.shuffle(&mut free);
            let times: Vec<usize> = free.iter().map(|(_, candidate)| seen(&bank.id, &candidate.id)).collect();
            let order = sorted(times.len(), &|one, other| times.get(one).cmp(&times.get(other)));
            for (place, candidate) in order.into_iter().take(count).filter_map(|first| free.get(first)) {
                drawn.push(QuestionRef { bank: bank.id.clone(), question: candidate.id.clone() });
                if let Some(drawn) = left.get_mut(*place) {
                    *drawn = None;
                }
            }
        };
        match rule {
            DrawRule::Any(count) => take(*count, None),
            DrawRule::Objective(wanted, count) => take(*count, Some(wanted)),
            DrawRule::EachObjective(count) => {
                for wanted in objectives {
                    take(*count, Some(wanted));
                }
            }
        }
    }
    chance.shuffle(&mut drawn);
    drawn
}

/// The questions of a bank in an order that does not depend on how its index lists them.
fn by_id(bank: &BankIndex) -> Vec<Option<&Candidate>> {
    let all = &bank.questions;
    let id = |place: usize| all.get(place).map(|candidate| &candidate.id);
    let places = sorted(all.len(), &|one, other| id(one).cmp(&id(other)));
    places.into_iter().map(|place| all.get(place)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::course::Mode;
    use crate::index::Address;

    fn bank(name: &str, questions: usize) -> BankIndex {
        let candidate = |number: usize| Candidate {
            id: format!("q{number}").parse().unwrap(),
            objective: format!("o{}", number % 3).parse().unwrap(),
            shard: 0,
        };
        BankIndex {
            id: name.parse().unwrap(),
            shards: vec![Address("shard".to_owned())],
            questions: (0..questions).map(candidate).collect(),
        }
    }

    fn quiz(rules: Vec<DrawRule>) -> Quiz {
        Quiz {
            id: "quiz".parse().unwrap(),
            title: "Quiz".to_owned(),
            mode: Mode::Practice,
            pass: None,
            conditions: Default::default(),
            bands: Vec::new(),
            draws: rules.into_iter().map(|rule| Draw { bank: "bank".parse().unwrap(), rule }).collect(),
            was: Vec::new(),
        }
    }

    fn objectives() -> Vec<ObjectiveId> {
        ["o0", "o1", "o2"].map(|id| id.parse().unwrap()).to_vec()
    }

    fn names(drawn: &[QuestionRef]) -> Vec<&str> {
        drawn.iter().map(|reference| reference.question.as_str()).collect()
    }

    #[test]
    fn a_seed_draws_the_same_paper_in_every_release() {
        let drawn = draw(
            &quiz(vec![DrawRule::Any(6)]),
            &objectives(),
            &[bank("bank", 30)],
            |_, _| 0,
            Seed(0x506c_656e),
        );
        assert_eq!(names(&drawn), FROZEN);
    }

    const FROZEN: [&str; 6] = ["q2", "q28", "q23", "q22", "q7", "q16"];

    #[test]
    fn what_was_seen_least_comes_first() {
        let seen = |_: &BankId, question: &QuestionId| usize::from(!matches!(question.as_str(), "q4" | "q7"));
        for seed in 0..50 {
            let drawn =
                draw(&quiz(vec![DrawRule::Any(3)]), &objectives(), &[bank("bank", 20)], seen, Seed(seed));
            let names = names(&drawn);
            assert!(names.contains(&"q4") && names.contains(&"q7"), "{names:?}");
        }
    }

    #[test]
    fn each_objective_gives_its_share_and_no_question_comes_twice() {
        let rules = vec![
            DrawRule::EachObjective(2),
            DrawRule::Objective("o1".parse().unwrap(), 3),
            DrawRule::Any(100),
        ];
        let drawn = draw(&quiz(rules), &objectives(), &[bank("bank", 12)], |_, _| 0, Seed(1));
        let once: BTreeSet<_> = drawn.iter().collect();
        assert_eq!((drawn.len(), once.len()), (12, 12));
    }

    #[test]
    fn a_bank_that_is_missing_or_empty_gives_nothing_rather_than_a_fault() {
        let quiz = quiz(vec![DrawRule::Any(3)]);
        assert!(draw(&quiz, &objectives(), &[], |_, _| 0, Seed(1)).is_empty());
        assert!(draw(&quiz, &objectives(), &[bank("bank", 0)], |_, _| 0, Seed(1)).is_empty());
    }
}
