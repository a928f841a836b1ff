//! The built site in a browser, beside a page that asks the same questions and was written by hand, without any framework.
//!
//! Both are served alike, compressed alike and visited in turns, by a browser with a new profile each time, so that whatever
//! this machine does meanwhile meets both. What is printed are medians and, where it matters, the value that 95 of 100
//! visits stay below, and ratios: to the plain page, and of a bank of 10,000 questions to one of 20. It is a
//! measurement: a missed aim is shown and is no failure; a visit that breaks is one.

mod host;
mod scores;
#[path = "../../tests/browser/workbench/shelf.rs"]
mod shelf;
mod table;
mod typing;
mod visit;
mod workload;

#[path = "../large/cohort.rs"]
mod cohort;
#[path = "../large/generate.rs"]
mod generate;

#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "it is a helper of tests")]
#[path = "../../tests/browser/workbench/driver.rs"]
mod driver;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::LazyLock;

use tokio::runtime::Runtime;

use driver::Driver;
use host::{Host, files_of};
use shelf::Shelf;
use visit::{Line, Visit, visit};
use workload::Question;

/// How often each page is visited over each line where nothing else is said.
const ROUNDS: usize = 15;

/// How many questions the large bank has.
const MANY: usize = 10_000;

type Failure = Box<dyn std::error::Error>;

/// A page that is visited.
struct Side {
    name: String,
    host: Host,
    path: &'static str,
}

fn main() -> Result<ExitCode, Failure> {
    let options = Options::read(std::env::args().skip(1))?;
    let driver = Driver::shared();
    if options.has(Part::Scores) {
        scores::measure(&driver, &options.web, options.rounds)?;
    }
    if !options.has(Part::Visits) {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("building the sites");
    let (few, many) = (workload::questions(workload::ASKED), workload::questions(MANY));
    let mut sides = vec![
        Side::plain("plain, 20", &few)?,
        Side::plenary("plenary, 20", &few, &options.web)?,
        Side::plain("plain, 10,000", &many)?,
        Side::plenary("plenary, 10,000", &many, &options.web)?,
    ];
    for (name, folder) in options.variants {
        sides.push(Side { name, host: Host::start(compressed(files_of(&folder)?)?)?, path: workload::QUIZ });
    }
    for line in [Line::Throttled, Line::Free] {
        let mut visits: Vec<Vec<Visit>> = sides.iter().map(|_| Vec::new()).collect();
        for round in 0..options.rounds {
            eprintln!("{line}, round {} of {}", round + 1, options.rounds);
            for turn in 0..sides.len() {
                // Each round begins with another page.
                let place = (round + turn) % sides.len();
                if let (Some(side), Some(visits)) = (sides.get(place), visits.get_mut(place)) {
                    let seen = visit(&driver, &side.host, side.path, line);
                    visits.push(seen.map_err(|error| format!("{}: {error}", side.name))?);
                }
            }
        }
        let names = sides.iter().map(|side| side.name.as_str());
        table::print(line, &names.zip(visits.iter().map(Vec::as_slice)).collect::<Vec<_>>());
    }
    if let Some(side) = sides.get(1) {
        eprintln!("typing on the trainers' page");
        typing::measure(&driver, &side.host)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A learner's visits.
    Visits,
    /// A trainer who reads a cohort.
    Scores,
}

struct Options {
    web: PathBuf,
    /// What alone is measured.
    only: Option<Part>,
    rounds: usize,
    variants: Vec<(String, PathBuf)>,
}

impl Options {
    fn read(arguments: impl Iterator<Item = String>) -> Result<Self, Failure> {
        const USAGE: &str = "--web DIR [--only visits|scores] [--rounds N] [--variant NAME=SITE]...";
        let mut arguments = arguments.filter(|argument| argument != "--bench");
        let (mut web, mut only, mut rounds, mut variants) = (None, None, ROUNDS, Vec::new());
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or(USAGE)?;
            match name.as_str() {
                "--web" => web = Some(PathBuf::from(value)),
                "--only" if value == "visits" => only = Some(Part::Visits),
                "--only" if value == "scores" => only = Some(Part::Scores),
                "--rounds" => rounds = value.parse::<usize>()?.max(1),
                "--variant" => {
                    let (name, folder) = value.split_once('=').ok_or(USAGE)?;
                    variants.push((name.to_owned(), PathBuf::from(folder)));
                }
                _ => return Err(USAGE.into()),
            }
        }
        Ok(Self { web: web.ok_or(USAGE)?, only, rounds, variants })
    }

    /// Whether this is measured.
    fn has(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }
}

impl Side {
    fn plain(name: &str, questions: &[Question]) -> Result<Self, Failure> {
        let page = include_str!("plain/page.html")
            .replace("QUESTIONS", &workload::data(questions).to_string())
            .replace("ASKED", &workload::ASKED.to_string())
            .replace("TITLE", workload::TITLE);
        let files = Shelf::from([("index.html".to_owned(), page.into_bytes())]);
        Ok(Self { name: name.to_owned(), host: Host::start(compressed(files)?)?, path: "" })
    }

    /// The site as `plenary build` writes it.
    fn plenary(name: &str, questions: &[Question], web: &Path) -> Result<Self, Failure> {
        let (project, site) = (tempfile::tempdir()?, tempfile::tempdir()?);
        for (path, text) in workload::project(questions) {
            let path = project.path().join(path);
            fs::create_dir_all(path.parent().ok_or("a file has no folder")?)?;
            fs::write(path, text)?;
        }
        build(project.path(), site.path(), web)?;
        Ok(Self { name: name.to_owned(), host: Host::start(files_of(site.path())?)?, path: workload::QUIZ })
    }
}

/// A site as `plenary build` writes it.
fn build(project: &Path, site: &Path, web: &Path) -> Result<(), Failure> {
    let mut build = Command::new(env!("CARGO_BIN_EXE_plenary"));
    build.arg("build").arg(project).arg("--out").arg(site).arg("--web").arg(web);
    let built = build.output()?;
    if built.status.success() {
        Ok(())
    } else {
        Err(format!("plenary build failed: {}", String::from_utf8_lossy(&built.stderr)).into())
    }
}

/// The files with the brotli form beside each that has none, made as `plenary build` makes it.
fn compressed(mut files: Shelf) -> Result<Shelf, Failure> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut small = Shelf::new();
    for (path, bytes) in files.iter().filter(|(path, _)| !path.ends_with(".br") && !path.ends_with(".gz")) {
        let path = format!("{path}.br");
        if !files.contains_key(&path) {
            let mut out = Vec::new();
            brotli::BrotliCompress(&mut bytes.as_slice(), &mut out, &parameters)?;
            small.insert(path, out);
        }
    }
    files.append(&mut small);
    Ok(files)
}

/// Waits for the host, the driver and the browser.
fn wait_for<F: Future>(work: F) -> F::Output {
    runtime().block_on(work)
}

#[allow(clippy::expect_used, reason = "without it there is nothing to measure")]
fn runtime() -> &'static Runtime {
    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("no runtime")
    });
    &RUNTIME
}
