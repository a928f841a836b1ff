//! The tasks of a developer: `cargo xtask NAME`. A table of names and functions.

mod bench;
mod build;
mod bundle;
mod coverage;
mod divide;
mod editor;
mod serve;
mod size;
mod style;
mod test;
mod tools;
#[path = "../../src/cli/watch.rs"]
mod watch;

use std::process::ExitCode;

use anyhow::Result;

/// A task: its name, what it does in one line, and the function. `Ok(false)` means that it ran and found something wrong.
type Task = (&'static str, &'static str, fn(&[String]) -> Result<bool>);

const TASKS: &[Task] = &[
    (
        "serve",
        "the courses in the browser, made anew on each change of content, style or code [options of plenary serve]",
        serve::run,
    ),
    ("test", "everything that must hold before a change is handed in", test::run),
    ("build", "the web application, and a plenary that carries it", build::run),
    ("size", "what a first visit fetches, compressed, by file", size::run),
    ("editor", "the editor of the trainers' page, made anew from its packages (needs npm)", editor::run),
    ("coverage", "what each module of the courses has, and what it lacks", coverage::run),
    (
        "bench",
        "how long large banks, logs and visits take, and how much memory [native | browser] [--rounds N]",
        bench::run,
    ),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let named = arguments.split_first().and_then(|(name, rest)| {
        let (_, _, run) = TASKS.iter().find(|(known, _, _)| known == name)?;
        Some((run, rest))
    });
    let Some((run, rest)) = named else {
        let tasks: String = TASKS.iter().map(|(name, what, _)| format!("  {name:<8} {what}\n")).collect();
        eprint!("cargo xtask TASK\n\n{tasks}");
        return ExitCode::from(2);
    };
    match run(rest) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
