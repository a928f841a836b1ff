//! An independent package, `pingouin` for Python, computes the same figures of a generated table.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use domain::random::{Chance, Purpose, Seed};
use serde_json::Value;

use super::analyse;
use crate::workbench::{root, text};

const ITEMS: usize = 12;
const LEARNERS: usize = 200;

/// A table in which items are of differing difficulty and marks in halves.
fn table() -> String {
    let mut chance = Chance::new(Seed(1951), Purpose::Drill);
    let row = |cells: Vec<String>| cells.join(",") + "\n";
    let mut table = row((1..=ITEMS).map(|item| format!("item {item}")).collect());
    table += &row((0..ITEMS).map(|item| (1 + item % 2).to_string()).collect());
    for learner in 0..LEARNERS {
        for item in 0..ITEMS {
            let knows = 20 + learner % 50 + 3 * item;
            let halves = (0..2 * (1 + item % 2)).filter(|_| chance.below(100) < knows).count();
            let _ = write!(table, "{}{}", if item == 0 { "" } else { "," }, halves as f64 / 2.0);
        }
        table.push('\n');
    }
    table
}

/// The Python of an environment that has the packages of `requirements.txt`, made where there is none yet.
fn python() -> PathBuf {
    let wanted = root().join("tests/analyse/requirements.txt");
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peer");
    let (python, done) = (home.join("bin/python"), home.join("requirements.txt"));
    let kept = fs::read_to_string(&done).unwrap_or_default();
    if python.exists() && kept == fs::read_to_string(&wanted).unwrap() {
        return python;
    }
    let made = Command::new("python3").args(["-m", "venv", "--clear"]).arg(&home).output();
    let made = made.expect("this test needs Python: install python3 and python3-venv");
    assert!(made.status.success(), "python3 -m venv failed: {}{}", text(&made.stdout), text(&made.stderr));
    let installed = Command::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(&wanted)
        .output()
        .unwrap();
    assert!(
        installed.status.success(),
        "this test needs the packages of tests/analyse/requirements.txt, which pip could not install: {}",
        text(&installed.stderr)
    );
    fs::copy(&wanted, &done).unwrap();
    python
}

#[track_caller]
fn near(what: &str, found: &Value, expect: &Value, scale: f64, within: f64) {
    let (found, expect) = (found.as_f64().unwrap(), expect.as_f64().unwrap() * scale);
    assert!((found - expect).abs() <= within, "{what}: {found} is not {expect}");
}

#[test]
fn pingouin_computes_the_same_alpha_and_the_same_correlations() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("marks.csv");
    fs::write(&path, table()).unwrap();
    let ours = analyse(dir.path(), &["--marks", "marks.csv", "--format", "json"]);
    let ours: Value = serde_json::from_slice(&ours.stdout).unwrap();
    let theirs =
        Command::new(python()).arg(root().join("tests/analyse/peer.py")).arg(&path).output().unwrap();
    assert!(theirs.status.success(), "{}", text(&theirs.stderr));
    let theirs: Value = serde_json::from_slice(&theirs.stdout).unwrap();
    near("alpha", &ours["quiz"]["cic"], &theirs["alpha"], 100.0, 1e-9);
    for name in ["mean", "median", "sd", "skewness", "kurtosis"] {
        near(name, &ours["quiz"][name], &theirs[name], 1.0, 1e-9);
    }
    assert_eq!(ours["items"].as_array().unwrap().len(), ITEMS);
    for (item, other) in ours["items"].as_array().unwrap().iter().zip(theirs["items"].as_array().unwrap()) {
        let name = item["name"].as_str().unwrap();
        near(name, &item["discrimination_index"], &other["r"], 100.0, 1e-9);
        near(name, &item["sd"], &other["sd"], 1.0, 1e-9);
        near(name, &item["facility"], &other["mean"], 1.0 / item["maximum"].as_f64().unwrap(), 1e-9);
        // It rounds the ends of its intervals.
        near(name, &item["discrimination_interval"][0], &other["low"], 100.0, 0.51);
        near(name, &item["discrimination_interval"][1], &other["high"], 100.0, 0.51);
    }
}
