//! What a shell keeps of a session, and takes up again.

use crate::log::{AttemptId, Entry, EntryId, Fact, Seq};
use crate::progress::{Attempt, fold};
use crate::question::Question;
use crate::saved::{read_entry, read_place, write_entry, write_place};
use crate::session::{Effect, Session, resume};
use crate::time::Timestamp;

/// The stored texts.
pub(super) struct Store {
    log: Vec<String>,
    pub(super) place: Option<String>,
}

impl Store {
    /// What is kept of an attempt that was just begun, at the moment 0.
    pub(super) fn begun(fact: Fact) -> Self {
        let mut store = Self { log: Vec::new(), place: None };
        store.record(fact, Timestamp(0));
        store
    }

    /// Does what a step asks for.
    pub(super) fn perform(&mut self, effects: Vec<Effect>, now: Timestamp) {
        for effect in effects {
            match effect {
                Effect::Record(fact) => self.record(fact, now),
                Effect::Keep(place) => self.place = Some(write_place(&place)),
                Effect::Focus(_) | Effect::Announce(_) => {}
            }
        }
    }

    pub(super) fn record(&mut self, fact: Fact, now: Timestamp) {
        let seq = self.log.len() as u64;
        let entry = Entry { id: EntryId::new(now, u128::from(seq)), seq: Seq(seq), at: now, fact };
        self.log.push(write_entry(&entry));
    }

    pub(super) fn attempt(&self) -> (AttemptId, Attempt) {
        let entries: Vec<Entry> = self.log.iter().map(|text| read_entry(text).unwrap()).collect();
        let progress = fold(&entries);
        let quiz = "law/crimes/quiz".parse().unwrap();
        let (id, attempt) = progress.attempts(&quiz).next().unwrap();
        (id, attempt.clone())
    }

    pub(super) fn resume<'a>(
        &self,
        questions: impl IntoIterator<Item = &'a Question>,
        now: Timestamp,
    ) -> Session {
        let (id, attempt) = self.attempt();
        let questions = questions.into_iter().cloned().collect();
        let place = self.place.as_deref().map(|text| read_place(text).unwrap());
        resume(id, &attempt, questions, place.as_ref(), None, now)
    }
}
