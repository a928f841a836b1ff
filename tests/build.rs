//! The site: its pages, their links, and what a build leaves on the disk.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use domain::language::Language;
use domain::time::Date;
use exchange::package::site::{App, Program, Version, policy, site};
use exchange::tree::Tree;
use serde_json::Value;

use crate::workbench::{authoring_course, files_below, needs_application, plenary, project, root, text};

/// The site of the course in the manual, with an application that stays the same.
fn mini_site() -> Tree {
    site_of(&mini_app())
}

fn mini_app() -> App {
    App {
        reader: Program { glue: b"glue".into(), wasm: b"wasm".into(), later: None },
        notebook: Program {
            glue: b"glue of the notebook".into(),
            wasm: b"wasm of the notebook".into(),
            later: None,
        },
        style: b"style".into(),
        notebook_style: b" of the notebook".into(),
        ..App::default()
    }
}

fn site_of(app: &App) -> Tree {
    let files = authoring_course().into_iter().collect();
    let checked = content::check(&files, Date::new(2026, 1, 1).unwrap());
    let original =
        checked.catalogue.unwrap_or_else(|| panic!("the course of the manual: {:#?}", checked.diagnostics));
    let all: Vec<_> = std::iter::once((Language::English, original))
        .chain(checked.translations)
        .map(|(language, catalogue)| (language, content::compile(&catalogue), catalogue))
        .collect();
    let mut versions = Vec::new();
    for (language, publication, catalogue) in &all {
        versions.push(Version { language: *language, catalogue, publication });
    }
    site(&versions, app)
}

fn pages(tree: &Tree) -> impl Iterator<Item = (&str, String)> {
    tree.iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, bytes)| (path, text(bytes)))
}

/// The pages in the language of the course, and in two others one of each kind that differs most.
fn samples(tree: &Tree) -> impl Iterator<Item = (&str, String)> {
    const OTHERS: [&str; 7] = [
        "ar/index.html",
        "ar/migration/glossary/index.html",
        "ar/migration/trafficking/index.html",
        "ar/migration/trafficking/two-crimes/index.html",
        "fr/migration/index.html",
        "fr/migration/sources/index.html",
        "fr/migration/trafficking/check-yourself/index.html",
    ];
    pages(tree).filter(|(path, _)| language_of(path) == Language::English || OTHERS.contains(path))
}

/// The language of the page at this path.
fn language_of(path: &str) -> Language {
    path.split('/').next().and_then(|first| first.parse().ok()).unwrap_or_default()
}

#[test]
fn every_page_is_as_it_was() {
    let golden = root().join("tests/golden/site");
    let update = std::env::var_os("UPDATE").is_some();
    let tree = mini_site();
    let mut expected: BTreeSet<String> = samples(&tree).map(|(path, _)| path.to_owned()).collect();
    for (path, page) in samples(&tree) {
        // One element a line, so that a difference can be read.
        let page = page.replace("><", ">\n<") + "\n";
        let file = golden.join(path);
        if update {
            crate::workbench::write(&file, &page);
        }
        let before = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            before == page,
            "{path} changed; look at it with: UPDATE=1 cargo xtask test && git diff tests/golden"
        );
    }
    for path in files_below(&golden) {
        if !expected.remove(&path) {
            assert!(update, "tests/golden/site/{path} is no longer a page of the site");
            fs::remove_file(golden.join(&path)).unwrap();
        }
    }
}

/// The values of an attribute in a page.
fn attributes<'a>(page: &'a str, name: &'a str) -> impl Iterator<Item = String> + 'a {
    page.match_indices(name).filter_map(move |(at, _)| {
        let before = page[..at].chars().next_back()?;
        let value = page[at + name.len()..].strip_prefix("=\"")?;
        before.is_ascii_whitespace().then(|| value.split('"').next().unwrap().replace("&amp;", "&"))
    })
}

/// Where a relative address leads, from the page at this path: a path in the tree, and a fragment.
fn lead(from: &str, address: &str) -> Option<(String, Option<String>)> {
    let (path, fragment) = match address.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_owned())),
        None => (address, None),
    };
    if path.is_empty() {
        return Some((from.to_owned(), fragment));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    if parts.last().is_none_or(|last| last.is_empty()) {
        parts.pop();
        parts.push("index.html");
    } else if path.ends_with("..") || path == "." {
        parts.push("index.html");
    }
    Some((parts.join("/"), fragment))
}

