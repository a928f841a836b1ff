//! What is remembered is what would be read: a project is changed again and again, and each look is held against one from scratch.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use domain::time::Date;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{Change, change, changed, guide};
use crate::sheet::Role;
use crate::{Files, Glance, Watch, check};

fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

type Project = BTreeMap<String, Vec<u8>>;

/// The originals of the guide.
fn project() -> Project {
    guide().into_iter().filter(|(path, _)| Role::of(path).1.is_none()).collect()
}

fn files(project: &Project) -> Files {
    project.clone().into_iter().collect()
}

#[track_caller]
fn assert_as_from_scratch(watch: &Watch, project: &Project) -> Glance {
    let files = files(project);
    let (glance, checked) = (watch.look(&files, today()), check(&files, today()));
    assert_eq!(glance.diagnostics, checked.diagnostics);
    assert_eq!(glance.counts, checked.counts);
    let fresh = Watch::default().look(&files, today());
    assert!(glance.questions().eq(fresh.questions()), "other questions");
    if let Some(catalogue) = &checked.catalogue {
        assert!(
            glance.questions().eq(catalogue.banks.iter().flat_map(|bank| &bank.questions)),
            "other questions"
        );
        assert_eq!(glance.courses(), catalogue.courses);
    }
    glance
}

/// What happens to a project while it is written.
#[derive(Debug, Clone)]
enum Edit {
    /// A file is changed somehow.
    Any(Index, Change),
    /// A question is written twice, or goes.
    Question(Index, Index, bool),
    /// A file goes.
    Drop(Index),
    /// A file is as it was at the beginning.
    Back(Index),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let at = any::<Index>;
    let edit = prop_oneof![
        8 => (at(), change()).prop_map(|(file, change)| Edit::Any(file, change)),
        3 => (at(), at(), any::<bool>()).prop_map(|(file, which, goes)| Edit::Question(file, which, goes)),
        1 => at().prop_map(Edit::Drop),
        3 => at().prop_map(Edit::Back),
    ];
    proptest::collection::vec(edit, 1..12)
}

fn apply(edit: &Edit, project: &mut Project, original: &Project) {
    let pick = |project: &Project, file: &Index| {
        let all: Vec<String> = project.keys().cloned().collect();
        all.get(file.index(all.len().max(1))).cloned().unwrap_or_default()
    };
    match edit {
        Edit::Any(file, change) => {
            if let Some(bytes) = project.get_mut(&pick(project, file)) {
                *bytes = changed(std::mem::take(bytes), change);
            }
        }
        Edit::Question(file, which, goes) => {
            if let Some(bytes) = project.get_mut(&pick(project, file)) {
                let Ok(text) = str::from_utf8(bytes) else { return };
                let stretches = questions(text);
                let Some(stretch) = stretches.get(which.index(stretches.len().max(1))).cloned() else {
                    return;
                };
                let question = bytes[stretch.clone()].to_vec();
                let put = if *goes { Vec::new() } else { [question.clone(), question].concat() };
                bytes.splice(stretch, put);
            }
        }
        Edit::Drop(file) => drop(project.remove(&pick(project, file))),
        Edit::Back(file) => {
            let path = pick(original, file);
            project.insert(path.clone(), original[&path].clone());
        }
    }
}

/// Where the questions of a bank stand.
fn questions(text: &str) -> Vec<Range<usize>> {
    let heads: Vec<usize> = text.match_indices("\n[[question]]").map(|(at, _)| at + 1).collect();
    let ends = heads.iter().skip(1).copied().chain([text.len()]);
    heads.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn whatever_was_changed_a_look_tells_what_a_look_from_scratch_tells(edits in edits()) {
        let original = project();
        let mut project = original.clone();
        let watch = Watch::default();
        watch.look(&files(&project), today());
        for edit in &edits {
            apply(edit, &mut project, &original);
            assert_as_from_scratch(&watch, &project);
        }
    }
}

/// The bank with the most questions, and where they stand.
fn bank(project: &Project) -> (String, Vec<Range<usize>>) {
    let banks = project.iter().map(|(path, bytes)| (path.clone(), questions(str::from_utf8(bytes).unwrap())));
    banks.max_by_key(|(_, questions)| questions.len()).unwrap()
}

#[test]
fn only_the_question_that_was_changed_is_read_again() {
    let mut project = project();
    let watch = Watch::default();
    let reads = |glance: &Glance| -> Vec<_> {
        glance.originals.banks.iter().flat_map(|bank| bank.questions.clone()).collect()
    };
    let before = reads(&assert_as_from_scratch(&watch, &project));
    let (path, questions) = bank(&project);
    let text = project.get_mut(&path).unwrap();
    let stem =
        questions[2].start + text[questions[2].clone()].windows(4).position(|part| part == b"stem").unwrap();
    let quote = stem + text[stem..].iter().position(|byte| *byte == b'"').unwrap();
    text.insert(quote + 1, b'x');
    let after = reads(&assert_as_from_scratch(&watch, &project));
    let again = before.iter().zip(&after).filter(|(before, after)| !Rc::ptr_eq(before, after)).count();
    assert!(before.len() > 10 && before.len() == after.len());
    assert_eq!(again, 1);
}

#[test]
fn courses_are_read_again_when_there_is_something_else_to_draw_from() {
    let mut project = project();
    let watch = Watch::default();
    let courses = |glance: Glance| glance.originals.courses;
    let before = courses(assert_as_from_scratch(&watch, &project));
    let (path, questions) = bank(&project);
    let whole = project[&path].clone();
    let text = project.get_mut(&path).unwrap();
    text.extend_from_slice(b"\n# said\n");
    assert!(Rc::ptr_eq(&before, &courses(assert_as_from_scratch(&watch, &project))));
    project.get_mut(&path).unwrap().drain(questions[2].clone());
    assert!(!Rc::ptr_eq(&before, &courses(assert_as_from_scratch(&watch, &project))));
    project.insert(path, whole);
    assert_eq!(*before, *courses(assert_as_from_scratch(&watch, &project)));
}

#[test]
fn a_name_that_was_added_or_taken_away_is_noticed_in_every_question() {
    let mut project = project();
    let watch = Watch::default();
    assert_eq!(assert_as_from_scratch(&watch, &project).diagnostics, []);
    let kept = project.insert("courses/sources.toml".to_owned(), b"format = 1\n".to_vec()).unwrap();
    let missing = assert_as_from_scratch(&watch, &project).diagnostics.len();
    assert!(missing > 10, "{missing}");
    project.insert("courses/sources.toml".to_owned(), kept);
    assert_eq!(assert_as_from_scratch(&watch, &project).diagnostics, []);
}

#[test]
fn two_questions_of_one_id_are_told_of_whichever_was_read_before() {
    let project = project();
    let (path, questions) = bank(&project);
    let question = project[&path][questions[1].clone()].to_vec();
    let watch = Watch::default();
    for at in [questions[0].start, questions[2].start, project[&path].len()] {
        let mut project = project.clone();
        project.get_mut(&path).unwrap().splice(at..at, question.clone());
        let glance = assert_as_from_scratch(&watch, &project);
        assert!(glance.diagnostics.iter().any(|told| told.message.starts_with("There are two questions")));
    }
}
