//! `cargo xtask size`: what a first visit fetches until the first question of a module can be answered, compressed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use domain::draw::{Drawn, Terms, draw};
use domain::id::ObjectiveId;
use domain::index::{Address, ModuleIndex};
use domain::random::Seed;

use crate::bundle::{Application, Purpose, bundle};
use crate::tools::{cargo, run as run_command, step, target_dir};

/// What is aimed at, in bytes: what the lightest rival needs.
const AIM: u64 = 80 * 1024;

/// What may not be exceeded, in bytes.
const LIMIT: u64 = 150 * 1024;

/// The same for each page of trainers: parsers, rules, editor and player together; what reads a cohort.
const TRAINER: u64 = 600 * 1024;

/// Crates that have no place on a learner's machine: parsers and makers of pages.
const NOT_FOR_LEARNERS: [&str; 8] =
    ["toml", "toml_parser", "winnow", "pulldown_cmark", "maud", "content", "exchange", "cli"];

pub(crate) fn run(_: &[String]) -> Result<bool> {
    let web = bundle(Purpose::Learners)?;
    measure(&web)
}

/// Measures the site of the real courses with the application in this folder.
pub(crate) fn measure(web: &Path) -> Result<bool> {
    let strangers = strangers()?;
    for name in &strangers {
        println!("the reader contains {name}");
    }
    let site = target_dir()?.join("site-to-measure");
    step("the site of the real courses", || {
        let mut build = cargo(&["run", "--quiet", "--package", "plenary", "--", "build", "--out"]);
        run_command(build.arg(&site).arg("--web").arg(web).env("PLENARY_WEB", web))
    })?;
    let visits = visits(&site)?;
    let Some(worst) = visits.iter().max_by_key(|visit| visit.total()) else {
        bail!("the courses have no quiz: there is nothing to measure");
    };
    print!("{worst}");
    let whole = worst.feedback(later(&site)?);
    println!("{whole:>10}             until its feedback: {:.1} KB", whole as f64 / 1024.0);
    match visits
        .iter()
        .filter_map(|visit| Some((visit, visit.page_alone?)))
        .max_by_key(|(visit, _)| visit.total())
    {
        Some((visit, page)) => print!("{}", first_in_page(visit, page, later(&site)?)),
        None => println!("no quiz has its first question in its page"),
    }
    print!("{}", opened(&site, "the notebook", "your-data/index.html")?.0);
    let (lines, trainer) = opened(&site, "the trainers' page", "trainer/index.html")?;
    let editor = weigh(&site, editor(&site)?)?;
    let whole = trainer + editor.compressed;
    let verdict = |bytes: u64| if bytes <= TRAINER { "within it" } else { "OVER IT" };
    println!("{lines}{:>10} {:>10}  {}", editor.compressed, editor.raw, editor.path);
    println!(
        "{whole:>10}             with the editor: {:.1} KB, limit {} KB: {}",
        whole as f64 / 1024.0,
        TRAINER / 1024,
        verdict(whole)
    );
    let (lines, scores) = opened(&site, "the page of a cohort", "trainer/scores/index.html")?;
    println!("{lines}{:>21} limit {} KB: {}", "", TRAINER / 1024, verdict(scores));
    Ok(strangers.is_empty() && worst.total() <= LIMIT && whole <= TRAINER && scores <= TRAINER)
}

/// Whose code is in the reader and should not be: parsers, makers of pages, and the notebook.
///
/// The names are looked for in the wasm as it was linked: what the linker dropped costs nobody anything.
fn strangers() -> Result<Vec<String>> {
    let reader = linked(Application::Reader)?;
    // A wasm without names would have no strangers either.
    ensure!(holds(&reader, "_ZN7learner"), "the reader has lost the names of its functions");
    ensure!(
        holds(&linked(Application::Notebook)?, NOTEBOOK),
        "the notebook has lost the names of its functions"
    );
    let own = holds(&reader, NOTEBOOK).then(|| "learner::notebook".to_owned());
    let others =
        NOT_FOR_LEARNERS.into_iter().filter(|name| holds(&reader, &format!("_ZN{}{name}", name.len())));
    Ok(own.into_iter().chain(others.map(str::to_owned)).collect())
}

/// How names of the notebook begin.
const NOTEBOOK: &str = "7learner8notebook";

fn linked(application: Application) -> Result<Vec<u8>> {
    let wasm = application.linked(Purpose::Learners)?;
    fs::read(&wasm).with_context(|| format!("there is no {}", wasm.display()))
}

fn holds(wasm: &[u8], name: &str) -> bool {
    wasm.windows(name.len()).any(|window| window == name.as_bytes())
}

/// One file of a first visit.
struct Fetched {
    path: String,
    raw: u64,
    compressed: u64,
}

