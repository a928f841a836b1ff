//! Without a connection: what was opened is there, what was kept is whole, and what was not kept is said.

use domain::log::Fact;
use serde_json::{Value, json};

use super::answering::SIX_KINDS;
use super::asks::{self, Grade};
use super::workbench::{Hand, Host, Page, Site, fixture, journey_at, revised};
use super::{accessibility, screenshots};

pub(super) const MODULE: &str = "treaties/consent/";
pub(super) const DRAWING: &str = "treaties/consent/drawing/";
const NOT_HERE: &str = "This page is not on this device";
const KEEP: &str = "Keep for offline use (";

#[test]
fn after_one_visit_a_quiz_can_be_taken_without_the_host() {
    visit("/some/folder/", |host, page| {
        page.expect_no_host();
        page.open(SIX_KINDS);
        page.finds("heading", "Question 1 of 6");
        everything_used_is_kept(page);
        host.set_down(true);
        page.reload();
        for number in 1..=6 {
            answer(page, number);
        }
        page.finds("heading", "Your result");
        page.sees("100 % 6 of 6 points");
        assert_eq!(answers(page), 6);
        page.reload();
        page.finds("button", "Begin again");
    });
}

#[test]
fn the_worker_asks_for_nothing_before_the_first_question_is_there() {
    visit("/", |host, page| {
        page.open(SIX_KINDS);
        page.finds("heading", "Question 1 of 6");
        everything_used_is_kept(page);
        let asked = host.asked();
        let worker = asked.iter().position(|path| path == "sw.js").expect("there is no worker");
        let last = asked.iter().rposition(|path| path.starts_with("data/")).unwrap();
        assert!(last < worker, "the worker came before the questions: {asked:?}");
        // What the page has fetched is not fetched again for the worker; but the icon, which browsers fetch apart from pages.
        let times = |path: &String| asked.iter().filter(|other| *other == path).count();
        let twice = asked.iter().find(|path| times(path) > 1 && !path.starts_with("assets/icon-"));
        assert_eq!(twice, None, "{asked:?}");
    });
}

#[test]
fn a_page_that_was_not_kept_says_so_and_comes_once_the_host_is_there() {
    visit("/some/folder/", |host, page| {
        page.expect_no_host();
        page.open(SIX_KINDS);
        page.finds("heading", "Question 1 of 6");
        everything_used_is_kept(page);
        host.set_down(true);
        page.follow("Consent to be bound");
        page.is_at(MODULE, NOT_HERE);
        page.sees("None is kept yet.");
        // The page is whole at the address that was asked for: its style is there, and its links lead somewhere.
        assert_eq!(
            page.run("return getComputedStyle(document.getElementById('page')).maxInlineSize !== 'none'"),
            true
        );
        page.follow("Plenary");
        page.is_at("", "Courses");
        page.back();
        page.is_at(MODULE, NOT_HERE);
        host.set_down(false);
        page.reload();
        page.is_at(MODULE, "Consent to be bound");
    });
}

#[test]
fn a_host_that_does_not_answer_is_not_waited_for_where_the_page_is_known() {
    visit("/", |host, page| {
        page.open("treaties/consent/signing/");
        everything_used_is_kept(page);
        page.open("");
        host.hold("treaties/consent/signing/");
        page.open("treaties/consent/signing/");
        page.is_at("treaties/consent/signing/", "Signing");
        host.release("treaties/consent/signing/");
    });
}

#[test]
fn a_kept_module_is_whole_without_the_host_and_can_be_removed() {
    let site = fixture();
    visit("/some/folder/", |host, page| {
        page.expect_no_host();
        page.open(MODULE);
        let size = keep(page);
        page.sees(&format!("Kept on this device · {size}"));
        host.set_down(true);

        page.reload();
        page.sees(&format!("Kept on this device · {size}"));
        for lesson in &site.module().lessons {
            page.open(&format!("{MODULE}{}/", lesson.id));
            page.is_at(&format!("{MODULE}{}/", lesson.id), &lesson.title);
        }
        page.follow("Glossary");
        page.is_at("treaties/glossary/", "Glossary");
        page.follow("Sources");
        page.is_at("treaties/sources/", "Sources");
        // A quiz that was never opened, with questions that nobody has drawn yet.
        page.open(DRAWING);
        page.press("Begin");
        for number in 1..=5 {
            page.finds("heading", &format!("Question {number} of 6"));
            page.press("Leave it for now");
        }
        page.finds("heading", "Question 6 of 6");
        page.press("Hand in");
        page.finds("heading", "Your result");
        page.open("no-such-page/");
        page.sees("Kept on this device:");
        page.follow("Consent to be bound");
        page.is_at(MODULE, "Consent to be bound");

        page.press("Remove");
        page.finds("button", &format!("{KEEP}{size})"));
        page.open("treaties/consent/joining/");
        page.is_at("treaties/consent/joining/", NOT_HERE);
        page.sees("None is kept yet.");
    });
}

