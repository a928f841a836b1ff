//! A quiz while it is taken.

use std::sync::Arc;

use domain::course::Mode;
use domain::session::{Event, Posed, Session};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use texts::fill;
use web_sys::HtmlElement;

use crate::app::App;
use crate::fetch::Missing;
use crate::part::element::{El, classed, el, live, nothing};
use crate::part::markup;
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::part::words::{counted, share};
use crate::question;
use crate::quiz::{self, Quiz, Stage, dispatch, feedback, result};

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

/// Shows the quiz in its place, and draws it anew whenever another question or another stage comes.
///
/// Each drawing is a fresh piece of the page: nothing that was chosen or pressed before can carry over.
pub(super) fn show(app: App, place: HtmlElement, quiz: Arc<Quiz>) {
    let shape = Memo::new(move |_| {
        app.stage.with(|stage| match stage {
            Stage::Empty => Shape::Empty,
            Stage::Entrance => Shape::Entrance,
            Stage::Fetching => Shape::Fetching,
            Stage::Failed(missing) => Shape::Failed(*missing),
            Stage::Running(session) if session.finished => Shape::Result,
            Stage::Running(session) => {
                Shape::Question { at: session.at, revealed: session.is_revealed(session.at) }
            }
        })
    });
    Effect::new(move |before: Option<UnmountHandle<AnyViewState>>| {
        drop(before);
        let shape = shape.get();
        let quiz = quiz.clone();
        mount_to(place.clone(), move || drawing(app, &quiz, &shape))
    });
}

fn drawing(app: App, quiz: &Arc<Quiz>, shape: &Shape) -> AnyView {
    match shape {
        Shape::Empty => el("p").child(texts().no_questions).view(),
        Shape::Entrance => entrance(app, quiz),
        Shape::Fetching => classed("p", "loading").attr("role", "status").child(texts().on_their_way).view(),
        Shape::Failed(missing) => retry(app, quiz, *missing),
        Shape::Question { revealed, .. } => {
            with_session(app, |session| asking(app, quiz, session, *revealed))
        }
        Shape::Result => with_session(app, |session| result::view(app, quiz, session)),
    }
}

fn with_session(app: App, view: impl FnOnce(&Session) -> AnyView) -> AnyView {
    match app.stage.get_untracked() {
        Stage::Running(session) => view(&session),
        Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => nothing(),
    }
}

/// A button that does something in the quiz.
fn button(class: &'static str, words: &str, act: impl FnMut(web_sys::Event) + 'static) -> El {
    classed("button", class).attr("type", "button").on("click", act).child(words)
}

const PRIMARY: &str = "button primary";
const QUIET: &str = "button quiet";

/// How earlier attempts went, and the way in.
fn entrance(app: App, quiz: &Arc<Quiz>) -> AnyView {
    let (last, best) = app.progress(|progress| {
        let mut finished =
            progress.attempts(&quiz.reference).filter(|(_, attempt)| attempt.finished.is_some());
        let last = finished.next_back().map(|(id, attempt)| (id, attempt.clone()));
        (last, progress.best(&quiz.reference))
    });
    let begin = if last.is_some() { texts().begin_again } else { texts().begin };
    let next = quiz.clone();
    let begin = button(PRIMARY, begin, move |_| quiz::begin(app, next.clone()));
    let earlier = last.map(|(id, attempt)| {
        let quiz = quiz.clone();
        button("button", texts().see_last_result, move |_| {
            quiz::review(app, quiz.clone(), id, attempt.clone())
        })
    });
    el("div")
        .child(best.map(|best| el("p").child(fill(texts().your_best, &[("share", &share(best))]).as_str())))
        .child(classed("div", "actions").child(begin).child(earlier))
        .view()
}

fn retry(app: App, quiz: &Arc<Quiz>, missing: Missing) -> AnyView {
    let reason = match missing {
        Missing::Unreachable => texts().unreachable,
        Missing::NotThere => texts().not_there,
        Missing::Unreadable => texts().unreadable,
    };
    let again = quiz.clone();
    el("div")
        .child(el("p").attr("role", "alert").child(reason).child(" ").child(texts().all_is_kept))
        .child(
            classed("div", "actions")
                .child(button(PRIMARY, texts().try_again, move |_| quiz::open(app, again.clone()))),
        )
        .view()
}

