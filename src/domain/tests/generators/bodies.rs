//! Prompts and keys of every kind.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::super::samples::{answers, categories, choices, flow, items};
use super::{KEYS, html, id, keys, partial};
use crate::question::elements::{self, Finding, Met, Passage};
use crate::question::{Body, case, classify, cloze, highlight, matching, multiple_response, numeric};
use crate::question::{ordering, reflection, short_answer, single_choice, true_false};
use crate::reference::Element;
use crate::score::Credit;
use crate::typed::Folding;

/// The keys of passages and gaps, none of which is the key of anything else.
pub(super) const PLACES: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

/// What is typed. No text is a slip of another one.
pub(super) const TEXTS: [&str; 6] =
    ["Palermo", "non-refoulement", "réfugié", "the Global Compact", "مهاجر", "1951"];

/// The prompt and key of a question of any kind.
pub(in super::super) fn body() -> impl Strategy<Value = Body> {
    prop_oneof![
        single_choice(),
        multiple_response(),
        true_false(),
        classify(),
        matching(),
        elements(),
        ordering(),
        cloze(),
        short_answer(),
        numeric(),
        highlight(),
        case(),
        reflection(),
    ]
}

fn single_choice() -> impl Strategy<Value = Body> {
    (keys(2..=6), any::<Index>()).prop_map(|(keys, correct)| Body::SingleChoice {
        prompt: single_choice::Prompt { options: choices(&keys) },
        key: single_choice::Key {
            correct: id(keys[correct.index(keys.len())]),
            feedback: Vec::new(),
            missed: Vec::new(),
            misconceptions: Vec::new(),
        },
    })
}

fn multiple_response() -> impl Strategy<Value = Body> {
    (keys(2..=6), 1..=6_usize, partial()).prop_map(|(keys, right, partial)| Body::MultipleResponse {
        prompt: multiple_response::Prompt { options: choices(&sorted(&keys)) },
        key: multiple_response::Key {
            correct: keys.iter().take(right).map(|key| id(key)).collect(),
            partial,
            feedback: Vec::new(),
            missed: Vec::new(),
            misconceptions: Vec::new(),
        },
    })
}

fn true_false() -> impl Strategy<Value = Body> {
    (any::<bool>(), option::of(keys(2..=5)), partial()).prop_map(|(answer, reasons, partial)| {
        let reasons = reasons.unwrap_or_default();
        Body::TrueFalse {
            prompt: true_false::Prompt { reasons: choices(&sorted(&reasons)) },
            key: true_false::Key {
                answer,
                feedback: Vec::new(),
                reason: reasons.first().map(|key| id(key)),
                partial,
                reason_feedback: Vec::new(),
            },
        }
    })
}

fn classify() -> impl Strategy<Value = Body> {
    (keys(2..=4), keys(1..=6), vec(any::<Index>(), 6), partial()).prop_map(|(into, of, places, partial)| {
        let place = |(item, place): (&&str, &Index)| (id(item), id(into[place.index(into.len())]));
        Body::Classify {
            prompt: classify::Prompt { categories: categories(&into), items: items(&of) },
            key: classify::Key {
                places: of.iter().zip(&places).map(place).collect(),
                partial,
                feedback: Vec::new(),
            },
        }
    })
}

fn matching() -> impl Strategy<Value = Body> {
    (keys(2..=4), keys(4..=6), partial()).prop_map(|(of, with, partial)| Body::Matching {
        prompt: matching::Prompt { items: items(&of), answers: answers(&sorted(&with)) },
        key: matching::Key {
            pairs: of.iter().zip(&with).map(|(item, answer)| (id(item), id(answer))).collect(),
            partial,
            feedback: Vec::new(),
        },
    })
}

