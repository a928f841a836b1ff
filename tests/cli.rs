//! The command from outside: what it writes, and how it ends.

use std::fs;

use serde_json::Value;

use crate::workbench::{authoring_course, files_below, plenary, project, text, write};

/// A change to the course of the manual that is an error.
const BROKEN: (&str, &str) = ("courses/migration/course.toml", "summary  =");

#[test]
fn a_new_project_passes_the_strict_check() {
    let dir = tempfile::tempdir().unwrap();
    let made = dir.path().join("my-course");
    let path = made.to_str().unwrap();
    assert_eq!(plenary(["new", path]).status.code(), Some(0));
    let checked = plenary(["check", path, "--strict"]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
    let again = plenary(["new", path]);
    assert_eq!(again.status.code(), Some(2), "a second `new` must not overwrite the first");
    assert!(text(&again.stderr).contains("is not empty"));
}

fn broken() -> tempfile::TempDir {
    let (path, line) = BROKEN;
    project(authoring_course().into_iter().map(|(file, text)| {
        let text = if file == path { text.replace(line, "sumary   =") } else { text };
        (file, text)
    }))
}

#[test]
fn the_exit_code_tells_clean_from_faulty_from_unreadable() {
    let clean = project(authoring_course());
    assert_eq!(plenary(["check", clean.path().to_str().unwrap(), "--strict"]).status.code(), Some(0));
    assert_eq!(plenary(["check", broken().path().to_str().unwrap()]).status.code(), Some(1));
    assert_eq!(plenary(["check", "/no/such/folder"]).status.code(), Some(2));
    assert_eq!(plenary(["chekc"]).status.code(), Some(2));
}

#[test]
fn a_warning_ends_in_an_error_only_where_the_check_is_strict() {
    let dir = project(authoring_course());
    let glossary = dir.path().join("courses/glossary.toml");
    let orphan = "\n[orphan]\nterm = \"orphan\"\ndefinition = \"A term that nothing links to.\"\n";
    let with_orphan = fs::read_to_string(&glossary).unwrap() + orphan;
    write(&glossary, &with_orphan);
    let path = dir.path().to_str().unwrap();
    let checked = plenary(["check", path]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
    assert!(text(&checked.stdout).contains("warning["), "{}", text(&checked.stdout));
    assert_eq!(plenary(["check", path, "--strict"]).status.code(), Some(1));
}

#[test]
fn the_three_formats_name_the_same_place() {
    let dir = broken();
    let path = dir.path().to_str().unwrap();
    let json = plenary(["check", path, "--format", "json"]);
    let report: Value = serde_json::from_slice(&json.stdout).unwrap();
    let all = report["diagnostics"].as_array().unwrap();
    assert_eq!(report["languages"], Value::Array(Vec::new()), "with an error there is nothing to count");
    let first = all.iter().find(|one| one["severity"] == "error").unwrap();
    for name in ["code", "severity", "message", "file", "line", "column", "end_line", "end_column", "help"] {
        assert!(!first[name].is_null(), "`{name}` is missing in {first}");
    }
    assert_eq!((&first["file"], &first["line"]), (&Value::from(BROKEN.0), &Value::from(4)));

    let place = format!("{}:{}:{}", BROKEN.0, first["line"], first["column"]);
    let short = text(&plenary(["check", path, "--format", "short"]).stdout);
    let code = first["code"].as_str().unwrap();
    assert!(short.contains(&format!("{place}: error[{code}]: ")), "{short}");
    assert_eq!(short.lines().count(), all.len());

    let human = text(&plenary(["check", path]).stdout);
    assert!(human.contains(&format!("--> {place}")), "{human}");
    assert!(human.contains("sumary   ="), "the line itself is shown: {human}");
    assert!(human.lines().last().unwrap().contains("error"), "the last line counts: {human}");
}

#[test]
fn a_check_counts_what_is_translated() {
    let dir = project(authoring_course());
    let path = dir.path().to_str().unwrap();
    let coverage = "fr: 2 of ";
    let human = text(&plenary(["check", path, "--strict"]).stdout);
    assert!(human.lines().any(|line| line.starts_with(coverage)), "{human}");
    let json = plenary(["check", path, "--format", "json"]);
    let report: Value = serde_json::from_slice(&json.stdout).unwrap();
    let french = &report["languages"][0];
    assert_eq!(
        (&french["language"], &french["questions"]["translated"]),
        (&Value::from("fr"), &Value::from(2))
    );
    assert_eq!(
        (&french["courses"]["translated"], &french["courses"]["of"]),
        (&Value::from(0), &Value::from(1))
    );
    assert_eq!(text(&plenary(["check", path, "--format", "short"]).stdout), "");
}

#[test]
fn a_report_without_a_terminal_has_no_colours() {
    let dir = broken();
    let human = plenary(["check", dir.path().to_str().unwrap()]);
    assert!(!human.stdout.contains(&0x1b));
}

#[test]
fn a_check_leaves_the_project_as_it_was() {
    let dir = project(authoring_course());
    let before = files_below(dir.path());
    plenary(["check", dir.path().to_str().unwrap()]);
    assert_eq!(files_below(dir.path()), before);
}
