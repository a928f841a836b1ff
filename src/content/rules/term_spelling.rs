//! A learner looks for a term as she met it. Told of is a term of the glossary that a question writes otherwise: with a space or in one word where the
//! glossary has a hyphen (*asylum seeker* for *asylum-seeker*), or in the spelling of another country (*forced labor* for *forced labour*). Plurals are known; names under `also`
//! are right; a hyphen where the glossary has a space is let pass, because words before a noun take one (*forced-labour camp*), and so is what is in capitals, as
//! in a title. Looked at are the texts that learners read, where the glossary is in their language. `plenary check --fix` writes the term as the glossary has it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use crate::advice::Advice;
use crate::diagnostic::Code;
use crate::syntax::tree::{Data, Node};
use crate::value::Value;
use crate::writing::{Item, Wording, words};

/// The terms that can be written otherwise, by their letters alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Spellings {
    terms: BTreeMap<String, Spelling>,
    /// Every name of the glossary, in small letters.
    names: BTreeSet<String>,
    /// The most words that a term has.
    most: usize,
    /// The first letters of each term, by which most texts are passed over.
    beginnings: BTreeSet<Beginning>,
}

/// The first three letters of a word, which tell a term from most other words.
type Beginning = [u8; 3];

#[derive(Debug, Clone, PartialEq)]
struct Spelling {
    /// As the glossary has it.
    term: String,
    /// The first part of the tag of its language.
    language: String,
}

/// The keys under which learners read a text.
const READ: &[&str] = &[
    "stem",
    "explain",
    "text",
    "feedback",
    "missed",
    "facts",
    "model",
    "answers",
    "categories",
    "words",
    "true",
    "false",
];

/// The keys whose tables and lists hold such texts.
const HELD: &[&str] = &[
    "options",
    "reasons",
    "items",
    "hints",
    "findings",
    "conclusion",
    "steps",
    "ways",
    "gaps",
    "expected",
    "checklist",
    "units",
];

impl Spellings {
    /// Adds a name of the glossary; `is_term` where it is the term itself, and not another name of it.
    pub(crate) fn add(&mut self, name: &str, language: &str, is_term: bool) {
        self.names.insert(name.to_lowercase());
        let parts: Vec<&str> =
            parts(name).map(|(start, end)| name.get(start..end).unwrap_or_default()).collect();
        let letters: String = parts.iter().map(|part| fold(part)).collect();
        let varies = name.contains('-') || parts.iter().any(|part| varies(part));
        if !is_term || !varies || parts.is_empty() {
            return;
        }
        self.most = self.most.max(parts.len());
        self.beginnings.extend(beginning(&letters));
        self.beginnings.extend(parts.first().and_then(|first| beginning(first)));
        let language = language.split('-').next().unwrap_or_default().to_owned();
        self.terms.insert(letters, Spelling { term: name.to_owned(), language });
    }

    /// Whether a text has a word that begins as a term does. What is written between its words does not matter.
    fn may_be_in(&self, written: &str) -> bool {
        words(written).any(|word| {
            word.text.split('-').any(|part| match beginning(part) {
                Some(beginning) => self.beginnings.contains(&beginning),
                None => !part.is_ascii(),
            })
        })
    }

    /// Where a text writes a term otherwise, and how the glossary writes it.
    fn otherwise(&self, text: &str, language: &str) -> Vec<(usize, usize, String)> {
        let parts: Vec<(usize, usize)> = parts(text).collect();
        let mut found = Vec::new();
        let mut done = 0;
        for (place, (start, _)) in parts.iter().enumerate() {
            let mut letters = String::new();
            let mut last = *start;
            for (from, to) in parts.iter().skip(place).take(self.most) {
                let gap = text.get(last..*from).unwrap_or_default();
                if !letters.is_empty() && !matches!(gap, " " | "-" | "‑") {
                    break;
                }
                letters += &fold(text.get(*from..*to).unwrap_or_default());
                last = *to;
                let beginning = (Bound::Included(letters.trim_end_matches('s')), Bound::Unbounded);
                let mut near = self.terms.range::<str, (Bound<&str>, Bound<&str>)>(beginning);
                if !near.next().is_some_and(|(term, _)| term.starts_with(letters.trim_end_matches('s'))) {
                    break;
                }
                if let Some(term) =
                    self.other_form(&letters, text.get(*start..last).unwrap_or_default(), language)
                    && *start >= done
                {
                    found.push((*start, last, term));
                    done = last;
                }
            }
        }
        found
    }

    /// How the glossary writes what is written otherwise; none where it is right, or no term.
    fn other_form(&self, letters: &str, written: &str, language: &str) -> Option<String> {
        let (spelling, plural) = match self.terms.get(letters) {
            Some(spelling) => (spelling, ""),
            None => (self.terms.get(letters.strip_suffix('s')?)?, "s"),
        };
        let singular = written.strip_suffix(plural).unwrap_or(written);
        let lower = singular.to_lowercase().replace('‑', "-");
        let term = spelling.term.to_lowercase();
        let is_known = self.names.contains(&lower) || self.names.contains(&written.to_lowercase());
        let hyphens_alone = lower.replace('-', " ") == term;
        let capitals = written.split([' ', '-']).skip(1).any(|part| part.starts_with(char::is_uppercase));
        if lower == term || is_known || hyphens_alone || capitals || spelling.language != language {
            return None;
        }
        let mut letters = spelling.term.chars();
        let first = letters.next()?;
        let first = if written.starts_with(char::is_uppercase) {
            first.to_uppercase().to_string()
        } else {
            first.to_string()
        };
        Some(format!("{first}{}{plural}", letters.as_str()))
    }
}

