//! The first question of a practice stands in its page: it is read, chosen and answered before the application has arrived.

use domain::id::QuestionRef;
use domain::language::Language;
use domain::log::{Entry, Fact};
use domain::question::Response;
use serde_json::{Value, json};
use texts::fill;
use texts::page::Page as PageTexts;
use texts::reader::Reader;

use super::answering::SIX_KINDS;
use super::asks::{self, Grade};
use super::workbench::{Hand, Host, Page, Site, firsts, fixture, journey, journey_at};

const ON_THEIR_WAY: &str = "The questions are on their way.";

/// The practices whose first question stands in the page, from the root of the site.
const PLAIN: [&str; 5] = [
    SIX_KINDS,
    "treaties/consent/first-single-choice/",
    "treaties/consent/first-multiple-response/",
    "treaties/consent/first-true-false/",
    "treaties/consent/first-reason/",
];

#[test]
fn the_first_question_is_answered_before_the_application_has_arrived() {
    for hand in [Hand::Mouse, Hand::Keyboard] {
        without_application(fixture(), |page, arrive| {
            page.open_plain(SIX_KINDS);
            page.finds("heading", "Question 1 of 6");
            let ask = asks::current(page);
            ask.respond(hand, page, Grade::Right);
            assert!(!page.shows(ON_THEIR_WAY), "what can be read is said to be on its way");
            hand.press(page, "Check the answer");
            page.sees(ON_THEIR_WAY);
            assert_eq!(page.log(), [], "there is no application that could have written this");
            arrive();
            page.focus_is("region", "Right 1 of 1 point");
            page.sees(ask.explain);
            let log = page.log();
            let (begun, answered) = (attempts(&log), answers(&log));
            assert_eq!((begun.len(), answered.len(), log.len()), (1, 1, 2), "{log:?}");
            assert_eq!(begun[0].to_string(), told(fixture(), SIX_KINDS, "data-seed"));
            assert_eq!(answered[0].0.to_string(), told(fixture(), SIX_KINDS, "data-question"));
            page.press("Next question");
            page.finds("heading", "Question 2 of 6");
        });
    }
}

#[test]
fn what_was_chosen_and_where_the_keyboard_was_stay_when_the_application_arrives() {
    for path in PLAIN {
        without_application(firsts(), |page, arrive| {
            // Low, so that there is something to scroll whatever the foot of the page says.
            let window = json!({ "width": 800, "height": 400, "deviceScaleFactor": 1, "mobile": false });
            page.devtools("Emulation.setDeviceMetricsOverride", window);
            page.open_plain(path);
            let inputs = "[...document.querySelectorAll('#quiz form input')]";
            // The last of each group, by hand.
            let last = format!(
                "const all = {inputs}; all.filter((one, at) => all[at + 1]?.name !== one.name).forEach((one) => one.click())"
            );
            page.run(&last);
            page.run(&format!(
                "{inputs}.findLast((one) => one.checked).focus({{ preventScroll: true }}); scrollTo(0, 100)"
            ));
            let state = format!(
                "const all = {inputs}; return [all.map((one) => one.checked), all.indexOf(document.activeElement), scrollY, document.querySelector('#quiz').offsetHeight]"
            );
            let before = page.run(&state);
            arrive();
            is_drawn(page);
            assert_eq!(page.run(&state), before, "{path}");
            page.press("Check the answer");
            page.until("feedback", |tree| tree.focus().is_some_and(|focus| focus.role == "region"));
            assert_eq!(answers(&page.log()).len(), 1, "{path}");
        });
    }
}

#[test]
fn nothing_is_taken_up_and_nothing_moves_where_nothing_was_done() {
    without_application(fixture(), |page, arrive| {
        page.open_plain(SIX_KINDS);
        arrive();
        is_drawn(page);
        assert_eq!(page.run("return document.activeElement === document.body && scrollY === 0"), true);
        let log = page.log();
        assert_eq!((attempts(&log).len(), log.len()), (1, 1), "{log:?}");
    });
}

#[test]
fn an_answer_that_is_not_complete_is_said_to_be_so_when_the_application_arrives() {
    const NOT_READY: &str = "Something is still to be decided. Nothing was marked.";
    without_application(fixture(), |page, arrive| {
        page.open_plain(SIX_KINDS);
        Hand::Keyboard.press(page, "Check the answer");
        arrive();
        page.hears(NOT_READY);
        page.until("the reminder beside the question", |tree| tree.text().matches(NOT_READY).count() == 2);
        page.focus_is("button", "Check the answer");
        assert_eq!(answers(&page.log()).len(), 0);
    });
    // What is changed after it was given is not given yet.
    without_application(fixture(), |page, arrive| {
        page.open_plain(SIX_KINDS);
        page.press("Check the answer");
        asks::current(page).respond(Hand::Mouse, page, Grade::Right);
        arrive();
        is_drawn(page);
        assert!(!page.shows(NOT_READY));
        assert_eq!(answers(&page.log()).len(), 0);
    });
}

