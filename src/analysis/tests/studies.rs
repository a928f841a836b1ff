//! What a cohort's attempts say: whose attempt counts, who chose what, and what marking again changes.

use super::samples::{attempt, attempt_of, catalogue, class, cohort, question, written};
use crate::advice::Advice;
use crate::bank::Bank;
use crate::cohort::{Cohort, Flag};
use crate::remark::{Kept, compare, remark};
use crate::study::{ChoiceStudy, Counting, QuizStudy, Settings, Study, study};

fn of(cohort: &Cohort) -> Study {
    study(cohort, &Bank::default(), Settings::default())
}

fn many(learners: u64) -> Cohort {
    let files = class(learners);
    cohort(&files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect::<Vec<_>>())
}

fn bank() -> domain::course::Catalogue {
    catalogue(["one", "two", "three", "four"].map(|id| question(id, "a", 1)).to_vec())
}

fn only(study: &Study) -> &QuizStudy {
    assert_eq!(study.quizzes.len(), 1);
    &study.quizzes[0]
}

#[track_caller]
fn check_counting(counting: Counting, expect: (usize, f64)) {
    let entries = [
        attempt(1, &[("one", "b"), ("two", "a")]),
        attempt(2, &[("one", "a"), ("two", "a")]),
        attempt(3, &[("one", "b"), ("two", "b")]),
    ];
    let cohort = cohort(&[("a.json", written("Amina", &entries.concat()))]);
    let study = study(&cohort, &Bank::default(), Settings { counting, ..Settings::default() });
    let grade = study.gradebook.rows[0].grades[0].as_ref().unwrap();
    assert_eq!((grade.which, grade.share), expect);
    assert_eq!((grade.of, grade.answered, grade.questions, grade.spent.0), (3, 2, 2, 10_000));
}

#[test]
fn the_first_the_best_or_the_last_attempt_counts() {
    check_counting(Counting::First, (1, 0.5));
    check_counting(Counting::Best, (2, 1.0));
    check_counting(Counting::Last, (3, 0.0));
}

#[test]
fn the_figures_of_a_cohort_with_one_paper_are_those_of_its_table() {
    let study = of(&many(20));
    let quiz = only(&study);
    assert!(quiz.is_same_paper);
    let mut matrix = crate::matrix::Matrix::new(
        ["four", "one", "three", "two"]
            .map(|name| crate::matrix::Item { name: name.to_owned(), maximum: 1.0 })
            .to_vec(),
    );
    for number in 1..=20_u64 {
        let mark = |question: u64| if number % 5 >= question { 1.0 } else { 0.0 };
        assert!(matrix.push(&[mark(4), mark(1), mark(3), mark(2)]));
    }
    let expect = crate::statistics::of(&matrix);
    assert_eq!(quiz.figures, expect.quiz);
    let names: Vec<&str> = quiz.items.iter().map(|item| item.question.question.as_str()).collect();
    assert_eq!(names, ["four", "one", "three", "two"]);
    for (item, expect) in quiz.items.iter().zip(expect.items) {
        assert_eq!(item.figures, expect);
    }
}

#[test]
fn drawn_papers_are_analysed_by_question_and_their_consistency_by_place() {
    let names = ["one", "two", "three", "four"];
    let files: Vec<(String, String)> = (0..24_u64)
        .map(|number| {
            let option = |place: u64| if (number / 4 + place) % 6 < 3 { "a" } else { "b" };
            let paper: Vec<(&str, &str)> =
                (0..3).map(|place| (names[((number + place) % 4) as usize], option(place))).collect();
            (format!("{number}.json"), written(&format!("L{number}"), &attempt(number + 1, &paper)))
        })
        .collect();
    let cohort = cohort(&files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect::<Vec<_>>());
    let study = of(&cohort);
    let quiz = only(&study);
    assert!(!quiz.is_same_paper && quiz.advice.contains(&Advice::Drawn));
    assert_eq!((quiz.figures.learners, quiz.figures.items), (24, 3));
    assert!(quiz.figures.cic.is_some());
    for item in &quiz.items {
        assert_eq!((item.figures.learners, item.figures.effective_weight), (18, None));
        assert!(item.figures.discrimination_index.is_some());
        let weight = item.figures.intended_weight.unwrap();
        assert!((weight - 100.0 / 3.0).abs() < 1e-12);
    }
}

