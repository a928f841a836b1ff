//! Facts about memories and lists, most of them for random logs.

use domain::card::{Card, Rating};
use domain::conditions::Conditions;
use domain::course::Mode;
use domain::id::{Edition, QuestionRef};
use domain::log::{AttemptId, Entry, EntryId, Fact, Seq};
use domain::question::{Response, reflection, single_choice};
use domain::random::Seed;
use domain::score::{Certainty, Credit};
use domain::time::{Millis, Timestamp};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::calendar::{Calendar, Day};
use crate::memory::LONGEST;
use crate::queue::{Plan, Today, today};
use crate::reviews::{Memories, memories};

const DAY: u64 = 24 * 3_600_000;
/// Noon of the first day.
const NOON: u64 = 12 * 3_600_000;

fn calendar(day: u64) -> Calendar {
    Calendar { now: Timestamp(day * DAY + NOON + 1), ahead: 0 }
}

fn question(number: usize) -> Card {
    Card::Question(reference(number))
}

fn reference(number: usize) -> QuestionRef {
    format!("bank/q{number}").parse().unwrap()
}

fn term(number: usize) -> Card {
    Card::Term(format!("t{number}").parse().unwrap())
}

fn attempt(number: u64) -> AttemptId {
    AttemptId(EntryId::new(Timestamp(number), 0))
}

/// A log of facts, each on its day, in this order.
fn log(facts: Vec<(u64, Fact)>) -> Vec<Entry> {
    let entry = |(place, (day, fact)): (usize, (u64, Fact))| {
        let at = Timestamp(day * DAY + NOON);
        Entry { id: EntryId::new(at, place as u128), seq: Seq(place as u64 + 1), at, fact }
    };
    facts.into_iter().enumerate().map(entry).collect()
}

fn answered(attempt_number: u64, number: usize, share: f64) -> Fact {
    Fact::QuestionAnswered {
        attempt: attempt(attempt_number),
        question: reference(number),
        edition: Edition(1),
        response: Response::SingleChoice(single_choice::Response::default()),
        credit: Credit::new(share),
        took: Millis(9),
        verdict: None,
        certainty: None,
        language: None,
    }
}

fn recalled(card: Card, rating: Rating, certainty: Option<Certainty>) -> Fact {
    Fact::CardRecalled {
        card,
        response: None,
        edition: None,
        credit: Some(Credit::all_if(rating != Rating::Again)),
        certainty,
        hints: 0,
        rating,
        took: Millis(9),
    }
}

fn begun(number: u64) -> Fact {
    Fact::AttemptBegun {
        attempt: attempt(number),
        quiz: "law/crimes/practice".parse().unwrap(),
        mode: Mode::Practice,
        pass: None,
        seed: Seed(1),
        given: Vec::new(),
        conditions: Conditions::default(),
        code: None,
    }
}

fn finished(number: u64) -> Fact {
    Fact::AttemptFinished { attempt: attempt(number) }
}

fn on(day: u64, log: &[Entry]) -> Memories {
    memories(log, calendar(day))
}

fn list(day: u64, log: &[Entry], stock: &[Card]) -> Today {
    today(&on(day, log), stock, &Plan::default(), calendar(day).today())
}

fn cards(today: &Today) -> Vec<&Card> {
    today.cards.iter().map(|due| &due.card).collect()
}

fn any_rating() -> impl Strategy<Value = Rating> {
    select(&Rating::ALL)
}

/// A log of answers and recollections over sixty days, in which the clock now and then jumps.
fn any_log() -> impl Strategy<Value = Vec<Entry>> {
    let fact = prop_oneof![
        3 => (0..4_u64, 0..40_usize, select(&[0.0, 0.5, 1.0]))
            .prop_map(|(attempt, number, share)| answered(attempt, number, share)),
        3 => (0..40_usize, any_rating(), option::of(select(&Certainty::ALL)))
            .prop_map(|(number, rating, certainty)| recalled(question(number), rating, certainty)),
        2 => (0..30_usize, any_rating()).prop_map(|(number, rating)| recalled(term(number), rating, None)),
        1 => (0..4_u64).prop_map(finished),
        1 => (0..4_u64).prop_map(begun),
        1 => (0..80_u64, any_rating()).prop_map(|(place, rating)| Fact::RatingChanged {
            entry: EntryId::new(Timestamp(place * DAY + NOON), u128::from(place)),
            rating,
        }),
    ];
    vec((prop_oneof![9 => 0..60_u64, 1 => 0..4000_u64], fact), 0..120).prop_map(log)
}

fn stock() -> Vec<Card> {
    (0..40).map(question).chain((0..30).map(term)).collect()
}

