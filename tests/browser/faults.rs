//! The fault list: whatever goes wrong, what was answered is what is there afterwards. Each test counts both, and prints its line of
//! the table (`cargo test --test main faults -- --nocapture`).

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::backup;
use domain::log::{Entry, Fact};
use serde_json::json;
use tempfile::TempDir;

use super::answering::SIX_KINDS;
use super::asks::{self, Grade};
use super::workbench::{Hand, Page, fixture, journey};

const YOUR_DATA: &str = "your-data/";

/// Prints a line of the table, and fails where an answer is missing or one too many.
#[track_caller]
fn counts(fault: &str, answered: usize, there: usize) {
    println!("fault: {fault:<66} answered {answered:>2}, there afterwards {there:>2}");
    assert_eq!(answered, there, "{fault}");
}

#[test]
fn a_storage_that_fills_up_in_the_middle_of_a_quiz_loses_no_answer() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        (1..=2).for_each(|number| answer(page, number));
        page.fill_storage();
        (3..=5).for_each(|number| answer(page, number));
        page.sees("The storage of this browser is full");
        page.sees("Not saved on this device");
        let stored = answers(&page.log());
        assert!(stored < 5, "the storage was not full");
        // The page itself offers the backup, so that she need not leave it.
        let (name, text) = page.downloads(|| page.press("Back up now"));
        assert!(name.starts_with("plenary-20") && name.len() == "plenary-2026-11-22.json".len(), "{name}");
        counts("quota exceeded: in the backup", 5, answers_in(&text));

        // The tab is closed before there was room: the memory is gone, the file is not.
        page.close_tab();
        page.new_tab();
        page.open(YOUR_DATA);
        page.make_room();
        restore(page, &[&text]);
        counts(
            "quota exceeded: after the tab was closed and the backup brought back",
            5,
            answers(&page.log()),
        );
        page.open(SIX_KINDS);
        // Where she was could not be stored either, so she may be shown a question that she has answered.
        let at = page.wait("a question", |tree| {
            (1..=6).find(|number| tree.find("heading", &format!("Question {number} of 6")).is_some())
        });
        (at..6).for_each(|_| page.press("Next question"));
        answer(page, 6);
        counts("quota exceeded: at the end of the quiz", 6, answers(&page.log()));
    });
}

#[test]
fn a_storage_that_is_blocked_keeps_answers_in_memory_and_gives_them_as_a_file() {
    let mut kept = String::new();
    journey(fixture(), |page| {
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": "Object.defineProperty(window, 'localStorage', {
                get() { throw new DOMException('denied', 'SecurityError'); },
            })" }),
        );
        page.open(SIX_KINDS);
        (1..=4).for_each(|number| answer(page, number));
        page.sees("This browser does not let the page store anything.");
        kept = page.downloads(|| page.press("Back up now")).1;
        counts("storage blocked: in the backup", 4, answers_in(&kept));
        // Another tab is not under the script, as another browser would not be.
        page.new_tab();
        page.open(YOUR_DATA);
        restore(page, &[&kept]);
        counts("storage blocked: brought back where storage is allowed", 4, answers(&page.log()));
        page.open(SIX_KINDS);
        page.finds("heading", "Question 5 of 6");
    });
}

#[test]
fn an_entry_that_was_cut_off_is_set_aside_and_a_backup_brings_it_back() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        (1..=3).for_each(|number| answer(page, number));
        page.open(YOUR_DATA);
        let (_, text) = page.downloads(|| press_main(page, "Back up now"));
        let (key, whole) = page
            .stored()
            .into_iter()
            .find(|(key, text)| key.starts_with("plenary:entry:") && text.contains("question-answered"))
            .unwrap();
        page.store(&key, &whole[..whole.len() / 2]);
        page.reload();
        page.sees("1 stored entry could not be read and was set aside");
        let there = answers(&page.log());
        let aside = page.stored().into_iter().filter(|(key, _)| key.starts_with("plenary:aside:")).count();
        counts("truncated entry: readable and set aside", 3, there + aside);
        restore(page, &[&text]);
        counts("truncated entry: after the backup was brought back", 3, answers(&page.log()));
    });
}

