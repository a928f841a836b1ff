//! The log of answers in the browser's storage: one small key an entry, written when the entry comes to be.
//!
//! Nothing that was stored is ever rewritten. What cannot be read is set aside under another key and said in the
//! page; what a later version wrote is left where it is. Where nothing can be stored the log lives in memory, and that is said too,
//! with the offer of a backup.

mod keeping;

use std::cell::RefCell;

use domain::backup::Backup;
use domain::former::Former;
use domain::log::{AttemptId, Entry, EntryId, Fact, Seq};
use domain::progress::{self, Progress};
use domain::saved::{self, Unreadable};
use domain::session::Place;
use gloo_storage::{LocalStorage, Storage as _};

pub(crate) use self::keeping::{Restored, change_settings, erase, is_erased, settings};
use crate::browser;

/// How every key of the application begins: other sites can stand on the same host, and share its storage.
const OWN: &str = "plenary:";
const ENTRY: &str = "plenary:entry:";
const PLACE: &str = "plenary:place:";
const ASIDE: &str = "plenary:aside:";

/// What a learner must know about how her answers are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Health {
    /// The browser lets the page store nothing.
    pub(crate) blocked: bool,
    /// So many entries could not be written, because the storage is full.
    pub(crate) unwritten: usize,
    /// So many stored texts could not be read and were set aside.
    pub(crate) aside: usize,
    /// So many entries were written by a later version.
    pub(crate) too_new: usize,
}

/// The log, and whether it is safe.
#[derive(Debug, Default)]
pub(crate) struct Log {
    entries: Vec<Entry>,
    /// The entries that are in memory only, by their ids.
    unwritten: Vec<(EntryId, String)>,
    last: Seq,
    health: Health,
    progress: Progress,
    /// Names that authors changed since: what is stored is read with the present ones.
    former: Former,
}

impl Log {
    /// The log of somebody of whom nothing is stored; none where something is, and has to be read.
    pub(crate) fn of_somebody_new() -> Option<Self> {
        let Some(storage) = storage() else {
            return Some(Self { health: Health { blocked: true, ..Health::default() }, ..Self::default() });
        };
        let is_read = |key: &String| key.starts_with(ENTRY) || key.starts_with(ASIDE);
        (!keys(&storage).iter().any(is_read)).then(Self::default)
    }

    /// Reads what is stored.
    pub(crate) fn open(former: Former) -> Self {
        let mut log = Self { former, ..Self::default() };
        let Some(storage) = storage() else {
            log.health.blocked = true;
            return log;
        };
        for key in keys(&storage) {
            if key.starts_with(ASIDE) {
                log.health.aside += 1;
            } else if key.starts_with(ENTRY) {
                log.read(&storage, &key);
            }
        }
        log.progress = progress::fold(&log.entries);
        log
    }

    /// Reads what is stored anew.
    pub(crate) fn reopened(&self) -> Self {
        Self::open(self.former.clone())
    }

    /// The progress that the log tells of.
    pub(crate) fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The entries, in no order.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What the learner must know.
    pub(crate) fn health(&self) -> Health {
        Health { unwritten: if self.health.blocked { 0 } else { self.unwritten.len() }, ..self.health }
    }

    /// A new id, for an attempt that is about to begin.
    pub(crate) fn new_attempt() -> AttemptId {
        AttemptId(EntryId::new(browser::now(), browser::chance()))
    }

    /// Writes what was done, now.
    pub(crate) fn record(&mut self, fact: Fact) {
        let at = browser::now();
        let id = match &fact {
            Fact::AttemptBegun { attempt, .. } => attempt.0,
            Fact::LessonRead { .. }
            | Fact::QuestionAnswered { .. }
            | Fact::HintTaken { .. }
            | Fact::KeyShown { .. }
            | Fact::TimeExtended { .. }
            | Fact::AttemptFinished { .. }
            | Fact::CardRecalled { .. }
            | Fact::RatingChanged { .. } => EntryId::new(at, browser::chance()),
        };
        self.last = self.last.next();
        let entry = Entry { id, seq: self.last, at, fact };
        self.progress.apply(&entry);
        self.unwritten.push((id, saved::write_entry(&entry)));
        self.entries.push(entry);
        self.write();
    }

