//! The same with the keyboard alone.

use std::collections::BTreeSet;

use serde_json::json;
use thirtyfour::Key;

use super::answering::{FURTHER_KINDS, SIX_KINDS, take};
use super::asks::{self, ASKS, FURTHER, Grade};
use super::drills::DRILLS;
use super::progress::{PROGRESS, RECORD};
use super::review::REVIEW;
use super::workbench::{Hand, Page, Tree, fixture, journey};

#[test]
fn a_question_of_every_kind_is_answered_with_the_keyboard_alone() {
    journey(fixture(), |page| {
        let of_six = [("0 %", "0 of 6 points"), ("69 %", "4.17 of 6 points"), ("100 %", "6 of 6 points")];
        let of_nine = [("0 %", "0 of 8 points"), ("57 %", "4.58 of 8 points"), ("100 %", "8 of 8 points")];
        for (quiz, asks, results) in
            [(SIX_KINDS, ASKS.as_slice(), of_six), (FURTHER_KINDS, FURTHER.as_slice(), of_nine)]
        {
            page.open(quiz);
            for (grade, (share, points)) in
                [Grade::Wrong, Grade::Partly, Grade::Right].into_iter().zip(results)
            {
                page.finds("heading", &format!("Question 1 of {}", asks.len()));
                take(page, Hand::Keyboard, asks, grade, share, points);
                if grade != Grade::Right {
                    Hand::Keyboard.press(page, "Take it again");
                }
            }
        }
    });
}

#[test]
fn the_keyboard_reaches_everything_and_is_caught_by_nothing() {
    journey(fixture(), |page| {
        page.open("treaties/consent/signing/");
        goes_round(page);
        page.follow("Ratifying");
        page.focus_is("region", "ratification");
        goes_round(page);
        for (quiz, asks) in [(SIX_KINDS, ASKS.as_slice()), (FURTHER_KINDS, FURTHER.as_slice())] {
            page.open(quiz);
            for _ in asks {
                goes_round(page);
                let ask = asks::current(page);
                ask.respond(Hand::Mouse, page, Grade::Wrong);
                goes_round(page);
                page.press("Check the answer");
                page.until("the feedback", |tree| tree.focus().is_some_and(|focus| focus.role == "region"));
                goes_round(page);
                page.click("the way on", |tree| {
                    tree.find("button", "Next question")
                        .or_else(|| tree.find("button", "See the result"))
                        .cloned()
                });
            }
            page.focus_is("heading", "Your result");
            goes_round(page);
        }
    });
}

#[test]
fn the_pages_of_the_notebook_are_used_with_the_keyboard_alone() {
    journey(fixture(), |page| {
        let hand = Hand::Keyboard;
        for (path, heading) in [
            (PROGRESS, "Your progress"),
            (RECORD, "Record of achievement"),
            (REVIEW, "Review"),
            (DRILLS, "Drills"),
            ("your-data/", "Your data"),
        ] {
            page.open(path);
            page.is_at(path, heading);
            goes_round(page);
        }
        page.open(SIX_KINDS);
        take(page, Hand::Mouse, &ASKS, Grade::Partly, "69 %", "4.17 of 6 points");

        page.open(PROGRESS);
        page.finds("button", "Save the results file");
        goes_round(page);
        hand.type_in(page, "Your name (optional)", "Amina");
        let (name, _) = page.downloads(|| hand.press(page, "Save the results file"));
        page.hears(&format!("The results file was saved: {name}"));
        page.tab_to("the way to the record", |_, node| {
            node.role == "link" && node.name == "Record of achievement, to print"
        });
        page.key(Key::Enter);
        page.is_at(RECORD, "Record of achievement");
        page.sees("Amina");
        goes_round(page);
        page.run("window.print = () => { window.printed = true }");
        hand.press(page, "Print");
        assert_eq!(page.run("return window.printed"), true);

        // What was not right comes back tomorrow.
        let tomorrow = "const now = Date.now; Date.now = () => now() + 24 * 3600 * 1000";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": tomorrow }));
        page.open(REVIEW);
        let ask = asks::current(page);
        goes_round(page);
        ask.respond(hand, page, Grade::Right);
        hand.choose(page, Some("How sure are you?"), "Fairly sure");
        hand.press(page, "Check the answer");
        page.focus_is("region", "Right");
        goes_round(page);
        hand.press(page, "With trouble");
        page.focus_is("button", "With trouble");
        page.tab_to("the field", |_, node| node.role == "spinbutton" && node.name == "Cards a day, at most");
        page.key(Key::Up);
        page.until("one card more", |_| page.run("return document.activeElement.value") == "21");
        // The list of the day is made anew, and the keyboard stays in the field.
        page.finds("heading", "Card 2 of 8");
        page.focus_is("spinbutton", "Cards a day, at most");

        page.open("your-data/");
        page.finds("button", "Delete my data…");
        goes_round(page);
    });
}