#[test]
fn the_question_in_the_page_is_to_the_last_element_the_one_that_is_drawn() {
    for path in PLAIN {
        for language in Language::ALL {
            let prefix = if language == Language::English { String::new() } else { format!("{language}/") };
            let path = format!("{prefix}{path}");
            without_application(firsts(), |page, arrive| {
                page.open_plain(&path);
                let (standing, height) = drawing(page, "#quiz > [data-first]");
                arrive();
                is_drawn(page);
                let (drawn, same_height) = drawing(page, "#quiz > .question");
                let lines = |text: &str| text.replace('<', "\n<");
                assert_eq!(lines(&standing), lines(&drawn), "{path}");
                assert_eq!(height, same_height, "{path}");
            });
        }
    }
}

#[test]
fn who_was_here_before_or_comes_with_a_code_is_shown_no_question_of_the_page() {
    without_application(fixture(), |page, arrive| {
        page.open_plain(&format!("{SIX_KINDS}?code=whatever"));
        waits(page);
        page.open_plain(SIX_KINDS);
        page.finds("heading", "Question 1 of 6");
        arrive();
        asks::current(page).respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        page.press("Next question");
        page.finds("heading", "Question 2 of 6");
    });
    let host = Host::start(fixture(), "/");
    journey_at(host.root(), |page| {
        page.open(SIX_KINDS);
        asks::current(page).respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        page.press("Next question");
        page.finds("heading", "Question 2 of 6");
        page.devtools("Network.enable", json!({}));
        page.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
        let wasm = wasm(fixture());
        host.hold(&wasm);
        for path in [SIX_KINDS.to_owned(), format!("ar/{SIX_KINDS}")] {
            page.open_plain(&path);
            waits(page);
        }
        page.open_plain(SIX_KINDS);
        host.release(&wasm);
        page.finds("heading", "Question 2 of 6");
    });
}

#[test]
fn a_quiz_that_says_something_first_or_asks_what_needs_scripts_has_no_question_in_its_page() {
    for quiz in ["first-matching", "first-free", "first-timed", "assessment"] {
        let page = source(firsts(), &format!("treaties/consent/{quiz}/"));
        assert!(!page.contains("<form") && !page.contains("data-seed"), "{quiz}");
    }
}

#[test]
fn without_scripts_no_form_pretends_to_work() {
    journey(fixture(), |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        page.open_plain(SIX_KINDS);
        page.sees("Answering questions needs scripts");
        page.until("no form", |tree| {
            tree.nodes().iter().all(|node| node.role != "radio" && node.name != "Check the answer")
        });
    });
}

#[test]
fn a_page_that_is_turned_shows_its_first_question_before_the_questions_have_arrived() {
    let host = Host::start(fixture(), "/");
    journey_at(host.root(), |page| {
        let index = fixture().index();
        let shards: Vec<String> = index
            .banks
            .iter()
            .flat_map(|bank| (0..bank.shards()).map(|number| bank.shard(number).0))
            .collect();
        page.open("treaties/consent/");
        shards.iter().for_each(|path| host.hold(path));
        page.follow("Six kinds");
        page.finds("heading", "Question 1 of 6");
        let ask = asks::current(page);
        ask.respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        page.sees(ON_THEIR_WAY);
        shards.iter().for_each(|path| host.release(path));
        page.focus_is("region", "Right 1 of 1 point");
        assert_eq!((attempts(&page.log()).len(), answers(&page.log()).len()), (1, 1));
        page.follow("Consent to be bound");
        page.follow("Six kinds");
        page.finds("button", "Next question");
        assert_eq!(page.run("return document.querySelector('[data-first]')"), Value::Null);
    });
}

#[test]
fn an_answer_to_another_question_than_the_one_that_was_fetched_is_nobodys() {
    without_application(fixture(), |page, arrive| {
        page.open_plain(SIX_KINDS);
        // As where the page came from a cache and the questions from a later publication.
        page.run("document.querySelector('#quiz').dataset.question = 'kinds/renamed'");
        asks::current(page).respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        arrive();
        is_drawn(page);
        page.finds("heading", "Question 1 of 6");
        let log = page.log();
        assert_eq!((attempts(&log).len(), log.len()), (1, 1), "{log:?}");
        assert_eq!(page.run("return document.querySelectorAll('#quiz input:checked').length"), 0);
    });
}

