//! The files of a language laid over their originals, entry by entry.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::language::Language;
use domain::sort::in_order;

use super::walk::{Walk, has_texts};
use crate::desk::{Desk, shown};
use crate::diagnostic::Code;
use crate::place::Place;
use crate::project::{Page, Project, Toml};
use crate::read::{format, root};
use crate::rules;
use crate::syntax::tree::{Data, Entry, Node};
use crate::value::Value;

/// A project with a translation in the place of the originals, as far as it is whole.
pub(super) struct Laid<'a> {
    pub(super) project: Project<'a>,
    /// The files of the translation.
    pub(super) files: BTreeSet<usize>,
    /// Where each entry that is translated begins in its original, by file and place, and where its translation does.
    begins: BTreeMap<(usize, usize), Place>,
}

impl Laid<'_> {
    /// Where the translation of what stands at a place of an original begins.
    pub(super) fn translation_of(&self, original: Place) -> Option<Place> {
        let before = self.begins.range(..=(original.file, original.start));
        before.last().filter(|((file, _), _)| *file == original.file).map(|(_, place)| *place)
    }
}

/// Lays a translation over a project that was read without a fault.
pub(super) fn over<'a>(
    desk: &Desk<'_>,
    project: &Project<'a>,
    language: Language,
    translation: &Project<'a>,
) -> Laid<'a> {
    let mut layer = Layer { desk, language, begins: BTreeMap::new(), there: BTreeSet::new() };
    let mut laid = project.originals();
    for (original, over, sort) in [
        (&mut laid.sources, &translation.sources, "source"),
        (&mut laid.glossary, &translation.glossary, "term"),
        (&mut laid.concepts, &translation.concepts, CONCEPT),
    ] {
        if let Some(original) = original {
            layer.tables(original, over.as_ref(), sort);
        }
    }
    for (name, original) in &mut laid.courses {
        layer.whole(original, translation.courses.get(name));
    }
    // What stands outside of every course was not read, and nobody knows its texts.
    for (name, original) in &mut laid.modules {
        let over = translation.modules.get(name).filter(|_| laid.courses.contains_key(name.0));
        layer.whole(original, over);
    }
    for (name, original) in &mut laid.lessons {
        let over = translation.lessons.get(name).filter(|_| project.modules.contains_key(&(name.0, name.1)));
        layer.lesson(original, over.filter(|_| laid.courses.contains_key(name.0)));
    }
    for (name, original) in &mut laid.banks {
        layer.bank(original, translation.banks.get(name));
    }
    let files = translation.sheets().map(|(_, sheet)| sheet.number).collect();
    Laid { project: laid, files, begins: layer.begins }
}

/// Entries whose texts a question shows as its own, under the key by which it names them.
const CONCEPT: &str = "concept";
const STIMULUS: &str = "stimulus";

/// The questions of a bank.
const QUESTION: &str = "question";

/// What a question promises. The original keeps the promises of the original; a translation can make its own, which answers that
/// are typed need.
const TESTS: &str = "tests";

/// What each file of a translation says of itself.
const OWN: [&str; 2] = ["format", "language"];

struct Layer<'l> {
    desk: &'l Desk<'l>,
    language: Language,
    begins: BTreeMap<(usize, usize), Place>,
    /// The concepts, and of one bank the stimuli, that there are in the language.
    there: BTreeSet<(&'static str, String)>,
}

