//! The invariants of ARCHITECTURE.md.
//!
//! What Cargo can keep (who depends on whom) is read from the manifests; what it cannot (a clock in a pure crate, a second door for
//! markup) is looked for in the source, outside comments.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PURE: [&str; 7] = ["analysis", "domain", "content", "exchange", "results", "spacing", "texts"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder.
fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no source below {folder}");
    found
}

/// The places, as `file:line`, where one of the words stands outside a comment and outside a file's own tests, which end it.
fn places(folder: &str, words: &[&str]) -> Vec<String> {
    let mut places = Vec::new();
    for path in sources(folder) {
        let text = fs::read_to_string(&path).unwrap();
        let own = text.lines().take_while(|line| *line != "#[cfg(test)]");
        for (number, line) in own.enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if words.iter().any(|word| code.contains(word)) {
                let file = path.strip_prefix(root()).unwrap().display();
                places.push(format!("{file}:{}", number + 1));
            }
        }
    }
    places
}

/// The files among these places.
fn files(places: &[String]) -> BTreeSet<&str> {
    places.iter().filter_map(|place| place.split(':').next()).collect()
}

/// Which crates of the workspace each crate depends on, in any table of its manifest but the one for tests.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let own: BTreeSet<&str> = [
        "analysis", "domain", "content", "exchange", "learner", "cli", "results", "spacing", "texts",
        "trainer",
    ]
    .into();
    let mut arrows = BTreeMap::new();
    for name in &own {
        let text = fs::read_to_string(root().join("src").join(name).join("Cargo.toml")).unwrap();
        let mut table = String::new();
        let mut known = BTreeSet::new();
        for line in text.lines() {
            if line.starts_with('[') {
                table = line.to_owned();
            }
            let key = line.split([' ', '=', '.']).next().unwrap_or_default();
            if table.contains("dependencies") && !table.contains("dev-dependencies") && own.contains(key) {
                known.insert(key.to_owned());
            }
        }
        arrows.insert((*name).to_owned(), known);
    }
    arrows
}

#[test]
fn each_crate_knows_only_those_below_it() {
    let drawn: BTreeMap<String, BTreeSet<String>> = [
        ("domain", &[][..]),
        ("analysis", &["domain", "results"]),
        ("content", &["domain"]),
        ("exchange", &["domain", "texts"]),
        ("learner", &["domain", "results", "spacing", "texts"]),
        ("results", &["domain"]),
        ("spacing", &["domain"]),
        ("texts", &["domain"]),
        ("cli", &["analysis", "content", "domain", "exchange"]),
        ("trainer", &["analysis", "content", "domain", "learner"]),
    ]
    .into_iter()
    .map(|(from, to)| (from.to_owned(), to.iter().map(|name| (*name).to_owned()).collect()))
    .collect();
    assert_eq!(arrows(), drawn, "a new arrow needs a decision record in docs/adr");
}

#[test]
fn pure_crates_know_no_disk_no_clock_no_network_and_no_browser() {
    let strangers = [
        "std::fs",
        "std::net",
        "std::process",
        "std::env",
        "std::path",
        "SystemTime",
        "Instant::now",
        "std::thread",
        "tokio",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "getrandom",
        "rand::rng",
        "thread_rng",
        "println!",
        "eprintln!",
    ];
    for folder in PURE {
        let found: Vec<String> = places(&format!("src/{folder}"), &strangers)
            .into_iter()
            .filter(|place| !place.contains("/tests"))
            .collect();
        assert_eq!(found, Vec::<String>::new());
    }
}

#[test]
fn only_the_applications_know_the_browser() {
    for folder in ["src/analysis", "src/domain", "src/content", "src/exchange", "src/cli"] {
        assert_eq!(places(folder, &["web_sys", "js_sys", "leptos"]), Vec::<String>::new());
    }
    assert!(!places("src/learner", &["web_sys"]).is_empty());
    for file in ["overview.rs", "place.rs", "project.rs"] {
        let path = format!("src/trainer/{file}");
        let known = places("src/trainer", &["web_sys", "js_sys", "leptos", "wasm_bindgen"]);
        assert!(
            root().join(&path).exists() && !files(&known).contains(path.as_str()),
            "{path} knows the browser"
        );
    }
}

#[test]
fn one_module_knows_the_scripts_of_the_trainers_page() {
    let called = places("src/trainer", &["js_sys::Reflect", "plenaryEditor"]);
    let called: BTreeSet<&str> =
        files(&called).into_iter().filter(|file| !file.starts_with("src/trainer/scores")).collect();
    assert_eq!(called, BTreeSet::from(["src/trainer/script.rs"]));
}

#[test]
fn the_learners_application_knows_no_files_and_no_sockets() {
    assert_eq!(
        places("src/learner", &["std::fs", "std::net", "std::process", "std::env"]),
        Vec::<String>::new()
    );
    assert_eq!(
        places("src/trainer", &["std::fs", "std::net", "std::process", "std::env"]),
        Vec::<String>::new()
    );
}