#[test]
fn every_link_is_relative_and_leads_to_a_file_and_to_a_place_in_it() {
    let tree = mini_site();
    let mut followed = 0;
    for (path, page) in pages(&tree) {
        for address in attributes(&page, "href").chain(attributes(&page, "src")) {
            if address.starts_with("https://") || address.starts_with("mailto:") {
                continue;
            }
            assert!(!address.starts_with('/') && !address.contains(':'), "{path}: {address} is not relative");
            // A host shows this page at any depth; that one of its links leads up is its purpose.
            if (path, address.as_str()) == ("404.html", "../") {
                continue;
            }
            let (target, fragment) =
                lead(path, &address).unwrap_or_else(|| panic!("{path}: {address} leads out of the site"));
            let file =
                tree.get(&target).unwrap_or_else(|| panic!("{path}: {address} leads to no file ({target})"));
            if let Some(fragment) = fragment {
                let there = text(file).contains(&format!("id=\"{fragment}\""));
                assert!(there, "{path}: {address} leads to no place in {target}");
            }
            followed += 1;
        }
    }
    assert!(followed > 100, "only {followed} links were found");
}

/// What stands in a page between the tags of this name, where there is something.
fn own<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    for rest in page.split(&open).skip(1) {
        let (_, text) = rest.split_once('>').unwrap();
        found.extend(text.split_once(&close).map(|(text, _)| text).filter(|text| !text.is_empty()));
    }
    found
}

#[test]
fn a_page_holds_no_script_and_no_style_but_its_own() {
    let policy = policy(&mini_app());
    for (path, page) in pages(&mini_site()) {
        assert!(page.contains(&format!("content=\"{policy}\"")), "{path}");
        let style = if page.contains("data-app=\"notebook\"") { "style of the notebook" } else { "style" };
        let has_question = page.contains("data-seed=");
        let first = ["[data-first],[data-first]~.loading{display:none}"].into_iter().filter(|_| has_question);
        assert_eq!(own(&page, "style"), [style].into_iter().chain(first).collect::<Vec<_>>(), "{path}");
        assert_eq!(own(&page, "script").len(), usize::from(has_question), "{path} has a script in it");
        assert_eq!(attributes(&page, "style").count(), 0, "{path} has a style attribute");
        let handler = page.split(" on").skip(1).find(|rest| {
            rest.split_once('=').is_some_and(|(name, value)| {
                value.starts_with('"') && name.bytes().all(|byte| byte.is_ascii_lowercase())
            })
        });
        assert_eq!(handler, None, "{path} has an event handler in it");
    }
}

/// The quiz pages of the site in every language, each with its path.
fn quizzes(tree: &Tree, name: &str) -> Vec<(String, String)> {
    let path = format!("migration/trafficking/{name}/index.html");
    let all = pages(tree).filter(|(own, _)| own.ends_with(&path));
    all.map(|(path, page)| (path.to_owned(), page)).collect()
}

#[test]
fn the_first_question_of_a_practice_is_the_same_in_every_language_and_of_a_kind_that_needs_no_script() {
    let tree = mini_site();
    let told: BTreeSet<Vec<String>> = quizzes(&tree, "check-yourself")
        .iter()
        .map(|(path, page)| {
            let form = page.split_once("<form").unwrap().1.split_once("</form>").unwrap().0;
            assert!(form.contains("type=\"submit\"") && !form.contains("<select"), "{path}");
            let inputs = attributes(form, "value");
            let about = ["data-seed", "data-question"].map(|name| attributes(page, name).next().unwrap());
            about.into_iter().chain(inputs).collect()
        })
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told.first().unwrap().len() > 3, "{told:?}");
}

#[test]
fn an_assessment_has_no_question_in_its_page() {
    let all = quizzes(&mini_site(), "assessment");
    assert_eq!(all.len(), 6);
    for (path, page) in all {
        assert!(!page.contains("<form") && !page.contains("data-seed"), "{path}");
    }
}

#[test]
fn a_lesson_can_be_read_without_scripts() {
    let tree = mini_site();
    let page = text(tree.get("migration/trafficking/two-crimes/index.html").unwrap());
    for words in
        ["pays to cross a border", "the means need not be shown", "<table", "Smuggling Protocol, art. 3(a)"]
    {
        assert!(page.contains(words), "the page does not hold: {words}");
    }
    assert!(page.contains("href=\"../../../migration/glossary/#term-trafficking-in-persons\""));
    assert!(
        page.contains("href=\"../../../migration/trafficking/check-yourself/\""),
        "the way on is the first quiz"
    );
    let quiz = text(tree.get("migration/trafficking/check-yourself/index.html").unwrap());
    assert!(
        quiz.contains("<noscript>") && quiz.contains("Practice · 4 questions · feedback after each answer")
    );
}

