//! Contrast drills: made from the glossary and the concepts, the same again from the same seed, and answered by keyboard alone.

use domain::card::Card;
use domain::log::Fact;
use thirtyfour::Key;

use super::accessibility::look;
use super::answering::SIX_KINDS;
use super::screenshots::draw;
use super::workbench::{Hand, Node, Page, Tree, fixture, journey};

pub(super) const DRILLS: &str = "treaties/drills/";

#[test]
fn a_seed_in_the_address_gives_the_same_drill_again() {
    journey(fixture(), |page| {
        page.open(&format!("{DRILLS}?seed=7"));
        let first = take(page, Hand::Mouse);
        page.open(&format!("{DRILLS}?seed=7"));
        assert_eq!(take(page, Hand::Mouse), first);
        page.open(&format!("{DRILLS}?seed=8"));
        assert_ne!(take(page, Hand::Mouse), first);
        page.press("The same drill again");
        page.finds("heading", "Question 1 of 10");
        assert_eq!(page.run("return location.search"), "?seed=8");
    });
}

#[test]
fn a_drill_is_chosen_and_answered_by_keyboard_alone_and_tells_what_was_confused() {
    journey(fixture(), |page| {
        page.open(DRILLS);
        page.tab_to("the choice", |_, node| node.role == "combobox");
        page.types("accession");
        page.until("the pair", |tree| {
            tree.all("combobox").any(|node| node.value.as_deref() == Some("accession – ratification"))
        });
        Hand::Keyboard.press(page, "Begin");
        page.focus_is("heading", "Question 1 of 8");
        let asked = take(page, Hand::Keyboard);
        assert_eq!(asked.len(), 8);
        page.focus_is("heading", "Your result");
        let search = page.run("return location.search");
        assert!(
            search.as_str().is_some_and(|search| search.contains("&pair=accession.ratification")),
            "{search}"
        );

        let log = page.log();
        let is_drill = |fact: &Fact| matches!(fact, Fact::CardRecalled { card: Card::Question(question), .. } if question.bank.as_str() == "drill");
        assert_eq!((log.len(), log.iter().filter(|entry| is_drill(&entry.fact)).count()), (8, 8));
        // What was confused is in the address of the next drill, which is made from it.
        Hand::Keyboard.press(page, "Another drill");
        page.focus_is("heading", "Question 1 of 8");
        let was_confused = log.iter().any(|entry| {
            matches!(&entry.fact, Fact::CardRecalled { card: Card::Question(question), credit: Some(credit), .. }
                if credit.share() == 0.0 && !question.question.as_str().contains('-'))
        });
        let search = page.run("return location.search").to_string();
        assert_eq!(search.contains("&confused="), was_confused, "{search}");
    });
}

#[test]
fn a_masked_definition_asks_for_its_term_and_the_answer_names_its_source() {
    journey(fixture(), |page| {
        page.open(&format!("{DRILLS}?seed=7&pair=accession.ratification"));
        let question = to_question(page, "The act by which a State that did not sign a treaty");
        assert!(question.text().contains("Which term is meant?"));
        Hand::Mouse.choose(page, None, "ratification");
        page.press("Check the answer");
        page.focus_is("region", "Not right 0 of 1 point");
        // The definition of what was chosen, and that of what was meant.
        page.sees("The act by which a State that signed a treaty");
        page.finds("link", "Vienna Convention, art. 15");
        while page.wait("the way on", |tree| Some(tree.find("button", "See the result").is_none())) {
            page.press("Next question");
            respond(page, Hand::Mouse);
            page.press("Check the answer");
        }
        page.press("See the result");
        page.finds("heading", "What you confused");
        page.sees("accession, taken for ratification");
    });
}

#[test]
fn a_drill_moves_no_card_of_the_review() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        page.finds("heading", "Question 1 of 6");
        page.open(super::review::REVIEW);
        page.finds("heading", "Card 1 of 4");
        page.open(&format!("{DRILLS}?seed=1"));
        take(page, Hand::Mouse);
        page.open(super::review::REVIEW);
        page.finds("heading", "Card 1 of 4");
    });
}

#[test]
fn the_drills_have_no_fault_that_axe_knows_and_are_drawn_in_each_window() {
    journey(fixture(), |page| {
        let mut faults = Vec::new();
        states(page, |state| look(page, state, &mut faults));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
    journey(fixture(), |page| states(page, |state| draw(page, state)));
}

/// Shows the drills in each of their states.
fn states(page: &Page, mut see: impl FnMut(&str)) {
    page.open(DRILLS);
    page.finds("button", "Begin");
    see("drills-choice");
    page.open(&format!("{DRILLS}?seed=7"));
    to_question(page, "Which term is meant?");
    see("drills-which-term");
    page.open(&format!("{DRILLS}?seed=7"));
    to_question(page, "what holds for");
    respond(page, Hand::Mouse);
    page.press("Check the answer");
    page.finds("button", "Next question");
    see("drills-difference-answered");
    page.open(&format!("{DRILLS}?seed=7"));
    take(page, Hand::Mouse);
    see("drills-result");
    page.open(&format!("ar/{DRILLS}?seed=7"));
    page.until("a question", |tree| tree.all("radio").count() > 1);
    see("drills-arabic");
}

/// Answers question after question until one asks this.
#[track_caller]
fn to_question(page: &Page, words: &str) -> Tree {
    for _ in 0..10 {
        let asked = current(page);
        if asked.text().contains(words) {
            return asked;
        }
        respond(page, Hand::Mouse);
        page.press("Check the answer");
        page.press("Next question");
    }
    panic!("no question asks: {words}");
}

/// Takes the drill that is begun from its first question to its result. Gives what was asked, with its options.
#[track_caller]
fn take(page: &Page, hand: Hand) -> Vec<String> {
    let mut asked = Vec::new();
    loop {
        let question = current(page);
        let options = question.all("radio").map(|option| option.name.clone());
        asked.push(format!("{}: {}", question.text(), options.collect::<Vec<_>>().join(" | ")));
        respond(page, hand);
        hand.press(page, "Check the answer");
        let is_last = page.wait("a way on", |tree| {
            let on = tree.find("button", "Next question").map(|_| false);
            on.or(tree.find("button", "See the result").map(|_| true))
        });
        if is_last {
            hand.press(page, "See the result");
            page.finds("heading", "Your result");
            return asked;
        }
        hand.press(page, "Next question");
    }
}

/// The question that can be answered now.
#[track_caller]
fn current(page: &Page) -> Tree {
    page.wait("a question", |tree| {
        tree.find("button", "Check the answer")?;
        tree.inside(|node| node.role == "region" && node.name.starts_with("Question "))
    })
}

/// Chooses the first option of each group.
#[track_caller]
fn respond(page: &Page, hand: Hand) {
    let question = current(page);
    let groups: Vec<Node> = question
        .nodes()
        .iter()
        .filter(|node| matches!(node.role.as_str(), "radiogroup" | "group"))
        .cloned()
        .collect();
    for group in groups {
        let inside = question.inside(|node| node.handle == group.handle).unwrap();
        let Some(option) = inside.all("radio").next() else { continue };
        match hand {
            Hand::Mouse => {
                let (handle, what) = (option.handle, format!("the option “{}”", option.name));
                page.click(&what, |tree| tree.nodes().iter().find(|node| node.handle == handle).cloned());
            }
            Hand::Keyboard => {
                let inside: Vec<_> = inside.all("radio").map(|option| option.handle).collect();
                page.tab_to("the group", |_, node| node.role == "radio" && inside.contains(&node.handle));
                page.key(Key::Space);
            }
        }
    }
}
