//! `plenary analyse` from outside: a cohort with faulty files, a wrong key that is mended, a table of marks, and a peer that computes the same.

pub(crate) mod files;
mod kinds;
mod marks;
mod peer;
mod published;

#[path = "../benches/large/cohort.rs"]
mod cohort;
#[path = "../benches/large/generate.rs"]
mod generate;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::workbench::root;

/// The command in a folder, so that files have the same names wherever the folder lies.
pub(crate) fn analyse(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.current_dir(folder).arg("analyse").args(arguments).env("NO_COLOR", "1").output().unwrap()
}

/// Holds a text against the one that is kept; with `UPDATE=1` it is kept from now on.
#[track_caller]
fn golden(name: &str, text: &str) {
    let path: PathBuf = root().join("tests/golden/analyse").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "tests/golden/analyse/{name} changed; look at it with: UPDATE=1 cargo test analyse && git diff tests/golden"
    );
}
