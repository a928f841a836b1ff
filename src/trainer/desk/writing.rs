//! What is done to the text: changes by hand, the way from problem to problem, quick fixes, new questions.

use std::time::Duration;

use content::diagnostic::Diagnostic;
use content::template::{self, Given};
use domain::question::Kind;
use domain::sort::in_order;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Desk;
use crate::place::{byte, heads, question_at, units};
use crate::project::Project;
use crate::script::Change;

/// How long looks may take for a keystroke to wait for them, in milliseconds: half a frame. Browsers paint a keystroke before they do anything that can be put
/// off, so that what is looked at later is shown a frame or two later.
pub(super) const SPARE: f64 = 8.0;

/// How long after a keystroke a text is looked at where a look takes longer: what was typed is painted first, and a burst of keys is looked at once.
const MOMENT: Duration = Duration::from_millis(5);

impl Desk {
    /// The text was changed by hand.
    pub(super) fn changed(self, change: &Change) {
        let Some(path) = self.open.get_untracked() else { return };
        self.project.update(|project| project.change(&path, change.from..change.to, &change.text));
        let number = self.changes.with_value(|changes| changes.wrapping_add(1));
        self.changes.set_value(number);
        self.keep(&path);
        if self.project.with_untracked(|project| project.concerns_translations(&path)) {
            self.translations_wait.set_value(true);
        }
        let look = move || {
            if self.changes.get_value() == number {
                self.look();
            }
        };
        if self.took.get_value() <= SPARE {
            // The editor is done with the change by then.
            spawn_local(async move { look() });
        } else {
            set_timeout(look, MOMENT);
        }
    }

    /// Takes the text of the editor into the project, should it be another one than the changes have made: what the trainer sees is what counts.
    pub(super) fn take_text(self) {
        let (Some(path), Some(editor)) = (self.open.get_untracked(), self.editor.get_value()) else { return };
        let text = editor.text();
        let same = |project: &Project| project.sheet(&path).is_none_or(|sheet| sheet.text == text);
        if !self.project.with_untracked(same) {
            self.project.update(|project| project.write(&path, text));
            self.keep(&path);
        }
    }

    /// Goes to a diagnostic: opens its file and selects its stretch.
    pub(crate) fn go_to(self, diagnostic: &Diagnostic) {
        if self.open.with_untracked(|open| open.as_deref() != Some(&diagnostic.file)) {
            self.open_file(&diagnostic.file);
        }
        let places = self.units_of(&diagnostic.file, &[diagnostic.span.start, diagnostic.span.end]);
        if let (Some(editor), [from, to]) = (self.editor.get_value(), places.as_slice()) {
            editor.select(*from, *to);
        }
    }

    /// Goes to the next problem behind the cursor, or to the one before it: first those of the open file, then those of the others, and round again.
    pub(crate) fn go_on(self, forward: bool) {
        let Some((path, at)) = self.cursor() else { return };
        let found = self.seen.with_untracked(|seen| {
            let seen = seen.as_deref()?;
            let place = |one: &Diagnostic| (one.file.clone(), one.span.start);
            let all = in_order(seen.diagnostics().collect(), |one, other| place(one).cmp(&place(other)));
            let here = (&path, at);
            let mut on = all.iter().copied();
            let next = if forward {
                on.find(|one| (&one.file, one.span.start) > here).or(all.first().copied())
            } else {
                on.rfind(|one| (&one.file, one.span.end.max(one.span.start + 1)) <= here)
                    .or(all.last().copied())
            };
            next.cloned()
        });
        match found {
            Some(diagnostic) => self.go_to(&diagnostic),
            None => self.notice.set(Some("There are no problems.".to_owned())),
        }
    }

    /// Does what a diagnostic offers, by its number.
    pub(crate) fn apply_fix(self, number: usize) {
        let found = self.seen.with_untracked(|seen| {
            let diagnostic = seen.as_ref()?.diagnostic(number)?.clone();
            diagnostic.fix.clone().map(|fix| (diagnostic, fix))
        });
        let Some((diagnostic, fix)) = found else { return };
        self.go_to(&diagnostic);
        let places = self.units_of(&diagnostic.file, &[fix.span.start, fix.span.end]);
        if let (Some(editor), [from, to]) = (self.editor.get_value(), places.as_slice()) {
            editor.replace(*from, *to, &fix.replacement);
            editor.focus();
        }
    }

