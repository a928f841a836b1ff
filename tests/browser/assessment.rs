//! Assessment: nothing is told before the end; everything is told then.

use domain::log::Fact;
use thirtyfour::Key;

use super::asks::{self, ASKS, Ask, Grade};
use super::workbench::{Hand, Page, fixture, journey, squeezed};

const ASSESSMENT: &str = "treaties/consent/assessment/";

#[test]
fn an_assessment_tells_nothing_before_the_end_and_everything_then() {
    journey(fixture(), |page| {
        page.open(ASSESSMENT);
        page.sees("Assessment · 6 questions");
        page.sees("pass mark 70 %");
        assert_eq!(page.log(), [], "an assessment began before its entrance was passed");
        page.press("Begin");
        page.focus_is("heading", "Question 1 of 6");

        let first = answers(page, 1, Grade::Wrong);
        let second = answers(page, 2, Grade::Right);
        page.press("Back");
        page.focus_is("heading", "Question 2 of 6");
        assert_eq!(asks::current(page), second);
        page.press("Back");
        page.focus_is("heading", "Question 1 of 6");
        assert_eq!(asks::current(page), first);
        tells_nothing(page, first);
        // What was chosen is still there, and can be changed.
        first.respond(Hand::Mouse, page, Grade::Right);
        unchoose(page, first);
        page.press("Save and go on");
        page.hears("Answer saved.");
        page.focus_is("heading", "Question 2 of 6");
        page.press("Leave it for now");
        page.finds("heading", "Question 3 of 6");
        let third = asks::current(page);
        page.press("Leave it for now");
        for number in 4..=5 {
            answers(page, number, Grade::Right);
        }

        page.finds("heading", "Question 6 of 6");
        let last = asks::current(page);
        page.sees("1 question is not answered yet:");
        page.press("Question 3");
        page.focus_is("heading", "Question 3 of 6");
        assert_eq!(asks::current(page), third);
        page.press("Leave it for now");
        page.press("Leave it for now");
        page.press("Leave it for now");
        page.finds("heading", "Question 6 of 6");
        last.respond(Hand::Mouse, page, Grade::Right);
        tells_nothing(page, last);
        page.press("Hand in");

        page.focus_is("heading", "Your result");
        page.hears("Finished: 83 %.");
        page.sees("83 % 5 of 6 points");
        page.sees("Passed. The pass mark is 70 %.");
        objectives(page);
        tells_everything(page, third);
        let changed =
            page.log().iter().filter(|entry| matches!(entry.fact, Fact::QuestionAnswered { .. })).count();
        assert_eq!(changed, 6, "five answers, one of them changed once");
        assert!(
            !page.stored().keys().any(|key| key.starts_with("plenary:place:")),
            "the place is still kept"
        );
    });
}

#[test]
fn a_paper_below_the_pass_mark_is_not_passed_and_can_be_taken_again() {
    journey(fixture(), |page| {
        page.open(ASSESSMENT);
        page.press("Begin");
        for number in 1..=5 {
            page.finds("heading", &format!("Question {number} of 6"));
            page.press("Leave it for now");
        }
        page.finds("heading", "Question 6 of 6");
        page.sees("5 questions are not answered yet:");
        page.press("Hand in");
        page.sees("0 % 0 of 6 points");
        page.sees("Not passed yet. The pass mark is 70 %.");
        for number in 1..=6 {
            page.finds("DisclosureTriangle", &format!("Not answered Question {number}"));
        }
        page.press("Take it again");
        page.focus_is("heading", "Question 1 of 6");
        page.reload();
        page.finds("heading", "Question 1 of 6");
        page.follow("Consent to be bound");
        page.sees("0 of 6 answered");
    });
}

#[test]
fn the_last_result_can_be_seen_again_from_the_entrance() {
    journey(fixture(), |page| {
        page.open("treaties/consent/drawing/");
        page.press("Begin");
        for number in 1..=5 {
            page.finds("heading", &format!("Question {number} of 6"));
            page.press("Leave it for now");
        }
        page.press("Hand in");
        page.focus_is("heading", "Your result");
        page.reload();
        page.sees("Your best result 0 %.");
        page.click("the last result", |tree| {
            tree.all("button").find(|node| node.name.ends_with(": 0 %")).cloned()
        });
        page.focus_is("heading", "Your result");
        page.sees("0 % 0 of 6 points");
    });
}

/// Answers the question of this number, and goes on.
#[track_caller]
fn answers(page: &Page, number: usize, grade: Grade) -> &'static Ask {
    page.finds("heading", &format!("Question {number} of 6"));
    let ask = asks::current(page);
    ask.respond(Hand::Mouse, page, grade);
    tells_nothing(page, ask);
    page.press("Save and go on");
    page.focus_is("heading", &format!("Question {} of 6", number + 1));
    ask
}

/// A checkbox keeps what was chosen before: what was wrong is taken back.
fn unchoose(page: &Page, ask: &Ask) {
    if ask.name == "multiple-response" {
        for option in ["Abstention", "Applause"] {
            page.click(option, |tree| tree.find("checkbox", option).cloned());
            page.until(option, |tree| {
                tree.find("checkbox", option).is_some_and(|node| node.checked == Some(false))
            });
        }
    }
}

#[track_caller]
fn tells_nothing(page: &Page, ask: &Ask) {
    for secret in [ask.explain, "Right answer", "right answer", "Not right"]
        .into_iter()
        .chain(ask.said)
        .filter(|text| !text.is_empty())
    {
        assert!(!page.shows(secret), "{}: “{secret}” is told before the end", ask.name);
    }
}

/// The table by objective: five questions of one, one of the other.
#[track_caller]
fn objectives(page: &Page) {
    let rows = page.wait("the table by objective", |tree| tree.within("region", "By objective"));
    let text = squeezed(&rows.text());
    for objective in ["Tell apart the acts by which a State joins a treaty", "Recognize a reservation"] {
        assert!(rows.find("rowheader", objective).is_some(), "no row “{objective}” in\n{rows}");
    }
    assert!(text.contains("of5") && text.contains("of1"), "{rows}");
}

/// Every question with its key, its explanation and its source, also the one that was left out.
#[track_caller]
fn tells_everything(page: &Page, left_out: &Ask) {
    let folded = page.wait("the answers", |tree| {
        let all = tree
            .all("DisclosureTriangle")
            .filter(|node| node.expanded == Some(false) && node.name.starts_with("Right Question "));
        Some(all.map(|node| node.name.clone()).collect::<Vec<_>>())
    });
    assert_eq!(folded.len(), 5, "what was right is folded: {folded:?}");
    for name in folded {
        page.click(&name, |tree| tree.find("DisclosureTriangle", &name).cloned());
    }
    for ask in &ASKS {
        page.sees(ask.stem);
        page.sees(ask.explain);
        page.finds("link", ask.source);
    }
    page.until("the question that was left out", |tree| {
        tree.all("DisclosureTriangle").any(|node| node.name.starts_with("Not answered Question 3"))
    });
    page.sees("Right answer:");
    page.sees(left_out.feedback(Grade::Right));
    // A source opens in the review as it does anywhere else.
    page.follow(left_out.source);
    page.focus_is("region", "Vienna Convention");
    page.sees("27 January 1980");
    page.key(Key::Escape);
    page.focus_is("link", left_out.source);
}
