//! Faulty files, each with what an author is told written beside the fault.
//!
//! A case is one file in `tests/check/`. It changes the small valid project in `tests/check/base/` and is divided in
//! sections:
//!
//! ```text
//! === questions/bank.toml         this file, instead of the one in the project
//! === + questions/bank.toml       these lines at the end of the one in the project
//! === - questions/bank.toml       without this file
//! === questions/bank.toml crlf    written with the line ends of Windows; or `bom`, or `latin-1`
//! ```
//!
//! An expectation is a line that begins with `#~` and stands below the line that it is about. Carets mark the columns;
//! where they cannot (in the first two columns, on a line of the project, over several lines) numbers do:
//!
//! ```text
//! stm = "Is it so?"
//! #~ [1-4] E101                       columns 1 to 4 of the line above: the end is the column after the last
//! #~ [9-2+3] E111                     from column 9 of the line above to column 2 three lines below it
//! kind = "single-choise"
//! #~     ^^^^^^^^^^^^^^^ E104
//! #~   message: `single-choise` is none of …
//! #~   help: Did you mean `single-choice`?
//! #~ courses/glossary.toml 3:1 3:9 W321
//! ```
//!
//! Everything that is told must be expected. `UPDATE=1` writes what is told into the cases; read the difference.

#![allow(clippy::unwrap_used, clippy::panic)] // a test that cannot go on has failed

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use content::diagnostic::{Code, Diagnostic, Position};
use content::{Files, check};
use domain::time::Date;

/// What is expected, in the form in which it is compared.
type Told = (String, Position, Position, String, String, String);

/// The lines of a case for one file of the project.
struct Section {
    head: String,
    path: String,
    form: Form,
    /// The lines, and the expectations that stand below each of them.
    lines: Vec<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Plain,
    Crlf,
    Bom,
    Latin1,
    Append,
    Remove,
}

struct Case {
    /// The lines before the first section: what the case is about.
    about: Vec<String>,
    sections: Vec<Section>,
    expected: Vec<Told>,
}

#[test]
fn every_faulty_file_is_answered_as_its_author_expects() {
    let (base, cases) = (base(), cases());
    assert!(cases.len() >= 60, "only {} cases", cases.len());
    let mut failures = Vec::new();
    for path in cases {
        let text = fs::read_to_string(&path).unwrap();
        let case = read(&text, &base);
        let (files, first_lines) = project(&case, &base);
        let diagnostics = check(&files, today()).diagnostics;
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, written(&case, &diagnostics, &first_lines)).unwrap();
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let told: Vec<Told> = diagnostics.iter().map(told).collect();
        let mut expected = case.expected;
        expected.sort_by(|a, b| (&a.0, a.1, &a.3, a.2, &a.4).cmp(&(&b.0, b.1, &b.3, b.2, &b.4)));
        if expected.is_empty() {
            failures.push(format!("{name}: expects nothing"));
        } else if told != expected {
            failures.push(format!("{name}:\n  told     {told:#?}\n  expected {expected:#?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_project_that_the_cases_change_has_no_fault() {
    assert_eq!(check(&base(), today()).diagnostics, []);
}

#[test]
fn every_code_has_a_case() {
    let texts: String = cases().iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let expected: BTreeSet<&str> =
        texts.lines().filter(|line| line.starts_with("#~")).flat_map(str::split_whitespace).collect();
    let missing: Vec<&str> =
        Code::ALL.iter().map(|code| code.as_str()).filter(|code| !expected.contains(code)).collect();
    assert!(missing.is_empty(), "no case expects {missing:?}");
}

fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

fn folder() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .map(|folder| folder.join("tests/check"))
        .find(|folder| folder.join("base").is_dir())
        .unwrap()
}

fn cases() -> Vec<PathBuf> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|kind| kind == "case")).collect();
    cases.sort();
    cases
}

/// The project of each case, by the name of the case.
pub(crate) fn faulty_projects() -> Vec<(String, Files)> {
    let base = base();
    let project = |path: PathBuf| {
        let case = read(&fs::read_to_string(&path).unwrap(), &base);
        (path.display().to_string(), project(&case, &base).0)
    };
    cases().into_iter().map(project).collect()
}

/// The valid project that the cases change.
pub(crate) fn base() -> Files {
    fn walk(folder: &Path, root: &Path, files: &mut Files) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, root, files);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let (root, mut files) = (folder().join("base"), Files::new());
    walk(&root, &root, &mut files);
    files
}

fn lines_of(base: &Files, path: &str) -> usize {
    base.get(path).map_or(0, |bytes| bytes.iter().filter(|byte| **byte == b'\n').count())
}

fn told(diagnostic: &Diagnostic) -> Told {
    (
        diagnostic.file.clone(),
        diagnostic.start,
        diagnostic.end,
        diagnostic.code.to_string(),
        diagnostic.message.clone(),
        diagnostic.help.clone(),
    )
}

/// Reads a case.
fn read(text: &str, base: &Files) -> Case {
    let mut case = Case { about: Vec::new(), sections: Vec::new(), expected: Vec::new() };
    for line in text.lines() {
        if let Some(head) = line.strip_prefix("=== ") {
            case.sections.push(section(head));
        } else if let Some(expectation) = line.strip_prefix("#~") {
            let expected = expectation.trim();
            if let Some(message) = expected.strip_prefix("message: ") {
                case.expected.last_mut().unwrap().4 = message.to_owned();
            } else if let Some(help) = expected.strip_prefix("help: ") {
                case.expected.last_mut().unwrap().5 = help.to_owned();
            } else {
                let section = case.sections.last().unwrap();
                case.expected.push(expectation_of(line, section, base));
            }
        } else if let Some(section) = case.sections.last_mut() {
            section.lines.push(line.to_owned());
        } else {
            case.about.push(line.to_owned());
        }
    }
    case
}