/// A question.
pub(crate) fn check(item: &Item<'_>) {
    let spellings = &item.value.desk.names.spellings;
    if spellings.terms.is_empty() {
        return;
    }
    let mut texts = Vec::new();
    gather(item.value, &mut texts);
    let language = item.value.desk.language(item.value.node.file).split('-').next().unwrap_or_default();
    let texts =
        texts.into_iter().filter(|text| text.node.as_text().is_some_and(|text| spellings.may_be_in(text)));
    for wording in texts.filter_map(Wording::of) {
        for (start, end, term) in spellings.otherwise(&wording.prose.text, language) {
            let place = wording.place(start, end);
            let written = wording.prose.text.get(start..end).unwrap_or_default();
            let message = format!("The glossary writes `{written}` as `{term}`.");
            let help = Advice::from("Write it so, or add this spelling to `also` of the term.");
            let mend = item.value.desk.exchange(place, written, &term, format!("Write `{term}`"));
            item.value.desk.faults.warning(Code::TermSpelling, place, message, help.with(mend));
        }
    }
}

/// The texts of a question that learners read.
fn gather<'a>(table: Value<'a>, texts: &mut Vec<Value<'a>>) {
    for entry in table.node.entries() {
        let value = Value { node: &entry.node, ..table };
        if READ.contains(&&*entry.key) {
            all_texts(value, texts);
        } else if HELD.contains(&&*entry.key) {
            let lists = value.node.as_list().iter();
            let tables = value.node.entries().iter().map(|entry| &entry.node);
            lists.chain(tables).for_each(|node: &'a Node| gather(Value { node, ..table }, texts));
        }
    }
}

/// A text, or every text of a table of texts.
fn all_texts<'a>(value: Value<'a>, texts: &mut Vec<Value<'a>>) {
    match &value.node.data {
        Data::Text(_) => texts.push(value),
        Data::Table(table) => {
            texts.extend(table.entries.iter().map(|entry| Value { node: &entry.node, ..value }));
        }
        Data::Integer(_)
        | Data::Float(_)
        | Data::Boolean(_)
        | Data::Date { .. }
        | Data::Time
        | Data::List(_)
        | Data::Broken => {}
    }
}

/// The words of a text, divided at their hyphens: where each begins and ends.
fn parts(text: &str) -> impl Iterator<Item = (usize, usize)> {
    words(text).flat_map(move |word| {
        let mut from = word.start;
        word.text
            .split(['-', '‑'])
            .map(move |part| {
                let found = (from, from + part.len());
                // Both hyphens end a part, and they are not of one length.
                from = found.1
                    + text.get(found.1..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
                found
            })
            .collect::<Vec<_>>()
    })
}

/// The first letters of a word, where they are plain.
fn beginning(word: &str) -> Option<Beginning> {
    let mut letters = [0; 3];
    for (letter, written) in letters.iter_mut().zip(word.bytes()) {
        *letter = written.to_ascii_lowercase();
    }
    letters.is_ascii().then_some(letters)
}

/// A word with the spellings of different countries made one.
fn fold(word: &str) -> String {
    let lower = word.to_lowercase();
    if !varies(&lower) {
        return lower;
    }
    lower.replace("isation", "ization").replace("ise", "ize").replace("ising", "izing").replace("our", "or")
}

/// Whether countries spell a word differently, as far as its letters say.
fn varies(word: &str) -> bool {
    let within = ["isation", "ization", "ising", "izing", "our"];
    let at_end = ["ise", "ize", "ised", "ized", "bor", "vor", "lor"];
    word.len() >= 5
        && (within.iter().any(|letters| word.contains(letters))
            || at_end.iter().any(|letters| word.ends_with(letters)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spellings() -> Spellings {
        let mut spellings = Spellings::default();
        for term in
            ["asylum-seeker", "forced labour", "non-refoulement", "naturalization", "act", "co-operation"]
        {
            spellings.add(term, "en", true);
        }
        spellings.add("person seeking asylum", "en", false);
        spellings
    }

    #[track_caller]
    fn check(text: &str, expect: &[(&str, &str)]) {
        let found = spellings().otherwise(text, "en");
        let found: Vec<(&str, &str)> =
            found.iter().map(|(start, end, term)| (&text[*start..*end], term.as_str())).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_term_that_is_written_otherwise_is_found() {
        check("An asylum seeker came.", &[("asylum seeker", "asylum-seeker")]);
        check("Asylum seekers came.", &[("Asylum seekers", "Asylum-seekers")]);
        check(
            "A co operation, a cooperation.",
            &[("co operation", "co-operation"), ("cooperation", "co-operation")],
        );
        check("It was forced labor.", &[("forced labor", "forced labour")]);
        check(
            "Non refoulement, nonrefoulement",
            &[("Non refoulement", "Non-refoulement"), ("nonrefoulement", "non-refoulement")],
        );
        check("his naturalisation", &[("naturalisation", "naturalization")]);
    }

    #[test]
    fn a_term_that_is_written_well_is_left_alone() {
        check("An asylum-seeker, two asylum-seekers, forced labour.", &[]);
        check("a forced-labour camp", &[]);
        check("The Asylum Seekers Act", &[]);
        check("A seeker of asylum. Asylum: seekers", &[]);
        check("The actor acts", &[]);
    }

    #[test]
    fn a_text_in_another_language_is_left_alone() {
        assert_eq!(spellings().otherwise("non refoulement", "fr"), []);
    }
}
