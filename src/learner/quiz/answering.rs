//! What answers to a learner in a quiz: performs a step and its effects, and takes an attempt up again.

use std::sync::Arc;

use domain::id::QuestionRef;
use domain::log::AttemptId;
use domain::progress::Attempt;
use domain::score::Verdict;
use domain::session::{self, Announcement, Effect, Event, Focus, Phase, Session};
use domain::time::Millis;
use leptos::prelude::*;
use texts::fill;

use super::{Quiz, Stage, foreign, help, taken};
use crate::app::App;
use crate::fetch::{self, Rest};
use crate::later::{Coming, Next};
use crate::part::texts::texts;
use crate::part::{gloss, words};
use crate::{browser, storage};

/// Does what the learner asks, and what follows from it.
pub(crate) fn dispatch(app: App, event: Event) {
    let Some(session) = taken(app) else { return };
    let (attempt, before) = (session.attempt, shown(&session));
    let (session, effects) = session::step(session, event, browser::now());
    let effects = app.adapted(&session, effects);
    let finished = session.finished;
    if shown(&session) != before {
        // A definition that was opened belongs to what was shown.
        gloss::close_all();
    }
    // What is to be kept is written before anything is shown.
    let (records, others): (Vec<_>, Vec<_>) =
        effects.into_iter().partition(|effect| matches!(effect, Effect::Record(_)));
    let was_recorded = !records.is_empty();
    for effect in records {
        perform(app, effect, false);
    }
    app.stage.set(Stage::Running(Box::new(session)));
    for effect in others {
        perform(app, effect, was_recorded);
    }
    if finished {
        storage::drop_place(attempt);
        browser::scroll_to_top();
    }
}

/// Takes an attempt up where it was left.
pub(crate) fn go_on(app: App, quiz: Arc<Quiz>, id: AttemptId, attempt: Attempt) -> Next {
    Box::pin(async move {
        let index = quiz.fetch_index(app).await?;
        let wanted: Vec<QuestionRef> = attempt.given.iter().map(|given| given.question.clone()).collect();
        let found = fetch::questions(&app.root(), &index.banks, &wanted).await?;
        let place = storage::kept_place(id);
        let session = session::resume(id, &attempt, found, place.as_ref(), foreign(), browser::now());
        if session.finished || !session.posed.is_empty() {
            return Ok(Stage::Running(Box::new(session)));
        }
        // Every question of it is gone from the banks: nothing is left to answer, and the attempt must not bar a new one.
        let (_, effects) = session::step(session, Event::HandIn, browser::now());
        for effect in effects {
            if let Effect::Record(fact) = effect {
                app.record(fact);
            }
        }
        Ok(Stage::Entrance)
    })
}

/// Makes the paper whole whose first question is shown, which begins the attempt, and does what was asked in the meantime.
pub(crate) fn make_whole(app: App, attempt: AttemptId, rest: Rest) -> Coming<()> {
    let visit = app.visit();
    Box::pin(async move {
        let questions = rest.arrive().await.map(session::together);
        if app.visit() != visit {
            return;
        }
        let asked = app.asked.try_update_value(std::mem::take).unwrap_or_default();
        let Some(session) = taken(app) else { return };
        if session.attempt != attempt {
            return app.stage.set(Stage::Running(Box::new(session)));
        }
        match questions {
            Ok(questions) => {
                let (session, fact) = session::complete(session, questions);
                app.record(fact);
                app.stage.set(Stage::Running(Box::new(session)));
                for event in asked {
                    dispatch(app, event);
                }
            }
            Err(missing) => app.stage.set(Stage::Failed(missing)),
        }
    })
}

/// What decides whether the question is drawn anew.
fn shown(session: &Session) -> (usize, Phase) {
    (session.at, session.phase(session.at))
}

/// Performs an effect; a place that can be told from the log as well has time until the next turn.
fn perform(app: App, effect: Effect, is_in_log: bool) {
    match effect {
        Effect::Record(fact) => app.record(fact),
        Effect::Keep(place) if is_in_log => storage::keep_place_soon(place),
        Effect::Keep(place) => storage::keep_place(&place),
        Effect::Focus(focus) => browser::focus_soon(match focus {
            Focus::Question => "#question-title",
            Focus::Hint => "#hint",
            Focus::Feedback => "#feedback",
            Focus::Result => "#result",
        }),
        Effect::Announce(announcement) => match announcement {
            Announcement::Marked(verdict) => browser::say(verdict_in_words(verdict)),
            Announcement::Noted => browser::say(texts().noted),
            Announcement::NotReady => browser::say(missing(app)),
            Announcement::TimeLeft(left) => {
                browser::say(&fill(texts().time_short, &[("time", &words::span(left))]));
            }
            Announcement::TimeExtended(left) => {
                browser::say(&fill(texts().time_extended, &[("time", &words::span(left))]));
            }
            // Said with the result, which follows at once.
            Announcement::TimeOver => {}
            Announcement::Saved => browser::say(texts().answer_saved),
            Announcement::Finished(share) => {
                let mut said = fill(texts().finished, &[("share", &words::share(share))]);
                if time_is_over(app) {
                    said = format!("{} {said}", texts().time_over);
                }
                browser::say(&said);
            }
        },
    }
}

/// Whether the quiz ended because its time did.
fn time_is_over(app: App) -> bool {
    app.session_now(Session::time_left).flatten() == Some(Millis::default())
}

/// What the question that is shown still lacks.
fn missing(app: App) -> &'static str {
    app.session_now(help::what_is_missing).flatten().unwrap_or(texts().not_ready)
}

/// What is said of an answer.
pub(crate) fn verdict_in_words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => texts().right,
        Verdict::Partly => texts().partly_right,
        Verdict::Wrong => texts().not_right,
    }
}
