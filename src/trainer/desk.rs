//! The trainer's desk: what is open, what is wrong with it, and what she does with it. Views show it and call it.
//!
//! A change by hand is taken note of at once and looked at a moment later, in a turn of its own, so that no keystroke waits for it.

use std::rc::Rc;
use std::time::Duration;

use content::Checked;
use content::diagnostic::{Diagnostic, Severity};
use content::template::{self, Given};
use domain::course::{Bank, Catalogue};
use domain::id::CourseId;
use domain::question::{Kind, Question};
use domain::time::Date;
use js_sys::Function;
use learner::preview::Preview;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;

use crate::place::{byte, heads, question_at, units};
use crate::project::{Project, path_in_project};
use crate::script::{Editor, Fault, Folder, Found, Mark, Scripts};

/// How long after the last keystroke a text is looked at: no longer than between two letters of a quick typist.
const MOMENT: Duration = Duration::from_millis(60);

/// Everything that the page shows and does. Copies are handles on the same.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    pub(crate) project: RwSignal<Project>,
    /// The path of the file in the editor.
    pub(crate) open: RwSignal<Option<String>>,
    /// What the files were found to be; none before the first look.
    pub(crate) checked: RwSignal<Option<Rc<Seen>>, LocalStorage>,
    /// The question under the cursor.
    pub(crate) under_cursor: RwSignal<Option<String>>,
    /// What has to be said: files that were left, a fault of the disk.
    pub(crate) notice: RwSignal<Option<String>>,
    pub(crate) scripts: StoredValue<Scripts, LocalStorage>,
    editor: StoredValue<Option<Editor>, LocalStorage>,
    preview: StoredValue<Option<Preview>>,
    folder: StoredValue<Option<Folder>, LocalStorage>,
    mend: StoredValue<Option<Function>, LocalStorage>,
    /// How many changes there were; a look that was asked for before the last one is not taken.
    changes: StoredValue<u32>,
}

/// What a look at the files gave.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) checked: Checked,
    /// The last catalogue there was: it outlives a mistake, so that overview and templates do not come and go with each keystroke.
    pub(crate) catalogue: Option<Rc<Catalogue>>,
}

impl Desk {
    pub(crate) fn new(scripts: Scripts) -> Self {
        Self {
            project: RwSignal::new(Project::default()),
            open: RwSignal::new(None),
            checked: RwSignal::new_local(None),
            under_cursor: RwSignal::new(None),
            notice: RwSignal::new(None),
            scripts: StoredValue::new_local(scripts),
            editor: StoredValue::new_local(None),
            preview: StoredValue::new(None),
            folder: StoredValue::new_local(None),
            mend: StoredValue::new_local(None),
            changes: StoredValue::new(0),
        }
    }

    /// Takes the editor into use.
    pub(crate) fn take_editor(self, editor: Editor) {
        let mend = Closure::<dyn Fn(f64)>::new(move |number: f64| self.apply_fix(number as usize));
        self.mend.set_value(mend.into_js_value().dyn_into().ok());
        self.editor.set_value(Some(editor));
    }

    /// Takes the player into use.
    pub(crate) fn take_preview(self, preview: Preview) {
        self.preview.set_value(Some(preview));
        self.show_question();
    }

    /// The player, where it has arrived.
    pub(crate) fn preview(self) -> Option<Preview> {
        self.preview.get_value()
    }

    /// Lays what was read from the disk on the desk, in the place of what is there.
    pub(crate) fn lay_out(self, found: Found) {
        let (mut files, mut strays) = (Vec::new(), found.left);
        for (opened, text) in found.files {
            match path_in_project(&opened) {
                Some(path) => files.push((path, text)),
                None => strays.push((opened, "it belongs to no course and no bank".to_owned())),
            }
        }
        let left: Vec<String> = strays.iter().map(|(path, reason)| format!("{path}: {reason}")).collect();
        self.notice.set((!left.is_empty()).then(|| format!("Left aside: {}.", left.join("; "))));
        if files.is_empty() {
            return;
        }
        self.project.set(Project::read(files));
        self.folder.set_value(found.folder);
        self.keep_all();
        self.open_first();
        self.look();
    }

