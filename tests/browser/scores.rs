//! A trainer reads a cohort: sixty files in, gradebook and figures out, the same that the command gives.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::Key;

use super::accessibility::look;
use super::progress::base64;
use super::screenshots::draw;
use super::workbench::{Hand, Host, Page, evidence_folder, faulty, journey, journey_at};
use crate::analyse::analyse;
use crate::analyse::files::{folder, records};
use crate::workbench::text;

const SCORES: &str = "trainer/scores/";
/// The fields for files and for folders, in the order of the page.
const FILES: &str = ".given input[multiple]";
const FOLDER: &str = ".given input[webkitdirectory]";
const COURSE: &str = ".choices fieldset:nth-child(2) input[webkitdirectory]";
const CORRECTED: &str = ".choices fieldset:nth-child(3) input[webkitdirectory]";
const BANKS: &str = ".choices fieldset:nth-child(3) input[multiple]";

/// What the page says once the files are read.
const READ: &str = "62 files, 60 learners. 4 files to look at.";

#[test]
fn the_page_gives_what_the_command_gives_to_the_last_byte() {
    let host = Host::start(faulty(), "/");
    journey_at(host.root(), |page| {
        let dir = folder();
        page.open(SCORES);
        page.sees("nothing is uploaded");
        page.choose_files(FOLDER, &[&dir.path().join("results")]);
        page.sees(READ);
        for words in [
            "results/learner-0007.json",
            "entry 2 is not what was written there; the seal does not fit: the file was changed",
            "cut off: what stands before the cut was read; ask for it again",
            "it is neither a results file nor a backup of Plenary",
            "everything in it is in results/copy-of-3.json",
        ] {
            page.sees(words);
        }
        let command = |options: &[&str]| {
            let written = analyse(dir.path(), &[&["results", "--course", "faulty"], options].concat());
            text(&written.stdout)
        };

        let (name, gradebook) = page.downloads(|| page.press("Save as CSV"));
        assert_eq!(name, "gradebook.csv");
        assert!(gradebook == command(&["--format", "csv"]), "{gradebook}");
        let read = records(&gradebook);
        assert_eq!((read.len(), read[0].len()), (60, 13), "another program reads it otherwise");
        assert!(read.iter().any(|record| record[0] == "'=SUM(A1:A9)"));
        for (table, about) in [("questions", "The figures of each question"), ("choices", "Who chose what")] {
            Hand::Mouse.pick(page, "Table", about);
            let (name, written) = page.downloads(|| page.press("Save as CSV"));
            assert_eq!(name, format!("{table}.csv"));
            assert!(written == command(&["--format", "csv", "--table", table]), "{written}");
        }
        let (_, figures) = page.downloads(|| page.press("Save every figure as JSON"));
        assert!(figures == command(&["--format", "json"]), "{figures}");

        page.press("A module: Practice");
        page.sees(
            "Those who chose “To inform the person” did better in the rest than those who chose the key",
        );
        page.sees("How easy they are");
        host.asked();

        page.choose_files(CORRECTED, &[&dir.path().join("right")]);
        page.press("Marked again");
        page.sees("earn something else than before");
        Hand::Mouse.pick(page, "Table", "Marked again: each learner before and after");
        let again = ["--regrade", "right", "--format", "csv", "--table", "again-learners"];
        let (_, written) = page.downloads(|| page.press("Save as CSV"));
        assert!(written == command(&again), "{written}");
        let (name, report) = page.downloads(|| page.press("Save the report"));
        assert_eq!(name, "cohort.html");
        assert!(report == command(&["--regrade", "right", "--format", "html"]));
        assert_eq!(host.asked(), Vec::<String>::new(), "something left the page");
    });
}

