//! A cohort of any size, as the results files that its learners would hand in.

use domain::conditions::Conditions;
use domain::course::{Catalogue, Mode};
use domain::id::QuizRef;
use domain::log::{AttemptId, Entry, EntryId, Fact, GivenQuestion, Seq};
use domain::question::elements::Met;
use domain::question::{Body, Question, Response, single_choice, true_false};
use domain::random::{Chance, Purpose, Seed};
use domain::saved::write_entry;
use domain::score::{Certainty, Credit};
use domain::time::{Millis, Timestamp};
use results::Head;

/// When the first attempt begins: a moment of the year 2023.
const BEGUN: u64 = 1_700_000_000_000;

/// How long a question is before a learner, in milliseconds.
const TOOK: u64 = 20_000;

/// A results file for each of so many learners, by name: each answered the first questions of the catalogue that can be marked, in one go at a
/// quiz. The higher her number among every ten, the more of them she knows; `key` is what they hold to be right, which may be another
/// catalogue than the one that marks them.
pub(crate) fn files(
    marking: &Catalogue,
    key: &Catalogue,
    quiz: &QuizRef,
    learners: usize,
    questions: usize,
) -> Vec<(String, String)> {
    let all = |catalogue: &'_ Catalogue| -> Vec<Question> {
        let questions = catalogue.banks.iter().flat_map(|bank| &bank.questions);
        questions.filter(|question| question.kind().is_marked()).cloned().collect()
    };
    let mut marked = all(marking);
    marked.truncate(questions);
    let held = all(key);
    (0..learners)
        .map(|number| {
            let entries = attempt(&marked, &held, quiz, number as u64);
            let head = Head {
                course: quiz.course.clone(),
                learner: format!("Learner {number:04}"),
                made: Timestamp(BEGUN + 80_000_000),
                language: "en".to_owned(),
            };
            (format!("learner-{number:04}.json"), results::write(&head, &entries).text)
        })
        .collect()
}

fn attempt(marked: &[Question], held: &[Question], quiz: &QuizRef, number: u64) -> Vec<String> {
    let mut chance = Chance::new(Seed(number), Purpose::Drill);
    let begun = BEGUN + number * 1_000;
    let id = AttemptId(EntryId::new(Timestamp(begun), u128::from(number)));
    let given = marked.iter().map(|question| GivenQuestion {
        question: question.id.clone(),
        edition: question.edition,
        points: question.points,
        order: question.body.movable(),
    });
    let mut facts = vec![Fact::AttemptBegun {
        attempt: id,
        quiz: quiz.clone(),
        mode: Mode::Assessment,
        pass: Some(0.6),
        seed: Seed(number),
        given: given.collect(),
        conditions: Conditions::default(),
        code: None,
    }];
    for (place, question) in marked.iter().enumerate() {
        // Of a hundred she knows up to ninety-five; some questions are harder.
        let knows = (5 + 10 * (number as usize % 10)).saturating_sub(place % 6 * 4);
        let held = held.iter().find(|other| other.id == question.id).unwrap_or(question);
        let is_known = chance.below(100) < knows;
        let response = if is_known { held.body.model_response() } else { mistaken(&held.body, &mut chance) };
        // Who cannot be marked has given no answer.
        let Ok(marks) = question.score(&response) else { continue };
        let certainty = Certainty::ALL.get(chance.below(3)).copied();
        facts.push(Fact::QuestionAnswered {
            attempt: id,
            question: question.id.clone(),
            edition: question.edition,
            response,
            credit: marks.credit,
            took: Millis(TOOK / 2 + chance.below(10_000) as u64),
            verdict: None,
            certainty: certainty.filter(|_| marks.credit != Credit::NONE || number.is_multiple_of(3)),
            language: None,
        });
    }
    facts.push(Fact::AttemptFinished { attempt: id });
    let entry = |(place, fact): (usize, Fact)| {
        let at = Timestamp(begun + place as u64 * TOOK);
        let chance = u128::from(number) + ((place as u128) << 40);
        write_entry(&Entry { id: EntryId::new(at, chance), seq: Seq(place as u64), at, fact })
    };
    facts.into_iter().enumerate().map(entry).collect()
}

/// An answer of somebody who does not know: another one than the right one, as far as the kind has such.
fn mistaken(body: &Body, chance: &mut Chance) -> Response {
    let mut response = body.model_response();
    match (body, &mut response) {
        (Body::SingleChoice { prompt, key }, Response::SingleChoice(single_choice::Response { chosen })) => {
            let wrong: Vec<_> = prompt.options.iter().filter(|option| option.key != key.correct).collect();
            *chosen = wrong.get(chance.below(wrong.len())).map(|option| option.key.clone());
        }
        (Body::MultipleResponse { prompt, key }, Response::MultipleResponse(response)) => {
            if let Some(right) = key.correct.iter().next() {
                response.chosen.remove(right);
            }
            let wrong = prompt.options.iter().filter(|option| !key.correct.contains(&option.key));
            for option in wrong.take(chance.below(2)) {
                response.chosen.insert(option.key.clone());
            }
        }
        (Body::TrueFalse { .. }, Response::TrueFalse(true_false::Response { says, .. })) => {
            *says = says.map(|says| !says);
        }
        (Body::Classify { prompt, .. }, Response::Classify(response)) => {
            for item in &prompt.items {
                let category = prompt.categories.get(chance.below(prompt.categories.len()));
                if let Some(category) = category {
                    response.placed.insert(item.key.clone(), category.key.clone());
                }
            }
        }
        (Body::Matching { prompt, .. }, Response::Matching(response)) => {
            let answer = prompt.answers.get(chance.below(prompt.answers.len()));
            if let Some((item, answer)) = prompt.items.first().zip(answer) {
                // An answer that is taken is exchanged.
                let former = response.matched.get(&item.key).cloned();
                let holder = response
                    .matched
                    .iter()
                    .find(|(_, taken)| **taken == answer.key)
                    .map(|(key, _)| key.clone());
                if let Some((holder, former)) = holder.zip(former) {
                    response.matched.insert(holder, former);
                }
                response.matched.insert(item.key.clone(), answer.key.clone());
            }
        }
        (Body::Elements { prompt, .. }, Response::Elements(response)) => {
            for element in &prompt.elements {
                if let Some(met) = Met::ALL.get(chance.below(Met::ALL.len())) {
                    response.found.insert(element.key.clone(), *met);
                }
            }
            let conclusion = prompt.conclusions.get(chance.below(prompt.conclusions.len()));
            response.conclusion = conclusion.map(|conclusion| conclusion.key.clone());
        }
        // Of other kinds nobody is mistaken here.
        _ => {}
    }
    response
}
