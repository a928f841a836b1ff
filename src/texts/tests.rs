//! What holds for every text of every language.

use std::collections::BTreeSet;

use domain::language::Language;

use crate::format::category;
use crate::notebook::Notebook;
use crate::page::Page;
use crate::reader::Reader;
use crate::{Category, Text};

type Templates = Vec<(&'static str, Option<Category>, Text)>;

/// Every text of a language, group by group.
fn groups(language: Language) -> [(&'static str, Templates); 3] {
    [
        ("page", Page::of(language).templates()),
        ("reader", Reader::of(language).templates()),
        ("notebook", Notebook::of(language).templates()),
    ]
}

/// The names of the places in a template.
fn places(text: Text) -> BTreeSet<&'static str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

/// The categories that a language tells apart, by the numbers up to 200, some large ones and a fraction.
fn categories(language: Language) -> BTreeSet<Category> {
    let large = [1_000, 1_000_000, 2_000_000, 1_000_001, 10_000_000];
    let whole = (0..=200).chain(large).map(f64::from);
    whole.chain([0.5, 1.5, 2.25]).map(|number| category(language, number)).collect()
}

#[test]
fn no_text_is_empty_and_none_has_a_space_too_many() {
    for language in Language::ALL {
        for (group, texts) in groups(language) {
            for (name, _, text) in texts {
                assert!(!text.trim().is_empty(), "{group}.{name} in {language} is empty");
                assert!(!text.contains("  "), "{group}.{name} in {language} has two spaces");
                let may_end_in_a_space = ["decided_right", "decided_wrong", "list_separator"].contains(&name);
                assert!(
                    may_end_in_a_space || text.trim() == text,
                    "{group}.{name} in {language} is not trimmed"
                );
            }
        }
    }
}

#[test]
fn every_language_has_the_places_that_english_has() {
    let names = |templates: &Templates, wanted: &str| {
        let own = templates.iter().filter(|(name, ..)| *name == wanted);
        own.flat_map(|(_, _, text)| places(text)).collect::<BTreeSet<_>>()
    };
    for language in Language::ALL {
        for ((group, texts), (_, english)) in groups(language).into_iter().zip(groups(Language::English)) {
            for (name, category, text) in texts {
                let expect = names(&english, name);
                let own = places(text);
                // `one entry` needs no number; what is counted beside it is needed all the same.
                let may_lack = match category {
                    Some(Category::Zero) => {
                        expect.iter().copied().filter(|place| ["count", "earned"].contains(place)).collect()
                    }
                    Some(Category::One | Category::Two) => BTreeSet::from(["count"]),
                    Some(Category::Few | Category::Many | Category::Other) | None => BTreeSet::new(),
                };
                let is_right = own.is_subset(&expect)
                    && expect.iter().all(|place| own.contains(place) || may_lack.contains(place));
                assert!(
                    is_right,
                    "{group}.{name} ({category:?}) in {language} has {own:?}, English {expect:?}"
                );
            }
        }
    }
}

#[test]
fn a_one_that_other_numbers_share_names_its_number() {
    // In Russian 21 takes the same form as 1, in French 0 does, so that a form without the number would say the wrong one.
    for language in [Language::Russian, Language::French] {
        for (group, texts) in groups(language) {
            let counts = |wanted: &str| {
                Page::ENGLISH
                    .templates()
                    .iter()
                    .chain(&Reader::ENGLISH.templates())
                    .any(|(name, _, text)| *name == wanted && text.contains("{count}"))
            };
            for (name, _, text) in
                texts.into_iter().filter(|(name, category, _)| category.is_some() && counts(name))
            {
                assert!(text.contains("{count}"), "{group}.{name} in {language}: {text}");
            }
        }
    }
}

#[test]
fn a_plural_has_a_form_for_each_number_that_its_language_tells_apart_and_for_no_other() {
    for language in Language::ALL {
        let expect = categories(language);
        for (group, texts) in groups(language) {
            let names: BTreeSet<_> =
                texts.iter().filter(|(_, own, _)| own.is_some()).map(|(name, ..)| *name).collect();
            for wanted in names {
                let own: BTreeSet<Category> = texts
                    .iter()
                    .filter(|(name, ..)| *name == wanted)
                    .filter_map(|(_, own, _)| *own)
                    .collect();
                assert_eq!(own, expect, "{group}.{wanted} in {language}");
            }
        }
    }
}

#[test]
fn numbers_take_the_plural_that_their_language_gives_them() {
    #[track_caller]
    fn check(language: Language, number: f64, expect: &str) {
        let shown = crate::format::number(language, number);
        let text = Page::of(language).question_count;
        assert_eq!(crate::fill(text.of(category(language, number)), &[("count", &shown)]), expect);
    }
    check(Language::English, 1.0, "1 question");
    check(Language::English, 0.0, "0 questions");
    check(Language::French, 0.0, "0 question");
    check(Language::French, 1.5, "1,5 question");
    check(Language::French, 2.0, "2 questions");
    check(Language::French, 1_000_000.0, "1\u{202f}000\u{202f}000 de questions");
    check(Language::Spanish, 2_000_000.0, "2.000.000 de preguntas");
    check(Language::Russian, 1.0, "1 вопрос");
    check(Language::Russian, 3.0, "3 вопроса");
    check(Language::Russian, 11.0, "11 вопросов");
    check(Language::Russian, 21.0, "21 вопрос");
    check(Language::Russian, 112.0, "112 вопросов");
    check(Language::Russian, 2.5, "2,5 вопроса");
    check(Language::Arabic, 0.0, "لا أسئلة");
    check(Language::Arabic, 1.0, "سؤال واحد");
    check(Language::Arabic, 2.0, "سؤالان");
    check(Language::Arabic, 3.0, "3 أسئلة");
    check(Language::Arabic, 11.0, "11 سؤالاً");
    check(Language::Arabic, 100.0, "100 سؤال");
    check(Language::Arabic, 103.0, "103 أسئلة");
    check(Language::Chinese, 1.0, "1 题");
}

#[test]
fn an_application_reads_the_group_that_was_written_and_no_other() {
    for language in Language::ALL {
        let reader = Reader::of(language);
        assert_eq!(Reader::from_json(reader.to_json()), Some(*reader));
        let notebook = Notebook::of(language);
        assert_eq!(Notebook::from_json(notebook.to_json()), Some(*notebook));
        assert_eq!(Reader::from_json(notebook.to_json()), None);
        assert_eq!(Reader::from_json(reader.to_json().replacen('[', "[\"one too many\",", 1)), None);
        assert_eq!(Reader::from_json("{}".to_owned()), None);
        assert_eq!(Reader::from_json("damaged".to_owned()), None);
    }
}

#[test]
fn each_language_has_the_marks_of_its_own_typography() {
    for language in Language::ALL {
        for (group, texts) in groups(language) {
            for (name, _, text) in texts {
                let place = format!("{group}.{name} in {language}: {text}");
                match language {
                    Language::French => {
                        // A sign of two parts, and a quotation mark, keeps its distance, and stays on the line of its word.
                        for mark in [" :", " ;", " !", " ?", " »", "« ", " %", "'"] {
                            assert!(!text.contains(mark), "{place}");
                        }
                    }
                    Language::Chinese => {
                        for mark in [",", ";", ":", "?", "(", "\""] {
                            assert!(!text.contains(mark), "{place}");
                        }
                    }
                    Language::Arabic => {
                        for mark in [",", ";", "?", "\""] {
                            assert!(!text.contains(mark), "{place}");
                        }
                    }
                    Language::English | Language::Russian | Language::Spanish => {
                        assert!(!text.contains('"') && !text.contains('\''), "{place}");
                    }
                }
            }
        }
    }
}
