//! Logs: entries with ids of their own, in no order. What they tell need not hang together.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{answered, certainty, conditions, credit, id, keys, mode, reference};
use crate::card::{Card, Rating};
use crate::code::PlenaryCode;
use crate::conditions::Conditions;
use crate::id::Edition;
use crate::language::Language;
use crate::log::{AttemptId, Entry, EntryId, Fact, GivenQuestion, Seq};
use crate::random::Seed;
use crate::score::{Credit, Points, Verdict};
use crate::time::{Date, Millis, Timestamp};

/// A log.
pub(in super::super) fn log() -> impl Strategy<Value = Vec<Entry>> {
    vec((fact(), 0..12_u64, any::<u64>()), 0..30).prop_map(|facts| {
        let entry = |(place, (fact, seq, at))| Entry {
            id: EntryId::new(Timestamp(at), place as u128),
            seq: Seq(seq),
            at: Timestamp(at),
            fact,
        };
        facts.into_iter().enumerate().map(entry).collect()
    })
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        1 => select(&["law/crimes/one", "law/crimes/two"])
            .prop_map(|lesson| Fact::LessonRead { lesson: lesson.parse().unwrap() }),
        4 => begun(),
        7 => question_answered(),
        2 => (attempt(), reference(), 0..4_usize)
            .prop_map(|(attempt, question, hint)| Fact::HintTaken { attempt, question, hint }),
        1 => (attempt(), reference()).prop_map(|(attempt, question)| Fact::KeyShown { attempt, question }),
        1 => (attempt(), any::<u64>()).prop_map(|(attempt, by)| Fact::TimeExtended { attempt, by: Millis(by) }),
        1 => attempt().prop_map(|attempt| Fact::AttemptFinished { attempt }),
        1 => card_recalled(),
        1 => (any::<u64>(), any::<u128>(), rating())
            .prop_map(|(at, chance, rating)| Fact::RatingChanged { entry: EntryId::new(Timestamp(at), chance), rating }),
    ]
}

fn attempt() -> impl Strategy<Value = AttemptId> {
    (0..3_u128).prop_map(|chance| AttemptId(EntryId::new(Timestamp(7), chance)))
}

fn rating() -> impl Strategy<Value = Rating> {
    select(&Rating::ALL)
}

/// An amount as authors write it.
fn points() -> impl Strategy<Value = Points> {
    (0..=10_000_u16).prop_map(|hundredths| Points::new(f64::from(hundredths) / 100.0))
}

fn begun() -> impl Strategy<Value = Fact> {
    let given =
        (reference(), any::<u64>(), points(), keys(0..=4)).prop_map(|(question, edition, points, order)| {
            GivenQuestion {
                question,
                edition: Edition(edition),
                points,
                order: order.iter().map(|key| id(key)).collect(),
            }
        });
    let code = (20_454..36_837_i64, any::<u64>())
        .prop_map(|(day, chance)| PlenaryCode::new(Date::from_days(day), chance));
    let conditions = prop_oneof![Just(Conditions::default()), conditions()];
    (
        (attempt(), select(&["law/crimes/practice", "law/crimes/assessment"]), mode()),
        option::of((0..=1000_u16).prop_map(|thousandths| f64::from(thousandths) / 1000.0)),
        any::<u64>(),
        vec(given, 0..4),
        (conditions, option::of(code)),
    )
        .prop_map(|((attempt, quiz, mode), pass, seed, given, (conditions, code))| Fact::AttemptBegun {
            attempt,
            quiz: quiz.parse().unwrap(),
            mode,
            pass,
            seed: Seed(seed),
            given,
            conditions,
            code,
        })
}

fn question_answered() -> impl Strategy<Value = Fact> {
    let verdict = option::of(select(&[Verdict::Wrong, Verdict::Partly, Verdict::Right]));
    let credit = prop_oneof![credit(), (0.0..=1.0).prop_map(Credit::new)];
    let marked = (credit, verdict, option::of(certainty()));
    let shown = option::of(select(&Language::ALL));
    (attempt(), reference(), (any::<u64>(), any::<u64>()), answered(), marked, shown).prop_map(
        |(attempt, question, (edition, took), (_, response), (credit, verdict, certainty), language)| {
            Fact::QuestionAnswered {
                attempt,
                question,
                edition: Edition(edition),
                response,
                credit,
                took: Millis(took),
                verdict,
                certainty,
                language,
            }
        },
    )
}

fn card_recalled() -> impl Strategy<Value = Fact> {
    let card = prop_oneof![
        reference().prop_map(Card::Question),
        select(&["consent", "refugee"]).prop_map(|term| Card::Term(id(term))),
    ];
    let answer = option::of((answered(), any::<u64>(), credit()));
    (card, answer, option::of(certainty()), 0..3_usize, rating(), any::<u64>()).prop_map(
        |(card, answer, certainty, hints, rating, took)| {
            let (response, edition, credit) = match answer {
                Some(((_, response), edition, credit)) => {
                    (Some(response), Some(Edition(edition)), Some(credit))
                }
                None => (None, None, None),
            };
            Fact::CardRecalled {
                card,
                response,
                edition,
                credit,
                certainty,
                hints,
                rating,
                took: Millis(took),
            }
        },
    )
}
