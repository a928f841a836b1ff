//! Practice: what follows an answer of every kind, and what follows one that is not complete.

use super::asks::{self, ASKS, Grade};
use super::workbench::{Hand, Page, fixture, journey, squeezed};

/// Where the six questions are asked, with feedback after each.
pub(super) const SIX_KINDS: &str = "treaties/consent/six-kinds/";

const NOT_READY: &str = "Something is still to be decided. Nothing was marked.";

#[test]
fn a_question_of_every_kind_says_what_was_wrong_and_what_is_right() {
    check(Grade::Wrong, "0 %", "0 of 6 points");
}

#[test]
fn a_question_of_every_kind_that_knows_partial_credit_gives_it() {
    check(Grade::Partly, "70 %", "4.25 of 6 points");
}

#[test]
fn a_question_of_every_kind_says_why_the_right_answer_is_right() {
    check(Grade::Right, "100 %", "6 of 6 points");
}

#[track_caller]
fn check(grade: Grade, share: &str, points: &str) {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        take(page, Hand::Mouse, grade, share, points);
    });
}

/// Takes the quiz of six questions from its first question to its result, and checks each step.
#[track_caller]
pub(super) fn take(page: &Page, hand: Hand, grade: Grade, share: &str, points: &str) {
    let mut met = Vec::new();
    for number in 1..=ASKS.len() {
        page.finds("heading", &format!("Question {number} of 6"));
        let ask = asks::current(page);
        refuses_what_is_not_complete(page, hand);
        ask.respond(hand, page, grade);
        marks(page, hand, ask, grade);
        met.push(ask.name);
        hand.press(page, if number < 6 { "Next question" } else { "See the result" });
        if number < 6 {
            page.focus_is("heading", &format!("Question {} of 6", number + 1));
        }
    }
    met.sort_unstable();
    met.dedup();
    assert_eq!(met.len(), 6, "{met:?}");
    page.focus_is("heading", "Your result");
    page.hears(&format!("Finished: {share}."));
    page.sees(&format!("{share} {points}"));
}

#[track_caller]
fn refuses_what_is_not_complete(page: &Page, hand: Hand) {
    let before = page.log().len();
    hand.press(page, "Check the answer");
    page.hears(NOT_READY);
    page.until("the reminder beside the question", |tree| {
        tree.within("region", "").is_none()
            && squeezed(&tree.text()).matches(&squeezed(NOT_READY)).count() == 2
    });
    assert!(
        page.tree().is_none_or(|tree| tree.focus().is_some_and(|focus| focus.name == "Check the answer"))
    );
    assert_eq!(page.log().len(), before, "an answer that is not complete was written down");
}

#[track_caller]
fn marks(page: &Page, hand: Hand, ask: &asks::Ask, grade: Grade) {
    let before = page.log().len();
    hand.press(page, "Check the answer");
    let (verdict, points) = ask.verdict(grade);
    let region = format!("{verdict} {points}");
    page.focus_is("region", &region);
    page.hears(verdict);
    let said = page.wait("the feedback", |tree| tree.within("region", &region));
    let text = squeezed(&said.text());
    for part in [ask.feedback(grade), ask.explain] {
        assert!(text.contains(&squeezed(part)), "{}: “{part}” is not in “{}”", ask.name, said.text());
    }
    assert!(said.find("link", ask.source).is_some(), "{}: no link “{}” in\n{said}", ask.name, ask.source);
    assert_eq!(page.log().len(), before + 1, "the answer was not written down");
    // The key stands in the form as well, and nothing there can be changed any more.
    page.until("a form that is closed", |tree| {
        let mut answers =
            tree.nodes().iter().filter(|node| matches!(node.role.as_str(), "radio" | "checkbox"));
        answers.all(|node| node.disabled)
    });
}
