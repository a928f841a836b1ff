//! Practice: what follows an answer of every kind, and what follows one that is not complete.

use super::asks::{self, ASKS, Ask, FURTHER, Grade};
use super::workbench::{Hand, Node, Page, fixture, journey, squeezed};

/// Where the questions of the bank “kinds” are asked, with feedback after each.
pub(super) const SIX_KINDS: &str = "treaties/consent/six-kinds/";

/// Where those of the bank “further” are asked.
pub(super) const FURTHER_KINDS: &str = "treaties/consent/further-kinds/";

/// Where all of them are asked, and can be tried twice.
pub(super) const TWO_TRIES: &str = "treaties/consent/two-tries/";

const NOT_READY: &str = "Something is still to be decided. Nothing was marked.";

#[test]
fn a_question_of_every_kind_says_what_was_wrong_and_what_is_right() {
    check(SIX_KINDS, &ASKS, Grade::Wrong, "0 %", "0 of 6 points");
    check(FURTHER_KINDS, &FURTHER, Grade::Wrong, "0 %", "0 of 8 points");
}

#[test]
fn a_question_of_every_kind_that_knows_partial_credit_gives_it() {
    check(SIX_KINDS, &ASKS, Grade::Partly, "69 %", "4.17 of 6 points");
    check(FURTHER_KINDS, &FURTHER, Grade::Partly, "57 %", "4.58 of 8 points");
}

#[test]
fn a_question_of_every_kind_says_why_the_right_answer_is_right() {
    check(SIX_KINDS, &ASKS, Grade::Right, "100 %", "6 of 6 points");
    check(FURTHER_KINDS, &FURTHER, Grade::Right, "100 %", "8 of 8 points");
}

/// What would be right is told by no part of the page before the key is shown, whatever the kind.
#[test]
fn a_question_that_can_be_tried_again_does_not_tell_its_key() {
    journey(fixture(), |page| {
        page.open(TWO_TRIES);
        for number in 1..=15 {
            page.finds("heading", &format!("Question {number} of 15"));
            let ask = asks::current(page);
            ask.respond(Hand::Mouse, page, Grade::Wrong);
            page.press("Check the answer");
            if ask.is_marked() {
                page.focus_is("region", "Not right");
                page.finds("button", "Show the answer");
                for told in ["Right answer", "right answer", ask.explain, ask.feedback(Grade::Right)] {
                    assert!(!page.shows(told), "{} tells “{told}” before the key is shown", ask.name);
                }
                page.until("a form that is closed", |tree| tree.nodes().iter().all(is_closed));
                page.press("Try again");
                page.focus_is("heading", &format!("Question {number} of 15"));
                again(page, ask);
                page.press("Check the answer");
                page.focus_is("region", "Right 0.75 of 1 point · try 2");
            } else {
                page.focus_is("region", "Noted");
            }
            page.press(if number < 15 { "Next question" } else { "See the result" });
        }
        page.sees("75 % 10.5 of 14 points");
    });
}

/// Answers rightly what was answered wrongly.
#[track_caller]
fn again(page: &Page, ask: &Ask) {
    ask.clear(page);
    ask.respond(Hand::Mouse, page, Grade::Right);
}

#[test]
fn what_is_typed_keeps_its_caret_and_outlives_the_page() {
    journey(fixture(), |page| {
        page.open(FURTHER_KINDS);
        let ask = page.until_asked("short-answer");
        ask.respond(Hand::Mouse, page, Grade::Wrong);
        // A letter in the middle stays in the middle, and the next one stands behind it.
        for _ in 0.."fication".len() {
            page.key(thirtyfour::Key::Left);
        }
        page.types("xy");
        let holds = |text: &'static str| move |node: &Node| node.value.as_deref() == Some(text);
        page.until("both letters", |tree| tree.nodes().iter().any(holds("ratixyfication")));
        page.reload();
        page.until("the same text", |tree| tree.nodes().iter().any(holds("ratixyfication")));
    });
}

