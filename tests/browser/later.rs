//! What answers to a learner is a file of its own: it comes while she reads, and where it does not come nothing is lost.

use domain::log::Fact;
use serde_json::json;

use super::answering::SIX_KINDS;
use super::asks::{self, Grade};
use super::workbench::{Hand, Host, Page, Site, fixture, journey, journey_at};

const UNREACHABLE: &str = "The site could not be reached.";

/// The path of what comes later.
fn later(site: &Site) -> &str {
    let mut paths = site.files().keys();
    paths.find(|path| path.starts_with("assets/plenary-later-")).expect("the reader is one file")
}

/// Opens a practice, and answers its first question, while what marks it is not here.
fn answered(page: &Page) -> &'static str {
    page.open_plain(SIX_KINDS);
    page.until("the application", |_| page.run("return !document.querySelector('[data-first]')") == true);
    let ask = asks::current(page);
    ask.respond(Hand::Mouse, page, Grade::Right);
    ask.explain
}

#[track_caller]
fn has_one_answer(page: &Page) {
    let log = page.log();
    let begun = log.iter().filter(|entry| matches!(entry.fact, Fact::AttemptBegun { .. })).count();
    let given = log.iter().filter(|entry| matches!(entry.fact, Fact::QuestionAnswered { .. })).count();
    assert_eq!((begun, given, log.len()), (1, 1, 2), "{log:?}");
}

#[test]
fn an_answer_is_marked_once_what_marks_it_is_here() {
    let host = Host::start(fixture(), "/");
    host.hold(later(fixture()));
    journey_at(host.root(), |page| {
        let explain = answered(page);
        page.press("Check the answer");
        assert_eq!(page.log(), [], "there is nothing yet that could have written this");
        host.release(later(fixture()));
        page.focus_is("region", "Right 1 of 1 point");
        page.sees(explain);
        has_one_answer(page);
    });
}

#[test]
fn what_did_not_arrive_is_said_and_is_asked_for_again_with_whatever_is_done_next() {
    journey(fixture(), |page| {
        let block = |patterns: &[&str]| {
            page.devtools("Network.enable", json!({}));
            page.devtools("Network.setBlockedURLs", json!({ "urls": patterns }));
        };
        page.expect_in_console("plenary-");
        block(&["*/plenary-later-*"]);
        let explain = answered(page);
        page.sees(UNREACHABLE);
        assert_eq!(page.log(), [], "there is nothing that could have written this");
        block(&[]);
        page.press("Check the answer");
        page.focus_is("region", "Right 1 of 1 point");
        page.sees(explain);
        assert!(!page.shows(UNREACHABLE), "the notice stays although all is well");
        has_one_answer(page);
    });
}
