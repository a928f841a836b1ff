//! Sixty results files, two of them changed and one cut off, under a bank with a wrong key.

use std::collections::BTreeSet;
use std::fs;

use analysis::bank::Bank;
use analysis::file::{File, open};
use analysis::reading;
use analysis::study::Settings;
use analysis::write::json;
use content::Files;
use domain::course::Catalogue;
use domain::time::{Date, Timestamp};
use serde_json::Value;
use tempfile::TempDir;

use super::{analyse, cohort, generate, golden};
use crate::workbench::{text, write};

const LEARNERS: usize = 60;
const QUESTIONS: usize = 12;
/// How many there are in the bank.
const BANK: usize = 20;

pub(super) fn catalogue(files: &Files) -> Catalogue {
    let checked = content::check(files, Date::new(2026, 1, 1).unwrap());
    // Warnings of how its questions are written are nothing to the figures.
    checked.catalogue.unwrap_or_else(|| panic!("{:?}", checked.diagnostics))
}

/// The project as it should be, and with the second option of its first question in the place of the first as the key.
pub(crate) fn projects() -> (Files, Files) {
    let right = generate::project(BANK);
    let faulty = right.iter().map(|(path, bytes)| {
        let text = str::from_utf8(bytes).unwrap();
        let text = if path == "questions/bank.toml" {
            text.replacen(
                "text = \"To inform the person\", correct = true,",
                "text = \"To inform the person\",",
                1,
            )
            .replacen(
                "text = \"To detain the person\",",
                "text = \"To detain the person\", correct = true,",
                1,
            )
            .replacen("response = \"first\"", "response = \"second\"", 1)
        } else {
            text.to_owned()
        };
        (path.to_owned(), text)
    });
    let faulty = faulty.collect();
    (right, faulty)
}

/// A folder with the two projects and the files that were handed in.
pub(crate) fn folder() -> TempDir {
    let (right, faulty) = projects();
    let dir = tempfile::tempdir().unwrap();
    for (name, files) in [("right", &right), ("faulty", &faulty)] {
        for (path, bytes) in files.iter() {
            write(&dir.path().join(name).join(path), str::from_utf8(bytes).unwrap());
        }
    }
    for (name, text) in handed_in() {
        write(&dir.path().join("results").join(name), &text);
    }
    dir
}

/// What is handed in: 60 files, of which the eighth has another mark, the 24th another name, the 42nd ends in its middle; a copy, a list of
/// something else, and a learner whose name is a formula.
pub(super) fn handed_in() -> Vec<(String, String)> {
    let (right, faulty) = projects();
    let quiz = "course/module/practice".parse().unwrap();
    let mut files = cohort::files(&catalogue(&faulty), &catalogue(&right), &quiz, LEARNERS, QUESTIONS);
    let marked = files[7].1.replacen("\\\"credit\\\":0.0", "\\\"credit\\\":1.0", 1);
    assert_ne!(marked, files[7].1);
    files[7].1 = marked;
    files[23].1 = files[23].1.replace("Learner 0023", "Learner 1023");
    let middle = files[41].1.len() * 6 / 10;
    files[41].1.truncate(middle);
    files.push(("copy-of-3.json".to_owned(), files[3].1.clone()));
    files.push(("list.json".to_owned(), "{\"a\": 1}".to_owned()));
    files[50].1 = renamed(&files[50].1, "=SUM(A1:A9)");
    files
}

/// The same, opened.
pub(super) fn opened() -> Vec<File> {
    let files = handed_in().into_iter();
    files.map(|(name, text)| open(&format!("results/{name}"), text.as_bytes())).collect()
}

/// The same attempt under another name, written as it should be.
fn renamed(file: &str, name: &str) -> String {
    let results = results::read(file).unwrap();
    let head = results::Head { learner: name.to_owned(), ..results.head };
    results::write(&head, &results.entries).text
}

pub(crate) fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_large_bank_that_is_measured_is_one_that_check_has_nothing_to_say_of() {
    let checked = content::check(&generate::project(600), Date::new(2026, 1, 1).unwrap());
    assert_eq!(checked.diagnostics, []);
}

#[test]
fn a_cohort_is_read_with_its_faulty_files_named() {
    let dir = folder();
    let written = analyse(dir.path(), &["results", "--course", "faulty"]);
    assert_eq!(written.status.code(), Some(1), "a file that was changed or cut ends in 1");
    assert_eq!(text(&written.stderr), "");
    let report = text(&written.stdout);
    for line in [
        "  results/learner-0007.json: entry 2 is not what was written there; the seal does not fit: the file was changed",
        "  results/learner-0023.json: the seal does not fit: the file was changed",
        "  results/learner-0041.json: cut off: what stands before the cut was read; ask for it again",
        "  results/list.json: it is neither a results file nor a backup of Plenary",
        "  results/learner-0003.json: everything in it is in results/copy-of-3.json",
    ] {
        assert!(report.contains(line), "{line} is missing in\n{report}");
    }
    golden("cohort.txt", &report);
}

#[test]
fn the_gradebook_opens_in_another_program_and_its_formulas_are_inert() {
    let dir = folder();
    let written = text(&analyse(dir.path(), &["results", "--course", "faulty", "--format", "csv"]).stdout);
    let read = records(&written);
    // Of sixty the one whose file was cut off before its end has no finished attempt.
    assert_eq!(read.len(), 1 + 59);
    assert!(read.iter().all(|record| record.len() == 13));
    let names: BTreeSet<&str> = read.iter().skip(1).map(|record| record[0].as_str()).collect();
    assert!(
        names.contains("'=SUM(A1:A9)") && names.contains("Learner 1023") && !names.contains("Learner 0041")
    );
    let guarded = |cell: &String| !cell.starts_with(['=', '+', '@', '\t', '\r']);
    assert!(read.iter().flatten().all(guarded));
    golden("gradebook.csv", &written);
    let questions =
        analyse(dir.path(), &["results", "--course", "faulty", "--format", "csv", "--table", "questions"]);
    let questions = text(&questions.stdout);
    assert_eq!(records(&questions).len(), 1 + QUESTIONS);
    golden("questions.csv", &questions);
}

