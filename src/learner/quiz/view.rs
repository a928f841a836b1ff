//! A quiz while it is taken.

use std::sync::Arc;

use domain::log::AttemptId;
use domain::session::{Event, Phase, Session};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use web_sys::HtmlElement;

use super::{Quiz, Stage, asking, dispatch, first};
use crate::app::App;
use crate::fetch::Missing;
use crate::later;
use crate::part::element::{El, classed, el, live, nothing};
use crate::part::texts::texts;
use crate::quiz;

/// What of the stage decides what is drawn anew. The response is not part of it, forms follow that themselves; nor is
/// the phase, in which the same question is drawn over what stands there.
#[derive(Clone, PartialEq)]
enum Shape {
    Empty,
    Entrance,
    Fetching,
    Failed(Missing),
    Question { attempt: AttemptId, at: usize },
    Result,
}

/// Shows the quiz in its place, and draws it anew whenever another question or another stage comes.
///
/// Each is a fresh piece of the page: nothing that was chosen or pressed before can carry over to another question.
pub(super) fn show(app: App, place: HtmlElement, quiz: Arc<Quiz>) {
    let shape = Memo::new(move |_| {
        app.stage.with(|stage| match stage {
            Stage::Empty => Shape::Empty,
            Stage::Entrance => Shape::Entrance,
            Stage::Fetching => Shape::Fetching,
            Stage::Failed(missing) => Shape::Failed(*missing),
            Stage::Running(session) if session.finished => Shape::Result,
            Stage::Running(session) => Shape::Question { attempt: session.attempt, at: session.at },
        })
    });
    Effect::new(move |before: Option<Option<UnmountHandle<AnyViewState>>>| {
        drop(before);
        let shape = shape.get();
        if shape == Shape::Fetching && first::stands() {
            return None;
        }
        let quiz = quiz.clone();
        Some(first::give_way(&place, || mount_to(place.clone(), move || drawing(app, &quiz, &shape))))
    });
}

fn drawing(app: App, quiz: &Arc<Quiz>, shape: &Shape) -> AnyView {
    match shape {
        Shape::Empty => el("p").child(texts().no_questions).view(),
        Shape::Entrance => {
            let quiz = quiz.clone();
            later::part(move |later| (later.entrance)(app, &quiz))
        }
        Shape::Fetching => classed("p", "loading").attr("role", "status").child(texts().on_their_way).view(),
        Shape::Failed(missing) => retry(app, quiz, *missing),
        Shape::Question { attempt, at } => question(app, quiz.clone(), (*attempt, *at)),
        Shape::Result => {
            let quiz = quiz.clone();
            later::part(move |later| with_session(app, |session| (later.result)(app, &quiz, session)))
        }
    }
}

/// A question, drawn over what stands there when it was answered or is tried again.
fn question(app: App, quiz: Arc<Quiz>, own: (AttemptId, usize)) -> AnyView {
    let phase = Memo::new(move |before: Option<&Phase>| {
        // When another question is shown this one is about to go.
        let phase = |session: &Session| {
            (own == (session.attempt, session.at) && !session.finished).then(|| session.phase(session.at))
        };
        app.session(phase).flatten().or(before.copied()).unwrap_or(Phase::Open)
    });
    live(move || {
        let phase = phase.get();
        let course = &quiz.reference.course;
        untrack(|| with_session(app, |session| asking::asking(app, course, session, phase)))
    })
}

fn with_session(app: App, view: impl FnOnce(&Session) -> AnyView) -> AnyView {
    app.session_now(view).unwrap_or_else(nothing)
}

/// A button that does something in the quiz.
pub(crate) fn button(class: &'static str, words: &str, act: impl FnMut(web_sys::Event) + 'static) -> El {
    classed("button", class).attr("type", "button").on("click", act).child(words)
}

/// A button that does one thing that a session knows.
pub(super) fn go(app: App, class: &'static str, words: &str, event: Event) -> El {
    button(class, words, move |_| dispatch(app, event.clone()))
}

pub(crate) const PRIMARY: &str = "button primary";
pub(crate) const QUIET: &str = "button quiet";

fn retry(app: App, quiz: &Arc<Quiz>, missing: Missing) -> AnyView {
    let reason = quiz::why(missing);
    let again = quiz.clone();
    el("div")
        .child(el("p").attr("role", "alert").child(reason).child(" ").child(texts().all_is_kept))
        .child(
            classed("div", "actions")
                .child(button(PRIMARY, texts().try_again, move |_| quiz::open(app, again.clone()))),
        )
        .view()
}
