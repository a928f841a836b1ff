//! The files of a project in their places, read as TOML and not yet understood.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use domain::language::Language;

use crate::desk::{Faults, Read, Reported};
use crate::diagnostic::Code;
use crate::files::{Content, Files};
use crate::memory::{Known, Memory};
use crate::rules;
use crate::sheet::{Role, Sheet};
use crate::syntax::{
    self, Document,
    tree::{Data, Node, Table},
};

/// A TOML file.
#[derive(Debug, Clone)]
pub(crate) struct Toml<'a> {
    pub(crate) sheet: Sheet<'a>,
    pub(crate) root: Rc<Node>,
    /// Whether all of it could be read.
    pub(crate) complete: bool,
    /// What was read of it before, and is read of it now; none where nobody remembers.
    pub(crate) known: Option<Rc<Known>>,
}

/// A lesson: its front matter, and where its text stands.
#[derive(Debug, Clone)]
pub(crate) struct Page<'a> {
    pub(crate) sheet: Sheet<'a>,
    /// The front matter, where there is one.
    pub(crate) front: Read<Rc<Node>>,
    /// The Markdown.
    pub(crate) body: Range<usize>,
    /// What was read of it before, and is read of it now; none where nobody remembers.
    pub(crate) known: Option<Rc<Known>>,
}

/// Every file by what it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Project<'a> {
    pub(crate) sources: Option<Toml<'a>>,
    pub(crate) glossary: Option<Toml<'a>>,
    pub(crate) concepts: Option<Toml<'a>>,
    pub(crate) courses: BTreeMap<&'a str, Toml<'a>>,
    pub(crate) modules: BTreeMap<(&'a str, &'a str), Toml<'a>>,
    pub(crate) lessons: BTreeMap<(&'a str, &'a str, &'a str), Page<'a>>,
    pub(crate) banks: BTreeMap<&'a str, Toml<'a>>,
    /// The translations, each in the place of what it translates.
    pub(crate) translations: BTreeMap<Language, Project<'a>>,
    /// Files that belong nowhere.
    pub(crate) strays: Vec<Sheet<'a>>,
    /// The path and the text of every file, by number.
    pub(crate) texts: Vec<(&'a str, &'a str)>,
}

impl<'a> Project<'a> {
    /// Whether every file could be read whole, so that nothing that it uses was overlooked.
    pub(crate) fn is_complete(&self) -> bool {
        let shared = [&self.sources, &self.glossary, &self.concepts].into_iter().flatten();
        let many = self.courses.values().chain(self.modules.values()).chain(self.banks.values());
        shared.chain(many).all(|file| file.complete) && self.lessons.values().all(|page| page.front.is_ok())
    }

    /// The same project without its translations.
    pub(crate) fn originals(&self) -> Self {
        Self {
            sources: self.sources.clone(),
            glossary: self.glossary.clone(),
            concepts: self.concepts.clone(),
            courses: self.courses.clone(),
            modules: self.modules.clone(),
            lessons: self.lessons.clone(),
            banks: self.banks.clone(),
            translations: BTreeMap::new(),
            strays: self.strays.clone(),
            texts: self.texts.clone(),
        }
    }

    /// The files that are there, by what they are. Of a translation, these are the files of one language.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = (Role<'_>, Sheet<'a>)> {
        let shared = [
            (Role::Sources, &self.sources),
            (Role::Glossary, &self.glossary),
            (Role::Concepts, &self.concepts),
        ];
        let shared = shared.into_iter().filter_map(|(role, file)| Some((role, file.as_ref()?.sheet)));
        let courses = self.courses.iter().map(|(course, file)| (Role::Course(course), file.sheet));
        let modules =
            self.modules.iter().map(|((course, module), file)| (Role::Module(course, module), file.sheet));
        let lessons = self
            .lessons
            .iter()
            .map(|((course, module, lesson), page)| (Role::Lesson(course, module, lesson), page.sheet));
        let banks = self.banks.iter().map(|(bank, file)| (Role::Bank(bank), file.sheet));
        shared.chain(courses).chain(modules).chain(lessons).chain(banks)
    }

    /// Whether there is a file of this role.
    pub(crate) fn has(&self, role: Role<'_>) -> bool {
        match role {
            Role::Sources => self.sources.is_some(),
            Role::Glossary => self.glossary.is_some(),
            Role::Concepts => self.concepts.is_some(),
            Role::Course(course) => self.courses.contains_key(course),
            Role::Module(course, module) => self.modules.contains_key(&(course, module)),
            Role::Lesson(course, module, lesson) => self.lessons.contains_key(&(course, module, lesson)),
            Role::Bank(bank) => self.banks.contains_key(bank),
            Role::Hidden | Role::Stray => false,
        }
    }
}

