//! The schemas by which editors check agree with what `check` says: an independent validator and the readers are asked about the same
//! files, good ones, faulty ones, and good ones in which one value after the other is changed.
//!
//! A schema knows less than `check` does, so agreement has two halves. What `check` tells of the form of a file (a key, a type, a range),
//! the schema refuses; what the schema refuses, `check` tells of.

use std::collections::BTreeMap;
use std::ops::Range;

use content::diagnostic::{Code, Diagnostic, Severity};
use content::{Files, Schema, check, schemas};
use domain::time::Date;
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use toml::de::{DeTable, DeValue};

use crate::check::{base, faulty_projects};
use crate::workbench::{authoring_course, root};

/// What is told of the form of a file, and not of what hangs together in it.
const OF_FORM: [Code; 9] = [
    Code::UnknownKey,
    Code::MissingKey,
    Code::WrongType,
    Code::UnknownValue,
    Code::BadId,
    Code::OutOfRange,
    Code::Format,
    Code::EmptyText,
    Code::TooFew,
];

/// What no schema can know although it is a matter of form: the beginning of what is told, and why.
const BEYOND: &[(&str, &str)] = &[
    ("Expected a day, found a text.", "dates reach a schema as texts"),
    ("Expected a day or a year, found a text.", "dates reach a schema as texts"),
    ("Expected a text, found a day.", "dates reach a schema as texts"),
    ("Expected a text, found a time.", "dates reach a schema as texts"),
    ("Expected an id, found a day.", "dates reach a schema as texts"),
    ("Expected a whole number, found a number.", "2.0 is a whole number in JSON"),
    ("This answer has no letter and no digit.", "what a letter is, JSON Schema cannot say"),
    ("This is not a year of four digits.", "only where `asks` says year"),
    ("The text has no gap.", "Markdown"),
    ("The text needs at least two marked passages.", "Markdown"),
    ("An element cannot have the key `conclusion`.", "one word out of all ids"),
    ("A gap has no key", "which of the two sorts of gaps it is hangs on `words`"),
    ("A gap needs the key", "which of the two sorts of gaps it is hangs on `words`"),
    ("The lesson has no text.", "Markdown"),
];

fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

fn validators() -> BTreeMap<&'static str, Validator> {
    let compile = |Schema { name, text }: Schema| {
        let schema: Value = serde_json::from_str(&text).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{name} is no schema");
        (name, jsonschema::validator_for(&schema).unwrap())
    };
    schemas().into_iter().map(compile).collect()
}

/// The schema of a file by its path; none for translations and for what is no TOML.
fn schema_of(path: &str) -> Option<&'static str> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["courses", "sources.toml"] => Some("sources.json"),
        ["courses", "glossary.toml"] => Some("glossary.json"),
        ["courses", "concepts.toml"] => Some("concepts.json"),
        ["courses", _, "course.toml"] => Some("course.json"),
        ["courses", _, _, "module.toml"] => Some("module.json"),
        ["courses", _, _, lesson] if lesson.matches('.').count() == 1 && lesson.ends_with(".md") => {
            Some("lesson.json")
        }
        ["questions", bank] if bank.matches('.').count() == 1 && bank.ends_with(".toml") => {
            Some("questions.json")
        }
        _ => None,
    }
}

/// The TOML of a file as JSON; none where it cannot be read whole.
fn json_of(path: &str, text: &str) -> Option<Value> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = if path.ends_with(".md") { text.split("+++").nth(1)? } else { text };
    let table = DeTable::parse(text).ok()?;
    Some(object(table.get_ref()))
}

fn object(table: &DeTable<'_>) -> Value {
    let fields = table.iter().map(|(key, value)| (key.get_ref().to_string(), value_of(value.get_ref())));
    Value::Object(fields.collect::<Map<_, _>>())
}

fn value_of(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(json!(1e300), Value::from)
        }
        DeValue::Float(number) => number.as_str().parse::<f64>().map_or(Value::Null, |number| json!(number)),
        DeValue::Boolean(truth) => Value::from(*truth),
        DeValue::Datetime(moment) => Value::from(moment.to_string()),
        DeValue::Array(list) => list.iter().map(|value| value_of(value.get_ref())).collect(),
        DeValue::Table(table) => object(table),
    }
}

