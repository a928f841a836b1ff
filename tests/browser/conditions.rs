//! The conditions of a quiz: hints, certainty, the clock, flags, attempts, codes. What they cost and what they allow is said
//! before and holds after.

use domain::log::Fact;
use domain::score::Certainty;
use thirtyfour::Key;

use super::accessibility::look;
use super::answering::FURTHER_KINDS;
use super::asks::{self, Grade};
use super::screenshots::draw;
use super::workbench::{Hand, Page, examining, journey, squeezed};

const WITH_HELP: &str = "treaties/examining/with-help/";
const CLOCK: &str = "treaties/examining/against-the-clock/";
const LOOKING_BACK: &str = "treaties/examining/looking-back/";
const ONE_BY_ONE: &str = "treaties/examining/one-by-one/";

/// A question: its stem, the right option, the wrong one.
type Asked = (&'static str, &'static str, &'static str);

const ASKED: [Asked; 4] = [
    ("Who wrote the note?", "The embassy", "The ministry"),
    ("What does the note ask for?", "A meeting", "A written answer"),
    HINTED,
    (
        "Who elects the judges of the Court together with the General Assembly?",
        "The Security Council",
        "The Secretariat",
    ),
];

const HINTED: Asked = ("How many principal organs does the Charter name?", "Six", "Five");

#[test]
fn a_hint_is_shown_when_it_is_asked_for_and_costs_what_it_says() {
    journey(examining(), |page| {
        page.open(WITH_HELP);
        for number in 1..=4 {
            let asked = asked(page, number);
            if asked == HINTED {
                Hand::Keyboard.press(page, "Show a hint");
                page.until("the focus on the hint", |_| {
                    page.run("return document.activeElement.id") == "hint"
                });
                page.sees("Hint 1 of 2 Three of them are councils.");
                assert!(!page.shows("It is an even number."));
                Hand::Keyboard.press(page, "Show a hint costs 25 %");
                page.sees("Hint 2 of 2 It is an even number.");
                assert!(page.tree().is_some_and(|tree| tree.find("button", "Show a hint").is_none()));
            }
            choose(page, asked.1, "Fairly sure");
            page.press("Check the answer");
            let earned = if asked == HINTED {
                "0.5 of 1 point · 2 hints · Fairly sure"
            } else {
                "0.67 of 1 point · Fairly sure"
            };
            page.finds("region", &format!("Right {earned}"));
            go_on(page, number);
        }
        page.sees("62 % 2.5 of 4 points");
        page.sees("Certainty marks: 7.5 of 12");
        let taken =
            page.log().into_iter().filter(|entry| matches!(entry.fact, Fact::HintTaken { .. })).count();
        assert_eq!(taken, 2);
    });
}

#[test]
fn who_was_quite_sure_and_wrong_is_told_what_to_come_back_to() {
    journey(examining(), |page| {
        page.open(WITH_HELP);
        page.sees("Quite sure right 3, wrong -6");
        let mut wrong = String::new();
        for number in 1..=4 {
            let asked = asked(page, number);
            let is_right = asked != HINTED;
            choose(page, if is_right { asked.1 } else { asked.2 }, "Quite sure");
            page.press("Check the answer");
            page.finds(
                "region",
                if is_right {
                    "Right 1 of 1 point · Quite sure"
                } else {
                    "Not right -2 of 1 point · Quite sure"
                },
            );
            if !is_right {
                wrong = format!("Question {number}");
            }
            go_on(page, number);
        }
        page.sees("Certainty marks: 3 of 12");
        page.sees("Wrong although you were quite sure");
        page.follow(&wrong);
        let id = page.run("return document.querySelector(':target summary').textContent");
        assert!(id.as_str().is_some_and(|summary| summary.contains(&wrong)), "{id}");
        let sure = page.log().into_iter().filter(|entry| {
            matches!(entry.fact, Fact::QuestionAnswered { certainty: Some(Certainty::High), .. })
        });
        assert_eq!(sure.count(), 4);
    });
}

#[test]
fn an_answer_without_a_certainty_is_not_marked() {
    journey(examining(), |page| {
        page.open(WITH_HELP);
        let asked = asked(page, 1);
        Hand::Keyboard.choose(page, None, asked.1);
        Hand::Keyboard.press(page, "Check the answer");
        page.hears("Say how sure you are. Nothing was marked.");
        Hand::Keyboard.choose(page, Some("How sure are you?"), "Not very sure right 1, wrong 0");
        Hand::Keyboard.press(page, "Check the answer");
        page.focus_is("region", "Right 0.33 of 1 point · Not very sure");
    });
}

#[test]
fn the_clock_warns_gives_more_time_and_hands_in_what_was_answered() {
    journey(examining(), |page| {
        page.open(CLOCK);
        page.sees("You have 2 minutes for it. You can ask for more at any time.");
        page.sees("2 attempts are left.");
        page.sees("The last attempt counts.");
        page.press("Begin");
        let first = asked(page, 1);
        page.sees("Time left:");
        choose(page, first.1, "Fairly sure");
        page.press("Save and go on");
        page.finds("heading", "Question 2 of 4");
        pass(page, 70);
        page.sees("Your time is running out:");
        Hand::Keyboard.press(page, "Give me 60 seconds more");
        page.until("the new time", |tree| tree.all("status").any(|_| tree.text().contains("You now have ")));
        page.until("the quiet clock", |tree| !tree.text().contains("Your time is running out"));
        pass(page, 120);
        page.focus_is("heading", "Your result");
        page.sees("16 % 0.67 of 4 points");
        page.sees("Not passed yet. The pass mark is 50 %.");
        page.sees("Read the lesson again.");
        page.sees("The time is over. What you answered was handed in.");
        page.press("Take it again");
        page.finds("heading", "Question 1 of 4");
        pass(page, 121);
        page.focus_is("heading", "Your result");
        page.reload();
        page.sees("You have used all your attempts.");
        assert!(page.tree().is_some_and(|tree| tree.find("button", "Begin again").is_none()));
    });
}

#[test]
fn a_flag_stays_with_its_question_and_stands_in_the_list() {
    journey(examining(), |page| {
        page.open(CLOCK);
        page.press("Begin");
        let first = asked(page, 1);
        Hand::Keyboard.press(page, "Flag this question");
        choose(page, first.1, "Not very sure");
        page.press("Save and go on");
        page.finds("heading", "Question 2 of 4");
        unfold(page, "All questions 3 not answered yet · 1 flagged");
        page.finds("button", "Question 2, not answered yet");
        page.press("Question 1, answered, flagged");
        page.focus_is("heading", "Question 1 of 4");
        page.until("the flag", |tree| {
            tree.find("button", "Flag this question").is_some_and(|flag| flag.pressed == Some(true))
        });
        page.reload();
        page.finds("heading", "Question 1 of 4");
        unfold(page, "All questions 3 not answered yet · 1 flagged");
        page.press("Question 4, not answered yet");
        page.finds("heading", "Question 4 of 4");
        page.sees("2 questions are not answered yet:");
    });
}

#[test]
fn where_questions_come_one_after_the_other_there_is_no_way_back() {
    journey(examining(), |page| {
        page.open(ONE_BY_ONE);
        page.press("Begin");
        for number in 1..=4 {
            let asked = asked(page, number);
            let tree = page.tree().unwrap();
            for name in ["Back", "Flag this question"] {
                assert!(tree.find("button", name).is_none(), "there is the button {name}");
            }
            Hand::Mouse.choose(page, None, asked.1);
            page.press(if number < 4 { "Save and go on" } else { "Hand in" });
        }
        page.sees("100 % 4 of 4 points");
    });
}

#[test]
fn a_code_that_is_made_gives_its_paper_and_a_mistyped_one_gives_none() {
    journey(examining(), |page| {
        page.open(CLOCK);
        unfold(page, "Plenary code");
        page.press("Make a code for a room");
        page.sees("Give this code, or the link, to everyone in the room:");
        let link = page.run("return document.querySelector('.code-link a').href");
        let link = link.as_str().unwrap();
        let (_, code) = link.split_once("?code=").unwrap();
        page.click("the field", |tree| tree.find("textbox", "Code").cloned());
        page.types("AAAA");
        page.press("Begin with this code");
        page.sees("A code has ten characters.");
        let mut papers = Vec::new();
        for _ in 0..2 {
            page.open(&format!("{CLOCK}?code={code}"));
            page.press("Begin with this code");
            let mut paper = Vec::new();
            for number in 1..=4 {
                paper.push(asked(page, number).0);
                page.press(if number < 4 { "Leave it for now" } else { "Hand in" });
            }
            page.sees(&format!("Plenary code {code}"));
            papers.push(paper);
        }
        assert_eq!(papers[0], papers[1]);
    });
}

#[test]
fn a_finished_assessment_tells_the_way_through_a_case() {
    journey(examining(), |page| {
        page.open(LOOKING_BACK);
        page.press("Begin");
        // What is never marked is not asked in an assessment.
        for number in 1..=8 {
            page.finds("heading", &format!("Question {number} of 8"));
            let ask = asks::current(page);
            ask.respond(Hand::Mouse, page, if ask.name == "case" { Grade::Partly } else { Grade::Right });
            assert!(!page.shows(ask.explain), "the explanation is told before the end");
            page.press(if number < 8 { "Save and go on" } else { "Hand in" });
        }
        page.focus_is("heading", "Your result");
        page.sees("96 % 7.75 of 8 points");
        page.finds("list", "The way you took");
        page.sees("The treaty allows reservations to article 20.");
        page.sees("Your decision: Join and keep quiet Article 20 binds as well.");
        page.sees("Join with a reservation right answer");
    });
}

#[test]
fn who_changes_an_answer_is_told_that_the_earlier_one_counts_until_the_change_is_complete() {
    const COUNTS: &str = "The answer that you gave before counts until this one is complete.";
    journey(examining(), |page| {
        page.open(LOOKING_BACK);
        page.press("Begin");
        // There are two, and one of them is not the last, which is not saved but handed in.
        let number = (1..8).find(|number| {
            page.finds("heading", &format!("Question {number} of 8"));
            let is_typed = ["short-answer", "numeric"].contains(&asks::current(page).name);
            if !is_typed {
                page.press("Leave it for now");
            }
            is_typed
        });
        let number = number.expect("nothing is typed in this paper");
        let ask = asks::current(page);
        ask.respond(Hand::Mouse, page, Grade::Right);
        page.press("Save and go on");
        page.finds("heading", &format!("Question {} of 8", number + 1));
        page.press("Back");
        page.finds("heading", &format!("Question {number} of 8"));
        assert!(!page.shows(COUNTS));
        Hand::Mouse.type_in(page, "Your answer", "1");
        page.key(Key::Backspace);
        page.sees(COUNTS);
        ask.respond(Hand::Mouse, page, Grade::Right);
        page.until("the answer to count", |_| !page.shows(COUNTS));
    });
}

#[test]
fn a_finished_practice_sets_the_model_answer_beside_a_reflection_and_has_no_box_that_cannot_be_ticked() {
    journey(examining(), |page| {
        page.open(FURTHER_KINDS);
        for number in 1..=9 {
            page.finds("heading", &format!("Question {number} of 9"));
            asks::current(page).respond(Hand::Mouse, page, Grade::Right);
            page.press("Check the answer");
            page.press(if number < 9 { "Next question" } else { "See the result" });
        }
        page.focus_is("heading", "Your result");
        let noted = page.wait("the reflection", |tree| {
            tree.all("DisclosureTriangle")
                .find(|node| node.name.starts_with("Noted "))
                .map(|node| node.name.clone())
        });
        if !page.shows("Model answer") {
            unfold(page, &noted);
        }
        page.sees("Your words More States join, and all of them keep the core.");
        page.sees("Model answer More States join, and each is bound by most of it.");
        page.sees("What a good answer contains");
        page.sees("The core stays the same for all");
        assert_eq!(page.run("return document.querySelectorAll('.reflection input').length"), 0);
    });
}

#[test]
fn what_conditions_add_to_a_page_has_no_fault_that_axe_knows_and_is_drawn_in_each_window() {
    journey(examining(), |page| {
        let mut faults = Vec::new();
        states(page, |state| look(page, state, &mut faults));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
    journey(examining(), |page| states(page, |state| draw(page, state)));
}

/// Shows what conditions add to a page.
fn states(page: &Page, mut see: impl FnMut(&str)) {
    page.open(CLOCK);
    page.finds("button", "Begin");
    unfold(page, "Plenary code");
    page.press("Make a code for a room");
    page.press("Begin with this code");
    page.sees("A code has ten characters.");
    see("conditions-entrance");
    page.press("Begin");
    let first = asked(page, 1);
    page.press("Flag this question");
    choose(page, first.2, "Quite sure");
    unfold(page, "All questions 4 not answered yet · 1 flagged");
    see("conditions-asked");
    page.press("Save and go on");
    pass(page, 70);
    page.sees("Your time is running out:");
    see("conditions-time-runs-out");
    pass(page, 60);
    page.finds("heading", "Your result");
    see("conditions-result");
    page.reload();
    page.finds("button", "Begin again");
    see("conditions-entrance-again");
    page.open(WITH_HELP);
    for number in 1..=4 {
        let asked = asked(page, number);
        if asked == HINTED {
            page.press("Show a hint");
            page.press("Show a hint costs 25 %");
            page.sees("Hint 2 of 2");
            see("conditions-hints");
        }
        choose(page, asked.1, "Fairly sure");
        page.press("Check the answer");
        page.until("the feedback", |tree| tree.focus().is_some_and(|focus| focus.role == "region"));
        if asked == HINTED {
            unfold(page, "Report this question");
            see("conditions-hints-feedback");
        }
        go_on(page, number);
    }
}

/// The question of this number, once it stands there.
#[track_caller]
fn asked(page: &Page, number: usize) -> Asked {
    page.finds("heading", &format!("Question {number} of 4"));
    page.wait("a question", |tree| {
        let text = squeezed(&tree.text());
        ASKED.into_iter().find(|(stem, ..)| text.contains(&squeezed(stem)))
    })
}

/// Chooses an option and a certainty.
#[track_caller]
fn choose(page: &Page, option: &str, sure: &str) {
    Hand::Mouse.choose(page, None, option);
    page.click(sure, |tree| tree.all("radio").find(|node| node.name.starts_with(sure)).cloned());
}

#[track_caller]
fn go_on(page: &Page, number: usize) {
    page.press(if number < 4 { "Next question" } else { "See the result" });
    if number == 4 {
        page.focus_is("heading", "Your result");
    }
}

/// Lets so many seconds go by at once.
fn pass(page: &Page, seconds: u32) {
    page.run(&format!("const now = Date.now; Date.now = () => now() + {seconds} * 1000"));
}

#[track_caller]
fn unfold(page: &Page, name: &str) {
    page.click(name, |tree| tree.find("DisclosureTriangle", name).cloned());
}