#[test]
fn what_is_no_number_is_said_to_be_none_and_is_not_marked() {
    journey(fixture(), |page| {
        page.open(FURTHER_KINDS);
        page.until_asked("numeric");
        Hand::Mouse.choose(page, Some("Unit"), "months");
        Hand::Mouse.type_in(page, "Your answer", "a dozen");
        let how = "This cannot be read as a number. Write it in digits: 1234.5.";
        assert!(!page.shows(how), "it is judged while it is typed");
        page.key(thirtyfour::Key::Tab);
        page.hears(how);
        page.press("Check the answer");
        page.hears(NOT_READY);
        page.sees(how);
        Hand::Mouse.type_in(page, "Your answer", "1 2");
        page.until("nothing said of it any more", |tree| {
            !squeezed(&tree.text()).contains(&squeezed("in digits"))
        });
    });
}

#[test]
fn what_is_ticked_beside_a_model_answer_is_kept_at_once() {
    journey(fixture(), |page| {
        page.open(FURTHER_KINDS);
        let ask = page.until_asked("reflection");
        ask.respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        page.focus_is("region", "Noted");
        let before = page.log().len();
        Hand::Mouse.choose(page, None, "More States join");
        assert_eq!(page.log().len(), before + 1, "the tick was not written down");
        page.reload();
        page.until("the tick", |tree| {
            tree.find("checkbox", "More States join").is_some_and(|tick| tick.checked == Some(true))
        });
    });
}

#[track_caller]
fn check(quiz: &str, asks: &[Ask], grade: Grade, share: &str, points: &str) {
    journey(fixture(), |page| {
        page.open(quiz);
        take(page, Hand::Mouse, asks, grade, share, points);
    });
}

/// Takes a quiz of these questions from its first question to its result, and checks each step.
#[track_caller]
pub(super) fn take(page: &Page, hand: Hand, asks: &[Ask], grade: Grade, share: &str, points: &str) {
    let (mut met, whole) = (Vec::new(), asks.len());
    for number in 1..=whole {
        page.finds("heading", &format!("Question {number} of {whole}"));
        let ask = asks::current(page);
        refuses_what_is_not_complete(page, hand);
        ask.respond(hand, page, grade);
        marks(page, hand, ask, grade);
        met.push(ask.name);
        hand.press(page, if number < whole { "Next question" } else { "See the result" });
        if number < whole {
            page.focus_is("heading", &format!("Question {} of {whole}", number + 1));
        }
    }
    met.sort_unstable();
    met.dedup();
    assert_eq!(met.len(), whole, "{met:?}");
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
fn marks(page: &Page, hand: Hand, ask: &Ask, grade: Grade) {
    let before = page.log().len();
    hand.press(page, "Check the answer");
    let (verdict, points) = ask.verdict(grade);
    let region = format!("{verdict} {points}").trim().to_owned();
    page.focus_is("region", &region);
    page.hears(verdict);
    let said = page.wait("the feedback", |tree| tree.within("region", &region));
    let text = squeezed(&said.text());
    for part in [ask.feedback(grade), ask.explain] {
        assert!(text.contains(&squeezed(part)), "{}: “{part}” is not in “{}”", ask.name, said.text());
    }
    assert!(said.find("link", ask.source).is_some(), "{}: no link “{}” in\n{said}", ask.name, ask.source);
    assert_eq!(page.log().len(), before + 1, "the answer was not written down");
    // The key stands in the form as well, and nothing there can be changed any more; but for what is ticked beside a reflection.
    if ask.is_marked() {
        page.until("a form that is closed", |tree| tree.nodes().iter().all(is_closed));
    }
}

/// Whether this can answer nothing, or nothing any more.
fn is_closed(node: &Node) -> bool {
    match node.role.as_str() {
        "radio" | "checkbox" => node.disabled,
        "textbox" => node.readonly,
        "combobox" => false,
        "button" => node.pressed.is_none() && !node.name.starts_with("Move "),
        _ => true,
    }
}
