//! What is said of an answer: the verdict, each decision, the explanation and where it is written.

use domain::html::Html;
use domain::id::CourseId;
use domain::session::{Given, Posed};
use leptos::prelude::*;

use crate::app::App;
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
        domain::score::Verdict::Right => "feedback feedback-right",
        domain::score::Verdict::Partly => "feedback feedback-partly",
        domain::score::Verdict::Wrong => "feedback feedback-wrong",
    };
    let possible = posed.question.points;
    let points = format!("{} of {}", points(possible.earned(given.credit)), named_points(possible));
    view! {
        <section class=class id="feedback" tabindex="-1" aria-labelledby="verdict">
            <h3 id="verdict" class="verdict">
                {verdict_in_words(verdict)} <span class="note">{points}</span>
            </h3>
            {substance(app, course, posed, given)}
        </section>
    }
    .into_any()
}

/// What is said of an answer, without the verdict.
pub(crate) fn substance(app: App, course: &CourseId, posed: &Posed, given: &Given) -> AnyView {
    let question = &posed.question;
    let remarks =
        if given.marks.is_some() { question::remarks(&question.body, &given.response) } else { Vec::new() };
    let remarks = remarks.into_iter().map(|one| remark(app, course, one)).collect_view();
    let revised = given.marks.is_none().then(|| {
        view! { <p class="note">"This question was revised after you answered it; your earlier result is kept."</p> }
    });
    view! {
        {revised}
        <ul class="remarks">{remarks}</ul>
        <div class="explain">{markup::block(app, course, &question.explain)}</div>
        {source::citations(app, course, &question.sources)}
    }
    .into_any()
}

fn remark(app: App, course: &CourseId, remark: Remark) -> AnyView {
    let Remark { on, chosen, instead, right, feedback } = remark;
    let show = |words: &Words| match words {
        Words::Authored(html) => markup::inline(app, course, html),
        Words::Plain(text) => text.clone().into_any(),
    };
    let mark = if right { ("remark right", "Right: ") } else { ("remark wrong", "Not right: ") };
    let decided = match &chosen {
        Some(chosen) => view! { <span class="chosen">{show(chosen)}</span> }.into_any(),
        None => view! { <span class="chosen">"not chosen"</span> }.into_any(),
    };
    let instead = instead.map(|instead| {
        view! { <span class="instead"><span class="label">"Right answer"</span> {show(&instead)}</span> }
    });
    view! {
        <li class=mark.0>
            <p class="decision">
                <span class="visually-hidden">{mark.1}</span>
                {on.as_ref().map(|on| view! { <span class="on">{show(on)}</span> })}
                {decided}
                {instead}
            </p>
            {feedback.as_ref().map(|text| view! { <p class="said">{markup::inline(app, course, text)}</p> })}
        </li>
    }
    .into_any()
}
