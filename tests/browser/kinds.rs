//! The younger kinds of question in every state that they have, and all kinds while they can be tried again: what axe-core finds
//! of them, and pictures for people to look at.

use super::accessibility::look;
use super::answering::{FURTHER_KINDS, TWO_TRIES};
use super::asks::{self, Grade};
use super::screenshots::draw;
use super::workbench::{Hand, Page, fixture, journey};

#[test]
fn no_state_of_a_question_has_a_fault_that_axe_knows() {
    journey(fixture(), |page| {
        let mut faults = Vec::new();
        asking(page, |state| look(page, state, &mut faults));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn every_state_of_a_question_is_drawn_in_each_window() {
    journey(fixture(), |page| asking(page, |state| draw(page, state)));
}

/// Shows a question of every further kind: before it is answered, with an answer in it, after it, and every kind while it can be tried
/// again.
fn asking(page: &Page, mut see: impl FnMut(&str)) {
    for (grade, whole) in [(Grade::Wrong, 9), (Grade::Partly, 9), (Grade::Right, 9)] {
        page.open(FURTHER_KINDS);
        if grade != Grade::Wrong {
            page.press("Begin again");
        }
        for number in 1..=whole {
            page.finds("heading", &format!("Question {number} of {whole}"));
            let ask = asks::current(page);
            if grade == Grade::Wrong {
                see(&format!("question-{}", ask.name));
                ask.begin(Hand::Mouse, page);
                see(&format!("question-{}-begun", ask.name));
                ask.begin_anew(page);
            }
            ask.respond(Hand::Mouse, page, grade);
            if grade == Grade::Partly {
                see(&format!("question-{}-filled", ask.name));
            }
            page.press("Check the answer");
            let (verdict, points) = ask.verdict(grade);
            page.finds("region", format!("{verdict} {points}").trim());
            let graded = match grade {
                Grade::Wrong => "wrong",
                Grade::Partly => "partly",
                Grade::Right => "right",
            };
            see(&format!("question-{}-{graded}", ask.name));
            page.press(if number < whole { "Next question" } else { "See the result" });
        }
        page.finds("heading", "Your result");
    }
    see("result-of-further-kinds");
    page.open(TWO_TRIES);
    for number in 1..=15 {
        page.finds("heading", &format!("Question {number} of 15"));
        let ask = asks::current(page);
        ask.respond(Hand::Mouse, page, Grade::Wrong);
        page.press("Check the answer");
        if ask.is_marked() {
            page.finds("button", "Show the answer");
            see(&format!("question-{}-tried", ask.name));
            page.press("Show the answer");
            page.finds("region", "Not right 0 of 1 point");
        }
        page.press(if number < 15 { "Next question" } else { "See the result" });
    }
    page.finds("heading", "Your result");
}
