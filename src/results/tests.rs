//! What holds of every results file: it is read as it was written, and an edit shows.

use domain::id::CourseId;
use domain::log::{AttemptId, Entry, EntryId, Fact};
use domain::saved::write_entry;
use domain::time::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::{Broken, Fault, Head, Results, Which, entries_of, read, verify, write};

/// Saved by this version and read for good; the entries are the samples of stored entries.
const SAMPLE: &str = include_str!("../../tests/saved/results/v1.json");

fn course() -> CourseId {
    "migration".parse().unwrap()
}

fn head() -> Head {
    Head {
        course: course(),
        learner: "Amina N’Diaye \"A\"".to_owned(),
        made: Timestamp(1_795_000_000_000),
        language: "fr".to_owned(),
    }
}

/// The stored texts of an attempt.
fn attempt() -> Vec<String> {
    SAMPLE_ENTRIES.map(str::to_owned).to_vec()
}

const SAMPLE_ENTRIES: [&str; 5] = [
    r#"{"v":2,"body":{"id":"01a1b2c3d4e500000000000000000001","seq":7,"at":1794998000000,"fact":{"attempt-begun":{"attempt":"01a1b2c3d4e500000000000000000001","quiz":"migration/trafficking/practice","mode":"practice","pass":0.7,"seed":4711,"given":[{"question":"trafficking/means","edition":"00000000000000a1","points":1.0,"order":["deceit","force"]}],"conditions":{"further_tries":1,"penalty":0.25,"certainty":true}}}}}"#,
    r#"{"v":2,"body":{"id":"01a1b2c3d4e500000000000000000002","seq":8,"at":1794998010000,"fact":{"hint-taken":{"attempt":"01a1b2c3d4e500000000000000000001","question":"trafficking/means","hint":0}}}}"#,
    r#"{"v":2,"body":{"id":"01a1b2c3d4e500000000000000000003","seq":9,"at":1794998020000,"fact":{"question-answered":{"attempt":"01a1b2c3d4e500000000000000000001","question":"trafficking/means","edition":"00000000000000a1","response":{"single-choice":{"chosen":"deceit"}},"credit":0.0,"took":20000,"certainty":"low"}}}}"#,
    r#"{"v":2,"body":{"id":"01a1b2c3d4e500000000000000000004","seq":10,"at":1794998030000,"fact":{"question-answered":{"attempt":"01a1b2c3d4e500000000000000000001","question":"trafficking/means","edition":"00000000000000a1","response":{"single-choice":{"chosen":"force"}},"credit":0.75,"took":30000,"verdict":"right","certainty":"middle"}}}}"#,
    r#"{"v":1,"body":{"id":"01a1b2c3d4e500000000000000000005","seq":11,"at":1794998040000,"fact":{"attempt-finished":{"attempt":"01a1b2c3d4e500000000000000000001"}}}}"#,
];

fn written() -> String {
    write(&head(), &attempt()).text
}

fn opened(text: &str) -> Results {
    read(text).unwrap()
}

#[track_caller]
fn check(change: impl FnOnce(&mut Results), expect: &[Broken]) {
    let mut results = opened(&written());
    change(&mut results);
    assert_eq!(verify(&results), expect);
}

#[test]
fn a_file_of_the_first_version_is_written_and_read_as_ever() {
    assert_eq!(written(), SAMPLE);
    let results = opened(SAMPLE);
    assert_eq!(verify(&results), []);
    assert!(results.read_entries().all(|entry| entry.is_ok()));
    assert_eq!((results.head.clone(), results.entries), (head(), attempt()));
}

