//! The review: what was answered comes back on its day, is rated by how it was answered, and never piles up.

use domain::card::{Card, Rating};
use domain::log::Fact;
use domain::score::Certainty;
use serde_json::json;

use super::accessibility::look;
use super::answering::SIX_KINDS;
use super::asks::{self, Ask, Grade};
use super::screenshots::draw;
use super::workbench::{Hand, Page, fixture, journey, squeezed};

pub(super) const REVIEW: &str = "treaties/review/";

#[test]
fn before_anything_was_begun_nothing_is_due_and_the_page_says_where_to_begin() {
    journey(fixture(), |page| {
        page.open(REVIEW);
        page.sees("Nothing is due today.");
        page.sees("What you answer in a module comes back here. Begin one first.");
        page.follow("To the course");
        page.is_at("treaties/", "Reading treaties");
    });
}

#[test]
fn a_wrong_answer_comes_back_on_the_next_day_and_is_asked_first() {
    journey(fixture(), |page| {
        let (right, wrong) = (answer(page, 1, Grade::Right), answer(page, 2, Grade::Wrong));
        // On the same day there are only the terms of the module, which never came before.
        page.open(REVIEW);
        page.finds("heading", "Card 1 of 4");
        page.sees("What does this term mean?");
        assert!(!page.shows(wrong.stem));

        later(page, 1);
        page.open(REVIEW);
        page.finds("heading", "Card 1 of 5");
        assert_eq!(asks::current(page), wrong);
        wrong.respond(Hand::Mouse, page, Grade::Wrong);
        Hand::Mouse.choose(page, Some("How sure are you?"), "Quite sure");
        page.press("Check the answer");
        page.hears("Not right");
        page.sees("It comes back tomorrow.");

        // Two days later the other one is due as well; what was wrong and held for certain comes before it.
        later(page, 2);
        page.open(REVIEW);
        assert_eq!(asks::current(page), wrong);
        wrong.respond(Hand::Mouse, page, Grade::Right);
        Hand::Mouse.choose(page, Some("How sure are you?"), "Fairly sure");
        page.press("Check the answer");
        page.press("Next card");
        assert_eq!(asks::current(page), right);
    });
}

#[test]
fn the_rating_follows_from_the_answer_and_can_be_overruled() {
    journey(fixture(), |page| {
        let ask = answer(page, 1, Grade::Wrong);
        later(page, 1);
        page.open(REVIEW);
        ask.respond(Hand::Mouse, page, Grade::Right);
        page.press("Check the answer");
        page.hears("Say how sure you are. Nothing was marked.");
        Hand::Mouse.choose(page, Some("How sure are you?"), "Not very sure");
        page.press("Check the answer");
        page.focus_is("region", "Right");
        assert_eq!(pressed(page), "With trouble");
        page.sees("This follows from your answer. Change it where you know better.");
        page.press("Without thinking");
        page.until("the other rating", |_| pressed(page) == "Without thinking");
        page.hears("Without thinking: It comes back in 3 days.");
        // The button that is pressed already changes nothing.
        page.press("Without thinking");

        let log = page.log();
        let recalled: Vec<_> =
            log.iter().filter(|entry| matches!(entry.fact, Fact::CardRecalled { .. })).collect();
        let [entry] = recalled.as_slice() else { panic!("{recalled:?}") };
        let Fact::CardRecalled {
            card: Card::Question(_),
            response: Some(_),
            certainty,
            rating,
            hints: 0,
            ..
        } = &entry.fact
        else {
            panic!("{entry:?}")
        };
        assert_eq!((*rating, *certainty), (Rating::Hard, Some(Certainty::Low)));
        let changed: Vec<_> = log
            .iter()
            .filter(|entry| matches!(entry.fact, Fact::RatingChanged { .. }))
            .map(|entry| &entry.fact)
            .collect();
        assert_eq!(changed, [&Fact::RatingChanged { entry: entry.id, rating: Rating::Easy }]);
    });
}

