//! What is done with everything that is stored at once: settings, what was set aside, bringing a backup back, deleting.

use domain::backup::Backup;
use domain::progress;
use domain::settings::Settings;

use super::{ASIDE, Log, OWN, keys, storage};

const SETTINGS: &str = "plenary:settings";

/// Tells the other tabs that everything was deleted.
const ERASED: &str = "plenary:erased";

/// What bringing a backup back came to, in entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Restored {
    /// Those that were not there before.
    pub(crate) new: usize,
    /// Those that were there already.
    pub(crate) known: usize,
    /// Those of another text than the one that was there; both are kept.
    pub(crate) disputed: usize,
    /// Those that are in memory only, because the storage is full or blocked.
    pub(crate) unwritten: usize,
}

impl Log {
    /// Puts what is in a backup together with what is stored: the union.
    pub(crate) fn restore(&mut self, from: Backup) -> Restored {
        let here = self.backup();
        let mut restored = Restored::default();
        let wanted: Vec<_> = from.texts().iter().map(|(id, _)| *id).collect();
        let both = here.clone().merge(from);
        let storage = storage();
        // What lost a dispute is safe before it is replaced.
        if let Some(storage) = &storage {
            for (name, text) in both.aside() {
                put_aside(storage, name, text);
            }
        }
        for id in wanted {
            let Some(text) = both.text(id) else { continue };
            match here.text(id) {
                Some(known) if known == text => restored.known += 1,
                // The one that is here stays where it is the lesser; the other one was set aside.
                Some(_) => restored.disputed += 1,
                None => restored.new += 1,
            }
            if here.text(id) != Some(text) {
                self.unwritten.retain(|(known, _)| *known != id);
                self.unwritten.push((id, text.to_owned()));
            }
        }
        self.write();
        let unwritten = std::mem::take(&mut self.unwritten);
        restored.unwritten = unwritten.len();
        *self = self.reopened();
        self.entries = both.entries().collect();
        for entry in &mut self.entries {
            self.former.bring_up_to_date(&mut entry.fact);
        }
        self.last = self.entries.iter().map(|entry| entry.seq).max().unwrap_or_default();
        self.progress = progress::fold(&self.entries);
        self.unwritten = unwritten;
        restored
    }
}

/// What is set on this device.
pub(crate) fn settings() -> Settings {
    let stored = storage().and_then(|storage| storage.get_item(SETTINGS).ok().flatten());
    stored.map_or_else(Settings::default, |text| Settings::read(&text))
}

/// Changes what is set on this device. Where nothing can be stored, nothing changes.
pub(crate) fn change_settings(change: impl FnOnce(&mut Settings)) {
    let mut settings = settings();
    change(&mut settings);
    if let Some(storage) = storage() {
        let _ = storage.set_item(SETTINGS, &settings.write());
    }
}

/// Deletes everything that Plenary has stored. How many texts that were.
pub(crate) fn erase() -> usize {
    let Some(storage) = storage() else { return 0 };
    let own: Vec<String> = keys(&storage).into_iter().filter(|key| key.starts_with(OWN)).collect();
    for key in &own {
        let _ = storage.remove_item(key);
    }
    // Other tabs hold the log in memory, and begin anew when they hear of this.
    let _ = storage.set_item(ERASED, "");
    let _ = storage.remove_item(ERASED);
    own.len()
}

/// Whether the change of this key says that another tab deleted everything.
pub(crate) fn is_erased(key: &str) -> bool {
    key == ERASED
}

/// Keeps a text that cannot be read, under the name where it was found. Whether it is safe.
pub(super) fn put_aside(storage: &web_sys::Storage, name: &str, text: &str) -> bool {
    // Several texts can have been found under one name.
    for number in 1..=MOST_UNDER_ONE_NAME {
        let key = if number == 1 { format!("{ASIDE}{name}") } else { format!("{ASIDE}{name}#{number}") };
        match storage.get_item(&key) {
            Ok(Some(known)) if known == text => return true,
            Ok(Some(_)) => {}
            Ok(None) => return storage.set_item(&key, text).is_ok(),
            Err(_) => return false,
        }
    }
    false
}

/// More texts under one name are made by nobody but a program that wants to fill the storage.
const MOST_UNDER_ONE_NAME: usize = 100;

/// The name under which a text was found that was set aside.
pub(super) fn unnumbered(name: &str) -> &str {
    name.split('#').next().unwrap_or(name)
}
