//! A trainer who writes: a folder is opened, mended with the help of what is said about it, tried out, and saved.
//!
//! The folder is one of the browser's own, because no script can answer the window in which a folder of the disk is chosen.

use std::fs;
use std::path::Path;

use domain::question::Kind;
use serde_json::json;
use thirtyfour::Key;

use super::workbench::{Hand, Node, Page, Tree, fixture, fixture_project, journey};
use crate::workbench::files_below;

/// Five mistakes in the order of the bank: what was right, and what was written.
const FAULTS: [(&str, &str); 5] = [
    ("kind      = \"single-choice\"", "kind      = \"single-choise\""),
    ("sources   = [\"vienna-convention:11\"]", "sources   = [\"vienna-conventoin:11\"]"),
    (BY_HAND.0, BY_HAND.1),
    ("explain   = \"A State accedes", "explian   = \"A State accedes"),
    ("objective  = \"tell-acts-apart\"", "objective  = \"tell-acts-appart\""),
];

/// The one of them of which nobody but the trainer knows what is meant. It stands at the end of its line.
const BY_HAND: (&str, &str) = ("answer    = false", "answer    = no");

const BANK: &str = "questions/kinds.toml";

#[test]
fn a_bank_with_five_faults_is_mended_by_keyboard_tried_and_saved() {
    journey(fixture(), |page| {
        let project = fixture_project();
        let path = project.path().join(BANK);
        // Without the warning that the key repeats a word.
        let whole = fs::read_to_string(&path).unwrap().replacen(
            "subject to ratification",
            "subject to another act",
            1,
        );
        let faulty = FAULTS.iter().fold(whole.clone(), |text, (right, wrong)| {
            assert!(text.contains(right), "the bank no longer says {right}");
            text.replacen(right, wrong, 1)
        });
        fs::write(&path, faulty).unwrap();
        let hand = Hand::Keyboard;
        open_folder(page, project.path(), hand);
        // Those of the translations wait until the originals are whole.
        hand.press_like(page, "the bank", |_, node| is_file(node, "kinds.toml"));
        page.until("five errors", |tree| errors(tree) == Some(FAULTS.len()));
        into_the_text(page);
        for (done, fault) in FAULTS.into_iter().enumerate() {
            page.key(Key::F8);
            if fault == BY_HAND {
                page.key(Key::End);
                page.key(Key::Backspace);
                page.key(Key::Backspace);
                page.types("false");
            } else {
                page.with_control('.');
            }
            let left = FAULTS.len() - done - 1;
            page.until(&format!("{left} errors"), |tree| errors(tree) == Some(left));
        }
        page.sees("The question before-or-consent, as learners get it.");

        page.keys(&[Key::Control, Key::Home]);
        for _ in 0..6 {
            page.key(Key::Down);
        }
        page.sees("The question what-binds, as learners get it.");
        hand.choose(page, None, "Depositing its ratification");
        hand.press(page, "Check the answer");
        page.sees("This answer earns 100 % of the points.");

        hand.press(page, "Save 1 file");
        page.sees("1 file was saved in its folder.");
        assert_eq!(on_disk(page, BANK), whole);
        assert_eq!(
            fs::read_to_string(path).unwrap().matches("single-choise").count(),
            1,
            "the copy is no folder of the disk"
        );
    });
}

#[test]
fn unsaved_work_survives_a_reload_and_is_saved_after_it() {
    journey(fixture(), |page| {
        let project = fixture_project();
        let path = project.path().join(BANK);
        // As an editor on Windows would have written it.
        let whole = fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
        fs::write(&path, &whole).unwrap();
        open_folder(page, project.path(), Hand::Mouse);
        Hand::Mouse.press_like(page, "the bank", |_, node| is_file(node, "kinds.toml"));
        into_the_text(page);
        page.types("# Not saved yet.\n");
        page.until("a file that is not saved", is_unsaved);
        page.until("a file that is kept", |_| {
            kept(page).is_some_and(|text| text.starts_with("# Not saved yet."))
        });

        page.reload();
        page.until("a file that is not saved", is_unsaved);
        // What was in the editor is there again.
        page.finds("heading", BANK);
        page.until("what was typed", |_| text(page).starts_with("# Not saved yet."));
        page.press("Save 1 file");
        page.sees("1 file was saved in its folder.");
        assert_eq!(on_disk(page, BANK), format!("# Not saved yet.\r\n{whole}"));

        page.reload();
        page.finds("button", "Nothing to save");
    });
}