proptest! {
    #[test]
    fn the_order_in_which_entries_are_found_makes_no_difference(
        (one, other) in any_log().prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle())),
        twice in any::<bool>(),
    ) {
        let mut other = other;
        if twice {
            other.extend(one.clone());
        }
        prop_assert_eq!(on(60, &one), on(60, &other));
        prop_assert_eq!(list(60, &one, &stock()), list(60, &other, &stock()));
    }

    #[test]
    fn no_card_stays_away_longer_than_a_year_or_comes_back_on_the_same_day(log in any_log()) {
        for memory in on(60, &log).cards.values() {
            prop_assert!((1..=LONGEST).contains(&memory.interval()), "{memory:?}");
            prop_assert!(memory.last <= Day(60), "{memory:?}");
            prop_assert!((0.0..=1.0).contains(&memory.chance(Day(60))), "{memory:?}");
        }
    }

    #[test]
    fn a_list_is_never_longer_than_the_plan(
        log in any_log(),
        day in 0..4000_u64,
        cards in 0..30_usize,
        new_terms in 0..8_usize,
    ) {
        let memories = on(day, &log);
        let plan = Plan { cards, new_terms };
        let list = today(&memories, &stock(), &plan, calendar(day).today());
        let new = list.cards.iter().filter(|due| due.memory.is_none()).count();
        prop_assert!(list.cards.len() + list.done <= cards.max(list.done), "{list:?}");
        prop_assert!(new + memories.new_terms_today <= new_terms.max(memories.new_terms_today));
        let due = |card: &Card| memories.cards.get(card).is_some_and(|memory| memory.due <= Day(day as u32));
        let all_due = stock().iter().filter(|card| due(card)).count();
        prop_assert_eq!(list.rest_waits, all_due > list.cards.len() - new);
    }

    #[test]
    fn with_each_good_answer_on_its_day_the_interval_grows(
        before in vec((any_rating(), 0..40_u64), 0..12),
        times in 1..8_usize,
    ) {
        let mut day = 0;
        let mut facts = Vec::new();
        for (rating, wait) in before {
            facts.push((day, recalled(question(1), rating, None)));
            day += wait;
        }
        let mut interval = None;
        for _ in 0..times {
            facts.push((day, recalled(question(1), Rating::Good, None)));
            let memory = on(day, &log(facts.clone())).cards[&question(1)];
            if let Some(shorter) = interval {
                prop_assert!(memory.interval() > shorter || shorter == LONGEST, "{shorter} then {memory:?}");
            }
            interval = Some(memory.interval());
            day += u64::from(memory.interval());
        }
    }

    #[test]
    fn a_better_rating_never_brings_a_card_back_sooner(
        before in vec((any_rating(), 1..40_u64), 0..12),
    ) {
        let mut day = 0;
        let mut facts = Vec::new();
        for (rating, wait) in before {
            facts.push((day, recalled(question(1), rating, None)));
            day += wait;
        }
        let due = Rating::ALL.map(|rating| {
            let mut facts = facts.clone();
            facts.push((day, recalled(question(1), rating, None)));
            on(day, &log(facts)).cards[&question(1)].due
        });
        prop_assert!(due.is_sorted(), "{due:?}");
    }
}

#[test]
fn an_answer_in_a_quiz_is_a_review_and_a_wrong_one_comes_back_tomorrow_and_first() {
    let log = log(vec![
        (0, begun(1)),
        (0, answered(1, 1, 1.0)),
        (0, answered(1, 2, 0.0)),
        (0, answered(1, 3, 0.5)),
        (0, finished(1)),
    ]);
    let stock: Vec<Card> = (0..5).map(question).collect();
    assert_eq!(cards(&list(0, &log, &stock)), Vec::<&Card>::new());
    assert_eq!(list(0, &log, &stock).next, Some(Day(1)));
    assert_eq!(cards(&list(1, &log, &stock))[0], &question(2));
    assert_eq!(cards(&list(2, &log, &stock)).len(), 3);
    assert_eq!(on(1, &log).begun, ["law/crimes".parse().unwrap()]);
}

#[test]
fn of_several_answers_in_an_attempt_the_last_before_its_end_is_the_review() {
    let log = log(vec![
        (0, answered(1, 1, 0.0)),
        (0, answered(1, 1, 1.0)),
        (0, finished(1)),
        (0, answered(1, 1, 0.0)),
    ]);
    let memory = on(0, &log).cards[&question(1)];
    assert_eq!((memory.rating, memory.reviews), (Rating::Good, 1));
}

#[test]
fn in_practice_another_try_and_a_hint_make_a_right_answer_a_hard_one() {
    let hint = Fact::HintTaken { attempt: attempt(1), question: reference(2), hint: 0 };
    let log = log(vec![
        (0, begun(1)),
        (0, answered(1, 1, 0.0)),
        (0, answered(1, 1, 1.0)),
        (0, hint),
        (0, answered(1, 2, 1.0)),
        (0, answered(1, 3, 1.0)),
        (0, finished(1)),
    ]);
    let memories = on(0, &log);
    let ratings = [1, 2, 3].map(|number| memories.cards[&question(number)].rating);
    assert_eq!(ratings, [Rating::Hard, Rating::Hard, Rating::Good]);
}