fn told_of<'d>(diagnostics: &'d [Diagnostic], path: &str) -> Vec<&'d Diagnostic> {
    diagnostics.iter().filter(|told| told.file == path && told.severity == Severity::Error).collect()
}

/// Whether something is told of the form of a file that a schema can know. What a response must be hangs on its question.
fn is_of_form(told: &Diagnostic, text: &str) -> bool {
    let line = text[..told.span.start].rsplit('\n').next().unwrap();
    OF_FORM.contains(&told.code)
        && !line.contains("response")
        && !BEYOND.iter().any(|(beginning, _)| told.message.starts_with(beginning))
}

/// Holds the schema of one file against what is told of it. Gives whether both could be asked.
#[track_caller]
fn agree(validators: &BTreeMap<&str, Validator>, path: &str, text: &str, diagnostics: &[Diagnostic]) -> bool {
    let Some(schema) = schema_of(path) else { return false };
    let told = told_of(diagnostics, path);
    // In a lesson, what is told below its front matter is none of the schema's business.
    let body = if path.ends_with(".md") {
        text.match_indices("+++").nth(1).map_or(0, |(at, _)| at)
    } else {
        text.len()
    };
    let told: Vec<&Diagnostic> = told.into_iter().filter(|told| told.span.start <= body).collect();
    let Some(json) = json_of(path, text) else { return false };
    let refused: Vec<String> = validators[schema]
        .iter_errors(&json)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    let of_form: Vec<&str> =
        told.iter().filter(|told| is_of_form(told, text)).map(|told| told.message.as_str()).collect();
    assert!(
        of_form.is_empty() || !refused.is_empty(),
        "{schema} has nothing against {path}, of which is told: {of_form:#?}\n{text}"
    );
    assert!(
        refused.is_empty() || !told.is_empty(),
        "{schema} refuses {path}, of which nothing is told: {refused:#?}\n{text}"
    );
    true
}

fn agree_on_project(validators: &BTreeMap<&str, Validator>, files: &Files) -> usize {
    let diagnostics = check(files, today()).diagnostics;
    let texts = files.iter().filter_map(|(path, bytes)| Some((path, str::from_utf8(bytes).ok()?)));
    texts.filter(|(path, text)| agree(validators, path, text, &diagnostics)).count()
}

/// The authors' files below a folder of the repository.
fn files_of(folder: &str) -> Files {
    let mut files = Files::new();
    for part in ["courses", "questions"] {
        let below = root().join(folder).join(part);
        for path in crate::workbench::files_below(&below) {
            if path.ends_with(".toml") || path.ends_with(".md") {
                files.insert(format!("{part}/{path}"), std::fs::read(below.join(&path)).unwrap());
            }
        }
    }
    files
}

#[test]
fn every_good_file_fits_its_schema() {
    let validators = validators();
    let guide: Files = authoring_course().into_iter().collect();
    let projects =
        [files_of("."), files_of("tests/browser/course"), files_of("src/cli/command/new"), guide, base()];
    for files in projects {
        let mut fitting = 0;
        for (path, bytes) in files.iter() {
            let Some(schema) = schema_of(path) else { continue };
            let json = json_of(path, str::from_utf8(bytes).unwrap()).unwrap();
            let refused: Vec<String> =
                validators[schema].iter_errors(&json).map(|error| error.to_string()).collect();
            assert_eq!(refused, Vec::<String>::new(), "{path}");
            fitting += 1;
        }
        assert!(fitting >= 7, "only {fitting} files");
    }
}

#[test]
fn the_first_line_of_every_real_file_leads_to_its_schema() {
    for path in ["courses", "questions"].into_iter().flat_map(|folder| {
        let files = crate::workbench::files_below(&root().join(folder));
        files.into_iter().map(move |path| format!("{folder}/{path}"))
    }) {
        let Some(schema) = schema_of(&path).filter(|_| path.ends_with(".toml")) else { continue };
        let text = std::fs::read_to_string(root().join(&path)).unwrap();
        let up = "../".repeat(path.matches('/').count());
        assert_eq!(
            text.lines().next(),
            Some(format!("#:schema {up}docs/schema/{schema}").as_str()),
            "{path}"
        );
        assert!(root().join("docs/schema").join(schema).is_file(), "{schema}");
    }
}

