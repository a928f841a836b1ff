//! What a learner took for what.

use super::BANK;
use super::difference::is_statement;
use crate::card::Card;
use crate::id::TermId;
use crate::log::{Entry, EntryId, Fact};
use crate::map::Map;
use crate::question::{Body, Question, Response};
use crate::sort::in_order;

/// Which term a learner took for which, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Confusions(Map<(TermId, TermId), usize>);

impl Confusions {
    /// What earlier drills show. The order of the entries makes no difference; an entry that comes twice counts once.
    pub fn from_log<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut seen: Map<EntryId, (TermId, TermId)> = Map::new();
        for entry in entries {
            if let Fact::CardRecalled {
                card: Card::Question(question),
                response: Some(Response::SingleChoice(given)),
                ..
            } = &entry.fact
                && question.bank.as_str() == BANK
                && let Some(chosen) = &given.chosen
                && chosen.slug() != question.question.slug()
                && !is_statement(&question.question, chosen)
            {
                let (meant, taken) = (question.question.slug().clone(), chosen.slug().clone());
                seen.insert(entry.id, (TermId::from(meant), TermId::from(taken)));
            }
        }
        let mut confusions = Self::default();
        for (_, (meant, taken)) in seen {
            confusions.note(meant, taken);
        }
        confusions
    }

    /// Notes that the one was meant and the other one taken.
    pub fn note(&mut self, meant: TermId, taken: TermId) {
        *self.0.entry((meant, taken)).or_default() += 1;
    }

    /// Confusions as a list names them, the most frequent first; see [`foremost`](Self::foremost).
    pub fn of(foremost: &[(TermId, TermId)]) -> Self {
        let mut confusions = Self::default();
        for (place, pair) in foremost.iter().enumerate() {
            if !confusions.0.contains_key(pair) {
                confusions.0.insert(pair.clone(), foremost.len() - place);
            }
        }
        confusions
    }

    /// The most frequent confusions, at most so many: which term was meant, and which was taken.
    ///
    /// A drill is made from these alone, so that an address can name all that it was made from.
    pub fn foremost(&self, most: usize) -> Vec<(TermId, TermId)> {
        let all = in_order(self.0.iter().collect(), |(_, one), (_, other)| other.cmp(one));
        all.into_iter().take(most).map(|(pair, _)| pair.clone()).collect()
    }

    /// The terms that were taken for this one, or it for them, the most frequent first.
    pub fn with(&self, term: &TermId) -> Vec<&TermId> {
        let mut counts: Map<&TermId, usize> = Map::new();
        for ((meant, taken), count) in &self.0 {
            if meant == term {
                *counts.entry(taken).or_default() += count;
            } else if taken == term {
                *counts.entry(meant).or_default() += count;
            }
        }
        let with = in_order(counts.into_iter().collect(), |(_, one), (_, other)| other.cmp(one));
        with.into_iter().map(|(term, _)| term).collect()
    }
}

/// Which terms an answer to a question of a drill takes for which: the one that was meant, and the one that was taken for it.
pub fn confused(question: &Question, response: &Response) -> Vec<(TermId, TermId)> {
    let mut confused = Vec::new();
    match (&question.body, response) {
        (Body::SingleChoice { key, .. }, Response::SingleChoice(given)) => {
            // Only where the options are terms: a difference has others.
            let is_term = key.correct.slug() == question.id.question.slug();
            if let Some(chosen) = given.chosen.as_ref().filter(|chosen| is_term && **chosen != key.correct) {
                confused.push((key.correct.slug().clone(), chosen.slug().clone()));
            }
        }
        (Body::Classify { key, .. }, Response::Classify(given)) => {
            for (item, taken) in given.placed.iter() {
                if let Some(meant) = key.places.get(item).filter(|meant| *meant != taken) {
                    confused.push((meant.slug().clone(), taken.slug().clone()));
                }
            }
        }
        _ => {}
    }
    let mut pairs: Vec<(TermId, TermId)> = Vec::new();
    for (meant, taken) in confused {
        let pair = (TermId::from(meant), TermId::from(taken));
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    pairs
}

/// Whether a card is a question of a drill: it is never scheduled.
pub fn is_drill(card: &Card) -> bool {
    match card {
        Card::Question(question) => question.bank.as_str() == BANK,
        Card::Term(_) => false,
    }
}
