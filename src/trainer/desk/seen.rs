//! What is seen of the files: what is wrong with them, and the question under the cursor.

use std::rc::Rc;
use std::time::Duration;

use content::Glance;
use content::diagnostic::{Diagnostic, Severity};
use domain::id::{BankId, CourseId, QuestionId, QuestionRef};
use domain::question::Question;
use leptos::prelude::*;

use super::Desk;
use super::writing::SPARE;
use crate::place::{byte, question_at, units};
use crate::script::Mark;
use crate::{now, today};

/// What a look at the files gave.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) glance: Glance,
    /// What is wrong with the translations in the place of their originals, as it was when the trainer last came to rest.
    of_translations: Vec<Diagnostic>,
}

/// What can be tried of the question under the cursor.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shown {
    /// The question as it is written.
    Now(Box<Question>),
    /// The question as it was before there was a mistake in it.
    Before(Box<Question>),
    /// Nothing: it was never without one.
    Nothing,
}

/// How long a project rests before its translations are laid over their originals, which takes longer than a keystroke may.
const REST: Duration = Duration::from_millis(1500);

impl Seen {
    /// Everything that is to be said.
    pub(crate) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.glance.diagnostics.iter().chain(&self.of_translations)
    }

    /// One of them, by its number.
    pub(crate) fn diagnostic(&self, number: usize) -> Option<&Diagnostic> {
        self.diagnostics().nth(number)
    }
}

impl Desk {
    /// Looks at the originals, and shows what was found.
    pub(crate) fn look(self) {
        let begun = now();
        let watch = self.watch.get_value();
        let glance = self.project.with_untracked(|project| watch.look(project.files(), today()));
        // One look can take long for reasons that are not in the project: what was known counts half, and one counts for no more than is needed to put
        // the next one off.
        self.took.update_value(|took| *took = took.midpoint(now() - begun).min(2.0 * SPARE));
        let of_translations =
            self.seen.with_untracked(|seen| seen.as_ref().map(|seen| seen.of_translations.clone()));
        let has_translations = glance.has_translations;
        self.seen.set(Some(Rc::new(Seen { glance, of_translations: of_translations.unwrap_or_default() })));
        self.mark();
        self.show_question();
        if has_translations && self.translations_wait.get_value() {
            let change = self.changes.get_value();
            set_timeout(
                move || {
                    if self.changes.get_value() == change {
                        self.look_at_translations();
                    }
                },
                REST,
            );
        }
    }

    /// Looks at everything, for the sake of the translations.
    fn look_at_translations(self) {
        let checked = self.project.with_untracked(|project| content::check(project.files(), today()));
        let watch = self.watch.get_value();
        let glance = self.project.with_untracked(|project| watch.look(project.files(), today()));
        // Nothing is said of them before the originals are whole, whichever of these is mended then.
        self.translations_wait
            .set_value(glance.diagnostics.iter().any(|one| one.severity == Severity::Error));
        let known: Vec<&Diagnostic> = glance.diagnostics.iter().collect();
        let is_new = |told: &Diagnostic| !known.contains(&told);
        let of_translations: Vec<Diagnostic> = checked.diagnostics.into_iter().filter(is_new).collect();
        let before = self.seen.with_untracked(|seen| seen.as_ref().map(|seen| seen.of_translations.clone()));
        if before.as_ref() != Some(&of_translations) {
            self.seen.set(Some(Rc::new(Seen { glance, of_translations })));
            self.mark();
        }
    }

    /// Shows what is wrong with the open file at its places.
    pub(super) fn mark(self) {
        let (Some(path), Some(editor), Some(mend)) =
            (self.open.get_untracked(), self.editor.get_value(), self.mend.get_value())
        else {
            return;
        };
        let marks = self.seen.with_untracked(|seen| {
            let seen = seen.as_deref()?;
            self.project.with_untracked(|project| Some(marks(seen, &path, &project.sheet(&path)?.text)))
        });
        let marks = marks.unwrap_or_default();
        if self.marked.get_value() || !marks.is_empty() {
            self.marked.set_value(!marks.is_empty());
            editor.mark(&marks, &mend);
        }
    }