/// Opens every file. What is in `memory` is not read again.
pub(crate) fn open<'a>(files: &'a Files, faults: &Faults, memory: Option<&Memory>) -> Project<'a> {
    let mut project = Project::default();
    for (number, (path, content)) in files.contents().enumerate() {
        let (role, language) = Role::of(path);
        let (text, whole) = decode(content);
        project.texts.push((path, text));
        let sheet = Sheet { number, text };
        if role == Role::Hidden {
            continue;
        }
        if role == Role::Stray {
            project.strays.push(sheet);
            continue;
        }
        let home = match language {
            None => &mut project,
            Some(tag) => match Language::ALL.into_iter().find(|language| language.tag() == tag) {
                Some(language) => project.translations.entry(language).or_default(),
                None => {
                    rules::languages::none_of_ours(faults, &sheet, tag);
                    continue;
                }
            },
        };
        if whole.is_none() {
            let at = sheet.place(text.len()..text.len());
            let reported = faults.error(
                Code::NotUtf8,
                at,
                "The file is not UTF-8 text from here on.",
                "Save it as UTF-8 in your editor.",
            );
            put_unreadable(home, role, sheet, reported);
            continue;
        }
        let before = memory.zip(whole).map(|(memory, text)| Before { memory, path, text });
        put(home, role, sheet, faults, before);
    }
    project
}

/// What a file was read as before.
#[derive(Clone, Copy)]
struct Before<'b> {
    memory: &'b Memory,
    path: &'b str,
    /// Its text now.
    text: &'b Arc<str>,
}

/// The text of a file as far as it is text, and all of it where all of it is.
fn decode(content: &Content) -> (&str, Option<&Arc<str>>) {
    match content {
        Content::Text(text) => (text, Some(text)),
        Content::Bytes(bytes) => {
            let valid = bytes.utf8_chunks().next().map(|chunk| chunk.valid());
            (valid.unwrap_or_default(), None)
        }
    }
}

/// Puts a file of which nothing is known but that it exists.
fn put_unreadable<'a>(project: &mut Project<'a>, role: Role<'a>, sheet: Sheet<'a>, reported: Reported) {
    if let Role::Lesson(course, module, lesson) = role {
        project
            .lessons
            .insert((course, module, lesson), Page { sheet, front: Err(reported), body: 0..0, known: None });
        return;
    }
    let root = Node {
        file: sheet.number,
        span: 0..0,
        data: Data::Table(Table { entries: Vec::new(), complete: false }),
    };
    put_toml(project, role, Toml { sheet, root: Rc::new(root), complete: false, known: None });
}

fn put<'a>(
    project: &mut Project<'a>,
    role: Role<'a>,
    sheet: Sheet<'a>,
    faults: &Faults,
    memory: Option<Before<'_>>,
) {
    if let Role::Lesson(course, module, lesson) = role {
        project.lessons.insert((course, module, lesson), page(sheet, faults, memory));
        return;
    }
    let (document, known) = read(&sheet, sheet.beginning()..sheet.text.len(), faults, memory);
    put_toml(project, role, Toml { sheet, root: document.root, complete: document.complete, known });
}

/// Reads a stretch as TOML, or remembers what it was read as.
fn read(
    sheet: &Sheet<'_>,
    stretch: Range<usize>,
    faults: &Faults,
    memory: Option<Before<'_>>,
) -> (Document, Option<Rc<Known>>) {
    match memory {
        Some(Before { memory, path, text }) => {
            let known = memory.toml(path, text, sheet, stretch, faults);
            (known.document.clone(), Some(known))
        }
        None => (syntax::parse(sheet, stretch, faults), None),
    }
}

fn put_toml<'a>(project: &mut Project<'a>, role: Role<'a>, file: Toml<'a>) {
    match role {
        Role::Sources => project.sources = Some(file),
        Role::Glossary => project.glossary = Some(file),
        Role::Concepts => project.concepts = Some(file),
        Role::Course(course) => {
            project.courses.insert(course, file);
        }
        Role::Module(course, module) => {
            project.modules.insert((course, module), file);
        }
        Role::Bank(bank) => {
            project.banks.insert(bank, file);
        }
        Role::Lesson(..) | Role::Hidden | Role::Stray => {}
    }
}

fn page<'a>(sheet: Sheet<'a>, faults: &Faults, memory: Option<Before<'_>>) -> Page<'a> {
    let beginning = sheet.beginning();
    let text = sheet.slice(beginning..sheet.text.len());
    let Some((front, body)) = front_matter(text) else {
        let (message, help) = if is_fence(text.lines().next().unwrap_or_default()) {
            ("The front matter is not closed.", "Write a line `+++` before the text begins.")
        } else {
            let help =
                "Begin with a line `+++`, then `title = …` and `objectives = […]`, then another line `+++`.";
            ("The lesson does not begin with its front matter.", help)
        };
        let reported = faults.error(Code::FrontMatter, sheet.top(), message, help);
        return Page { sheet, front: Err(reported), body: beginning..sheet.text.len(), known: None };
    };
    let stretch = beginning + front.start..beginning + front.end;
    let (document, known) = read(&sheet, stretch, faults, memory);
    Page { sheet, front: Ok(document.root), body: beginning + body..sheet.text.len(), known }
}

/// The stretch between two `+++` lines, and where the text after them begins.
fn front_matter(text: &str) -> Option<(Range<usize>, usize)> {
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let fence = is_fence(line);
        match start {
            None if !fence => return None,
            None => start = Some(at + line.len()),
            Some(start) if fence => return Some((start..at, at + line.len())),
            Some(_) => {}
        }
        at += line.len();
    }
    None
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "+++"
}