    /// Takes up what an earlier visit left behind.
    pub(crate) fn take_up(self, kept: Vec<(String, String, Option<String>)>, folder: Option<Folder>) {
        let mut project = Project::read(
            kept.iter()
                .filter_map(|(path, _, saved)| Some((path.clone(), saved.clone()?)))
                .collect::<Vec<_>>(),
        );
        project.take_up(kept.into_iter().map(|(path, text, _)| (path, text)));
        if project.is_empty() {
            return;
        }
        self.project.set(project);
        self.folder.set_value(folder);
        self.open_first();
        self.look();
    }

    /// Lays a small course on the desk, of which `check` has nothing to say.
    pub(crate) fn begin_anew(self) {
        let (course, module, bank) = ("my-course", "first-module", "first-bank");
        let (objective, source) = ("first-objective", "first-source");
        let questions: Vec<String> = ["first", "second", "third"]
            .iter()
            .filter_map(|id| {
                template::question(Kind::SingleChoice, &Given { id, objective, source, concept: None })
            })
            .collect();
        let mut project = Project::default();
        project.write("courses/sources.toml", template::sources(source));
        project
            .write(&format!("courses/{course}/course.toml"), template::course(course, "My course", module));
        let folder = format!("courses/{course}/{module}");
        let text = template::module(module, "First module", objective, bank, questions.len());
        project.write(&format!("{folder}/module.toml"), text);
        project.write(&format!("{folder}/first-lesson.md"), template::lesson(objective, source));
        project.write(&format!("questions/{bank}.toml"), template::bank(bank, "First bank", &questions));
        self.project.set(project);
        self.folder.set_value(None);
        self.keep_all();
        self.open_first();
        self.look();
    }

    /// Clears the desk, and forgets what was kept of it.
    pub(crate) fn clear(self) {
        self.project.set(Project::default());
        self.open.set(None);
        self.checked.set(None);
        self.folder.set_value(None);
        let scripts = self.scripts.get_value();
        spawn_local(async move { drop(scripts.forget().await) });
    }

    fn open_first(self) {
        let first = self.project.with_untracked(|project| {
            let paths: Vec<&str> = project.sheets().map(|(path, _)| path).collect();
            let bank = paths.iter().find(|path| path.starts_with("questions/"));
            bank.or(paths.first()).map(|path| (*path).to_owned())
        });
        if let Some(path) = first {
            self.open_file(&path);
        }
    }

    /// Shows a file in the editor.
    pub(crate) fn open_file(self, path: &str) {
        let text = self.project.with_untracked(|project| project.sheet(path).map(|sheet| sheet.text.clone()));
        let (Some(text), Some(editor)) = (text, self.editor.get_value()) else { return };
        self.open.set(Some(path.to_owned()));
        editor.open(&text, path, path.ends_with(".toml"));
        self.mark();
        self.moved();
    }

    /// The text was changed by hand.
    pub(crate) fn changed(self) {
        let (Some(path), Some(editor)) = (self.open.get_untracked(), self.editor.get_value()) else { return };
        let change = self.changes.with_value(|changes| changes.wrapping_add(1));
        self.changes.set_value(change);
        set_timeout(
            move || {
                if self.changes.get_value() != change {
                    return;
                }
                let text = editor.text();
                self.project.update(|project| project.write(&path, text));
                self.keep(&path);
                self.look();
            },
            MOMENT,
        );
    }

    /// The cursor was moved.
    pub(crate) fn moved(self) {
        let (Some(path), Some(editor)) = (self.open.get_untracked(), self.editor.get_value()) else { return };
        let under = self.project.with_untracked(|project| {
            let text = &project.sheet(&path)?.text;
            path.starts_with("questions/").then(|| question_at(text, byte(text, editor.cursor())))?
        });
        let id = under.map(|(id, _)| id);
        if self.under_cursor.with_untracked(|known| *known != id) {
            self.under_cursor.set(id);
            self.show_question();
        }
    }

    /// Looks at all files, and shows what was found.
    pub(crate) fn look(self) {
        let checked = self.project.with_untracked(|project| content::check(&project.files(), today()));
        let before =
            self.checked.with_untracked(|seen| seen.as_ref().and_then(|seen| seen.catalogue.clone()));
        let catalogue = checked.catalogue.clone().map(Rc::new).or(before);
        self.checked.set(Some(Rc::new(Seen { checked, catalogue })));
        self.mark();
        self.show_question();
    }