#[test]
fn terms_are_recalled_by_keyboard_alone_and_the_day_has_an_end() {
    journey(fixture(), |page| {
        answer(page, 1, Grade::Right);
        page.open(REVIEW);
        for number in 1..=4 {
            page.finds("heading", &format!("Card {number} of 4"));
            Hand::Keyboard.press(page, "Show the definition");
            page.focus_is("heading", "Definition");
            let rating = if number == 1 { "Not at all" } else { "Well" };
            Hand::Keyboard.press(page, rating);
            page.focus_is("button", rating);
            page.hears(if number == 1 {
                "Not at all: It comes back tomorrow."
            } else {
                "Well: It comes back in 2 days."
            });
            Hand::Keyboard.press(page, if number < 4 { "Next card" } else { "Finish" });
            if number < 4 {
                page.focus_is("heading", &format!("Card {} of 4", number + 1));
            }
        }
        page.focus_is("heading", "Done for today");
        page.hears("Done for today");
        page.sees("You have recalled 4 cards.");
        page.sees("The next card comes back tomorrow.");
        page.reload();
        page.sees("You have recalled 4 cards.");
    });
}

#[test]
fn the_list_of_a_day_has_as_many_cards_as_was_set_and_says_that_the_rest_waits() {
    journey(fixture(), |page| {
        (1..=3).for_each(|number| {
            answer(page, number, Grade::Wrong);
        });
        later(page, 300);
        page.open(REVIEW);
        // Three questions and four terms.
        page.finds("heading", "Card 1 of 7");
        assert!(!page.shows("More is due than fits into a day."));
        page.click("the field", |tree| tree.find("spinbutton", "Cards a day, at most").cloned());
        page.select_all();
        page.types("2");
        page.key(thirtyfour::Key::Enter);
        page.finds("heading", "Card 1 of 2");
        page.sees("More is due than fits into a day.");
        page.reload();
        page.finds("heading", "Card 1 of 2");
    });
}

#[test]
fn the_review_has_no_fault_that_axe_knows_and_is_drawn_in_each_window() {
    journey(fixture(), |page| {
        let mut faults = Vec::new();
        states(page, |state| look(page, state, &mut faults));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
    journey(fixture(), |page| states(page, |state| draw(page, state)));
}

/// Shows the review in each of its states.
fn states(page: &Page, mut see: impl FnMut(&str)) {
    page.open(REVIEW);
    page.sees("Nothing is due today.");
    see("review-nothing");
    let ask = answer(page, 1, Grade::Wrong);
    later(page, 1);
    page.open(REVIEW);
    page.finds("heading", "Card 1 of 5");
    see("review-question");
    ask.respond(Hand::Mouse, page, Grade::Right);
    Hand::Mouse.choose(page, Some("How sure are you?"), "Fairly sure");
    page.press("Check the answer");
    page.sees("It comes back in ");
    see("review-question-answered");
    page.press("Next card");
    page.finds("heading", "Card 2 of 5");
    see("review-term");
    page.press("Show the definition");
    page.press("With trouble");
    page.sees("It comes back tomorrow.");
    see("review-term-rated");
    for _ in 2..5 {
        page.press("Next card");
        page.press("Show the definition");
        page.press("Well");
    }
    page.press("Finish");
    page.sees("Done for today");
    see("review-done");
    later(page, 30);
    page.open(&format!("ar/{REVIEW}"));
    page.until("a card", |tree| tree.all("heading").count() > 1);
    see("review-arabic");
}

/// Answers the question of this number in the quiz of six, and gives what was asked.
#[track_caller]
fn answer(page: &Page, number: usize, grade: Grade) -> &'static Ask {
    page.open(SIX_KINDS);
    let heading = format!("Question {number} of 6");
    let shown = page.wait("a question", |tree| {
        tree.all("heading").find(|node| node.name.ends_with(" of 6")).map(|node| node.name.clone())
    });
    if shown != heading {
        page.press("Next question");
        page.finds("heading", &heading);
    }
    let ask = asks::current(page);
    ask.respond(Hand::Mouse, page, grade);
    page.press("Check the answer");
    page.until("the explanation", |tree| squeezed(&tree.text()).contains(&squeezed(ask.explain)));
    ask
}

/// Lets so many days go by, from the next page on.
fn later(page: &Page, days: u32) {
    let later = format!("{{ const now = Date.now; Date.now = () => now() + {days} * 24 * 3600 * 1000; }}");
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": later }));
}

/// The rating that is pressed.
fn pressed(page: &Page) -> String {
    page.wait("a rating", |tree| {
        tree.all("button").find(|node| node.pressed == Some(true)).map(|node| node.name.clone())
    })
}