    /// Takes up an entry that another tab has written. Whether it was news.
    pub(crate) fn heard(&mut self, key: &str) -> bool {
        let Some(storage) = storage().filter(|_| key.starts_with(ENTRY)) else { return false };
        let id = |entry: &Entry| format!("{ENTRY}{}", entry.id) == key;
        if self.entries.iter().any(id) {
            return false;
        }
        let known = self.entries.len();
        self.read(&storage, key);
        let news = self.entries.len() > known;
        if news {
            self.progress = progress::fold(&self.entries);
        }
        news
    }

    /// Everything that is kept, whether it could be stored or not.
    pub(crate) fn backup(&self) -> Backup {
        let (mut entries, mut aside) = (Vec::new(), Vec::new());
        for (id, text) in &self.unwritten {
            entries.push((id.to_string(), text.clone()));
        }
        if let Some(storage) = storage() {
            for key in keys(&storage) {
                let Ok(Some(text)) = storage.get_item(&key) else { continue };
                if let Some(id) = key.strip_prefix(ENTRY) {
                    entries.push((id.to_owned(), text));
                } else if let Some(name) = key.strip_prefix(ASIDE) {
                    aside.push((keeping::unnumbered(name).to_owned(), text));
                }
            }
        }
        Backup::of(entries, aside)
    }

    /// Writes what is in memory only. What did not fit before may fit now.
    fn write(&mut self) {
        let storage = storage();
        self.unwritten.retain(|(id, text)| {
            let stored = storage.as_ref().map(|storage| storage.set_item(&format!("{ENTRY}{id}"), text));
            !matches!(stored, Some(Ok(())))
        });
    }

    fn read(&mut self, storage: &web_sys::Storage, key: &str) {
        let Ok(Some(text)) = storage.get_item(key) else { return };
        match saved::read_entry(&text) {
            // An entry under another name is damaged as well: its id was changed.
            Ok(entry) if format!("{ENTRY}{}", entry.id) != key => self.set_aside(storage, key, &text),
            Ok(mut entry) => {
                self.former.bring_up_to_date(&mut entry.fact);
                self.last = self.last.max(entry.seq);
                self.entries.push(entry);
            }
            Err(Unreadable::TooNew { .. }) => self.health.too_new += 1,
            Err(Unreadable::Corrupt) => self.set_aside(storage, key, &text),
        }
    }

    fn set_aside(&mut self, storage: &web_sys::Storage, key: &str, text: &str) {
        self.health.aside += 1;
        // The copy first: where there is no room for it, the original stays.
        if keeping::put_aside(storage, key, text) {
            let _ = storage.remove_item(key);
        }
    }
}

thread_local! {
    /// What is to be remembered in the next turn.
    static PLACE_SOON: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// Remembers where a learner is in an attempt, in the next turn: for places that can be told from the log as well.
pub(crate) fn keep_place_soon(place: Place) {
    if PLACE_SOON.replace(Some(place)).is_none() {
        browser::next_turn(|| {
            if let Some(place) = PLACE_SOON.take() {
                keep_place(&place);
            }
        });
    }
}

/// Remembers where a learner is in an attempt.
pub(crate) fn keep_place(place: &Place) {
    // What was to be remembered before is out of date.
    PLACE_SOON.take();
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("{PLACE}{}", place.attempt), &saved::write_place(place));
    }
}

/// Where a learner was in an attempt.
pub(crate) fn kept_place(attempt: AttemptId) -> Option<Place> {
    let text = storage()?.get_item(&format!("{PLACE}{attempt}")).ok().flatten()?;
    saved::read_place(&text).ok()
}

/// Forgets where a learner was, once the attempt is finished.
pub(crate) fn drop_place(attempt: AttemptId) {
    PLACE_SOON.take();
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&format!("{PLACE}{attempt}"));
    }
}

/// The storage, where the browser grants it.
fn storage() -> Option<web_sys::Storage> {
    // Asked first, because gloo takes it for granted and some browsers throw.
    browser::window()?.local_storage().ok().flatten()?;
    Some(LocalStorage::raw())
}

fn keys(storage: &web_sys::Storage) -> Vec<String> {
    let count = storage.length().unwrap_or_default();
    (0..count).filter_map(|place| storage.key(place).ok().flatten()).collect()
}
