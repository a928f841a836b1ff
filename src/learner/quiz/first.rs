//! The first question as it stands in its page: it stays until it is drawn here, and what was chosen in it is taken up.
//!
//! What the page tells, and why it is the same question, is in `exchange::package::site::first`. The form in the page is marked as
//! `data-first`; it is there as long as it has not given way.

use domain::course;
use domain::id::QuestionRef;
use domain::question::{Question, Response};
use domain::random::Seed;
use domain::score::Certainty;
use domain::session::Event;
use leptos::prelude::untrack;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, Node};

use super::{Quiz, dispatch};
use crate::app::App;
use crate::{browser, later};

/// What the keyboard can be on.
const CONTROLS: &str = "a[href], button, input, [tabindex]";

/// Lets the question in the page stand where this learner is to answer it. Otherwise the place for the quiz is empty now.
pub(super) fn welcome(app: App, place: &HtmlElement, quiz: &Quiz) {
    let is_new = app.progress(|progress| progress.attempts(&quiz.reference).next().is_none());
    let form = browser::first("[data-first] form").filter(|_| is_new && browser::query("code").is_none());
    let Some(form) = form else { return place.set_text_content(None) };
    // It may have been set for the page that was served, which this one has taken the place of.
    if let Some(root) = browser::first("[data-known]") {
        let _ = root.remove_attribute("data-known");
    }
    // As the script in the head does on a page that was not turned.
    let noted = form.clone();
    browser::listen(&form, "submit", move |event| {
        event.prevent_default();
        let _ = noted.set_attribute("data-pressed", "");
    });
    let noted = form.clone();
    browser::listen(&form, "change", move |_| {
        let _ = noted.remove_attribute("data-pressed");
    });
}

/// What the paper is drawn from whose first question stands in the page; none where there is none, or none any more.
pub(super) fn seed() -> Option<Seed> {
    Some(Seed(told("data-seed")?.parse().ok()?))
}

/// Waits for what stands beside the question in the page and arrives later, so that it does not go and come again.
pub(super) async fn waits_for_help(own: &course::Quiz, first: Option<&Question>) {
    let has_hints = first.is_some_and(|question| !question.hints.is_empty());
    if stands() && (has_hints || own.conditions.certainty) {
        // Where it does not arrive the question is asked without.
        let _ = later::here().await;
    }
}

/// Takes up what was chosen in the page, if the question that is asked is the one that stands there.
pub(super) fn take_over(app: App) {
    let Some(question) = told("data-question").and_then(|told| told.parse::<QuestionRef>().ok()) else {
        return;
    };
    let blank = app.session_now(|session| {
        let posed = session.current().filter(|posed| posed.question.id == question);
        posed.map(|posed| posed.response.clone())
    });
    let Some(blank) = blank.flatten() else {
        // Of another publication than what was fetched: nobody is to answer what she was not asked.
        browser::all("[data-first]").iter().for_each(Element::remove);
        return;
    };
    let (mut response, mut certainty) = (blank.clone(), None);
    for chosen in browser::all("[data-first] input:checked") {
        let [name, value] = ["name", "value"].map(|name| chosen.get_attribute(name).unwrap_or_default());
        if name == "certainty" {
            certainty =
                Certainty::ALL.into_iter().zip(["low", "middle", "high"]).find(|(_, own)| *own == value);
        } else {
            choose(&mut response, &name, &value);
        }
    }
    if response != blank {
        dispatch(app, Event::Respond(response));
    }
    if let Some((level, _)) = certainty {
        dispatch(app, Event::Certain(level));
    }
}

/// Draws the quiz in its place. A question that stood there gives way: the page stays where it is, the keyboard where it was, and an answer
/// that was given there is given.
pub(super) fn give_way<T>(place: &HtmlElement, draw: impl FnOnce() -> T) -> T {
    let old: Vec<Node> = std::iter::successors(place.first_child(), Node::next_sibling).collect();
    let was_pressed = browser::first("[data-first] [data-pressed]").is_some();
    let scrolled = if stands() { Some(browser::scrolled()) } else { None };
    let controls = browser::within(place, CONTROLS);
    let focus = browser::document().and_then(|page| page.active_element());
    let at = controls.iter().position(|control| Some(control) == focus.as_ref());
    let drawn = draw();
    // The focus moves before what it was on goes, so that it is shown as it was shown there.
    let same = at.and_then(|at| browser::within(place, CONTROLS).into_iter().nth(controls.len() + at));
    if let Some(same) = same.and_then(|same| same.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = same.focus_with_options(&options);
    }
    for node in old {
        let _ = place.remove_child(&node);
    }
    if let Some(y) = scrolled {
        browser::scroll_to(y);
    }
    if was_pressed && let Some(submit) = browser::first("#quiz [type=submit]") {
        // As nothing that is drawn anew when it changes.
        untrack(|| submit.unchecked_ref::<HtmlElement>().click());
    }
    drawn
}

/// Whether the question still stands.
pub(super) fn stands() -> bool {
    seed().is_some()
}

fn told(name: &str) -> Option<String> {
    browser::first("#quiz:has(> [data-first])")?.get_attribute(name)
}

fn choose(response: &mut Response, name: &str, value: &str) {
    match response {
        Response::SingleChoice(response) => response.chosen = value.parse().ok(),
        Response::MultipleResponse(response) => {
            if let Ok(chosen) = value.parse() {
                response.chosen.insert(chosen);
            }
        }
        Response::TrueFalse(response) if name == "reason" => response.reason = value.parse().ok(),
        Response::TrueFalse(response) => response.says = Some(value == "true"),
        // No page holds a question of these kinds.
        Response::Classify(_)
        | Response::Matching(_)
        | Response::Elements(_)
        | Response::Ordering(_)
        | Response::Cloze(_)
        | Response::ShortAnswer(_)
        | Response::Numeric(_)
        | Response::Highlight(_)
        | Response::Case(_)
        | Response::Reflection(_) => {}
    }
}
