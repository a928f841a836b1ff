//! The paper as a whole: the list of its questions, what is not answered yet, what has a flag.

use domain::session::{Event, Posed, Session};
use leptos::prelude::*;
use texts::fill;

use super::dispatch;
use super::view::{QUIET, button};
use crate::app::App;
use crate::part::element::{classed, el, live, nothing, text};
use crate::part::texts::texts;
use crate::part::words::counted;

/// The list of all questions, for a learner who moves freely.
pub(crate) fn list(app: App) -> AnyView {
    let summary = el("summary").child(texts().all_questions).child(" ").child(
        classed("span", "note").child(live(move || with_session(app, |session| text(&in_sum(session))))),
    );
    let all = live(move || {
        with_session(app, |session| {
            let one = |(place, posed): (usize, &Posed)| number(app, session.at == place, place, posed);
            classed("ol", "numbers").children(session.posed.iter().enumerate().map(one)).view()
        })
    });
    let frame = classed("details", "all-questions").child(summary).child(all);
    classed("nav", "paper-list").attr("aria-label", texts().all_questions).child(frame).view()
}

/// Before the paper is handed in: what is not answered yet, and the way there.
pub(crate) fn open_questions(app: App) -> AnyView {
    let open = |session: &Session| -> (bool, Vec<usize>) {
        (session.is_free(), session.unanswered().filter(|place| *place != session.at).collect())
    };
    let Some((is_free, open)) = app.session_now(open).filter(|(_, open)| !open.is_empty()) else {
        return nothing();
    };
    let words = counted(&texts().still_open, open.len());
    if !is_free {
        return classed("p", "open-questions").child(words.as_str()).view();
    }
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

fn with_session(app: App, view: impl FnOnce(&Session) -> AnyView) -> AnyView {
    app.session(view).unwrap_or_else(nothing)
}

/// How many questions are open, and how many have a flag.
fn in_sum(session: &Session) -> String {
    let mut sum = counted(&texts().open_count, session.unanswered().count());
    let flags = session.posed.iter().filter(|posed| posed.flagged).count();
    if flags > 0 {
        sum.push_str(" · ");
        sum.push_str(&counted(&texts().flag_count, flags));
    }
    sum
}

/// The button to a question: its number, with its state in shape and in words.
fn number(app: App, is_here: bool, place: usize, posed: &Posed) -> AnyView {
    let (class, state) = match (posed.given.is_some(), posed.flagged) {
        (true, false) => ("number number-answered", texts().answered.to_owned()),
        (true, true) => {
            ("number number-answered number-flagged", format!("{}, {}", texts().answered, texts().flagged))
        }
        (false, false) => ("number", texts().not_yet.to_owned()),
        (false, true) => ("number number-flagged", format!("{}, {}", texts().not_yet, texts().flagged)),
    };
    let shown = (place + 1).to_string();
    let name = format!("{}, {state}", fill(texts().question, &[("number", &shown)]));
    let go = button(class, &shown, move |_| dispatch(app, Event::GoTo(place)))
        .attr("aria-label", &name)
        .attr_if(is_here, "aria-current", "step");
    el("li").child(go).view()
}
