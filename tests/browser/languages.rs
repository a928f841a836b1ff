//! The interface in other languages: a journey in Arabic, and languages that are changed in the middle of an attempt.

use domain::language::Language;
use texts::fill;
use texts::page::Page as PageTexts;
use texts::reader::Reader;

use super::answering::SIX_KINDS;
use super::asks::{self, Grade};
use super::workbench::{Hand, Node, Page, Tree, fixture, journey};

#[test]
fn a_language_is_changed_in_the_middle_of_an_attempt_and_nothing_is_lost() {
    journey(fixture(), |page| {
        page.open(SIX_KINDS);
        let asked = asks::current(page);
        asked.respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        page.press("Next question");
        page.finds("heading", "Question 2 of 6");
        let asked = asks::current(page);
        asked.begin(Hand::Mouse, page);
        let (log, begun) = (page.log(), chosen(page));
        assert!(begun.contains(&true), "nothing is chosen: {begun:?}");

        let mut from = Language::English;
        for to in [
            Language::Arabic,
            Language::Chinese,
            Language::French,
            Language::Russian,
            Language::Spanish,
            Language::English,
        ] {
            change(page, from, to);
            page.finds("heading", &fill(Reader::of(to).question_of, &[("number", "2"), ("whole", "6")]));
            assert_eq!(chosen(page), begun, "the choice is not as it was in {to}");
            assert_eq!(page.log(), log, "the log is not as it was in {to}");
            from = to;
        }
        assert_eq!(asks::current(page), asked);

        asked.respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        page.finds("region", "Right 1 of 1 point");
    });
}

#[test]
fn what_was_done_in_one_language_is_told_in_another() {
    journey(fixture(), |page| {
        page.open("fr/treaties/consent/signing/");
        page.run("document.querySelector('.steps').scrollIntoView()");
        page.until("the lesson in the log", |_| !page.log().is_empty());
        page.open("ru/treaties/consent/");
        page.sees(Reader::of(Language::Russian).state_read);
    });
}

#[test]
fn a_practice_in_arabic_runs_from_right_to_left_and_says_everything_in_arabic() {
    let texts = Reader::of(Language::Arabic);
    let of_six = |number: usize| fill(texts.question_of, &[("number", &number.to_string()), ("whole", "6")]);
    journey(fixture(), |page| {
        page.open(&format!("ar/{SIX_KINDS}"));
        assert_eq!(page.run("return getComputedStyle(document.body).direction"), "rtl");
        for number in 1..=6 {
            page.finds("heading", &of_six(number));
            answer(page);
            is_well_made(page, "a question");
            page.press(texts.check_answer);
            let verdicts = [texts.right, texts.partly_right, texts.not_right];
            page.until("a verdict in Arabic", |tree| {
                tree.focus()
                    .is_some_and(|focus| verdicts.iter().any(|verdict| focus.name.starts_with(verdict)))
            });
            is_well_made(page, "feedback");
            page.press(if number < 6 { texts.next_question } else { texts.see_result });
        }
        page.focus_is("heading", texts.your_result);
        is_well_made(page, "the result");
        for name in [texts.by_objective, texts.your_answers] {
            page.finds("heading", name);
        }
        page.finds("button", texts.take_again);
        page.follow(texts.back_to_module);
        page.sees(texts.state_best.split('{').next().unwrap_or_default());
        is_well_made(page, "the module");
    });
}

/// Gives some answer: the first option of each group; to each item the answer at its own place.
#[track_caller]
fn answer(page: &Page) {
    let all = |page: &Page, meant: fn(&Node) -> bool| -> Vec<Node> {
        page.wait("the form", |tree| Some(tree.nodes().iter().filter(|node| meant(node)).cloned().collect()))
    };
    let mut groups = Vec::new();
    for option in all(page, |node| ["radio", "checkbox"].contains(&node.role.as_str())) {
        let group = page.wait("its group", |tree| {
            let around = tree.around(option.handle);
            let is_group = |node: &&&Node| ["radiogroup", "group"].contains(&node.role.as_str());
            Some(around.iter().rfind(is_group).and_then(|group| group.handle))
        });
        if !groups.contains(&group) {
            groups.push(group);
            page.click("an option", |_| Some(option.clone()));
        }
    }
    let slots = all(page, |node| node.role == "button" && node.expanded.is_some());
    let answers = |tree: &Tree| -> Vec<Node> {
        let is_answer = |node: &&Node| {
            node.role == "button" && tree.around(node.handle).iter().any(|around| around.role == "list")
        };
        tree.nodes().iter().filter(is_answer).cloned().collect()
    };
    for (place, slot) in slots.iter().enumerate() {
        page.click("a slot", |_| Some(slot.clone()));
        let own = page.wait("its answers", |tree| answers(tree).get(place).cloned());
        page.click("an answer", |_| Some(own.clone()));
        page.until("the closed slot", |tree| answers(tree).is_empty());
    }
}

/// Nothing stands out of a narrow window, and axe finds nothing.
#[track_caller]
fn is_well_made(page: &Page, what: &str) {
    assert_eq!(page.overflow_at(360), 0, "{what} is wider than a phone");
    page.look_normally();
    assert_eq!(page.axe(), Vec::<String>::new(), "{what}");
}

/// Follows the menu of languages.
#[track_caller]
fn change(page: &Page, from: Language, to: Language) {
    let menu = format!("{} {}", PageTexts::of(from).languages, from.own_name());
    page.click(&format!("the menu “{menu}”"), |tree| {
        tree.nodes().iter().find(|node| node.name == menu && node.focusable).cloned()
    });
    page.follow(to.own_name());
    let direction = to.direction().attribute();
    page.until(&format!("the page in {to}"), |_| {
        page.run("return document.documentElement.lang + ' ' + document.dir") == format!("{to} {direction}")
    });
}

/// Of each option of the form, and of each slot, in order: whether it is chosen, or filled.
fn chosen(page: &Page) -> Vec<bool> {
    let script = "return [...document.querySelectorAll('form input, form .slot')]
        .map((field) => field.checked ?? field.querySelector('.empty') === null)";
    let fields = page.run(script);
    fields.as_array().map(|all| all.iter().map(|one| one == true).collect()).unwrap_or_default()
}