#[test]
fn what_authors_can_get_wrong_is_known_to_content_alone() {
    for folder in ["src/analysis", "src/domain", "src/exchange", "src/learner"] {
        assert_eq!(
            places(folder, &["Diagnostic"]),
            Vec::<String>::new(),
            "a Catalogue is valid: nobody checks it again"
        );
    }
}

#[test]
fn no_parser_of_authors_text_is_in_the_learners_download() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--package", "plenary", "--target", "wasm32-unknown-unknown"])
        .args(["--edges", "normal", "--prefix", "none", "--format", "{p}"])
        // Leptos names a reader of configuration files that nothing calls and the linker drops; that it is not in
        // the application `cargo xtask size` sees to, which looks into the wasm.
        .args(["--prune", "leptos_config"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let text = String::from_utf8(tree.stdout).unwrap();
    let crates: BTreeSet<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains("learner") && crates.contains("leptos"), "{crates:?}");
    for parser in [
        "analysis",
        "content",
        "csv",
        "exchange",
        "cli",
        "icu_plurals",
        "icu_decimal",
        "icu_datetime",
        "toml",
        "toml_parser",
        "winnow",
        "pulldown-cmark",
        "maud",
    ] {
        assert!(!crates.contains(parser), "{parser} is in the learner's download");
    }
}

#[test]
fn the_application_says_nothing_that_has_no_translation() {
    let said = [".child(\"", "say(\"", "set_text_content(Some(\"", "\"aria-label\", \""];
    let mut found = Vec::new();
    for path in sources("src/learner") {
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines().take_while(|line| *line != "#[cfg(test)]") {
            let mut words = said.iter().filter_map(|begin| line.split_once(begin)).map(|(_, rest)| rest);
            if words.any(|words| words.starts_with(char::is_alphabetic)) {
                found.push(format!("{}: {}", path.display(), line.trim()));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new(), "what is said belongs into src/texts");
}

#[test]
fn storage_is_written_in_one_place() {
    let written = places("src/learner", &["set_item", "remove_item", "gloo_storage", "storage.clear()"]);
    assert_eq!(files(&written), BTreeSet::from(["src/learner/storage.rs", "src/learner/storage/keeping.rs"]));
}

#[test]
fn every_key_of_the_storage_begins_with_the_name_of_the_application() {
    let mut keys = 0;
    for file in ["src/learner/storage.rs", "src/learner/storage/keeping.rs"] {
        let text = fs::read_to_string(root().join(file)).unwrap();
        for line in text.lines().filter(|line| line.contains("const ") && line.contains(": &str = ")) {
            assert!(line.contains("= \"plenary:"), "{file}: {line}");
            keys += 1;
        }
        // What is written goes under one of these, or under a key that was found there.
        for line in text.lines().filter(|line| line.contains(".set_item(")) {
            let named = ["ENTRY", "PLACE", "SETTINGS", "ERASED", "(&key,"];
            assert!(named.iter().any(|name| line.contains(name)), "{file}: {line}");
        }
    }
    assert!(keys >= 6, "only {keys} keys were found");
}

#[test]
fn the_reader_does_not_know_the_notebook() {
    let named: Vec<String> = places("src/learner", &["notebook"])
        .into_iter()
        .filter(|place| !place.starts_with("src/learner/notebook"))
        .collect();
    // `lib.rs` declares it; `texts` has the words of both.
    assert_eq!(files(&named), BTreeSet::from(["src/learner/lib.rs"]), "{named:?}");
    let lib = fs::read_to_string(root().join("src/learner/lib.rs")).unwrap();
    let lines: Vec<&str> =
        lib.lines().filter(|line| !line.starts_with("//") && line.contains("notebook")).collect();
    assert_eq!(lines, ["pub mod notebook;"]);
}

#[test]
fn markup_is_made_in_one_place_and_shown_in_one_place() {
    let shown = places("src/learner", &["inner_html", "insert_adjacent_html", "outer_html"]);
    assert_eq!(files(&shown), BTreeSet::from(["src/learner/part/markup.rs"]));
    for folder in ["src/analysis", "src/content", "src/exchange", "src/learner", "src/cli", "xtask"] {
        for file in files(&places(folder, &["made_safe("])) {
            assert!(file.starts_with("src/content/markdown"), "{file} makes markup");
        }
    }
}

#[test]
fn the_markup_of_a_report_is_made_in_one_place_and_shown_in_one_place() {
    let shown = places("src/trainer", &["inner_html", "insert_adjacent_html", "outer_html"]);
    assert_eq!(files(&shown), BTreeSet::from(["src/trainer/scores/written.rs"]));
    let made = places("src", &["ReportMarkup("]);
    assert_eq!(files(&made), BTreeSet::from(["src/analysis/write/html/cohort.rs"]));
}

#[test]
fn every_file_says_what_it_is_for_and_is_one_room() {
    for folder in ["src", "xtask", "tests"] {
        for path in sources(folder) {
            let text = fs::read_to_string(&path).unwrap();
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            assert!(text.starts_with("//!"), "{name} does not say what it is for");
            assert!(text.lines().count() <= 500, "{name} has more than 500 lines");
        }
    }
}