#[test]
fn what_is_typed_replaced_and_taken_back_is_what_is_tried() {
    journey(fixture(), |page| {
        page.open("trainer/");
        page.press("Begin with an example");
        page.finds("heading", "questions/first-bank.toml");
        into_the_text(page);
        page.keys(&[Key::Control, Key::Home]);
        while !line(page).starts_with("stem") {
            page.key(Key::Down);
        }
        page.key(Key::End);
        page.key(Key::Left);
        // Letters of one unit and of two, some of which begin alike.
        page.types(" Ça va 😀?");
        page.until("what was typed", |_| tried(page).contains(" Ça va 😀?"));
        page.key(Key::Left);
        page.key(Key::Backspace);
        page.types("😁é");
        page.until("what came in its place", |_| tried(page).contains(" Ça va 😁é?"));
        page.with_control('z');
        page.with_control('z');
        page.until("what was typed before", |_| !text(page).contains("😁é"));
        page.types("🎓");
        page.until("the same letters in the text and beside it", |_| {
            let line = line(page);
            let stem = line.split('"').nth(1).unwrap_or_default();
            stem.contains('🎓') && tried(page).contains(stem)
        });
    });
}

#[test]
fn translations_are_looked_at_again_once_the_originals_are_whole_whichever_of_them_was_mended() {
    journey(fixture(), |page| {
        let project = fixture_project();
        let path = project.path().join("questions/kinds.fr.toml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen("stem", "stemm", 1)).unwrap();
        let hand = Hand::Mouse;
        open_folder(page, project.path(), hand);
        page.until("the mistake in the translation", |tree| errors(tree) == Some(1));
        hand.press_like(page, "a bank without a translation", |_, node| is_file(node, "many.toml"));
        into_the_text(page);
        page.types("x");
        page.until("one more in the bank", |tree| errors(tree) > Some(1));
        hand.press_like(page, "a bank with one", |_, node| is_file(node, "kinds.toml"));
        into_the_text(page);
        page.types("# Said.\n");
        page.until("the bank's own alone", |tree| !told_of(tree, "questions/kinds.fr.toml"));
        hand.press_like(page, "the bank without one", |_, node| is_file(node, "many.toml"));
        into_the_text(page);
        page.keys(&[Key::Control, Key::Home]);
        page.key(Key::Delete);
        page.until("the translation's again", |tree| told_of(tree, "questions/kinds.fr.toml"));
    });
}

#[test]
fn single_files_are_opened_with_the_file_picker_and_saved_as_downloads() {
    journey(fixture(), |page| {
        let project = fixture_project();
        page.open("trainer/");
        page.choose_files("input[type=file]", &[&project.path().join(BANK)]);
        page.until("the bank", |tree| tree.nodes().iter().any(|node| is_file(node, "kinds.toml")));
        // A bank alone has no sources and no objectives.
        page.until("what is missing", |tree| errors(tree).is_some_and(|count| count > 10));
        page.sees("There is no source `vienna-convention`.");
        into_the_text(page);
        page.types("# Mine.\n");
        page.finds("button", "Save 1 file");
        let (name, text) = page.downloads(|| page.press("Save 1 file"));
        assert_eq!(name, "kinds.toml");
        assert_eq!(text, format!("# Mine.\n{}", fs::read_to_string(project.path().join(BANK)).unwrap()));
        page.sees("1 file was saved as a download.");
    });
}

#[test]
fn what_is_unsaved_is_not_closed_for_something_else_without_a_question() {
    journey(fixture(), |page| {
        let project = fixture_project();
        let bank = project.path().join(BANK);
        page.open("trainer/");
        page.press("Begin with an example");
        page.finds("button", "first-bank.toml unsaved");
        // She says no to the first question, and yes to the second.
        page.run("window.asked = []; window.confirm = (question) => window.asked.push(question) > 1");
        page.choose_files("input[type=file]", &[&bank]);
        page.until("the question", |_| page.run("return window.asked.length") == 1);
        page.finds("button", "first-bank.toml unsaved");
        assert_eq!(
            page.run("return window.asked[0]"),
            "5 of the files have changes that are not saved. Close them all the same?"
        );
        page.choose_files("input[type=file]", &[&bank]);
        page.until("the other bank, alone", |tree| {
            let is_there = |name| tree.all("button").any(|node| is_file(node, name));
            is_there("kinds.toml") && !is_there("first-bank.toml")
        });
    });
}

#[test]
fn a_folder_of_too_many_files_says_where_it_was_left_off() {
    journey(fixture(), |page| {
        page.open("trainer/");
        page.finds("button", "Begin with an example");
        page.run(
            "const all = new DataTransfer();
            for (let number = 0; number < 5002; number += 1) all.items.add(new File([''], `bank-${number}.toml`));
            const input = document.querySelector('input[type=file]');
            input.files = all.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));",
        );
        page.sees("Left aside: bank-5000.toml: 5000 files were read, and neither this one nor any after it.");
    });
}

