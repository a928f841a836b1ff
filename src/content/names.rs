//! The names that authors declared, gathered before anything is read for good: whoever refers to a thing can stand in
//! a file that comes before its own.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::question::Kind;

use crate::diagnostic::Code;
use crate::place::Place;
use crate::project::{Project, Toml};
use crate::read::OF_THE_FILE;
use crate::rules::term_spelling::Spellings;
use crate::syntax::tree::{Data, Node};

/// The sorts of things that are referred to by their id alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    Source,
    Term,
    Concept,
    Objective,
    Bank,
}

impl Sort {
    /// What it is called in a sentence.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Term => "term",
            Self::Concept => "concept",
            Self::Objective => "objective",
            Self::Bank => "bank",
        }
    }

    /// The same, of one that exists.
    pub(crate) fn an_existing(self) -> &'static str {
        match self {
            Self::Source => "a source that exists",
            Self::Term => "a term that exists",
            Self::Concept => "a concept that exists",
            Self::Objective => "an objective that exists",
            Self::Bank => "a bank that exists",
        }
    }

    /// Where such things are declared.
    pub(crate) fn home(self) -> &'static str {
        match self {
            Self::Source => "`courses/sources.toml`",
            Self::Term => "`courses/glossary.toml`",
            Self::Concept => "`courses/concepts.toml`",
            Self::Objective => "the `module.toml` of its module",
            Self::Bank => "the folder `questions`",
        }
    }

    /// The code for one that nobody declared.
    pub(crate) fn unknown(self) -> Code {
        match self {
            Self::Source => Code::UnknownSource,
            Self::Term => Code::UnknownTerm,
            Self::Concept => Code::UnknownConcept,
            Self::Objective => Code::UnknownObjective,
            Self::Bank => Code::UnknownBank,
        }
    }
}

/// The language of a file of which nobody says it.
pub(crate) const UNSAID: &str = "en";

/// What a bank holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Stock {
    /// How many questions are written, and how many tests of them.
    pub(crate) written: usize,
    pub(crate) tests: usize,
    /// How many questions there are to draw from, without those that were retired.
    pub(crate) questions: usize,
    /// How many of them test an objective.
    pub(crate) of_objective: BTreeMap<String, usize>,
    /// How many of these can be right or wrong.
    pub(crate) marked: BTreeMap<String, usize>,
}

/// Everything that was declared.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    declared: BTreeMap<Sort, BTreeMap<String, Place>>,
    incomplete: BTreeSet<Sort>,
    /// The short name of each source, and whether it is a treaty.
    pub(crate) sources: BTreeMap<String, (String, bool)>,
    /// How each term reads.
    pub(crate) terms: BTreeMap<String, String>,
    /// The terms that can be written otherwise than the glossary does.
    pub(crate) spellings: Spellings,
    /// The file of the words by which each source and each term is called.
    called_in: BTreeMap<(Sort, String), usize>,
    /// What each bank holds.
    pub(crate) stocks: BTreeMap<String, Rc<Stock>>,
    /// The lessons that are listed and exist: course, module, lesson.
    pub(crate) lessons: BTreeSet<(String, String, String)>,
    /// The language of each file by its number, a BCP 47 tag.
    pub(crate) languages: Vec<String>,
}

impl Names {
    /// Whether a name was declared.
    pub(crate) fn has(&self, sort: Sort, name: &str) -> bool {
        self.place(sort, name).is_some()
    }

    /// Where a name was declared first.
    pub(crate) fn place(&self, sort: Sort, name: &str) -> Option<Place> {
        self.declared.get(&sort)?.get(name).copied()
    }

    /// Every name of a sort.
    pub(crate) fn all(&self, sort: Sort) -> impl Iterator<Item = &str> {
        self.declared.get(&sort).into_iter().flatten().map(|(name, _)| name.as_str())
    }

    /// Every name of a sort, with its place.
    pub(crate) fn placed(&self, sort: Sort) -> impl Iterator<Item = (&str, Place)> {
        self.declared.get(&sort).into_iter().flatten().map(|(name, place)| (name.as_str(), *place))
    }

    /// Whether names of a sort can be missing because a file could not be read whole.
    pub(crate) fn is_incomplete(&self, sort: Sort) -> bool {
        self.incomplete.contains(&sort)
    }

    /// The language of the words by which a source or a term is called, a BCP 47 tag.
    pub(crate) fn language(&self, sort: Sort, name: &str) -> &str {
        let file = self.called_in.get(&(sort, name.to_owned()));
        file.and_then(|file| self.languages.get(*file)).map_or(UNSAID, String::as_str)
    }

    /// Whether a text that refers to nothing else is read under the other names as it is under these. Where things are declared does not
    /// matter to it, nor how many questions a bank has.
    pub(crate) fn reads_as(&self, other: &Self) -> bool {
        let declared = |names: &Self| {
            let names =
                names.declared.iter().flat_map(|(sort, names)| names.keys().map(move |name| (*sort, name)));
            names.map(|(sort, name)| (sort, name.clone())).collect::<Vec<_>>()
        };
        self.sources == other.sources
            && self.terms == other.terms
            && self.spellings == other.spellings
            && self.called_in == other.called_in
            && self.incomplete == other.incomplete
            && self.lessons == other.lessons
            && self.languages == other.languages
            && declared(self) == declared(other)
    }