    /// Shows what is wrong with the open file at its places.
    fn mark(self) {
        let (Some(path), Some(editor), Some(mend)) =
            (self.open.get_untracked(), self.editor.get_value(), self.mend.get_value())
        else {
            return;
        };
        let marks = self.checked.with_untracked(|seen| {
            let all = seen.as_ref().map(|seen| seen.checked.diagnostics.as_slice()).unwrap_or_default();
            self.project.with_untracked(|project| {
                let text = project.sheet(&path).map(|sheet| sheet.text.as_str()).unwrap_or_default();
                marks(all, &path, text)
            })
        });
        editor.mark(&marks, &mend);
    }

    /// Goes to a diagnostic: opens its file and selects its stretch.
    pub(crate) fn go_to(self, diagnostic: &Diagnostic) {
        if self.open.with_untracked(|open| open.as_deref() != Some(&diagnostic.file)) {
            self.open_file(&diagnostic.file);
        }
        let places = self.project.with_untracked(|project| {
            let text = project.sheet(&diagnostic.file).map(|sheet| sheet.text.as_str()).unwrap_or_default();
            units(text, &[diagnostic.span.start, diagnostic.span.end])
        });
        if let (Some(editor), [from, to]) = (self.editor.get_value(), places.as_slice()) {
            editor.select(*from, *to);
        }
    }

    /// Does what a diagnostic offers, by its number.
    pub(crate) fn apply_fix(self, number: usize) {
        let found = self.checked.with_untracked(|seen| {
            let diagnostic = seen.as_ref()?.checked.diagnostics.get(number)?.clone();
            diagnostic.fix.clone().map(|fix| (diagnostic, fix))
        });
        let Some((diagnostic, fix)) = found else { return };
        self.go_to(&diagnostic);
        let places = self.project.with_untracked(|project| {
            let text = project.sheet(&diagnostic.file).map(|sheet| sheet.text.as_str()).unwrap_or_default();
            units(text, &[fix.span.start, fix.span.end])
        });
        if let (Some(editor), [from, to]) = (self.editor.get_value(), places.as_slice()) {
            editor.replace(*from, *to, &fix.replacement);
            editor.focus();
        }
    }