#[test]
fn the_first_stop_of_the_keyboard_leads_past_the_head_of_the_page() {
    journey(fixture(), |page| {
        page.open("treaties/consent/");
        page.key(Key::Tab);
        page.focus_is("link", "Skip to the content");
        page.key(Key::Enter);
        page.focus_is("main", "");
        page.key(Key::Tab);
        page.until("the focus on the first link of the content", |tree| {
            let content = tree.within("main", "");
            let first = content.as_ref().and_then(|content| content.all("link").next());
            first.is_some_and(|first| first.focused)
        });
    });
}

/// Presses Tab all the way round: everything that can be used is reached, and the page is left at its end.
#[track_caller]
fn goes_round(page: &Page) {
    let stops = || page.wait("the page", |tree| Some(stops(tree)));
    // A page that arrived just now may still put one thing in the place of another.
    let mut missed = BTreeSet::new();
    for _ in 0..2 {
        let reached = reached(page, stops().len() * 3 + 10);
        missed = stops().difference(&reached).cloned().collect();
        if missed.is_empty() {
            return;
        }
    }
    panic!("Tab does not reach {missed:?}");
}

/// What so many presses of Tab reach, or fewer where they reach all. They must lead out of the page as well.
#[track_caller]
fn reached(page: &Page, presses: usize) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut left = false;
    for _ in 0..presses {
        page.key(Key::Tab);
        page.focus_shows();
        let (focus, stops) = page
            .wait("the page", |tree| Some((tree.focus().map(|focus| stop(tree, focus.handle)), stops(tree))));
        match focus {
            Some(stop) => {
                reached.insert(stop);
            }
            None => left = true,
        }
        if left && stops.is_subset(&reached) {
            break;
        }
    }
    assert!(left, "Tab does not lead out of the page");
    reached
}

/// Where Tab has to stop: at everything that can be used, and once at each group of radio buttons.
fn stops(tree: &Tree) -> BTreeSet<String> {
    let usable = |role: &str| {
        matches!(
            role,
            "link"
                | "button"
                | "radio"
                | "checkbox"
                | "DisclosureTriangle"
                | "textbox"
                | "combobox"
                | "spinbutton"
        )
    };
    let all = tree.nodes().iter().filter(|node| usable(&node.role) && node.focusable && !node.disabled);
    all.map(|node| stop(tree, node.handle)).collect()
}

fn stop(tree: &Tree, handle: Option<i64>) -> String {
    let Some(node) = tree.nodes().iter().find(|node| node.handle == handle) else { return String::new() };
    let around = tree.around(handle);
    let group = around.iter().rev().find(|around| matches!(around.role.as_str(), "group" | "radiogroup"));
    match (node.role.as_str(), group) {
        ("radio", Some(group)) => format!("the options of “{}”", group.name),
        (role, _) => format!("{role} “{}” {handle:?}", node.name),
    }
}
