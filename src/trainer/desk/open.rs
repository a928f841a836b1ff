//! What comes onto the desk: a folder, files, what an earlier visit left behind, an example; and which of the files is in the editor.

use domain::question::Kind;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use content::template::{self, Given};

use super::Desk;
use crate::project::{Project, path_in_project};
use crate::script::{Folder, Found};

impl Desk {
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
        let nothing = if files.is_empty() { "Nothing to write was found there. " } else { "" };
        let left = if left.is_empty() { String::new() } else { format!("Left aside: {}.", left.join("; ")) };
        let notice = format!("{nothing}{left}");
        self.notice.set((!notice.is_empty()).then(|| notice.trim().to_owned()));
        if !files.is_empty() && self.may_be_closed() {
            self.begin_with(Project::read(files), found.folder, None);
            self.keep_all();
        }
    }

    /// Takes up what an earlier visit left behind.
    pub(crate) fn take_up(
        self,
        kept: Vec<(String, String, Option<String>)>,
        folder: Option<Folder>,
        open: Option<String>,
    ) {
        let saved = kept.iter().filter_map(|(path, _, saved)| Some((path.clone(), saved.clone()?)));
        let mut project = Project::read(saved.collect::<Vec<_>>());
        project.take_up(kept.into_iter().map(|(path, text, _)| (path, text)));
        if !project.is_empty() {
            self.begin_with(project, folder, open);
        }
    }

    /// Lays a small course on the desk, of which `check` has nothing to say.
    pub(crate) fn begin_anew(self) {
        let (course, module, bank) = ("my-course", "first-module", "first-bank");
        let (objective, source) = ("first-objective", "first-source");
        let question = |id: &&str| {
            template::question(Kind::SingleChoice, &Given { id, objective, source, concept: None })
        };
        let questions: Vec<String> = ["first", "second", "third"].iter().filter_map(question).collect();
        let mut project = Project::default();
        project.write("courses/sources.toml", template::sources(source));
        project
            .write(&format!("courses/{course}/course.toml"), template::course(course, "My course", module));
        let folder = format!("courses/{course}/{module}");
        let text = template::module(module, "First module", objective, bank, questions.len());
        project.write(&format!("{folder}/module.toml"), text);
        project.write(&format!("{folder}/first-lesson.md"), template::lesson(objective, source));
        project.write(&format!("questions/{bank}.toml"), template::bank(bank, "First bank", &questions));
        self.notice.set(None);
        self.begin_with(project, None, None);
        self.keep_all();
    }

    /// Clears the desk, and forgets what was kept of it, unless the trainer would rather not lose what is unsaved.
    pub(crate) fn close(self) {
        if !self.may_be_closed() {
            return;
        }
        self.notice.set(None);
        self.open.set(None);
        self.seen.set(None);
        self.folder.set_value(None);
        self.project.set(Project::default());
        self.keep_all();
        self.show_question();
    }

    /// Whether nothing would be lost with what is open, or the trainer has said that it may be.
    fn may_be_closed(self) -> bool {
        self.take_text();
        let lost = self.project.with_untracked(|project| project.unsaved().count());
        let question =
            format!("{lost} of the files have changes that are not saved. Close them all the same?");
        lost == 0 || window().confirm_with_message(&question).unwrap_or(false)
    }

    /// Lays a project on the desk, with a file of it in the editor: this one, where there is such a file.
    fn begin_with(self, project: Project, folder: Option<Folder>, open: Option<String>) {
        let first = open.filter(|path| project.sheet(path).is_some()).or_else(|| {
            let paths: Vec<&str> = project.sheets().map(|(path, _)| path).collect();
            // A bank in its own language, where there is one.
            let is_bank = |path: &&&str| path.starts_with("questions/") && path.matches('.').count() == 1;
            paths.iter().find(is_bank).or(paths.first()).map(|path| (*path).to_owned())
        });
        // What is in the editor is not of this project.
        self.open.set(None);
        self.project.set(project);
        self.folder.set_value(folder);
        self.seen.set(None);
        self.translations_wait.set_value(true);
        if let Some(path) = first {
            self.open_file(&path);
        }
        self.look();
        // This look read everything, as none after a keystroke does.
        self.took.set_value(0.0);
    }

    /// Shows a file in the editor.
    pub(crate) fn open_file(self, path: &str) {
        self.take_text();
        let text = self.project.with_untracked(|project| project.sheet(path).map(|sheet| sheet.text.clone()));
        let (Some(text), Some(editor)) = (text, self.editor.get_value()) else { return };
        self.open.set(Some(path.to_owned()));
        editor.open(&text, path, path.ends_with(".toml"));
        self.marked.set_value(false);
        self.mark();
        self.show_question();
        let (scripts, path) = (self.scripts.get_value(), path.to_owned());
        // Where nothing can be kept, that is said of the work itself.
        spawn_local(async move { drop(scripts.keep_open(&path).await) });
    }
}
