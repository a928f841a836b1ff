//! The frozen samples of the stored form, `tests/saved`: a text that was ever stored is read for good.
//!
//! A sample is never changed. When the stored form changes, the samples of the new version stand beside those of the others.

// Before the modules that use it.
macro_rules! sample {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/saved/", $name, ".json")).trim_end()
    };
}

mod v1;
mod v2;

use std::collections::BTreeSet;
use std::path::Path;

use crate::id::Edition;
use crate::log::Seq;
use crate::log::{AttemptId, Entry, EntryId, Fact};
use crate::question::{Kind, Response};
use crate::saved::{Unreadable, read_entry, read_place, write_entry, write_place};
use crate::score::Credit;
use crate::session::Place;
use crate::time::{Millis, Timestamp};

/// 21 November 2026, 9:30 UTC.
const BEGUN: Timestamp = Timestamp(1_795_253_400_000);

const EDITION: Edition = Edition(0x9f3c_0d5e_7b21_a486);

fn attempt() -> AttemptId {
    AttemptId(EntryId::new(BEGUN, 1))
}

#[track_caller]
fn check(text: &str, chance: u128, seq: u64, at: Timestamp, fact: Fact) {
    let entry = Entry { id: EntryId::new(at, chance), seq: Seq(seq), at, fact };
    assert_eq!(read_entry(text).as_ref(), Ok(&entry));
    assert_eq!(write_entry(&entry), text);
}

#[track_caller]
fn check_answer(text: &str, number: u64, question: &str, response: Response, credit: f64) {
    check_numbered(text, number, answered(number, question, response, credit));
}

/// An answer to a question of the bank `trafficking`.
fn answered(number: u64, question: &str, response: Response, credit: f64) -> Fact {
    Fact::QuestionAnswered {
        attempt: attempt(),
        question: format!("trafficking/{question}").parse().unwrap(),
        edition: EDITION,
        response,
        credit: Credit::new(credit),
        took: Millis(900 * number),
        verdict: None,
        certainty: None,
        language: None,
    }
}

/// Checks the entry of this number, written so many seconds after the attempt was begun.
#[track_caller]
fn check_numbered(text: &str, number: u64, fact: Fact) {
    check(text, number.into(), number, Timestamp(BEGUN.0 + 1000 * number), fact);
}

#[track_caller]
fn check_place(text: &str, place: &Place) {
    assert_eq!(read_place(text).as_ref(), Ok(place));
    assert_eq!(write_place(place), text);
}

/// Checks what a sample is read as after a piece of its text was replaced.
#[track_caller]
fn check_edited(piece: &str, by: &str, expect: Result<(), Unreadable>) {
    let (entry, place) = (sample!("v1/lesson-read"), sample!("v1/place"));
    assert!(entry.contains(piece) && place.contains(piece), "the samples do not contain {piece}");
    assert_eq!(read_entry(&entry.replacen(piece, by, 1)).map(|_| ()), expect, "{by}");
    assert_eq!(read_place(&place.replacen(piece, by, 1)).map(|_| ()), expect, "{by}");
}

#[test]
fn a_later_version_is_told_from_a_damage() {
    check_edited(r#""v":1"#, r#""v":2"#, Ok(()));
    check_edited(r#""v":1"#, r#""v":3"#, Err(Unreadable::TooNew { version: 3 }));
    check_edited(r#""v":1"#, r#""v":4294967295"#, Err(Unreadable::TooNew { version: u32::MAX }));
    for by in
        [r#""v":0"#, r#""v":-1"#, r#""v":"1""#, r#""v":1.5"#, r#""v":null"#, r#""w":1"#, r#""v":1,"v":1"#]
    {
        check_edited(r#""v":1"#, by, Err(Unreadable::Corrupt));
    }
    check_edited(r#""v":1,"#, "", Err(Unreadable::Corrupt));
    // A later version may look as it likes, as long as it is an object that says its version.
    assert_eq!(read_entry(r#"{"facts":[],"v":3}"#), Err(Unreadable::TooNew { version: 3 }));
}

#[test]
fn a_field_that_this_version_does_not_know_is_passed_over() {
    check_edited(r#""body":{"#, r#""body":{"device":{"name":"phone"},"#, Ok(()));
    check_edited(r#""v":1"#, r#""v":1,"sum":"00ff""#, Ok(()));
    let text = sample!("v1/lesson-read").replace(r#""lesson-read":{"#, r#""lesson-read":{"minutes":[4],"#);
    assert_eq!(read_entry(&text), read_entry(sample!("v1/lesson-read")));
}

#[test]
fn what_is_no_stored_text_is_corrupt() {
    for text in ["", "null", "1", "[]", "{}", r#"{"v":1}"#, r#"{"v":1,"body":{}}"#, r#"{"v":1,"body":null}"#]
    {
        assert_eq!(read_entry(text), Err(Unreadable::Corrupt), "{text}");
        assert_eq!(read_place(text), Err(Unreadable::Corrupt), "{text}");
    }
    // An entry is no place, and there is one text to a key.
    assert_eq!(read_entry(sample!("v1/place")), Err(Unreadable::Corrupt));
    assert_eq!(read_place(sample!("v1/lesson-read")), Err(Unreadable::Corrupt));
    let twice = format!("{0}{0}", sample!("v1/lesson-read"));
    assert_eq!(read_entry(&twice), Err(Unreadable::Corrupt));
}

/// The names and texts of the samples of a version.
fn samples_of(version: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/saved").join(version);
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let sample = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read_to_string(path).unwrap().trim_end().to_owned())
    };
    files.map(sample).collect()
}

#[test]
fn every_sample_is_written_again_as_it_stands() {
    for version in ["v1", "v2"] {
        for (name, text) in samples_of(version) {
            let again = match (read_entry(&text), read_place(&text)) {
                (Ok(entry), Err(Unreadable::Corrupt)) => write_entry(&entry),
                (Err(Unreadable::Corrupt), Ok(place)) => write_place(&place),
                (entry, place) => panic!("{version}/{name} is read as {entry:?} and {place:?}"),
            };
            assert_eq!(again, text, "{version}/{name}");
        }
    }
}

#[test]
fn there_is_a_sample_of_a_response_of_every_kind() {
    let mut kinds = BTreeSet::new();
    for (_, text) in ["v1", "v2"].into_iter().flat_map(samples_of) {
        if let Ok(Entry { fact: Fact::QuestionAnswered { response, .. }, .. }) = read_entry(&text) {
            kinds.insert(response.kind());
        }
    }
    assert_eq!(kinds, BTreeSet::from_iter(Kind::ALL.iter().copied()));
}

#[test]
fn a_text_is_written_in_the_lowest_version_that_can_say_it() {
    // The first release reads what it can understand, and finds the rest too new, not damaged.
    for (version, start) in [("v1", r#"{"v":1,"#), ("v2", r#"{"v":2,"#)] {
        for (name, text) in samples_of(version) {
            assert!(text.starts_with(start), "{version}/{name}");
        }
    }
}
