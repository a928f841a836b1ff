//! The site on a host that knows nothing of it: from any folder, with no request too many.

use std::collections::{BTreeMap, BTreeSet};

use domain::log::Fact;

use super::asks::{self, Grade};
use super::workbench::{Hand, Host, Site, fixture, journey_at};

#[test]
fn the_site_works_from_any_folder_of_a_host() {
    let host = Host::start(fixture(), "/some/folder/");
    journey_at(host.root(), |page| {
        page.open("");
        page.follow("Reading treaties");
        page.is_at("treaties/", "Reading treaties");
        page.follow("Consent to be bound");
        page.is_at("treaties/consent/", "Consent to be bound");
        page.follow("Joining later");
        page.follow("read about signing");
        page.is_at("treaties/consent/signing/", "Signing");
        page.follow("Ratifying");
        page.focus_is("region", "ratification");
        page.follow("Glossary");
        page.is_at("treaties/glossary/", "Glossary");
        page.open("treaties/consent/six-kinds/");
        asks::current(page).respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        page.finds("region", "Right 1 of 1 point");
        page.reload();
        page.finds("region", "Right 1 of 1 point");
    });
    let outside: Vec<String> = host.asked().into_iter().filter(|path| path.starts_with("outside")).collect();
    assert_eq!(outside, [] as [&str; 0], "the site asks for what is not in its folder");
}

#[test]
fn the_first_question_needs_the_index_the_module_and_its_shards_and_nothing_else() {
    let site = fixture();
    let host = Host::start(site, "/");
    journey_at(host.root(), |page| {
        let path = "treaties/consent/drawing/";
        page.open(path);
        page.press("Begin");
        page.finds("heading", "Question 1 of 6");
        // The paper is whole once the attempt has begun.
        page.until("the attempt", |_| !page.log().is_empty());
        let mut asked = BTreeMap::new();
        for path in host.asked() {
            *asked.entry(path).or_insert(0) += 1;
        }
        // The icon browsers fetch apart from the page, and the service worker cannot take it from there.
        let is_icon = |path: &str| path.starts_with("assets/icon-");
        let twice: Vec<_> = asked.iter().filter(|(path, times)| **times > 1 && !is_icon(path)).collect();
        assert!(twice.is_empty(), "asked for more than once: {twice:?}");

        let data = asked.keys().filter(|path| path.starts_with("data/")).cloned().collect::<BTreeSet<_>>();
        let module = site.index();
        let log = page.log();
        let Fact::AttemptBegun { given, .. } = &log[0].fact else { panic!("{log:?}") };
        let mut needed = BTreeSet::from([site.index_address().0.clone()]);
        for bank in &module.banks {
            let drawn = given.iter().filter(|given| given.question.bank == bank.id);
            let places = drawn.flat_map(|given| bank.places_of(&given.question.question));
            needed.extend(places.map(|place| bank.shard_of(place).0));
        }
        assert_eq!(data, needed);
        let rest: BTreeSet<String> = asked.into_keys().filter(|asked| !data.contains(asked)).collect();
        let mut frame = loaded_by_head(site, path);
        frame.insert(path.to_owned());
        // What answers to the learner; and what the service worker asks for once the page is settled, which tests/browser/offline.rs
        // sees to.
        let later = |path: &&String| {
            let files = ["assets/plenary-later-", "assets/offline-"];
            matches!(path.as_str(), "" | "sw.js")
                || path.ends_with("offline.html")
                || files.iter().any(|file| path.starts_with(file))
        };
        let strange: Vec<_> = rest.difference(&frame).filter(|path| !later(path)).collect();
        assert!(strange.is_empty(), "asked for without need: {strange:?}");
    });
}

/// What the head of a page names: the application, the style sheet, the icon.
fn loaded_by_head(site: &Site, path: &str) -> BTreeSet<String> {
    let page = str::from_utf8(site.get(&format!("{path}index.html")).unwrap()).unwrap();
    let (head, _) = page.split_once("</head>").unwrap();
    let named = ["href=\"", "src=\""].into_iter().flat_map(|name| head.split(name).skip(1));
    named.filter_map(|rest| Some(rest.split_once('"')?.0.trim_start_matches("../").to_owned())).collect()
}
