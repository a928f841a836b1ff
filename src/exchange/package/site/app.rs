//! The built applications, and the names under which their files are published.
//!
//! There are four: most pages run the reader; the pages about what a learner did run the notebook, those of trainers one of their two, and nobody
//! fetches these before she opens one of them.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::language::Language;
use sha2::{Digest, Sha256};
use texts::notebook::Notebook;
use texts::reader::Reader;

use super::{first, offline};
use crate::tree::Tree;

/// The learner's applications as they were built.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct App {
    /// The one that turns pages and asks (`plenary`).
    pub reader: Program,
    /// The one that shows what was done (`notebook`).
    pub notebook: Program,
    /// How every page looks (`style.css`).
    pub style: Vec<u8>,
    /// How the pages of the notebook look beside that (`notebook.css`).
    pub notebook_style: Vec<u8>,
    /// What trainers write and read with (`trainer`).
    pub trainer: Program,
    /// What trainers read a cohort with (`scores`).
    pub scores: Program,
    /// How the trainers' pages look beside that of every page (`trainer.css`).
    pub trainer_style: Vec<u8>,
    /// The editor, a script that the trainers' application fetches for itself (`editor.js`).
    pub editor: Vec<u8>,
    /// The modules that the glue imports, each under its path below `snippets/`.
    pub snippets: Tree,
    /// The address of a script that each page loads besides: the one that reloads a page while its author works.
    pub watcher: Option<String>,
}

/// One of the applications as it was built.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Program {
    /// The glue between the browser and the wasm, an ES module.
    pub glue: Vec<u8>,
    /// The application.
    pub wasm: Vec<u8>,
    /// What it needs only after its first question, where that is a file of its own; the glue names it
    /// `./plenary_later.wasm`.
    pub later: Option<Vec<u8>>,
}

/// How the glue names what comes later, until it has the name under which that is published.
const LATER: &str = "./plenary_later.wasm";

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
            reader: Program {
                glue: part("plenary.js")?,
                wasm: part("plenary_bg.wasm")?,
                later: Some(part("plenary_later.wasm")?),
            },
            notebook: Program { glue: part("notebook.js")?, wasm: part("notebook_bg.wasm")?, later: None },
            style: part("style.css")?,
            notebook_style: part("notebook.css")?,
            trainer: Program { glue: part("trainer.js")?, wasm: part("trainer_bg.wasm")?, later: None },
            scores: Program { glue: part("scores.js")?, wasm: part("scores_bg.wasm")?, later: None },
            trainer_style: part("trainer.css")?,
            editor: part("editor.js")?,
            snippets: files.iter().filter(|(path, _)| path.starts_with("snippets/")).collect(),
            watcher: None,
        })
    }
}

/// The addresses of the application's files from the root of the site, and the files.
pub(super) struct Assets {
    pub(super) reader: Starts,
    pub(super) notebook: Starts,
    pub(super) trainer: Starts,
    pub(super) scores: Starts,
    /// The sheet that the trainers' pages link.
    pub(super) trainer_style: String,
    /// The page's side of the service worker; none for an author.
    pub(super) offline: Option<String>,
    /// For each language the texts of the reader, then those of the notebook.
    texts: Vec<(Language, [String; 2])>,
    /// What a browser may load on a page.
    pub(super) policy: String,
    pub(super) icon: String,
    /// The icon for the home screen of a telephone that does not look into the manifest.
    pub(super) touch_icon: String,
    pub(super) watcher: Option<String>,
    pub(super) files: Tree,
}

/// The addresses of what starts one of the applications.
pub(super) struct Starts {
    pub(super) boot: String,
    pub(super) glue: String,
    pub(super) wasm: String,
    pub(super) later: Option<String>,
    /// The style of its pages, which stands in each of them.
    pub(super) style: Own,
    /// Changes with anything that a page of the application needs to run: only pages of one version can take each other's place.
    pub(super) version: String,
}

/// The stem of the files of the application that most pages run.
const READER: &str = "plenary";

