//! Backups can be put together in any order and any number of times, and a file does no harm whatever is in it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::generators::log;
use super::storing::{damaged, damages};
use crate::backup::{Backup, Damage, LARGEST_FILE, LONGEST_TEXT, Opened, Refused, Why, open, write};
use crate::log::{Entry, EntryId};
use crate::progress::fold;
use crate::saved::write_entry;
use crate::time::Timestamp;

const MADE: Timestamp = Timestamp(1_795_305_600_000);

fn kept(entries: &[Entry]) -> Backup {
    Backup::of(entries.iter().map(|entry| (entry.id.to_string(), write_entry(entry))), [])
}

/// A backup of one of several devices: entries that others may have as well, some under an id that another text claims, some of a
/// later version, some damaged, and texts that were set aside.
fn backup() -> impl Strategy<Value = Backup> {
    let later = (0..6_u128).prop_map(|chance| {
        let id = EntryId::new(Timestamp(9), chance).to_string();
        (id, format!("{{\"v\":99,\"body\":{{\"what\":{chance}}}}}"))
    });
    let disputed = (0..3_u128, 0..3_u8).prop_map(|(chance, other)| {
        let id = EntryId::new(Timestamp(8), chance).to_string();
        (id, format!("{{\"v\":77,\"body\":{other}}}"))
    });
    let broken = ("[0-9a-f]{0,40}", ".{0,20}");
    let aside = (select(&["plenary:entry:x", "plenary:entry:y"]), ".{0,6}");
    (log(), vec(later, 0..4), vec(disputed, 0..3), vec(broken, 0..3), vec(aside, 0..3)).prop_map(
        |(entries, later, disputed, broken, aside)| {
            let entries = entries.iter().map(|entry| (entry.id.to_string(), write_entry(entry)));
            let aside = aside.into_iter().map(|(name, text)| (name.to_owned(), text));
            Backup::of(entries.chain(later).chain(disputed).chain(broken), aside)
        },
    )
}

