//! Which files are one learner's.

use std::collections::{BTreeMap, BTreeSet};

use domain::log::AttemptId;

use crate::file::{Content, File};

/// The longest name that is shown, in characters.
const LONGEST_NAME: usize = 120;

/// A learner and her files, by their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) label: String,
    pub(super) is_named: bool,
    pub(super) files: Vec<usize>,
}

/// The learners of files.
pub(super) fn of(files: &[File]) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    let mut holders: BTreeMap<AttemptId, BTreeSet<usize>> = BTreeMap::new();
    let contents = || {
        files
            .iter()
            .enumerate()
            .filter_map(|(number, file)| Some((number, file, file.content.as_ref().ok()?)))
    };
    let is_named = |content: &Content| !shown(&content.learner).is_empty();
    // Those with a name first, so that those without one find whom they belong to.
    for (number, _, content) in contents().filter(|(_, _, content)| is_named(content)) {
        let label = shown(&content.learner);
        let place = *named.entry(folded(&label)).or_insert(people.len());
        match people.get_mut(place) {
            Some(person) => person.files.push(number),
            None => people.push(Person { label, is_named: true, files: vec![number] }),
        }
        hold(&mut holders, content, place);
    }
    for (number, file, content) in contents().filter(|(_, _, content)| !is_named(content)) {
        let known: BTreeSet<usize> =
            attempts(content).filter_map(|attempt| holders.get(&attempt)).flatten().copied().collect();
        let place = match (known.len(), known.first()) {
            (1, Some(place)) => *place,
            _ => people.len(),
        };
        match people.get_mut(place) {
            Some(person) => person.files.push(number),
            None => people.push(Person { label: shown(&file.name), is_named: false, files: vec![number] }),
        }
        hold(&mut holders, content, place);
    }
    people
}

fn attempts(content: &Content) -> impl Iterator<Item = AttemptId> {
    content.entries.iter().filter_map(|told| told.entry.fact.attempt())
}

fn hold(holders: &mut BTreeMap<AttemptId, BTreeSet<usize>>, content: &Content, place: usize) {
    for attempt in attempts(content) {
        holders.entry(attempt).or_default().insert(place);
    }
}

/// A name without what would garble a line.
fn shown(name: &str) -> String {
    let words: Vec<&str> =
        name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(LONGEST_NAME).collect()
}

/// What names are compared by: the same name is typed with other capitals and another apostrophe.
fn folded(name: &str) -> String {
    name.to_lowercase().replace(['’', 'ʼ', '`'], "'")
}
