//! Responses to a question of any kind, made from its key, and what its author wrote for those who give them.

use domain::html::Html;
use domain::id::OptionKey;
use domain::question::case::{self, Stand, Taken};
use domain::question::cloze::{self, Filling};
use domain::question::elements::{self, Finding, Met};
use domain::question::numeric::{self, written};
use domain::question::{
    Body, Choice, Feedback, Question, Response, classify, feedback_on, highlight, matching,
    multiple_response, ordering, reflection, short_answer, single_choice, true_false,
};

/// What nobody would write as a right answer.
const NONSENSE: &str = "qqqqqqqq";

/// The response that its key calls for. A reflection has no key: anything that says something will do.
pub(super) fn right(question: &Question) -> Response {
    if question.kind().is_marked() {
        return question.body.model_response();
    }
    Response::Reflection(reflection::Response {
        text: "I would ask the ministry first.".to_owned(),
        ..reflection::Response::default()
    })
}

/// A response that is wrong in as much as can be: each decision is another one than that of the key. Of a reflection nothing can be wrong.
pub(super) fn wrong(question: &Question) -> Response {
    match &question.body {
        Body::SingleChoice { prompt, key } => Response::SingleChoice(single_choice::Response {
            chosen: another(&prompt.options, |option| option.key == key.correct),
        }),
        Body::MultipleResponse { prompt, key } => {
            let rest = prompt.options.iter().filter(|option| !key.correct.contains(&option.key));
            Response::MultipleResponse(multiple_response::Response {
                chosen: rest.map(|option| option.key.clone()).collect(),
            })
        }
        Body::TrueFalse { prompt, key } => Response::TrueFalse(true_false::Response {
            says: Some(!key.answer),
            reason: another(&prompt.reasons, |reason| Some(&reason.key) == key.reason.as_ref()),
        }),
        Body::Classify { prompt, key } => {
            let placed = prompt.items.iter().filter_map(|item| {
                let mut others = prompt.categories.iter().map(|category| &category.key);
                Some((
                    item.key.clone(),
                    others.find(|other| key.places.get(&item.key) != Some(other))?.clone(),
                ))
            });
            Response::Classify(classify::Response { placed: placed.collect() })
        }
        Body::Matching { prompt, key } => {
            let answers = prompt.items.iter().filter_map(|item| key.pairs.get(&item.key));
            let next = answers.clone().cycle().skip(1);
            let matched =
                prompt.items.iter().zip(next).map(|(item, answer)| (item.key.clone(), answer.clone()));
            Response::Matching(matching::Response { matched: matched.collect() })
        }
        Body::Elements { prompt, key } => Response::Elements(elements::Response {
            found: key.findings.iter().map(|finding| (finding.element.clone(), not(finding.met))).collect(),
            conclusion: another(&prompt.conclusions, |option| option.key == key.conclusion),
            ..elements::Response::default()
        }),
        Body::Ordering { key, .. } => {
            Response::Ordering(ordering::Response { order: key.order.iter().rev().cloned().collect() })
        }
        Body::Cloze { prompt, key } => {
            let fill = |filling: &Filling| match filling {
                Filling::Word(word) => another(&prompt.words, |other| other.key == *word)
                    .map_or_else(String::new, |other| other.to_string()),
                Filling::Typed(_) => NONSENSE.to_owned(),
            };
            let filled = key.gaps.iter().map(|(gap, filling)| (gap.clone(), fill(filling)));
            Response::Cloze(cloze::Response { filled: filled.collect() })
        }
        Body::ShortAnswer { key, .. } => {
            let foreseen = key.expected.first().and_then(|expected| expected.texts.first());
            let text = foreseen.cloned().unwrap_or_else(|| NONSENSE.to_owned());
            Response::ShortAnswer(short_answer::Response { text })
        }
        Body::Numeric { prompt, key } => {
            let far = key.value + 2.0 * key.tolerance + 1.0;
            let value = key.expected.first().map_or(far, |expected| expected.value);
            Response::Numeric(numeric::Response {
                text: written(value),
                unit: another(&prompt.units, |unit| Some(&unit.key) == key.unit.as_ref()),
            })
        }
        Body::Highlight { prompt, key } => {
            let rest = prompt.text.places().filter(|(passage, _)| !key.proof.contains(passage));
            Response::Highlight(highlight::Response {
                marked: rest.map(|(passage, _)| passage.clone()).collect(),
            })
        }
        Body::Case { prompt, key } => Response::Case(worst(prompt, key)),
        Body::Reflection { .. } => Response::Reflection(reflection::Response {
            text: "I do not know.".to_owned(),
            ..reflection::Response::default()
        }),
    }
}