impl Assets {
    pub(super) fn new(app: &App) -> Self {
        let mut files = Tree::default();
        let mut publish = |stem: &str, ending: &str, bytes: &[u8]| {
            let path = format!("assets/{stem}-{}.{ending}", fingerprint(bytes));
            files.insert(path.clone(), bytes);
            path
        };
        let offline = app.watcher.is_none().then(|| publish("offline", "js", offline::SCRIPT.as_bytes()));
        let [style, notebook_style] = styles(app);
        let policy = policy(app);
        let start = |publish: &mut dyn FnMut(&str, &str, &[u8]) -> String,
                     stem: &str,
                     program: &Program,
                     style: Own,
                     starter: &dyn Fn(&str, &str) -> String| {
            let later = program.later.as_ref().map(|later| publish(&format!("{stem}-later"), "wasm", later));
            let glue = match &later {
                Some(later) => {
                    // The name in full, by which the service worker finds what a file leads to.
                    let glue = String::from_utf8_lossy(&program.glue);
                    publish(stem, "js", glue.replace(LATER, &format!("../{later}")).as_bytes())
                }
                None => publish(stem, "js", &program.glue),
            };
            let wasm = publish(stem, "wasm", &program.wasm);
            let name = if stem == READER { "boot".to_owned() } else { format!("{stem}-boot") };
            let boot = publish(&name, "js", starter(&glue, &wasm).as_bytes());
            let version = fingerprint(format!("{boot} {}", style.0).as_bytes());
            Starts { boot, glue, wasm, later, style, version }
        };
        let learners = |glue: &str, wasm: &str| boot(glue, wasm, offline.as_deref());
        let reader = start(&mut publish, READER, &app.reader, style.clone(), &learners);
        let notebook = start(&mut publish, "notebook", &app.notebook, notebook_style, &learners);
        let editor = publish("editor", "js", &app.editor);
        let trainers = |glue: &str, wasm: &str| trainer_boot(glue, wasm, &editor);
        let trainer = start(&mut publish, "trainer", &app.trainer, style.clone(), &trainers);
        let alone = |glue: &str, wasm: &str| boot(glue, wasm, None);
        let scores = start(&mut publish, "scores", &app.scores, style, &alone);
        let trainer_style = publish("trainer", "css", &app.trainer_style);
        let texts = Language::ALL.map(|language| {
            let lists =
                [("reader", Reader::of(language).to_json()), ("notebook", Notebook::of(language).to_json())];
            let address = |(group, list): (&str, String)| {
                publish(&format!("texts-{group}-{language}"), "json", list.as_bytes())
            };
            (language, lists.map(address))
        });
        let icon = publish("icon", "svg", include_bytes!("icon.svg"));
        let [_, _, _, touch_icon] = offline::ICONS.map(|(stem, bytes)| publish(stem, "png", bytes));
        for (path, bytes) in app.snippets.iter() {
            files.insert(format!("assets/{path}"), bytes);
        }
        let texts = texts.into();
        Self {
            reader,
            notebook,
            trainer,
            scores,
            trainer_style,
            offline,
            texts,
            policy,
            icon,
            touch_icon,
            watcher: app.watcher.clone(),
            files,
        }
    }
}

impl Assets {
    /// The lists of texts in a language: the reader's, then the notebook's.
    pub(super) fn texts_in(&self, language: Language) -> &[String] {
        let found = self.texts.iter().find(|(known, _)| *known == language);
        found.map_or(&[], |(_, lists)| lists.as_slice())
    }
}

/// A style sheet or a script that stands in a page itself, where no further round trip has to be waited for.
#[derive(Clone)]
pub(super) struct Own(pub(super) String);

impl Own {
    /// The name by which a policy allows it, and nothing else that could come to stand in a page.
    pub(super) fn name(&self) -> String {
        format!("'sha256-{}'", STANDARD.encode(Sha256::digest(self.0.as_bytes())))
    }
}

/// The style of the reader's pages, and that of the notebook's.
fn styles(app: &App) -> [Own; 2] {
    let [style, more] = [&app.style, &app.notebook_style].map(|sheet| String::from_utf8_lossy(sheet));
    [Own(style.to_string()), Own(format!("{style}{more}"))]
}

/// What a browser may load on each page of a site with this application, as the value of a `Content-Security-Policy`.
///
/// The styles and the two short texts that stand in pages themselves are allowed by what they are. `wasm-unsafe-eval` lets the browser
/// compile the application.
pub fn policy(app: &App) -> String {
    let styles: Vec<String> = styles(app).iter().chain([&first::without_scripts()]).map(Own::name).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self' {}; img-src 'self' data:; connect-src 'self'; \
         font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        first::script().name(),
        styles.join(" ")
    )
}

