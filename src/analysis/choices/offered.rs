//! What there is to choose from in a question, and what of it is right.

use domain::id::{MisconceptionId, OptionKey};
use domain::question::cloze::Filling;
use domain::question::elements::Met;
use domain::question::{Body, Choice};

use super::{CONCLUSION, END, Offered, Part, REASON, UNIT, finding, proof_of, truth, words};
use crate::text::plain;

/// The parts of a question, in the author's order.
pub fn offered(body: &Body) -> Vec<Part> {
    match body {
        Body::SingleChoice { prompt, key } => {
            let is_right = |option: &OptionKey| *option == key.correct;
            vec![part("", "", options(&prompt.options, is_right, &key.misconceptions))]
        }
        Body::MultipleResponse { prompt, key } => {
            let is_right = |option: &OptionKey| key.correct.contains(option);
            vec![any_of("", "", options(&prompt.options, is_right, &key.misconceptions))]
        }
        Body::TrueFalse { prompt, key } => {
            let says = [true, false].map(|says| offer(truth(says), truth(says), says == key.answer));
            let mut parts = vec![part("", "", says.to_vec())];
            if !prompt.reasons.is_empty() {
                let is_right = |option: &OptionKey| Some(option) == key.reason.as_ref();
                parts.push(part(REASON, "Reason", options(&prompt.reasons, is_right, &[])));
            }
            parts
        }
        Body::Classify { prompt, key } => prompt
            .items
            .iter()
            .map(|item| {
                let right = key.places.get(&item.key);
                let categories = prompt.categories.iter().map(|category| {
                    offer(category.key.as_str(), &plain(&category.text), Some(&category.key) == right)
                });
                part(item.key.as_str(), &plain(&item.text), categories.collect())
            })
            .collect(),
        Body::Matching { prompt, key } => prompt
            .items
            .iter()
            .map(|item| {
                let right = key.pairs.get(&item.key);
                let answers = prompt.answers.iter().map(|answer| {
                    offer(answer.key.as_str(), &plain(&answer.text), Some(&answer.key) == right)
                });
                part(item.key.as_str(), &plain(&item.text), answers.collect())
            })
            .collect(),
        Body::Elements { prompt, key } => {
            let label = |element: &domain::id::ElementKey| {
                let known = prompt.elements.iter().find(|known| known.key == *element);
                known.map_or_else(|| element.to_string(), |known| known.label.clone())
            };
            let mut parts: Vec<Part> = Vec::new();
            for found in &key.findings {
                let findings = Met::ALL.map(|met| offer(finding(met), finding(met), met == found.met));
                parts.push(part(found.element.as_str(), &label(&found.element), findings.to_vec()));
            }
            for found in key.findings.iter().filter(|_| !prompt.passages.is_empty()) {
                let passages = prompt.passages.iter().map(|passage| {
                    offer(passage.key.as_str(), &plain(&passage.text), found.proof.contains(&passage.key))
                });
                let text = format!("{}: proof", label(&found.element));
                parts.push(any_of(&proof_of(found.element.as_str()), &text, passages.collect()));
            }
            let is_right = |option: &OptionKey| *option == key.conclusion;
            parts.push(part(CONCLUSION, "Conclusion", options(&prompt.conclusions, is_right, &[])));
            parts
        }
        Body::Ordering { prompt, key } => {
            let after = |item: &domain::id::ItemKey| {
                let place = key.order.iter().position(|known| known == item)?;
                key.order.get(place + 1)
            };
            let items = || prompt.items.iter();
            items()
                .map(|item| {
                    let others = items().filter(|other| other.key != item.key);
                    let others = others.map(|other| {
                        let text = format!("then: {}", plain(&other.text));
                        offer(other.key.as_str(), &text, Some(&other.key) == after(&item.key))
                    });
                    let end = offer(END, "then nothing", after(&item.key).is_none());
                    part(item.key.as_str(), &plain(&item.text), others.chain([end]).collect())
                })
                .collect()
        }
        Body::Cloze { prompt, key } => prompt
            .text
            .places()
            .map(|(gap, _)| {
                let right = match key.gaps.get(gap) {
                    Some(Filling::Word(word)) => Some(word),
                    Some(Filling::Typed(_)) | None => None,
                };
                let is_right = |option: &OptionKey| Some(option) == right;
                part(gap.as_str(), gap.as_str(), options(&prompt.words, is_right, &[]))
            })
            .collect(),
        Body::ShortAnswer { .. } => vec![part("", "", Vec::new())],
        Body::Numeric { prompt, key } => {
            let mut parts = vec![part("", "", Vec::new())];
            if !prompt.units.is_empty() {
                let is_right = |option: &OptionKey| Some(option) == key.unit.as_ref();
                parts.push(part(UNIT, "Unit", options(&prompt.units, is_right, &[])));
            }
            parts
        }
        Body::Highlight { prompt, key } => {
            let passages = prompt.text.places();
            let passages = passages
                .map(|(passage, text)| offer(passage.as_str(), &plain(text), key.proof.contains(passage)));
            vec![any_of("", "", passages.collect())]
        }
        Body::Case { prompt, key } => prompt
            .steps
            .iter()
            .filter(|step| !step.ways.is_empty())
            .map(|step| {
                let best =
                    key.best(step).and_then(|way| key.judged(&step.key, &way.key)).map(|best| best.credit);
                let ways = step.ways.iter().map(|way| {
                    let judged = key.judged(&step.key, &way.key);
                    Offered {
                        misconception: judged.and_then(|judged| judged.misconception.clone()),
                        ..offer(
                            way.key.as_str(),
                            &plain(&way.text),
                            judged.map(|judged| judged.credit) == best,
                        )
                    }
                });
                part(step.key.as_str(), &plain(&step.text), ways.collect())
            })
            .collect(),
        Body::Reflection { key, .. } => {
            let points = key.checklist.iter();
            vec![any_of(
                "",
                "",
                points
                    .map(|point| offer(point.key.as_str(), &words(&key.checklist, point.key.as_str()), true))
                    .collect(),
            )]
        }
    }
}

/// A part of which one thing is chosen.
fn part(key: &str, text: &str, options: Vec<Offered>) -> Part {
    Part { key: key.to_owned(), text: text.to_owned(), options, takes_one: true }
}

/// A part of which any number is chosen.
fn any_of(key: &str, text: &str, options: Vec<Offered>) -> Part {
    Part { takes_one: false, ..part(key, text, options) }
}

fn offer(key: &str, text: &str, is_right: bool) -> Offered {
    Offered { key: key.to_owned(), text: text.to_owned(), is_right, misconception: None }
}

fn options(
    choices: &[Choice],
    is_right: impl Fn(&OptionKey) -> bool,
    misconceptions: &[(OptionKey, MisconceptionId)],
) -> Vec<Offered> {
    let misconception = |option: &OptionKey| {
        misconceptions
            .iter()
            .find(|(known, _)| known == option)
            .map(|(_, misconception)| misconception.clone())
    };
    choices
        .iter()
        .map(|choice| Offered {
            misconception: misconception(&choice.key),
            ..offer(choice.key.as_str(), &plain(&choice.text), is_right(&choice.key))
        })
        .collect()
}