#[test]
fn editions_of_a_question_are_never_mixed() {
    let files: Vec<(String, String)> = (1..=24_u64)
        .map(|number| {
            let option = if number % 3 == 0 { "b" } else { "a" };
            let edition = 1 + number % 2;
            let entries = attempt_of(number, &[("one", option), ("two", "a")], edition);
            (format!("{number:02}.json"), written(&format!("L{number:02}"), &entries))
        })
        .collect();
    let cohort = cohort(&files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect::<Vec<_>>());
    let study = of(&cohort);
    let items = &only(&study).items;
    let found: Vec<(String, u64, usize, bool)> = items
        .iter()
        .map(|item| (item.question.to_string(), item.edition.0, item.figures.learners, item.is_current))
        .collect();
    // The last attempt was of edition 1.
    let expect =
        [("bank/one", 1, true), ("bank/one", 2, false), ("bank/two", 1, true), ("bank/two", 2, false)];
    assert_eq!(found, expect.map(|(id, edition, is_current)| (id.to_owned(), edition, 12, is_current)));
    assert_eq!(study.gradebook.rows[0].grades[0].as_ref().unwrap().flags, [Flag::Edition(2)]);
    assert_eq!(study.gradebook.rows[1].grades[0].as_ref().unwrap().flags, []);
}

#[test]
fn papers_of_another_length_and_changed_attempts_are_left_out_and_told() {
    let mut files = class(12);
    files.push(("x.json".to_owned(), written("X", &attempt(90, &[("one", "a")]))));
    files[0].1 = files[0].1.replace("\\\"credit\\\":1.0", "\\\"credit\\\":0.5");
    let cohort = cohort(&files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect::<Vec<_>>());
    let study = of(&cohort);
    let quiz = only(&study);
    assert_eq!((quiz.left_out.changed, quiz.left_out.other_papers), (1, 1));
    assert_eq!(quiz.figures.learners, 11);
    assert_eq!(study.gradebook.rows.len(), 13, "in the gradebook everybody stands");
    let settings = Settings { with_changed: true, ..Settings::default() };
    let with_changed = super::studies::study(&cohort, &Bank::default(), settings);
    assert_eq!(only(&with_changed).figures.learners, 12);
}

#[test]
fn who_chose_what_is_told_with_and_without_a_bank() {
    let cohort = many(20);
    let without = of(&cohort);
    let catalogue = bank();
    let with = study(&cohort, &Bank::of(&catalogue), Settings::default());
    let two = |study: &Study| only(study).items[3].clone();
    let tell = |choices: &[ChoiceStudy]| -> Vec<(String, Option<bool>, usize)> {
        choices.iter().map(|choice| (choice.text.clone(), choice.is_right, choice.learners)).collect()
    };
    let expect = [("a", None, 12), ("b", None, 8)];
    assert_eq!(tell(&two(&without).parts[0].choices), expect.map(|(a, b, c)| (a.to_owned(), b, c)));
    let expect = [("Option a", Some(true), 12), ("Option b", Some(false), 8), ("Option c", Some(false), 0)];
    assert_eq!(tell(&two(&with).parts[0].choices), expect.map(|(a, b, c)| (a.to_owned(), b, c)));
    // Who had `two` right had on average of the other three: 1, 2 and 3 points of learners 2, 3 and 4 of each five.
    assert_eq!(two(&with).parts[0].choices[0].mean_rest, Some(2.0));
    assert_eq!(two(&with).parts[0].choices[1].mean_rest, Some(0.5));
    assert_eq!((two(&with).guess, two(&without).guess), (Some(1.0 / 3.0), None));
    assert_eq!(two(&with).stem.as_deref(), Some("What of two?"));
    let quiz = only(&with);
    let objective = &quiz.objectives.as_ref().unwrap().columns[0];
    assert_eq!((objective.learners, objective.mastered, objective.failed), (20, 4, 12));
    let confusion = &quiz.misconceptions[0];
    assert_eq!((confusion.learners, confusion.of, confusion.questions.len()), (16, 20, 4));
    assert_eq!((&only(&without).objectives, only(&without).misconceptions.len()), (&None, 0));
}

#[test]
fn who_is_sure_and_wrong_is_counted_and_told() {
    let study = of(&many(20));
    let four = &only(&study).items[0];
    let sureness = four.sureness.unwrap();
    assert_eq!((sureness.asked, sureness.sure, sureness.sure_and_wrong), (20, 20, 16));
    assert!(four.advice.contains(&Advice::SurelyWrong { learners: 16, of: 20 }));
    let times = four.times.unwrap();
    assert_eq!((times.lower, times.median, times.upper), (5.0, 5.0, 5.0));
}

