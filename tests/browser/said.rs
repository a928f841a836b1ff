//! What a screen reader says of a question of every kind, and in which order: before it is answered, and after.
//!
//! It is asserted from the accessibility tree of the browser. `UPDATE=1` writes it anew; read the difference.

use std::env;
use std::fs;

use domain::code::PlenaryCode;
use domain::time::Date;

use super::answering::{FURTHER_KINDS, SIX_KINDS};
use super::asks::{self, Ask, Grade};
use super::workbench::{Hand, Page, fixture, journey};
use crate::workbench::root;

#[test]
fn a_question_of_every_kind_is_said_in_this_order() {
    let mut changed = Vec::new();
    journey(fixture(), |page| {
        for (quiz, whole) in [(SIX_KINDS, 6), (FURTHER_KINDS, 9)] {
            // One code, one paper: the same options in the same order in every run.
            let code = PlenaryCode::new(Date::new(2026, 1, 1).unwrap(), 7);
            page.open(&format!("{quiz}?code={code}"));
            page.press("Begin with this code");
            for number in 1..=whole {
                page.finds("heading", &format!("Question {number} of {whole}"));
                let ask = asks::current(page);
                let said = said_of(page, ask);
                if is_news(ask.name, &said) {
                    changed.push(ask.name);
                }
                page.press(if number < whole { "Next question" } else { "See the result" });
            }
        }
    });
    assert!(
        changed.is_empty(),
        "{changed:?} changed; look at it with: UPDATE=1 cargo xtask test && git diff tests/golden/said"
    );
}

#[track_caller]
fn said_of(page: &Page, ask: &Ask) -> String {
    let before = question(page);
    ask.respond(Hand::Mouse, page, Grade::Wrong);
    let filled = question(page);
    page.press("Check the answer");
    page.until("the feedback", |tree| tree.focus().is_some_and(|focus| focus.role == "region"));
    let after = question(page);
    format!("# At first\n\n{before}\n# With an answer\n\n{filled}\n# After the answer\n\n{after}")
}

#[track_caller]
fn question(page: &Page) -> String {
    page.wait("the question", |tree| {
        tree.inside(|node| node.role == "region" && node.name.starts_with("Question "))
            .map(|part| part.said())
    })
}

/// Whether this is not what is known; with `UPDATE=1` it is from now on.
fn is_news(name: &str, said: &str) -> bool {
    let path = root().join(format!("tests/golden/said/{name}.txt"));
    if env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, said).unwrap();
        return false;
    }
    let known = fs::read_to_string(path).unwrap_or_default();
    if known != said {
        eprintln!("{name} is now said:\n{said}");
    }
    known != said
}
