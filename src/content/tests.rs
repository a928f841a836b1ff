//! What holds of every input, however it is broken.

mod kinds;
mod watch;

use std::collections::BTreeMap;

use domain::time::Date;
use proptest::prelude::*;

use crate::diagnostic::Severity;
use crate::sheet::Role;
use crate::{Checked, Files, check, compile};

const GUIDE: &str = include_str!("../../docs/authoring.md");

/// The course of the guide for authors.
pub(crate) fn guide() -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for block in GUIDE.split("\n```").filter(|block| block.contains("file=")) {
        let Some((info, text)) = block.split_once('\n') else { continue };
        let Some((_, path)) = info.split_once("file=") else { continue };
        files.entry(path.to_owned()).or_default().extend_from_slice(format!("{text}\n").as_bytes());
    }
    files
}

pub(crate) fn run(files: BTreeMap<String, Vec<u8>>) -> (Files, Checked) {
    let files: Files = files.into_iter().collect();
    let checked = check(&files, Date::new(2026, 11, 21).unwrap());
    (files, checked)
}

/// What holds of every answer.
#[track_caller]
pub(crate) fn assert_sound(files: &Files, checked: &Checked) {
    let errors = checked.diagnostics.iter().filter(|told| told.severity == Severity::Error).count();
    assert_eq!(checked.catalogue.is_some(), errors == 0, "{:#?}", checked.diagnostics);
    for told in &checked.diagnostics {
        let bytes = files.get(&told.file).unwrap();
        assert!(
            told.span.start <= told.span.end && told.span.end <= bytes.len(),
            "{told:?} of {}",
            bytes.len()
        );
        assert!(told.start <= told.end && told.start.line >= 1 && told.start.column >= 1, "{told:?}");
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
        assert!(told.end.line <= lines, "{told:?}");
        assert!(told.message.ends_with('.') && !told.help.is_empty(), "{told:?}");
        assert!(!told.message.contains('\n') && !told.help.contains('\n'), "{told:?}");
        if let Some(fix) = &told.fix {
            let text = str::from_utf8(bytes).unwrap_or_default();
            assert!(bytes.is_empty() || text.is_empty() || text.get(fix.span.clone()).is_some(), "{told:?}");
            assert!(fix.start <= fix.end && fix.end.line <= lines && !fix.title.is_empty(), "{told:?}");
        }
    }
    let places = checked.diagnostics.iter().map(|told| (&told.file, told.start, told.code));
    assert!(places.is_sorted());
    if let Some(catalogue) = &checked.catalogue {
        assert_eq!(compile(catalogue), compile(catalogue));
    }
    assert!(checked.catalogue.is_some() || checked.translations.is_empty());
    assert_eq!(checked.translations.len(), checked.coverage.len());
}

/// One change to a file.
#[derive(Debug, Clone)]
pub(crate) enum Change {
    Cut(usize, usize),
    Swap(usize, usize),
    Put(usize, Vec<u8>),
    Flip(usize, u8),
    Lines(usize, usize),
}

pub(crate) fn change() -> impl Strategy<Value = Change> {
    let at = 0..40_000_usize;
    let bits: Vec<&'static str> = vec![
        "\"",
        "\"\"\"",
        "'''",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ",",
        "\n",
        "\r\n",
        "\r",
        "#",
        "+++",
        "\\",
        "|",
        "`",
        "<b>",
        "<!--",
        "&#x6a;",
        "\u{feff}",
        "\u{0}",
        "é",
        "\u{1f600}",
        "1e999",
        "99999999999999999999",
        "nan",
        "-0",
        "[[x",
        "{y:",
        "![",
        "](",
        "javascript:",
        "\n[[question]]\n",
        "\n[question.gaps]\n",
        "\n[[question.steps]]\n",
        "\n[stimulus.x]\n",
        "[](x)",
        "[x](y)",
        "to = \"first\"",
        "kind = \"cloze\"",
        "kind = \"case\"",
        "kind = \"numeric\"",
        "kind = \"highlight\"",
        "\n[term]\n",
        "> ",
        "- ",
        "\n\n| a |\n|---|\n",
        "\n## ",
        "*",
        "_",
        "\\u0041",
    ];
    prop_oneof![
        (at.clone(), 0..400_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (at.clone(), at.clone()).prop_map(|(one, other)| Change::Swap(one, other)),
        (at.clone(), proptest::sample::select(bits))
            .prop_map(|(at, bit)| Change::Put(at, bit.as_bytes().to_vec())),
        (at.clone(), any::<Vec<u8>>()).prop_map(|(at, bytes)| Change::Put(at, bytes)),
        (at.clone(), any::<u8>()).prop_map(|(at, byte)| Change::Flip(at, byte)),
        (at.clone(), at).prop_map(|(one, other)| Change::Lines(one, other)),
    ]
}