    /// Takes note of what the banks hold now. Says whether each still has the language that it had; names and other files must be those of before.
    pub(crate) fn take_banks(&mut self, project: &Project<'_>) -> bool {
        let mut same = true;
        for (&bank, file) in &project.banks {
            let place = file.sheet.top();
            self.declared.entry(Sort::Bank).or_default().insert(bank.to_owned(), place);
            self.stocks.insert(bank.to_owned(), stock(file));
            let language = file.root.text("language").unwrap_or(UNSAID);
            if let Some(known) = self.languages.get_mut(place.file).filter(|known| **known != *language) {
                language.clone_into(known);
                same = false;
            }
        }
        same
    }

    fn declare(&mut self, sort: Sort, name: &str, place: Place) {
        self.declared.entry(sort).or_default().entry(name.to_owned()).or_insert(place);
    }
}

/// Gathers the names of a project. Says nothing of what is wrong: those who read the files do.
pub(crate) fn survey(project: &Project<'_>) -> Names {
    let mut names = Names { languages: languages(project), ..Names::default() };
    for (sort, file) in [
        (Sort::Source, &project.sources),
        (Sort::Term, &project.glossary),
        (Sort::Concept, &project.concepts),
    ] {
        let Some(file) = file else { continue };
        if !file.complete {
            names.incomplete.insert(sort);
        }
        for entry in file.root.entries().iter().filter(|entry| !OF_THE_FILE.contains(&&*entry.key)) {
            // What is no table was meant as a key of the file.
            if !matches!(entry.node.data, Data::Table(_) | Data::Broken) {
                continue;
            }
            names.declare(sort, &entry.key, file.root.place_of(&entry.key_span));
            let words = match sort {
                Sort::Source => entry.node.get("short"),
                Sort::Term => entry.node.get("term"),
                Sort::Concept | Sort::Objective | Sort::Bank => None,
            };
            let file = words.map_or(file.sheet.number, |words| words.file);
            names.called_in.insert((sort, entry.key.to_string()), file);
            match sort {
                Sort::Source => {
                    let short = entry.node.text("short").unwrap_or(&entry.key).to_owned();
                    let is_treaty = entry.node.text("type") == Some("treaty");
                    names.sources.insert(entry.key.to_string(), (short, is_treaty));
                }
                Sort::Term => {
                    let term = entry.node.text("term").unwrap_or(&entry.key).to_owned();
                    let language = names.languages.get(entry.node.file).cloned().unwrap_or_default();
                    names.spellings.add(&term, &language, true);
                    for other in entry.node.list("also").iter().filter_map(Node::as_text) {
                        names.spellings.add(other, &language, false);
                    }
                    names.terms.insert(entry.key.to_string(), term);
                }
                Sort::Concept | Sort::Objective | Sort::Bank => {}
            }
        }
    }
    for (&(course, module), file) in &project.modules {
        if !file.complete {
            names.incomplete.insert(Sort::Objective);
        }
        for objective in file.root.list("objectives") {
            if let Some(id) = objective.get("id") {
                declare_id(&mut names, Sort::Objective, id);
            }
        }
        for lesson in file.root.list("lessons").iter().filter_map(Node::as_text) {
            let lesson = lesson.strip_suffix(".md").unwrap_or(lesson);
            if project.lessons.contains_key(&(course, module, lesson)) {
                names.lessons.insert((course.to_owned(), module.to_owned(), lesson.to_owned()));
            }
        }
    }
    names.take_banks(project);
    names
}

fn declare_id(names: &mut Names, sort: Sort, id: &Node) {
    if let Some(text) = id.as_text() {
        names.declare(sort, text, id.place());
    }
}

/// The language of each file but the banks, which say it themselves (`take_banks`): of a course's files what the course says, of what courses share
/// what it says itself, and else what the first course says.
fn languages(project: &Project<'_>) -> Vec<String> {
    let mut languages = vec![UNSAID.to_owned(); project.texts.len()];
    let mut set = |file: usize, language: Option<&str>| {
        if let (Some(of_file), Some(language)) = (languages.get_mut(file), language) {
            language.clone_into(of_file);
        }
    };
    let of_course = |course: &str| project.courses.get(course).and_then(|file| file.root.text("language"));
    let first = project.courses.keys().find_map(|course| of_course(course));
    for file in [&project.sources, &project.glossary, &project.concepts].into_iter().flatten() {
        set(file.sheet.number, file.root.text("language").or(first));
    }
    for (course, file) in &project.courses {
        set(file.sheet.number, of_course(course));
    }
    for ((course, _), file) in &project.modules {
        set(file.sheet.number, of_course(course));
    }
    for ((course, _, _), page) in &project.lessons {
        set(page.sheet.number, of_course(course));
    }
    for (language, translation) in &project.translations {
        for (_, sheet) in translation.sheets() {
            set(sheet.number, Some(language.tag()));
        }
    }
    languages
}

/// What a bank holds, or what it was found to hold before.
fn stock(bank: &Toml<'_>) -> Rc<Stock> {
    let count = || Rc::new(counted(&bank.root));
    bank.known.as_ref().map_or_else(count, |known| Rc::clone(known.stock.get_or_init(count)))
}

fn counted(bank: &Node) -> Stock {
    let all = bank.list("question");
    let tests = all.iter().map(|question| question.list("tests").len()).sum();
    let mut stock = Stock { written: all.len(), tests, ..Stock::default() };
    for question in all.iter().filter(|question| question.get("retired").is_none()) {
        stock.questions += 1;
        if let Some(objective) = question.text("objective") {
            *stock.of_objective.entry(objective.to_owned()).or_default() += 1;
            if question.text("kind") != Some(Kind::Reflection.name()) {
                *stock.marked.entry(objective.to_owned()).or_default() += 1;
            }
        }
    }
    stock
}
