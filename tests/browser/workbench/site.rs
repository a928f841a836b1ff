//! The sites that the journeys go through, each built once by the real `plenary build`.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use content::{Checked, Files};
use domain::course::{Catalogue, Course, Module};
use domain::id::{ModuleRef, QuestionRef};
use domain::index::{Address, ModuleIndex, Shard};
use domain::language::Language;
use domain::question::Question;
use domain::time::Date;
use tempfile::TempDir;

use super::shelf::Shelf;
use crate::analyse::files::projects;
use crate::workbench::{files_below, needs_application, plenary, project, root, text};

/// A built site, in memory, with what it was built from.
#[derive(Debug)]
pub(crate) struct Site {
    files: Shelf,
    catalogue: Catalogue,
    modules: Vec<(ModuleRef, Address)>,
}

/// The site of the real courses.
pub(crate) fn real() -> &'static Site {
    static BUILT: OnceLock<Result<Site, String>> = OnceLock::new();
    built(&BUILT, || build_with(&root(), &[OsStr::new("--uncompressed")]))
}

/// What the authors of the real courses wrote.
pub(crate) fn authored() -> &'static Catalogue {
    let (_, catalogue) = &editions()[0];
    catalogue
}

/// The real courses in every language of the interface, their own first: where little is translated, most is the original.
pub(crate) fn editions() -> &'static [(Language, Catalogue)] {
    static READ: OnceLock<Vec<(Language, Catalogue)>> = OnceLock::new();
    READ.get_or_init(|| {
        let checked = checked(&root());
        let original = checked.catalogue.unwrap();
        let translated = |language| checked.translations.iter().find(|(known, _)| *known == language);
        let in_it = |language| translated(language).map_or(&original, |(_, catalogue)| catalogue).clone();
        let own = original.language();
        let others = Language::ALL.into_iter().filter(|language| *language != own);
        std::iter::once(own).chain(others).map(|language| (language, in_it(language))).collect()
    })
}

/// The practice of each module of [`played`] that asks every question of the module.
pub(crate) const EVERYTHING: &str = "everything";

/// The site of a copy of the real courses, with that practice.
pub(crate) fn played() -> &'static Site {
    static BUILT: OnceLock<Result<Site, String>> = OnceLock::new();
    built(&BUILT, || {
        let folders = ["courses", "questions"].into_iter();
        let paths = folders.flat_map(|folder| {
            files_below(&root().join(folder)).into_iter().map(move |path| format!("{folder}/{path}"))
        });
        let copy = project(paths.map(|path| {
            let text = fs::read_to_string(root().join(&path)).unwrap();
            (path, text)
        }));
        for course in &authored().courses {
            for module in &course.modules {
                let path = copy.path().join(format!("courses/{}/{}/module.toml", course.id, module.id));
                let text = fs::read_to_string(&path).unwrap();
                fs::write(&path, format!("{text}\n{}", everything(module))).unwrap();
            }
        }
        build_with(copy.path(), &[OsStr::new("--uncompressed")])
    })
}

/// The site of the small course, in which a key was changed, and what is said of an answer.
pub(crate) fn misprinted() -> &'static Site {
    static BUILT: OnceLock<Result<Site, String>> = OnceLock::new();
    built(&BUILT, || {
        let project = fixture_project();
        change(project.path(), &MISPRINTS);
        build_with(project.path(), &[OsStr::new("--uncompressed")])
    })
}

/// The site of the small course in `tests/browser/course`.
pub(crate) fn fixture() -> &'static Site {
    static BUILT: OnceLock<Result<Site, String>> = OnceLock::new();
    built(&BUILT, || build(fixture_project().path()))
}

/// The same site after a second publication: a question explains more, a lesson says more, and the application is another version.
pub(crate) fn revised() -> &'static Site {
    static BUILT: OnceLock<Result<Site, String>> = OnceLock::new();
    built(&BUILT, || {
        let project = fixture_project();
        change(project.path(), &REVISIONS);
        let Some(own) = option_env!("PLENARY_WEB").map(Path::new) else {
            return Err("there is no application to change".to_owned());
        };
        let web = tempfile::tempdir().unwrap();
        for file in files_below(own) {
            let mut bytes = fs::read(own.join(&file)).unwrap();
            if file == "style.css" {
                bytes.extend_from_slice(b"/* another version */\n");
            }
            let to = web.path().join(&file);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
        build_with(project.path(), &[OsStr::new("--web"), web.path().as_os_str()])
    })
}

