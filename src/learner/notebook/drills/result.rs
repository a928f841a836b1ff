//! What a drill came to: what was confused, and every question with its key.

use domain::drill::confused;
use domain::id::{CourseId, TermId};
use domain::session::Session;
use leptos::prelude::*;

use super::Desk;
use crate::notebook::texts::texts;
use crate::part::element::{El, classed, el};
use crate::part::texts::texts as shared;
use crate::part::voice::Voice;
use crate::part::words::{around, points_of, share};
use crate::quiz::{PRIMARY, QUIET, button, result};

pub(super) fn view(desk: Desk, course: &CourseId, session: &Session) -> AnyView {
    let outcome = session.outcome();
    let score = classed("p", "score")
        .child(el("strong").child(share(outcome.share()).as_str()))
        .child(" ")
        .child(classed("span", "note").child(points_of(outcome.earned, outcome.possible).as_str()));
    let another = button(PRIMARY, texts().another_drill, move |_| {
        desk.begin_new(desk.drill.with_value(|drill| drill.scope.clone()));
    });
    let again = button("button", texts().same_drill, move |_| desk.begin(desk.drill.get_value()));
    let choose = button(QUIET, texts().choose_another, move |_| desk.choose());
    let shown = classed("section", "result")
        .attr("aria-labelledby", "result")
        .child(el("h2").attr("id", "result").attr("tabindex", "-1").child(shared().your_result))
        .child(score)
        .child(confusions(desk, course, session))
        .child(classed("div", "actions").child(another).child(again).child(choose));
    let review = session.posed.iter().enumerate().map(|(place, posed)| {
        let voice = Voice::new(course, &posed.question.language);
        result::one(desk.app, &voice, session, place, posed)
    });
    let review = classed("section", "review")
        .attr("aria-labelledby", "review")
        .child(el("h2").attr("id", "review").child(shared().your_answers))
        .child(el("ol").children(review));
    el("div").child(shown).child(review).view()
}

/// Which term was taken for which.
fn confusions(desk: Desk, course: &CourseId, session: &Session) -> El {
    let given = session.posed.iter().filter_map(|posed| Some((posed, posed.given.as_ref()?)));
    let mut all: Vec<(TermId, TermId)> = Vec::new();
    for pair in given.flat_map(|(posed, given)| confused(&posed.question, &given.response)) {
        if !all.contains(&pair) {
            all.push(pair);
        }
    }
    if all.is_empty() {
        return el("p").child(texts().no_confusions);
    }
    let items = all.iter().map(|(meant, taken)| {
        let named = |place: &str| {
            let term = desk.term(if place == "meant" { meant } else { taken });
            term.map_or_else(
                || el("span"),
                |term| el("span").spoken(&Voice::new(course, &term.language)).child(term.term.as_str()),
            )
        };
        el("li").child(around(texts().confusion, named)).view()
    });
    el("div").child(el("h3").child(texts().confusions)).child(el("ul").children(items))
}
