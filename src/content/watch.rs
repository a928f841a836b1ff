//! A project that is being written: it is looked at after every keystroke, and what did not change is not read again.
//!
//! A glance tells of the originals what [`crate::check`] tells of them, and gives every question that can be read, whatever is wrong elsewhere.
//! Translations are opened and not laid over their originals: that is for [`crate::check`], when the trainer has come to rest.

use domain::course::Course;
use domain::id::QuestionRef;
use domain::question::Question;
use domain::reference::{Concept, Source};
use domain::time::Date;

use crate::desk::{Desk, Faults};
use crate::diagnostic::{self, Diagnostic};
use crate::files::Files;
use crate::memory::Memory;
use crate::{Counts, Originals, hold_together, project};

/// Somebody who looks at a project again and again.
#[derive(Debug, Default)]
pub struct Watch {
    memory: Memory,
}

/// What one look gave.
#[derive(Debug)]
pub struct Glance {
    /// Everything that is to be said of the originals, by file, line, column and code.
    pub diagnostics: Vec<Diagnostic>,
    /// What the files hold, valid or not.
    pub counts: Counts,
    /// Whether there are translations, of which nothing is said here but how they are written.
    pub has_translations: bool,
    pub(crate) originals: Originals,
}

impl Watch {
    /// Looks at the files of a project on a day.
    pub fn look(&self, files: &Files, today: Date) -> Glance {
        let faults = Faults::default();
        let project = project::open(files, &faults, Some(&self.memory));
        let names = self.memory.survey(&project, today);
        let desk = Desk::new(&faults, &names, today, &project.texts).with_memory(&self.memory);
        let originals = Originals::read(&desk, &project);
        hold_together(&desk, &project);
        Glance {
            counts: crate::count(&project, &names),
            has_translations: !project.translations.is_empty(),
            diagnostics: diagnostic::place_all(faults.into_inner(), &project.texts),
            originals,
        }
    }
}

impl Glance {
    /// The questions that can be read, bank by bank.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.originals
            .banks
            .iter()
            .flat_map(|bank| &bank.questions)
            .filter_map(|read| read.as_ref().as_ref().ok())
    }

    /// A question, where it can be read.
    pub fn question(&self, id: &QuestionRef) -> Option<&Question> {
        self.questions().find(|question| question.id == *id)
    }

    /// The courses; none where one of them cannot be read.
    pub fn courses(&self) -> &[Course] {
        self.originals.courses.as_ref().as_deref().unwrap_or_default()
    }

    /// The sources; none where one of them cannot be read.
    pub fn sources(&self) -> &[Source] {
        self.originals.sources.as_ref().as_deref().unwrap_or_default()
    }

    /// The concepts; none where one of them cannot be read.
    pub fn concepts(&self) -> &[Concept] {
        self.originals.concepts.as_ref().as_deref().unwrap_or_default()
    }
}