fn section(head: &str) -> Section {
    let mut words = head.split_whitespace();
    let first = words.next().unwrap();
    let (form, path) = match first {
        "+" => (Form::Append, words.next().unwrap()),
        "-" => (Form::Remove, words.next().unwrap()),
        path => (Form::Plain, path),
    };
    let form = match words.next() {
        None => form,
        Some("crlf") => Form::Crlf,
        Some("bom") => Form::Bom,
        Some("latin-1") => Form::Latin1,
        Some(other) => panic!("no form of files is called {other}"),
    };
    Section { head: head.to_owned(), path: path.to_owned(), form, lines: Vec::new() }
}

fn expectation_of(line: &str, section: &Section, base: &Files) -> Told {
    let before = if section.form == Form::Append { lines_of(base, &section.path) } else { 0 };
    let above = before + section.lines.len();
    let words: Vec<&str> = line.trim_start_matches("#~").split_whitespace().collect();
    let at = |line: usize, column: usize| Position { line, column };
    let (path, start, end, code) = match words.as_slice() {
        [carets, code] if carets.chars().all(|c| c == '^') => {
            let column = line.find('^').unwrap() + 1;
            (section.path.as_str(), at(above, column), at(above, column + carets.len()), code)
        }
        [columns, code] => {
            let (start, end) = columns.trim_matches(['[', ']']).split_once('-').unwrap();
            let (end, down) = end.split_once('+').unwrap_or((end, "0"));
            let (start, end, down): (usize, usize, usize) =
                (start.parse().unwrap(), end.parse().unwrap(), down.parse().unwrap());
            (section.path.as_str(), at(above, start), at(above + down, end), code)
        }
        [path, start, end, code] => {
            let position = |text: &str| {
                let (line, column) = text.split_once(':').unwrap();
                at(line.parse().unwrap(), column.parse().unwrap())
            };
            (*path, position(start), position(end), code)
        }
        _ => panic!("not an expectation: {line}"),
    };
    assert!(Code::ALL.iter().any(|known| known.as_str() == *code), "no code is called {code}: {line}");
    (path.to_owned(), start, end, (*code).to_owned(), String::new(), String::new())
}

/// The project with the changes of a case, and the line of each file at which the lines of the case begin.
fn project(case: &Case, base: &Files) -> (Files, BTreeMap<String, usize>) {
    let mut files: BTreeMap<String, Vec<u8>> =
        base.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    let mut first_lines = BTreeMap::new();
    for section in &case.sections {
        let ends = if section.form == Form::Crlf { "\r\n" } else { "\n" };
        let text: String = section.lines.iter().map(|line| format!("{line}{ends}")).collect();
        first_lines.insert(section.path.clone(), 1);
        let bytes = match section.form {
            Form::Plain | Form::Crlf => text.into_bytes(),
            Form::Bom => format!("\u{feff}{text}").into_bytes(),
            Form::Latin1 => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
            Form::Append => {
                first_lines.insert(section.path.clone(), lines_of(base, &section.path) + 1);
                [files.remove(&section.path).unwrap(), text.into_bytes()].concat()
            }
            Form::Remove => {
                files.remove(&section.path).unwrap();
                continue;
            }
        };
        files.insert(section.path.clone(), bytes);
    }
    (files.into_iter().collect(), first_lines)
}

/// The case with what was told as its expectations.
fn written(case: &Case, diagnostics: &[Diagnostic], first_lines: &BTreeMap<String, usize>) -> String {
    let mut rest: Vec<&Diagnostic> = diagnostics.iter().collect();
    let mut text: String = case.about.iter().map(|line| format!("{line}\n")).collect();
    for section in &case.sections {
        text.push_str(&format!("=== {}\n", section.head));
        for (number, line) in section.lines.iter().enumerate() {
            text.push_str(&format!("{line}\n"));
            let number = number + first_lines.get(&section.path).copied().unwrap_or(1);
            let (here, others): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
                rest.into_iter().partition(|told| told.file == section.path && told.start.line == number);
            rest = others;
            for told in here {
                let (start, end) = (told.start.column, told.end.column);
                let down = told.end.line - told.start.line;
                let place = if down > 0 {
                    format!("#~ [{start}-{end}+{down}]")
                } else if start > 2 && end > start {
                    format!("#~{}{}", " ".repeat(start - 3), "^".repeat(end - start))
                } else {
                    format!("#~ [{start}-{end}]")
                };
                text.push_str(&format!("{place} {}\n{}", told.code, sentences(told)));
            }
        }
    }
    for told in rest {
        let (start, end) = (told.start, told.end);
        let place = format!("{} {}:{} {}:{}", told.file, start.line, start.column, end.line, end.column);
        text.push_str(&format!("#~ {place} {}\n{}", told.code, sentences(told)));
    }
    text
}

fn sentences(told: &Diagnostic) -> String {
    format!("#~   message: {}\n#~   help: {}\n", told.message, told.help)
}
