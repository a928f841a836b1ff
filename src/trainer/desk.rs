//! The trainer's desk: what is open, what is wrong with it, and what she does with it. Views show it and call it.
//!
//! A change by hand is taken note of at once. It is looked at before the keystroke is painted where that takes a part of a frame, and after it otherwise: no
//! keystroke waits for a project, however large it is.

mod open;
mod saving;
mod seen;
mod writing;

use std::rc::Rc;

use content::Watch;
use js_sys::Function;
use learner::preview::Preview;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::project::Project;
use crate::script::{Editor, Folder, Scripts, Told};

pub(crate) use seen::{Seen, Shown, bank_of};

/// Everything that the page shows and does. Copies are handles on the same.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    pub(crate) project: RwSignal<Project>,
    /// The path of the file in the editor.
    pub(crate) open: RwSignal<Option<String>>,
    /// What the files were found to be; none before the first look.
    pub(crate) seen: RwSignal<Option<Rc<Seen>>, LocalStorage>,
    /// The id of the question under the cursor, and what of it can be tried.
    pub(crate) shown: RwSignal<Option<(String, Shown)>>,
    /// What has to be said: files that were left, a fault of the disk.
    pub(crate) notice: RwSignal<Option<String>>,
    /// The number of the answer that is tried now: it changes with each question that is asked.
    pub(crate) asked: RwSignal<u32>,
    pub(crate) scripts: StoredValue<Scripts, LocalStorage>,
    watch: StoredValue<Rc<Watch>, LocalStorage>,
    editor: StoredValue<Option<Editor>, LocalStorage>,
    preview: StoredValue<Option<Preview>>,
    folder: StoredValue<Option<Folder>, LocalStorage>,
    mend: StoredValue<Option<Function>, LocalStorage>,
    /// The files that are to be kept, the first of them just now.
    to_keep: StoredValue<Vec<String>>,
    /// How many changes there were; what was asked for before the last one is not done.
    changes: StoredValue<u32>,
    /// Whether something was changed since that translations hang on.
    translations_wait: StoredValue<bool>,
    /// Whether the editor shows faults.
    marked: StoredValue<bool>,
    /// How long looks take, in milliseconds.
    took: StoredValue<f64>,
}

impl Desk {
    pub(crate) fn new(scripts: Scripts) -> Self {
        Self {
            project: RwSignal::new(Project::default()),
            open: RwSignal::new(None),
            seen: RwSignal::new_local(None),
            shown: RwSignal::new(None),
            notice: RwSignal::new(None),
            asked: RwSignal::new(0),
            scripts: StoredValue::new_local(scripts),
            watch: StoredValue::new_local(Rc::default()),
            editor: StoredValue::new_local(None),
            preview: StoredValue::new(None),
            folder: StoredValue::new_local(None),
            mend: StoredValue::new_local(None),
            to_keep: StoredValue::new(Vec::new()),
            changes: StoredValue::new(0),
            translations_wait: StoredValue::new(false),
            marked: StoredValue::new(false),
            took: StoredValue::new(0.0),
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
        self.shown.set(None);
        self.show_question();
    }

    /// The player, where it has arrived.
    pub(crate) fn preview(self) -> Option<Preview> {
        self.preview.get_value()
    }

    /// Does what the editor tells of.
    pub(crate) fn told(self, told: Told) {
        match told {
            Told::Changed(change) => self.changed(&change),
            Told::Moved => self.show_question(),
            Told::Next => self.go_on(true),
            Told::Previous => self.go_on(false),
            Told::Fix => self.fix_here(),
            Told::Save => self.save(),
        }
    }
}
