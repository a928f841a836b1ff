//! Where a learner is in a course, the results file for her trainer, and the record to print: counted right, and an edit shows.

use results::{Broken, Results, read, verify};
use serde_json::{Value, json};

use super::accessibility::look;
use super::answering::SIX_KINDS;
use super::asks::{self, Grade};
use super::screenshots::draw;
use super::workbench::{Hand, Page, WINDOWS, fixture, journey, squeezed};

pub(super) const PROGRESS: &str = "treaties/progress/";
pub(super) const RECORD: &str = "treaties/record/";

#[test]
fn before_anything_was_begun_the_page_says_where_to_begin() {
    journey(fixture(), |page| {
        page.open(PROGRESS);
        page.sees("Nothing is begun yet.");
        page.finds("link", "Consent to be bound");
        page.open(RECORD);
        page.sees("Nothing can be recorded yet.");
        page.follow("Your progress and the results file");
        page.is_at(PROGRESS, "Your progress");
        page.follow("To the course");
        page.is_at("treaties/", "Reading treaties");
    });
}

#[test]
fn what_was_read_and_answered_is_counted_right_and_says_what_it_is_computed_from() {
    journey(fixture(), |page| {
        take(page, |number| if number == 6 { Grade::Wrong } else { Grade::Right });
        page.follow("Your progress and the results file");
        page.is_at(PROGRESS, "Your progress");
        page.finds("heading", "Consent to be bound");
        page.sees("Lessons read: 0 of 2");
        let right = answered(page);
        for (place, objective) in fixture().index().objectives.iter().enumerate() {
            let (answered, earned) = right[place];
            let all = questions(objective.id.as_str());
            let share = (100.0 * earned / answered as f64 + 1e-7).floor();
            let row = format!(
                "{}. {} {} {share} % Questions answered: {answered} of {all} · last on ",
                place + 1,
                objective.text,
                level(answered, earned / answered as f64)
            );
            page.sees(&row);
        }
        // Five of six points; the same is said of the quiz and of the attempt.
        page.sees("Six kinds Finished 83 % 1");
        page.finds("button", &file_name(page));
        // What is answered later takes the place of what was answered before.
        page.open(SIX_KINDS);
        page.press("Begin again");
        page.finds("heading", "Question 1 of 6");
        page.open(PROGRESS);
        page.sees("Not handed in yet");
    });
}

#[test]
fn the_results_file_is_as_it_was_written_and_an_edit_shows() {
    journey(fixture(), |page| {
        take(page, |_| Grade::Right);
        page.open(PROGRESS);
        page.sees("it is not proof");
        page.click("the field", |tree| tree.find("textbox", "Your name (optional)").cloned());
        page.types("Amina N’Diaye");
        let (name, text) = page.downloads(|| page.press("Save the results file"));
        assert!(name.starts_with("plenary-results-treaties-"), "{name}");
        page.hears(&format!("The results file was saved: {name}"));
        let file: Results = read(&text).unwrap();
        assert_eq!(verify(&file), []);
        assert_eq!((file.head.learner.as_str(), file.head.language.as_str()), ("Amina N’Diaye", "en"));
        // Begun, six answers, handed in: word for word what is stored.
        let stored = page.stored();
        assert_eq!(file.entries.len(), 8);
        assert!(file.entries.iter().all(|entry| stored.values().any(|text| text == entry)));
        assert!(file.read_entries().all(|entry| entry.is_ok()));

        let edited = text.replacen("credit\\\":1.0", "credit\\\":0.9", 1);
        assert_ne!(edited, text);
        let broken = verify(&read(&edited).unwrap());
        assert_eq!(broken, [Broken::Entry { number: 2 }, Broken::Seal]);

        // The file of one attempt, and the record, name the same.
        let button = file_name(page);
        let (_, one) = page.downloads(|| page.press(&button));
        let one = read(&one).unwrap();
        assert_eq!((verify(&one), one.fingerprint()), (Vec::new(), file.fingerprint()));
        page.follow("Record of achievement, to print");
        page.is_at(RECORD, "Record of achievement");
        page.sees(file.fingerprint());
        page.sees("Amina N’Diaye");
    });
}

#[test]
fn the_record_is_printed_without_what_is_no_part_of_it() {
    journey(fixture(), |page| {
        take(page, |_| Grade::Right);
        page.open(RECORD);
        page.sees("Six kinds Finished 100 %");
        page.sees("Tell apart the acts by which a State joins a treaty · ");
        page.run("window.print = () => { window.printed = true }");
        page.press("Print");
        assert_eq!(page.run("return window.printed"), true);
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let shown = |selector: &str| {
            page.run(&format!(
                "return [...document.querySelectorAll('{selector}')].some((one) => one.checkVisibility())"
            ))
        };
        for hidden in [".site-head", ".site-foot", ".actions", ".name-field"] {
            assert_eq!(shown(hidden), false, "{hidden} is printed");
        }
        for printed in ["h1", ".recorded", ".hash"] {
            assert_eq!(shown(printed), true, "{printed} is not printed");
        }
        let pages = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false });
        let pdf = page.devtools("Page.printToPDF", pages);
        assert_eq!(pages_of(&pdf), 1, "one module fits on a page");
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
    });
}