#[test]
fn a_wrong_key_is_found_and_every_attempt_marked_again() {
    let dir = folder();
    let options = ["results", "--course", "faulty", "--regrade", "right", "--format", "json"];
    let written = analyse(dir.path(), &options);
    let report: Value = serde_json::from_slice(&written.stdout).unwrap();
    let item = |study: &Value, name: &str| {
        let items = study["quizzes"][0]["items"].as_array().unwrap().clone();
        items.into_iter().find(|item| item["question"] == name).unwrap()
    };
    let (before, after) = (item(&report, "bank/question-0"), item(&report["remarked"], "bank/question-0"));
    assert!(before["discrimination_index"].as_f64().unwrap() < 0.0, "{before}");
    let sentences = before["advice"].to_string();
    assert!(sentences.contains("look at the key of this question"), "{sentences}");
    assert!(
        sentences.contains("Those who chose “To inform the person” did better in the rest"),
        "{sentences}"
    );
    assert!(after["discrimination_index"].as_f64().unwrap() > 0.0, "{after}");
    let changed: Vec<&Value> = report["remarked"]["by_item"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["before"]["facility"] != item["after"]["facility"])
        .map(|item| &item["question"])
        .collect();
    assert_eq!(changed, ["bank/question-0"]);
    let table = [
        "results",
        "--course",
        "faulty",
        "--regrade",
        "right",
        "--format",
        "csv",
        "--table",
        "again-learners",
    ];
    golden("again-learners.csv", &text(&analyse(dir.path(), &table).stdout));
}

#[test]
fn the_command_gives_the_figures_of_the_library_to_the_last_digit() {
    let dir = folder();
    let written =
        analyse(dir.path(), &["results", "--course", "faulty", "--regrade", "right", "--format", "json"]);
    let (right, faulty) = projects();
    let (right, faulty) = (catalogue(&right), catalogue(&faulty));
    let (course, corrected) = (Bank::of(&faulty), Bank::of(&right));
    let now = Timestamp(1_800_000_000_000);
    let reading = reading::read(opened(), Some(&course), Some(&corrected), Settings::default(), now);
    assert!(json::of_cohort(reading.told()) == text(&written.stdout));
}

#[test]
fn the_report_is_one_file_with_charts_and_tables_and_no_script() {
    let dir = folder();
    let written = analyse(dir.path(), &["results", "--course", "faulty", "--format", "html"]);
    let page = text(&written.stdout);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"));
    for stranger in ["<script", " src=", "<link", "url(", "@import", "href=\"http"] {
        assert!(!page.contains(stranger), "{stranger}");
    }
    let charts = page.matches("<svg").count();
    assert_eq!(
        (charts, page.matches("<desc").count()),
        (page.matches("<figure class=\"chart-frame\">").count(), charts)
    );
    assert!(charts > 2 + QUESTIONS && page.matches("<table").count() > QUESTIONS);
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice");
}

#[test]
fn without_a_course_ids_stand_in_the_place_of_texts() {
    let dir = folder();
    let written =
        analyse(dir.path(), &["results/learner-0001.json", "results/learner-0002.json", "--format", "json"]);
    assert_eq!(written.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&written.stdout).unwrap();
    let item = &report["quizzes"][0]["items"][0];
    assert_eq!(
        (&item["question"], &item["stem"], &item["suppressed"]),
        (&"bank/question-0".into(), &Value::Null, &true.into())
    );
    assert_eq!(report["quizzes"][0]["title"], "course/module/practice");
}

#[test]
fn what_cannot_be_analysed_is_said_with_what_to_do() {
    let dir = folder();
    fs::create_dir(dir.path().join("empty")).unwrap();
    let failed = |arguments: &[&str]| {
        let output = analyse(dir.path(), arguments);
        assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
        text(&output.stderr)
    };
    assert_eq!(
        failed(&["empty"]),
        "plenary: there is no results file in what was named\n   help: name results files or backups, which end in `.json`, or a folder with such files\n"
    );
    assert_eq!(failed(&["nowhere"]), "plenary: there is no file or folder nowhere\n");
    assert_eq!(
        failed(&["results", "--format", "csv", "--table", "again-learners"]),
        "plenary: nothing was marked again\n   help: add `--regrade DIR`\n"
    );
    assert_eq!(
        failed(&["results", "--table", "files"]),
        "plenary: --table names a table of CSV\n   help: add `--format csv`\n"
    );
    assert!(failed(&["results", "--course", "results"]).contains("there is no folder `courses`"));
    let sources = dir.path().join("right/courses/sources.toml");
    let format_2 = fs::read_to_string(&sources).unwrap().replacen("format = 1", "format = 2", 1);
    fs::write(sources, format_2).unwrap();
    let said = failed(&["results", "--regrade", "right", "--format", "html"]);
    assert!(said.contains("courses/sources.toml:1:"), "{said}");
    assert!(
        said.ends_with(
            "plenary: the course in right has mistakes\n   help: mend what is listed above, and analyse again\n"
        ),
        "{said}"
    );
    assert!(failed(&[]).contains("FILES"));
}