#[test]
fn a_wrong_key_shows_and_marking_again_mends_it() {
    let cohort = many(20);
    // The bank says that `b` is right of `one`, while those who know the rest chose `a`.
    let faulty = catalogue(vec![
        question("one", "b", 1),
        question("two", "a", 1),
        question("three", "a", 1),
        question("four", "a", 1),
    ]);
    let wrong = remark(&cohort, &Bank::of(&faulty));
    assert_eq!((wrong.answers, wrong.changed, wrong.kept.len()), (80, 20, 0));
    let settings = Settings { is_remarked: true, ..Settings::default() };
    let before = study(&wrong.cohort, &Bank::of(&faulty), settings);
    let one =
        only(&before).items.iter().find(|item| item.question.question.as_str() == "one").unwrap().clone();
    assert!(one.figures.discrimination_index.unwrap() < 0.0);
    assert!(one.advice.contains(&Advice::Negative), "{:?}", one.advice);
    assert!(
        one.advice.contains(&Advice::BetterThanKey { option: "Option a".to_owned() }),
        "{:?}",
        one.advice
    );

    let catalogue = bank();
    let mended = remark(&wrong.cohort, &Bank::of(&catalogue));
    let after = study(&mended.cohort, &Bank::of(&catalogue), settings);
    assert_eq!(
        after.quizzes,
        study(&cohort, &Bank::of(&catalogue), settings).quizzes,
        "as if the key had never been wrong"
    );
    let comparison = compare(&before, &after);
    assert_eq!(comparison.learners.len(), 20);
    assert!(comparison.learners.iter().all(|change| change.is_change()));
    let changed = comparison.items.iter().find(|item| item.question.question.as_str() == "one").unwrap();
    let facility =
        |figures: &Option<crate::statistics::ItemFigures>| figures.as_ref().unwrap().facility.unwrap();
    assert_eq!((facility(&changed.before), facility(&changed.after)), (0.2, 0.8));
}

#[test]
fn what_a_bank_cannot_mark_keeps_its_mark_and_is_told() {
    let cohort = many(3);
    let mut other = question("two", "a", 2);
    other.body = domain::question::Body::TrueFalse {
        prompt: domain::question::true_false::Prompt::default(),
        key: domain::question::true_false::Key {
            answer: true,
            feedback: Vec::new(),
            reason: None,
            partial: domain::score::Partial::Each,
            reason_feedback: Vec::new(),
        },
    };
    let mut fewer = question("three", "a", 2);
    if let domain::question::Body::SingleChoice { prompt, .. } = &mut fewer.body {
        prompt.options.remove(1);
    }
    let catalogue = catalogue(vec![other, fewer, question("four", "a", 1)]);
    let remarked = remark(&cohort, &Bank::of(&catalogue));
    let kept: Vec<(String, Kept, usize)> =
        remarked.kept.iter().map(|(question, why, count)| (question.to_string(), *why, *count)).collect();
    let expect =
        [("bank/one", Kept::Gone, 3), ("bank/three", Kept::Open, 2), ("bank/two", Kept::OtherKind, 3)];
    assert_eq!(kept, expect.map(|(id, why, count)| (id.to_owned(), why, count)));
    assert_eq!((remarked.changed, &remarked.cohort), (0, &cohort));
}

#[test]
fn marks_given_again_by_the_same_bank_are_the_same() {
    let cohort = many(12);
    let catalogue = bank();
    let remarked = remark(&cohort, &Bank::of(&catalogue));
    assert_eq!((remarked.answers, remarked.changed), (48, 0));
    assert_eq!(remarked.cohort, cohort);
}

#[test]
fn fewer_than_ten_learners_have_a_gradebook_and_no_estimates() {
    let study = of(&many(9));
    let quiz = only(&study);
    assert_eq!(quiz.advice, [Advice::TooFew(9)]);
    assert_eq!((quiz.figures.cic, quiz.items[0].figures.facility), (None, None));
    assert!(quiz.figures.mean.is_some() && study.gradebook.rows.len() == 9);
    assert!(quiz.items.iter().all(|item| item.advice == [Advice::TooFew(9)]));
    assert!(
        quiz.items[0].parts[0].choices.iter().all(|choice| choice.mean_rest.is_none() && choice.learners > 0)
    );
    assert_eq!(only(&of(&many(29))).advice[0], Advice::Few(29));
    assert_eq!(only(&of(&many(30))).advice, [Advice::GoodAlpha]);
}