#[test]
fn entries_of_a_newer_version_stay_as_they_are_also_in_a_backup() {
    const KEY: &str = "plenary:entry:0123456789abcdef0123456789abcdef";
    const NEWER: &str = r#"{"v":99,"body":{"what":"nobody knows \"yet\""}}"#;
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        answer(page, 1);
        page.store(KEY, NEWER);
        page.reload();
        page.finds("heading", "Question 2 of 6");
        answer(page, 2);
        page.open(YOUR_DATA);
        let (_, text) = page.downloads(|| press_main(page, "Back up now"));
        counts("entries of a newer version: in the backup", 2 + 1, answers_in(&text) + newer_in(&text));
        page.run("localStorage.clear()");
        page.reload();
        restore(page, &[&text]);
        page.sees("Written by a later version and kept as they are: 1");
        let stored = page.stored();
        assert_eq!(stored.get(KEY).map(String::as_str), Some(NEWER));
        let readable = stored.iter().filter(|(key, text)| {
            key.starts_with("plenary:entry:") && *key != KEY && text.contains("question-answered")
        });
        counts("entries of a newer version: brought back", 2 + 1, readable.count() + 1);
    });
}

#[test]
fn two_tabs_that_answer_at_once_stay_consistent() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        page.finds("heading", "Question 1 of 6");
        page.new_tab();
        page.open(SIX_KINDS);
        page.finds("heading", "Question 1 of 6");
        // A choice of this tab that was not given stays, while the other tab answers.
        let ask = asks::current(page);
        page.to_tab(1);
        answer(page, 1);
        page.to_tab(2);
        page.finds("region", &verdict(ask));
        page.press("Next question");
        // Both tabs have the second question before them: this one begins it, the other one too.
        let ask = asks::current(page);
        ask.begin(Hand::Mouse, page);
        page.to_tab(1);
        page.finds("heading", "Question 2 of 6");
        (2..=3).for_each(|number| answer(page, number));
        page.to_tab(2);
        page.finds("region", &verdict(ask));
        page.press("Next question");
        page.finds("heading", "Question 3 of 6");
        page.press("Next question");
        (4..=5).for_each(|number| answer(page, number));
        page.to_tab(1);
        page.finds("heading", "Question 4 of 6");
        page.press("Next question");
        page.press("Next question");
        answer(page, 6);
        page.finds("heading", "Your result");
        page.to_tab(2);
        page.finds("heading", "Your result");
        counts("two tabs answering at once", 6, answers(&page.log()));
        let begun = page.log().iter().filter(|entry| matches!(entry.fact, Fact::AttemptBegun { .. })).count();
        assert_eq!(begun, 1, "the second tab began another attempt");
    });
}

#[test]
fn a_tab_that_is_killed_right_after_an_answer_has_stored_it() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        for number in 1..=6 {
            page.finds("heading", &format!("Question {number} of 6"));
            asks::current(page).respond(Hand::Mouse, page, Grade::Right);
            page.press("Check the answer");
            page.crash_tab();
            page.new_tab();
            page.open(SIX_KINDS);
            page.press(if number < 6 { "Next question" } else { "See the result" });
        }
        page.finds("heading", "Your result");
        counts("tab killed right after each answer", 6, answers(&page.log()));
    });
}

#[test]
fn a_clock_that_was_set_back_changes_neither_order_nor_durations() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        (1..=3).for_each(|number| answer(page, number));
        let back = "const now = Date.now; Date.now = () => now() - 40 * 24 * 3600 * 1000;";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": back }));
        page.reload();
        page.finds("heading", "Question 4 of 6");
        (4..=6).for_each(|number| answer(page, number));
        page.finds("heading", "Your result");
        let log = page.log();
        let answered: Vec<_> = log
            .iter()
            .filter_map(|entry| {
                let Fact::QuestionAnswered { took, .. } = &entry.fact else { return None };
                Some((entry.at, took.0))
            })
            .collect();
        counts("clock set back in the middle", 6, answered.len());
        // The first three are later by the clock, and still come first.
        assert!(answered[2].0 > answered[3].0, "the clock was not set back");
        assert!(answered.iter().all(|(_, took)| *took < 10 * 60 * 1000), "{answered:?}");
        let last = log.last().map(|entry| &entry.fact);
        assert!(matches!(last, Some(Fact::AttemptFinished { .. })), "{last:?}");
        page.open(YOUR_DATA);
        page.sees("Answers 6");
    });
}