/// Half of the cases have passages that can be marked; of their elements some are proven by one or two of them.
fn elements() -> impl Strategy<Value = Body> {
    let proof = || subsequence(PLACES[..4].to_vec(), 0..=2);
    let found = vec((select(&Met::ALL), proof()), 5);
    (keys(1..=5), found, keys(2..=4), partial(), any::<bool>()).prop_map(
        |(of, found, conclusions, partial, with_proof)| {
            let passage = |key: &&str| Passage { key: id(key), text: html(key) };
            let element = |key: &&str| Element {
                key: id(key),
                label: (*key).to_owned(),
                ways: Vec::new(),
                unless: None,
            };
            let finding = |(key, (met, proof)): (&&str, (Met, Vec<&str>))| Finding {
                element: id(key),
                met,
                proof: proof.iter().filter(|_| with_proof).map(|key| id(key)).collect(),
                feedback: None,
            };
            Body::Elements {
                prompt: elements::Prompt {
                    concept: id("trafficking"),
                    term: "trafficking".to_owned(),
                    facts: html("A man drove her to a farm."),
                    passages: PLACES.iter().take(4).filter(|_| with_proof).map(passage).collect(),
                    elements: of.iter().map(element).collect(),
                    conclusions: choices(&sorted(&conclusions)),
                },
                key: elements::Key {
                    findings: of.iter().zip(found).map(finding).collect(),
                    conclusion: id(conclusions[0]),
                    partial,
                    feedback: Vec::new(),
                },
            }
        },
    )
}

fn ordering() -> impl Strategy<Value = Body> {
    (keys(2..=6), partial()).prop_map(|(order, partial)| Body::Ordering {
        prompt: ordering::Prompt { items: items(&order) },
        key: ordering::Key {
            order: order.iter().map(|key| id(key)).collect(),
            partial,
            feedback: Vec::new(),
        },
    })
}

fn folding() -> impl Strategy<Value = Folding> {
    (any::<bool>(), any::<bool>(), 0..=2_usize).prop_map(|(case, accents, slips)| Folding {
        case,
        accents,
        slips,
    })
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    subsequence(TEXTS[..4].to_vec(), 1..=3).prop_shuffle().prop_map(owned)
}

fn owned(texts: Vec<&str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}

/// Gaps that are typed, or filled from a bank of words in which some fill several gaps and some none.
fn cloze() -> impl Strategy<Value = Body> {
    let gaps = subsequence(PLACES.to_vec(), 1..=4);
    (gaps, option::of(keys(2..=6)), vec((any::<Index>(), texts()), 4), folding(), partial()).prop_map(
        |(gaps, bank, fillings, folding, partial)| {
            let fill = |(word, texts): (Index, Vec<String>)| match &bank {
                Some(bank) => cloze::Filling::Word(id(bank[word.index(bank.len())])),
                None => cloze::Filling::Typed(texts),
            };
            Body::Cloze {
                prompt: cloze::Prompt {
                    text: flow(&gaps),
                    words: choices(bank.as_deref().unwrap_or_default()),
                },
                key: cloze::Key {
                    gaps: gaps.iter().map(|gap| id(gap)).zip(fillings.into_iter().map(fill)).collect(),
                    folding,
                    partial,
                    feedback: Vec::new(),
                },
            }
        },
    )
}

/// One or more right answers, and wrong ones that were foreseen, of which one may be a slip away from a right one.
fn short_answer() -> impl Strategy<Value = Body> {
    (texts(), option::of(select(&["Palermos", "wrong", "refugie"])), folding()).prop_map(
        |(accept, foreseen, folding)| {
            let expect = |text: &str| short_answer::Expected {
                texts: vec![text.to_owned(), "no idea".to_owned()],
                feedback: html("Not quite."),
                misconception: None,
            };
            Body::ShortAnswer {
                prompt: short_answer::Prompt {},
                key: short_answer::Key {
                    accept,
                    folding,
                    expected: foreseen.map(expect).into_iter().collect(),
                    feedback: None,
                },
            }
        },
    )
}

