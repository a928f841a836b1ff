//! The web applications: for each its wasm and the glue between it and the browser, and the style sheets, in one folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::divide;
use crate::editor;
use crate::style::{self, sheet};
use crate::tools::{WASM, cargo, ensure_wasm_target, read_all, root, run, step, target_dir};

/// For whom the application is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// For learners: as small as can be.
    Learners,
    /// For the developer who waits for it: the profile `dev`, so that what the native build made is used again.
    Developer,
}

impl Purpose {
    fn profile(self) -> &'static str {
        match self {
            Self::Learners => "web",
            Self::Developer => "dev",
        }
    }

    /// The folder of the target folder that cargo puts the wasm in.
    fn cargo_folder(self) -> &'static str {
        match self {
            Self::Learners => "web",
            Self::Developer => "debug",
        }
    }

    /// The folder of the target folder that the application is put in.
    fn folder(self) -> &'static str {
        match self {
            Self::Learners => "web-app",
            Self::Developer => "web-app-dev",
        }
    }
}

/// One of the web applications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Application {
    /// The one that turns pages and asks.
    Reader,
    /// The one that shows what was done, on pages of its own.
    Notebook,
    /// The one that trainers write with.
    Trainer,
    /// The one that trainers read a cohort with.
    Scores,
}

impl Application {
    pub(crate) const ALL: [Self; 4] = [Self::Reader, Self::Notebook, Self::Trainer, Self::Scores];

    /// The stem of its files.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Reader => "plenary",
            Self::Notebook => "notebook",
            Self::Trainer => "trainer",
            Self::Scores => "scores",
        }
    }

    /// What makes the package `plenary` this application.
    fn features(self) -> &'static [&'static str] {
        match self {
            Self::Reader => &["--features", "divided"],
            Self::Notebook => &["--features", "notebook"],
            Self::Trainer => &["--features", "trainer"],
            Self::Scores => &["--features", "scores"],
        }
    }

    /// The wasm as it was linked, with the names of its functions.
    pub(crate) fn linked(self, purpose: Purpose) -> Result<PathBuf> {
        Ok(target_dir()?.join(format!("{}-linked", purpose.folder())).join(format!("{}.wasm", self.name())))
    }
}

/// Builds the applications, and gives the folder that they are in. Files that stay as they were keep their dates.
pub(crate) fn bundle(purpose: Purpose) -> Result<PathBuf> {
    ensure_wasm_target()?;
    let target = target_dir()?;
    for application in Application::ALL {
        link(application, purpose)?;
    }
    step("web applications: glue and style", || {
        let folder = target.join(purpose.folder());
        let mut files = BTreeMap::from([
            (PathBuf::from("style.css"), sheet(&style::PAGES)?),
            (PathBuf::from("notebook.css"), sheet(&style::NOTEBOOK)?),
            (PathBuf::from("trainer.css"), style::trainer()?),
            (PathBuf::from("editor.js"), editor()?),
        ]);
        for application in Application::ALL {
            let (name, wasm) = (application.name(), application.linked(purpose)?);
            let made = target.join(format!("{}-glue", purpose.folder())).join(name);
            if is_newer(&wasm, &made.join(format!("{name}_bg.wasm")))? {
                make(application, &wasm, &made)?;
            }
            files.extend(read_all(&made)?);
        }
        place(&folder, &files)?;
        Ok(folder)
    })
}

/// The editor of the trainers' application.
fn editor() -> Result<Vec<u8>> {
    let path = root().join(editor::FOLDER).join(editor::MADE);
    fs::read(&path).with_context(|| format!("could not read {}", path.display()))
}

/// Compiles an application. All of them come out of cargo under one name, so each is put aside at once.
fn link(application: Application, purpose: Purpose) -> Result<()> {
    let (name, profile) = (application.name(), purpose.profile());
    step(&format!("web application {name}, profile {profile}: compile"), || {
        let mut build = cargo(&["build", "--package", "plenary", "--target", WASM, "--profile", profile]);
        run(build.args(["--config", &flags()?]).args(application.features()))
    })?;
    let built = target_dir()?.join(WASM).join(purpose.cargo_folder()).join("plenary.wasm");
    let linked = application.linked(purpose)?;
    if is_newer(&built, &linked)? {
        let Some(folder) = linked.parent() else { bail!("{} has no folder", linked.display()) };
        fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
        fs::copy(&built, &linked).with_context(|| format!("could not copy {}", built.display()))?;
    }
    Ok(())
}

/// Whether the input must be worked on again: it, or this program, was written after the output.
fn is_newer(input: &Path, output: &Path) -> Result<bool> {
    let written = |path: &Path| fs::metadata(path).and_then(|data| data.modified());
    let Ok(made) = written(output) else { return Ok(true) };
    let own = std::env::current_exe().context("this program does not know where it is")?;
    let input = written(input).with_context(|| format!("there is no {}", input.display()))?;
    Ok(input > made || written(&own).is_ok_and(|own| own > made))
}

/// How the wasm is linked: so that it can be divided, and without the paths of this machine in what it says when it is broken.
fn flags() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home =
        home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("no home of cargo is known")?;
    let remap = format!("--remap-path-prefix={}=", home.join("registry/src").display());
    Ok(format!("target.{WASM}.rustflags=[{:?}, {remap:?}]", "-Clink-args=--emit-relocs"))
}

/// Makes the files of an application out of what was linked.
fn make(application: Application, wasm: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("could not empty {}", folder.display()))?;
    }
    match application {
        Application::Reader => divide::glue(wasm, folder, application.name()),
        Application::Notebook | Application::Trainer | Application::Scores => {
            let name = application.name();
            glue(wasm, folder, name)?;
            divide::strip(&folder.join(format!("{name}_bg.wasm")))
        }
    }
}

/// The glue of a wasm, and the wasm that goes with it.
pub(crate) fn glue(wasm: &Path, folder: &Path, name: &str) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        // What was divided off calls into the first file by its table of functions.
        .keep_lld_exports(true)
        .generate(folder)
}

/// Makes the folder hold exactly these files. A file that is right is left alone, so that nothing is built for its sake.
fn place(folder: &Path, files: &BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    if folder.exists() {
        for path in read_all(folder)?.into_keys().filter(|path| !files.contains_key(path)) {
            fs::remove_file(folder.join(&path))
                .with_context(|| format!("could not remove {}", path.display()))?;
        }
    }
    for (path, bytes) in files {
        let path = folder.join(path);
        if fs::read(&path).map_or(true, |present| present != *bytes) {
            let Some(parent) = path.parent() else { bail!("{} has no folder", path.display()) };
            fs::create_dir_all(parent).with_context(|| format!("could not make {}", parent.display()))?;
            fs::write(&path, bytes).with_context(|| format!("could not write {}", path.display()))?;
        }
    }
    Ok(())
}
