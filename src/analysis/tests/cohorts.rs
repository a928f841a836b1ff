//! Files put together by learner: copies, later states, several devices, and what is odd.

use domain::backup::{self, Backup};
use domain::log::Entry;
use domain::saved::write_entry;
use domain::time::Timestamp;

use super::samples::{MORNING, attempt, cohort, written};
use crate::cohort::{Cohort, Flag, TimeFault};

fn joined(parts: &[Vec<Entry>]) -> Vec<Entry> {
    parts.concat()
}

#[track_caller]
fn check(cohort: &Cohort, learners: &[(&str, usize)]) {
    let found: Vec<(&str, usize)> =
        cohort.learners.iter().map(|learner| (learner.label.as_str(), learner.attempts.len())).collect();
    assert_eq!(found, learners);
}

fn flags(cohort: &Cohort, learner: usize) -> Vec<Vec<Flag>> {
    cohort.learners[learner].attempts.iter().map(|handed| handed.flags.clone()).collect()
}

fn within(cohort: &Cohort) -> Vec<Option<&str>> {
    cohort
        .files
        .iter()
        .map(|file| file.state.as_ref().ok().and_then(|taken| taken.within.as_deref()))
        .collect()
}

#[test]
fn a_later_file_of_a_learner_adds_to_the_earlier_and_a_copy_adds_nothing() {
    let (first, second) = (attempt(1, &[("one", "a")]), attempt(2, &[("one", "b")]));
    let earlier = written("Amina", &first);
    let later = written("amina ", &joined(&[first, second.clone()]));
    let only = written("Amina", &second);
    let cohort = cohort(&[
        ("copy.json", earlier.clone()),
        ("earlier.json", earlier),
        ("later.json", later),
        ("only.json", only),
    ]);
    check(&cohort, &[("Amina", 2)]);
    assert_eq!(within(&cohort), [Some("later.json"), Some("later.json"), None, Some("later.json")]);
    assert_eq!(flags(&cohort, 0), [vec![], vec![]]);
}

#[test]
fn the_order_of_files_changes_nothing() {
    let files = [
        ("b.json", written("Ben", &attempt(3, &[("one", "b")]))),
        ("a.json", written("Amina", &attempt(1, &[("one", "a")]))),
        ("c.json", "nothing".to_owned()),
        ("d.json", written("", &attempt(1, &[("one", "a")]))),
    ];
    let mut reversed = files.clone();
    reversed.reverse();
    assert_eq!(cohort(&files), cohort(&reversed));
    assert_eq!(cohort(&files).refused(), 1);
}

#[test]
fn a_file_without_a_name_belongs_to_whom_it_shares_an_attempt_with() {
    let (one, two) = (attempt(1, &[("one", "a")]), attempt(2, &[("one", "a")]));
    let backup = |entries: &[Entry]| {
        let texts = entries.iter().map(|entry| (entry.id.to_string(), write_entry(entry)));
        backup::write(&Backup::of(texts, []), Timestamp(MORNING + 50_000_000))
    };
    let cohort = cohort(&[
        ("a.json", written("Amina", &one)),
        ("b.json", backup(&joined(&[one, two]))),
        ("c.json", backup(&attempt(3, &[("one", "a")]))),
    ]);
    check(&cohort, &[("Amina", 2), ("c.json", 1)]);
    assert_eq!([cohort.learners[0].is_named, cohort.learners[1].is_named], [true, false]);
}

#[test]
fn the_same_attempt_under_two_names_is_told_of_both() {
    let entries = attempt(1, &[("one", "a")]);
    let cohort = cohort(&[("a.json", written("Amina", &entries)), ("b.json", written("Ben", &entries))]);
    check(&cohort, &[("Amina", 1), ("Ben", 1)]);
    assert_eq!(flags(&cohort, 0), [[Flag::Also { other: "Ben".to_owned() }]]);
    assert_eq!(flags(&cohort, 1), [[Flag::Also { other: "Amina".to_owned() }]]);
}

