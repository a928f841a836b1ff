//! Files that a page gives, and files that it is given.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use super::Page;

/// How long a download may take.
const PATIENCE: Duration = Duration::from_secs(20);

impl Page {
    /// Does something that makes the page give a file, and gives its name and its text.
    #[track_caller]
    pub(crate) fn downloads(&self, act: impl FnOnce()) -> (String, String) {
        let folder: TempDir = tempfile::tempdir().unwrap();
        let allow = json!({ "behavior": "allow", "downloadPath": folder.path() });
        self.devtools("Browser.setDownloadBehavior", allow);
        act();
        let end = Instant::now() + PATIENCE;
        loop {
            let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
            let names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
            // What is still on its way has another ending.
            if let [name] = names.as_slice()
                && !name.ends_with(".crdownload")
                && !name.starts_with('.')
            {
                return (name.clone(), fs::read_to_string(folder.path().join(name)).unwrap());
            }
            assert!(Instant::now() < end, "no file arrived: {names:?}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Chooses files in a field.
    pub(crate) fn choose_files(&self, selector: &str, files: &[&Path]) {
        let field = json!({ "expression": format!("document.querySelector('{selector}')") });
        let field = self.devtools("Runtime.evaluate", field);
        let object = field["result"]["objectId"].as_str().unwrap_or_else(|| panic!("there is no {selector}"));
        self.devtools("DOM.setFileInputFiles", json!({ "files": files, "objectId": object }));
    }
}
