//! A site that is published anew: the new version waits until it is taken up, and is never mixed with the one before.

use serde_json::{Value, json};

use super::answering::SIX_KINDS;
use super::asks::{self, Grade};
use super::offline::{
    DRAWING, MODULE, answer, answers, attribute, data_keep, entries, everything_used_is_kept, keep,
    kept_entries, looks_again, until, visit,
};
use super::workbench::{Hand, Page, Site, fixture, revised};

#[test]
fn a_new_version_waits_until_it_is_taken_up_and_a_running_quiz_goes_on() {
    visit("/some/folder/", |host, page| {
        page.open(SIX_KINDS);
        page.finds("heading", "Question 1 of 6");
        everything_used_is_kept(page);
        answer(page, 1);
        page.finds("heading", "Question 2 of 6");
        let asked = asks::current(page);
        asked.begin(Hand::Mouse, page);
        let before = version(page);

        host.publish(revised());
        looks_again(page);
        page.finds("button", "Use it now");
        page.hears("A new version is ready.");
        // Nothing has changed yet, and nothing stands in the way.
        assert_eq!(asks::current(page), asked);
        assert_eq!(version(page), before);
        asked.respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        page.press("Next question");
        answer(page, 3);
        page.finds("heading", "Question 4 of 6");

        page.run("window.isOld = true");
        page.press("Use it now");
        page.until("the new version", |_| page.run("return window.isOld ?? false") == false);
        page.finds("heading", "Question 4 of 6");
        assert_ne!(version(page), before);
        assert!(!page.shows("A new version is ready."));
        for number in 4..=6 {
            answer(page, number);
        }
        page.finds("heading", "Your result");
        page.sees("100 % 6 of 6 points");
        assert_eq!(answers(page), 6);
        for number in 1..=6 {
            let folded = format!("Right Question {number}");
            page.click("an answer that is folded", |tree| {
                tree.all("DisclosureTriangle").find(|node| node.name.starts_with(&folded)).cloned()
            });
        }
        page.sees("With the deposit the other parties can rely on it, from that day on.");
        page.follow("Back to the module");
        page.sees("The many acts by which a State joins");
    });
}

#[test]
fn a_kept_module_is_fetched_anew_with_a_new_version() {
    visit("/", |host, page| {
        page.expect_no_host();
        page.open(MODULE);
        keep(page);
        host.publish(revised());
        looks_again(page);
        page.press("Use it now");
        page.sees("The many acts by which a State joins");
        let list = data_keep(revised());
        let fresh = format!("{}{list}", host.root());
        until(page, "the new list", |page| kept_entries(page).as_array().unwrap().contains(&json!(fresh)));
        until(page, "the end of the tidying", |page| {
            let files = entries(page, "files");
            !files.to_string().contains(&index_of(fixture()))
        });
        host.set_down(true);
        page.open(DRAWING);
        page.press("Begin");
        page.finds("heading", "Question 1 of 6");
        assert_eq!(
            page.run("return document.querySelector('[data-index]').dataset.index"),
            json!(index_of(revised()))
        );
    });
}

#[test]
fn pages_of_two_versions_are_not_mixed() {
    visit("/", |host, page| {
        page.open("treaties/");
        let before = version(page);
        page.run("window.isOld = true");
        page.follow("Consent to be bound");
        page.is_at(MODULE, "Consent to be bound");
        assert_eq!(
            page.run("return window.isOld ?? false"),
            true,
            "a page of the same version was not turned in place"
        );
        host.publish(revised());
        page.follow("Signing");
        page.is_at("treaties/consent/signing/", "Signing");
        page.until("the new version", |_| page.run("return window.isOld ?? false") == false);
        assert_ne!(version(page), before);
    });
}

fn version(page: &Page) -> Value {
    page.run("return document.getElementById('plenary').dataset.appVersion")
}

fn index_of(site: &Site) -> String {
    attribute(site, &format!("{DRAWING}index.html"), "data-index")
}