proptest! {
    // Each case is a whole log or three.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_two_backups_does_not_matter(one in backup(), other in backup()) {
        prop_assert_eq!(one.clone().merge(other.clone()), other.merge(one));
    }

    #[test]
    fn it_does_not_matter_which_backups_are_put_together_first(
        one in backup(),
        other in backup(),
        third in backup(),
    ) {
        let left = one.clone().merge(other.clone()).merge(third.clone());
        prop_assert_eq!(left, one.merge(other.merge(third)));
    }

    #[test]
    fn the_same_backup_twice_is_the_backup(one in backup(), other in backup()) {
        let both = one.clone().merge(other.clone());
        prop_assert_eq!(both.clone().merge(other).merge(one.clone()), both);
        prop_assert_eq!(one.clone().merge(one.clone()), one);
    }

    #[test]
    fn progress_is_the_same_whatever_the_order(one in backup(), other in backup()) {
        let both: Vec<Entry> = one.clone().merge(other.clone()).entries().collect();
        let back: Vec<Entry> = other.merge(one).entries().collect();
        prop_assert_eq!(fold(&both), fold(&back));
    }

    #[test]
    fn no_text_is_lost(one in backup(), other in backup()) {
        let both = one.clone().merge(other.clone());
        let texts = |backup: &Backup| -> Vec<String> {
            let entries = backup.texts().iter().map(|(_, text)| text.clone());
            entries.chain(backup.aside().iter().map(|(_, text)| text.clone())).collect()
        };
        let all = texts(&both);
        for text in texts(&one).into_iter().chain(texts(&other)) {
            prop_assert!(all.contains(&text), "{} is gone", text);
        }
    }

    #[test]
    fn what_two_devices_did_is_what_one_device_with_both_logs_did(
        entries in log(),
        whose in vec(0..3_u8, 30),
    ) {
        let part = |device: u8| -> Vec<Entry> {
            let own = entries.iter().zip(&whose).filter(|(_, whose)| **whose != device);
            own.map(|(entry, _)| entry.clone()).collect()
        };
        let both: Vec<Entry> = kept(&part(0)).merge(kept(&part(1))).entries().collect();
        prop_assert_eq!(both.len(), entries.len());
        prop_assert_eq!(fold(&both), fold(&entries));
    }

    #[test]
    fn a_file_is_read_as_it_was_written(backup in backup()) {
        let text = write(&backup, MADE);
        let opened = Opened { backup, made: Some(MADE), damages: Vec::new(), is_cut: false };
        prop_assert_eq!(open(&text), Ok(opened.clone()));
        prop_assert_eq!(open(&format!("\u{feff}{text}  \r\n")), Ok(opened.clone()));
        prop_assert_eq!(write(&opened.backup, MADE), text);
    }

    #[test]
    fn a_file_that_was_cut_off_gives_every_entry_that_is_whole_in_it(backup in backup(), at in any::<Index>()) {
        let text = write(&backup, MADE);
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        let part = &text[..places[at.index(places.len())]];
        match open(part) {
            Ok(opened) => {
                // How many lines of pairs end before the cut; the comma behind a pair does not belong to it.
                let ends = text.match_indices('\n').map(|(end, _)| end);
                let starts = ends.clone().map(|end| end + 1);
                let lines = starts.zip(ends.skip(1)).filter(|(start, _)| text[*start..].starts_with('['));
                let pairs = lines.map(|(start, end)| start + text[start..end].trim_end_matches(',').len());
                let whole = pairs.filter(|end| *end <= part.len()).count();
                let texts = |backup: &Backup| -> Vec<(String, String)> {
                    let entries = backup.texts().iter().map(|(id, text)| (id.to_string(), text.clone()));
                    entries.chain(backup.aside().iter().cloned()).collect()
                };
                prop_assert_eq!(texts(&opened.backup), &texts(&backup)[..whole]);
                prop_assert!(opened.damages.len() <= 1, "{:?}", opened.damages);
            }
            // Less than its first line is no backup yet.
            Err(why) => {
                prop_assert_eq!(why, Refused::NotABackup);
                prop_assert!(!part.contains('\n'));
            }
        }
    }

    #[test]
    fn a_damaged_file_gives_what_it_has_and_says_what_it_has_not(backup in backup(), damage in damages()) {
        let text = damaged(&write(&backup, MADE), &damage);
        if let Ok(opened) = open(&text) {
            // What was taken is a backup like any other.
            let again = open(&write(&opened.backup, MADE)).unwrap();
            prop_assert_eq!(&again.backup, &opened.backup);
            prop_assert!(again.damages.is_empty());
        }
    }

    #[test]
    fn any_text_at_all_is_refused_or_read(text in ".{0,200}") {
        let _ = open(&text);
        prop_assert_eq!(open(&format!("{text}x")), Err(Refused::NotABackup));
    }
}

fn id(chance: u128) -> String {
    EntryId::new(Timestamp(5), chance).to_string()
}

