//! Every page and every state of a page, one after the other, for those who look at all of them.

use serde_json::json;

use super::answering::SIX_KINDS;
use super::asks::{self, Grade};
use super::workbench::{Hand, Page, real};

/// Shows every page of the real course that is read.
pub(super) fn reading(page: &Page, mut see: impl FnMut(&str)) {
    let site = real();
    let (course, module, path) = (site.course(), site.module(), site.module_path());
    page.open("");
    page.is_at("", "Courses");
    see("catalogue");
    page.open(&format!("{}/", course.id));
    page.is_at(&format!("{}/", course.id), &course.title);
    see("course");
    page.open(&path);
    page.is_at(&path, &module.title);
    see("module");
    let lesson = module.lessons.iter().find(|lesson| {
        ["plenary:term/", "plenary:source/", "<table"].iter().all(|part| lesson.body.as_str().contains(part))
    });
    let lesson = lesson.expect("no lesson has a term, a source and a table");
    page.open(&format!("{path}{}/", lesson.id));
    page.is_at(&format!("{path}{}/", lesson.id), &lesson.title);
    see("lesson");
    for (name, sort) in
        [("lesson-with-a-term", "glossary/#term-"), ("lesson-with-a-source", "sources/#source-")]
    {
        open_first_link(page, sort);
        see(name);
    }
    page.open(&format!("{}/glossary/", course.id));
    page.is_at(&format!("{}/glossary/", course.id), "Glossary");
    see("glossary");
    page.open(&format!("{}/sources/", course.id));
    page.is_at(&format!("{}/sources/", course.id), "Sources");
    see("sources");

    page.expect_in_console("status of 404");
    page.open_plain("no-such-page");
    page.until("the page for what is missing", |tree| tree.heading() == Some("There is no such page"));
    see("missing-page");

    page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    page.open_plain(&format!("{path}{}/", module.quizzes[0].id));
    page.sees("Answering questions needs scripts");
    assert!(!page.shows("The questions are on their way"), "nothing is on its way without scripts");
    // What looks at the page is itself a script; the page stays as it came.
    page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
    see("quiz-without-scripts");
}

/// Shows a question of every kind before and after it is answered, the results, and the notice on storage.
pub(super) fn asking(page: &Page, mut see: impl FnMut(&str)) {
    page.open(SIX_KINDS);
    for number in 1..=6 {
        page.finds("heading", &format!("Question {number} of 6"));
        let ask = asks::current(page);
        see(&format!("question-{}", ask.name));
        page.press("Check the answer");
        page.sees("Something is still to be decided.");
        if ask.name == "matching" {
            page.click("a slot", |tree| {
                tree.nodes().iter().find(|node| node.name.starts_with("Article 26 ")).cloned()
            });
            page.finds("button", "Treaties are registered");
            see("question-matching-while-choosing");
            page.click("the slot", |tree| {
                tree.nodes().iter().find(|node| node.name.starts_with("Article 26 ")).cloned()
            });
        }
        ask.respond(Hand::Mouse, page, Grade::Wrong);
        page.press("Check the answer");
        page.finds("region", "Not right 0 of 1 point");
        page.follow(ask.source);
        page.finds("region", "Vienna Convention");
        see(&format!("question-{}-wrong", ask.name));
        page.press(if number < 6 { "Next question" } else { "See the result" });
    }
    page.finds("heading", "Your result");
    see("result-of-practice");
    page.reload();
    page.finds("button", "Begin again");
    see("entrance-of-practice");
    page.press("Begin again");
    for number in 1..=6 {
        page.finds("heading", &format!("Question {number} of 6"));
        let ask = asks::current(page);
        ask.respond(Hand::Mouse, page, Grade::Partly);
        page.press("Check the answer");
        let (verdict, points) = ask.verdict(Grade::Partly);
        page.finds("region", &format!("{verdict} {points}"));
        see(&format!("question-{}-{}", ask.name, if verdict == "Right" { "right" } else { "partly" }));
        page.press(if number < 6 { "Next question" } else { "See the result" });
    }
    page.finds("heading", "Your result");

    page.open("treaties/consent/assessment/");
    page.finds("button", "Begin");
    see("entrance-of-the-assessment");
    page.expect_in_console("net::ERR_INTERNET_DISCONNECTED");
    offline(page, true);
    page.press("Begin");
    page.finds("button", "Try again");
    see("questions-that-did-not-arrive");
    offline(page, false);
    page.press("Try again");
    page.press("Begin");
    for number in 1..=6 {
        page.finds("heading", &format!("Question {number} of 6"));
        if number > 2 {
            asks::current(page).respond(Hand::Mouse, page, Grade::Right);
        }
        if number < 6 {
            page.press(if number > 2 { "Save and go on" } else { "Leave it for now" });
        }
    }
    page.sees("2 questions are not answered yet:");
    see("assessment-before-it-is-handed-in");
    page.press("Hand in");
    page.finds("heading", "Your result");
    see("result-of-the-assessment");

    page.store("plenary:entry:0123456789abcdef0123456789abcdef", "damaged");
    page.store("plenary:entry:0123456789abcdef0123456789abcdee", r#"{"v":99,"body":{}}"#);
    page.open("treaties/consent/");
    page.sees("could not be read");
    see("module-with-progress-and-a-notice");
    page.open("");
    page.sees("quizzes finished");
    see("catalogue-with-progress");

    page.open(SIX_KINDS);
    page.press("Begin again");
    let ask = asks::current(page);
    ask.respond(Hand::Mouse, page, Grade::Right);
    page.fill_storage();
    page.press("Check the answer");
    page.sees("The storage of this browser is full");
    see("storage-is-full");
    page.make_room();
}

/// Opens what the first link to a term or to a source stands for.
fn open_first_link(page: &Page, address: &str) {
    let links = page.wait("the links of the lesson", |tree| {
        tree.within("main", "").map(|content| content.all("link").cloned().collect::<Vec<_>>())
    });
    let leads = |link: &&super::workbench::Node| {
        let href = page.call_on(link, "function () { return this.href }");
        href.is_some_and(|href| href.as_str().is_some_and(|href| href.contains(address)))
    };
    let link = links.iter().find(leads).unwrap_or_else(|| panic!("no link to {address}")).clone();
    page.click("the link", |_| Some(link.clone()));
    page.until("the panel", |tree| tree.focus().is_some_and(|focus| focus.role == "region"));
}

fn offline(page: &Page, offline: bool) {
    page.devtools("Network.enable", json!({}));
    // The service worker has a connection of its own.
    page.devtools("Network.setBypassServiceWorker", json!({ "bypass": offline }));
    let conditions =
        json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    page.devtools("Network.emulateNetworkConditions", conditions);
}
