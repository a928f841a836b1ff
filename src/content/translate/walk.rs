//! The texts of a translation in the tree of the original.

use crate::advice::Advice;
use crate::desk::{Desk, Reported, shown};
use crate::diagnostic::Code;
use crate::place::Place;
use crate::syntax::tree::{Data, Entry, Node, Table};
use crate::value::Value;

/// The keys that name an entry of a list, the first that is there.
const NAMES: [&str; 4] = ["key", "id", "element", "with"];

/// A walk through one entry of an original and its translation.
pub(super) struct Walk<'w> {
    desk: &'w Desk<'w>,
    /// The texts that the translation does not have, by their way through the tables: `options.yes.text`.
    pub(super) missing: Vec<String>,
    /// The proof that an author was told of something that is wrong.
    pub(super) reported: Option<Reported>,
}

impl<'w> Walk<'w> {
    pub(super) fn new(desk: &'w Desk<'w>) -> Self {
        Self { desk, missing: Vec::new(), reported: None }
    }

    /// The original with the texts of its translation. `path` is the way to here; empty at the beginning.
    pub(super) fn lay(&mut self, original: &Node, over: Option<&Node>, path: &str) -> Node {
        if self.desk.is_translatable(original) {
            return self.text(original, over, path);
        }
        let data = match &original.data {
            Data::Table(table) => Data::Table(self.table(original, table, over, path)),
            Data::List(list) => Data::List(match names(self.desk, list) {
                Some(names) => self.by_name(list, &names, over, path),
                None => self.by_place(list, over, path),
            }),
            Data::Text(_)
            | Data::Integer(_)
            | Data::Float(_)
            | Data::Boolean(_)
            | Data::Date { .. }
            | Data::Time
            | Data::Broken => original.data.clone(),
        };
        Node { data, span: original.span.clone(), ..*original }
    }

    /// A text, or a list of texts that is given as a whole.
    fn text(&mut self, original: &Node, over: Option<&Node>, path: &str) -> Node {
        let Some(over) = over else {
            self.missing.push(path.to_owned());
            return original.clone();
        };
        let value = Value { node: over, desk: self.desk };
        let read = if let Data::List(_) = original.data {
            value.items().map(|_| ())
        } else {
            value.written().map(|_| ())
        };
        self.reported = read.err().or(self.reported);
        over.clone()
    }

    fn table(&mut self, original: &Node, table: &Table, over: Option<&Node>, path: &str) -> Table {
        if let Some(over) = over {
            self.only_texts(original, over);
        }
        let entries = table.entries.iter().map(|entry| {
            // What is not a text was told of already.
            let over =
                over.and_then(|over| over.get(&entry.key)).filter(|_| has_texts(self.desk, &entry.node));
            Entry { node: self.lay(&entry.node, over, &way(path, &entry.key)), ..entry.clone() }
        });
        Table { entries: entries.collect(), complete: table.complete }
    }

    /// Sees to it that a table of a translation has no key but those under which the original has texts.
    pub(super) fn only_texts(&mut self, original: &Node, over: &Node) {
        let Data::Table(table) = &over.data else {
            let help = "Put the texts with their keys between `{` and `}`.";
            self.reported = Some(Value { node: over, desk: self.desk }.wrong("a table of texts", help));
            return;
        };
        let texts = || original.entries().iter().filter(|entry| has_texts(self.desk, &entry.node));
        for entry in &table.entries {
            if texts().any(|text| text.key == entry.key) {
                continue;
            }
            let place = over.place_of(&entry.key_span);
            let (key, known) = (shown(&entry.key), original.get(&entry.key).is_some());
            let (message, help) = if known {
                let message =
                    format!("`{key}` is not a text that learners read; a translation holds only those.");
                (message, "Take it away: what the original says holds in every language.".into())
            } else {
                (
                    format!("The original has no text `{key}` here."),
                    self.meant(place, &entry.key, texts().map(|text| &*text.key)),
                )
            };
            self.reported = Some(self.desk.faults.error(Code::NotAText, place, message, help));
        }
    }