#[test]
fn the_backups_of_two_devices_give_the_same_in_both_orders_and_twice() {
    journey(fixture(), |page| {
        let device = |number: usize| -> (String, usize) {
            page.run("localStorage.clear()");
            page.open(SIX_KINDS);
            (1..=number).for_each(|number| answer(page, number));
            page.open(YOUR_DATA);
            let (_, text) = page.downloads(|| press_main(page, "Back up now"));
            (text, number)
        };
        page.open("");
        let [(one, answered_one), (other, answered_other)] = [device(2), device(4)];
        let answered = answered_one + answered_other;
        let restored = |files: &[&str]| -> Vec<Entry> {
            page.run("localStorage.clear()");
            page.open(YOUR_DATA);
            page.sees("Nothing is stored yet.");
            restore(page, files);
            page.log()
        };
        let first = restored(&[&one, &other]);
        counts("two devices, the first backup first", answered, answers(&first));
        let second = restored(&[&other, &one]);
        counts("two devices, the second backup first", answered, answers(&second));
        assert_eq!(first, second);
        restore(page, &[&one, &other, &one]);
        counts("two devices, both again", answered, answers(&page.log()));
        assert_eq!(page.log(), first);
        page.sees(&format!("Answers {answered}"));
    });
}

#[test]
fn a_backup_that_is_damaged_or_cut_off_gives_what_is_whole_and_says_what_is_not() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        (1..=3).for_each(|number| answer(page, number));
        page.open(YOUR_DATA);
        let (_, text) = page.downloads(|| press_main(page, "Back up now"));
        page.run("localStorage.clear()");
        page.reload();
        let lines: Vec<&str> = text.lines().collect();
        let cut = lines[..3].join("\n") + "\n" + &lines[3][..40];
        restore(page, &[&cut, "no backup", &text.replacen("question-answered", "question-asked", 1)]);
        page.sees("The file was cut off. Only what is whole was taken from it.");
        page.sees("This is no backup of Plenary. Nothing was taken from it.");
        page.sees("Damaged: 1");
        restore(page, &[&text]);
        counts("damaged backups, then the whole one", 3, answers(&page.log()));
    });
}

/// Answers the question of this number, and goes on.
#[track_caller]
pub(super) fn answer(page: &Page, number: usize) {
    page.finds("heading", &format!("Question {number} of 6"));
    asks::current(page).respond(Hand::Mouse, page, Grade::Right);
    page.press("Check the answer");
    page.press(if number < 6 { "Next question" } else { "See the result" });
}

/// The name of the feedback on the right answer.
fn verdict(ask: &asks::Ask) -> String {
    let (verdict, points) = ask.verdict(Grade::Right);
    format!("{verdict} {points}")
}

/// Presses a button of the page itself: the notice above it can have one of the same name.
#[track_caller]
pub(super) fn press_main(page: &Page, name: &str) {
    page.click(&format!("the button “{name}” of the page"), |tree| {
        tree.within("main", "")?.find("button", name).cloned()
    });
}

/// Brings backups back, on the page of one's own data.
#[track_caller]
pub(super) fn restore(page: &Page, files: &[&str]) {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    let folder: TempDir = tempfile::tempdir().unwrap();
    // Each under a name of its own, so that what is said of it is not what was said of another.
    let name = || format!("backup-{}.json", MADE.fetch_add(1, Ordering::Relaxed));
    let names: Vec<String> = files.iter().map(|_| name()).collect();
    let paths: Vec<PathBuf> = names.iter().map(|name| folder.path().join(name)).collect();
    for (path, text) in paths.iter().zip(files) {
        fs::write(path, text).unwrap();
    }
    page.choose_files("#backup-files", &paths.iter().map(PathBuf::as_path).collect::<Vec<&Path>>());
    for name in names {
        page.finds("heading", &name);
    }
}

/// How many answers are in a log.
fn answers(log: &[Entry]) -> usize {
    log.iter().filter(|entry| matches!(entry.fact, Fact::QuestionAnswered { .. })).count()
}

/// How many answers are in a backup.
#[track_caller]
fn answers_in(file: &str) -> usize {
    let opened = backup::open(file).unwrap();
    assert!(opened.damages.is_empty() && !opened.is_cut, "{:?}", opened.damages);
    answers(&opened.backup.entries().collect::<Vec<_>>())
}

/// How many entries of later versions are in a backup.
fn newer_in(file: &str) -> usize {
    backup::open(file).unwrap().backup.too_new()
}
