//! A walk through every page of the real site, in every language, as it was published: nothing is empty, nothing is nameless, and every
//! word says its language. Links are followed in `plain`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use domain::course::Catalogue;
use domain::language::Language;

use super::workbench::{Document, editions, real, squeezed};

/// What has no sense without anything in it.
const NEVER_EMPTY: [&str; 24] = [
    "a",
    "article",
    "blockquote",
    "button",
    "caption",
    "dd",
    "dl",
    "dt",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "label",
    "legend",
    "li",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "ul",
];

/// What can be seen or used without a word.
const WITHOUT_WORDS: [&str; 6] = ["img", "svg", "input", "select", "textarea", "progress"];

/// Attributes that name other places of the page.
const REFERENCES: [&str; 5] = ["aria-controls", "aria-describedby", "aria-labelledby", "for", "headers"];

#[test]
fn no_section_of_the_site_is_empty() {
    walk(|found| &found.empty);
}

#[test]
fn every_picture_of_the_site_says_what_it_shows() {
    walk(|found| &found.pictures);
}

#[test]
fn no_two_places_of_a_page_have_one_name_and_every_reference_has_its_place() {
    walk(|found| &found.names);
}

#[test]
fn the_headings_of_a_page_go_down_step_by_step() {
    walk(|found| &found.headings);
}

#[test]
fn every_word_of_the_site_is_in_the_language_that_it_is_marked_with() {
    walk(|found| &found.languages);
}

