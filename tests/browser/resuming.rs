//! Whatever ends a visit, the next one begins where it ended, and no answer is lost.

use std::collections::BTreeSet;

use domain::log::Fact;

use super::answering::SIX_KINDS;
use super::asks::{self, ASKS, Grade};
use super::workbench::{Hand, Page, fixture, journey};

#[test]
fn a_reload_continues_at_the_same_question_with_the_same_order() {
    check(Page::reload);
}

#[test]
fn a_closed_tab_continues_at_the_same_question_with_the_same_order() {
    check(|page| {
        page.close_tab();
        page.new_tab();
        page.open(SIX_KINDS);
    });
}

#[test]
fn a_crashed_tab_continues_at_the_same_question_with_the_same_order() {
    check(|page| {
        page.crash_tab();
        page.new_tab();
        page.open(SIX_KINDS);
    });
}

#[test]
fn a_browser_that_was_ended_continues_at_the_same_question_with_the_same_order() {
    check(|page| {
        page.restart_browser();
        page.open("treaties/consent/");
        page.sees("of 6 answered");
        page.follow("Six kinds");
    });
}

/// Answers two questions, begins a third, is interrupted, and goes on to the end.
#[track_caller]
fn check(interrupt: impl Fn(&Page)) {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        for number in 1..=2 {
            page.finds("heading", &format!("Question {number} of 6"));
            asks::current(page).respond(Hand::Mouse, page, Grade::Right);
            page.press("Check the answer");
            page.press("Next question");
        }
        page.finds("heading", "Question 3 of 6");
        let asked = asks::current(page);
        asked.begin(Hand::Mouse, page);
        let before = question(page);
        let log = page.log();

        interrupt(page);
        page.finds("heading", "Question 3 of 6");
        assert_eq!(asks::current(page), asked);
        assert_eq!(question(page), before, "the question is not as it was left");
        assert_eq!(page.log(), log, "the log is not as it was left");

        // Once more, in the moment after an answer: that one counts, and its feedback is still to be read.
        asked.respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        interrupt(page);
        page.finds("heading", "Question 3 of 6");
        page.finds("region", "Right 1 of 1 point");
        page.press("Next question");

        for number in 4..=6 {
            page.finds("heading", &format!("Question {number} of 6"));
            asks::current(page).respond(Hand::Mouse, page, Grade::Right);
            page.press("Check the answer");
            page.press(if number < 6 { "Next question" } else { "See the result" });
        }
        finishes(page);
    });
}

/// The result with its score and sources, the progress in the catalogue, and exactly these answers in the storage.
#[track_caller]
fn finishes(page: &Page) {
    page.finds("heading", "Your result");
    page.sees("100 % 6 of 6 points");
    for number in 1..=6 {
        page.click("an answer that is folded", |tree| {
            let name = format!("Right Question {number} ");
            tree.all("DisclosureTriangle").find(|node| node.name.starts_with(&name)).cloned()
        });
    }
    for ask in &ASKS {
        page.sees(ask.stem);
        page.sees(ask.explain);
        page.finds("link", ask.source);
    }
    page.follow("Plenary");
    page.is_at("", "Courses");
    page.sees("1 of 5 quizzes finished");

    let log = page.log();
    let answered: BTreeSet<_> = log
        .iter()
        .filter_map(|entry| match &entry.fact {
            Fact::QuestionAnswered { question, .. } => Some(question.clone()),
            Fact::LessonRead { .. }
            | Fact::AttemptBegun { .. }
            | Fact::HintTaken { .. }
            | Fact::KeyShown { .. }
            | Fact::TimeExtended { .. }
            | Fact::AttemptFinished { .. }
            | Fact::CardRecalled { .. }
            | Fact::RatingChanged { .. } => None,
        })
        .collect();
    assert_eq!((log.len(), answered.len()), (8, 6), "one begin, six answers, one end: {log:?}");
    let beside = page.stored().into_keys().filter(|key| !key.starts_with("plenary:entry:"));
    assert_eq!(beside.collect::<Vec<_>>(), ["plenary:settings"], "what is stored beside the log");
}

/// Everything about the question that can be answered with, and how it stands.
fn question(page: &Page) -> Vec<String> {
    page.wait("the question", |tree| Some(tree.outline()).filter(|outline| outline.len() > 3))
}
