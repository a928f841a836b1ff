//! The quiz that is taken: opens it, and performs the effects that a step asks for.

use std::sync::Arc;

use domain::course::{Mode, Quiz};
use domain::draw::draw;
use domain::id::{ObjectiveId, QuizRef};
use domain::index::ModuleIndex;
use domain::log::AttemptId;
use domain::progress::Attempt;
use domain::score::Verdict;
use domain::session::{self, Announcement, Effect, Event, Focus, Session};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::App;
use crate::fetch::{self, Missing};
use crate::storage::{self, Log};
use crate::{browser, part};

/// How far the quiz is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Stage {
    /// There is no question to ask.
    Empty,
    /// What the quiz is, and how earlier attempts went.
    Entrance,
    /// The questions are on their way.
    Fetching,
    /// The questions did not arrive.
    Failed(Missing),
    /// The quiz is taken, or was just finished.
    Running(Session),
}

/// Opens a quiz: goes on with an attempt that is not finished; begins where nothing is to be said before.
pub(crate) async fn open(app: App, reference: &QuizRef, index: &ModuleIndex) -> Result<Stage, Missing> {
    let (open, earlier) = app.progress.with_untracked(|progress| {
        let open = progress.open_attempt(reference).map(|(id, attempt)| (id, attempt.clone()));
        (open, progress.attempts(reference).next().is_some())
    });
    let Some(quiz) = find(index, reference) else { return Ok(Stage::Empty) };
    match open {
        Some((id, attempt)) => take_up(app, index, id, &attempt).await,
        None if earlier || quiz.mode == Mode::Assessment => Ok(Stage::Entrance),
        None => draw_paper(app, reference, index, quiz).await,
    }
}

/// Begins a new attempt.
pub(crate) fn begin(app: App, reference: QuizRef, index: Arc<ModuleIndex>) {
    run(app, async move {
        match find(&index, &reference) {
            Some(quiz) => draw_paper(app, &reference, &index, quiz).await,
            None => Ok(Stage::Empty),
        }
    });
}

/// Shows what an earlier attempt came to.
pub(crate) fn review(app: App, id: AttemptId, attempt: Attempt, index: Arc<ModuleIndex>) {
    run(app, async move { take_up(app, &index, id, &attempt).await });
}

/// Does what the learner asks, and what follows from it.
pub(crate) fn dispatch(app: App, event: Event) {
    let Stage::Running(session) = app.stage.get_untracked() else { return };
    let attempt = session.attempt;
    part::gloss::close_all();
    let (session, effects) = session::step(session, event, browser::now());
    let finished = session.finished;
    // What is to be kept is written before anything is shown.
    let (records, others): (Vec<_>, Vec<_>) =
        effects.into_iter().partition(|effect| matches!(effect, Effect::Record(_)));
    for effect in records {
        perform(app, effect);
    }
    app.stage.set(Stage::Running(session));
    for effect in others {
        perform(app, effect);
    }
    if finished {
        storage::drop_place(attempt);
        browser::scroll_to_top();
    }
}

fn perform(app: App, effect: Effect) {
    match effect {
        Effect::Record(fact) => app.record(fact),
        Effect::Keep(place) => storage::keep_place(&place),
        Effect::Focus(focus) => browser::focus_soon(match focus {
            Focus::Question => "#question-title",
            Focus::Feedback => "#feedback",
            Focus::Result => "#result",
        }),
        Effect::Announce(announcement) => match announcement {
            Announcement::Marked(verdict) => app.say(verdict_in_words(verdict)),
            Announcement::NotReady => app.say(NOT_READY),
            Announcement::Saved => app.say("Answer saved."),
            Announcement::Finished(share) => app.say(&format!("Finished: {}.", part::share(share))),
        },
    }
}

/// What is said of an answer.
pub(crate) fn verdict_in_words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "Right",
        Verdict::Partly => "Partly right",
        Verdict::Wrong => "Not right",
    }
}

/// What is said where an answer is not complete.
pub(crate) const NOT_READY: &str = "Something is still to be decided. Nothing was marked.";

fn run(app: App, stage: impl Future<Output = Result<Stage, Missing>> + 'static) {
    app.stage.set(Stage::Fetching);
    spawn_local(async move {
        let stage = stage.await.unwrap_or_else(Stage::Failed);
        let focus = match &stage {
            Stage::Running(session) if session.finished => "#result",
            Stage::Running(_) => "#question-title",
            Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => "#page",
        };
        app.stage.set(stage);
        browser::scroll_to_top();
        browser::focus_soon(focus);
    });
}

async fn take_up(app: App, index: &ModuleIndex, id: AttemptId, attempt: &Attempt) -> Result<Stage, Missing> {
    let wanted = attempt.given.iter().map(|given| &given.question);
    let questions = fetch::questions(&app.root.get_value(), &index.banks, wanted).await?;
    let place = storage::kept_place(id);
    let session = session::resume(id, attempt, questions, place.as_ref(), browser::now());
    Ok(if session.posed.is_empty() { Stage::Empty } else { Stage::Running(session) })
}

async fn draw_paper(
    app: App,
    reference: &QuizRef,
    index: &ModuleIndex,
    quiz: &Quiz,
) -> Result<Stage, Missing> {
    let seed = browser::seed();
    let objectives: Vec<ObjectiveId> =
        index.objectives.iter().map(|objective| objective.id.clone()).collect();
    let drawn = app.progress.with_untracked(|progress| {
        draw(quiz, &objectives, &index.banks, |bank, question| progress.times_seen(bank, question), seed)
    });
    let mut found = fetch::questions(&app.root.get_value(), &index.banks, drawn.iter()).await?;
    let questions: Vec<_> = drawn.iter().filter_map(|reference| found.remove(reference)).collect();
    if questions.is_empty() {
        return Ok(Stage::Empty);
    }
    let attempt = Log::new_attempt();
    let (session, fact) = session::begin(attempt, (reference.clone(), quiz), questions, seed, browser::now());
    app.record(fact);
    Ok(Stage::Running(session))
}

fn find<'a>(index: &'a ModuleIndex, reference: &QuizRef) -> Option<&'a Quiz> {
    index.quizzes.iter().find(|quiz| quiz.id == reference.quiz)
}