#[test]
fn files_that_are_none_are_named_with_the_reason() {
    journey(fixture(), |page| {
        let folder = tempfile::tempdir().unwrap();
        let (bad, module) = (folder.path().join("bad.toml"), folder.path().join("module.toml"));
        fs::write(&bad, b"title = \"\xff\"").unwrap();
        fs::write(&module, "format = 1").unwrap();
        page.open("trainer/");
        page.choose_files("input[type=file]", &[&bad, &module]);
        page.sees("Nothing to write was found there. Left aside: bad.toml: not UTF-8; module.toml: it belongs to no course and no bank.");
        page.sees("Begin with a small course of which nothing is wrong, and change it.");
    });
}

#[test]
fn the_text_can_be_entered_and_left_with_the_keyboard() {
    journey(fixture(), |page| {
        page.open("trainer/");
        Hand::Keyboard.press(page, "Begin with an example");
        page.finds("heading", "No problems");
        into_the_text(page);
        let before = text(page);
        page.key(Key::Tab);
        page.until("the focus behind the text", |tree| {
            tree.focus().is_some_and(|focus| focus.role != "textbox")
        });
        page.keys(&[Key::Shift, Key::Tab]);
        page.until("the focus in the text", |tree| tree.focus().is_some_and(is_text));
        page.key(Key::Escape);
        page.keys(&[Key::Shift, Key::Tab]);
        page.until("the focus before the text", |tree| {
            tree.focus().is_some_and(|focus| focus.role != "textbox")
        });
        assert_eq!(text(page), before, "the keys that leave the text changed it");
    });
}

#[test]
fn a_question_of_each_kind_is_put_in_and_can_be_tried_at_once() {
    journey(fixture(), |page| {
        let project = fixture_project();
        open_folder(page, project.path(), Hand::Mouse);
        Hand::Mouse.press_like(page, "the bank", |_, node| is_file(node, "many.toml"));
        for kind in Kind::ALL {
            let words = kind.name().replace('-', " ");
            Hand::Keyboard.pick(page, "New question", &words);
            Hand::Keyboard.press(page, "Insert");
            page.sees(&format!("The question new-{}-1, as learners get it.", kind.name()));
            page.until("a text without a mistake", |tree| {
                tree.all("StaticText").all(|said| !said.name.starts_with("error["))
            });
        }
        let overview = page.wait("the overview", |tree| tree.within("region", "Objectives and kinds"));
        for kind in Kind::ALL {
            let words = kind.name().replace('-', " ");
            assert!(overview.find("columnheader", &words).is_some(), "no column of {words}:\n{overview}");
        }
    });
}

#[test]
fn the_overview_counts_objectives_kinds_levels_and_places_of_keys() {
    journey(fixture(), |page| {
        page.open("trainer/");
        page.press("Begin with an example");
        let overview = page.wait("the overview", |tree| tree.within("region", "Objectives and kinds"));
        let heads: Vec<&str> = overview.all("columnheader").map(|head| head.name.as_str()).collect();
        assert_eq!(heads, ["Objective", "Questions", "Recall", "Apply", "Analyse", "single choice"]);
        let counts: Vec<&str> = overview.all("cell").map(|cell| cell.name.as_str()).collect();
        let levels: usize = counts[1..4].iter().filter_map(|count| count.parse::<usize>().ok()).sum();
        assert_eq!((counts[0], levels, counts[4]), ("3", 3, "3"), "{overview}");
        let keys = page.wait("the places of the keys", |tree| {
            tree.within("table", "Where the keys of single choices stand")
        });
        let keys: usize = keys.all("cell").filter_map(|cell| cell.name.parse::<usize>().ok()).sum();
        assert_eq!(keys, 3);
    });
}

#[test]
fn a_question_can_be_tried_while_another_one_has_a_mistake() {
    journey(fixture(), |page| {
        page.open("trainer/");
        page.press("Begin with an example");
        into_the_text(page);
        page.keys(&[Key::Control, Key::Home]);
        page.sees("Put the cursor into a question to try it here.");
        to_the_first_kind(page);
        page.sees("The question first, as learners get it.");
        page.types("x");
        page.sees("The question first, as it was before the mistake in it.");
        page.keys(&[Key::Control, Key::End]);
        page.sees("The question third, as learners get it.");
        page.until("an error", |tree| errors(tree) == Some(1));
        Hand::Mouse.choose(page, None, "The answer that is right");
        page.press("Check the answer");
        page.sees("This answer earns 100 % of the points.");
        page.press("Try again");
        page.finds("button", "Check the answer");
    });
}

/// The states of the page that are looked at in every window.
pub(super) fn states(page: &Page, mut look: impl FnMut(&Page, &str)) {
    page.open("trainer/");
    page.finds("button", "Begin with an example");
    look(page, "trainer-empty");
    page.press("Begin with an example");
    page.finds("heading", "No problems");
    into_the_text(page);
    page.keys(&[Key::Control, Key::End]);
    page.sees("The question third, as learners get it.");
    look(page, "trainer-whole");
    page.keys(&[Key::Control, Key::Home]);
    to_the_first_kind(page);
    page.types("\nobjectiv = \"first-objective\"");
    page.until("a problem", |tree| errors(tree).is_some_and(|count| count > 0));
    look(page, "trainer-problems");
}