#[test]
fn what_a_whole_file_has_makes_good_what_another_has_lost() {
    let entries = attempt(1, &[("one", "a"), ("two", "b")]);
    let whole = written("Amina", &entries);
    let changed = whole.replace("\\\"credit\\\":1.0", "\\\"credit\\\":0.0");
    assert_ne!(changed, whole);
    let alone = cohort(&[("a.json", changed.clone())]);
    assert_eq!(flags(&alone, 0), [[Flag::Changed, Flag::Seal]]);
    assert!(!alone.learners[0].attempts[0].is_intact);
    let with_whole = cohort(&[("a.json", changed), ("b.json", whole)]);
    assert_eq!(flags(&with_whole, 0), [[]]);
    assert_eq!(with_whole.learners[0].attempts[0].attempt.share(), 0.5);
}

#[test]
fn a_name_that_was_changed_is_told_and_leaves_the_answers_intact() {
    let text = written("Amina", &attempt(1, &[("one", "a")])).replace("Amina", "Ben");
    let cohort = cohort(&[("a.json", text)]);
    check(&cohort, &[("Ben", 1)]);
    assert_eq!(flags(&cohort, 0), [[Flag::Seal]]);
    assert!(cohort.learners[0].attempts[0].is_intact);
}

#[test]
fn two_files_that_tell_differently_are_disputed() {
    let one = attempt(1, &[("one", "a")]);
    let mut other = one.clone();
    other[1].at = Timestamp(other[1].at.0 + 1);
    let cohort = cohort(&[("a.json", written("Amina", &one)), ("b.json", written("Amina", &other))]);
    assert_eq!(flags(&cohort, 0), [[Flag::Disputed]]);
}

#[test]
fn an_attempt_that_was_not_finished_is_no_result() {
    let mut entries = attempt(1, &[("one", "a")]);
    entries.pop();
    let cohort = cohort(&[("a.json", written("Amina", &entries))]);
    check(&cohort, &[("Amina", 0)]);
    assert_eq!(cohort.learners[0].unfinished, 1);
}

#[track_caller]
fn check_times(change: impl FnOnce(&mut Vec<Entry>), expect: &[TimeFault]) {
    let mut entries = attempt(1, &[("one", "a"), ("two", "a")]);
    change(&mut entries);
    let cohort = cohort(&[("a.json", written("Amina", &entries))]);
    let expect: Vec<Flag> = expect.iter().copied().map(Flag::Time).collect();
    assert_eq!(flags(&cohort, 0), [expect]);
}

#[test]
fn times_that_cannot_be_are_told() {
    check_times(|_| {}, &[]);
    check_times(|entries| entries[3].at = Timestamp(5), &[TimeFault::Backwards]);
    check_times(|entries| entries[2].at = Timestamp(5), &[TimeFault::Outside(1)]);
    check_times(|entries| entries[3].at = Timestamp(MORNING + 86_500_000), &[TimeFault::AfterFile]);
    check_times(
        |entries| entries[3].at = Timestamp(MORNING + 900_000_000),
        &[TimeFault::AfterFile, TimeFault::Ahead],
    );
    let slow = |entry: &mut Entry| {
        if let domain::log::Fact::QuestionAnswered { took, .. } = &mut entry.fact {
            *took = domain::time::Millis(3_600_000);
        }
    };
    check_times(|entries| slow(&mut entries[2]), &[TimeFault::TooLong(1)]);
}

#[test]
fn a_hostile_name_is_shown_as_a_short_line() {
    let name = format!("  =cmd\u{7}\n{}", "x".repeat(1000));
    let cohort = cohort(&[("a.json", written(&name, &attempt(1, &[("one", "a")])))]);
    let label = &cohort.learners[0].label;
    assert!(label.starts_with("=cmd xxx") && label.chars().count() == 120, "{label}");
}