    /// Puts a new question of a kind behind the one under the cursor, and goes there. Says why where it cannot.
    pub(crate) fn insert(self, kind: Kind) {
        let (Some(path), Some(editor)) = (self.open.get_untracked(), self.editor.get_value()) else { return };
        let text = editor.text();
        let at = byte(&text, editor.cursor());
        let end = question_at(&text, at).map_or(text.len(), |(_, stretch)| stretch.end);
        let given = self.checked.with_untracked(|seen| {
            let catalogue = seen.as_ref()?.catalogue.clone()?;
            let bank = catalogue.banks.iter().find(|bank| path.contains(bank.id.as_str()))?;
            let question = bank.questions.first()?;
            Some((
                catalogue.clone(),
                question.objective.to_string(),
                catalogue.sources.first()?.id.to_string(),
            ))
        });
        let (catalogue, objective, source) = match &given {
            Some((catalogue, objective, source)) => (Some(catalogue), objective.as_str(), source.as_str()),
            None => (None, "objective", "source"),
        };
        let id = new_id(&text, kind);
        let concept = catalogue.and_then(|catalogue| catalogue.concepts.first());
        let Some(new) = template::question(kind, &Given { id: &id, objective, source, concept }) else {
            self.notice.set(Some("There is no concept yet whose elements could be tested: write one in `courses/concepts.toml`.".to_owned()));
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
        editor.replace(place, place, &format!("{gap}{new}{behind}"));
        let start = place + gap.encode_utf16().count();
        editor.select(start, start + "[[question]]".len());
    }

    /// Saves the open file; without a folder it is given to the trainer as a download.
    pub(crate) fn save(self) {
        let unsaved: Vec<(String, String)> = self.project.with_untracked(|project| {
            project.unsaved().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
        });
        let (scripts, folder) = (self.scripts.get_value(), self.folder.get_value());
        spawn_local(async move {
            for (path, text) in unsaved {
                let saved = match &folder {
                    Some(folder) => scripts.save(folder, &path, &text).await,
                    None => scripts.download(path.rsplit('/').next().unwrap_or(&path), &text, "text/plain"),
                };
                match saved {
                    Ok(()) => {
                        self.project.update(|project| project.was_saved(&path, text));
                        self.keep(&path);
                    }
                    Err(fault) => {
                        return self.notice.set(Some(format!(
                            "{path} could not be saved: {fault}. Your work is kept in this browser."
                        )));
                    }
                }
            }
            self.notice.set(None);
        });
    }

    /// Keeps a file, so that a reload loses nothing.
    fn keep(self, path: &str) {
        let sheet = self.project.with_untracked(|project| project.sheet(path).cloned());
        let Some(sheet) = sheet else { return };
        let (scripts, path) = (self.scripts.get_value(), path.to_owned());
        spawn_local(async move {
            if let Err(fault) = scripts.keep_file(&path, &sheet.text, sheet.saved.as_deref()).await {
                self.notice.set(Some(not_kept(&fault)));
            }
        });
    }

    fn keep_all(self) {
        let sheets: Vec<_> = self.project.with_untracked(|project| {
            project.sheets().map(|(path, sheet)| (path.to_owned(), sheet.clone())).collect()
        });
        let (scripts, folder) = (self.scripts.get_value(), self.folder.get_value());
        spawn_local(async move {
            let kept = async {
                scripts.forget().await?;
                scripts.keep_folder(folder.as_ref()).await?;
                for (path, sheet) in sheets {
                    scripts.keep_file(&path, &sheet.text, sheet.saved.as_deref()).await?;
                }
                Ok::<(), Fault>(())
            };
            if let Err(fault) = kept.await {
                self.notice.set(Some(not_kept(&fault)));
            }
        });
    }

    /// Shows the question under the cursor in the player, where it can be asked.
    fn show_question(self) {
        let Some(preview) = self.preview.get_value() else { return };
        match self.question().zip(self.course()) {
            Some((question, course)) => preview.ask(&course, question),
            None => preview.clear(),
        }
    }

    /// The question under the cursor as it was last read without a mistake.
    fn question(self) -> Option<Question> {
        let id = self.under_cursor.get_untracked()?;
        self.in_bank(|bank| {
            bank.questions.iter().find(|question| question.id.question.as_str() == id).cloned()
        })?
    }

    /// Reads the bank that is open, as it was last read without a mistake.
    pub(crate) fn in_bank<T>(self, read: impl FnOnce(&Bank) -> T) -> Option<T> {
        let path = self.open.get_untracked()?;
        let name = path.strip_prefix("questions/")?.split('.').next()?.to_owned();
        self.checked.with_untracked(|seen| {
            let catalogue = seen.as_ref()?.catalogue.as_ref()?;
            catalogue.banks.iter().find(|bank| bank.id.as_str() == name).map(read)
        })
    }

    fn course(self) -> Option<CourseId> {
        self.checked
            .with_untracked(|seen| Some(seen.as_ref()?.catalogue.as_ref()?.courses.first()?.id.clone()))
    }
}

/// The faults of a file, as the editor shows them.
fn marks(all: &[Diagnostic], path: &str, text: &str) -> Vec<Mark> {
    let own: Vec<(usize, &Diagnostic)> =
        all.iter().enumerate().filter(|(_, diagnostic)| diagnostic.file == path).collect();
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

/// An id that no question of the bank has.
fn new_id(bank: &str, kind: Kind) -> String {
    let taken: Vec<String> =
        heads(bank).into_iter().filter_map(|head| question_at(bank, head)).map(|(id, _)| id).collect();
    let name = kind.name();
    (1..).map(|number| format!("new-{name}-{number}")).find(|id| !taken.contains(id)).unwrap_or_default()
}

fn not_kept(fault: &str) -> String {
    format!("Unsaved work cannot be kept in this browser ({fault}): save before you leave the page.")
}

/// The day of today where the device is.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let day = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    day.parse().unwrap_or_else(|_| Date::from_days(0))
}
