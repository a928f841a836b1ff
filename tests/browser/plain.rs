//! The site before and without scripts.

use std::collections::BTreeSet;

use domain::html::Html;
use serde_json::json;

use super::workbench::{Found, Page, Site, fixture, journey, look_up, real, squeezed};

#[test]
fn every_page_can_be_read_with_scripts_off() {
    let site = real();
    journey(site, |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        let catalogue = site.catalogue();
        let titles: Vec<&str> = catalogue.courses.iter().map(|course| course.title.as_str()).collect();
        reads(page, "", "Courses", &titles);
        for course in &catalogue.courses {
            let titles: Vec<&str> = course.modules.iter().map(|module| module.title.as_str()).collect();
            reads(page, &format!("{}/", course.id), &course.title, &titles);
            let terms: Vec<&str> = catalogue.terms.iter().map(|term| term.term.as_str()).collect();
            reads(page, &format!("{}/glossary/", course.id), "Glossary", &terms);
            let sources: Vec<&str> = catalogue.sources.iter().map(|source| source.title.as_str()).collect();
            reads(page, &format!("{}/sources/", course.id), "Sources", &sources);
            for module in &course.modules {
                let path = format!("{}/{}/", course.id, module.id);
                let objectives = module.objectives.iter().map(|objective| objective.text.as_str());
                let lessons = module.lessons.iter().map(|lesson| lesson.title.as_str());
                let quizzes = module.quizzes.iter().map(|quiz| quiz.title.as_str());
                let all: Vec<&str> = objectives.chain(lessons).chain(quizzes).collect();
                reads(page, &path, &module.title, &all);
                for lesson in &module.lessons {
                    let paragraphs = paragraphs(&lesson.body);
                    assert!(paragraphs.len() > 3, "{} has next to no text", lesson.id);
                    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
                    reads(page, &format!("{path}{}/", lesson.id), &lesson.title, &paragraphs);
                }
                for quiz in &module.quizzes {
                    reads(
                        page,
                        &format!("{path}{}/", quiz.id),
                        &quiz.title,
                        &["Answering questions needs scripts"],
                    );
                }
            }
        }
    });
}

#[test]
fn every_link_of_the_site_leads_somewhere() {
    for site in [real(), fixture()] {
        let places = &places(site);
        let mut followed = 0;
        let broken: Vec<String> = site
            .pages()
            .flat_map(|(path, text)| {
                let addresses = addresses(text);
                followed += addresses.len();
                addresses.into_iter().filter_map(move |address| {
                    fault(site, places, path, &address).map(|fault| format!("{path}: {address}: {fault}"))
                })
            })
            .collect();
        assert!(followed > 100, "only {followed} links were found");
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    }
}

#[test]
fn every_page_carries_the_policy_and_nothing_that_runs_beside_it() {
    for site in [real(), fixture()] {
        for (path, text) in site.pages() {
            let policy =
                format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", site.policy());
            assert!(text.contains(&policy) && !policy.contains("unsafe-inline"), "{path} has no policy");
            for forbidden in [" style=\"", " onclick=", "javascript:"] {
                assert!(!text.contains(forbidden), "{path}: {forbidden}");
            }
        }
    }
}

#[test]
#[should_panic(expected = "the console reports")]
fn a_breach_of_the_policy_fails_a_journey() {
    journey(fixture(), |page| {
        page.open("");
        page.run(
            "document.body.append(Object.assign(document.createElement('script'), { textContent: '0' }))",
        );
    });
}

/// Opens a page, and finds its heading and these words in it.
#[track_caller]
fn reads(page: &Page, path: &str, heading: &str, words: &[&str]) {
    page.open_plain(path);
    let tree = page.wait(heading, |tree| (tree.heading() == Some(heading)).then(|| tree.clone()));
    let text = squeezed(&tree.text());
    let missing: Vec<_> = words.iter().filter(|words| !text.contains(&squeezed(words))).collect();
    assert!(missing.is_empty(), "{path} does not show {missing:?}");
}

/// The paragraphs, headings, list items and cells of a published text.
fn paragraphs(body: &Html) -> Vec<String> {
    let mut markup = body.as_str().to_owned();
    for inline in ["a", "em", "strong", "code", "span"] {
        markup = without(&markup, inline);
    }
    let texts = markup.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| !text.is_empty()).map(super::reading::unescaped).collect()
}

/// The markup without this element, with what is in it.
fn without(markup: &str, element: &str) -> String {
    let mut rest = markup;
    let mut kept = String::new();
    while let Some(place) = rest.find('<') {
        let (before, tag) = rest.split_at(place);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        let name = tag.trim_start_matches(['<', '/']).trim_end_matches('>').split(' ').next();
        kept += before;
        if name != Some(element) {
            kept += tag;
        }
        rest = after;
    }
    kept + rest
}

/// Every place that has a name, with its page.
fn places(site: &Site) -> BTreeSet<(String, String)> {
    let named = site.pages().flat_map(|(path, text)| {
        let ids = text.split(" id=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0));
        ids.map(move |id| (path.to_owned(), super::reading::unescaped(id)))
    });
    named.collect()
}

/// What the links of a page and the addresses of its head say.
fn addresses(page: &str) -> Vec<String> {
    let named = [" href=\"", " src=\""].into_iter().flat_map(|name| page.split(name).skip(1));
    let written = named.filter_map(|rest| Some(rest.split_once('"')?.0));
    written
        .filter(|address| !address.starts_with("https:") && !address.starts_with("mailto:"))
        .map(super::reading::unescaped)
        .collect()
}

/// What is wrong with an address on a page, if anything is.
fn fault(site: &Site, places: &BTreeSet<(String, String)>, page: &str, address: &str) -> Option<String> {
    let (path, fragment) =
        address.split_once('#').map_or((address, None), |(path, fragment)| (path, Some(fragment)));
    if path.starts_with('/') || path.contains(':') {
        return Some("it is not relative".to_owned());
    }
    let target = if path.is_empty() { page.to_owned() } else { resolved(page, path)? };
    let Found::File(file, _) = look_up(site.files(), &target) else {
        return Some(format!("there is no {target}"));
    };
    let place = (file.to_owned(), fragment?.to_owned());
    (!places.contains(&place)).then(|| format!("{target} has no {}", place.1))
}

/// The path that a relative address on a page leads to.
fn resolved(page: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            other => parts.push(other),
        }
    }
    Some(parts.join("/"))
}
