//! A question that is asked: what it is about, its form, and the ways on.

use domain::course::Mode;
use domain::id::CourseId;
use domain::question::Stimulus;
use domain::session::{Event, Phase, Posed, Session};
use leptos::prelude::*;
use texts::fill;

use super::dispatch;
use super::view::{PRIMARY, QUIET, button, go};
use crate::app::App;
use crate::later;
use crate::part::element::{El, classed, el, live, nothing};
use crate::part::markup;
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::part::words::around;
use crate::question;

/// The question that is shown, its feedback where that may be shown, and the ways on.
pub(crate) fn asking(app: App, course: &CourseId, session: &Session, phase: Phase) -> AnyView {
    let Some(posed) = session.current() else { return nothing() };
    classed("section", "question")
        .attr("aria-labelledby", "question-title")
        .child(session.conditions.time.map(|_| later::part(move |later| (later.clock)(app))))
        .child(head(app, session, posed))
        .child(form(app, course, session, phase, ways_on(app, session, posed, phase)))
        .child(session.is_free().then(|| later::part(move |later| (later.list)(app))))
        .view()
}

/// The form of the question that is shown, with its feedback where that may be shown, and these ways on below.
pub(crate) fn form(app: App, course: &CourseId, session: &Session, phase: Phase, ways_on: El) -> AnyView {
    let Some(posed) = session.current() else { return nothing() };
    let voice = &Voice::new(course, &posed.question.language);
    let tried = RwSignal::new(false);
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        tried.set(true);
        dispatch(app, Event::Answer);
    };
    let stem =
        classed("div", "stem").attr("id", "stem").child(markup::block(app, voice, &posed.question.stem));
    let said = match (&posed.given, phase) {
        (Some(given), Phase::Tried | Phase::Closed) => {
            let later = later::now();
            later.map_or_else(nothing, |later| (later.feedback)(app, voice, session, posed, given, phase))
        }
        (None, _) | (Some(_), Phase::Open) => nothing(),
    };
    let is_changed = session.mode == Mode::Assessment && posed.given.is_some() && phase == Phase::Open;
    el("form")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(posed.question.stimulus.as_ref().map(|stimulus| about(app, voice, stimulus)))
        .child(stem)
        .children(notes(voice, posed))
        .child(question::form(app, voice, posed, phase))
        .child(hints(app, voice, posed, phase))
        .child(certainty(app, session, posed, phase))
        .child(live(
            move || {
                if tried.get() { later::part(move |later| (later.reminder)(app)) } else { nothing() }
            },
        ))
        .child(is_changed.then(|| later::part(move |later| (later.earlier_counts)(app))))
        .child(said)
        .child(ways_on)
        .view()
}

/// Which question it is, how far the paper is, and the flag.
fn head(app: App, session: &Session, posed: &Posed) -> El {
    let [number, whole] = [session.at + 1, session.whole()].map(|number| number.to_string());
    let heading = classed("h2", "kicker")
        .attr("id", "question-title")
        .attr("tabindex", "-1")
        .child(fill(texts().question_of, &[("number", &number), ("whole", &whole)]).as_str());
    let bar = el("progress").attr("max", &whole).attr("value", &number).attr("aria-hidden", "true");
    let flag = session.is_free().then(|| {
        let flagged = RwSignal::new(posed.flagged);
        button("button quiet flag", texts().flag, move |_| {
            flagged.update(|flagged| *flagged = !*flagged);
            dispatch(app, Event::Flag(flagged.get_untracked()));
        })
        .live_attr("aria-pressed", move || Some(if flagged.get() { "true" } else { "false" }))
    });
    classed("div", "paper").child(heading).child(flag).child(bar)
}

/// What several questions are about.
fn about(app: App, voice: &Voice, stimulus: &Stimulus) -> El {
    classed("section", "stimulus")
        .attr("aria-labelledby", "stimulus")
        .child(classed("h3", "label").attr("id", "stimulus").spoken(voice).child(stimulus.title.as_str()))
        .child(markup::block(app, voice, &stimulus.body))
}

/// The year of its facts, and whose view it is.
fn notes(voice: &Voice, posed: &Posed) -> Vec<AnyView> {
    let question = &posed.question;
    let note = || classed("p", "note");
    let as_of =
        question.as_of.map(|year| note().child(fill(texts().as_of, &[("year", &year.to_string())]).as_str()));
    let held_by = question
        .held_by
        .as_ref()
        .map(|who| note().child(around(texts().held_by, |_| el("span").spoken(voice).child(who.as_str()))));
    as_of.into_iter().chain(held_by).map(El::view).collect()
}

/// The hints that were asked for, and the way to the next one, where the author wrote some.
fn hints(app: App, voice: &Voice, posed: &Posed, phase: Phase) -> Option<AnyView> {
    let voice = voice.clone();
    let some = !posed.question.hints.is_empty();
    some.then(|| later::part(move |later| (later.hints)(app, &voice, phase)))
}

/// How sure she is, where that is asked.
fn certainty(app: App, session: &Session, posed: &Posed, phase: Phase) -> Option<AnyView> {
    let is_asked = session.conditions.certainty && posed.question.kind().is_marked();
    is_asked.then(|| later::part(move |later| (later.certainty)(app, phase)))
}

/// The buttons below a question.
fn ways_on(app: App, session: &Session, posed: &Posed, phase: Phase) -> El {
    let go = |class, words: &str, event: Event| go(app, class, words, event);
    let submit = |words: &str| classed("button", PRIMARY).attr("type", "submit").child(words);
    let is_last = session.at_last();
    let on = |class| {
        if is_last {
            go(class, texts().see_result, Event::HandIn)
        } else {
            go(class, texts().next_question, Event::Next)
        }
    };
    let ways = match (session.mode, phase) {
        (Mode::Practice, Phase::Open) => {
            let leave = session.is_free() && !is_last;
            vec![
                Some(submit(texts().check_answer)),
                leave.then(|| go(QUIET, texts().leave_for_now, Event::Next)),
            ]
        }
        (Mode::Practice, Phase::Tried) => {
            let tried = later::now().map(|later| (later.tried)(app, session, posed));
            tried.into_iter().flatten().map(Some).collect()
        }
        (Mode::Practice, Phase::Closed) => vec![Some(on(PRIMARY))],
        (Mode::Assessment, _) if is_last => vec![Some(go(PRIMARY, texts().hand_in, Event::HandIn))],
        (Mode::Assessment, _) => {
            vec![Some(submit(texts().save_and_go_on)), Some(go(QUIET, texts().leave_for_now, Event::Next))]
        }
    };
    let back = (session.is_free() && session.at > 0).then(|| go(QUIET, texts().back, Event::Back));
    let actions = classed("div", "actions").children(ways.into_iter().flatten().chain(back).map(El::view));
    let open = (session.mode == Mode::Assessment && is_last)
        .then(|| later::part(move |later| (later.open_questions)(app)));
    el("div").child(open).child(actions)
}
