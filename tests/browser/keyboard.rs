//! The same with the keyboard alone.

use std::collections::BTreeSet;

use thirtyfour::Key;

use super::answering::{FURTHER_KINDS, SIX_KINDS, take};
use super::asks::{ASKS, FURTHER, Grade};
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
                let ask = super::asks::current(page);
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
    let stops = page.wait("the page", |tree| Some(stops(tree)));
    let mut reached = BTreeSet::new();
    let mut left = false;
    for _ in 0..stops.len() * 3 + 10 {
        page.key(Key::Tab);
        page.focus_shows();
        let focus = page.wait("the page", |tree| Some(tree.focus().map(|focus| stop(tree, focus.handle))));
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
    let missed: Vec<_> = stops.difference(&reached).collect();
    assert!(missed.is_empty(), "Tab does not reach {missed:?}");
    assert!(left, "Tab does not lead out of the page");
}

/// Where Tab has to stop: at everything that can be used, and once at each group of radio buttons.
fn stops(tree: &Tree) -> BTreeSet<String> {
    let usable = |role: &str| {
        matches!(
            role,
            "link" | "button" | "radio" | "checkbox" | "DisclosureTriangle" | "textbox" | "combobox"
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
