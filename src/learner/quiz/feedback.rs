//! What is said of an answer: the verdict, each decision, the explanation and where it is written.

use domain::html::Html;
use domain::id::CourseId;
use domain::score::Verdict;
use domain::session::{Given, Posed};
use leptos::prelude::*;

use crate::app::App;
use crate::part::element::{classed, el, text};
use crate::part::words::{named_points, points};
use crate::part::{markup, source};
use crate::question;
use crate::quiz::verdict_in_words;

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
    /// The application's.
    Plain(String),
}

/// The feedback on an answer that was given.
pub(crate) fn feedback(app: App, course: &CourseId, posed: &Posed, given: &Given) -> AnyView {
    let verdict = given.credit.verdict();
    let class = match verdict {
        Verdict::Right => "feedback feedback-right",
        Verdict::Partly => "feedback feedback-partly",
        Verdict::Wrong => "feedback feedback-wrong",
    };
    let earned = format!(
        "{} of {}",
        points(posed.question.points.earned(given.credit)),
        named_points(posed.question.points)
    );
    let heading = classed("h3", "verdict")
        .attr("id", "verdict")
        .child(verdict_in_words(verdict))
        .child(" ")
        .child(classed("span", "note").child(earned.as_str()));
    classed("section", class)
        .attr("id", "feedback")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "verdict")
        .child(heading)
        .children(substance(app, course, posed))
        .view()
}

/// What is right and why, decision by decision, and where that is written: of the answer, or of what was left unanswered.
pub(crate) fn substance(app: App, course: &CourseId, posed: &Posed) -> [AnyView; 3] {
    let is_revised = posed.given.as_ref().is_some_and(|given| given.marks.is_none());
    let decisions = if is_revised {
        let note = "This question was revised after you answered it; your earlier result is kept.";
        classed("p", "note").child(note)
    } else {
        let response = posed.given.as_ref().map_or(&posed.response, |given| &given.response);
        let remarks = question::remarks(&posed.question.body, response);
        classed("ul", "remarks").children(remarks.iter().map(|one| remark(app, course, one)))
    };
    let explain = classed("div", "explain").child(markup::block(app, course, &posed.question.explain));
    [decisions.view(), explain.view(), source::citations(app, course, &posed.question.sources)]
}

fn remark(app: App, course: &CourseId, remark: &Remark) -> AnyView {
    let Remark { on, chosen, instead, right, feedback } = remark;
    let show = |words: &Words| match words {
        Words::Authored(html) => markup::inline(app, course, html),
        Words::Plain(words) => text(words),
    };
    let (class, verdict) = if *right { ("remark right", "Right: ") } else { ("remark wrong", "Not right: ") };
    let on = on.as_ref().map(|on| classed("span", "on").child(show(on)));
    let decided = match chosen {
        Some(chosen) => classed("span", "chosen").child(show(chosen)),
        None => classed("span", "missed").child("Not chosen"),
    };
    let instead = instead.as_ref().map(|instead| {
        classed("span", "instead")
            .child(classed("span", "label").child("Right answer:"))
            .child(" ")
            .child(show(instead))
    });
    let decision = classed("p", "decision")
        .child(classed("span", "visually-hidden").child(verdict))
        .child(on)
        .child(" ")
        .child(decided)
        .child(" ")
        .child(instead);
    let said = feedback.as_ref().map(|html| classed("p", "said").child(markup::inline(app, course, html)));
    el("li").attr("class", class).child(decision).child(said).view()
}