#[track_caller]
fn check(entries: &str, aside: &str, expect: &[(usize, Option<&str>, Why)]) -> Backup {
    let text = format!(r#"{{"plenary":"backup","v":1,"made":7,"entries":[{entries}],"aside":[{aside}]}}"#);
    let opened = open(&text).unwrap();
    let expect: Vec<Damage> = expect
        .iter()
        .map(|(number, id, why)| Damage { number: *number, id: id.map(str::to_owned), why: *why })
        .collect();
    assert_eq!(opened.damages, expect);
    opened.backup
}

#[test]
fn what_is_no_entry_is_told_one_by_one_and_kept_where_there_is_a_text() {
    let (one, two) = (id(1), id(2));
    let entries = format!(
        r#"["{one}","{{\"v\":9}}"],7,["{one}"],["{two}","cut o"],["x","{{\"v\":9}}"],["{two}","{{\"v\":9}}",1]"#
    );
    let expect = [
        (2, None, Why::NotAnEntry),
        (3, None, Why::NotAnEntry),
        (4, Some(two.as_str()), Why::Unreadable),
        (5, Some("x"), Why::Unreadable),
        (6, None, Why::NotAnEntry),
        (8, None, Why::NotAnEntry),
    ];
    let backup = check(&entries, r#"["plenary:entry:z","?"],{}"#, &expect);
    assert_eq!((backup.texts().len(), backup.too_new()), (1, 1));
    let names: Vec<&str> = backup.aside().iter().map(|(name, _)| name.as_str()).collect();
    let damaged = format!("plenary:entry:{two}");
    assert_eq!(names, [damaged.as_str(), "plenary:entry:x", "plenary:entry:z"]);
}

#[test]
fn a_text_longer_than_any_entry_is_told_and_left() {
    let (one, long) = (id(1), "x".repeat(LONGEST_TEXT + 1));
    let backup = check(&format!(r#"["{one}","{long}"]"#), "", &[(1, Some(&one), Why::TooLong)]);
    assert!(backup.is_empty());
    let name = "9".repeat(300);
    check("", &format!(r#"["{name}","x"]"#), &[(1, Some(&name[..40]), Why::TooLong)]);
}

#[test]
fn what_is_no_backup_is_refused_as_a_whole() {
    #[track_caller]
    fn check(text: &str, expect: Refused) {
        assert_eq!(open(text), Err(expect));
    }
    for text in [
        "",
        "null",
        "[]",
        "{}",
        r#"{"plenary":"results","v":1,"entries":[]}"#,
        r#"{"plenary":"backup","v":1}"#,
        r#"{"plenary":"backup","v":1,"entries":{}}"#,
        r#"{"plenary":"backup","v":0,"entries":[]}"#,
        r#"{"plenary":"backup","plenary":"backup","v":1,"entries":[]}"#,
        r#"{"plenary":"backup","#,
        "\u{0}\u{0}PNG",
    ] {
        check(text, Refused::NotABackup);
    }
    check(r#"{"plenary":"backup","v":2,"entries":[]}"#, Refused::TooNew { version: 2 });
    check(&"[".repeat(100_000), Refused::NotABackup);
    check(&" ".repeat(LARGEST_FILE + 1), Refused::TooLarge);
}

#[test]
fn of_two_texts_under_one_id_the_lesser_stands_and_the_other_is_set_aside() {
    let texts = [r#"{"v":8}"#, r#"{"v":9}"#];
    for [one, other] in [texts, [texts[1], texts[0]]] {
        let of = |text: &str| Backup::of([(id(1), text.to_owned())], []);
        let both = of(one).merge(of(other));
        assert_eq!(both.texts(), [(id(1).parse().unwrap(), texts[0].to_owned())]);
        assert_eq!(both.aside(), [(format!("plenary:entry:{}", id(1)), texts[1].to_owned())]);
    }
}

/// The frozen samples, `tests/saved/backup`: a backup that was ever made is read for good. They are never changed.
macro_rules! sample {
    ($name:literal) => {
        include_str!(concat!("../../../tests/saved/backup/", $name, ".json"))
    };
}

#[test]
fn a_backup_of_the_first_version_is_read_and_would_be_written_again_as_it_is() {
    let opened = open(sample!("v1")).unwrap();
    let Opened { backup, made, damages, is_cut } = &opened;
    assert_eq!((*made, damages.as_slice(), *is_cut), (Some(MADE), [].as_slice(), false));
    let counts = (backup.texts().len(), backup.entries().count(), backup.too_new(), backup.aside().len());
    assert_eq!(counts, (10, 9, 1, 1));
    assert_eq!(write(backup, MADE), sample!("v1"));
    let entries: Vec<Entry> = backup.entries().collect();
    assert!(!fold(&entries).is_empty());
}

#[test]
fn a_backup_that_was_cut_off_gives_its_whole_lines_and_says_so() {
    let Opened { backup, made, damages, is_cut } = open(sample!("v1-cut-off")).unwrap();
    assert_eq!((made, is_cut, backup.texts().len()), (Some(MADE), true, 3));
    assert_eq!(damages, [Damage { number: 4, id: None, why: Why::NotAnEntry }]);
    let whole = open(sample!("v1")).unwrap().backup;
    assert!(backup.texts().iter().all(|text| whole.texts().contains(text)));
}
