//! What holds for every draw, and the draws that the browser is compared with.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::generators::id;
use super::samples::{self, one_of};
use crate::course::{Draw, DrawRule, Mode, Quiz};
use crate::draw::{Drawn, Terms, draw};
use crate::id::{BankId, ObjectiveId, QuestionId, QuestionRef, Slug};
use crate::index::{Address, BankIndex, Group, Mark};
use crate::json::{from_text, to_text};
use crate::log::{AttemptId, EntryId, Fact, GivenQuestion};
use crate::question::Question;
use crate::random::Seed;
use crate::session::{self, Paper};
use crate::time::Timestamp;

fn objectives() -> Vec<ObjectiveId> {
    ["first", "second", "third"].map(id).to_vec()
}

fn quiz(rules: &[(&str, DrawRule)]) -> Quiz {
    let draws = rules.iter().map(|(bank, rule)| Draw { bank: id(bank), rule: rule.clone() });
    Quiz { draws: draws.collect(), ..samples::quiz(Mode::Practice, None, Default::default()) }
}

/// A bank with the names of its questions by place.
#[derive(Debug, Clone)]
struct Bank {
    index: BankIndex,
    ids: Vec<QuestionId>,
}

impl Bank {
    fn objective(&self, place: usize) -> &ObjectiveId {
        let mut groups =
            self.index.groups.iter().flat_map(|group| group.marks.iter().map(|_| &group.objective));
        groups.nth(place).unwrap()
    }
}

/// A bank of `q01`, `q02`, … whose objectives take turns, ten to a shard.
fn bank(name: &str, questions: usize) -> Bank {
    let mut index = BankIndex {
        id: id(name),
        folder: Address(format!("data/bank/{name}-0")),
        size: 10,
        groups: Vec::new(),
    };
    let mut ids = Vec::new();
    for (turn, objective) in objectives().into_iter().enumerate() {
        let own = (1..=questions).filter(|number| (number - 1) % 3 == turn);
        let mut own: Vec<QuestionId> = own.map(|number| id(&format!("q{number:02}"))).collect();
        own.sort_by_key(|id| (Mark::of(id), id.clone()));
        let marks = own.iter().map(Mark::of).collect();
        index.groups.push(Group { objective, added: None, retired: None, unmarked: false, marks });
        ids.extend(own);
    }
    Bank { index, ids }
}

/// What a draw gives, by name.
fn drawn(
    quiz: &Quiz,
    banks: &[Bank],
    seen: &[(&BankId, &QuestionId, usize)],
    seed: Seed,
) -> Vec<QuestionRef> {
    let indices: Vec<BankIndex> = banks.iter().map(|bank| bank.index.clone()).collect();
    let drawn = draw(quiz, &objectives(), &indices, Terms { seed, day: None, seen });
    let name = |drawn: &Drawn| {
        let bank = &banks[drawn.bank];
        QuestionRef { bank: bank.index.id.clone(), question: bank.ids[drawn.place].clone() }
    };
    drawn.iter().map(name).collect()
}

fn rules() -> impl Strategy<Value = Vec<(&'static str, DrawRule)>> {
    let rule = prop_oneof![
        (0..12_usize).prop_map(DrawRule::Any),
        (select(objectives()), 0..12_usize)
            .prop_map(|(objective, count)| DrawRule::Objective(objective, count)),
        (0..5_usize).prop_map(DrawRule::EachObjective),
    ];
    vec((select(&["one", "two", "missing"]), rule), 1..4)
}

proptest! {
    #[test]
    fn nothing_is_drawn_twice_and_each_rule_gets_what_is_left(
        rules in rules(), sizes in (0..40_usize, 0..40_usize), seed in any::<u64>(),
    ) {
        let banks = [bank("one", sizes.0), bank("two", sizes.1)];
        let drawn = drawn(&quiz(&rules), &banks, &[], Seed(seed));
        prop_assert_eq!(BTreeSet::from_iter(&drawn).len(), drawn.len());
        let count = |bank: &str| drawn.iter().filter(|drawn| drawn.bank.as_str() == bank).count();
        prop_assert_eq!(count("missing"), 0);
        for bank in &banks {
            let name = bank.index.id.as_str();
            // Rules about single objectives cannot take from each other; so the counts add up by objective.
            let of_this = || rules.iter().filter(|(of, _)| *of == name).map(|(_, rule)| rule);
            if of_this().any(|rule| matches!(rule, DrawRule::Any(_))) {
                let wanted: usize = of_this().map(most).sum();
                prop_assert!(count(name) <= wanted.min(bank.ids.len()));
                continue;
            }
            let expect: usize = objectives().iter().map(|objective| {
                let there = (0..bank.ids.len()).filter(|place| bank.objective(*place) == objective).count();
                of_this().map(|rule| for_objective(rule, objective)).sum::<usize>().min(there)
            }).sum();
            prop_assert_eq!(count(name), expect);
        }
    }

    #[test]
    fn so_many_of_a_bank_are_so_many_or_all(count in 0..50_usize, size in 0..40_usize, seed in any::<u64>()) {
        let quiz = quiz(&[("one", DrawRule::Any(count))]);
        prop_assert_eq!(drawn(&quiz, &[bank("one", size)], &[], Seed(seed)).len(), count.min(size));
    }

    #[test]
    fn what_was_seen_less_is_never_passed_over(
        seen in vec(0..4_usize, 30), count in 0..30_usize, seed in any::<u64>(),
    ) {
        let quiz = quiz(&[("one", DrawRule::Any(count))]);
        let bank = bank("one", 30);
        let times: Vec<_> =
            bank.ids.iter().zip(&seen).map(|(question, times)| (&bank.index.id, question, *times)).collect();
        let drawn = drawn(&quiz, std::slice::from_ref(&bank), &times, Seed(seed));
        let is_drawn = |question: &QuestionId| drawn.iter().any(|drawn| drawn.question == *question);
        let most = times.iter().filter(|(_, question, _)| is_drawn(question)).map(|(_, _, times)| *times).max();
        for (_, left, times) in times.iter().filter(|(_, question, _)| !is_drawn(question)) {
            prop_assert!(*times >= most.unwrap_or_default(), "{left} was seen {times} times");
        }
    }

    #[test]
    fn the_order_of_banks_and_the_size_of_shards_make_no_difference(
        rules in rules(), seed in any::<u64>(), seen in vec(0..3_usize, 30), size in 1..20_usize,
    ) {
        let (one, two) = (bank("one", 30), bank("two", 9));
        let times: Vec<_> =
            one.ids.iter().zip(&seen).map(|(question, times)| (&one.index.id, question, *times)).collect();
        let mut packed = one.clone();
        packed.index.size = size;
        let quiz = quiz(&rules);
        let here = BTreeSet::from_iter(drawn(&quiz, &[one.clone(), two.clone()], &times, Seed(seed)));
        let there = BTreeSet::from_iter(drawn(&quiz, &[two, packed], &times, Seed(seed)));
        prop_assert_eq!(here, there);
    }

    #[test]
    fn a_question_more_in_a_bank_changes_a_paper_in_that_question_at_most(seed in any::<u64>(), count in 1..20_usize) {
        let quiz = quiz(&[("one", DrawRule::Any(count))]);
        let before = drawn(&quiz, &[bank("one", 29)], &[], Seed(seed));
        let after = drawn(&quiz, &[bank("one", 30)], &[], Seed(seed));
        let kept: Vec<_> = after.iter().filter(|drawn| drawn.question.as_str() != "q30").cloned().collect();
        let expect: Vec<_> = before.into_iter().filter(|drawn| kept.contains(drawn)).collect();
        prop_assert!(kept.len() + 1 >= count.min(29));
        prop_assert_eq!(kept, expect);
    }
}

