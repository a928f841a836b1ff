//! On paper: what is content and nothing else, on as few pages as it takes.

use std::fs;

use serde_json::{Value, json};

use super::answering::{FURTHER_KINDS, SIX_KINDS};
use super::asks::{self, Grade};
use super::progress::{PROGRESS, RECORD, base64};
use super::workbench::{Hand, Page, evidence_folder, fixture, journey, real};

#[test]
fn what_can_be_pressed_and_what_leads_away_is_not_printed() {
    journey(real(), |page| {
        let (course, module, path) = (real().course(), real().module(), real().module_path());
        let lesson = &module.lessons[0];
        for (path, name, shown) in [
            (format!("{}/", course.id), "course", ".cards"),
            (path.clone(), "module", ".lessons"),
            (format!("{path}{}/", lesson.id), "lesson", ".prose p"),
            (format!("{}/glossary/", course.id), "glossary", ".definition"),
            (format!("{}/sources/", course.id), "sources", ".source-title"),
        ] {
            page.open(&path);
            prints(page, name, shown);
        }
    });
    journey(fixture(), |page| {
        for (quiz, whole) in [(SIX_KINDS, 6), (FURTHER_KINDS, 9)] {
            page.open(quiz);
            for number in 1..=whole {
                page.finds("heading", &format!("Question {number} of {whole}"));
                let ask = asks::current(page);
                prints(page, &format!("question-{}", ask.name), "#stem");
                ask.respond(Hand::Mouse, page, if number % 2 == 0 { Grade::Wrong } else { Grade::Right });
                page.press("Check the answer");
                page.until("the feedback", |tree| tree.focus().is_some_and(|focus| focus.role == "region"));
                prints(page, &format!("question-{}-answered", ask.name), "#feedback");
                page.press(if number < whole { "Next question" } else { "See the result" });
            }
            page.focus_is("heading", "Your result");
            prints(page, &format!("result-of-{whole}"), ".score");
            // What is folded on the screen, because it was right, is open on paper.
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
            let folded = "const folded = document.querySelector('.review details:not([open])');
                return getComputedStyle(folded, '::details-content').contentVisibility";
            assert_eq!(page.run(folded), "visible", "a right answer is not printed");
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
        }
        for (path, name, shown) in [
            (PROGRESS, "progress", ".module-progress td"),
            (RECORD, "record", ".hash"),
            ("your-data/", "your-data", "#notebook dl"),
        ] {
            page.open(path);
            page.finds(
                "button",
                if name == "record" {
                    "Print"
                } else if name == "progress" {
                    "Save the results file"
                } else {
                    "Back up now"
                },
            );
            prints(page, name, shown);
        }
    });
}

/// Prints the page: nothing that can be pressed is on it, and what it is about is. The document is kept for people to look at.
#[track_caller]
fn prints(page: &Page, name: &str, content: &str) {
    for pressed in [
        "nav",
        "header",
        "footer",
        "button:not(.link, .slot, .answer, .move)",
        ".button:not(.link)",
        "progress",
        "[role=alert]",
    ] {
        assert_eq!(printed(page, pressed), false, "{name}: {pressed} is printed");
    }
    for content in ["h1", content] {
        assert_eq!(printed(page, content), true, "{name}: {content} is not printed");
    }
    let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": true });
    let document = page.devtools("Page.printToPDF", paper);
    let folder = evidence_folder().join("print");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{name}.pdf")), base64(document["data"].as_str().unwrap())).unwrap();
}

/// Whether any of these is on paper.
fn printed(page: &Page, selector: &str) -> Value {
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let found = page.run(&format!(
        "return [...document.querySelectorAll('{selector}')].some((one) => one.checkVisibility({{ contentVisibilityAuto: true }}))"
    ));
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
    found
}
