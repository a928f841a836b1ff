//! The quiz that is taken: opens it, and performs the effects that a step asks for.

pub(crate) mod answering;
pub(crate) mod asking;
pub(crate) mod clock;
pub(crate) mod entrance;
pub(crate) mod feedback;
mod first;
pub(crate) mod help;
pub(crate) mod paper;
mod report;
pub(crate) mod result;
mod view;

use std::sync::{Arc, OnceLock};

pub(crate) use self::view::{PRIMARY, QUIET, button};
use domain::code::PlenaryCode;
use domain::course;
use domain::draw::{Terms, draw};
use domain::id::{ObjectiveId, QuizRef};
use domain::index::{Address, ModuleIndex};
use domain::language::Language;
use domain::log::AttemptId;
use domain::progress::Attempt;
use domain::question::Response;
use domain::random::Seed;
use domain::session::{self, Event, Paper, Session};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::app::{App, Filled};
use crate::fetch::{self, Missing};
use crate::part::texts::texts;
use crate::part::voice::Voice;
use crate::storage::Log;
use crate::{browser, later, page};

/// A quiz of this site.
#[derive(Debug)]
pub(crate) struct Quiz {
    /// Which quiz it is.
    pub(crate) reference: QuizRef,
    /// The language of the module's own texts, a BCP 47 tag.
    language: String,
    address: Address,
    index: OnceLock<ModuleIndex>,
}

impl Quiz {
    /// The index of its module, once it was fetched.
    pub(crate) fn index(&self) -> Option<&ModuleIndex> {
        self.index.get()
    }

    /// The quiz itself, once the index was fetched.
    pub(crate) fn own(&self) -> Option<&course::Quiz> {
        find(self.index()?, &self.reference)
    }

    /// The words of the module.
    pub(crate) fn voice(&self) -> Voice {
        Voice::new(&self.reference.course, &self.language)
    }

    async fn fetch_index(&self, app: App) -> Result<&ModuleIndex, Missing> {
        if let Some(index) = self.index.get() {
            return Ok(index);
        }
        let index = fetch::json(&app.root(), &self.address).await?;
        Ok(self.index.get_or_init(|| index))
    }
}

/// What a paper is drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// Chance; what was seen least comes first.
    Chance,
    /// A plenary code: the paper that everyone has.
    Code(PlenaryCode),
    /// The seed of the publication, whose first question stands in the page.
    Page(Seed),
}

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
    Running(Box<Session>),
}

/// Fills the place for a quiz, if this page has one.
pub(crate) fn on_this_page(app: App) -> Option<Filled> {
    let place: HtmlElement = browser::first("#quiz")?.dyn_into().ok()?;
    let reference = place.get_attribute("data-quiz")?.parse().ok()?;
    let address = Address(place.get_attribute("data-index")?);
    let language = place.get_attribute("data-language").unwrap_or_default();
    let quiz = Arc::new(Quiz { reference, language, address, index: OnceLock::new() });
    first::welcome(app, &place, &quiz);
    let filled = Filled::by(|| view::show(app, place, quiz.clone()));
    open(app, quiz);
    Some(filled)
}

/// Opens a quiz: goes on with an attempt that is not finished; begins where nothing is to be said before.
pub(crate) fn open(app: App, quiz: Arc<Quiz>) {
    let visit = app.visit();
    app.stage.set(Stage::Fetching);
    spawn_local(async move {
        let stage = enter(app, &quiz).await.unwrap_or_else(Stage::Failed);
        // What arrives after its page was left is nothing to another quiz.
        if app.visit() == visit {
            app.stage.set(stage);
            // Before it is drawn.
            first::take_over(app);
        }
    });
}

/// Begins a new attempt.
pub(crate) fn begin(app: App, quiz: Arc<Quiz>, source: Source) {
    run(app, async move { draw_paper(app, &quiz, source).await });
}

/// Lets the time of the question that is shown run only while the page is seen.
pub(crate) fn follow_sight(app: App) {
    let Some(document) = browser::document() else { return };
    browser::listen(&document, "visibilitychange", move |_| {
        let is_hidden = browser::document().is_some_and(|document| document.hidden());
        dispatch(app, if is_hidden { Event::Away } else { Event::Returned });
    });
}

/// Shows what an earlier attempt came to.
pub(crate) fn review(app: App, quiz: Arc<Quiz>, id: AttemptId, attempt: Attempt) {
    run(app, go_on(app, quiz, id, attempt));
}

/// Does what the learner asks, and what follows from it.
///
/// What she chooses is kept at once, even before the rest of the application is here to do what else she asks; and that waits for the
/// rest of the paper.
pub(crate) fn dispatch(app: App, event: Event) {
    if let Event::Respond(response) = &event
        && later::now().is_none()
        && chose(app, response)
    {
        return;
    }
    let is_choice = matches!(event, Event::Respond(_) | Event::Certain(_));
    if !is_choice && app.session_now(|session| session.awaited > 0) == Some(true) {
        app.asked.update_value(|asked| asked.push(event));
        // Where what answers did not arrive, it is asked for again.
        return later::soon(|_| {});
    }
    later::soon(move |later| (later.dispatch)(app, event));
}