#[test]
fn a_site_can_be_installed_from_any_folder() {
    let tree = mini_site();
    let manifest: Value = serde_json::from_slice(tree.get("manifest.webmanifest").unwrap()).unwrap();
    assert_eq!(manifest["name"], "Migration law");
    for address in ["start_url", "scope"] {
        assert_eq!(manifest[address], "./");
    }
    let mut sizes = BTreeSet::new();
    for icon in manifest["icons"].as_array().unwrap() {
        let bytes = tree.get(icon["src"].as_str().unwrap()).unwrap_or_else(|| panic!("there is no {icon}"));
        if icon["type"] == "image/png" {
            // Width and height are the first two numbers of a PNG.
            let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
            assert_eq!(icon["sizes"], format!("{}x{}", number(16), number(20)));
            sizes.insert(format!("{} {}", icon["purpose"].as_str().unwrap(), number(16)));
        }
    }
    assert_eq!(sizes, ["any 192", "any 512", "maskable 512"].map(str::to_owned).into());
}

#[test]
fn the_worker_knows_the_version_and_the_files_of_this_site() {
    let tree = mini_site();
    let known = worker_knows(&tree);
    for file in known["files"].as_array().unwrap() {
        assert!(tree.contains(file.as_str().unwrap()), "there is no {file}");
    }
    assert_eq!(
        known["pages"],
        serde_json::json!([
            "ar/offline.html",
            "es/offline.html",
            "fr/offline.html",
            "offline.html",
            "ru/offline.html",
            "zh/offline.html",
            ""
        ])
    );
    let again = worker_knows(&mini_site());
    assert_eq!(known, again, "the same files give another version");
    let other = site_of(&App { style: b"another style".into(), ..mini_app() });
    assert_ne!(known["version"], worker_knows(&other)["version"]);
}

/// What stands before the text of the worker.
fn worker_knows(tree: &Tree) -> Value {
    let worker = text(tree.get("sw.js").unwrap());
    let line = worker.lines().next().unwrap();
    serde_json::from_str(line.strip_prefix("const SITE = ").and_then(|line| line.strip_suffix(';')).unwrap())
        .unwrap()
}

#[test]
fn an_author_gets_no_worker_and_nothing_to_keep() {
    let tree = site_of(&App { watcher: Some("/-/dev.js".to_owned()), ..mini_app() });
    assert!(text(tree.get("sw.js").unwrap()).contains("registration.unregister()"));
    for (path, page) in pages(&tree) {
        assert!(!page.contains("rel=\"manifest\"") && !page.contains("data-keep="), "{path}");
    }
}

#[test]
fn every_page_says_what_it_is() {
    for (path, page) in pages(&mini_site()) {
        assert_eq!(page.matches("<h1").count(), 1, "{path} needs one heading of the first level");
        let language = language_of(path);
        let root = format!("<html lang=\"{language}\" dir=\"{}\">", language.direction().attribute());
        assert!(page.starts_with(&format!("<!DOCTYPE html>{root}")), "{path}");
        assert!(page.contains(" · Plenary</title>"), "{path} has no title");
        let described =
            attributes(&page, "content").any(|content| content.contains(' ') && !content.contains("-src"));
        assert!(described, "{path} has no description");
        assert_eq!(page.matches("<main").count(), 1, "{path}");
    }
}

#[test]
fn every_page_is_there_in_every_language_and_leads_to_the_others() {
    let tree = mini_site();
    // The pages of trainers are in English alone.
    let translated = |path: &str| path != "404.html" && !path.starts_with("trainer/");
    let own = |path: &&str| language_of(path) == Language::English && translated(path);
    for (path, _) in pages(&tree).filter(|(path, _)| own(path)) {
        for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
            let path = format!("{language}/{path}");
            assert!(tree.contains(&path), "there is no {path}");
        }
    }
    for (path, page) in pages(&tree).filter(|(path, _)| translated(path)) {
        assert_eq!(page.matches("<link rel=\"alternate\"").count(), 6, "{path}");
        let menu =
            page.split_once("<details class=\"languages\">").unwrap().1.split_once("</details>").unwrap().0;
        for language in Language::ALL {
            let current = if language == language_of(path) { " aria-current=\"true\"" } else { "" };
            let link = format!(
                "lang=\"{language}\" dir=\"{}\"{current}>{}</a>",
                language.direction().attribute(),
                language.own_name()
            );
            assert!(menu.contains(&link), "{path} has no {link}");
        }
        let languages = attributes(menu, "hreflang").collect::<Vec<_>>();
        assert_eq!(languages, Language::ALL.map(|language| language.to_string()), "{path}");
    }
}

