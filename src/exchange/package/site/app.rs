//! The built application, and the names under which its files are published.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::tree::Tree;

/// The learner's application as it was built.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct App {
    /// The glue between the browser and the wasm, an ES module (`plenary.js`).
    pub glue: Vec<u8>,
    /// The application (`plenary_bg.wasm`).
    pub wasm: Vec<u8>,
    /// The style sheet (`style.css`).
    pub style: Vec<u8>,
    /// The modules that the glue imports, each under its path below `snippets/`.
    pub snippets: Tree,
    /// The address of a script that each page loads besides: the one that reloads a page while its author works.
    pub watcher: Option<String>,
}

/// A file of the application that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing(pub &'static str);

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the web application has no {}", self.0)
    }
}

impl std::error::Error for Missing {}

impl App {
    /// The application from the files of its folder; other files in it are left alone.
    pub fn from_files(files: &Tree) -> Result<Self, Missing> {
        let part = |name| files.get(name).map(<[u8]>::to_vec).ok_or(Missing(name));
        Ok(Self {
            glue: part("plenary.js")?,
            wasm: part("plenary_bg.wasm")?,
            style: part("style.css")?,
            snippets: files.iter().filter(|(path, _)| path.starts_with("snippets/")).collect(),
            watcher: None,
        })
    }
}

/// The addresses of the application's files from the root of the site, and the files.
pub(super) struct Assets {
    pub(super) boot: String,
    pub(super) glue: String,
    pub(super) wasm: String,
    pub(super) style: String,
    pub(super) icon: String,
    pub(super) watcher: Option<String>,
    pub(super) files: Tree,
}

impl Assets {
    pub(super) fn new(app: &App) -> Self {
        let mut files = Tree::default();
        let mut publish = |stem: &str, ending: &str, bytes: &[u8]| {
            let path = format!("assets/{stem}-{}.{ending}", fingerprint(bytes));
            files.insert(path.clone(), bytes);
            path
        };
        let glue = publish("plenary", "js", &app.glue);
        let wasm = publish("plenary", "wasm", &app.wasm);
        let boot = publish("boot", "js", boot(&glue, &wasm).as_bytes());
        let style = publish("style", "css", &app.style);
        let icon = publish("icon", "svg", include_bytes!("icon.svg"));
        for (path, bytes) in app.snippets.iter() {
            files.insert(format!("assets/{path}"), bytes);
        }
        Self { boot, glue, wasm, style, icon, watcher: app.watcher.clone(), files }
    }
}

/// The script that starts the application. It stands beside the files that it names.
fn boot(glue: &str, wasm: &str) -> String {
    let name = |path: &str| path.trim_start_matches("assets/").to_owned();
    format!(
        "import init from \"./{}\";\ninit({{ module_or_path: new URL(\"./{}\", import.meta.url) }});\n",
        name(glue),
        name(wasm)
    )
}

/// Eight hexadecimal digits that change with the content, so that a browser can keep a file for good.
fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_application_without_one_of_its_files_is_refused_by_name() {
        let files: Tree = [("plenary.js", "x"), ("style.css", "")].into_iter().collect();
        assert_eq!(App::from_files(&files), Err(Missing("plenary_bg.wasm")));
    }

    #[test]
    fn a_name_changes_with_what_is_in_the_file_and_the_starter_names_both() {
        let app = |wasm: &str| App { wasm: wasm.into(), ..App::default() };
        let (one, two) = (Assets::new(&app("1")), Assets::new(&app("2")));
        assert_ne!(one.wasm, two.wasm);
        assert_ne!(one.boot, two.boot);
        assert_eq!(one.style, two.style);
        let boot = one.files.get(&one.boot).map(String::from_utf8_lossy).unwrap();
        assert!(boot.contains(one.wasm.trim_start_matches("assets/")), "{boot}");
    }
}
