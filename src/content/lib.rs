//! Authors' files to a catalogue, or to everything that is wrong with them.
//!
//! The way of the files: [`Files`] are opened and read as TOML (`project`, `syntax`), the names in them are
//! gathered (`names`), then every file is read for good (`read`, `markdown`) and held against the rules (`rules`). What comes out
//! is a [`Catalogue`] that is valid by construction, ready to be published by [`compile()`]. What is wrong beyond doubt, [`mend()`] mends.
//!
//! This crate knows nothing of disks, clocks and browsers: files reach it as bytes, the day as an argument.

mod advice;
mod allow;
mod citation;
mod compile;
mod desk;
pub mod diagnostic;
mod edition;
mod files;
mod fix;
mod manual;
mod markdown;
mod memory;
mod names;
mod nearest;
mod place;
mod project;
mod read;
mod rules;
mod schema;
mod shape;
mod sheet;
mod syntax;
pub mod template;
mod text;
mod translate;
mod value;
mod watch;
mod words;
mod writing;

use std::rc::Rc;

use domain::course::{Bank, Catalogue, Course};
use domain::language::Language;
use domain::reference::{Concept, Source, Term};
use domain::time::Date;

pub use compile::compile;
pub use files::Files;
pub use fix::{Mended, mend};
pub use manual::{manual, page};
pub use schema::{Schema, schemas};
pub use translate::{Coverage, Share};
pub use watch::{Glance, Watch};

use crate::desk::{Desk, Faults, Read};
use crate::diagnostic::Diagnostic;
use crate::memory::{Memory, Under};
use crate::names::Names;
use crate::project::{Project, Toml};
use crate::read::bank::Draft;

/// What became of authors' files.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The catalogue; there is one if and only if no diagnostic is an error.
    pub catalogue: Option<Catalogue>,
    /// The same catalogue in each language in which something is translated, with the originals of what is not. Empty where there is
    /// no catalogue.
    pub translations: Vec<(Language, Catalogue)>,
    /// How much is translated, by language. Empty where there is no catalogue.
    pub coverage: Vec<Coverage>,
    /// Everything that is to be said, by file, line, column and code.
    pub diagnostics: Vec<Diagnostic>,
    /// What the files hold, valid or not.
    pub counts: Counts,
}

/// How much there is of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Courses.
    pub courses: usize,
    /// Modules.
    pub modules: usize,
    /// Lessons.
    pub lessons: usize,
    /// Quizzes.
    pub quizzes: usize,
    /// Banks of questions.
    pub banks: usize,
    /// Questions.
    pub questions: usize,
    /// Tests of questions.
    pub tests: usize,
}

/// Reads the files of a project and holds them against every rule. `today` is the day on which that is done.
pub fn check(files: &Files, today: Date) -> Checked {
    let faults = Faults::default();
    let project = project::open(files, &faults, None);
    let names = names::survey(&project);
    let desk = Desk::new(&faults, &names, today, &project.texts);
    let desk = if project.translations.is_empty() { desk } else { desk.for_translators() };
    let catalogue = Originals::read(&desk, &project).whole();
    hold_together(&desk, &project);
    // A text that was not read is not known to be one.
    let translations = catalogue.and_then(|original| {
        let translations = translate::all(&desk, &project, &original)?;
        Ok((original, translations))
    });
    let whole = if faults.any_error().is_some() { None } else { translations.ok() };
    let (catalogue, translations) = whole.map_or((None, Vec::new()), |(original, all)| (Some(original), all));
    let coverage = translations.iter().map(|translation| translation.2).collect();
    let translations =
        translations.into_iter().map(|(language, catalogue, _)| (language, catalogue)).collect();
    let counts = count(&project, &names);
    let diagnostics = diagnostic::place_all(faults.into_inner(), &project.texts);
    Checked { catalogue, translations, coverage, diagnostics, counts }
}

/// What was read of the originals, file by file.
#[derive(Debug)]
pub(crate) struct Originals {
    sources: Rc<Read<Vec<Source>>>,
    terms: Rc<Read<Vec<Term>>>,
    concepts: Rc<Read<Vec<Concept>>>,
    pub(crate) banks: Vec<Rc<Draft>>,
    pub(crate) courses: Rc<Read<Vec<Course>>>,
}

impl Originals {
    fn read(desk: &Desk<'_>, project: &Project<'_>) -> Self {
        let sources = read_if_there(desk, &project.sources, |file| read::reference::sources(desk, file));
        let terms = read_if_there(desk, &project.glossary, |file| read::reference::terms(desk, file));
        let concepts = read_if_there(desk, &project.concepts, |file| read::reference::concepts(desk, file));
        if let Some(memory) = desk.memory() {
            memory.take_concepts(&concepts);
        }
        let banks = read::bank::banks(desk, project, &concepts);
        let under = Under { shared: desk.memory().map_or(0, Memory::frame), ..desk.under() };
        let slot = desk.memory().map(|memory| &memory.courses);
        let courses = desk.remember(slot, under, None, || read::course::courses(desk, project));
        Self { sources, terms, concepts, banks, courses }
    }

    /// The catalogue, where all of it could be read.
    fn whole(self) -> Read<Catalogue> {
        let banks: Vec<Read<Bank>> =
            self.banks.into_iter().map(|bank| Rc::unwrap_or_clone(bank).whole()).collect();
        let banks = value::all(banks.into_iter());
        Ok(Catalogue {
            courses: Rc::unwrap_or_clone(self.courses)?,
            banks: banks?,
            terms: Rc::unwrap_or_clone(self.terms)?,
            concepts: Rc::unwrap_or_clone(self.concepts)?,
            sources: Rc::unwrap_or_clone(self.sources)?,
        })
    }
}

fn read_if_there<T: 'static>(
    desk: &Desk<'_>,
    file: &Option<Toml<'_>>,
    read: impl FnOnce(&Toml<'_>) -> Read<Vec<T>>,
) -> Rc<Read<Vec<T>>> {
    let Some(file) = file else { return Rc::new(Ok(Vec::new())) };
    let slot = file.known.as_deref().map(|known| &known.read);
    desk.remember(slot, desk.under(), Some(file.sheet.all()), || read(file))
}

/// What is to be said of the files as a whole, once each was read.
fn hold_together(desk: &Desk<'_>, project: &Project<'_>) {
    rules::unlisted::check(desk, project);
    rules::languages::check(desk, project);
    if project.is_complete() && !desk.has_overlooked() {
        rules::unused::check(desk);
    }
}

fn count(project: &Project<'_>, names: &Names) -> Counts {
    Counts {
        courses: project.courses.len(),
        modules: project.modules.len(),
        lessons: project.lessons.len(),
        quizzes: project.modules.values().map(|module| module.root.list("quiz").len()).sum(),
        banks: project.banks.len(),
        questions: names.stocks.values().map(|stock| stock.written).sum(),
        tests: names.stocks.values().map(|stock| stock.tests).sum(),
    }
}

#[cfg(test)]
mod tests;