/// The same site with a practice for each kind of question that can stand in its page, and some for what cannot.
pub(crate) fn firsts() -> &'static Site {
    static BUILT: OnceLock<Result<Site, String>> = OnceLock::new();
    built(&BUILT, || {
        let (project, folder) = (fixture_project(), root().join("tests/browser/firsts"));
        for file in files_below(&folder).into_iter().filter(|file| file != "quizzes.toml") {
            fs::copy(folder.join(&file), project.path().join("questions").join(&file)).unwrap();
        }
        let module = project.path().join("courses/treaties/consent/module.toml");
        let quizzes = fs::read_to_string(folder.join("quizzes.toml")).unwrap();
        let module_text = fs::read_to_string(&module).unwrap();
        fs::write(&module, format!("{module_text}{quizzes}")).unwrap();
        build(project.path())
    })
}

/// The course whose cohort is read: the one with a wrong key.
pub(crate) fn faulty() -> &'static Site {
    static BUILT: OnceLock<Result<Site, String>> = OnceLock::new();
    built(&BUILT, || {
        let (_, faulty) = projects();
        let files: Vec<(&str, String)> = faulty.iter().map(|(path, bytes)| (path, text(bytes))).collect();
        build_with(project(files).path(), &[OsStr::new("--uncompressed")])
    })
}

/// The small course with another module, whose quizzes are taken under every condition that there is.
pub(crate) fn examining() -> &'static Site {
    static BUILT: OnceLock<Result<Site, String>> = OnceLock::new();
    built(&BUILT, || {
        let project = fixture_project();
        let course = project.path().join("courses/treaties/course.toml");
        let text = fs::read_to_string(&course).unwrap();
        fs::write(&course, text.replacen("[\"consent\"]", "[\"consent\", \"examining\"]", 1)).unwrap();
        let folder = root().join("tests/browser/examining");
        for path in files_below(&folder) {
            let to = project.path().join(&path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(folder.join(&path), to).unwrap();
        }
        build(project.path())
    })
}

/// What is different after the second publication: file, before, after.
const REVISIONS: [(&str, &str, &str); 2] = [
    (
        "questions/kinds.toml",
        "With the deposit the other parties can rely on it.",
        "With the deposit the other parties can rely on it, from that day on.",
    ),
    ("courses/treaties/consent/module.toml", "The acts by which", "The many acts by which"),
];

/// What is misprinted in the site of that name: file, before, after.
const MISPRINTS: [(&str, &str, &str); 2] = [
    (
        "questions/kinds.toml",
        "A second signature adds nothing to the first.",
        "A second signature adds something to the first.",
    ),
    ("questions/kinds.toml", "answer    = false", "answer    = true"),
];

/// Changes authors' files.
fn change(project: &Path, changes: &[(&str, &str, &str)]) {
    for (file, before, after) in changes {
        let path = project.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(before), "{file} no longer says: {before}");
        fs::write(path, text.replacen(before, after, 1)).unwrap();
    }
}

/// A practice of every question on the objectives of a module, as its author would write it.
fn everything(module: &Module) -> String {
    let mut draws = String::new();
    for objective in &module.objectives {
        for bank in &authored().banks {
            let count = bank.questions.iter().filter(|question| question.objective == objective.id).count();
            if count > 0 {
                let (bank, objective) = (&bank.id, &objective.id);
                writeln!(draws, "  {{ bank = \"{bank}\", objective = \"{objective}\", count = {count} }},")
                    .unwrap();
            }
        }
    }
    format!(
        "[[quiz]]\nid = \"{EVERYTHING}\"\ntitle = \"Everything\"\nmode = \"practice\"\ndraw = [\n{draws}]\n"
    )
}

/// A copy of the small course that a test may change, with a bank of thirty questions to draw from.
pub(crate) fn fixture_project() -> TempDir {
    let folder = root().join("tests/browser/course");
    let authored = files_below(&folder).into_iter().map(|path| {
        let text = fs::read_to_string(folder.join(&path)).unwrap();
        (path, text)
    });
    project(authored.chain([("questions/many.toml".to_owned(), many_questions())]))
}

fn many_questions() -> String {
    let mut bank = "format = 1\nid = \"many\"\ntitle = \"Many questions\"\nlanguage = \"en\"\n".to_owned();
    for number in 1..=30 {
        let objective = if number % 3 == 0 { "recognize-reservations" } else { "tell-acts-apart" };
        let (charter, next) = (number + 80, number + 81);
        writeln!(
            bank,
            "\n[[question]]\nid = \"q{number}\"\nkind = \"single-choice\"\nobjective = \"{objective}\"\n\
             stem = \"Which article of the Charter follows article {number} by eighty?\"\n\
             explain = \"It is article {charter}.\"\nsources = [\"un-charter:{charter}\"]\noptions = [\n\
             {{ key = \"right\", text = \"Article {charter}\", correct = true, feedback = \"So it is.\" }},\n\
             {{ key = \"next\", text = \"Article {next}\", feedback = \"One too far.\" }},\n\
             {{ key = \"same\", text = \"Article {number}\", feedback = \"It follows nothing by nothing.\" }},\n\
             {{ key = \"none\", text = \"No article\", feedback = \"The Charter has 111 articles.\" }},\n]"
        )
        .unwrap();
    }
    bank
}