    fn meant<'n>(&self, at: Place, written: &str, known: impl Iterator<Item = &'n str> + Clone) -> Advice {
        let meant = self.desk.meant(at, written, known.clone());
        meant.unwrap_or_else(|| format!("It has {}.", crate::value::listed(known.take(MOST_LISTED))).into())
    }

    /// A list whose entries have names: the translation has a table with an entry for each name.
    fn by_name(&mut self, list: &[Node], names: &[&str], over: Option<&Node>, path: &str) -> Vec<Node> {
        if let Some(over) = over {
            self.only_names(names, over, path);
        }
        let laid = list.iter().zip(names).enumerate().map(|(place, (item, name))| {
            let namesakes = names.iter().filter(|other| other == &name).count();
            let earlier = names.iter().take(place).filter(|other| other == &name).count();
            let (over, path) = (over.and_then(|over| over.get(name)), way(path, name));
            if namesakes == 1 {
                return self.lay(item, over, &path);
            }
            // Several of one name stand under it in a list.
            if earlier == 0 {
                self.same_length(namesakes, over, &path);
            }
            self.lay(
                item,
                over.and_then(|over| over.as_list().get(earlier)),
                &way(&path, &(earlier + 1).to_string()),
            )
        });
        laid.collect()
    }

    /// Sees to it that a translation has no entry that the original does not have.
    fn only_names(&mut self, names: &[&str], over: &Node, path: &str) {
        let Data::Table(table) = &over.data else {
            let first = names.first().copied().unwrap_or_default();
            let help = format!("Write each under its own key: `{} = {{ … }}`.", shown(&way(path, first)));
            self.reported = Some(Value { node: over, desk: self.desk }.wrong("a table of entries", &help));
            return;
        };
        for entry in table.entries.iter().filter(|entry| !names.contains(&&*entry.key)) {
            let place = over.place_of(&entry.key_span);
            let message = format!("The original has no entry `{}` here.", shown(&entry.key));
            let help = self.meant(place, &entry.key, names.iter().copied());
            self.reported = Some(self.desk.faults.error(Code::NotAText, place, message, help));
        }
    }

    /// A list whose entries have no names: the translation has a list with an entry for each, in the same order.
    fn by_place(&mut self, list: &[Node], over: Option<&Node>, path: &str) -> Vec<Node> {
        // Where nothing in it is a text, nothing is missing either.
        if over.is_some() {
            self.same_length(list.len(), over, path);
        }
        let laid = list.iter().enumerate().map(|(place, item)| {
            let over = over.and_then(|over| over.as_list().get(place));
            self.lay(item, over, &way(path, &(place + 1).to_string()))
        });
        laid.collect()
    }

    fn same_length(&mut self, length: usize, over: Option<&Node>, path: &str) {
        let Some(over) = over else { return };
        let value = Value { node: over, desk: self.desk };
        let Data::List(list) = &over.data else {
            let help = format!(
                "Write the texts of `{}` between `[` and `]`, in the order of the original.",
                shown(path)
            );
            self.reported = Some(value.wrong("a list", &help));
            return;
        };
        if list.len() != length {
            let message = format!("This list has {} entries, that of the original {length}.", list.len());
            let help = "Write an entry for each of the original, in the same order.";
            self.reported = Some(self.desk.faults.error(Code::NotAsLong, value.opening(), message, help));
        }
    }
}

/// The most names that a message lists.
const MOST_LISTED: usize = 8;

/// Whether something in it is a text that a translation gives.
pub(super) fn has_texts(desk: &Desk<'_>, node: &Node) -> bool {
    desk.is_translatable(node)
        || match &node.data {
            Data::Table(table) => table.entries.iter().any(|entry| has_texts(desk, &entry.node)),
            Data::List(list) => list.iter().any(|item| has_texts(desk, item)),
            Data::Text(_)
            | Data::Integer(_)
            | Data::Float(_)
            | Data::Boolean(_)
            | Data::Date { .. }
            | Data::Time
            | Data::Broken => false,
        }
}

/// The name of each entry of a list, where every one has a name.
fn names<'n>(desk: &Desk<'_>, list: &'n [Node]) -> Option<Vec<&'n str>> {
    let name = |item: &'n Node| {
        let named = NAMES.iter().find_map(|key| item.get(key))?;
        named.as_text().filter(|_| !desk.is_translatable(named))
    };
    list.iter().map(name).collect()
}

fn way(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
