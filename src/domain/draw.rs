//! The draw: which questions of the banks a learner is given.
//!
//! Every question draws a lot, and the least lots win. A lot hangs on the seed, the bank and the question's own mark alone, not on
//! how many others there are or where they stand: whoever adds a question to a bank changes a paper in that one question at most.

use crate::course::{Draw, DrawRule, Mode, Quiz};
use crate::id::{BankId, ObjectiveId, QuestionId};
use crate::index::{BankIndex, Mark};
use crate::map::Map;
use crate::random::{Lots, Purpose, Seed};
use crate::sort::sorted;
use crate::time::Date;

/// A question that was drawn: where it stands in the list of banks, and its place in its bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawn {
    /// The place of its bank in the list that was drawn from.
    pub bank: usize,
    /// Its place in that bank.
    pub place: usize,
}

/// What a draw hangs on beside the quiz and the banks.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'t> {
    /// What chance is made from.
    pub seed: Seed,
    /// The day of a plenary code: what was added later is left out, what was retired later is in. Without a day everything that was
    /// not retired is in.
    pub day: Option<Date>,
    /// The questions that the learner was given before, with how often: those she was given least come first.
    pub seen: &'t [(&'t BankId, &'t QuestionId, usize)],
}

/// Draws the questions of a quiz, in the order in which they are posed.
///
/// No question is drawn twice. The same arguments give the same questions in the same order, natively and in the browser. A bank that
/// is missing, or too small, gives what it has.
pub fn draw(quiz: &Quiz, objectives: &[ObjectiveId], banks: &[BankIndex], terms: Terms<'_>) -> Vec<Drawn> {
    let mut drawn: Vec<(u64, Drawn)> = Vec::new();
    let marked_only = quiz.mode == Mode::Assessment;
    let pools: Vec<Vec<Candidate>> = banks.iter().map(|bank| pool(bank, terms, marked_only)).collect();
    for Draw { bank, rule } in &quiz.draws {
        let Some(number) = banks.iter().position(|index| index.id == *bank) else { continue };
        let (Some(index), Some(pool)) = (banks.get(number), pools.get(number)) else { continue };
        let mut take = |count: usize, objective: Option<&ObjectiveId>| {
            let fits = |candidate: &&Candidate| {
                let own = index.groups.get(candidate.group).map(|group| &group.objective);
                let is_free =
                    !drawn.iter().any(|(_, taken)| *taken == Drawn { bank: number, place: candidate.place });
                objective.is_none_or(|wanted| own == Some(wanted)) && is_free
            };
            let won = least(count, pool.iter().filter(fits));
            drawn.extend(
                won.iter().map(|candidate| (candidate.order, Drawn { bank: number, place: candidate.place })),
            );
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
    let order = |place: usize| drawn.get(place).map(|(order, drawn)| (*order, drawn.bank, drawn.place));
    let places = sorted(drawn.len(), &|one, other| order(one).cmp(&order(other)));
    places.into_iter().filter_map(|place| drawn.get(place).map(|(_, drawn)| *drawn)).collect()
}

/// A question that can be drawn.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    group: usize,
    place: usize,
    /// How often the learner was given it, and then its lot: the least wins.
    rank: (usize, u64, usize),
    /// Its place in the paper, by another lot.
    order: u64,
}

/// The questions of a bank that can be drawn, with their lots: in an assessment only those that are marked.
fn pool(bank: &BankIndex, Terms { seed, day, seen }: Terms<'_>, marked_only: bool) -> Vec<Candidate> {
    let mut times: Map<Mark, usize> = Map::new();
    for (_, question, count) in seen.iter().filter(|(of, _, _)| **of == bank.id) {
        let mark = Mark::of(question);
        times.insert(mark, times.get(&mark).copied().unwrap_or_default() + count);
    }
    let (lots, orders) = (
        Lots::new(seed, Purpose::Questions, bank.id.as_str()),
        Lots::new(seed, Purpose::Paper, bank.id.as_str()),
    );
    let mut candidates = Vec::with_capacity(bank.len());
    let mut place = 0;
    for (group, questions) in bank.groups.iter().enumerate() {
        let is_drawn = questions.is_drawn(day) && !(marked_only && questions.unmarked);
        let (mut before, mut twin) = (None, 0);
        for mark in questions.marks.iter() {
            // Questions with the same mark are told apart by a running number, so that they do not win together.
            twin = if before == Some(mark) { twin + 1 } else { 0 };
            before = Some(mark);
            if is_drawn {
                let rank = (times.get(&mark).copied().unwrap_or_default(), lots.lot(mark, twin), place);
                candidates.push(Candidate { group, place, rank, order: orders.lot(mark, twin) });
            }
            place += 1;
        }
    }
    candidates
}

/// So many of the candidates, those with the least ranks, in that order.
fn least<'c>(count: usize, candidates: impl Iterator<Item = &'c Candidate>) -> Vec<&'c Candidate> {
    let mut least: Vec<&Candidate> = Vec::new();
    for candidate in candidates {
        if least.len() == count && least.last().is_none_or(|last| last.rank < candidate.rank) {
            continue;
        }
        let place = least.partition_point(|other| other.rank < candidate.rank);
        least.insert(place, candidate);
        least.truncate(count);
    }
    least
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::index::{Address, Group};

    /// A bank whose questions `q0`, `q1`… test three objectives in turn.
    fn bank(name: &str, questions: usize) -> (BankIndex, Vec<QuestionId>) {
        let mut groups = Vec::new();
        let mut ids: Vec<QuestionId> = Vec::new();
        for objective in 0..3 {
            let own = (0..questions).filter(|number| number % 3 == objective);
            let mut own: Vec<QuestionId> = own.map(|number| format!("q{number}").parse().unwrap()).collect();
            own.sort_by_key(Mark::of);
            groups.push(Group {
                objective: format!("o{objective}").parse().unwrap(),
                added: None,
                retired: None,
                unmarked: false,
                marks: own.iter().map(Mark::of).collect(),
            });
            ids.extend(own);
        }
        (BankIndex { id: name.parse().unwrap(), folder: Address("shards".to_owned()), size: 2, groups }, ids)
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

    fn by_chance(seed: u64) -> Terms<'static> {
        Terms { seed: Seed(seed), day: None, seen: &[] }
    }

    fn names(ids: &[QuestionId], drawn: &[Drawn]) -> Vec<String> {
        drawn.iter().map(|drawn| ids[drawn.place].to_string()).collect()
    }

    #[test]
    fn a_seed_draws_the_same_paper_in_every_release() {
        let (bank, ids) = bank("bank", 30);
        let drawn = draw(&quiz(vec![DrawRule::Any(6)]), &objectives(), &[bank], by_chance(0x506c_656e));
        assert_eq!(names(&ids, &drawn), FROZEN);
    }

    const FROZEN: [&str; 6] = ["q18", "q5", "q20", "q27", "q12", "q25"];

    #[test]
    fn what_was_seen_least_comes_first() {
        let (bank, ids) = bank("bank", 20);
        let own = bank.id.clone();
        let known: Vec<QuestionId> = (0..20)
            .filter(|number| ![4, 7].contains(number))
            .map(|number| format!("q{number}").parse().unwrap())
            .collect();
        let seen: Vec<_> = known.iter().map(|id| (&own, id, 1)).collect();
        for seed in 0..50 {
            let terms = Terms { seed: Seed(seed), day: None, seen: &seen };
            let names = names(
                &ids,
                &draw(&quiz(vec![DrawRule::Any(3)]), &objectives(), std::slice::from_ref(&bank), terms),
            );
            assert!(names.contains(&"q4".to_owned()) && names.contains(&"q7".to_owned()), "{names:?}");
        }
    }

    #[test]
    fn each_objective_gives_its_share_and_no_question_comes_twice() {
        let rules = vec![
            DrawRule::EachObjective(2),
            DrawRule::Objective("o1".parse().unwrap(), 3),
            DrawRule::Any(100),
        ];
        let (bank, ids) = bank("bank", 12);
        let drawn = draw(&quiz(rules), &objectives(), &[bank], by_chance(1));
        let once: BTreeSet<_> = names(&ids, &drawn).into_iter().collect();
        assert_eq!((drawn.len(), once.len()), (12, 12));
    }

    #[test]
    fn a_paper_by_a_code_is_the_same_after_a_year_of_work_on_the_bank() {
        let day = |text: &str| Some(text.parse().unwrap());
        let (before, _) = bank("bank", 30);
        let mut after = before.clone();
        after.groups[1].retired = day("2027-03-01");
        after.groups.push(Group {
            objective: "o1".parse().unwrap(),
            added: day("2027-05-01"),
            retired: None,
            unmarked: false,
            marks: (0..40).map(|number| Mark(number * 7)).collect(),
        });
        let quiz = quiz(vec![DrawRule::EachObjective(3)]);
        for seed in 0..50 {
            let terms = Terms { seed: Seed(seed), day: day("2026-11-22"), seen: &[] };
            let one = draw(&quiz, &objectives(), std::slice::from_ref(&before), terms);
            assert_eq!(one.len(), 9);
            assert_eq!(draw(&quiz, &objectives(), std::slice::from_ref(&after), terms), one);
        }
        let later = Terms { seed: Seed(1), day: day("2027-06-01"), seen: &[] };
        assert!(
            draw(&quiz, &objectives(), &[after.clone()], later)
                .iter()
                .all(|drawn| !(10..20).contains(&drawn.place))
        );
        assert!(
            draw(&quiz, &objectives(), &[after], by_chance(1))
                .iter()
                .all(|drawn| !(10..20).contains(&drawn.place))
        );
    }

    #[test]
    fn an_assessment_leaves_out_what_is_never_marked() {
        let (mut bank, _) = bank("bank", 30);
        bank.groups[1].unmarked = true;
        let practice = quiz(vec![DrawRule::Any(30)]);
        let assessment = Quiz { mode: Mode::Assessment, ..practice.clone() };
        let count = |quiz: &Quiz| draw(quiz, &objectives(), std::slice::from_ref(&bank), by_chance(1)).len();
        assert_eq!((count(&practice), count(&assessment)), (30, 20));
    }

    #[test]
    fn a_bank_that_is_missing_or_empty_gives_nothing_rather_than_a_fault() {
        let quiz = quiz(vec![DrawRule::Any(3)]);
        assert!(draw(&quiz, &objectives(), &[], by_chance(1)).is_empty());
        assert!(draw(&quiz, &objectives(), &[bank("bank", 0).0], by_chance(1)).is_empty());
    }
}