#[test]
fn every_title_and_every_lesson_has_the_language_of_its_author_in_every_edition() {
    let (mut faults, mut seen) = (Vec::new(), 0);
    for (edition, catalogue) in editions() {
        for (path, title, language, inside) in titles(*edition, catalogue) {
            let page = real().get(&path).unwrap_or_else(|| panic!("there is no {path}"));
            let document = Document::read(&path, str::from_utf8(page).unwrap());
            let (heading, _) = document.elements(&["h1"]).next().unwrap();
            let shown =
                (document.words(heading), document.language(heading).unwrap_or(edition.tag()).to_owned());
            if (squeezed(&shown.0), shown.1.as_str()) != (squeezed(title), language) {
                faults.push(format!("{path}: the heading is {shown:?}, not ({title:?}, {language:?})"));
            }
            for (place, thing) in document.elements(&["article"]).filter(|_| inside) {
                let marked = document.language(place).unwrap_or(edition.tag());
                if marked != language {
                    faults.push(format!("{path}: the {} is marked as {marked}, not {language}", thing.name));
                }
            }
            seen += 1;
        }
    }
    assert!(seen > 1000, "only {seen} pages were looked at");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_fault_of_a_page_is_found() {
    check(
        empty,
        "<h2>Lessons</h2><h2>Quizzes</h2><ul><li>One</li></ul>",
        &["nothing follows <h2> “Lessons”"],
    );
    check(empty, "<section><h2>Lessons</h2></section><p>On</p>", &["nothing follows <h2> “Lessons”"]);
    check(empty, "<h2>Lessons</h2><h3>One</h3><p>Text</p>", &[]);
    check(empty, "<ul></ul><p><img alt=\"A map\"></p><p hidden></p>", &["<ul> is empty"]);
    check(pictures, "<img src=\"map.png\"><img alt=\" \">", &["<img> has no alternative text"; 2]);
    check(
        pictures,
        "<p aria-hidden=\"true\"><svg></svg></p><svg role=\"img\" aria-label=\"A map\"></svg>",
        &[],
    );
    check(
        pictures,
        "<svg role=\"img\"><title>A map</title></svg><svg><path></path></svg>",
        &["<svg> has no alternative text"],
    );
    check(names, "<p id=\"a\"></p><p id=\"a\"></p>", &["two places are called “a”"]);
    check(
        names,
        "<nav aria-labelledby=\"a b\"></nav><p id=\"a\"></p>",
        &["aria-labelledby names “b”, which is not there"],
    );
    check(headings, "<h1>A</h1><h3>B</h3>", &["<h3> “B” stands below <h1>"]);
    check(headings, "<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>", &[]);
    check(headings, "<h2>B</h2>", &["<h2> “B” stands below nothing"]);
    let english = "the rights of migrants and the law of the sea";
    check(languages, &format!("<p>{english}</p>"), &[]);
    check(
        languages,
        &format!("<p lang=\"fr\" dir=\"ltr\">{english}</p>"),
        &[&format!("marked as fr: “{english}”")],
    );
    check(
        languages,
        &format!("<p lang=\"ar\" dir=\"rtl\">{english}</p>"),
        &[&format!("marked as ar: “{english}”")],
    );
    check(languages, "<p>حقوق المهاجرين</p>", &["marked as en: “حقوق المهاجرين”"]);
    check(languages, "<p lang=\"ar\">حقوق المهاجرين</p>", &["lang=\"ar\" without dir=\"rtl\""]);
    check(languages, "<p lang=\"xx\">One</p>", &["there is no language “xx”"]);
}

/// What is wrong, by what it is, each with the pages that have it.
type Faults = BTreeMap<String, Vec<String>>;

/// What was found on one walk through every page.
#[derive(Default)]
struct Found {
    pages: usize,
    empty: Faults,
    pictures: Faults,
    names: Faults,
    headings: Faults,
    languages: Faults,
}

/// Reports all faults of one sort on the pages of the real site, which are walked through once.
#[track_caller]
fn walk(sort: fn(&Found) -> &Faults) {
    static FOUND: LazyLock<Found> = LazyLock::new(|| {
        let mut found = Found::default();
        for (path, page) in real().pages() {
            found.pages += 1;
            let (document, language) = (Document::read(path, page), language_of(path));
            for (sort, faults) in [
                (&mut found.empty, empty(&document, language)),
                (&mut found.pictures, pictures(&document, language)),
                (&mut found.names, names(&document, language)),
                (&mut found.headings, headings(&document, language)),
                (&mut found.languages, languages(&document, language)),
            ] {
                faults.into_iter().for_each(|fault| sort.entry(fault).or_default().push(path.to_owned()));
            }
        }
        found
    });
    assert!(FOUND.pages > 1000, "only {} pages were walked through", FOUND.pages);
    let reported = sort(&FOUND).iter().map(|(fault, pages)| {
        format!("{fault}\n    on {} pages, the first of them {}\n", pages.len(), pages[0])
    });
    let reported: String = reported.collect();
    assert!(reported.is_empty(), "{reported}");
}

#[track_caller]
fn check(look: fn(&Document, Language) -> Vec<String>, body: &str, expect: &[&str]) {
    let page =
        format!("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head></head><body>{body}</body></html>");
    assert_eq!(look(&Document::read("a page", &page), Language::English), expect, "{body}");
}

/// The language of the interface on the page at this path.
fn language_of(path: &str) -> Language {
    path.split('/').next().and_then(|first| first.parse().ok()).unwrap_or_default()
}

/// Headings that nothing follows, and elements with nothing in them.
fn empty(document: &Document, _: Language) -> Vec<String> {
    let mut faults = Vec::new();
    let headings: Vec<_> = document.elements(&["h1", "h2", "h3", "h4", "h5", "h6"]).collect();
    for (at, (place, heading)) in headings.iter().enumerate() {
        let next = headings[at + 1..].iter().find(|(_, next)| next.name <= heading.name);
        let mut around = document.around(*place);
        let around = around.find(|(_, thing)| {
            ["section", "article", "aside", "details", "nav", "main", "body"].contains(&thing.name.as_str())
        });
        let end = around.map_or(*place, |(around, _)| document.end(around));
        let end = next.map_or(end, |(next, _)| end.min(*next));
        let follows = document
            .between(*place, end)
            .iter()
            .any(|thing| !thing.text.trim().is_empty() || WITHOUT_WORDS.contains(&thing.name.as_str()));
        if !follows {
            faults.push(format!("nothing follows <{}> “{}”", heading.name, document.words(*place)));
        }
    }
    for (place, thing) in document.elements(&NEVER_EMPTY) {
        let is_later = thing.attribute("hidden").is_some()
            || document.around(place).any(|(_, thing)| thing.attribute("hidden").is_some());
        let has_something = thing.attribute("aria-label").is_some()
            || !document.words(place).is_empty()
            || document.within(place).iter().any(|thing| WITHOUT_WORDS.contains(&thing.name.as_str()));
        if !is_later && !has_something {
            faults.push(format!("<{}> is empty", thing.name));
        }
    }
    faults
}

/// Pictures without an alternative text. What is hidden from screen readers needs none.
fn pictures(document: &Document, _: Language) -> Vec<String> {
    let has_words = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    let faults = document.elements(&["img", "svg", "canvas", "object", "video"]).filter(|(place, thing)| {
        let is_hidden = |attribute: Option<&str>| attribute == Some("true");
        let hidden = is_hidden(thing.attribute("aria-hidden"))
            || document.around(*place).any(|(_, thing)| is_hidden(thing.attribute("aria-hidden")));
        let named = has_words(thing.attribute("alt"))
            || has_words(thing.attribute("aria-label"))
            || document.within(*place).iter().any(|thing| thing.name == "title")
                && !document.words(*place).is_empty();
        let is_picture = thing.name == "img" || thing.attribute("role") == Some("img");
        !(hidden || named && is_picture)
    });
    faults.map(|(_, thing)| format!("<{}> has no alternative text", thing.name)).collect()
}

/// Places that share a name, and references to places that are not there.
fn names(document: &Document, _: Language) -> Vec<String> {
    let mut known = BTreeSet::new();
    let ids = document.elements(&[]).filter_map(|(_, thing)| thing.attribute("id"));
    let mut faults: Vec<String> =
        ids.filter(|id| !known.insert(*id)).map(|id| format!("two places are called “{id}”")).collect();
    for (_, thing) in document.elements(&[]) {
        for reference in REFERENCES {
            let named = thing.attribute(reference).into_iter().flat_map(str::split_whitespace);
            let missing = named.filter(|id| !known.contains(id));
            faults.extend(missing.map(|id| format!("{reference} names “{id}”, which is not there")));
        }
    }
    faults
}

/// Headings that leave a level out.
fn headings(document: &Document, _: Language) -> Vec<String> {
    let mut above = String::new();
    let mut faults = Vec::new();
    for (place, heading) in document.elements(&["h1", "h2", "h3", "h4", "h5", "h6"]) {
        let level = |name: &str| name.strip_prefix('h').and_then(|level| level.parse().ok()).unwrap_or(0);
        if level(&heading.name) > level(&above) + 1_u32 {
            let above = if above.is_empty() { "nothing".to_owned() } else { format!("<{above}>") };
            faults.push(format!("<{}> “{}” stands below {above}", heading.name, document.words(place)));
        }
        above.clone_from(&heading.name);
    }
    faults
}

/// Words that are not of the language that they are marked with, and marks that say it by half.
fn languages(document: &Document, page: Language) -> Vec<String> {
    let mut faults = Vec::new();
    for (_, thing) in document.elements(&[]) {
        let Some(tag) = thing.attribute("lang") else { continue };
        match tag.parse::<Language>() {
            Err(_) => faults.push(format!("there is no language “{tag}”")),
            Ok(language) => {
                let direction = language.direction().attribute();
                if thing.attribute("dir") != Some(direction) {
                    faults.push(format!("lang=\"{tag}\" without dir=\"{direction}\""));
                }
            }
        }
    }
    for (place, text) in document.texts() {
        let marked = document.language(place).unwrap_or(page.tag());
        let is_raw = document
            .around(place)
            .next()
            .is_some_and(|(_, thing)| ["script", "style"].contains(&thing.name.as_str()));
        if !is_raw && marked.parse().is_ok_and(|marked| is_foreign(text, marked)) {
            faults.push(format!("marked as {marked}: “{text}”"));
        }
    }
    faults
}

/// Whether a text is clearly of another language than this one: in other letters, or in its small words. A few words, as a name has
/// them, are let pass in Latin letters.
fn is_foreign(text: &str, marked: Language) -> bool {
    let own = |language: Language| text.chars().filter(|letter| is_letter_of(*letter, language)).count();
    let latin =
        text.split(|character: char| !character.is_ascii_alphabetic()).filter(|word| word.len() > 2).count();
    let scripts = [Language::Arabic, Language::Chinese, Language::Russian];
    let in_other_letters = scripts.into_iter().any(|language| language != marked && own(language) > 0);
    if scripts.contains(&marked) {
        return in_other_letters || own(marked) == 0 && latin > 4;
    }
    let words: Vec<String> =
        text.split(|character: char| !character.is_alphabetic()).map(str::to_lowercase).collect();
    let small = |language: Language| {
        words.iter().filter(|word| small_words(language).contains(&word.as_str())).count()
    };
    let others =
        [Language::English, Language::French, Language::Spanish].into_iter().filter(|other| *other != marked);
    in_other_letters || small(marked) == 0 && others.map(small).max() > Some(1)
}

fn is_letter_of(letter: char, language: Language) -> bool {
    match language {
        Language::Arabic => ('\u{600}'..='\u{6ff}').contains(&letter),
        Language::Chinese => ('\u{4e00}'..='\u{9fff}').contains(&letter),
        Language::Russian => ('\u{400}'..='\u{4ff}').contains(&letter),
        Language::English | Language::French | Language::Spanish => letter.is_ascii_alphabetic(),
    }
}

/// Words that stand in nearly every sentence of this language, and in none of the other two.
fn small_words(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &["the", "of", "and", "is", "which", "for", "with", "by", "to", "are"],
        Language::French => &["le", "les", "des", "et", "est", "dans", "une", "du", "qui", "pour", "aux"],
        Language::Spanish => &["el", "los", "las", "y", "una", "del", "para", "por", "con", "su"],
        Language::Arabic | Language::Chinese | Language::Russian => &[],
    }
}

/// The pages that an author named: path, title, the language of the title, and whether the page holds her text.
fn titles(edition: Language, catalogue: &Catalogue) -> Vec<(String, &str, &str, bool)> {
    let prefix = if edition == Language::English { String::new() } else { format!("{edition}/") };
    let mut titles = Vec::new();
    for course in &catalogue.courses {
        let folder = format!("{prefix}{}", course.id);
        titles.push((format!("{folder}/index.html"), course.title.as_str(), course.language.as_str(), false));
        for module in &course.modules {
            let folder = format!("{folder}/{}", module.id);
            let own = module.language.as_str();
            titles.push((format!("{folder}/index.html"), &module.title, own, false));
            for lesson in &module.lessons {
                titles.push((
                    format!("{folder}/{}/index.html", lesson.id),
                    &lesson.title,
                    &lesson.language,
                    true,
                ));
            }
            for quiz in &module.quizzes {
                titles.push((format!("{folder}/{}/index.html", quiz.id), &quiz.title, own, false));
            }
        }
    }
    titles
}