/// A first visit to a quiz, until its first question can be answered.
struct Visit {
    quiz: String,
    files: Vec<Fetched>,
    /// What the other questions of the paper weigh, which arrive while the first is read.
    rest: u64,
    /// What its page weighs, where its first question stands there.
    page_alone: Option<u64>,
}

impl Visit {
    fn total(&self) -> u64 {
        self.files.iter().map(|file| file.compressed).sum()
    }

    /// What has arrived when the first answer is marked.
    fn feedback(&self, later: u64) -> u64 {
        self.total() + self.rest + later
    }
}

impl std::fmt::Display for Visit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(
            f,
            "first visit to {}, until its first question can be answered (the heaviest quiz)",
            self.quiz
        )?;
        writeln!(f, "{:>10} {:>10}", "brotli", "raw")?;
        for Fetched { path, raw, compressed } in &self.files {
            writeln!(f, "{compressed:>10} {raw:>10}  {path}")?;
        }
        let total = self.total();
        let raw: u64 = self.files.iter().map(|file| file.raw).sum();
        let verdict = match total {
            0..=AIM => "within the aim",
            total if total <= LIMIT => "over the aim, within the limit",
            _ => "OVER THE LIMIT",
        };
        let (kib, aim, limit) = (total as f64 / 1024.0, AIM / 1024, LIMIT / 1024);
        writeln!(f, "{total:>10} {raw:>10}  in all: {kib:.1} KB; aim {aim} KB, limit {limit} KB: {verdict}")
    }
}

/// What the first question of a practice costs where it stands in its page: nothing but the page is waited for before it can be read
/// and answered; the feedback waits for all that the application needs.
fn first_in_page(visit: &Visit, page: u64, later: u64) -> String {
    let kib = |bytes: u64| bytes as f64 / 1024.0;
    format!(
        "first visit to {}, whose first question stands in its page\n{page:>10}             until it can be answered: {:.1} KB\n\
         {:>10}             until its feedback: {:.1} KB\n",
        visit.quiz,
        kib(page),
        visit.feedback(later),
        kib(visit.feedback(later)),
    )
}

/// What the reader fetches to answer to a learner, after what it needs to ask her.
fn later(site: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(site.join("assets")).context("the site has no assets")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("plenary-later-") && name.ends_with(".wasm") {
            bytes += weigh(site, format!("assets/{name}"))?.compressed;
        }
    }
    Ok(bytes)
}

/// What is fetched to open a page on which nobody waits for a question, as lines and as bytes.
fn opened(site: &Path, what: &str, page: &str) -> Result<(String, u64)> {
    let text = fs::read_to_string(site.join(page)).with_context(|| format!("the site has no {page}"))?;
    let files: Result<Vec<Fetched>> =
        loaded_by(page, &text).into_iter().map(|path| weigh(site, path)).collect();
    let (mut raw, mut compressed) = (0, 0);
    let mut lines = format!("first visit to {what}\n");
    for file in files? {
        lines += &format!("{:>10} {:>10}  {}\n", file.compressed, file.raw, file.path);
        (raw, compressed) = (raw + file.raw, compressed + file.compressed);
    }
    lines += &format!("{compressed:>10} {raw:>10}  in all: {:.1} KB\n", compressed as f64 / 1024.0);
    Ok((lines, compressed))
}

/// The path of the editor, which the trainers' page asks for when it has started.
fn editor(site: &Path) -> Result<String> {
    for entry in fs::read_dir(site.join("assets")).context("the site has no assets")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("editor-") && name.ends_with(".js") {
            return Ok(format!("assets/{name}"));
        }
    }
    bail!("the site has no editor")
}

/// How many draws are tried, to find a heavy one.
const DRAWS: u64 = 20;

fn visits(site: &Path) -> Result<Vec<Visit>> {
    let mut visits = Vec::new();
    for page in quiz_pages(site)? {
        let text = fs::read_to_string(site.join(&page)).with_context(|| format!("the site has no {page}"))?;
        let Some(quiz) = attribute(&text, "data-quiz") else { continue };
        let address = Address(attribute(&text, "data-index").context("a quiz does not name its index")?);
        let module: ModuleIndex = read(site, &address)?;
        let paths = loaded_by(&page, &text);
        let weigh_all = |paths: BTreeSet<String>| -> Result<Vec<Fetched>> {
            paths.into_iter().map(|path| weigh(site, path)).collect()
        };
        // Where the first question stands in the page, so does what a first visit draws.
        let told = attribute(&text, "data-seed").map(|seed| seed.parse().map(Seed)).transpose()?;
        let page_alone = told.map(|_| weigh(site, page.clone())).transpose()?.map(|page| page.compressed);
        for seed in told.map_or_else(|| (0..DRAWS).map(Seed).collect(), |seed| vec![seed]) {
            let mut paths = paths.clone();
            paths.insert(address.0.clone());
            let (first, others) = drawn_shards(&module, &quiz, seed)?;
            paths.insert(first);
            let rest = weigh_all(others)?.iter().map(|file| file.compressed).sum();
            visits.push(Visit { quiz: quiz.clone(), files: weigh_all(paths)?, rest, page_alone });
        }
    }
    Ok(visits)
}

