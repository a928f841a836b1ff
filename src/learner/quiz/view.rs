//! A quiz while it is taken.

use std::sync::Arc;

use domain::course::Mode;
use domain::session::{Event, Posed, Session};
use leptos::prelude::*;

use crate::app::App;
use crate::fetch::Missing;
use crate::part::markup;
use crate::part::state;
use crate::part::words::count;
use crate::question;
use crate::quiz::{self, NOT_READY, Quiz, Stage, dispatch, feedback, result};

/// What of the stage decides what is drawn anew. The response is not part of it: forms follow that themselves.
#[derive(Clone, PartialEq)]
enum Shape {
    Empty,
    Entrance,
    Fetching,
    Failed(Missing),
    Question { at: usize, revealed: bool },
    Result,
}

pub(super) fn view(app: App, quiz: Arc<Quiz>) -> AnyView {
    let shape = Memo::new(move |_| {
        app.stage.with(|stage| match stage {
            Stage::Empty => Shape::Empty,
            Stage::Entrance => Shape::Entrance,
            Stage::Fetching => Shape::Fetching,
            Stage::Failed(missing) => Shape::Failed(missing.clone()),
            Stage::Running(session) if session.finished => Shape::Result,
            Stage::Running(session) => {
                Shape::Question { at: session.at, revealed: session.is_revealed(session.at) }
            }
        })
    });
    let inside = move || match shape.get() {
        Shape::Empty => view! { <p>"This quiz has no questions that could be asked now."</p> }.into_any(),
        Shape::Entrance => entrance(app, &quiz),
        Shape::Fetching => {
            view! { <p class="loading" role="status">"The questions are on their way."</p> }.into_any()
        }
        Shape::Failed(missing) => retry(app, &quiz, missing),
        Shape::Question { revealed, .. } => {
            with_session(app, |session| asking(app, &quiz, session, revealed))
        }
        Shape::Result => with_session(app, |session| result::view(app, &quiz, session)),
    };
    inside.into_any()
}

fn with_session(app: App, view: impl FnOnce(&Session) -> AnyView) -> AnyView {
    match app.stage.get_untracked() {
        Stage::Running(session) => view(&session),
        Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => ().into_any(),
    }
}

/// How earlier attempts went, and the way in.
fn entrance(app: App, quiz: &Arc<Quiz>) -> AnyView {
    let (last, best) = app.progress(|progress| {
        let mut finished =
            progress.attempts(&quiz.reference).filter(|(_, attempt)| attempt.finished.is_some());
        let last = finished.next_back().map(|(id, attempt)| (id, attempt.clone()));
        (last, state::in_words(progress, &[], std::slice::from_ref(&quiz.reference)))
    });
    let begin_label = if last.is_some() { "Begin again" } else { "Begin" };
    let earlier = last.map(|(id, attempt)| {
        let quiz = quiz.clone();
        let show = move |_| quiz::review(app, quiz.clone(), id, attempt.clone());
        view! { <button type="button" class="button" on:click=show>"See the last result"</button> }
    });
    let next = quiz.clone();
    let begin = move |_| quiz::begin(app, next.clone());
    view! {
        {best.map(|best| view! { <p>{format!("Your {best}.")}</p> })}
        <div class="actions">
            <button type="button" class="button primary" on:click=begin>{begin_label}</button>
            {earlier}
        </div>
    }
    .into_any()
}

fn retry(app: App, quiz: &Arc<Quiz>, missing: Missing) -> AnyView {
    let reason = match missing {
        Missing::Unreachable => "The site could not be reached. Check the connection, then try again.",
        Missing::NotThere => {
            "These questions are no longer on the site: it was published anew. Reload the page."
        }
        Missing::Unreadable => {
            "The questions came damaged. Try again; if it stays so, tell those who run the site."
        }
    };
    let again = quiz.clone();
    let try_again = move |_| quiz::open(app, again.clone());
    view! {
        <p role="alert">{reason} " Everything that you answered is kept."</p>
        <div class="actions">
            <button type="button" class="button primary" on:click=try_again>"Try again"</button>
        </div>
    }
    .into_any()
}