pub(crate) fn changed(mut bytes: Vec<u8>, change: &Change) -> Vec<u8> {
    let length = bytes.len().max(1);
    match change {
        Change::Cut(at, count) => {
            let at = at % length;
            bytes.drain(at.min(bytes.len())..(at + count).min(bytes.len()));
        }
        Change::Swap(one, other) if !bytes.is_empty() => bytes.swap(one % length, other % length),
        Change::Put(at, more) => {
            let at = (at % length).min(bytes.len());
            bytes.splice(at..at, more.iter().copied());
        }
        Change::Flip(at, with) => {
            if let Some(byte) = bytes.get_mut(at % length) {
                *byte ^= with;
            }
        }
        Change::Lines(one, other) => {
            let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
            let count = lines.len().max(1);
            if !lines.is_empty() {
                lines.swap(one % count, other % count);
            }
            bytes = lines.concat();
        }
        Change::Swap(..) => {}
    }
    bytes
}

proptest! {
    #[test]
    fn no_change_to_a_file_makes_a_panic(file in any::<prop::sample::Index>(), changes in prop::collection::vec(change(), 1..4)) {
        let mut files = guide();
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        let bytes = files.remove(&path).unwrap_or_default();
        let bytes = changes.iter().fold(bytes, changed);
        files.insert(path, bytes);
        let (files, checked) = run(files);
        assert_sound(&files, &checked);
    }

    #[test]
    fn no_file_at_all_makes_a_panic(file in any::<prop::sample::Index>(), bytes in any::<Vec<u8>>(), text in "\\PC*") {
        let mut files = guide();
        let paths: Vec<String> = files.keys().cloned().collect();
        files.insert(file.get(&paths).clone(), bytes);
        files.insert("courses/migration/trafficking/two-crimes.md".to_owned(), format!("+++\ntitle = \"x\"\n+++\n{text}").into_bytes());
        let (files, checked) = run(files);
        assert_sound(&files, &checked);
    }
}

#[test]
fn the_guide_has_no_fault_and_every_file_is_needed() {
    let (files, checked) = run(guide());
    assert_eq!(checked.diagnostics, []);
    assert_sound(&files, &checked);
    for path in guide().keys().filter(|path| Role::of(path).1.is_none()) {
        let mut files = guide();
        files.remove(path);
        let (files, checked) = run(files);
        assert!(!checked.diagnostics.is_empty(), "without {path}");
        assert_sound(&files, &checked);
    }
}

#[test]
fn what_is_nested_deep_is_refused_and_not_followed() {
    let deep = |open: &str| open.repeat(10_000);
    for value in ["[", "{ a = ", "[{ a = "] {
        let mut files = guide();
        let bank = files.entry("questions/trafficking.toml".to_owned()).or_default();
        bank.extend_from_slice(format!("\n[[question]]\nid = {}\n", deep(value)).as_bytes());
        let (files, checked) = run(files);
        assert!(checked.catalogue.is_none());
        assert_sound(&files, &checked);
    }
    for text in ["> ", "[", "![", "*", "- ", "[[", "{", "`", "<", "1. ", "**a ", "| "] {
        let mut files = guide();
        let lesson = files.entry("courses/migration/trafficking/two-crimes.md".to_owned()).or_default();
        lesson.extend_from_slice(format!("\n\n{}\n", deep(text)).as_bytes());
        let (files, checked) = run(files);
        assert_sound(&files, &checked);
    }
    let mut files = guide();
    let sources = files.entry("courses/sources.toml".to_owned()).or_default();
    sources.extend_from_slice(format!("\n{}a = 1\n[{}a]\n", deep("a."), deep("a.")).as_bytes());
    let (files, checked) = run(files);
    assert!(checked.catalogue.is_none());
    assert_sound(&files, &checked);
}