/// Opens a copy of this folder.
fn open_folder(page: &Page, folder: &Path, hand: Hand) {
    page.open("trainer/");
    let files: Vec<(String, String)> = files_below(folder)
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(folder.join(&path)).unwrap();
            (path, text)
        })
        .collect();
    let lay = format!(
        "const done = arguments[arguments.length - 1];
        const lay = async () => {{
            for (const [path, text] of {}) {{
                const parts = path.split('/');
                const name = parts.pop();
                let home = await navigator.storage.getDirectory();
                for (const part of parts) home = await home.getDirectoryHandle(part, {{ create: true }});
                const stream = await (await home.getFileHandle(name, {{ create: true }})).createWritable();
                await stream.write(text);
                await stream.close();
            }}
            window.showDirectoryPicker = () => navigator.storage.getDirectory();
        }};
        lay().then(() => done('laid'), (fault) => done(String(fault)))",
        json!(files)
    );
    assert_eq!(page.run_async(&lay), "laid");
    hand.press(page, "Open a folder");
    page.finds("navigation", "Files");
    page.until("the first look", |tree| errors(tree).is_some());
}

/// What stands in a file of the folder.
fn on_disk(page: &Page, path: &str) -> String {
    let read = format!(
        "const done = arguments[arguments.length - 1];
        const read = async () => {{
            const parts = '{path}'.split('/');
            const name = parts.pop();
            let home = await navigator.storage.getDirectory();
            for (const part of parts) home = await home.getDirectoryHandle(part);
            return (await (await home.getFileHandle(name)).getFile()).text();
        }};
        read().then(done, (fault) => done(String(fault)))"
    );
    page.run_async(&read).as_str().unwrap_or_default().to_owned()
}

/// The text of the bank that is kept for the next visit.
fn kept(page: &Page) -> Option<String> {
    let look = format!(
        "const done = arguments[arguments.length - 1];
        const asked = indexedDB.open('plenary trainer', 1);
        asked.onsuccess = () => {{
            const file = asked.result.transaction('files').objectStore('files').get('{BANK}');
            file.onsuccess = () => {{ asked.result.close(); done(file.result ? file.result[0] : null); }};
        }};"
    );
    page.run_async(&look).as_str().map(str::to_owned)
}

/// Goes from the beginning of the example to the end of the line that says the kind of the first question.
fn to_the_first_kind(page: &Page) {
    for _ in 0..8 {
        page.key(Key::Down);
    }
    page.key(Key::End);
}

/// Puts the keyboard into the text.
fn into_the_text(page: &Page) {
    page.tab_to("the text", |_, node| is_text(node));
}

fn is_text(node: &Node) -> bool {
    node.role == "textbox" && (node.name.ends_with(".toml") || node.name.ends_with(".md"))
}

fn is_file(node: &Node, name: &str) -> bool {
    node.role == "button" && node.name.split(' ').next() == Some(name)
}

/// Whether the page says of the bank that it is not saved.
fn is_unsaved(tree: &Tree) -> bool {
    tree.nodes().iter().any(|node| is_file(node, "kinds.toml") && node.name.contains(" unsaved"))
}

/// Whether a problem of this file is listed.
fn told_of(tree: &Tree, path: &str) -> bool {
    tree.all("button").any(|button| button.name.starts_with(&format!("{path}:")))
}

/// How many errors the page says that there are.
fn errors(tree: &Tree) -> Option<usize> {
    tree.all("heading").find_map(|heading| {
        let (count, what) = heading.name.split_once(' ')?;
        match (count.parse(), what) {
            (Ok(count), what) if what.starts_with("error") => Some(count),
            (Ok(_), what) if what.starts_with("warning") => Some(0),
            (Err(_), "problems") if count == "No" => Some(0),
            _ => None,
        }
    })
}

/// The question beside the text, as it is read.
fn tried(page: &Page) -> String {
    page.run("return document.querySelector('#preview').innerText").as_str().unwrap_or_default().to_owned()
}

/// The line of the text in which the cursor stands.
fn line(page: &Page) -> String {
    const LINE: &str =
        "return document.querySelector('#editor').shadowRoot.querySelector('.cm-activeLine').innerText";
    page.run(LINE).as_str().unwrap_or_default().to_owned()
}

/// The text that is in the editor, as far as it is shown.
fn text(page: &Page) -> String {
    const TEXT: &str =
        "return document.querySelector('#editor').shadowRoot.querySelector('.cm-content').innerText";
    page.run(TEXT).as_str().unwrap_or_default().to_owned()
}