#[test]
fn an_authors_words_have_their_language_where_the_page_has_another() {
    let tree = mini_site();
    let lesson = text(tree.get("ar/migration/trafficking/two-crimes/index.html").unwrap());
    for part in ["<article class=\"prose\" lang=\"en\" dir=\"ltr\"", "<h1 lang=\"en\" dir=\"ltr\">"] {
        assert!(lesson.contains(part), "the lesson has no {part}");
    }
    assert!(lesson.contains("href=\"../../../migration/glossary/#term-trafficking-in-persons\""));
    assert!(lesson.contains("الدرس 1 من 1"));
    let own = text(tree.get("migration/trafficking/two-crimes/index.html").unwrap());
    let page = own.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    assert_eq!(attributes(page, "lang").count(), 0, "a page in the language of the course repeats it");
}

#[test]
fn a_page_names_the_texts_of_its_language_and_no_others() {
    let tree = mini_site();
    for (path, page) in pages(&tree).filter(|(path, _)| *path != "404.html") {
        let language = language_of(path);
        let groups: &[&str] =
            if page.contains("data-app=\"notebook\"") { &["reader", "notebook"] } else { &["reader"] };
        if page.contains("data-app=\"scores\"") {
            assert_eq!(page.matches("assets/texts-").count(), 0, "{path} speaks with no texts");
            continue;
        }
        let named = attributes(&page, "data-texts").next().unwrap();
        for (address, group) in named.split(' ').zip(groups) {
            assert!(address.starts_with(&format!("assets/texts-{group}-{language}-")), "{path}: {address}");
            assert!(tree.contains(address), "{path}: there is no {address}");
            assert!(page.contains(&format!("{address}\">")), "{path} does not ask for {address} at once");
        }
        assert_eq!(page.matches("assets/texts-").count(), 2 * groups.len(), "{path}");
    }
}

#[test]
fn a_build_writes_each_file_with_its_compressed_forms() {
    needs_application();
    let dir = project(authoring_course());
    let out = dir.path().join("site");
    let built = plenary(["build".as_ref(), dir.path().as_os_str(), "--out".as_ref(), out.as_os_str()]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    let files = files_below(&out);
    for path in files
        .iter()
        .filter(|path| ![".br", ".gz", ".png", ".plenary-build"].iter().any(|ending| path.ends_with(ending)))
    {
        for ending in ["br", "gz"] {
            assert!(files.contains(&format!("{path}.{ending}")), "{path} has no .{ending} beside it");
        }
    }
    for (program, starter) in [("plenary", "boot"), ("notebook", "notebook-boot")] {
        let file = |stem: &str, ending: &str| {
            let is_it =
                |path: &&String| path.starts_with(&format!("assets/{stem}-")) && path.ends_with(ending);
            files.iter().find(is_it).unwrap_or_else(|| panic!("the site has no {stem} {ending}"))
        };
        let wasm = file(program, ".wasm");
        assert!(fs::read(out.join(wasm)).unwrap().starts_with(b"\0asm"));
        let small = fs::metadata(out.join(format!("{wasm}.br"))).unwrap().len();
        assert!(small * 2 < fs::metadata(out.join(wasm)).unwrap().len(), "{small} bytes is no compression");
        let boot = fs::read_to_string(out.join(file(starter, ".js"))).unwrap();
        assert!(boot.contains(wasm.trim_start_matches("assets/")), "{boot}");
    }
}

#[test]
fn a_build_replaces_an_earlier_one_and_nothing_else() {
    needs_application();
    let dir = project(authoring_course());
    let out = dir.path().join("site");
    let build = |folder: &Path| {
        plenary(["build".as_ref(), dir.path().as_os_str(), "--out".as_ref(), folder.as_os_str()])
    };
    assert_eq!(build(&out).status.code(), Some(0));
    let first = files_below(&out);
    fs::write(out.join("CNAME"), "example.org").unwrap();
    assert_eq!(build(&out).status.code(), Some(0));
    let mut expected = first;
    expected.push("CNAME".to_owned());
    expected.sort();
    assert_eq!(files_below(&out), expected);

    let refused = build(dir.path());
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("no earlier build wrote it"), "{}", text(&refused.stderr));
}

#[test]
fn a_build_of_a_faulty_course_writes_nothing() {
    needs_application();
    let dir = project(authoring_course());
    fs::write(dir.path().join("courses/migration/course.toml"), "format = 1\n").unwrap();
    let out = dir.path().join("site");
    let built = plenary(["build".as_ref(), dir.path().as_os_str(), "--out".as_ref(), out.as_os_str()]);
    assert_eq!(built.status.code(), Some(1));
    assert!(!out.exists());
}
