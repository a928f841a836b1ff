//! The guide for authors is a course: its blocks, put together, are checked and published.

#![allow(clippy::unwrap_used, clippy::panic)] // a test that cannot go on has failed

use std::collections::BTreeMap;
use std::path::PathBuf;

use content::{Files, check, compile};
use domain::language::Language;
use domain::time::Date;

/// The blocks of `docs/authoring.md` that say which file they belong to; blocks of the same file follow each other.
fn guide() -> Files {
    let path = root().join("docs/authoring.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut open: Option<String> = None;
    for line in text.lines() {
        match &open {
            None => {
                let info = line.strip_prefix("```").and_then(|info| info.split_once("file="));
                open = info.map(|(_, file)| file.to_owned());
            }
            Some(_) if line == "```" => open = None,
            Some(file) => {
                let content = files.entry(file.clone()).or_default();
                content.push_str(line);
                content.push('\n');
            }
        }
    }
    assert!(open.is_none(), "a block of {} is not closed", path.display());
    files.into_iter().collect()
}

fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().find(|folder| folder.join("docs/authoring.md").is_file()).unwrap().to_owned()
}

fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

#[test]
fn the_guide_for_authors_is_a_course_without_a_fault() {
    let checked = check(&guide(), today());
    assert_eq!(checked.diagnostics, []);
    assert_eq!((checked.counts.lessons, checked.counts.banks, checked.counts.quizzes), (1, 1, 2));
    assert_eq!(checked.counts.questions, 16);
    assert_eq!(checked.counts.tests, 15, "each question of the guide that is marked has a test");
}

#[test]
fn the_course_of_the_guide_can_be_published() {
    let catalogue = check(&guide(), today()).catalogue.unwrap();
    let publication = compile(&catalogue);
    assert!(publication.modules.iter().all(|(_, address, _)| publication.files.contains_key(address)));
    let html = catalogue.courses[0].modules[0].lessons[0].body.as_str();
    for part in [
        "<a class=\"term\" href=\"plenary:term/smuggling-of-migrants\">Smuggling</a>",
        "<a class=\"term\" href=\"plenary:term/trafficking-in-persons\">trafficking in persons</a>",
        "<a class=\"cite\" href=\"plenary:source/smuggling-protocol\">Smuggling Protocol, art. 3(a)</a>",
        "<h2 id=\"h-for-a-child\">For a child</h2>",
        "<th scope=\"col\">Adult</th>",
        "<th scope=\"row\">Act</th>",
        "<aside class=\"box box-important\" role=\"note\"><p class=\"box-title\">To remember</p>",
    ] {
        assert!(html.contains(part), "{part} is missing in\n{html}");
    }
}

#[test]
fn the_translation_of_the_guide_is_counted_as_the_guide_says() {
    let checked = check(&guide(), today());
    let [coverage] = checked.coverage.as_slice() else { panic!("{:?}", checked.coverage) };
    let [(Language::French, french)] = checked.translations.as_slice() else { panic!("no French") };
    assert_eq!(coverage.language, Language::French);
    let text = std::fs::read_to_string(root().join("docs/authoring.md")).unwrap();
    let line = text.lines().find(|line| line.starts_with("fr: ")).unwrap();
    let there = [coverage.questions, coverage.lessons, coverage.terms, coverage.sources, coverage.concepts];
    let counts = there.iter().chain([&coverage.modules, &coverage.courses]);
    let counts: Vec<String> = counts.map(|share| format!("{} of {}", share.there, share.of)).collect();
    let written: Vec<&str> =
        line.trim_start_matches("fr: ").split(", ").map(|part| part.rsplit_once(' ').unwrap().0).collect();
    assert_eq!(written, counts);
    let module = &french.courses[0].modules[0];
    assert_eq!((module.title.as_str(), module.language.as_str()), ("Traite et trafic illicite", "fr"));
    assert!(module.lessons[0].body.as_str().contains("<p class=\"box-title\">À retenir</p>"));
}
