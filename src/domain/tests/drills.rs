//! What holds for every drill, whatever the glossary and the concepts say.

use std::collections::BTreeSet;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

use super::generators::{html, id};
use crate::card::{Card, Rating};
use crate::drill::{BANK, Confusions, Material, Pair, Scope, Wording, confused, drill, is_drill, pairs};
use crate::html::Html;
use crate::id::TermId;
use crate::json::to_text;
use crate::log::{Entry, EntryId, Fact, Seq};
use crate::question::{Body, Question, Response, single_choice};
use crate::random::Seed;
use crate::reference::{Citation, Concept, Contrast, Element, Term};
use crate::score::Credit;
use crate::time::{Millis, Timestamp};

/// Words in which asked and said can be told from what authors wrote.
struct Plain;

impl Wording for Plain {
    fn language(&self) -> &str {
        "en"
    }
    fn which_term(&self) -> String {
        "WHICH?".to_owned()
    }
    fn difference(&self, on: &Html, one: &Html, other: &Html) -> Html {
        Html::filled("DIFFERENCE {on}: {one}, {other}?", &[("on", on), ("one", one), ("other", other)])
    }
    fn both(&self) -> String {
        "BOTH".to_owned()
    }
    fn statements(&self) -> String {
        "SORT".to_owned()
    }
    fn elements(&self) -> String {
        "ELEMENTS".to_owned()
    }
}

/// A term as it is drawn: its names, its text with the names that stand in it, what it is confused with.
type DrawnTerm = (BTreeSet<usize>, Vec<(&'static str, Vec<&'static str>)>, BTreeSet<usize>);
/// A concept as it is drawn: its elements, and its contrasts with others.
type DrawnConcept = (Vec<&'static str>, Vec<(usize, &'static str, &'static str, &'static str)>);

/// Names with all that makes masking hard: names within names, capitals, several words.
const NAMES: [&str; 10] = [
    "smuggling",
    "smuggling of migrants",
    "trafficking",
    "trafficking in persons",
    "State party",
    "party",
    "child",
    "forced labour",
    "labour",
    "consent",
];

fn citation() -> Citation {
    Citation { source: id("protocol"), place: None, text: "Protocol".to_owned(), language: "en".to_owned() }
}

fn term(number: usize) -> TermId {
    id(&format!("t{number}"))
}

fn glossary() -> impl Strategy<Value = Vec<Term>> {
    let words = vec(select(&["a", "person", "crosses", "children", "parties", "the", "border"]), 1..6);
    let named = vec((select(&NAMES), words), 1..4);
    let confused = btree_set(0..10_usize, 0..4);
    vec((btree_set(0..NAMES.len(), 1..3), named, confused), 0..9).prop_map(|terms| {
        let term = |(number, (own, text, confused)): (usize, DrawnTerm)| {
            let mut own = own.into_iter().map(|name| NAMES[name].to_owned());
            let text: Vec<String> = text
                .iter()
                .map(|(name, words)| format!("{} <em>{}</em>", words.join(" "), name.to_uppercase()))
                .collect();
            Term {
                id: term(number),
                language: "en".to_owned(),
                term: own.next().unwrap(),
                also: own.collect(),
                definition: html(&text.join(", ")),
                authority: Some(citation()),
                confused_with: confused.into_iter().filter(|other| *other != number).map(term).collect(),
            }
        };
        terms.into_iter().enumerate().map(term).collect()
    })
}

fn concepts() -> impl Strategy<Value = Vec<Concept>> {
    let says =
        || select(&["None is needed.", "One is needed.", "Always.", "A trafficking, or a child.", "Never."]);
    let contrast = (0..6_usize, select(&["Border", "Consent", "Means"]), says(), says());
    let concept = (vec(select(&["Act", "Means", "Purpose", "Gain", "Entry"]), 1..4), vec(contrast, 0..6));
    vec(concept, 0..6).prop_map(|concepts| {
        let concept = |(number, (elements, contrasts)): (usize, DrawnConcept)| Concept {
            id: id(&format!("c{number}")),
            language: "en".to_owned(),
            term: term(number),
            source: citation(),
            elements: elements
                .into_iter()
                .enumerate()
                .map(|(place, label)| Element {
                    key: id(&format!("e{place}")),
                    label: label.to_owned(),
                    ways: vec!["one".to_owned(), "two".to_owned()],
                    unless: None,
                })
                .collect(),
            contrast: contrasts
                .into_iter()
                .filter(|(with, ..)| *with != number)
                .map(|(with, on, here, there)| Contrast {
                    with: id(&format!("c{with}")),
                    on: on.to_owned(),
                    here: html(here),
                    there: html(there),
                    source: citation(),
                })
                .collect(),
        };
        concepts.into_iter().enumerate().map(concept).collect()
    })
}

