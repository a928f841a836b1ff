//! The browser's storage, seen from beside the page.

use std::collections::BTreeMap;

use domain::log::Entry;
use domain::saved;
use serde_json::{Value, json};

use super::Page;

/// How the keys of texts begin that fill the storage up.
const FILLER: &str = "another-site-";

impl Page {
    /// Every stored text by its key.
    pub(crate) fn stored(&self) -> BTreeMap<String, String> {
        let all = self.run("return Object.fromEntries(Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)]))");
        serde_json::from_value(all).expect("the storage holds texts")
    }

    /// Stores a text.
    pub(crate) fn store(&self, key: &str, text: &str) {
        self.run_with("localStorage.setItem(...arguments)", vec![json!(key), json!(text)]);
    }

    /// The log as it is stored, in its own order. Fails where a stored entry cannot be read.
    pub(crate) fn log(&self) -> Vec<Entry> {
        let stored = self.stored();
        let entries = stored.iter().filter(|(key, _)| key.starts_with("plenary:entry:"));
        let mut log: Vec<Entry> = entries
            .map(|(key, text)| saved::read_entry(text).unwrap_or_else(|why| panic!("{key}: {why:?}: {text}")))
            .collect();
        log.sort_unstable_by_key(Entry::order);
        log
    }

    /// Fills the storage up to the last byte.
    pub(crate) fn fill_storage(&self) {
        const FILL: &str = "
            let number = 0;
            for (let size = 1 << 22; size >= 1; size >>= 1) {
                try {
                    for (;;) { localStorage.setItem(arguments[0] + number, 'x'.repeat(size)); number += 1; }
                } catch { localStorage.removeItem(arguments[0] + number); }
            }
            return number";
        let number = self.run_with(FILL, vec![json!(FILLER)]);
        assert!(number.as_i64() > Some(3), "the storage was not filled: {number}");
    }

    /// Takes away what filled the storage up.
    pub(crate) fn make_room(&self) {
        const CLEAR: &str = "for (const key of Object.keys(localStorage)) if (key.startsWith(arguments[0])) localStorage.removeItem(key)";
        let done = self.run_with(CLEAR, vec![json!(FILLER)]);
        assert_eq!(done, Value::Null);
    }
}
