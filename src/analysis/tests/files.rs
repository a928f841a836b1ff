//! Files of every sort: what is taken from them, and why nothing is.

use domain::backup::{self, Backup};
use domain::saved::write_entry;
use domain::time::Timestamp;
use proptest::prelude::*;
use results::Broken;

use super::samples::{attempt, file, written};
use crate::file::{Content, Finding, LARGEST_FILE, Refused, Sort, open};

fn sample() -> String {
    written("Amina", &attempt(1, &[("one", "a"), ("two", "b")]))
}

fn content(text: &str) -> Content {
    file("a.json", text).content.unwrap()
}

#[test]
fn a_results_file_gives_its_entries_and_its_name() {
    let content = content(&sample());
    assert_eq!((content.sort, content.learner.as_str()), (Sort::Results, "Amina"));
    assert_eq!((content.entries.len(), content.findings.as_slice()), (4, &[][..]));
    assert!(content.entries.iter().all(|told| told.is_intact));
}

#[test]
fn a_backup_gives_its_entries_without_a_name() {
    let entries = attempt(1, &[("one", "a")]);
    let texts = entries.iter().map(|entry| (entry.id.to_string(), write_entry(entry)));
    let text = backup::write(&Backup::of(texts, []), Timestamp(7));
    let whole = content(&text);
    assert_eq!((whole.sort, whole.learner.as_str(), whole.entries.len()), (Sort::Backup, "", 3));
    let cut = content(&text[..text.len() - 40]);
    assert_eq!(cut.findings, [Finding::Cut, Finding::Unreadable(1)]);
    assert_eq!(cut.entries.len(), 2);
}

#[track_caller]
fn check_refused(bytes: &[u8], expect: &Refused, words: &str) {
    let refused = open("a.json", bytes).content.unwrap_err();
    assert!(refused.to_string().contains(words), "{refused}");
    assert_eq!(refused, *expect);
}

#[test]
fn what_is_no_file_of_plenary_is_refused_with_its_reason() {
    check_refused(b"", &Refused::Empty, "empty");
    check_refused("\u{feff} \n".as_bytes(), &Refused::Empty, "empty");
    check_refused(&[0xff, 0xfe, 0], &Refused::NotText, "UTF-8");
    check_refused(b"name,mark\nAnn,1\n", &Refused::NotPlenary, "neither a results file nor a backup");
    check_refused(b"{\"plenary\":\"course\"}", &Refused::NotPlenary, "neither");
    check_refused(br#"{"plenary":"results","v":9}"#, &Refused::TooNew { version: 9 }, "version 9");
    check_refused(
        br#"{"plenary":"backup","v":9,"entries":[]}"#,
        &Refused::TooNew { version: 9 },
        "version 9",
    );
    check_refused(br#"{"plenary":"results","v":1,"cour"#, &Refused::CutAtOnce, "cut off");
    check_refused(&vec![b' '; LARGEST_FILE + 1], &Refused::TooLarge, "larger");
    let faults = ["learner", "made", "language", "count", "entries", "chain", "seal"];
    check_refused(
        br#"{"plenary":"results","v":1,"course":"law"}"#,
        &Refused::Faulty(faults.map(|name| results::Fault::Field { name }).to_vec()),
        "`learner` is missing",
    );
}

#[test]
fn an_entry_that_was_changed_is_not_intact_and_the_others_are() {
    let text = sample().replace("\\\"credit\\\":1.0", "\\\"credit\\\":0.5");
    let content = content(&text);
    let intact: Vec<bool> = content.entries.iter().map(|told| told.is_intact).collect();
    assert_eq!(intact, [true, false, true, true]);
    assert_eq!(content.findings, [Finding::Broken(vec![Broken::Entry { number: 2 }, Broken::Seal])]);
    assert_eq!(
        content.findings[0].to_string(),
        "entry 2 is not what was written there; the seal does not fit: the file was changed"
    );
}

#[test]
fn a_file_that_was_cut_gives_what_stands_before_the_cut() {
    let whole = sample();
    let first = whole.find("\"entries\":[").unwrap();
    let chain = whole.find("\"chain\"").unwrap();
    let found =
        |text: &str| file("a.json", text).content.map(|content| (content.entries.len(), content.findings));
    assert_eq!(found(&whole[..first + 40]), Err(Refused::CutAtOnce));
    assert_eq!(found(&whole[..chain + 30]), Ok((4, vec![Finding::Cut])));
    let third = whole.match_indices("\\\"fact\\\"").nth(2).unwrap().0;
    assert_eq!(found(&whole[..third]), Ok((2, vec![Finding::Cut])));
    // What follows it does not make a cut file whole.
    assert_eq!(content(&whole[..third]).learner, "Amina");
}

#[test]
fn entries_that_cannot_be_read_are_counted() {
    let head = results::Head {
        course: "law".parse().unwrap(),
        learner: String::new(),
        made: Timestamp(0),
        language: "en".to_owned(),
    };
    let entries = ["{}".to_owned(), r#"{"v":99,"body":{}}"#.to_owned()];
    let content = content(&results::write(&head, &entries).text);
    assert_eq!(content.findings, [Finding::Unreadable(1), Finding::TooNew(1)]);
}

#[test]
fn an_attempt_without_an_end_is_taken_up_to_its_limit() {
    use crate::file::MOST_IN_AN_ATTEMPT;
    let mut entries = attempt(1, &[("one", "a")]);
    let answer = entries[1].clone();
    for number in 0..MOST_IN_AN_ATTEMPT as u64 {
        let id = domain::log::EntryId::new(Timestamp(number), 7);
        entries.push(domain::log::Entry { id, ..answer.clone() });
    }
    let content = content(&written("Amina", &entries));
    assert_eq!((content.entries.len(), content.findings), (MOST_IN_AN_ATTEMPT, vec![Finding::Unreadable(3)]));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = open("a", &bytes);
    }

    #[test]
    fn a_results_file_that_was_cut_anywhere_is_never_taken_for_a_whole_one(cut in 0..10_000_usize) {
        let whole = sample();
        let end = cut % (whole.trim_end().len() - 1);
        prop_assume!(whole.is_char_boundary(end));
        match file("a", &whole[..end]).content {
            Ok(content) => prop_assert!(content.findings.contains(&Finding::Cut)),
            Err(refused) => prop_assert!(matches!(refused, Refused::CutAtOnce | Refused::NotPlenary | Refused::Empty)),
        }
    }

    #[test]
    fn a_results_file_of_which_a_byte_was_changed_says_so(place: usize, byte in 32..127_u8) {
        let mut bytes = sample().into_bytes();
        let place = place % (bytes.len() - 1);
        prop_assume!(bytes[place] != byte);
        bytes[place] = byte;
        if let Ok(content) = open("a", &bytes).content {
            prop_assert!(!content.findings.is_empty());
        }
    }
}