/// What the author wrote for those who give this response, and for everybody: all of it is to be seen after the answer.
pub(super) fn said(question: &Question, response: &Response) -> Vec<Html> {
    let own = match (&question.body, response) {
        (Body::SingleChoice { key, .. }, Response::SingleChoice(given)) => {
            let missed = given.chosen.as_ref() != Some(&key.correct);
            let missed = missed.then(|| feedback_on(&key.missed, &key.correct)).flatten();
            on(&key.feedback, &given.chosen).chain(missed).collect()
        }
        (Body::MultipleResponse { prompt, key }, Response::MultipleResponse(given)) => {
            let said = |option: &Choice| match (
                given.chosen.contains(&option.key),
                key.correct.contains(&option.key),
            ) {
                (true, _) => feedback_on(&key.feedback, &option.key),
                (false, true) => {
                    feedback_on(&key.missed, &option.key).or_else(|| feedback_on(&key.feedback, &option.key))
                }
                (false, false) => None,
            };
            prompt.options.iter().filter_map(said).collect()
        }
        (Body::TrueFalse { key, .. }, Response::TrueFalse(given)) => {
            let reason = key.reason.as_ref().and(given.reason.as_ref()).cloned();
            on(&key.feedback, &given.says).chain(on(&key.reason_feedback, &reason)).collect()
        }
        (Body::Classify { key, .. }, Response::Classify(_)) => all(&key.feedback),
        (Body::Matching { key, .. }, Response::Matching(_)) => all(&key.feedback),
        (Body::Elements { key, .. }, Response::Elements(given)) => {
            let findings = key.findings.iter().filter_map(|finding: &Finding| finding.feedback.as_ref());
            findings.chain(on(&key.feedback, &given.conclusion)).collect()
        }
        (Body::Ordering { key, .. }, Response::Ordering(_)) => all(&key.feedback),
        (Body::Cloze { key, .. }, Response::Cloze(_)) => all(&key.feedback),
        (Body::ShortAnswer { key, .. }, Response::ShortAnswer(given)) if !is_right(question, response) => key
            .foreseen(given)
            .map(|expected| &expected.feedback)
            .or(key.feedback.as_ref())
            .into_iter()
            .collect(),
        (Body::Numeric { prompt, key }, Response::Numeric(given)) => {
            let foreseen = key.foreseen(prompt, given).map(|expected| &expected.feedback);
            let wrong = foreseen.or(key.feedback.as_ref()).filter(|_| !is_right(question, response));
            wrong.into_iter().chain(on(&key.unit_feedback, &given.unit)).collect()
        }
        (Body::Highlight { key, .. }, Response::Highlight(given)) => {
            let told = |feedback: &&Feedback<_>| {
                given.marked.contains(&feedback.on) || key.proof.contains(&feedback.on)
            };
            key.feedback.iter().filter(told).map(|feedback| &feedback.text).collect()
        }
        (Body::Case { key, .. }, Response::Case(given)) => {
            let judged = given.taken.iter().filter_map(|taken| key.judged(&taken.step, &taken.way));
            judged.filter_map(|judged| judged.feedback.as_ref()).collect()
        }
        (Body::Reflection { key, .. }, Response::Reflection(_)) => {
            std::iter::once(&key.model).chain(key.checklist.iter().map(|point| &point.text)).collect()
        }
        _ => Vec::new(),
    };
    own.into_iter().chain([&question.explain]).filter(|html| !html.is_empty()).cloned().collect()
}

/// Whether the response earns all of the credit.
pub(super) fn is_right(question: &Question, response: &Response) -> bool {
    question.score(response).unwrap().credit.share() >= 1.0
}

/// The first option that is not the right one.
fn another(options: &[Choice], is_right: impl Fn(&Choice) -> bool) -> Option<OptionKey> {
    options.iter().find(|option| !is_right(option)).map(|option| option.key.clone())
}

fn not(met: Met) -> Met {
    match met {
        Met::Yes | Met::Unclear => Met::No,
        Met::No => Met::Yes,
    }
}

/// The way that is worth least at each step.
fn worst(prompt: &case::Prompt, key: &case::Key) -> case::Response {
    let mut response = case::Response::default();
    while let Stand::At(step) = prompt.follow(&response) {
        let worth =
            |way: &&case::Way| key.judged(&step.key, &way.key).map_or(0.0, |judged| judged.credit.share());
        let least = step.ways.iter().min_by(|one, other| worth(one).total_cmp(&worth(other))).unwrap();
        response.taken.push(Taken { step: step.key.clone(), way: least.key.clone() });
    }
    response
}

fn on<'a, K: PartialEq>(
    all: &'a [Feedback<K>],
    chosen: &Option<K>,
) -> impl Iterator<Item = &'a Html> + use<'a, K> {
    chosen.as_ref().and_then(|chosen| feedback_on(all, chosen)).into_iter()
}

fn all<K>(all: &[Feedback<K>]) -> Vec<&Html> {
    all.iter().map(|feedback| &feedback.text).collect()
}