/// The script that starts an application, and then, once the first page is settled, what makes the site work offline. It stands
/// beside the files that it names.
fn boot(glue: &str, wasm: &str, offline: Option<&str>) -> String {
    let start = format!(
        "import init from \"../{glue}\";\ninit({{ module_or_path: new URL(\"../{wasm}\", import.meta.url) }});\n"
    );
    // Nothing tells that the first question is there; a look every half second costs nothing.
    let then = offline.map(|offline| {
        format!(
            "const later = () => setTimeout(() => (document.querySelector(\"{UNSETTLED}\") ? later() : \
             import(\"../{offline}\").catch(() => {{}})), 500);\nif (\"serviceWorker\" in navigator) later();\n"
        )
    });
    start + &then.unwrap_or_default()
}

/// The script that starts the trainers' application, and says where the editor is: only the page on which something is written asks for it.
fn trainer_boot(glue: &str, wasm: &str, editor: &str) -> String {
    format!("globalThis.plenaryEditor = () => import(\"../{editor}\");\n{}", boot(glue, wasm, None))
}

/// What is on a page that is not settled: the application has not arrived, or what it asked for has not.
const UNSETTLED: &str = "#plenary:not([data-ready]), #quiz .loading, #notebook .loading";

/// Eight hexadecimal digits that change with the content, so that a browser can keep a file for good.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_application_without_one_of_its_files_is_refused_by_name() {
        let check = |names: &[&str], expect| {
            let files: Tree = names.iter().map(|name| (*name, "x")).collect();
            assert_eq!(App::from_files(&files), Err(Missing(expect)));
        };
        check(&["plenary.js", "style.css"], "plenary_bg.wasm");
        check(&["plenary.js", "plenary_bg.wasm", "style.css"], "plenary_later.wasm");
        let reader = ["plenary.js", "plenary_bg.wasm", "plenary_later.wasm"];
        check(&reader, "notebook.js");
    }

    #[test]
    fn the_glue_names_what_comes_later_as_it_is_published() {
        let reader = Program {
            glue: b"new URL(\"./plenary_later.wasm\", import.meta.url)".to_vec(),
            later: Some(b"later".to_vec()),
            ..Program::default()
        };
        let assets = Assets::new(&App { reader, ..App::default() });
        let later = assets.reader.later.as_deref().unwrap();
        assert_eq!(assets.files.get(later), Some(b"later".as_slice()));
        let glue = assets.files.get(&assets.reader.glue).map(String::from_utf8_lossy).unwrap();
        assert_eq!(glue, format!("new URL(\"../{later}\", import.meta.url)"));
    }

    #[test]
    fn what_stands_in_a_page_is_allowed_by_what_it_is() {
        // The digest is that of an empty text, as FIPS 180-4 gives it.
        assert_eq!(Own(String::new()).name(), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
        let app = App { style: b"a{}".into(), notebook_style: b"b{}".into(), ..App::default() };
        let policy = policy(&app);
        for sheet in ["a{}", "a{}b{}"] {
            assert!(policy.contains(&Own(sheet.to_owned()).name()), "{policy}");
        }
        for own in [first::script(), first::without_scripts()] {
            assert!(policy.contains(&own.name()), "{policy}");
        }
        assert!(!policy.contains("unsafe-inline"), "{policy}");
    }

    #[test]
    fn another_style_is_another_version_of_the_application() {
        let version = |style: &str| {
            let app = App { style: style.into(), ..App::default() };
            Assets::new(&app).reader.version
        };
        assert_ne!(version("a{}"), version("b{}"));
    }

    #[test]
    fn a_name_changes_with_what_is_in_the_file_and_the_starter_names_both() {
        let app = |wasm: &str| App {
            reader: Program { wasm: wasm.into(), ..Program::default() },
            ..App::default()
        };
        let (one, two) = (Assets::new(&app("1")), Assets::new(&app("2")));
        assert_ne!(one.reader.wasm, two.reader.wasm);
        assert_ne!(one.reader.boot, two.reader.boot);
        assert_eq!(one.notebook.boot, two.notebook.boot);
        assert_eq!(one.policy, two.policy);
        let boot = one.files.get(&one.reader.boot).map(String::from_utf8_lossy).unwrap();
        assert!(boot.contains(one.reader.wasm.trim_start_matches("assets/")), "{boot}");
    }
}