#[test]
fn whose_attempt_counts_and_under_which_course_is_chosen_by_keyboard() {
    journey(faulty(), |page| {
        let dir = folder();
        page.open(SCORES);
        page.choose_files(FOLDER, &[&dir.path().join("results")]);
        page.sees(READ);
        page.tab_to("the course of the site", |_, node| {
            node.role == "radio" && node.name == "As published on this site"
        });
        page.key(Key::Up);
        page.until("the figures without a course", |tree| {
            tree.find("button", "course/module/practice").is_some()
        });
        page.key(Key::Down);
        page.until("the figures with the course", |tree| tree.find("button", "A module: Practice").is_some());
        page.tab_to("whether changed attempts count", |_, node| {
            node.role == "checkbox" && node.name == "Analyse changed attempts as well"
        });
        page.key(Key::Space);
        Hand::Keyboard.press(page, "Go to the report");
        assert_eq!(page.run("return document.activeElement.id"), "parts");
        let top = page.run("return document.activeElement.getBoundingClientRect().top");
        assert!((0.0..600.0).contains(&top.as_f64().unwrap()), "the report is in sight: {top}");
        page.key(Key::Tab);
        page.focus_is("button", "Gradebook");
        Hand::Keyboard.press(page, "A module: Practice");
        assert_eq!(page.run("return document.activeElement.id"), "part");
        // All sixty but the one that was cut off.
        let (_, written) = page.downloads(|| page.press("Save every figure as JSON"));
        let options = ["results", "--course", "faulty", "--with-changed", "--format", "json"];
        assert!(written == text(&analyse(dir.path(), &options).stdout));
    });
}

#[test]
fn files_are_taken_wherever_they_are_dropped_and_twice_is_once() {
    journey(faulty(), |page| {
        let dir = folder();
        page.open(SCORES);
        let file = |name: &str| fs::read_to_string(dir.path().join("results").join(name)).unwrap();
        let names = ["learner-0001.json", "learner-0002.json"];
        let drop = |texts: &[(&str, String)]| {
            page.run_with(
                "const transfer = new DataTransfer();
                for (const [name, text] of arguments[0]) transfer.items.add(new File([text], name));
                document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))",
                vec![json!(texts)],
            );
        };
        drop(&names.map(|name| (name, file(name))));
        page.sees("2 files, 2 learners.");
        // Figures of so few are not shown.
        page.press("A module: Practice");
        page.sees("Only 2 learners: figures of fewer than 10 say nothing and are not shown.");
        drop(&[(names[0], file(names[0])), ("third.json", file("learner-0003.json"))]);
        page.sees("3 files, 3 learners.");
        // The same as by the field for files.
        let paths: Vec<PathBuf> = names.iter().map(|name| dir.path().join("results").join(name)).collect();
        page.choose_files(FILES, &paths.iter().map(PathBuf::as_path).collect::<Vec<&Path>>());
        page.sees("3 files, 3 learners.");
        drop(&[("letter.json", "Dear trainer".to_owned())]);
        page.sees("4 files, 3 learners. 1 file to look at.");
        page.press("Take all away");
        page.until("the page without a report", |tree| tree.find("button", "Gradebook").is_none());
    });
}

#[test]
fn a_folder_that_cannot_be_used_says_why() {
    journey(faulty(), |page| {
        let dir = folder();
        page.open(SCORES);
        page.choose_files(FOLDER, &[&dir.path().join("results")]);
        page.sees(READ);
        let bank = dir.path().join("right/questions/bank.toml");
        page.choose_files(BANKS, &[&bank]);
        page.sees("A bank alone cannot be read");
        page.choose_files(COURSE, &[&dir.path().join("faulty")]);
        page.until("the folder", |tree| {
            tree.find("radio", "As in faulty").is_some_and(|node| node.checked == Some(true))
        });
        // The bank is laid over it now.
        page.choose_files(BANKS, &[&bank]);
        page.press("Marked again");
        page.sees("earn something else than before");
        let text = fs::read_to_string(&bank).unwrap();
        fs::write(&bank, text.replacen("correct = true", "correct = ture", 1)).unwrap();
        page.choose_files(BANKS, &[&bank]);
        page.sees("faulty with bank.toml has mistakes, so it cannot be used");
        page.sees("questions/bank.toml:");
    });
}

