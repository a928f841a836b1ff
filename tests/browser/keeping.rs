//! What a learner did is hers: she sees whether it is safe, keeps it as a file, brings it back, and deletes it.

use domain::log::Fact;
use serde_json::json;
use thirtyfour::Key;

use super::answering::SIX_KINDS;
use super::faults::{answer, press_main, restore};
use super::workbench::{Hand, Page, fixture, journey};

const YOUR_DATA: &str = "your-data/";

const DUE: &str = "Your answers are in this browser only.";

#[test]
fn a_line_in_the_foot_of_every_page_says_whether_answers_are_safe_and_leads_to_them() {
    journey(fixture(), |page| {
        page.open("");
        page.finds("link", "Your answers are kept in this browser and nowhere else.");
        page.open(SIX_KINDS);
        answer(page, 1);
        page.finds("link", "Saved on this device · no backup yet");
        page.follow("Saved on this device · no backup yet");
        page.is_at(YOUR_DATA, "Your data");
        page.sees("There is no backup yet.");
        page.sees("Answers 1");
        let (name, _) = page.downloads(|| press_main(page, "Back up now"));
        page.hears(&format!("The backup was made: {name}"));
        page.finds("link", "Saved on this device · last backup today");
        page.sees("Last backup: ");
        // Twelve days later, on a page of the other application.
        let later = "const now = Date.now; Date.now = () => now() + 12.5 * 24 * 3600 * 1000;";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": later }));
        page.follow("Plenary");
        page.is_at("", "Courses");
        page.finds("link", "Saved on this device · last backup 12 days ago");
    });
}

#[test]
fn the_browser_is_asked_once_to_keep_what_is_stored_and_what_it_says_is_shown() {
    journey(fixture(), |page| {
        let asked = "window.asked = Number(sessionStorage.asked ?? 0);
            StorageManager.prototype.persist = async () => { sessionStorage.asked = ++window.asked; return window.asked > 1; };
            StorageManager.prototype.persisted = async () => window.asked > 1;";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": asked }));
        page.open(SIX_KINDS);
        assert_eq!(page.run("return window.asked"), 0);
        answer(page, 1);
        answer(page, 2);
        page.reload();
        answer(page, 3);
        assert_eq!(page.run("return window.asked"), 1);
        page.open(YOUR_DATA);
        page.sees("This browser has not promised to keep them");
        page.sees(
            "Safari deletes everything that a site has stored when you have not visited it for seven days",
        );
        page.press("Ask the browser to keep them");
        page.sees("This browser has promised to keep them until you delete them.");
    });
}

#[test]
fn after_twenty_answers_there_is_a_reminder_that_can_be_put_off_and_turned_off_and_on() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        answer(page, 1);
        multiply_answers(page, 19);
        page.reload();
        page.sees(DUE);
        page.press("Later");
        page.until("the page without the reminder", |tree| !tree.text().contains(DUE));
        page.reload();
        page.finds("link", "Saved on this device · no backup yet");
        assert!(!page.shows(DUE), "the reminder is back at once");
        let later = "const now = Date.now; Date.now = () => now() + 4 * 24 * 3600 * 1000;";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": later }));
        page.reload();
        page.sees(DUE);
        page.press("Do not remind me");
        page.until("the page without the reminder", |tree| !tree.text().contains(DUE));
        page.open(YOUR_DATA);
        assert!(!page.shows(DUE));
        page.click("the switch", |tree| tree.find("checkbox", "Remind me of backups").cloned());
        page.sees(DUE);
        page.downloads(|| press_main(page, "Back up now"));
        page.until("the page without the reminder", |tree| !tree.text().contains(DUE));
    });
}