fn made(terms: &[Term], concepts: &[Concept], seed: u64, count: usize) -> Vec<Question> {
    let material = Material { terms, concepts };
    drill(material, &Scope::Mixed, &Confusions::default(), &Plain, Seed(seed), count)
}

/// The text of markup, in lower case.
fn text(markup: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for character in markup.chars() {
        match character {
            '<' => in_tag = true,
            '>' => in_tag = false,
            other if !in_tag => text.extend(other.to_lowercase()),
            _ => {}
        }
    }
    text
}

/// Whether the text has these words, as words of their own.
fn has_words(text: &str, words: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(&words.to_lowercase()).any(|(at, found)| {
        edge(text[..at].chars().next_back()) && edge(text[at + found.len()..].chars().next())
    })
}

proptest! {
    #[test]
    fn a_question_has_one_right_answer_and_no_option_twice(
        terms in glossary(), concepts in concepts(), seed in any::<u64>(),
    ) {
        for question in made(&terms, &concepts, seed, 50) {
            if let Body::SingleChoice { prompt, key } = &question.body {
                    let texts: BTreeSet<String> =
                        prompt.options.iter().map(|option| option.text.as_str().to_lowercase()).collect();
                    let keys: BTreeSet<_> = prompt.options.iter().map(|option| &option.key).collect();
                    prop_assert!(prompt.options.len() >= 2);
                    prop_assert_eq!((texts.len(), keys.len()), (prompt.options.len(), prompt.options.len()));
                    let right = prompt.options.iter().filter(|option| {
                        let chosen = Some(option.key.clone());
                        let response = Response::SingleChoice(single_choice::Response { chosen });
                        question.score(&response).unwrap().credit == Credit::FULL
                    });
                    prop_assert_eq!(right.count(), 1);
                    prop_assert!(keys.contains(&key.correct));
            } else if let Body::Classify { prompt, key } = &question.body {
                    let texts: BTreeSet<&str> = prompt.items.iter().map(|item| item.text.as_str()).collect();
                    prop_assert!(texts.len() == prompt.items.len() && texts.len() >= 3, "{texts:?}");
                    let used: BTreeSet<_> = prompt.items.iter().map(|item| &key.places[&item.key]).collect();
                    let all: BTreeSet<_> = prompt.categories.iter().map(|category| &category.key).collect();
                    prop_assert_eq!(used, all, "every category takes something");
            } else {
                prop_assert!(false, "a drill asks no {}", question.kind());
            }
            let model = question.body.model_response();
            prop_assert_eq!(question.score(&model).unwrap().credit, Credit::FULL);
            prop_assert_eq!(question.id.bank.as_str(), BANK);
            prop_assert!(!question.explain.is_empty());
        }
    }

    #[test]
    fn a_masked_definition_does_not_tell_its_term(
        terms in glossary(), concepts in concepts(), seed in any::<u64>(),
    ) {
        for question in made(&terms, &concepts, seed, 50) {
            let Some(term) = terms.iter().find(|term| term.id.slug() == question.id.question.slug()) else { continue };
            let stem = text(question.stem.as_str());
            for name in std::iter::once(&term.term).chain(&term.also) {
                prop_assert!(!has_words(&stem, name), "{name} in {stem}");
            }
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_drill_however_the_material_is_listed(
        (terms, shuffled) in glossary().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        (concepts, mixed) in concepts().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        seed in any::<u64>(),
    ) {
        prop_assert_eq!(made(&terms, &concepts, seed, 10), made(&shuffled, &mixed, seed, 10));
    }

    #[test]
    fn a_drill_asks_no_question_twice_and_no_more_than_was_wanted(
        terms in glossary(), concepts in concepts(), seed in any::<u64>(), count in 0..20_usize,
    ) {
        let drill = made(&terms, &concepts, seed, count);
        let ids: BTreeSet<_> = drill.iter().map(|question| &question.id).collect();
        prop_assert_eq!(ids.len(), drill.len());
        prop_assert!(drill.len() <= count);
        let material = Material { terms: &terms, concepts: &concepts };
        for pair in pairs(material) {
            prop_assert!(pair.one < pair.other);
            for question in drill_of(material, &Scope::Pair(pair.clone()), seed) {
                let asked = terms.iter().find(|term| term.id.slug() == question.id.question.slug());
                prop_assert!(asked.is_none_or(|term| pair.has(&term.id)), "{pair:?} asks {asked:?}");
            }
        }
    }
}

fn drill_of(material: Material<'_>, scope: &Scope, seed: u64) -> Vec<Question> {
    drill(material, scope, &Confusions::default(), &Plain, Seed(seed), 10)
}

fn plain_term(number: usize, name: &str, confused_with: &[usize]) -> Term {
    Term {
        id: term(number),
        language: "en".to_owned(),
        term: name.to_owned(),
        also: Vec::new(),
        definition: html("Something that is told apart."),
        authority: None,
        confused_with: confused_with.iter().map(|other| term(*other)).collect(),
    }
}

fn options(questions: &[Question], number: usize) -> Vec<String> {
    let question =
        questions.iter().find(|question| question.id.question.slug() == term(number).slug()).unwrap();
    let Body::SingleChoice { prompt, .. } = &question.body else { panic!("{}", question.kind()) };
    prompt.options.iter().map(|option| option.key.to_string()).collect()
}

#[test]
fn without_material_there_is_no_drill() {
    assert_eq!(made(&[], &[], 1, 10), []);
    assert_eq!(made(&[plain_term(1, "one", &[])], &[], 1, 10), []);
    assert_eq!(pairs(Material { terms: &[], concepts: &[] }), []);
}

#[test]
fn real_confusions_come_before_other_terms() {
    let mut terms: Vec<Term> =
        (1..40).map(|number| plain_term(number, &format!("name {number}"), &[])).collect();
    terms[4] = plain_term(5, "five", &[20]);
    terms[29] = plain_term(30, "thirty", &[5]);
    let mut confusions = Confusions::default();
    confusions.note(term(5), term(33));
    for seed in 0..20 {
        let material = Material { terms: &terms, concepts: &[] };
        let drill = drill(material, &Scope::Mixed, &confusions, &Plain, Seed(seed), 60);
        assert_eq!(options(&drill, 5), ["t20", "t30", "t33", "t5"]);
        assert!(options(&drill, 33).contains(&"t5".to_owned()), "what was taken for it, too");
    }
    // What was confused by the learner is asked before anything else.
    let material = Material { terms: &terms, concepts: &[] };
    let two = drill(material, &Scope::Mixed, &confusions, &Plain, Seed(3), 2);
    let asked: BTreeSet<&str> = two.iter().map(|question| question.id.question.as_str()).collect();
    assert_eq!(asked, BTreeSet::from(["t33", "t5"]));
}

#[test]
fn a_wrong_answer_in_a_drill_is_remembered_as_a_confusion() {
    let to = |question: &str, place: u64, chosen: &str| {
        let at = Timestamp(place);
        let response = Response::SingleChoice(single_choice::Response { chosen: Some(id(chosen)) });
        let card = Card::Question(format!("drill/{question}").parse().unwrap());
        assert!(is_drill(&card));
        let fact = Fact::CardRecalled {
            card,
            response: Some(response),
            edition: None,
            credit: Some(Credit::NONE),
            certainty: None,
            hints: 0,
            rating: Rating::Again,
            took: Millis(1),
        };
        Entry { id: EntryId::new(at, 0), seq: Seq(place), at, fact }
    };
    let entry = |place, chosen| to("t1", place, chosen);
    let mut log = vec![entry(1, "t2"), entry(2, "t3"), entry(3, "t3"), entry(4, "t1")];
    let confusions = Confusions::from_log(&log);
    // Who takes a statement for another one has taken no term for another.
    assert_eq!(Confusions::from_log(&[to("difference-2b14ab6f", 1, "as-the-one")]), Confusions::default());
    assert_eq!(confusions.with(&term(1)), [&term(3), &term(2)]);
    assert_eq!(confusions.with(&term(2)), [&term(1)]);
    log.reverse();
    log.push(entry(1, "t2"));
    assert_eq!(Confusions::from_log(&log), confusions);
    assert!(!is_drill(&Card::Term(term(1))));
    let foremost = confusions.foremost(1);
    assert_eq!(foremost, [(term(1), term(3))]);
    assert_eq!(Confusions::of(&foremost).with(&term(3)), [&term(1)]);
    assert_eq!(Confusions::of(&confusions.foremost(9)).with(&term(1)), confusions.with(&term(1)));
}

#[test]
fn points_on_which_two_differ_always_give_statements_about_both() {
    let terms = [plain_term(0, "trafficking", &[]), plain_term(1, "smuggling", &[])];
    let row = |number: usize, with: &str| Contrast {
        with: id(with),
        on: format!("point {number}"),
        here: html("So."),
        there: html("Otherwise."),
        source: citation(),
    };
    for (of_one, of_other) in [(2, 0), (1, 1), (0, 3), (2, 2), (7, 0)] {
        let concept = |number: usize, contrast| Concept {
            id: id(&format!("c{number}")),
            language: "en".to_owned(),
            term: term(number),
            source: citation(),
            elements: Vec::new(),
            contrast,
        };
        let concepts = [
            concept(0, (0..of_one).map(|number| row(number, "c1")).collect()),
            concept(1, (10..10 + of_other).map(|number| row(number, "c0")).collect()),
        ];
        for seed in 0..30 {
            let drill = made(&terms, &concepts, seed, 50);
            let sorted = drill.iter().filter(|question| question.stem.as_str() == "SORT").count();
            assert!(sorted >= 1, "{of_one} and {of_other} points, seed {seed}");
        }
    }
}

#[test]
fn words_in_another_language_than_the_question_say_so() {
    let mut terms = [plain_term(1, "one", &[2]), plain_term(2, "deux", &[])];
    terms[1].language = "fr".to_owned();
    let drill = made(&terms, &[], 1, 9);
    let written: Vec<String> = drill.iter().map(to_text).collect();
    assert!(drill.iter().all(|question| question.language == "en"));
    let foreign = to_text(&html(r#"<span lang="fr" dir="ltr">deux</span>"#));
    assert!(
        written.iter().all(|question| question.contains(&foreign) && !question.contains("\"deux\"")),
        "{written:#?}"
    );
}

#[test]
fn an_answer_tells_which_term_was_taken_for_which() {
    let terms = [plain_term(1, "one", &[2]), plain_term(2, "two", &[]), plain_term(3, "three", &[])];
    let drill = made(&terms, &[], 1, 9);
    let which = drill.iter().find(|question| question.id.question.slug() == term(1).slug()).unwrap();
    let chosen = |name: &str| Response::SingleChoice(single_choice::Response { chosen: Some(id(name)) });
    assert_eq!(confused(which, &chosen("t2")), [(term(1), term(2))]);
    assert_eq!(confused(which, &chosen("t1")), []);
    assert_eq!(confused(which, &which.body.blank()), []);
}

#[test]
fn a_pair_asks_about_both_terms_their_differences_and_what_belongs_where() {
    let terms =
        [plain_term(0, "trafficking", &[1]), plain_term(1, "smuggling", &[]), plain_term(2, "other", &[])];
    let row = |on: &str, here: &str, there: &str| Contrast {
        with: id("c1"),
        on: on.to_owned(),
        here: html(here),
        there: html(there),
        source: citation(),
    };
    let element = |key: &str| Element { key: id(key), label: key.to_owned(), ways: Vec::new(), unless: None };
    let concept = |number: usize, contrast, elements| Concept {
        id: id(&format!("c{number}")),
        language: "en".to_owned(),
        term: term(number),
        source: citation(),
        elements,
        contrast,
    };
    let rows = vec![
        row("Border", "None.", "One."),
        row("Consent", "Irrelevant.", "Given."),
        row("Victim", "A trafficking victim.", "The State."),
        row("Same", "Alike.", "alike."),
    ];
    let concepts = [
        concept(0, rows, vec![element("act"), element("means")]),
        concept(1, Vec::new(), vec![element("act"), element("gain"), element("entry")]),
    ];
    let material = Material { terms: &terms, concepts: &concepts };
    assert_eq!(pairs(material), [Pair::new(term(1), term(0)).unwrap()]);
    let all = drill(
        material,
        &Scope::Pair(pairs(material)[0].clone()),
        &Confusions::default(),
        &Plain,
        Seed(4),
        50,
    );
    let mut stems: Vec<&str> = all.iter().map(|question| question.stem.as_str()).collect();
    stems.sort_unstable();
    let which = "<p>WHICH?</p><p>Something that is told apart.</p>";
    assert_eq!(
        stems,
        [
            which,
            which,
            "DIFFERENCE Border: trafficking, smuggling?",
            "DIFFERENCE Consent: trafficking, smuggling?",
            "DIFFERENCE Victim: trafficking, smuggling?",
            "ELEMENTS",
            "SORT",
        ]
    );
    let elements = all.iter().find(|question| question.stem.as_str() == "ELEMENTS").unwrap();
    let text = to_text(&elements.body);
    assert!(
        text.contains("gain") && !text.contains("act\""),
        "what both definitions have is not sorted: {text}"
    );
}