#[test]
fn it_is_told_which_entry_was_changed_taken_out_exchanged_or_put_in() {
    use Broken::{Beginning, Count, Entry, Links, Seal};
    check(|_| {}, &[]);
    check(|file| file.entries[3] = file.entries[3].replace("0.75", "1.0"), &[Entry { number: 4 }, Seal]);
    check(
        |file| {
            file.entries.remove(2);
            file.chain.remove(3);
        },
        &[Count { written: 5, found: 4 }, Entry { number: 3 }, Seal],
    );
    check(|file| file.entries.swap(1, 2), &[Entry { number: 2 }, Entry { number: 3 }, Seal]);
    check(
        |file| {
            file.entries.pop();
        },
        &[Count { written: 5, found: 4 }, Links { needed: 5, found: 6 }, Seal],
    );
    // The last entry with its link: the chain hangs together, but there are not enough.
    check(
        |file| {
            file.entries.pop();
            file.chain.pop();
        },
        &[Count { written: 5, found: 4 }, Seal],
    );
    check(
        |file| {
            file.entries.insert(1, "{}".to_owned());
            file.chain.insert(2, "ab".to_owned());
            file.count = 6;
        },
        &[Entry { number: 2 }, Entry { number: 3 }, Seal],
    );
    check(|file| file.head.learner = "Somebody else".to_owned(), &[Seal]);
    check(|file| file.head.made = Timestamp(1), &[Seal]);
    check(|file| file.head.course = "law".parse().unwrap(), &[Beginning, Seal]);
    check(|file| file.seal = "0".repeat(64), &[Seal]);
}

#[test]
fn a_file_that_was_only_written_anew_says_so() {
    let spaced = written().replace("\",\"", "\",\n  \"");
    assert_eq!(verify(&opened(&spaced)), [Broken::Form]);
    // What a mail program does around the text changes nothing.
    assert_eq!(verify(&opened(&format!("\u{feff}\r\n{}\r\n", written()))), []);
}

#[test]
fn a_chain_goes_on_where_an_earlier_file_ended() {
    let (first, then) = (write(&head(), &attempt()[..3]), opened(&written()));
    assert_eq!(then.chain[3], first.fingerprint.to_string());
    let later = Head { made: Timestamp(9), learner: String::new(), ..head() };
    assert_eq!(write(&later, &attempt()).fingerprint, write(&head(), &attempt()).fingerprint);
    assert_eq!(then.fingerprint(), write(&head(), &attempt()).fingerprint.to_string());
}

#[track_caller]
fn check_refused(text: &str, expect: &[Fault]) {
    assert_eq!(read(text), Err(expect.to_vec()));
}