    /// Does what the problem at the cursor offers.
    pub(super) fn fix_here(self) {
        let Some((path, at)) = self.cursor() else { return };
        let number = self.seen.with_untracked(|seen| {
            seen.as_ref()?.diagnostics().position(|one| {
                one.file == path && one.fix.is_some() && (one.span.start..=one.span.end).contains(&at)
            })
        });
        match number {
            Some(number) => self.apply_fix(number),
            None => self.notice.set(Some("There is no quick fix at the cursor.".to_owned())),
        }
    }

    /// Puts a new question of a kind behind the one under the cursor, and goes there. Says why where it cannot.
    pub(crate) fn insert(self, kind: Kind) {
        let (Some(path), Some(editor)) = (self.open.get_untracked(), self.editor.get_value()) else { return };
        if super::seen::bank_of(&path).is_none() {
            self.notice
                .set(Some("Questions stand in banks: open a file of the folder `questions`.".to_owned()));
            return;
        }
        let text = editor.text();
        let at = byte(&text, editor.cursor());
        let end = question_at(&text, at).map_or(text.len(), |(_, stretch)| stretch.end);
        // What the question before it tests and cites is the best guess.
        let neighbour = self.under_cursor().and_then(|id| self.question(&id));
        let id = new_id(&text, kind);
        let new = self.seen.with_untracked(|seen| {
            let glance = seen.as_ref().map(|seen| &seen.glance);
            let any =
                || glance.and_then(|glance| glance.courses().first()?.modules.first()?.objectives.first());
            let objective = neighbour.as_ref().map(|question| question.objective.to_string());
            let objective = objective.or_else(|| any().map(|objective| objective.id.to_string()));
            let source =
                neighbour.as_ref().and_then(|question| Some(question.sources.first()?.source.to_string()));
            let source = source.or_else(|| Some(glance?.sources().first()?.id.to_string()));
            let (objective, source) =
                (objective.as_deref().unwrap_or("objective"), source.as_deref().unwrap_or("source"));
            let concept = glance.and_then(|glance| glance.concepts().first());
            template::question(kind, &Given { id: &id, objective, source, concept })
        });
        let Some(new) = new else {
            let why = "There is no concept yet whose elements could be tested: write one in `courses/concepts.toml`.";
            self.notice.set(Some(why.to_owned()));
            return;
        };
        let before = text.get(..end).unwrap_or_default();
        let gap = if before.is_empty() || before.ends_with("\n\n") {
            ""
        } else if before.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        };
        let behind = if text.get(end..).unwrap_or_default().is_empty() { "" } else { "\n" };
        let places = units(&text, &[end]);
        let Some(&place) = places.first() else { return };
        self.notice.set(None);
        editor.replace(place, place, &format!("{gap}{new}{behind}"));
        let start = place + gap.encode_utf16().count();
        editor.select(start, start + "[[question]]".len());
    }

    /// The open file, and the byte of it before which the cursor stands.
    fn cursor(self) -> Option<(String, usize)> {
        let (path, editor) = (self.open.get_untracked()?, self.editor.get_value()?);
        let at = self
            .project
            .with_untracked(|project| Some(byte(&project.sheet(&path)?.text, editor.cursor())))?;
        Some((path, at))
    }

    fn units_of(self, path: &str, bytes: &[usize]) -> Vec<usize> {
        self.project.with_untracked(|project| {
            let text = project.sheet(path).map(|sheet| sheet.text.as_str()).unwrap_or_default();
            units(text, bytes)
        })
    }
}

/// An id that no question of the bank has.
fn new_id(bank: &str, kind: Kind) -> String {
    let taken: Vec<String> =
        heads(bank).into_iter().filter_map(|head| question_at(bank, head)).map(|(id, _)| id).collect();
    let name = kind.name();
    (1..).map(|number| format!("new-{name}-{number}")).find(|id| !taken.contains(id)).unwrap_or_default()
}