/// The question that is shown, its feedback where that may be shown, and the ways on.
fn asking(app: App, quiz: &Quiz, session: &Session, revealed: bool) -> AnyView {
    let Some(posed) = session.current() else { return ().into_any() };
    let course = &quiz.reference.course;
    let (number, whole) = (session.at + 1, session.posed.len());
    let question = &posed.question;
    let as_of = question.as_of.map(|year| view! { <p class="note">{format!("As of {year}")}</p> });
    let said = match (&posed.given, revealed) {
        (Some(given), true) => feedback::feedback(app, course, posed, given),
        _ => ().into_any(),
    };
    let tried = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        dispatch(app, Event::Answer);
    };
    let reminder = move || {
        let ready = app.stage.with(|stage| match stage {
            Stage::Running(session) => session.current().is_some_and(Posed::ready),
            Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => true,
        });
        (tried.get() && !ready).then(|| view! { <p class="reminder">{NOT_READY}</p> })
    };
    view! {
        <section class="question" aria-labelledby="question-title">
            <div class="paper">
                <h2 id="question-title" class="kicker" tabindex="-1">{format!("Question {number} of {whole}")}</h2>
                <progress max=whole.to_string() value=number.to_string() aria-hidden="true"></progress>
            </div>
            <form on:submit=submit>
                <div class="stem" id="stem">{markup::block(app, course, &question.stem)}</div>
                {as_of}
                {question::form(app, course, posed, revealed)}
                {reminder}
                {said}
                {ways_on(app, session, revealed)}
            </form>
        </section>
    }
    .into_any()
}

/// The buttons below a question.
fn ways_on(app: App, session: &Session, revealed: bool) -> AnyView {
    let go = move |event: Event| move |_: leptos::ev::MouseEvent| dispatch(app, event.clone());
    let last = session.at_last();
    let buttons = match (session.mode, revealed, last) {
        (Mode::Practice, false, _) => {
            view! { <button type="submit" class="button primary">"Check the answer"</button> }.into_any()
        }
        (Mode::Practice, true, false) => {
            view! { <button type="button" class="button primary" on:click=go(Event::Next)>"Next question"</button> }
                .into_any()
        }
        (Mode::Practice, true, true) => {
            view! { <button type="button" class="button primary" on:click=go(Event::HandIn)>"See the result"</button> }
                .into_any()
        }
        (Mode::Assessment, _, false) => view! {
            <button type="submit" class="button primary">"Save and go on"</button>
            <button type="button" class="button quiet" on:click=go(Event::Next)>"Leave it for now"</button>
        }
        .into_any(),
        (Mode::Assessment, _, true) => {
            view! { <button type="button" class="button primary" on:click=go(Event::HandIn)>"Hand in"</button> }.into_any()
        }
    };
    let back = (session.mode == Mode::Assessment && session.at > 0).then(
        || view! { <button type="button" class="button quiet" on:click=go(Event::Back)>"Back"</button> },
    );
    view! {
        {(session.mode == Mode::Assessment && last).then(|| open_questions(app, session))}
        <div class="actions">{buttons}{back}</div>
    }
    .into_any()
}

/// Before the paper is handed in: what is not answered yet, and the way there.
fn open_questions(app: App, session: &Session) -> AnyView {
    let open: Vec<usize> = session.unanswered().filter(|place| *place != session.at).collect();
    if open.is_empty() {
        return ().into_any();
    }
    let number = open.len();
    let links = open.into_iter().map(|place| {
        let go = move |_| dispatch(app, Event::GoTo(place));
        view! { <li><button type="button" class="button quiet" on:click=go>{format!("Question {}", place + 1)}</button></li> }
    });
    view! {
        <div class="open-questions">
            <p>{format!("{} not answered yet:", count(number, "question is", "questions are"))}</p>
            <ul>{links.collect_view()}</ul>
        </div>
    }
    .into_any()
}