#[test]
fn what_is_no_results_file_is_refused_with_every_reason() {
    check_refused("", &[Fault::NotJson]);
    check_refused(&written()[..200], &[Fault::NotJson]);
    check_refused("[]", &[Fault::NotResults]);
    check_refused(r#"{"plenary":"backup","v":1}"#, &[Fault::NotResults]);
    check_refused(r#"{"plenary":"results","v":9}"#, &[Fault::TooNew { version: 9 }]);
    check_refused(r#"{"plenary":"results","v":"1"}"#, &[Fault::Field { name: "v" }]);
    let names = ["course", "learner", "made", "language", "count", "entries", "chain", "seal"];
    check_refused(r#"{"plenary":"results","v":1}"#, &names.map(|name| Fault::Field { name }));
    let hostile = r#"{"plenary":"results","v":1,"course":"../x","learner":7,"made":-1,"language":"en","count":2,"entries":[7,"a",null],"chain":[],"seal":""}"#;
    check_refused(
        hostile,
        &[
            Fault::Field { name: "course" },
            Fault::Field { name: "learner" },
            Fault::Field { name: "made" },
            Fault::NotAText { name: "entries", number: 1 },
            Fault::NotAText { name: "entries", number: 3 },
        ],
    );
    check_refused(&" ".repeat(crate::LARGEST_FILE + 1), &[Fault::TooLarge]);
    check_refused(&"[".repeat(100_000), &[Fault::NotJson]);
}

fn entry(number: u64, fact: Fact) -> (EntryId, String) {
    let id = EntryId::new(Timestamp(number), u128::from(number));
    let entry = Entry { id, seq: domain::log::Seq(number), at: Timestamp(number), fact };
    (id, write_entry(&entry))
}

#[test]
fn of_everything_that_is_stored_only_finished_attempts_at_the_course_are_told() {
    let attempt = |number: u64| AttemptId(EntryId::new(Timestamp(number), u128::from(number)));
    let begun = |number: u64, quiz: &str| {
        let Ok(Fact::AttemptBegun { mode, pass, seed, given, conditions, code, .. }) =
            domain::saved::read_entry(SAMPLE_ENTRIES[0]).map(|entry| entry.fact)
        else {
            panic!("the sample begins an attempt")
        };
        let (attempt, quiz) = (attempt(number), quiz.parse().unwrap());
        entry(number, Fact::AttemptBegun { attempt, quiz, mode, pass, seed, given, conditions, code })
    };
    let finished = |number: u64, of: u64| entry(number, Fact::AttemptFinished { attempt: attempt(of) });
    let mut stored = vec![
        begun(1, "migration/trafficking/practice"),
        begun(2, "migration/trafficking/assessment"),
        begun(3, "law/crimes/practice"),
        begun(4, "migration/trafficking/practice"),
        entry(5, Fact::LessonRead { lesson: "migration/trafficking/means".parse().unwrap() }),
        finished(6, 2),
        finished(7, 3),
        finished(8, 1),
        (EntryId::new(Timestamp(9), 9), "damaged".to_owned()),
    ];
    let texts = |places: &[usize]| places.iter().map(|place| stored[*place].1.clone()).collect::<Vec<_>>();
    let (all, one) = (texts(&[0, 1, 5, 7]), texts(&[1, 5]));
    for _ in 0..2 {
        assert_eq!(entries_of(&stored, &course(), Which::All), all);
        assert_eq!(entries_of(&stored, &course(), Which::One(attempt(2))), one);
        assert_eq!(entries_of(&stored, &course(), Which::One(attempt(4))), Vec::<String>::new());
        stored.reverse();
    }
}

/// Texts as they could be stored, and as they could never be.
fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(prop_oneof![any::<String>(), proptest::sample::select(&SAMPLE_ENTRIES).prop_map(str::to_owned)], 0..8)
}

proptest! {
    #[test]
    fn a_file_is_read_as_it_was_written(entries in texts(), learner: String, made: u64) {
        let head = Head { learner, made: Timestamp(made), ..head() };
        let written = write(&head, &entries);
        let results = read(&written.text).unwrap();
        prop_assert_eq!(verify(&results), []);
        prop_assert_eq!(results.fingerprint(), written.fingerprint.to_string());
        prop_assert_eq!((results.head, results.entries), (head, entries));
    }

    #[test]
    fn an_edit_of_any_byte_of_the_file_shows(place in 0..8192_usize, byte: u8) {
        let mut bytes = written().into_bytes();
        let place = place % (bytes.len() - 1);
        prop_assume!(bytes[place] != byte);
        bytes[place] = byte;
        let broken = String::from_utf8(bytes).map(|text| read(&text).map(|results| verify(&results)));
        // White space in the place of the first or last bracket is no JSON any more.
        prop_assert_ne!(broken, Ok(Ok(Vec::new())));
    }

    #[test]
    fn an_edit_of_any_byte_of_an_entry_tells_which_one(which in 0..5_usize, place: usize, byte in 32..127_u8) {
        let mut results = opened(&written());
        let mut bytes = results.entries[which].clone().into_bytes();
        let place = place % bytes.len();
        prop_assume!(bytes[place] != byte);
        bytes[place] = byte;
        results.entries[which] = String::from_utf8(bytes).unwrap();
        prop_assert_eq!(verify(&results), [Broken::Entry { number: which + 1 }, Broken::Seal]);
    }

    #[test]
    fn any_text_is_read_or_refused(text: String) {
        let _ = read(&text).map(|results| verify(&results));
    }
}