/// The pages that stand three folders deep: lessons and quizzes.
fn quiz_pages(site: &Path) -> Result<Vec<String>> {
    let mut folders = vec![String::new()];
    for _ in 0..3 {
        let mut deeper = Vec::new();
        for folder in folders {
            for entry in
                fs::read_dir(site.join(&folder)).with_context(|| format!("could not read {folder}"))?
            {
                let entry = entry?;
                if entry.path().is_dir() {
                    deeper.push(format!("{folder}{}/", entry.file_name().to_string_lossy()));
                }
            }
        }
        folders = deeper;
    }
    let pages = folders.into_iter().map(|folder| format!("{folder}index.html"));
    Ok(pages.filter(|page| site.join(page).exists()).collect())
}

/// The shard that holds the first question of a draw, which is shown as soon as that is there; and those that hold the others.
fn drawn_shards(module: &ModuleIndex, quiz: &str, seed: Seed) -> Result<(String, BTreeSet<String>)> {
    let id = quiz.rsplit('/').next().unwrap_or_default();
    let quiz =
        module.quizzes.iter().find(|quiz| quiz.id.as_str() == id).context("an index lacks its quiz")?;
    let objectives: Vec<ObjectiveId> =
        module.objectives.iter().map(|objective| objective.id.clone()).collect();
    let drawn = draw(quiz, &objectives, &module.banks, Terms { seed, day: None, seen: &[] });
    let shard = |drawn: &Drawn| Some(module.banks.get(drawn.bank)?.shard_of(drawn.place).0);
    let first = drawn.first().and_then(shard).context("a quiz draws nothing")?;
    let others = drawn.iter().filter_map(shard).filter(|other| *other != first).collect();
    Ok((first, others))
}

/// The page and what its head loads. Neither the same page in another language nor what an installation asks for is part of a visit.
fn loaded_by(page: &str, text: &str) -> BTreeSet<String> {
    let head = text.split("</head>").next().unwrap_or_default();
    let tags = head.split('<').filter_map(|rest| Some(rest.split_once('>')?.0));
    let loaded = tags.filter_map(|tag| {
        let (name, attributes) = tag.split_once(' ')?;
        let is_loaded = |tag| attribute(tag, "rel").is_some_and(|rel| LOADED.contains(&rel.as_str()));
        match name {
            "script" => attribute(attributes, "src"),
            "link" if is_loaded(attributes) => attribute(attributes, "href"),
            _ => None,
        }
    });
    let from_root = |address: String| address.trim_start_matches("./").trim_start_matches("../").to_owned();
    loaded.map(from_root).chain([page.to_owned()]).collect()
}

/// What a browser fetches of what a head links to.
const LOADED: [&str; 4] = ["icon", "stylesheet", "modulepreload", "preload"];

fn weigh(site: &Path, path: String) -> Result<Fetched> {
    let size = |path: PathBuf| {
        fs::metadata(&path)
            .map(|data| data.len())
            .with_context(|| format!("the site has no {}", path.display()))
    };
    Ok(Fetched { raw: size(site.join(&path))?, compressed: size(site.join(format!("{path}.br")))?, path })
}

fn attribute(html: &str, name: &str) -> Option<String> {
    let (_, rest) = html.split_once(&format!("{name}=\""))?;
    rest.split('"').next().map(str::to_owned)
}

fn read<T: domain::json::Json>(site: &Path, address: &Address) -> Result<T> {
    let path = site.join(&address.0);
    let text = fs::read_to_string(&path).with_context(|| format!("the site has no {address}"))?;
    domain::json::from_text(&text).with_context(|| format!("{address} is not what was published"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_counts_what_the_head_loads_and_not_what_it_only_names() {
        let page = "<head><link rel=\"alternate\" hreflang=\"ar\" href=\"../../ar/a/\"><link rel=\"manifest\" href=\"../m\">\
            <link rel=\"icon\" type=\"image/svg+xml\" href=\"../../icon.svg\"><style>a > b { } </style>\
            <link rel=\"modulepreload\" href=\"./glue.js\"><script type=\"module\" src=\"../boot.js\"></script>\
            <script data-quiz=\"a/b/c\">1 < 2</script></head><a href=\"../elsewhere/\">";
        let expect = ["a/index.html", "boot.js", "glue.js", "icon.svg"].map(str::to_owned);
        assert_eq!(loaded_by("a/index.html", page), expect.into());
    }
}
