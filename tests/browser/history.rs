//! Going back and forth: the part of a page that was shown, the place that an address names, and what arrives too late.

use super::answering::SIX_KINDS;
use super::workbench::{Host, Page, fixture, journey, journey_at, real};

const MODULE: &str = "treaties/consent/";

#[test]
fn going_back_shows_the_part_of_the_page_that_was_left() {
    let site = real();
    journey(site, |page| {
        let (module, path) = (site.module(), site.module_path());
        let lesson = &module.lessons[0];
        let lesson_path = format!("{path}{}/", lesson.id);
        page.open(&lesson_path);
        scroll(page, 700);
        click_link_to(page, &path);
        page.is_at(&path, &module.title);
        is_scrolled(page, 0);
        scroll(page, 150);
        page.back();
        page.is_at(&lesson_path, &lesson.title);
        is_scrolled(page, 700);
        page.focus_is("main", "");
        is_scrolled(page, 700);
        page.forward();
        page.is_at(&path, &module.title);
        is_scrolled(page, 150);
    });
}

#[test]
fn going_back_to_a_place_within_a_page_leads_to_that_place() {
    let site = real();
    journey(site, |page| {
        let term = site.catalogue().terms.last().unwrap();
        let glossary = format!("{}/glossary/", site.course().id);
        let place = format!("{glossary}#term-{}", term.id);
        page.open(&place);
        page.until("the term in sight", |_| target_is_in_sight(page));
        click_link_to(page, "");
        page.is_at("", "Courses");
        page.back();
        page.until("the way back", |_| page.path() == place);
        page.until("the term in sight", |_| target_is_in_sight(page));
        // A link that names a place on another page leads to that place.
        page.forward();
        page.is_at("", "Courses");
        page.run_with(
            "const link = document.createElement('a'); link.href = arguments[0]; link.textContent = 'A term';
            document.querySelector('main').append(link)",
            vec![serde_json::json!(place)],
        );
        page.follow("A term");
        page.until("the way there", |_| page.path() == place);
        page.until("the term in sight", |_| target_is_in_sight(page));
    });
}

#[test]
fn questions_that_arrive_after_their_page_was_left_change_nothing_on_the_next_one() {
    let host = Host::start(fixture(), "/");
    journey_at(host.root(), |page| {
        let index = fixture().index();
        let shards: Vec<String> =
            index.banks.iter().flat_map(|bank| (0..12).map(|number| bank.shard(number).0)).collect();
        page.open(MODULE);
        shards.iter().for_each(|path| host.hold(path));
        page.follow("Six kinds");
        page.is_at(SIX_KINDS, "Six kinds");
        page.until("the request for the questions", |_| {
            host.asked().iter().any(|path| shards.contains(path))
        });
        page.follow("Consent to be bound");
        page.is_at(MODULE, "Consent to be bound");
        page.follow("Assessment");
        page.finds("button", "Begin");
        shards.iter().for_each(|path| host.release(path));
        // A moment in which the late questions would be shown.
        page.run_async("requestAnimationFrame(() => setTimeout(arguments[0], 300))");
        page.is_at("treaties/consent/assessment/", "Assessment");
        page.finds("button", "Begin");
        assert_eq!(page.log(), [], "an attempt was begun that nobody saw");
    });
}

#[test]
fn a_link_to_a_page_of_the_notebook_and_back_starts_the_application_that_runs_there() {
    journey(fixture(), |page| {
        page.open(MODULE);
        page.run("window.kept = true");
        page.follow("Your answers are kept in this browser and nowhere else.");
        page.is_at("your-data/", "Your data");
        page.sees("Nothing is stored yet.");
        assert_eq!(page.run("return window.kept ?? false"), false, "the page was turned by the reader");
        page.back();
        page.is_at(MODULE, "Consent to be bound");
        page.follow("Signing");
        page.is_at("treaties/consent/signing/", "Signing");
    });
}

/// Follows a link without scrolling to it.
#[track_caller]
fn click_link_to(page: &Page, path: &str) {
    let clicked = page.run_with(
        "const link = [...document.querySelectorAll('header a')].find((link) => new URL(link.href).pathname === '/' + arguments[0]);
        link?.click(); return Boolean(link)",
        vec![serde_json::json!(path)],
    );
    assert_eq!(clicked, true, "no link to “{path}” in the head of the page");
}

fn scroll(page: &Page, y: i64) {
    page.run_with("window.scrollTo(0, arguments[0])", vec![serde_json::json!(y)]);
    is_scrolled(page, y);
    // The browser tells of it before it draws again.
    page.run_async("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))");
}

#[track_caller]
fn is_scrolled(page: &Page, y: i64) {
    page.until(&format!("the page scrolled by {y}"), |_| {
        page.run("return Math.round(window.scrollY)").as_i64().is_some_and(|now| (now - y).abs() <= 2)
    });
}

fn target_is_in_sight(page: &Page) -> bool {
    const IN_SIGHT: &str = "const place = document.querySelector(':target')?.getBoundingClientRect();
        return Boolean(place) && place.top >= 0 && place.top < window.innerHeight";
    page.run(IN_SIGHT) == true
}
