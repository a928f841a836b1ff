//! Every kind of question in Arabic: answered, marked, and looked at from right to left.
//!
//! The questions themselves are in English, but for one that its author translated: what is ours and what is theirs can be told
//! apart by the language that is set on it.

use domain::language::Language;
use texts::fill;
use texts::notebook::Notebook;
use texts::page::Page as PageTexts;
use texts::reader::Reader;

use super::answering::{FURTHER_KINDS, SIX_KINDS};
use super::asks::{self, ASKS, Ask, FURTHER, Grade};
use super::drills::DRILLS;
use super::progress::{PROGRESS, RECORD};
use super::review::REVIEW;
use super::screenshots::draw;
use super::workbench::{Hand, Page, fixture, journey, squeezed};

/// The stem and the right option of the question that is translated.
const TRANSLATED: (&str, &str) = ("وقّعت دولة رهنًا بالتصديق. أي عمل يُلزمها؟", "إيداع وثيقة تصديقها");

#[test]
fn a_question_of_every_kind_is_answered_in_arabic_and_stands_from_right_to_left() {
    let texts = Reader::of(Language::Arabic);
    journey(fixture(), |page| {
        for (quiz, whole) in [(SIX_KINDS, 6), (FURTHER_KINDS, 9)] {
            page.open(&format!("ar/{quiz}"));
            for number in 1..=whole {
                let [at, of] = [number, whole].map(|number: usize| number.to_string());
                page.finds("heading", &fill(texts.question_of, &[("number", &at), ("whole", &of)]));
                let ask = asked(page);
                match ask {
                    Some(ask) => ask.respond_in(Language::Arabic, Hand::Mouse, page, Grade::Partly),
                    None => Hand::Mouse.choose(page, None, TRANSLATED.1),
                }
                let name = ask.map_or("translated", |ask| ask.name);
                is_arabic(page, name, "filled in");
                page.press(texts.check_answer);
                let verdicts = match ask {
                    Some(ask) if !ask.is_marked() => [texts.noted; 2],
                    Some(_) | None => [texts.right, texts.partly_right],
                };
                page.until("the verdict in Arabic", |tree| {
                    tree.focus()
                        .is_some_and(|focus| verdicts.iter().any(|verdict| focus.name.starts_with(verdict)))
                });
                is_arabic(page, name, "marked");
                draw(page, &format!("question-{name}-arabic"));
                page.press(if number < whole { texts.next_question } else { texts.see_result });
            }
            page.focus_is("heading", texts.your_result);
            is_arabic(page, "the result", quiz);
            draw(page, if whole == 6 { "result-of-six-arabic" } else { "result-of-further-arabic" });
        }
    });
}

#[test]
fn the_pages_of_the_notebook_say_everything_in_arabic_from_right_to_left() {
    let texts = Notebook::of(Language::Arabic);
    journey(fixture(), |page| {
        answer_some(page);
        for (path, heading, name) in [
            (PROGRESS, PageTexts::of(Language::Arabic).progress, "progress"),
            (RECORD, PageTexts::of(Language::Arabic).record, "record"),
            ("your-data/", PageTexts::of(Language::Arabic).your_data, "your data"),
        ] {
            page.open(&format!("ar/{path}"));
            page.is_at(&format!("ar/{path}"), heading);
            page.until("what the application shows", |_| {
                page.run("return document.querySelector('#notebook h2') !== null") == true
            });
            is_arabic(page, name, "as it stands");
        }
        page.open(&format!("ar/{REVIEW}"));
        page.press(texts.show_definition);
        page.press(texts.good);
        is_arabic(page, "review", "a rated term");
        page.open(&format!("ar/{DRILLS}?seed=7"));
        loop {
            let shared = Reader::of(Language::Arabic);
            let first = page.wait("an option", |tree| tree.all("radio").next().cloned());
            page.click("the first option", |_| Some(first.clone()));
            let groups = page.run("return new Set([...document.querySelectorAll('form input[type=radio]')].map((one) => one.name)).size");
            if groups.as_u64() > Some(1) {
                page.run("for (const row of document.querySelectorAll('form .row')) row.querySelector('input').click()");
            }
            page.press(shared.check_answer);
            page.until("the verdict", |tree| tree.focus().is_some_and(|focus| focus.role == "region"));
            is_arabic(page, "drills", "an answer");
            let on = page.wait("the way on", |tree| {
                tree.all("button")
                    .find(|node| [shared.next_question, shared.see_result].contains(&node.name.as_str()))
                    .cloned()
            });
            page.press(&on.name);
            if on.name == shared.see_result {
                break;
            }
        }
        page.focus_is("heading", Reader::of(Language::Arabic).your_result);
        is_arabic(page, "drills", "the result");
    });
}

