//! Storage that is full, blocked, damaged or too new: it is said in the page, nothing is lost, and the learner goes on.

use domain::log::Fact;
use serde_json::json;

use super::answering::SIX_KINDS;
use super::asks::{self, Grade};
use super::workbench::{Hand, Page, fixture, journey};

const FULL: &str = "The storage of this browser is full: 1 entry is not stored";
const BLOCKED: &str = "This browser does not let the page store anything.";

#[test]
fn full_storage_is_said_and_the_answer_is_written_once_there_is_room() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        answer(page, 1);
        page.fill_storage();
        answer(page, 2);
        page.sees(FULL);
        assert_eq!(answers(page), 1);
        answer(page, 3);
        page.sees("2 entries are not stored");
        page.make_room();
        answer(page, 4);
        page.until("a page without the notice", |tree| {
            !tree.text().contains("The storage of this browser is full")
        });
        assert_eq!(answers(page), 4, "what did not fit was not written later");
        page.reload();
        page.finds("heading", "Question 5 of 6");
    });
}

#[test]
fn blocked_storage_is_said_and_the_learner_can_go_on() {
    journey(fixture(), |page| {
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": "Object.defineProperty(window, 'localStorage', {
                get() { throw new DOMException('denied', 'SecurityError'); },
            })" }),
        );
        page.open("treaties/consent/");
        page.sees(BLOCKED);
        page.follow("Six kinds");
        for number in 1..=6 {
            answer(page, number);
        }
        page.finds("heading", "Your result");
        page.sees("100 % 6 of 6 points");
        page.sees(BLOCKED);
        page.follow("Back to the module");
        page.sees("best result 100 %");
    });
}

#[test]
fn a_damaged_entry_is_set_aside_and_the_rest_is_there() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        answer(page, 1);
        answer(page, 2);
        let whole = page.stored();
        let key = "plenary:entry:0123456789abcdef0123456789abcdef";
        let damaged = r#"{"v":1,"body":{"id":"0123456789ab"#;
        page.store(key, damaged);

        page.reload();
        page.sees("1 stored entry could not be read and was set aside, not deleted.");
        page.finds("heading", "Question 3 of 6");
        let mut expected = whole;
        expected.insert(format!("plenary:aside:{key}"), damaged.to_owned());
        assert_eq!(page.stored(), expected);
        answer(page, 3);
        assert_eq!(answers(page), 3);

        // It stays said, and is not set aside twice.
        page.reload();
        page.sees("1 stored entry could not be read and was set aside");
        assert_eq!(page.stored().keys().filter(|key| key.starts_with("plenary:aside:")).count(), 1);
    });
}

#[test]
fn an_entry_of_a_later_version_is_left_as_it_is() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        answer(page, 1);
        let key = "plenary:entry:0123456789abcdef0123456789abcdef";
        page.store(key, r#"{"v":99,"body":{"what":"nobody knows yet"}}"#);
        let whole = page.stored();

        page.reload();
        page.sees("1 stored entry was written by a later version of Plenary and left as it is.");
        page.finds("heading", "Question 2 of 6");
        assert_eq!(page.stored(), whole);
    });
}

#[test]
fn what_another_tab_wrote_is_shown_here() {
    journey(fixture(), |page| {
        page.open("treaties/consent/");
        assert!(!page.shows("answered"));
        page.new_tab();
        page.open(SIX_KINDS);
        answer(page, 1);
        answer(page, 2);
        page.close_tab();
        page.to_tab(1);
        page.sees("2 of 6 answered");
    });
}

/// Answers the question of this number, and goes on.
#[track_caller]
fn answer(page: &Page, number: usize) {
    page.finds("heading", &format!("Question {number} of 6"));
    asks::current(page).respond(Hand::Mouse, page, Grade::Right);
    page.press("Check the answer");
    page.press(if number < 6 { "Next question" } else { "See the result" });
}

/// How many answers are stored.
#[track_caller]
fn answers(page: &Page) -> usize {
    page.log().iter().filter(|entry| matches!(entry.fact, Fact::QuestionAnswered { .. })).count()
}
