//! What is said of an answer: the verdict, each decision, the explanation and where it is written.

use domain::html::Html;
use domain::score::{Points, Verdict};
use domain::session::{Given, Phase, Posed, Session};
use leptos::prelude::*;
use texts::fill;

use crate::app::App;
use crate::part::element::{Child, El, classed, el};
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::part::words::{around, counted, points_of};
use crate::part::{markup, source};
use crate::question;
use crate::quiz::answering::verdict_in_words;
use crate::quiz::{help, report};

/// What is said of one decision.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Remark {
    /// What was decided on; none where the question asks for one decision.
    pub(crate) on: Option<Words>,
    /// What the learner decided; none where she let it be.
    pub(crate) chosen: Option<Words>,
    /// What would have been right, where she decided otherwise.
    pub(crate) instead: Option<Words>,
    /// Whether she was right.
    pub(crate) right: bool,
    /// The author's feedback.
    pub(crate) feedback: Option<Html>,
}

/// The author's words, or the application's.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Words {
    /// The author's.
    Authored(Html),
    /// The author's, without markup.
    Spoken(String),
    /// The application's.
    Plain(String),
    /// The application's, with the author's in their one place.
    Around(&'static str, Html),
}

/// The feedback on an answer that was given.
pub(crate) fn feedback(
    app: App,
    voice: &Voice,
    session: &Session,
    posed: &Posed,
    given: &Given,
    phase: Phase,
) -> AnyView {
    let is_marked = posed.question.kind().is_marked();
    let (class, said) = if is_marked {
        let class = match given.verdict() {
            Verdict::Right => "feedback feedback-right",
            Verdict::Partly => "feedback feedback-partly",
            Verdict::Wrong => "feedback feedback-wrong",
        };
        (class, verdict_in_words(given.verdict()))
    } else {
        ("feedback feedback-noted", texts().noted)
    };
    let heading = classed("h3", "verdict").attr("id", "verdict").child(said);
    // In a review nothing is earned.
    let is_worth = posed.question.points > Points::ZERO;
    let heading = if is_marked && is_worth && phase == Phase::Closed {
        heading.child(" ").child(classed("span", "note").child(earned(session, posed).as_str()))
    } else {
        heading
    };
    let about = (!is_marked).then(|| classed("p", "note").child(texts().noted_about));
    let section = classed("section", class)
        .attr("id", "feedback")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "verdict")
        .child(heading)
        .child(about);
    match phase {
        Phase::Open | Phase::Tried => section.child(decisions(app, voice, posed, phase)).view(),
        Phase::Closed => {
            section.children(substance(app, voice, posed)).child(report::report(session, session.at)).view()
        }
    }
}

/// The points of an answer, with what hints and tries had to do with them.
pub(super) fn earned(session: &Session, posed: &Posed) -> String {
    let mut said = points_of(posed.earned(&session.conditions), posed.question.points);
    if posed.hints > 0 {
        said.push_str(" · ");
        said.push_str(&counted(&texts().hints_used, posed.hints));
    }
    if !posed.earlier.is_empty() {
        said.push_str(" · ");
        let number = (posed.earlier.len() + 1).to_string();
        said.push_str(&fill(texts().tries_used, &[("number", &number)]));
    }
    if let Some(certainty) = posed.given.as_ref().and_then(|given| given.certainty) {
        said.push_str(" · ");
        said.push_str(help::in_words(certainty));
    }
    said
}

/// What is right and why, decision by decision, and where that is written: of the answer, or of what was left unanswered.
pub(crate) fn substance(app: App, voice: &Voice, posed: &Posed) -> [Child<'static>; 3] {
    let explain = classed("div", "explain").child(markup::block(app, voice, &posed.question.explain));
    [
        decisions(app, voice, posed, Phase::Closed),
        explain.into(),
        source::citations(app, voice, &posed.question.sources).into(),
    ]
}

/// What is said of each decision.
fn decisions(app: App, voice: &Voice, posed: &Posed, phase: Phase) -> Child<'static> {
    let is_revised = posed.given.as_ref().is_some_and(|given| given.marks.is_none());
    if is_revised {
        classed("p", "note").child(texts().revised).into()
    } else if let Some(account) = question::account(app, voice, posed, phase) {
        account.into()
    } else {
        let response = posed.given.as_ref().map_or(&posed.response, |given| &given.response);
        let remarks = question::remarks(&posed.question.body, response, phase);
        classed("ul", "remarks").children(remarks.iter().map(|one| remark(app, voice, one))).into()
    }
}

fn remark(app: App, voice: &Voice, remark: &Remark) -> El {
    let Remark { on, chosen, instead, right, feedback } = remark;
    let into = |element: El, words: &Words| match words {
        Words::Authored(html) => element.child(markup::inline(app, voice, html)),
        Words::Spoken(words) => element.child(el("span").spoken(voice).child(words.as_str())),
        Words::Plain(words) => element.child(words.as_str()),
        Words::Around(words, html) => element.child(around(words, |_| markup::inline(app, voice, html))),
    };
    let (class, verdict) = if *right {
        ("remark right", texts().decided_right)
    } else {
        ("remark wrong", texts().decided_wrong)
    };
    let on = on.as_ref().map(|on| into(classed("span", "on"), on));
    let decided = match chosen {
        Some(chosen) => into(classed("span", "chosen"), chosen),
        None => classed("span", "missed").child(texts().not_chosen),
    };
    let instead = instead.as_ref().map(|instead| {
        let label = classed("span", "label").child(texts().instead);
        into(classed("span", "instead").child(label).child(" "), instead)
    });
    let decision = classed("p", "decision")
        .child(classed("span", "visually-hidden").child(verdict))
        .child(on)
        .child(" ")
        .child(decided)
        .child(" ")
        .child(instead);
    let said = feedback.as_ref().map(|html| classed("p", "said").child(markup::inline(app, voice, html)));
    el("li").attr("class", class).child(decision).child(said)
}