/// Takes the quiz of six in English, one answer of it wrong.
fn answer_some(page: &Page) {
    page.open(SIX_KINDS);
    for number in 1..=6 {
        page.finds("heading", &format!("Question {number} of 6"));
        let ask = asks::current(page);
        ask.respond(Hand::Mouse, page, if number == 1 { Grade::Wrong } else { Grade::Right });
        page.press("Check the answer");
        page.press(if number < 6 { "Next question" } else { "See the result" });
    }
    page.finds("heading", "Your result");
}

/// The question that is on the page; none where it is the translated one.
#[track_caller]
fn asked(page: &Page) -> Option<&'static Ask> {
    page.wait("a question of the small course", |tree| {
        let text = squeezed(&tree.text());
        let is_on_page = |stem: &str| text.contains(&squeezed(stem));
        let mut asks = ASKS.iter().chain(&FURTHER);
        if is_on_page(TRANSLATED.0) { Some(None) } else { asks.find(|ask| is_on_page(ask.stem)).map(Some) }
    })
}

/// Everything that is ours is in Arabic, and everything stands as it is read: from right to left.
#[track_caller]
fn is_arabic(page: &Page, name: &str, state: &str) {
    const FAULTS: &str = r#"
        const faults = [];
        const main = document.querySelector('main');
        // What an author wrote has its own language; names stay as they are, and so does the edition of a module.
        const ours = (element) => element.closest('[lang]').lang === 'ar' && !element.closest('textarea, code');
        const foreign = (words) => words.replace(/Plenary|Safari|Dock|PDF|[0-9a-f]{8}/g, '').match(/[A-Za-z]{2,}/);
        const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const around = text.parentElement;
            if (ours(around) && around.checkVisibility() && foreign(text.data)) faults.push(`not in Arabic: ${text.data}`);
        }
        if (getComputedStyle(main).direction !== 'rtl') faults.push('the page runs from left to right');
        const middle = (element) => { const box = element.getBoundingClientRect(); return box.x + box.width / 2; };
        // The first stands to the right of the second.
        const right = (all, first, second) => {
            for (const one of document.querySelectorAll(all)) {
                const [a, b] = [one.querySelector(first), one.querySelector(second)];
                if (a && b && a.checkVisibility() && b.checkVisibility() && middle(a) <= middle(b)) faults.push(`from left to right: ${one.outerHTML.slice(0, 200)}`);
            }
        };
        right('.pick', 'input', '.pick-words');
        right('.placed-row', '.placed-words', '.moves');
        right('.moves', ':first-child', ':last-child');
        right('.field-line', '.sign', '.typed');
        right('.review summary', ':first-child', '.review-number');
        for (const flow of document.querySelectorAll('.flow p')) {
            const words = flow.querySelector('.markup');
            if (getComputedStyle(flow).direction !== getComputedStyle(words).direction) faults.push(`the pieces of a sentence change places: ${flow.outerHTML.slice(0, 200)}`);
        }
        for (const list of document.querySelectorAll('main ol:not([class]), .remark, .placed, .hint')) {
            const { paddingLeft, paddingRight } = getComputedStyle(list);
            if (parseFloat(paddingLeft) > parseFloat(paddingRight)) faults.push(`indented at the left: ${list.outerHTML.slice(0, 200)}`);
        }
        return faults"#;
    assert_eq!(page.run(FAULTS), serde_json::json!([]), "{name}, {state}");
    assert_eq!(page.overflow_at(360), 0, "{name}, {state}: wider than a phone");
    page.look_normally();
    assert_eq!(page.axe(), Vec::<String>::new(), "{name}, {state}");
}
