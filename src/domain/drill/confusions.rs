//! What a learner took for what.

use std::collections::BTreeMap;

use super::BANK;
use crate::card::Card;
use crate::id::TermId;
use crate::log::{Entry, Fact};
use crate::question::Response;

/// Which term a learner took for which, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Confusions(BTreeMap<(TermId, TermId), usize>);

impl Confusions {
    /// What earlier drills show. The order of the entries makes no difference; an entry that comes twice counts once.
    pub fn from_log<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut seen = BTreeMap::new();
        for entry in entries {
            if let Fact::CardRecalled {
                card: Card::Question(question),
                response: Some(Response::SingleChoice(given)),
                ..
            } = &entry.fact
                && question.bank.as_str() == BANK
                && let Some(chosen) = &given.chosen
                && chosen.slug() != question.question.slug()
            {
                let (meant, taken) = (question.question.slug().clone(), chosen.slug().clone());
                seen.insert(entry.id, (TermId::from(meant), TermId::from(taken)));
            }
        }
        let mut confusions = Self::default();
        for (meant, taken) in seen.into_values() {
            confusions.note(meant, taken);
        }
        confusions
    }

    /// Notes that the one was meant and the other one taken.
    pub fn note(&mut self, meant: TermId, taken: TermId) {
        *self.0.entry((meant, taken)).or_default() += 1;
    }

    /// The terms that were taken for this one, or it for them, the most frequent first.
    pub fn with(&self, term: &TermId) -> Vec<&TermId> {
        let mut counts: BTreeMap<&TermId, usize> = BTreeMap::new();
        for ((meant, taken), count) in &self.0 {
            if meant == term {
                *counts.entry(taken).or_default() += count;
            } else if taken == term {
                *counts.entry(meant).or_default() += count;
            }
        }
        let mut with: Vec<(&TermId, usize)> = counts.into_iter().collect();
        with.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        with.into_iter().map(|(term, _)| term).collect()
    }
}

/// Whether a card is a question of a drill: it is never scheduled.
pub fn is_drill(card: &Card) -> bool {
    match card {
        Card::Question(question) => question.bank.as_str() == BANK,
        Card::Term(_) => false,
    }
}