#[test]
fn the_report_is_printed_whole_whichever_part_is_shown() {
    journey(faulty(), |page| {
        let _dir = with_a_cohort(page);
        page.press("Files");
        page.run("window.dispatchEvent(new Event('beforeprint'))");
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let shown = |selector: &str| {
            page.run(&format!(
                "return [...document.querySelectorAll('{selector}')].some((one) => one.checkVisibility())"
            ))
        };
        for content in ["#printed #gradebook", "#printed #quiz-1", "#printed svg", "#printed #files"] {
            assert_eq!(shown(content), true, "{content} is not printed");
        }
        for pressed in ["button", "nav", "select", "input", ".scores"] {
            assert_eq!(shown(pressed), false, "{pressed} is printed");
        }
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": true });
        let document = page.devtools("Page.printToPDF", paper);
        let folder = evidence_folder().join("print");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("scores.pdf"), base64(document["data"].as_str().unwrap())).unwrap();
        page.run("window.dispatchEvent(new Event('afterprint'))");
        assert_eq!(page.run("return document.querySelector('#printed').children.length"), 0);
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
    });
}

#[test]
fn the_page_of_a_cohort_has_no_fault_that_axe_knows_and_is_drawn_in_each_window() {
    journey(faulty(), |page| {
        let mut faults = Vec::new();
        states(page, |state| {
            look(page, state, &mut faults);
            draw(page, state);
        });
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn the_words_of_charts_can_be_read_in_a_window_of_any_width() {
    // Of each word in a chart: how high its letters are on the screen, and by how much it sticks out of the chart.
    const WORDS: &str = "return [...document.querySelectorAll('.chart text')].map(word => {
        const chart = word.ownerSVGElement, frame = chart.getBoundingClientRect(), box = word.getBoundingClientRect();
        const high = parseFloat(getComputedStyle(word).fontSize) * chart.getScreenCTM().a;
        return [word.textContent, high, Math.max(frame.left - box.left, box.right - frame.right)];
    })";
    journey(faulty(), |page| {
        let _files = with_a_cohort(page);
        page.press("A module: Practice");
        page.sees("How easy they are");
        for width in [320, 360, 480, 800, 1024, 1280] {
            assert_eq!(page.overflow_at(width), 0, "a page that is too wide at {width}");
            let words = page.run(WORDS);
            let words = words.as_array().unwrap();
            assert!(words.len() > 50, "{words:?}");
            for word in words {
                let (high, out) = (word[1].as_f64().unwrap(), word[2].as_f64().unwrap());
                assert!(high >= 10.5, "at {width}, {high} pixels: {word}");
                assert!(out <= 4.0, "at {width}: {word}");
            }
        }
        page.look_normally();
    });
}

/// Opens the page and gives it the cohort.
fn with_a_cohort(page: &Page) -> TempDir {
    let dir = folder();
    page.open(SCORES);
    page.choose_files(FOLDER, &[&dir.path().join("results")]);
    page.sees(READ);
    dir
}

/// Shows the page in each of its states.
fn states(page: &Page, mut see: impl FnMut(&str)) {
    page.open(SCORES);
    page.sees("What learners handed in");
    see("scores-empty");
    let dir = with_a_cohort(page);
    see("scores-gradebook");
    page.press("A module: Practice");
    page.sees("How easy they are");
    see("scores-quiz");
    page.choose_files(CORRECTED, &[&dir.path().join("right")]);
    page.press("Marked again");
    page.sees("earn something else than before");
    see("scores-again");
    let bank = dir.path().join("right/questions/bank.toml");
    fs::write(&bank, "format = 1\nid = \"bank\"\n[[question]]\nid = 7\n").unwrap();
    page.choose_files(CORRECTED, &[&dir.path().join("right")]);
    page.sees("right has mistakes, so it cannot be used");
    page.press("Files");
    see("scores-faults");
}