#[test]
fn deleting_asks_offers_the_backup_first_and_says_what_was_deleted_also_in_other_tabs() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        answer(page, 1);
        page.finds("heading", "Question 2 of 6");
        page.run("localStorage.setItem('another-application', 'stays')");
        // As if a module was kept for offline use, and another site on the same host had kept something.
        page.run_async(
            "const keep = async (name) => (await caches.open(name)).put('/of ' + name, new Response('kept'));
            Promise.all(['plenary kept /', 'plenary kept /elsewhere/'].map(keep)).then(() => arguments[0]())",
        );
        page.new_tab();
        page.open(YOUR_DATA);
        page.press("Delete my data…");
        page.until("the focus on the question", |tree| {
            tree.focus().is_some_and(|focus| focus.name.starts_with("Delete everything for good?"))
                || page.run("return document.activeElement.id") == "delete-sure"
        });
        page.press("Keep it");
        page.focus_is("button", "Delete my data…");
        assert_eq!(answers(page), 1);
        page.press("Delete my data…");
        let file = page.downloads(|| {
            page.click("the offer of a backup", |tree| {
                let asked = tree.within("group", "Delete everything for good? Nobody else has a copy.")?;
                asked.find("button", "Back up now").cloned()
            });
        });
        page.press("Delete everything");
        page.sees("Everything was deleted. Stored texts: ");
        assert_eq!(page.run("return document.activeElement.id"), "deleted");
        page.sees("Nothing is stored yet.");
        assert_eq!(page.stored().into_keys().collect::<Vec<_>>(), ["another-application"]);
        let kept = |name: &str| {
            page.run_async(&format!(
                "caches.match('/of {name}').then((found) => arguments[0](Boolean(found)))"
            ))
        };
        page.until("what was kept offline deleted", |_| kept("plenary kept /") == false);
        assert_eq!(kept("plenary kept /elsewhere/"), true);

        // The other tab has begun anew, and writes nothing out of its memory.
        page.to_tab(1);
        page.finds("heading", "Question 1 of 6");
        page.to_tab(2);
        restore(page, &[&file.1]);
        assert_eq!(answers(page), 1);
    });
}

#[test]
fn everything_can_be_done_by_keyboard() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        answer(page, 1);
        page.open(YOUR_DATA);
        page.tab_to("the button “Back up now”", |_, node| {
            node.role == "button" && node.name == "Back up now"
        });
        page.downloads(|| page.key(Key::Enter));
        page.tab_to("the switch", |_, node| node.role == "checkbox");
        page.key(Key::Space);
        page.until("the switch, off", |tree| {
            tree.find("checkbox", "Remind me of backups").is_some_and(|node| node.checked == Some(false))
        });
        page.tab_to("the field", |_, node| node.name.starts_with("Backup files"));
        Hand::Keyboard.press(page, "Delete my data…");
        Hand::Keyboard.press(page, "Keep it");
        page.focus_is("button", "Delete my data…");
        page.key(Key::Enter);
        Hand::Keyboard.press(page, "Delete everything");
        page.sees("Everything was deleted.");
    });
}

/// Shows the page of one's own data in each of its states.
pub(super) fn states(page: &Page, mut see: impl FnMut(&str)) {
    page.open(YOUR_DATA);
    page.sees("Nothing is stored yet.");
    see("your-data-empty");
    page.open(SIX_KINDS);
    answer(page, 1);
    multiply_answers(page, 19);
    page.store("plenary:entry:0123456789abcdef0123456789abcdef", "damaged");
    page.open(YOUR_DATA);
    page.sees(DUE);
    page.sees("These stored texts could not be read: 1.");
    see("your-data");
    let (_, text) = page.downloads(|| press_main(page, "Back up now"));
    let lines: Vec<&str> = text.lines().collect();
    let cut = lines[..3].join("\n") + "\n" + &lines[3][..40];
    restore(page, &[&text, &cut, "no backup"]);
    page.press("Delete my data…");
    page.finds("button", "Delete everything");
    see("your-data-restored-and-about-to-be-deleted");
}

/// Stores so many more answers, as if given.
fn multiply_answers(page: &Page, number: usize) {
    let (key, text) = page
        .stored()
        .into_iter()
        .find(|(key, text)| key.starts_with("plenary:entry:") && text.contains("question-answered"))
        .unwrap();
    let id = key.rsplit(':').next().unwrap();
    for number in 0..number {
        let own = format!("{}{:08x}", &id[..24], number + 1);
        page.store(&format!("plenary:entry:{own}"), &text.replace(id, &own));
    }
}

fn answers(page: &Page) -> usize {
    page.log().iter().filter(|entry| matches!(entry.fact, Fact::QuestionAnswered { .. })).count()
}