#[test]
fn a_reflection_is_no_card() {
    let mut entries = log(vec![(0, answered(1, 1, 1.0))]);
    if let Fact::QuestionAnswered { response, .. } = &mut entries[0].fact {
        *response = Response::Reflection(reflection::Response::default());
    }
    assert!(on(0, &entries).cards.is_empty());
}

#[test]
fn an_answer_in_a_drill_moves_no_card_and_takes_no_place_in_the_list() {
    let drill = Card::Question("drill/t1".parse().unwrap());
    let memories = on(0, &log(vec![(0, recalled(drill, Rating::Again, None))]));
    assert_eq!((memories.cards.len(), memories.recalled_today), (0, 0));
}

#[test]
fn what_was_wrong_and_certain_comes_before_what_is_more_likely_forgotten() {
    let wrong = |number, certainty| recalled(question(number), Rating::Again, certainty);
    let facts = vec![(0, wrong(1, None)), (4, wrong(2, Some(Certainty::High))), (2, wrong(3, None))];
    let all = [question(1), question(2), question(3)];
    let log = log(facts);
    assert_eq!(cards(&list(5, &log, &all)), [&question(2), &question(1), &question(3)]);
}

#[test]
fn an_overruled_rating_takes_the_place_of_the_one_that_followed_from_the_answer() {
    let mut entries = log(vec![(0, recalled(question(1), Rating::Again, Some(Certainty::High)))]);
    let good = on(0, &log(vec![(0, recalled(question(1), Rating::Good, None))])).cards[&question(1)];
    let overrule = |entries: &mut Vec<Entry>, rating| {
        let (entry, place) = (entries[0].id, entries.len());
        let at = Timestamp(NOON);
        entries.push(Entry {
            id: EntryId::new(at, 100 + place as u128),
            seq: Seq(place as u64 + 1),
            at,
            fact: Fact::RatingChanged { entry, rating },
        });
    };
    overrule(&mut entries, Rating::Easy);
    overrule(&mut entries, Rating::Good);
    assert_eq!(on(0, &entries).cards[&question(1)], good);
}

#[test]
fn after_a_year_away_a_learner_sees_what_the_plan_says_and_no_new_terms_on_top() {
    let facts = (0..200).map(|number| (0, recalled(question(number), Rating::Good, None))).collect();
    let log = log(facts);
    let stock: Vec<Card> = (0..200).map(question).chain((0..9).map(term)).collect();
    let list = list(365, &log, &stock);
    assert_eq!((list.cards.len(), list.rest_waits, list.next), (20, true, Some(Day(366))));
    assert!(list.cards.iter().all(|due| due.memory.is_some()));
}

#[test]
fn new_terms_come_five_a_day_in_the_order_of_the_stock() {
    let stock: Vec<Card> = [9, 3, 7, 1, 5, 4, 2].map(term).to_vec();
    let first = list(0, &[], &stock);
    assert_eq!(cards(&first), stock.iter().take(5).collect::<Vec<_>>());
    assert_eq!((first.next, first.rest_waits), (Some(Day(1)), false));
    let facts = first.cards.iter().take(2).map(|due| (0, recalled(due.card.clone(), Rating::Good, None)));
    let log = log(facts.collect());
    let second = list(0, &log, &stock);
    assert_eq!((cards(&second), second.done), (stock[2..5].iter().collect(), 2));
}

#[test]
fn a_question_that_was_never_answered_is_not_asked() {
    assert_eq!(
        list(0, &[], &[question(1)]),
        Today { cards: Vec::new(), done: 0, rest_waits: false, next: None }
    );
}

#[test]
fn an_entry_from_a_wrong_future_does_not_keep_its_card_away() {
    let good = || recalled(question(1), Rating::Good, None);
    let memory = |facts| on(9, &log(facts)).cards[&question(1)];
    // Written while the clock stood years ahead: it counts as of the day of the entry before.
    assert_eq!(memory(vec![(3, begun(1)), (4000, good())]).last, Day(3));
    assert_eq!(memory(vec![(3, good()), (4000, good()), (8, good())]).last, Day(8));
    // A clock that was set back gives no negative interval.
    let memory = memory(vec![(8, good()), (2, good())]);
    assert_eq!((memory.last, memory.reviews), (Day(8), 2));
    // A journey to the west is no wrong clock.
    assert_eq!(on(9, &log(vec![(10, good())])).cards[&question(1)].last, Day(9));
}
