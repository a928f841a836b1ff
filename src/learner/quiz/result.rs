//! What an attempt came to: the score, by objective, and every question with its key and its sources.

use std::sync::Arc;

use domain::id::ObjectiveId;
use domain::index::ModuleIndex;
use domain::score::Points;
use domain::session::{Posed, Session};
use leptos::prelude::*;
use texts::fill;

use crate::app::App;
use crate::part::element::{El, classed, el, nothing};
use crate::part::markup;
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::part::words::{points, points_of, share};
use crate::quiz::{self, Quiz, feedback, verdict_in_words};

pub(super) fn view(app: App, quiz: &Arc<Quiz>, session: &Session) -> AnyView {
    let outcome = session.outcome();
    let earned = points_of(outcome.earned, outcome.possible);
    let score = classed("p", "score")
        .child(el("strong").child(share(outcome.share()).as_str()))
        .child(" ")
        .child(classed("span", "note").child(earned.as_str()));
    let next = quiz.clone();
    let again = classed("button", "button primary")
        .attr("type", "button")
        .on("click", move |_| quiz::begin(app, next.clone()))
        .child(texts().take_again);
    let module = format!("{}{}/", app.home(), quiz.reference.module_ref());
    let back = classed("a", "button").attr("href", &module).child(texts().back_to_module);
    let result = classed("section", "result")
        .attr("aria-labelledby", "result")
        .child(el("h2").attr("id", "result").attr("tabindex", "-1").child(texts().your_result))
        .child(score)
        .child(outcome.passed.map(|passed| verdict(passed, session.pass.unwrap_or_default())))
        .child(classed("div", "actions").child(again).child(back));
    let review = session.posed.iter().enumerate().map(|(place, posed)| {
        let voice = Voice::new(&quiz.reference.course, &posed.question.language);
        one(app, &voice, place + 1, posed)
    });
    let review = classed("section", "review")
        .attr("aria-labelledby", "review")
        .child(el("h2").attr("id", "review").child(texts().your_answers))
        .child(el("ol").children(review));
    let objectives =
        quiz.index().map_or_else(nothing, |index| objectives(index, &quiz.voice(), &outcome.objectives));
    el("div").child(result).child(objectives).child(review).view()
}

fn verdict(passed: bool, pass: f64) -> El {
    let (class, words) = if passed {
        ("outcome outcome-passed", texts().passed)
    } else {
        ("outcome outcome-failed", texts().not_passed)
    };
    classed("p", class).child(fill(words, &[("share", &share(pass))]).as_str())
}

fn objectives(index: &ModuleIndex, voice: &Voice, all: &[(ObjectiveId, Points, Points)]) -> AnyView {
    let rows = all.iter().map(|(id, earned, possible)| {
        let known = index.objectives.iter().find(|objective| objective.id == *id);
        let text = known.map_or(id.as_str(), |objective| objective.text.as_str());
        let (earned_shown, possible_shown) = (points(*earned), points(*possible));
        let amount = [("earned", earned_shown.as_str()), ("possible", possible_shown.as_str())];
        el("tr")
            .child(el("th").attr("scope", "row").spoken(voice).child(text))
            .child(el("td").child(fill(texts().amount_of, &amount).as_str()))
            .child(el("td").child(share(earned.share_of(*possible)).as_str()))
            .view()
    });
    let heads = [texts().objective, texts().points, texts().share]
        .map(|name| el("th").attr("scope", "col").child(name).view());
    let table =
        el("table").child(el("thead").child(el("tr").children(heads))).child(el("tbody").children(rows));
    let frame = classed("div", "table")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-labelledby", "by-objective");
    el("section")
        .child(el("h2").attr("id", "by-objective").child(texts().by_objective))
        .child(frame.child(table))
        .view()
}

/// One question with what was answered, what is right, why, and where that is written.
fn one(app: App, voice: &Voice, number: usize, posed: &Posed) -> AnyView {
    let verdict = posed.given.as_ref().map(|given| given.credit.verdict());
    let (class, words) = match verdict {
        Some(domain::score::Verdict::Right) => ("verdict-right", None),
        Some(domain::score::Verdict::Partly) => ("verdict-partly", None),
        Some(domain::score::Verdict::Wrong) => ("verdict-wrong", None),
        None => ("verdict-open", Some(texts().not_answered)),
    };
    let words = words.or(verdict.map(verdict_in_words)).unwrap_or_default();
    let substance = feedback::substance(app, voice, posed);
    let name = fill(texts().question, &[("number", &number.to_string())]);
    let summary = el("summary")
        .child(classed("span", class).child(words))
        .child(" ")
        .child(classed("span", "review-number").child(name.as_str()));
    let details = el("details")
        .attr_if(verdict != Some(domain::score::Verdict::Right), "open", "")
        .child(summary)
        .child(classed("div", "stem").child(markup::block(app, voice, &posed.question.stem)))
        .children(substance);
    el("li").child(details).view()
}
