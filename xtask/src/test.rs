//! `cargo xtask test`: everything that must hold before a change is handed in.
//!
//! Each step is counted beside the tests; a step that failed does not keep the others from being tried. The last line counts
//! what passed and what failed.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::bundle::{Purpose, bundle};
use crate::size;
use crate::tools::{WASM, cargo, ensure_wasm_target, find_program, output, run as run_command, step};

/// What passed and what failed, steps and tests together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Count {
    passed: usize,
    failed: usize,
}

impl Count {
    fn step<T>(&mut self, what: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        match step(what, work) {
            Ok(done) => {
                self.passed += 1;
                Some(done)
            }
            Err(error) => {
                eprintln!("    {error:#}");
                self.failed += 1;
                None
            }
        }
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

pub(crate) fn run(options: &[String]) -> Result<bool> {
    let mut count = Count::default();
    count.step("wasm target", ensure_wasm_target);
    count.step("browser and its driver", ensure_browser);
    count.step("Python for the peer of the item analysis", ensure_python);
    count.step("formatting", || run_command(&mut cargo(&["fmt", "--all", "--check"])));
    let web = count.step("bundle", || bundle(Purpose::Learners));
    count.step("clippy, browser", || {
        run_command(&mut cargo(&[
            "clippy",
            "--package",
            "plenary",
            "--target",
            WASM,
            "--",
            "--deny",
            "warnings",
        ]))
    });
    match &web {
        Some(web) => with_application(&mut count, web, options),
        // Counted, because what was not tried has not passed.
        None => count.failed += 1,
    }
    println!("{} passed, {} failed", count.passed, count.failed);
    Ok(count.failed == 0)
}

fn with_application(count: &mut Count, web: &Path, options: &[String]) {
    let native = |arguments: &[&str]| {
        let mut command = cargo(arguments);
        command.env("PLENARY_WEB", web);
        command
    };
    count.step("clippy, native", || {
        run_command(&mut native(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
    });
    let mut tests = Count::default();
    count.step("tests", || {
        let mut command = native(&["test", "--workspace", "--no-fail-fast"]);
        command.args(options);
        run_tests(&mut command, &mut tests)
    });
    count.add(tests);
    count.step("plenary check --strict", || {
        run_command(&mut native(&["run", "--quiet", "--package", "plenary", "--", "check", "--strict"]))
    });
    count.step("size", || if size::measure(web)? { Ok(()) } else { bail!("see the list above") });
}

/// Runs `cargo test`, shows what it writes, and counts its tests.
fn run_tests(command: &mut Command, count: &mut Count) -> Result<()> {
    let mut tests = command.stdout(Stdio::piped()).spawn().context("could not start cargo")?;
    let written = tests.stdout.take().context("the tests have no output")?;
    for line in BufReader::new(written).lines() {
        let line = line.context("what the tests wrote cannot be read")?;
        if let Some(more) = test_result(&line) {
            count.add(more);
        }
        writeln!(std::io::stdout(), "{line}")?;
    }
    let status = tests.wait().context("the tests cannot be waited for")?;
    if count.passed + count.failed == 0 {
        bail!("no test was run");
    }
    if !status.success() {
        bail!("{} of {} tests failed ({status})", count.failed, count.passed + count.failed);
    }
    Ok(())
}

/// Reads `test result: ok. 8 passed; 0 failed; …`.
fn test_result(line: &str) -> Option<Count> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let number =
        |word: &str| counts.split("; ").find_map(|part| part.strip_suffix(word)?.trim().parse().ok());
    Some(Count { passed: number("passed")?, failed: number("failed")? })
}

/// Finds Chromium and its driver, or installs them.
fn ensure_browser() -> Result<()> {
    let present = || {
        find_program(&["chromium", "chromium-browser", "google-chrome"]).is_some()
            && find_program(&["chromedriver"]).is_some()
    };
    let what = "the browser tests need Chromium and chromedriver: install them (Debian, Ubuntu: apt-get install chromium chromium-driver)";
    ensure(present, &["chromium", "chromium-driver"], what)
}

/// Finds a Python that can make environments, or installs it. The test that needs a package of it installs that by itself.
fn ensure_python() -> Result<()> {
    let present = || output(Command::new("python3").args(["-c", "import venv, ensurepip"])).is_ok();
    let what = "the item analysis is held against a Python package: install Python (Debian, Ubuntu: apt-get install python3 python3-venv)";
    ensure(present, &["python3", "python3-venv"], what)
}

/// Installs packages of Debian or Ubuntu where something is not there, and that can be done without asking.
fn ensure(present: impl Fn() -> bool, packages: &[&str], what: &'static str) -> Result<()> {
    if present() {
        return Ok(());
    }
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root || find_program(&["apt-get"]).is_none() {
        bail!(what);
    }
    step(&format!("apt-get install {}", packages.join(" ")), || {
        run_command(Command::new("apt-get").arg("update"))?;
        let mut install = Command::new("apt-get");
        install.args(["install", "--yes"]).args(packages).env("DEBIAN_FRONTEND", "noninteractive");
        run_command(&mut install)
    })
    .context(what)?;
    if present() { Ok(()) } else { bail!(what) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: Option<(usize, usize)>) {
        assert_eq!(test_result(line).map(|count| (count.passed, count.failed)), expect);
    }

    #[test]
    fn the_counts_of_cargo_test_are_read() {
        check(
            "test result: ok. 31 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            Some((31, 0)),
        );
        check(
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            Some((3, 2)),
        );
        check("test a_test ... ok", None);
    }
}