#[test]
fn on_a_phone_a_table_needs_no_scrolling_and_stays_a_table_to_a_screen_reader() {
    journey(fixture(), |page| {
        take(page, |number| if number == 6 { Grade::Wrong } else { Grade::Right });
        for path in
            [PROGRESS, RECORD, "ar/treaties/progress/", "ru/treaties/progress/", "ru/treaties/record/"]
        {
            page.open(path);
            page.until("a table", |tree| tree.all("table").next().is_some());
            page.look_in(WINDOWS[0]);
            let wide = page.run(
                "return [...document.querySelectorAll('.table')].filter((one) => one.scrollWidth > one.clientWidth).length",
            );
            assert_eq!(wide, 0, "{path}: so many tables are wider than the page");
            for role in ["columnheader", "rowheader", "cell"] {
                page.until(&format!("a {role} of {path}"), |tree| tree.all(role).next().is_some());
            }
            page.look_normally();
        }
    });
}

#[test]
fn progress_and_record_have_no_fault_that_axe_knows_and_are_drawn_in_each_window() {
    journey(fixture(), |page| {
        let mut faults = Vec::new();
        states(page, |state| look(page, state, &mut faults));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
    journey(fixture(), |page| states(page, |state| draw(page, state)));
}

/// Shows both pages in each of their states.
fn states(page: &Page, mut see: impl FnMut(&str)) {
    page.open(PROGRESS);
    page.sees("Nothing is begun yet.");
    see("progress-empty");
    page.open(RECORD);
    page.sees("Nothing can be recorded yet.");
    see("record-empty");
    take(page, |number| if number % 3 == 0 { Grade::Wrong } else { Grade::Right });
    page.open(PROGRESS);
    page.finds("button", "Save the results file");
    see("progress");
    page.open(RECORD);
    page.finds("button", "Print");
    see("record");
    page.open("ar/treaties/progress/");
    page.until("the chart", |tree| tree.all("image").next().is_some() || tree.all("img").next().is_some());
    see("progress-arabic");
    page.open("ar/treaties/record/");
    page.until("the record", |_| page.run("return Boolean(document.querySelector('.hash'))") == true);
    see("record-arabic");
}

/// Takes the quiz of six to its end.
fn take(page: &Page, grade: impl Fn(usize) -> Grade) {
    page.open(SIX_KINDS);
    for number in 1..=6 {
        page.finds("heading", &format!("Question {number} of 6"));
        let ask = asks::current(page);
        ask.respond(Hand::Mouse, page, grade(number));
        page.press("Check the answer");
        page.until("the explanation", |tree| squeezed(&tree.text()).contains(&squeezed(ask.explain)));
        page.press(if number < 6 { "Next question" } else { "See the result" });
    }
    page.finds("heading", "Your result");
}

/// How many questions of each objective were answered, and what they earned, as the log has it.
fn answered(page: &Page) -> Vec<(usize, f64)> {
    let objective = |reference: &domain::id::QuestionRef| {
        let all = fixture().catalogue().banks.iter().flat_map(|bank| &bank.questions);
        all.into_iter().find(|question| question.id == *reference).map(|question| question.objective.clone())
    };
    let log = page.log();
    let count = |own: &domain::id::ObjectiveId| {
        let earned: Vec<f64> = log
            .iter()
            .filter_map(|entry| {
                let domain::log::Fact::QuestionAnswered { question, credit, .. } = &entry.fact else {
                    return None;
                };
                (objective(question).as_ref() == Some(own)).then_some(credit.share())
            })
            .collect();
        (earned.len(), earned.iter().sum())
    };
    fixture().index().objectives.iter().map(|objective| count(&objective.id)).collect()
}

/// How many questions of an objective the banks have that the module draws from.
fn questions(objective: &str) -> usize {
    let all = fixture().catalogue().banks.iter().flat_map(|bank| &bank.questions);
    all.filter(|question| question.objective.as_str() == objective).count()
}

fn level(answered: usize, share: f64) -> &'static str {
    match (answered, share) {
        (3.., 0.8..) => "Mastered",
        (2.., 0.6..) => "Nearly mastered",
        _ => "Begun",
    }
}

/// The name of the button that saves the file of the one attempt.
fn file_name(page: &Page) -> String {
    page.wait("the file of the attempt", |tree| {
        tree.all("button")
            .find(|node| node.name.starts_with("Results file: Six kinds, "))
            .map(|node| node.name.clone())
    })
}

/// How many pages a printed document has.
fn pages_of(pdf: &Value) -> usize {
    let data = pdf["data"].as_str().unwrap();
    let bytes = base64(data);
    let text = String::from_utf8_lossy(&bytes);
    text.matches("/Type /Page\n").count()
        + text.matches("/Type /Page ").count()
        + text.matches("/Type /Page>").count()
}

/// The bytes of a text in base 64.
pub(super) fn base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = text.bytes().filter_map(|byte| DIGITS.iter().position(|digit| *digit == byte));
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_usize, 0);
    for digit in digits {
        held = (held << 6) | digit;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    bytes
}
