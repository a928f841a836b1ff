//! The confusions that wrong answers show, as authors named them.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::{MisconceptionId, QuestionRef};
use domain::question::Question;

use super::Settings;
use super::item::first_try;
use super::quiz::Sheet;
use crate::bank::Bank;
use crate::choices::{self, Chosen, chosen};

/// How common a confusion is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MisconceptionStudy {
    /// Its name.
    pub misconception: MisconceptionId,
    /// How many learners showed it, at the first try of at least one question.
    pub learners: usize,
    /// How many learners were given a question in which it can be shown.
    pub of: usize,
    /// In which questions it was shown.
    pub questions: Vec<QuestionRef>,
}

#[derive(Default)]
struct Found {
    asked: BTreeSet<usize>,
    learners: BTreeSet<usize>,
    questions: BTreeSet<QuestionRef>,
}

pub(super) fn of(sheets: &[Sheet<'_>], bank: &Bank<'_>, settings: Settings) -> Vec<MisconceptionStudy> {
    let mut found: BTreeMap<MisconceptionId, Found> = BTreeMap::new();
    // What each question can show, by part and option: looked up once a question, not once an answer.
    let mut shows: BTreeMap<&QuestionRef, Vec<(Chosen, MisconceptionId)>> = BTreeMap::new();
    for sheet in sheets {
        for given in &sheet.entries {
            let question = bank.question(given.question);
            let Some(question) =
                question.filter(|known| settings.is_remarked || known.edition == given.edition)
            else {
                continue;
            };
            let response = first_try(given);
            let chosen = response.map(chosen).unwrap_or_default();
            let mut shown: BTreeSet<MisconceptionId> = BTreeSet::new();
            for (option, misconception) in shows.entry(given.question).or_insert_with(|| options(question)) {
                found.entry(misconception.clone()).or_default().asked.insert(sheet.learner);
                if chosen.contains(option) {
                    shown.insert(misconception.clone());
                }
            }
            shown.extend(response.and_then(|response| choices::misconception(&question.body, response)));
            for misconception in shown {
                let own = found.entry(misconception).or_default();
                own.asked.insert(sheet.learner);
                own.learners.insert(sheet.learner);
                own.questions.insert(given.question.clone());
            }
        }
    }
    let mut studies: Vec<MisconceptionStudy> = found
        .into_iter()
        .filter(|(_, found)| !found.learners.is_empty())
        .map(|(misconception, found)| MisconceptionStudy {
            misconception,
            learners: found.learners.len(),
            of: found.asked.len(),
            questions: found.questions.into_iter().collect(),
        })
        .collect();
    studies.sort_by(|one, other| {
        other.learners.cmp(&one.learners).then_with(|| one.misconception.cmp(&other.misconception))
    });
    studies
}

/// The options of a question that show a confusion.
fn options(question: &Question) -> Vec<(Chosen, MisconceptionId)> {
    let parts = choices::offered(&question.body).into_iter();
    let options =
        parts.flat_map(|part| part.options.into_iter().map(move |option| (part.key.clone(), option)));
    let named = options.filter_map(|(part, option)| {
        option.misconception.map(|misconception| (Chosen { part, choice: option.key }, misconception))
    });
    named.collect()
}