#[test]
fn a_list_of_needs_holds_every_page_and_shard_and_says_what_is_transferred() {
    let site = fixture();
    let list = list_of(site);
    let paths = |name: &str| -> Vec<String> { serde_json::from_value(list[name].clone()).unwrap() };
    let (pages, files) = (paths("pages"), paths("files"));
    for path in
        ["", "treaties/", MODULE, SIX_KINDS, DRAWING, "treaties/consent/signing/", "treaties/glossary/"]
    {
        assert!(pages.contains(&path.to_owned()), "{path} is missing in {pages:?}");
    }
    let shards = site
        .index()
        .banks
        .iter()
        .flat_map(|bank| (0..bank.shards()).map(|number| bank.shard(number).0).collect::<Vec<_>>())
        .collect::<Vec<_>>();
    assert!(shards.len() > 15 && shards.iter().all(|shard| files.contains(shard)), "{files:?}");
    assert!(files.contains(&site.index_address().0));
    let transferred = |path: &str| {
        let compressed = site.get(&format!("{path}.br"));
        compressed.or(site.get(path)).unwrap_or_else(|| panic!("the site has no {path}")).len() as u64
    };
    // The page of the module was weighed before it said its own weight.
    let others =
        pages.iter().filter(|page| *page != MODULE).map(|page| transferred(&format!("{page}index.html")));
    let sum = others.sum::<u64>() + files.iter().map(|file| transferred(file)).sum::<u64>();
    let own = list["bytes"].as_u64().unwrap() - sum;
    let module = transferred(&format!("{MODULE}index.html"));
    assert!((module / 2..=module).contains(&own), "{own} of {module}");
}

#[test]
fn a_module_that_does_not_fit_is_said_and_nothing_of_it_stays() {
    visit("/", |host, page| {
        page.open(MODULE);
        page.finds("button", &offered(page));
        everything_used_is_kept(page);
        let origin = host.root().trim_end_matches('/');
        let used =
            page.devtools("Storage.getUsageAndQuota", json!({ "origin": origin }))["usage"].as_u64().unwrap();
        let quota = json!({ "origin": origin, "quotaSize": used + 20_000 });
        page.devtools("Storage.overrideQuotaForOrigin", quota);
        page.press(&offered(page));
        page.sees("There is not enough room on this device: nothing of the module was kept.");
        assert_eq!(kept_entries(page), json!([]));
        page.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin }));
        keep(page);
    });
}

#[test]
fn a_module_that_does_not_arrive_is_said_and_nothing_of_it_stays() {
    visit("/", |host, page| {
        page.expect_no_host();
        page.open(MODULE);
        page.finds("button", &offered(page));
        everything_used_is_kept(page);
        host.set_down(true);
        page.press(&offered(page));
        page.sees("Not everything arrived, so nothing was kept.");
        assert_eq!(kept_entries(page), json!([]));
        host.set_down(false);
        keep(page);
    });
}

