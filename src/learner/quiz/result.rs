//! What an attempt came to: the score, by objective, and every question with its key and its sources.

use std::sync::Arc;

use domain::id::CourseId;
use domain::index::ModuleIndex;
use domain::score::{Points, Verdict};
use domain::session::{Posed, Session};
use leptos::prelude::*;

use crate::app::App;
use crate::part::words::{self, named_points};
use crate::part::{markup, source};
use crate::quiz::{self, Quiz, feedback, verdict_in_words};

pub(super) fn view(app: App, quiz: &Arc<Quiz>, session: &Session) -> AnyView {
    let outcome = session.outcome();
    let share = words::share(outcome.share());
    let points = format!("{} of {}", words::points(outcome.earned), named_points(outcome.possible));
    let passed = outcome.passed.map(|passed| {
        let pass = session.pass.map(words::share).unwrap_or_default();
        let (class, words) = if passed {
            ("outcome outcome-passed", format!("Passed. The pass mark is {pass}."))
        } else {
            ("outcome outcome-failed", format!("Not passed yet. The pass mark is {pass}."))
        };
        view! { <p class=class>{words}</p> }
    });
    let course = quiz.reference.course.clone();
    let review = session.posed.iter().enumerate().map(|(place, posed)| one(app, &course, place + 1, posed));
    let module = format!("{}{}/", app.root(), quiz.reference.module_ref());
    let next = quiz.clone();
    let again = move |_| quiz::begin(app, next.clone());
    view! {
        <section class="result" aria-labelledby="result">
            <h2 id="result" tabindex="-1">"Your result"</h2>
            <p class="score"><strong>{share}</strong> <span class="note">{points}</span></p>
            {passed}
            <div class="actions">
                <button type="button" class="button primary" on:click=again>"Take it again"</button>
                <a class="button" href=module>"Back to the module"</a>
            </div>
        </section>
        {quiz.index().map(|index| objectives(index, &outcome.objectives))}
        <section class="review" aria-labelledby="review">
            <h2 id="review">"Your answers"</h2>
            <ol>{review.collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn objectives(index: &ModuleIndex, all: &[(domain::id::ObjectiveId, Points, Points)]) -> AnyView {
    let rows = all.iter().map(|(id, earned, possible)| {
        let known = index.objectives.iter().find(|objective| objective.id == *id);
        let text = known.map_or_else(|| id.to_string(), |objective| objective.text.clone());
        let share = words::share(earned.share_of(*possible));
        view! {
            <tr>
                <th scope="row">{text}</th>
                <td>{format!("{} of {}", words::points(*earned), words::points(*possible))}</td>
                <td>{share}</td>
            </tr>
        }
    });
    view! {
        <section aria-labelledby="by-objective">
            <h2 id="by-objective">"By objective"</h2>
            <div class="table" role="region" tabindex="0" aria-labelledby="by-objective">
                <table>
                    <thead><tr><th scope="col">"Objective"</th><th scope="col">"Points"</th><th scope="col">"Share"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// One question with what was answered, what is right, why, and where that is written.
fn one(app: App, course: &CourseId, number: usize, posed: &Posed) -> AnyView {
    let question = &posed.question;
    let (class, words, open) = match posed.given.as_ref().map(|given| given.credit.verdict()) {
        Some(Verdict::Right) => ("verdict-right", verdict_in_words(Verdict::Right), false),
        Some(Verdict::Partly) => ("verdict-partly", verdict_in_words(Verdict::Partly), true),
        Some(Verdict::Wrong) => ("verdict-wrong", verdict_in_words(Verdict::Wrong), true),
        None => ("verdict-open", "Not answered", true),
    };
    let substance = match &posed.given {
        Some(given) => feedback::substance(app, course, posed, given),
        None => view! {
            <div class="explain">{markup::block(app, course, &question.explain)}</div>
            {source::citations(app, course, &question.sources)}
        }
        .into_any(),
    };
    view! {
        <li>
            <details open=open>
                <summary><span class=class>{words}</span> <span class="review-number">{format!("Question {number}")}</span></summary>
                <div class="stem">{markup::block(app, course, &question.stem)}</div>
                {substance}
            </details>
        </li>
    }
    .into_any()
}