/// The question that is shown, its feedback where that may be shown, and the ways on.
fn asking(app: App, quiz: &Quiz, session: &Session, revealed: bool) -> AnyView {
    let Some(posed) = session.current() else { return nothing() };
    let voice = &Voice::new(&quiz.reference.course, &posed.question.language);
    let [number, whole] = [session.at + 1, session.posed.len()].map(|number| number.to_string());
    let tried = RwSignal::new(false);
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        tried.set(true);
        dispatch(app, Event::Answer);
    };
    let heading = classed("h2", "kicker")
        .attr("id", "question-title")
        .attr("tabindex", "-1")
        .child(fill(texts().question_of, &[("number", &number), ("whole", &whole)]).as_str());
    let bar = el("progress").attr("max", &whole).attr("value", &number).attr("aria-hidden", "true");
    let stem =
        classed("div", "stem").attr("id", "stem").child(markup::block(app, voice, &posed.question.stem));
    let as_of = posed
        .question
        .as_of
        .map(|year| classed("p", "note").child(fill(texts().as_of, &[("year", &year.to_string())]).as_str()));
    let held_by = posed
        .question
        .held_by
        .as_ref()
        .map(|who| classed("p", "note").child(fill(texts().held_by, &[("who", who)]).as_str()));
    let said = match (&posed.given, revealed) {
        (Some(given), true) => feedback::feedback(app, voice, posed, given),
        _ => nothing(),
    };
    let form = el("form")
        .on("submit", submit)
        .child(stem)
        .child(as_of)
        .child(held_by)
        .child(question::form(app, voice, posed, revealed))
        .child(reminder(app, tried))
        .child(said)
        .children(ways_on(app, session, revealed));
    classed("section", "question")
        .attr("aria-labelledby", "question-title")
        .child(classed("div", "paper").child(heading).child(bar))
        .child(form)
        .view()
}

/// Says what is missing, once an answer was tried that was not complete.
fn reminder(app: App, tried: RwSignal<bool>) -> AnyView {
    live(move || {
        let ready = app.stage.with(|stage| match stage {
            Stage::Running(session) => session.current().is_some_and(Posed::ready),
            Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => true,
        });
        if tried.get() && !ready {
            classed("p", "reminder").child(texts().not_ready).view()
        } else {
            nothing()
        }
    })
}

/// The buttons below a question.
fn ways_on(app: App, session: &Session, revealed: bool) -> Vec<AnyView> {
    let go = |class, words: &str, event: Event| button(class, words, move |_| dispatch(app, event.clone()));
    let submit = |words: &str| classed("button", PRIMARY).attr("type", "submit").child(words);
    let (first, second) = match (session.mode, revealed, session.at_last()) {
        (Mode::Practice, false, _) => (submit(texts().check_answer), None),
        (Mode::Practice, true, false) => (go(PRIMARY, texts().next_question, Event::Next), None),
        (Mode::Practice, true, true) => (go(PRIMARY, texts().see_result, Event::HandIn), None),
        (Mode::Assessment, _, false) => {
            (submit(texts().save_and_go_on), Some(go(QUIET, texts().leave_for_now, Event::Next)))
        }
        (Mode::Assessment, _, true) => (go(PRIMARY, texts().hand_in, Event::HandIn), None),
    };
    let is_assessment = session.mode == Mode::Assessment;
    let back = (is_assessment && session.at > 0).then(|| go(QUIET, texts().back, Event::Back));
    let open = (is_assessment && session.at_last()).then(|| open_questions(app, session));
    vec![
        open.unwrap_or_else(nothing),
        classed("div", "actions").child(first).child(second).child(back).view(),
    ]
}

/// Before the paper is handed in: what is not answered yet, and the way there.
fn open_questions(app: App, session: &Session) -> AnyView {
    let open: Vec<usize> = session.unanswered().filter(|place| *place != session.at).collect();
    if open.is_empty() {
        return nothing();
    }
    let words = counted(&texts().still_open, open.len());
    let links = open.into_iter().map(|place| {
        let name = fill(texts().question, &[("number", &(place + 1).to_string())]);
        let go = button(QUIET, &name, move |_| dispatch(app, Event::GoTo(place)));
        el("li").child(go).view()
    });
    classed("div", "open-questions")
        .child(el("p").child(words.as_str()))
        .child(el("ul").children(links))
        .view()
}