#[test]
fn the_first_question_has_no_fault_that_axe_knows_before_the_application_has_arrived() {
    without_application(firsts(), |page, _| {
        let mut faults = Vec::new();
        for path in PLAIN.into_iter().map(str::to_owned).chain([format!("ar/{SIX_KINDS}")]) {
            page.open_plain(&path);
            super::accessibility::look(page, &path, &mut faults);
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn the_first_question_is_answered_in_every_language() {
    for language in Language::ALL {
        let (texts, home) = (
            Reader::of(language),
            if language == Language::English { String::new() } else { format!("{language}/") },
        );
        without_application(fixture(), |page, arrive| {
            page.open_plain(&format!("{home}{SIX_KINDS}"));
            page.finds("heading", &fill(texts.question_of, &[("number", "1"), ("whole", "6")]));
            page.run("document.querySelectorAll('#quiz input')[1].click()");
            page.press(texts.check_answer);
            page.sees(PageTexts::of(language).on_their_way);
            arrive();
            page.until("a verdict", |tree| {
                tree.focus().is_some_and(|focus| focus.role == "region" && !focus.name.is_empty())
            });
            assert_eq!(answers(&page.log()).len(), 1, "{language}");
        });
    }
}

/// A journey on which the application arrives when it is told to.
fn without_application(site: &'static Site, walk: impl FnOnce(&Page, &dyn Fn())) {
    let (host, wasm) = (Host::start(site, "/"), wasm(site));
    host.hold(&wasm);
    journey_at(host.root(), |page| {
        // What the application would have used by then.
        page.expect_in_console("was preloaded using link preload but not used");
        walk(page, &|| host.release(&wasm));
    });
}

/// Where the reader is.
fn wasm(site: &Site) -> String {
    let mut all = site.files().keys();
    let is_reader = |path: &&String| {
        let name = path.strip_prefix("assets/plenary-").and_then(|name| name.strip_suffix(".wasm"));
        name.is_some_and(|print| print.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    all.find(is_reader).expect("the site has no reader").clone()
}

/// Waits until the application has drawn the quiz.
#[track_caller]
fn is_drawn(page: &Page) {
    page.until("the question as the application draws it", |_| {
        page.run(
            "return !document.querySelector('[data-first]') && !!document.querySelector('#quiz > .question')",
        ) == true
    });
}

/// Waits for the quiz, and sees none of its questions.
#[track_caller]
fn waits(page: &Page) {
    page.until("the wait for the questions", |tree| {
        let is_question = tree.nodes().iter().any(|node| ["radio", "checkbox"].contains(&node.role.as_str()));
        !is_question && tree.nodes().iter().any(|node| node.role == "status")
    });
}

/// What an element holds, without what differs by right: the values that tell the application what was chosen, the button that is
/// switched off until then, and addresses in full. And how high it is.
fn drawing(page: &Page, selector: &str) -> (String, i64) {
    const DRAWING: &str = "
        const found = document.querySelector(arguments[0]), copy = found.cloneNode(true);
        const all = [copy, ...copy.querySelectorAll('*')];
        const away = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
        for (let comment; (comment = away.nextNode()); ) comment.remove();
        for (const element of all) {
            if (element.href) element.setAttribute('href', new URL(element.getAttribute('href'), document.baseURI).href);
            for (const name of ['data-first', 'value', 'disabled']) if (element.localName !== 'progress') element.removeAttribute(name);
            const sorted = [...element.attributes].map(({ name, value }) => [name, value]).sort();
            for (const [name] of sorted) element.removeAttribute(name);
            for (const [name, value] of sorted) element.setAttribute(name, value);
        }
        copy.normalize();
        return [copy.outerHTML, found.offsetHeight]";
    let drawn = page.run_with(DRAWING, vec![json!(selector)]);
    (drawn[0].as_str().expect("no markup").to_owned(), drawn[1].as_i64().expect("no height"))
}

/// The source of a page.
fn source(site: &'static Site, path: &str) -> &'static str {
    let page = site.get(&format!("{path}index.html")).unwrap_or_else(|| panic!("there is no {path}"));
    str::from_utf8(page).unwrap()
}

/// What a page tells under a name.
fn told(site: &'static Site, path: &str, name: &str) -> String {
    let rest =
        source(site, path).split_once(&format!("{name}=\"")).unwrap_or_else(|| panic!("{path}: no {name}")).1;
    rest.split('"').next().unwrap().to_owned()
}

/// The seeds of the attempts.
fn attempts(log: &[Entry]) -> Vec<u64> {
    let seed = |entry: &Entry| {
        let Fact::AttemptBegun { seed, .. } = &entry.fact else { return None };
        Some(seed.0)
    };
    log.iter().filter_map(seed).collect()
}

/// The questions that were answered, and how.
fn answers(log: &[Entry]) -> Vec<(&QuestionRef, &Response)> {
    log.iter().filter_map(answer_of).collect()
}

fn answer_of(entry: &Entry) -> Option<(&QuestionRef, &Response)> {
    let Fact::QuestionAnswered { question, response, .. } = &entry.fact else { return None };
    Some((question, response))
}