impl Layer<'_> {
    /// A file of tables: sources, terms, concepts.
    fn tables(&mut self, original: &mut Toml<'_>, over: Option<&Toml<'_>>, sort: &'static str) {
        let opened = over.map(|over| self.open(original, over));
        // Of a file that cannot be read it was told; nobody need hear that its entries are missing.
        if self.is_in_language(original) || matches!(opened, Some(None)) {
            let entries = tables(Rc::make_mut(&mut original.root));
            self.there.extend(entries.map(|entry| (sort, entry.key.to_string())));
        }
        if let Some(over) = opened.flatten() {
            self.under_ids(Rc::make_mut(&mut original.root), &over, sort);
        }
    }

    /// Tables under their ids.
    fn under_ids(&mut self, original: &mut Node, over: &Node, sort: &'static str) {
        let keys: BTreeSet<String> = tables(original).map(|entry| entry.key.to_string()).collect();
        if !self.is_table(over, sort, keys.first()) {
            return;
        }
        self.unknown(over, sort, &keys);
        for entry in tables(original) {
            let Some(own) = over.entry(&entry.key) else { continue };
            if self.entry(&mut entry.node, &own.node, over.place_of(&own.key_span), Vec::new()) {
                self.there.insert((sort, entry.key.to_string()));
            }
        }
    }

    /// A file that is translated as a whole: a course, a module.
    fn whole(&mut self, original: &mut Toml<'_>, over: Option<&Toml<'_>>) {
        let Some(file) = over else { return };
        if let Some(over) = self.open(original, file) {
            self.entry(Rc::make_mut(&mut original.root), &over, file.sheet.top(), Vec::new());
        }
    }

    /// A lesson: the title in its front matter, and its text.
    fn lesson<'a>(&mut self, original: &mut Page<'a>, over: Option<&Page<'a>>) {
        let Some(over) = over else { return };
        let top = over.sheet.top();
        let differ = rules::languages::differ(self.desk, original.sheet.number, self.language, top);
        let (Ok(front), Ok(own), Ok(())) = (&mut original.front, &over.front, differ) else { return };
        if !own.is_complete() {
            return;
        }
        let is_empty = over.sheet.slice(over.body.clone()).trim().is_empty();
        let missing = if is_empty { vec!["the text".to_owned()] } else { Vec::new() };
        let begin = original.sheet.number;
        if self.entry(Rc::make_mut(front), own, top, missing) {
            // What is told of the lesson as a whole has the first place of its file.
            self.begins.insert((begin, 0), top);
            (original.sheet, original.body) = (over.sheet, over.body.clone());
        }
    }

    /// A bank: its title, and the lists of what has an id in it.
    fn bank(&mut self, original: &mut Toml<'_>, over: Option<&Toml<'_>>) {
        self.there.retain(|(sort, _)| *sort != STIMULUS);
        let Some(over) = over.and_then(|over| self.open(original, over)) else { return };
        let mut walk = Walk::new(self.desk);
        walk.only_texts(&original.root, &over);
        let Data::Table(table) = &mut Rc::make_mut(&mut original.root).data else { return };
        // A question is read with its stimulus.
        let rank = |entry: &Entry| &*entry.key != STIMULUS;
        table.entries =
            in_order(std::mem::take(&mut table.entries), |one, other| rank(one).cmp(&rank(other)));
        for entry in &mut table.entries {
            let Some(own) = over.get(&entry.key).filter(|_| has_texts(self.desk, &entry.node)) else {
                continue;
            };
            if let (QUESTION, Data::List(list)) = (&*entry.key, &mut entry.node.data) {
                self.questions(list, own);
            } else if &*entry.key == STIMULUS {
                self.under_ids(&mut entry.node, own, STIMULUS);
            } else {
                entry.node = Walk::new(self.desk).lay(&entry.node, Some(own), &entry.key);
            }
        }
    }

    /// The questions of a bank.
    fn questions(&mut self, list: &mut [Node], over: &Node) {
        let ids: Vec<String> =
            list.iter().map(|question| question.text("id").unwrap_or_default().to_owned()).collect();
        let Data::Table(table) = &over.data else {
            self.is_table(over, QUESTION, ids.first());
            return;
        };
        self.unknown(over, QUESTION, &ids.iter().cloned().collect());
        let own: BTreeMap<&str, &Entry> = table.entries.iter().map(|entry| (&*entry.key, entry)).collect();
        for (original, id) in list.iter_mut().zip(ids) {
            let Some(own) = own.get(id.as_str()) else { continue };
            let missing = [CONCEPT, STIMULUS].into_iter().filter_map(|sort| {
                let named = original.text(sort)?;
                let is_there = self.there.contains(&(sort, named.to_owned()));
                (!is_there).then(|| format!("the {sort} `{}`", shown(named)))
            });
            let missing = missing.collect();
            self.question(original, own, over.place_of(&own.key_span), missing);
        }
    }

    /// A question. Of its tests, those of the translation are run.
    fn question(&mut self, original: &mut Node, own: &Entry, begin: Place, missing: Vec<String>) {
        let mut laid = original.clone();
        let mut over = own.node.clone();
        take(&mut laid, TESTS);
        let tests = take(&mut over, TESTS);
        if !self.entry(&mut laid, &over, begin, missing) {
            return;
        }
        if let Data::Table(table) = &mut laid.data {
            table.entries.extend(tests);
        }
        *original = laid;
    }

    /// Lays the translation of one entry over it, if it is whole.
    fn entry(&mut self, original: &mut Node, over: &Node, begin: Place, mut missing: Vec<String>) -> bool {
        let mut walk = Walk::new(self.desk);
        let laid = walk.lay(original, Some(over), "");
        if walk.reported.is_some() {
            return false;
        }
        missing.splice(0..0, walk.missing.iter().map(|path| format!("`{}`", shown(path))));
        if !missing.is_empty() {
            let message = format!("This translation is not whole: it lacks {}.", in_a_row(&missing));
            let help = "Add what is missing; until then the original is shown.";
            self.desk.faults.warning(Code::NotWhole, begin, message, help);
            return false;
        }
        self.begins.insert((original.file, original.span.start), begin);
        *original = laid;
        true
    }

    /// The texts of a file of the translation, once what it says of itself is seen to be right.
    fn open(&self, original: &Toml<'_>, over: &Toml<'_>) -> Option<Node> {
        // What was lost in an error of syntax would seem to be missing.
        if !over.complete {
            return None;
        }
        let fields = root(over, self.desk).any_table("the file", Vec::new()).ok()?;
        let format = format(&fields);
        let said = rules::languages::said(&fields, self.language);
        let place = fields.value("language").map_or(over.sheet.top(), Value::place);
        let differ = rules::languages::differ(self.desk, original.sheet.number, self.language, place);
        format.and(said).and(differ).ok()?;
        let mut texts = Node::clone(&over.root);
        for key in OWN {
            take(&mut texts, key);
        }
        Some(texts)
    }

    /// Whether this is a table, as entries under their ids are; tells where it is none.
    fn is_table(&self, over: &Node, sort: &str, first: Option<&String>) -> bool {
        if let Data::Table(_) = over.data {
            return true;
        }
        let help = format!(
            "Write each under its id: `[{}.{}]`.",
            shown(sort),
            shown(first.map_or("id", String::as_str))
        );
        Value { node: over, desk: self.desk }.wrong("a table of entries", &help);
        false
    }

    /// Tells of entries that the original does not have.
    fn unknown(&self, over: &Node, sort: &str, keys: &BTreeSet<String>) {
        for entry in over.entries().iter().filter(|entry| !keys.contains(&*entry.key)) {
            let message = format!("The original has no {} `{}`.", shown(sort), shown(&entry.key));
            let place = over.place_of(&entry.key_span);
            let help = self.desk.meant(place, &entry.key, keys.iter().map(String::as_str));
            let help = help.unwrap_or_else(|| "Write it there first; a translation adds nothing.".into());
            self.desk.faults.error(Code::NotAText, place, message, help);
        }
    }

    fn is_in_language(&self, file: &Toml<'_>) -> bool {
        self.desk.language(file.sheet.number).parse() == Ok(self.language)
    }
}

/// The entries of a file that are tables.
fn tables(file: &mut Node) -> impl Iterator<Item = &mut Entry> {
    let entries =
        if let Data::Table(table) = &mut file.data { table.entries.as_mut_slice() } else { &mut [] };
    entries.iter_mut().filter(|entry| matches!(entry.node.data, Data::Table(_)))
}

/// Takes a key with its value out of a table.
fn take(node: &mut Node, key: &str) -> Option<Entry> {
    let Data::Table(table) = &mut node.data else { return None };
    let at = table.entries.iter().position(|entry| &*entry.key == key)?;
    Some(table.entries.remove(at))
}

/// The most of what is missing that a message names.
const MOST_NAMED: usize = 8;

fn in_a_row(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if words.len() <= MOST_NAMED => format!("{} and {last}", first.join(", ")),
        _ => {
            let named = words.get(..MOST_NAMED).unwrap_or_default();
            format!("{} and {} more", named.join(", "), words.len() - named.len())
        }
    }
}