#[test]
fn what_is_wrong_with_the_form_of_a_faulty_sample_its_schema_refuses() {
    let validators = validators();
    let asked: usize = faulty_projects().iter().map(|(_, files)| agree_on_project(&validators, files)).sum();
    assert!(asked > 1000, "only {asked} files");
}

/// Values that are right for some keys and wrong for all others.
const VALUES: [&str; 7] = ["true", "7", "-0.5", "\"Two words\"", "\"\"", "[]", "{}"];

#[test]
fn a_schema_and_check_agree_on_every_key_and_every_value() {
    let validators = validators();
    // Without its translations, which would be read again after each change.
    let guide: Files = authoring_course().into_iter().filter(|(path, _)| !path.contains(".fr.")).collect();
    let mut asked = 0;
    for (path, bytes) in guide.iter().filter(|(path, _)| schema_of(path).is_some() && path.ends_with(".toml"))
    {
        for text in parts(str::from_utf8(bytes).unwrap()) {
            for changed in changes(&text) {
                let mut files = guide.clone();
                files.insert(path, changed.clone());
                let diagnostics = check(&files, today()).diagnostics;
                asked += usize::from(agree(&validators, path, &changed, &diagnostics));
            }
        }
    }
    assert!(asked > 2500, "only {asked} changes");
}

/// A bank with one of its questions at a time; any other file as a whole.
fn parts(text: &str) -> Vec<String> {
    const HEAD: &str = "\n[[question]]\n";
    let Some((head, questions)) = text.split_once(HEAD) else { return vec![text.to_owned()] };
    let stimulus = "\n[stimulus.the-lorry]\ntitle = \"The lorry\"\ntext = \"A lorry stands there.\"\n";
    questions
        .split(HEAD)
        .map(|question| {
            let question = question.split("\n[stimulus.").next().unwrap();
            format!("{head}{stimulus}{HEAD}{question}\n")
        })
        .collect()
}

/// The text with each of its values left out, and with each exchanged for others.
fn changes(text: &str) -> Vec<String> {
    let table = DeTable::parse(text).unwrap();
    let mut entries = Vec::new();
    gather(text, table.get_ref(), &mut entries);
    let mut changes = Vec::new();
    for (entry, value) in entries {
        let after = text[value.end..].trim_start_matches(' ');
        let comma = if after.starts_with(',') { text.len() - after.len() + 1 } else { value.end };
        changes.push(format!("{}{}", &text[..entry], &text[comma..]));
        changes.extend(
            VALUES.iter().map(|other| format!("{}{other}{}", &text[..value.start], &text[value.end..])),
        );
        // A key that nobody knows beside it.
        changes.push(format!(
            "{}no-such-key = 1{}{}",
            &text[..entry],
            if comma > value.end { ", " } else { "\n" },
            &text[entry..]
        ));
    }
    changes.retain(|changed| DeTable::parse(changed).is_ok());
    changes
}

/// Where each key begins, and where its value stands. Tables with heads of their own are looked into, and stay.
fn gather(text: &str, table: &DeTable<'_>, entries: &mut Vec<(usize, Range<usize>)>) {
    for (key, value) in table {
        let span = value.span();
        let written = &text[span.clone()];
        let is_table = matches!(value.get_ref(), DeValue::Table(_));
        let has_head = written.starts_with("[[") || (is_table && !written.starts_with('{'));
        if !has_head {
            entries.push((key.span().start, span));
        }
        inside(text, value.get_ref(), entries);
    }
}

fn inside(text: &str, value: &DeValue<'_>, entries: &mut Vec<(usize, Range<usize>)>) {
    if let DeValue::Table(table) = value {
        gather(text, table, entries);
    }
    if let DeValue::Array(list) = value {
        list.iter().for_each(|value| inside(text, value.get_ref(), entries));
    }
}