#[test]
fn what_is_said_of_keeping_and_of_versions_has_no_fault_that_axe_knows() {
    let mut faults = Vec::new();
    states(|page, state| accessibility::look(page, state, &mut faults));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_said_of_keeping_and_of_versions_is_drawn_in_each_window() {
    states(|page, state| screenshots::draw(page, state));
}

#[test]
fn who_deletes_her_data_deletes_what_was_kept_as_well() {
    visit("/some/folder/", |_, page| {
        page.open(MODULE);
        keep(page);
        assert_ne!(kept_entries(page), json!([]));
        page.open("your-data/");
        page.press("Delete my data…");
        page.press("Delete everything");
        page.sees("Everything was deleted.");
        until(page, "nothing kept", |page| kept_entries(page) == json!([]));
        page.open(MODULE);
        page.finds("button", &offered(page));
    });
}

/// Shows what a page says of being kept, of not being kept, and of a new version.
fn states(mut see: impl FnMut(&Page, &str)) {
    visit("/", |host, page| {
        page.expect_no_host();
        page.open(MODULE);
        page.finds("button", &offered(page));
        see(page, "module-that-can-be-kept");
        keep(page);
        see(page, "module-that-is-kept");
        host.set_down(true);
        page.open("no-such-page/");
        page.finds("heading", NOT_HERE);
        see(page, "page-that-was-not-kept");
        host.set_down(false);
        page.open(MODULE);
        page.finds("button", "Remove");
        host.publish(revised());
        looks_again(page);
        page.finds("button", "Use it now");
        see(page, "module-and-a-new-version");
    });
}

/// Walks a journey through the small course, published in this folder of its host.
pub(super) fn visit(folder: &str, walk: impl FnOnce(&Host, &Page)) {
    let host = Host::start(fixture(), folder);
    journey_at(host.root(), |page| walk(&host, page));
}

/// Keeps the module of this page, and gives the size that was said.
#[track_caller]
pub(super) fn keep(page: &Page) -> String {
    let button = offered(page);
    assert!(!page.shows("Remove") && !page.shows("Kept on this device"), "it is kept already");
    page.press(&button);
    page.sees("Kept on this device");
    page.finds("button", "Remove");
    assert!(!page.shows(KEEP), "what is kept is still offered");
    let size = button.strip_prefix(KEEP).and_then(|rest| rest.strip_suffix(')'));
    size.unwrap_or_else(|| panic!("{button} says no size")).to_owned()
}

/// The name of the button that keeps the module of this page.
#[track_caller]
fn offered(page: &Page) -> String {
    page.wait("the way to keep the module", |tree| {
        tree.nodes()
            .iter()
            .find(|node| node.role == "button" && node.name.starts_with(KEEP))
            .map(|node| node.name.clone())
    })
}

/// Does what a browser does when somebody comes back to the tab.
pub(super) fn looks_again(page: &Page) {
    page.run("document.dispatchEvent(new Event('visibilitychange'))");
}

/// Waits until the page and all that it fetched lie in a cache, and a worker is there to take them out.
#[track_caller]
pub(super) fn everything_used_is_kept(page: &Page) {
    const KEPT: &str = "
        const done = arguments[0];
        const names = performance.getEntriesByType('resource').map(({ name }) => name);
        const used = [location.href, ...names.filter((name) => /[/](assets|data)[/]/.test(name))];
        Promise.all(used.map((address) => caches.match(address)))
            .then((found) => done(Boolean(navigator.serviceWorker.controller) && found.every(Boolean)))";
    until(page, "everything kept", |page| page.run_async(KEPT) == true);
}

#[track_caller]
pub(super) fn until(page: &Page, what: &str, is_so: impl Fn(&Page) -> bool) {
    page.until(what, |_| is_so(page));
}

/// The addresses of the pages of kept modules, and of their lists.
pub(super) fn kept_entries(page: &Page) -> Value {
    let Value::Array(all) = entries(page, "kept") else { panic!("no list") };
    all.into_iter().filter(|address| !address.as_str().unwrap().ends_with("/version")).collect()
}

/// The addresses in a cache.
pub(super) fn entries(page: &Page, cache: &str) -> Value {
    page.run_async(&format!(
        "const done = arguments[0];
        (async () => {{
            const names = (await caches.keys()).filter((name) => name.startsWith('plenary {cache} '));
            const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
            done(all.flat().map(({{ url }}) => url));
        }})()"
    ))
}

/// The list of what the module needs.
fn list_of(site: &Site) -> Value {
    serde_json::from_slice(site.get(&data_keep(site)).expect("the site has no list")).unwrap()
}

pub(super) fn data_keep(site: &Site) -> String {
    attribute(site, &format!("{MODULE}index.html"), "data-keep")
}

pub(super) fn attribute(site: &Site, path: &str, name: &str) -> String {
    let page = str::from_utf8(site.get(path).unwrap()).unwrap();
    let (_, rest) = page.split_once(&format!("{name}=\"")).unwrap_or_else(|| panic!("{path} has no {name}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Answers the question of this number, and goes on.
#[track_caller]
pub(super) fn answer(page: &Page, number: usize) {
    page.finds("heading", &format!("Question {number} of 6"));
    asks::current(page).respond(Hand::Mouse, page, Grade::Right);
    page.press("Check the answer");
    page.press(if number < 6 { "Next question" } else { "See the result" });
}

/// How many answers are stored.
#[track_caller]
pub(super) fn answers(page: &Page) -> usize {
    page.log().iter().filter(|entry| matches!(entry.fact, Fact::QuestionAnswered { .. })).count()
}