fn most(rule: &DrawRule) -> usize {
    objectives().iter().map(|objective| for_objective(rule, objective)).sum::<usize>()
        + if let DrawRule::Any(count) = rule { *count } else { 0 }
}

fn for_objective(rule: &DrawRule, objective: &ObjectiveId) -> usize {
    match rule {
        DrawRule::Any(_) => 0,
        DrawRule::Objective(wanted, count) => {
            if wanted == objective {
                *count
            } else {
                0
            }
        }
        DrawRule::EachObjective(count) => *count,
    }
}

/// The draws that the browser's are compared with: seeds 1 to 20 over a bank of thirty. Where they are meant to change,
/// `WRITE_GOLDEN=1 cargo test -p domain` writes the file anew.
#[test]
fn the_draws_are_those_that_were_written_down() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/draws.json");
    let draws = golden();
    if std::env::var_os("WRITE_GOLDEN").is_some() {
        std::fs::write(path, &draws).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap();
    // As values: the order of keys depends on which features of serde_json the workspace happens to switch on.
    let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert!(value(&written) == value(&draws), "tests/golden/draws.json is not what is drawn now");
}

fn golden() -> String {
    let rules = [
        json!([{ "bank": "bank", "rule": { "any": 8 } }]),
        json!([{ "bank": "bank", "rule": { "each-objective": 2 } }, { "bank": "bank", "rule": { "objective": ["third", 1] } }]),
    ];
    let bank = bank("bank", 30);
    let papers = (1..=20).flat_map(|seed| rules.iter().map(move |rules| (seed, rules)));
    let lines = papers.map(|(seed, rules)| {
        let draws: Vec<Draw> = from_text(&rules.to_string()).unwrap();
        let quiz = Quiz { draws, ..quiz(&[]) };
        let questions = drawn(&quiz, std::slice::from_ref(&bank), &[], Seed(seed));
        let given: Vec<Value> = orders(&quiz, &questions, Seed(seed))
            .iter()
            .map(|given| {
                let options: Vec<&str> = given.order.iter().map(Slug::as_str).collect();
                json!({ "question": given.question.question.as_str(), "options": options })
            })
            .collect();
        serde_json::to_string(&json!({ "seed": seed, "draws": rules, "given": given })).unwrap()
    });
    let questions = bank
        .ids
        .iter()
        .enumerate()
        .map(|(place, id)| json!({ "id": id.as_str(), "objective": bank.objective(place).as_str() }));
    let bank = json!({
        "id": bank.index.id.as_str(),
        "questions": questions.collect::<Vec<_>>(),
        "options": OPTIONS,
    });
    let lines: Vec<String> = lines.collect();
    format!(
        "{{\n\"objectives\": {},\n\"bank\": {bank},\n\"papers\": [\n{}\n]\n}}\n",
        to_text(&objectives()),
        lines.join(",\n"),
    )
}

const OPTIONS: [&str; 4] = ["a", "b", "c", "d"];

/// The order of options of each question, as a session begins with them.
fn orders(quiz: &Quiz, questions: &[QuestionRef], seed: Seed) -> Vec<GivenQuestion> {
    let attempt = AttemptId(EntryId::new(Timestamp(0), 0));
    let questions = questions.iter().map(question).collect();
    let reference = "law/crimes/quiz".parse().unwrap();
    let paper = Paper { questions, seed, code: None };
    let (_, fact) = session::begin(attempt, (reference, quiz), paper, None, Timestamp(0));
    let Fact::AttemptBegun { given, .. } = fact else { panic!("a session does not begin with {fact:?}") };
    given
}

fn question(reference: &QuestionRef) -> Question {
    Question { id: reference.clone(), ..samples::question("one", "first", 1.0, one_of(&OPTIONS, "a")) }
}
