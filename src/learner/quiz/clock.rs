//! The time that is left of a quiz with a limit. It is told quietly; only when it runs out is it said, with the way to get more.

use std::time::Duration;

use domain::session::{Event, Session};
use domain::time::Millis;
use leptos::prelude::*;
use texts::fill;

use super::dispatch;
use super::view::{PRIMARY, button};
use crate::app::App;
use crate::browser;
use crate::part::element::{classed, live, nothing};
use crate::part::texts::texts;
use crate::part::words::span;

/// The clock above a question, where there is a limit.
pub(crate) fn shown(app: App) -> AnyView {
    let left = RwSignal::new(left(app));
    let beat = move || {
        let now = self::left(app);
        let is_over = now == Some(Millis::default());
        // A tick may say that the time runs out, and hands in when it is over.
        if is_over || is_short(app, now) {
            dispatch(app, Event::Tick);
        }
        left.set(now);
    };
    if let Ok(timer) = set_interval_with_handle(beat, Duration::from_secs(1)) {
        on_cleanup(move || timer.clear());
    }
    live(move || {
        let Some(left) = left.get() else { return nothing() };
        let is_short = is_short(app, Some(left));
        let (class, words) =
            if is_short { ("clock clock-short", texts().time_short) } else { ("clock", texts().time_left) };
        let more = if is_short { more(app) } else { None };
        let said = fill(words, &[("time", &span(left))]);
        classed("div", class)
            .child(classed("span", "clock-time").attr("role", "timer").child(said.as_str()))
            .child(more)
            .view()
    })
}

fn more(app: App) -> Option<AnyView> {
    let by = app.session_now(Session::extension)?;
    let words = fill(texts().more_time, &[("time", &span(by))]);
    Some(button(PRIMARY, &words, move |_| dispatch(app, Event::Extend)).view())
}

fn left(app: App) -> Option<Millis> {
    app.session_now(|session| session.time_left_at(browser::now())).flatten()
}

fn is_short(app: App, left: Option<Millis>) -> bool {
    app.session_now(|session| left.is_some_and(|left| session.is_short(left))) == Some(true)
}