/// Keeps what the learner chose, where that is all that follows from it.
fn chose(app: App, response: &Response) -> bool {
    let Some(mut session) = taken(app) else { return false };
    let place = session::choose(&mut session, response, browser::now());
    app.stage.set(Stage::Running(Box::new(session)));
    let Some(place) = place else { return false };
    later::soon(move |later| (later.keep)(&place));
    true
}

/// Takes the session out of the stage for a step, so that its questions need not be copied; nobody sees the stage before it is back.
fn taken(app: App) -> Option<Session> {
    app.stage
        .try_update_untracked(|stage| match std::mem::replace(stage, Stage::Fetching) {
            Stage::Running(session) => Some(*session),
            other @ (Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_)) => {
                *stage = other;
                None
            }
        })
        .flatten()
}

/// Why questions did not arrive.
pub(crate) fn why(missing: Missing) -> &'static str {
    match missing {
        Missing::Unreachable => texts().unreachable,
        Missing::NotThere => texts().not_there,
        Missing::Unreadable => texts().unreadable,
    }
}

fn run(app: App, stage: impl Future<Output = Result<Stage, Missing>> + 'static) {
    let visit = app.visit();
    app.stage.set(Stage::Fetching);
    spawn_local(async move {
        let stage = stage.await.unwrap_or_else(Stage::Failed);
        if app.visit() != visit {
            return;
        }
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

async fn enter(app: App, quiz: &Arc<Quiz>) -> Result<Stage, Missing> {
    let (open, earlier) = app.progress(|progress| {
        let open = progress.open_attempt(&quiz.reference).map(|(id, attempt)| (id, attempt.clone()));
        (open, progress.attempts(&quiz.reference).next().is_some())
    });
    if let Some((id, attempt)) = open {
        return go_on(app, quiz.clone(), id, attempt).await;
    }
    match quiz.fetch_index(app).await.map(|index| find(index, &quiz.reference))? {
        None => Ok(Stage::Empty),
        Some(own) if earlier || !own.begins_at_once() || browser::query("code").is_some() => {
            Ok(Stage::Entrance)
        }
        Some(_) => draw_paper(app, quiz, first::seed().map_or(Source::Chance, Source::Page)).await,
    }
}

async fn go_on(app: App, quiz: Arc<Quiz>, id: AttemptId, attempt: Attempt) -> Result<Stage, Missing> {
    let later = later::here().await.ok_or(Missing::Unreachable)?;
    (later.go_on)(app, quiz, id, attempt).await
}

async fn draw_paper(app: App, quiz: &Quiz, source: Source) -> Result<Stage, Missing> {
    let visit = app.visit();
    let index = quiz.fetch_index(app).await?;
    let Some(own) = find(index, &quiz.reference) else { return Ok(Stage::Empty) };
    let (seed, code) = match source {
        Source::Chance => (browser::seed(), None),
        Source::Code(code) => (code.seed(), Some(code)),
        Source::Page(seed) => (seed, None),
    };
    let objectives: Vec<ObjectiveId> =
        index.objectives.iter().map(|objective| objective.id.clone()).collect();
    let drawn = app.progress(|progress| {
        // A room has the same paper whatever each in it has seen; what a page holds was drawn for everybody.
        let seen = if source == Source::Chance { progress.seen() } else { Vec::new() };
        let terms = Terms { seed, day: code.map(PlenaryCode::made), seen: &seen };
        draw(own, &objectives, &index.banks, terms)
    });
    let (first, rest) = fetch::drawn(&app.root(), &index.banks, &drawn).await?;
    first::waits_for_help(own, first.as_ref()).await;
    // A paper that came after its page was left was seen by nobody: it is no attempt.
    let Some(first) = first.filter(|_| app.visit() == visit) else { return Ok(Stage::Empty) };
    let quiz = (quiz.reference.clone(), own);
    let paper = Paper { questions: vec![first], seed, code };
    let (attempt, awaited) = (Log::new_attempt(), drawn.len().saturating_sub(1));
    let session = session::begin_with_first(attempt, quiz, paper, awaited, foreign(), browser::now());
    later::soon(move |later| spawn_local((later.make_whole)(app, attempt, rest)));
    Ok(Stage::Running(Box::new(session)))
}

/// The language of the page, where it is not the one that the site was written in.
fn foreign() -> Option<Language> {
    let is_own = page::is_own_language();
    browser::language().parse().ok().filter(|_| !is_own)
}

fn find<'a>(index: &'a ModuleIndex, reference: &QuizRef) -> Option<&'a course::Quiz> {
    index.quizzes.iter().find(|quiz| quiz.id == reference.quiz)
}