fn built(
    cell: &'static OnceLock<Result<Site, String>>,
    build: impl FnOnce() -> Result<Site, String>,
) -> &'static Site {
    needs_application();
    match cell.get_or_init(build) {
        Ok(site) => site,
        Err(said) => panic!("`plenary build` failed:\n{said}"),
    }
}

fn build(dir: &Path) -> Result<Site, String> {
    build_with(dir, &[])
}

fn build_with(dir: &Path, options: &[&OsStr]) -> Result<Site, String> {
    let out = tempfile::tempdir().unwrap();
    let arguments = [OsStr::new("build"), dir.as_os_str(), OsStr::new("--out"), out.path().as_os_str()];
    let command = plenary(arguments.iter().chain(options));
    if !command.status.success() {
        return Err(text(&command.stderr));
    }
    let published = files_below(out.path()).into_iter().filter(|path| !path.starts_with('.'));
    let files = published.map(|path| {
        let bytes = fs::read(out.path().join(&path)).unwrap();
        (path, bytes)
    });
    let catalogue = checked(dir).catalogue.unwrap();
    let modules =
        content::compile(&catalogue).modules.into_iter().map(|(module, address, _)| (module, address));
    Ok(Site { files: files.collect(), modules: modules.collect(), catalogue })
}

/// What the authors' files say, read without the command.
fn checked(dir: &Path) -> Checked {
    let authored = ["courses", "questions"].into_iter().flat_map(|folder| {
        let paths = files_below(&dir.join(folder)).into_iter();
        paths.map(move |path| (format!("{folder}/{path}"), fs::read(dir.join(folder).join(&path)).unwrap()))
    });
    let files: Files = authored.collect();
    // The date matters to warnings alone.
    content::check(&files, Date::new(2026, 1, 1).unwrap())
}

impl Site {
    /// The bytes of a file, where there is one.
    pub(crate) fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// The files by their paths.
    pub(crate) fn files(&self) -> &Shelf {
        &self.files
    }

    /// The pages: path and text, without the one for what is missing.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.files.iter().filter(|(path, _)| path.ends_with("index.html"));
        pages.map(|(path, bytes)| (path.as_str(), str::from_utf8(bytes).unwrap()))
    }

    /// What its pages let a browser load, as the entrance says.
    pub(crate) fn policy(&self) -> &str {
        let entrance = self.get("index.html").and_then(|page| str::from_utf8(page).ok());
        let policy = entrance
            .and_then(|page| page.split_once("Content-Security-Policy\" content=\"")?.1.split('"').next());
        policy.unwrap_or_else(|| panic!("the entrance has no policy"))
    }

    /// What the site was built from.
    pub(crate) fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The first course.
    pub(crate) fn course(&self) -> &Course {
        &self.catalogue.courses[0]
    }

    /// The first module of the first course.
    pub(crate) fn module(&self) -> &Module {
        &self.course().modules[0]
    }

    /// The path of the first module, with a slash at its end.
    pub(crate) fn module_path(&self) -> String {
        format!("{}/{}/", self.course().id, self.module().id)
    }

    /// Where the published index of the first module is.
    pub(crate) fn index_address(&self) -> &Address {
        &self.modules[0].1
    }

    /// The published index of the first module.
    pub(crate) fn index(&self) -> ModuleIndex {
        self.piece(self.index_address())
    }

    /// Every published question of the first module.
    pub(crate) fn questions(&self) -> BTreeMap<QuestionRef, Question> {
        let index = self.index();
        let shards = index.banks.iter().flat_map(|bank| (0..bank.shards()).map(|number| bank.shard(number)));
        let questions = shards.flat_map(|shard| self.piece::<Shard>(&shard).questions);
        questions.map(|question| (question.id.clone(), question)).collect()
    }

    fn piece<T: domain::json::Json>(&self, address: &Address) -> T {
        let bytes = self.get(&address.0).unwrap_or_else(|| panic!("the site has no {address}"));
        domain::json::from_text(str::from_utf8(bytes).unwrap())
            .unwrap_or_else(|| panic!("{address} is not what was published"))
    }
}