fn numeric() -> impl Strategy<Value = Body> {
    let digits = prop_oneof![-200_000_000..200_000_000_i64, -20..20_i64];
    let amount = (digits, 0..=6_u32).prop_map(|(digits, places)| {
        // As authors write them: decimals of a few digits.
        let decimal = |digits: i64| format!("{digits}e-{places}").parse::<f64>().unwrap();
        (numeric::Asks::Amount, decimal(digits), decimal(digits + 10_i64.pow(places + 3)))
    });
    let year =
        (1000..=8999_u16).prop_map(|year| (numeric::Asks::Year, f64::from(year), f64::from(year + 1000)));
    let asked = prop_oneof![3 => amount, 1 => year];
    (asked, select(&[0.0, 0.5, 100.0]), option::of(keys(2..=4)), any::<bool>(), partial()).prop_map(
        |((asks, value, thousand_more), tolerance, units, has_unit, partial)| {
            let units = units.unwrap_or_default();
            let foreseen = numeric::Expected {
                value: thousand_more,
                feedback: html("A thousand too many."),
                misconception: None,
            };
            Body::Numeric {
                prompt: numeric::Prompt {
                    asks,
                    unit: Some("million migrants".to_owned()).filter(|_| has_unit && units.is_empty()),
                    units: choices(&sorted(&units)),
                },
                key: numeric::Key {
                    value,
                    tolerance,
                    unit: units.first().map(|key| id(key)),
                    partial,
                    expected: vec![foreseen],
                    feedback: None,
                    unit_feedback: Vec::new(),
                },
            }
        },
    )
}

fn highlight() -> impl Strategy<Value = Body> {
    (keys(2..=6), 1..=6_usize, partial()).prop_map(|(passages, proof, partial)| Body::Highlight {
        prompt: highlight::Prompt { text: flow(&sorted(&passages)) },
        key: highlight::Key {
            proof: passages.iter().take(proof).map(|key| id(key)).collect(),
            partial,
            feedback: Vec::new(),
        },
    })
}

/// A case in which each way leads to a later step, or to the end. At each step one way is the best there can be.
fn case() -> impl Strategy<Value = Body> {
    let way = (any::<Index>(), select(&[0.0, 0.5, 1.0]));
    let step = (vec(way, 1..=3), any::<Index>());
    (vec(step, 1..=4), any::<bool>()).prop_map(|(steps, with_last_step)| {
        let count = steps.len() + usize::from(with_last_step);
        let name = |place: usize| id(KEYS[place]);
        let mut prompt = case::Prompt { steps: Vec::new() };
        let mut key = case::Key { judged: Vec::new() };
        for (place, (ways, best)) in steps.iter().enumerate() {
            let (mut shown, best) = (Vec::new(), best.index(ways.len()));
            for (number, (to, credit)) in ways.iter().enumerate() {
                // A step after this one, or behind the last one the end.
                let to = place + 1 + to.index(count - place);
                let way = id(KEYS[number]);
                let to = if to < count { Some(id(KEYS[to])) } else { None };
                let credit = if number == best { Credit::FULL } else { Credit::new(*credit) };
                key.judged.push(case::Judged {
                    step: name(place),
                    way,
                    credit,
                    feedback: None,
                    misconception: None,
                });
                shown.push(case::Way { key: id(KEYS[number]), text: html("Do this."), to });
            }
            prompt.steps.push(case::Step { key: name(place), text: html("It happens."), ways: shown });
        }
        if with_last_step {
            let ways = Vec::new();
            prompt.steps.push(case::Step { key: name(steps.len()), text: html("The end."), ways });
        }
        Body::Case { prompt, key }
    })
}

fn reflection() -> impl Strategy<Value = Body> {
    keys(0..=4).prop_map(|checklist| Body::Reflection {
        prompt: reflection::Prompt {},
        key: reflection::Key { model: html("It depends."), checklist: choices(&checklist) },
    })
}

fn sorted(keys: &[&'static str]) -> Vec<&'static str> {
    BTreeSet::from_iter(keys.iter().copied()).into_iter().collect()
}
