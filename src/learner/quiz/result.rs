//! What an attempt came to: the score, by objective, and every question with its key and its sources.

use std::sync::Arc;

use domain::index::ModuleIndex;
use domain::score::{Certainty, Verdict};
use domain::session::{Outcome, Part, Posed, Session};
use domain::time::Millis;
use leptos::prelude::*;
use texts::fill;

use crate::app::App;
use crate::browser;
use crate::part::element::{El, classed, el, nothing};
use crate::part::markup;
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::part::words::{counted, points, points_of, share};
use crate::quiz::answering::verdict_in_words;
use crate::quiz::{self, Quiz, Source, feedback, report};

pub(crate) fn view(app: App, quiz: &Arc<Quiz>, session: &Session) -> AnyView {
    let outcome = session.outcome();
    let earned = points_of(outcome.earned, outcome.possible);
    let score = classed("p", "score")
        .child(el("strong").child(share(outcome.share()).as_str()))
        .child(" ")
        .child(classed("span", "note").child(earned.as_str()));
    let again = again(app, quiz);
    let progress = format!("{}{}/progress/", app.home(), quiz.reference.course);
    let progress = classed("a", "button quiet").attr("href", &progress).child(texts().to_progress);
    let module = format!("{}{}/", app.home(), quiz.reference.module_ref());
    let back = classed("a", "button").attr("href", &module).child(texts().back_to_module);
    let result = classed("section", "result")
        .attr("aria-labelledby", "result")
        .child(el("h2").attr("id", "result").attr("tabindex", "-1").child(texts().your_result))
        .child(score)
        .child(outcome.passed.map(|passed| verdict(passed, session.pass.unwrap_or_default())))
        .child(band(app, quiz, outcome.share()))
        .children(remarks(session, &outcome))
        .child(classed("div", "actions").child(again).child(back).child(progress));
    let review = session.posed.iter().enumerate().map(|(place, posed)| {
        let voice = Voice::new(&quiz.reference.course, &posed.question.language);
        one(app, &voice, session, place, posed)
    });
    let review = classed("section", "review")
        .attr("aria-labelledby", "review")
        .child(el("h2").attr("id", "review").child(texts().your_answers))
        .child(el("ol").children(review));
    let objectives =
        quiz.index().map_or_else(nothing, |index| objectives(index, &quiz.voice(), &outcome.objectives));
    let surely_wrong = surely_wrong(&outcome);
    el("div").child(result).child(surely_wrong).child(objectives).child(review).view()
}

/// The button that begins another attempt, where there can be one.
fn again(app: App, quiz: &Arc<Quiz>) -> Option<El> {
    let most = quiz.own().and_then(|own| own.conditions.attempts);
    let finished = app.progress(|progress| {
        progress.attempts(&quiz.reference).filter(|(_, attempt)| attempt.finished.is_some()).count()
    });
    let next = quiz.clone();
    most.is_none_or(|most| finished < most as usize).then(|| {
        classed("button", "button primary")
            .attr("type", "button")
            .on("click", move |_| quiz::begin(app, next.clone(), Source::Chance))
            .child(texts().take_again)
    })
}

/// What the author says of such a result.
fn band(app: App, quiz: &Quiz, share: f64) -> Option<El> {
    let band = quiz.own()?.band(share)?;
    Some(classed("p", "band").child(markup::inline(app, &quiz.voice(), &band.text)))
}

/// What else is to be known of the result.
fn remarks(session: &Session, outcome: &Outcome) -> Vec<AnyView> {
    let certainty = session.conditions.certainty.then(|| {
        let whole = |amount: f64| browser::number((amount * Certainty::HIGHEST * 100.0).round() / 100.0);
        let [marks, most] = [outcome.earned, outcome.possible].map(|points| whole(points.amount()));
        fill(texts().certainty_marks, &[("marks", &marks), ("most", &most)])
    });
    let gone = (outcome.gone > 0).then(|| counted(&texts().questions_gone, outcome.gone));
    let code = session.code.map(|code| fill(texts().by_code, &[("code", &code.to_string())]));
    let note = |said: String| classed("p", "note").child(said.as_str()).view();
    let over = (session.time_left() == Some(Millis::default())).then(|| texts().time_over.to_owned());
    [over, certainty, gone, code].into_iter().flatten().map(note).collect()
}

/// The questions that were answered wrongly by a learner who was quite sure, with links to them below.
fn surely_wrong(outcome: &Outcome) -> Option<El> {
    let links = outcome.confidently_wrong.iter().map(|place| {
        let name = fill(texts().question, &[("number", &(place + 1).to_string())]);
        let own = format!("#answer-{place}");
        let link = classed("a", "button quiet").attr("href", &own).child(name.as_str());
        el("li").child(link).view()
    });
    (!outcome.confidently_wrong.is_empty()).then(|| {
        classed("section", "surely-wrong")
            .attr("aria-labelledby", "surely-wrong")
            .child(el("h2").attr("id", "surely-wrong").child(texts().surely_wrong))
            .child(el("p").child(texts().surely_wrong_about))
            .child(el("ul").children(links))
    })
}

fn verdict(passed: bool, pass: f64) -> El {
    let (class, words) = if passed {
        ("outcome outcome-passed", texts().passed)
    } else {
        ("outcome outcome-failed", texts().not_passed)
    };
    classed("p", class).child(fill(words, &[("share", &share(pass))]).as_str())
}

fn objectives(index: &ModuleIndex, voice: &Voice, all: &[Part]) -> AnyView {
    let rows = all.iter().map(|Part { objective, earned, possible }| {
        let known = index.objectives.iter().find(|known| known.id == *objective);
        let text = known.map_or(objective.as_str(), |objective| objective.text.as_str());
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
pub(crate) fn one(app: App, voice: &Voice, session: &Session, place: usize, posed: &Posed) -> AnyView {
    let is_marked = posed.question.kind().is_marked();
    let verdict = posed.given.as_ref().map(|given| given.verdict());
    let (class, words) = match verdict {
        Some(_) if !is_marked => ("verdict-open", texts().noted),
        Some(verdict) => (verdict_class(verdict), verdict_in_words(verdict)),
        None => ("verdict-open", texts().not_answered),
    };
    let earned = (verdict.is_some() && is_marked)
        .then(|| classed("span", "note").child(feedback::earned(session, posed).as_str()));
    let name = fill(texts().question, &[("number", &(place + 1).to_string())]);
    let summary = el("summary")
        .child(classed("span", class).child(words))
        .child(" ")
        .child(classed("span", "review-number").child(name.as_str()))
        .child(" ")
        .child(earned);
    let stimulus = posed.question.stimulus.as_ref().map(|stimulus| {
        classed("div", "stimulus")
            .child(classed("p", "label").spoken(voice).child(stimulus.title.as_str()))
            .child(markup::block(app, voice, &stimulus.body))
    });
    let details = el("details")
        .attr_if(verdict != Some(Verdict::Right), "open", "")
        .child(summary)
        .child(stimulus)
        .child(classed("div", "stem").child(markup::block(app, voice, &posed.question.stem)))
        .children(feedback::substance(app, voice, posed))
        .child(report::report(session, place));
    el("li").attr("id", &format!("answer-{place}")).child(details).view()
}

fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "verdict-right",
        Verdict::Partly => "verdict-partly",
        Verdict::Wrong => "verdict-wrong",
    }
}