    /// Shows the question under the cursor in the player, where it can be asked.
    pub(super) fn show_question(self) {
        let id = self.under_cursor();
        let now = id.as_ref().and_then(|id| self.question(id));
        let name = id.map(|id| id.question.to_string());
        let before = self.shown.get_untracked();
        let same = before.as_ref().map(|(name, _)| name) == name.as_ref();
        let shown = match (name, now, before) {
            (None, _, _) => None,
            (Some(name), Some(question), _) => Some((name, Shown::Now(Box::new(question)))),
            (Some(name), None, Some((_, Shown::Now(question) | Shown::Before(question)))) if same => {
                Some((name, Shown::Before(question)))
            }
            (Some(name), None, _) => Some((name, Shown::Nothing)),
        };
        if self.shown.with_untracked(|known| *known == shown) {
            return;
        }
        let tried = |shown: &Option<(String, Shown)>| match shown {
            Some((_, Shown::Now(question) | Shown::Before(question))) => Some((**question).clone()),
            Some((_, Shown::Nothing)) | None => None,
        };
        let (tried_before, tried) = (self.shown.with_untracked(tried), tried(&shown));
        self.shown.set(shown);
        let Some(preview) = self.preview.get_value() else { return };
        if tried_before == tried {
            return;
        }
        match tried.and_then(|question| Some((self.course(&question)?, question))) {
            Some((course, question)) => preview.ask(&course, question),
            None => preview.clear(),
        }
        self.asked.update(|asked| *asked = asked.wrapping_add(1));
    }

    /// The question in which the cursor stands.
    pub(super) fn under_cursor(self) -> Option<QuestionRef> {
        let (path, editor) = (self.open.get_untracked()?, self.editor.get_value()?);
        let bank = bank_of(&path)?;
        let id = self.project.with_untracked(|project| {
            let text = &project.sheet(&path)?.text;
            question_at(text, byte(text, editor.cursor())).map(|(id, _)| id)
        })?;
        let question: QuestionId = id.parse().ok()?;
        Some(QuestionRef { bank, question })
    }

    /// A question as it stands, where nothing is wrong with it.
    pub(super) fn question(self, id: &QuestionRef) -> Option<Question> {
        self.seen.with_untracked(|seen| seen.as_ref()?.glance.question(id).cloned())
    }

    /// The course of which the player shows a question; where none can be read, one that is called as the bank is.
    fn course(self, question: &Question) -> Option<CourseId> {
        let first =
            self.seen.with_untracked(|seen| Some(seen.as_ref()?.glance.courses().first()?.id.clone()));
        first.or_else(|| question.id.bank.as_str().parse().ok())
    }
}

/// The bank that a file is, by its path; none of a file that is no bank, or the translation of one.
pub(crate) fn bank_of(path: &str) -> Option<BankId> {
    path.strip_prefix("questions/")?.strip_suffix(".toml")?.parse().ok()
}

/// The faults of a file, as the editor shows them.
fn marks(seen: &Seen, path: &str, text: &str) -> Vec<Mark> {
    let own: Vec<(usize, &Diagnostic)> =
        seen.diagnostics().enumerate().filter(|(_, diagnostic)| diagnostic.file == path).collect();
    let bytes: Vec<usize> = own.iter().flat_map(|(_, one)| [one.span.start, one.span.end]).collect();
    let places = units(text, &bytes);
    let mark = |((number, one), place): (&(usize, &Diagnostic), &[usize])| Mark {
        from: place.first().copied().unwrap_or_default(),
        to: place.get(1).copied().unwrap_or_default(),
        severity: match one.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: format!("{}\n{}", one.message, one.help),
        fix: one.fix.as_ref().map(|fix| (fix.title.clone(), *number)),
    };
    own.iter().zip(places.chunks(2)).map(mark).collect()
}
