//! What becomes of the work: it is saved where it came from, or given as files; and until then it is kept in the browser.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Desk;
use crate::project::Sheet;
use crate::script::{Fault, Scripts};

impl Desk {
    /// Saves everything that is unsaved; without a folder it is given to the trainer as downloads.
    pub(crate) fn save(self) {
        self.take_text();
        let unsaved: Vec<(String, Sheet)> = self.project.with_untracked(|project| {
            project.unsaved().map(|(path, sheet)| (path.to_owned(), sheet.clone())).collect()
        });
        let (scripts, folder) = (self.scripts.get_value(), self.folder.get_value());
        spawn_local(async move {
            let count = unsaved.len();
            for (path, sheet) in unsaved {
                let text = sheet.ended(&sheet.text);
                let saved = match &folder {
                    Some(folder) => scripts.save(folder, &path, &text).await,
                    None => {
                        let name = path.rsplit('/').next().unwrap_or(&path);
                        learner::save_file(name, &text, "application/toml")
                            .ok_or_else(|| "the browser gives no files".to_owned())
                    }
                };
                match saved {
                    Ok(()) => {
                        self.project.update(|project| project.was_saved(&path, sheet.text));
                        self.keep(&path);
                    }
                    Err(fault) => {
                        let notice =
                            format!("{path} could not be saved: {fault}. Your work is kept in this browser.");
                        return self.notice.set(Some(notice));
                    }
                }
            }
            let how = if folder.is_some() { "in its folder" } else { "as a download" };
            let what = if count == 1 { "1 file was".to_owned() } else { format!("{count} files were") };
            self.notice.set((count > 0).then(|| format!("{what} saved {how}.")));
        });
    }

    /// Keeps a file, so that a reload loses nothing. While it is being kept no other writing begins: what was typed meanwhile is kept next.
    pub(super) fn keep(self, path: &str) {
        let waits = self.to_keep.with_value(|waiting| !waiting.is_empty());
        self.to_keep.update_value(|waiting| {
            if !waiting.iter().any(|known| known == path) {
                waiting.push(path.to_owned());
            }
        });
        if waits {
            return;
        }
        let scripts = self.scripts.get_value();
        let keep = async move {
            while let Some(path) = self.to_keep.with_value(|waiting| waiting.first().cloned()) {
                let sheet = self.project.with_untracked(|project| project.sheet(&path).cloned());
                if let Some(sheet) = sheet {
                    let kept = keep(&scripts, &path, &sheet).await;
                    if let Err(fault) = kept {
                        self.notice.set(Some(not_kept(&fault)));
                    }
                    let is_kept = self.project.with_untracked(|project| project.sheet(&path) == Some(&sheet));
                    if !is_kept && self.project.with_untracked(|project| project.sheet(&path).is_some()) {
                        continue;
                    }
                }
                self.to_keep.update_value(|waiting| waiting.retain(|known| *known != path));
            }
        };
        // What was typed is shown first.
        set_timeout(move || spawn_local(keep), Duration::ZERO);
    }

    /// Keeps all files in the place of what was kept before.
    pub(super) fn keep_all(self) {
        let sheets: Vec<_> = self.project.with_untracked(|project| {
            project.sheets().map(|(path, sheet)| (path.to_owned(), sheet.clone())).collect()
        });
        let (scripts, folder) = (self.scripts.get_value(), self.folder.get_value());
        spawn_local(async move {
            let kept = async {
                scripts.forget().await?;
                scripts.keep_folder(folder.as_ref()).await?;
                for (path, sheet) in sheets {
                    keep(&scripts, &path, &sheet).await?;
                }
                if let Some(path) = self.open.get_untracked() {
                    scripts.keep_open(&path).await?;
                }
                Ok::<(), Fault>(())
            };
            if let Err(fault) = kept.await {
                self.notice.set(Some(not_kept(&fault)));
            }
        });
    }
}

/// Keeps a file: its text as it is in the editor, and as it was saved, from which another visit learns how its lines end.
async fn keep(scripts: &Scripts, path: &str, sheet: &Sheet) -> Result<(), Fault> {
    let saved = sheet.saved.as_ref().map(|saved| sheet.ended(saved));
    scripts.keep_file(path, &sheet.text, saved.as_deref()).await
}

fn not_kept(fault: &str) -> String {
    format!("Unsaved work cannot be kept in this browser ({fault}): save before you leave the page.")
}