#[test]
fn windows_and_unix_line_ends_make_the_same_course() {
    let crlf = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).unwrap().replace('\n', "\r\n").into_bytes();
    let windows = guide().iter().map(|(path, bytes)| (path.clone(), crlf(bytes))).collect();
    let (_, windows) = run(windows);
    let (_, unix) = run(guide());
    assert_eq!(windows.diagnostics, []);
    let banks = |checked: &Checked| {
        let banks = checked.catalogue.clone().unwrap().banks;
        banks.into_iter().flat_map(|bank| bank.questions).map(|question| question.edition).collect::<Vec<_>>()
    };
    assert_eq!(banks(&windows), banks(&unix));
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let marked =
        guide().into_iter().map(|(path, bytes)| (path, [b"\xef\xbb\xbf".as_slice(), &bytes].concat()));
    let (_, checked) = run(marked.collect());
    assert_eq!(checked.diagnostics, []);
}

#[test]
fn each_question_is_in_the_shard_that_the_index_names() {
    let (_, checked) = run(guide());
    let mut catalogue = checked.catalogue.unwrap();
    let question = catalogue.banks[0].questions[0].clone();
    let numbered = |number: usize| {
        let mut question = question.clone();
        question.id.question = format!("q{number}").parse().unwrap();
        question
    };
    catalogue.banks[0].questions = (0..17).map(numbered).collect();
    let publication = compile(&catalogue);
    let (_, _, module) = &publication.modules[0];
    let bank = &module.banks[0];
    assert_eq!((bank.len(), bank.shards()), (17, 9));
    for question in &catalogue.banks[0].questions {
        let id = &question.id.question;
        let shards: Vec<domain::index::Shard> = bank
            .places_of(id)
            .into_iter()
            .map(|place| read(&publication.files[&bank.shard_of(place)]))
            .collect();
        assert!(shards.iter().all(|shard| shard.questions.len() <= 2), "a learner fetches a few questions");
        let own =
            shards.iter().flat_map(|shard| &shard.questions).filter(|question| question.id.question == *id);
        assert_eq!(own.count(), 1, "{id}");
    }
}

#[test]
fn the_name_of_a_published_file_carries_its_fingerprint() {
    let (_, checked) = run(guide());
    let publication = compile(&checked.catalogue.unwrap());
    let names: Vec<&str> = publication.files.keys().map(|address| address.0.as_str()).collect();
    for (start, rest) in
        [("data/bank/trafficking-", "01234567/0.json"), ("data/migration/trafficking-", "01234567.json")]
    {
        let length = start.len() + rest.len();
        let found = names.iter().any(|name| name.starts_with(start) && name.len() == length);
        assert!(found, "{start} in {names:?}");
    }
}

fn read<T: domain::json::Json>(file: &[u8]) -> T {
    domain::json::from_text(str::from_utf8(file).unwrap()).unwrap()
}

#[test]
fn what_was_published_reads_back() {
    let (_, checked) = run(guide());
    let catalogue = checked.catalogue.unwrap();
    let publication = compile(&catalogue);
    let (_, address, module) = &publication.modules[0];
    let file = &publication.files[address];
    assert_eq!(&read::<domain::index::ModuleIndex>(file), module);
    let bank = &module.banks[0];
    let shards = (0..bank.shards()).map(|number| &publication.files[&bank.shard(number)]);
    let mut questions: Vec<_> =
        shards.flat_map(|file| read::<domain::index::Shard>(file).questions).collect();
    let place = |question: &domain::question::Question| {
        catalogue.banks[0].questions.iter().position(|known| known.id == question.id)
    };
    questions.sort_by_key(place);
    assert_eq!(questions, catalogue.banks[0].questions);
}
