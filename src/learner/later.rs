//! What is needed only once the first question stands: in the reader a file of its own, which arrives while she reads.
//!
//! The first load turns an address into a question that can be answered. What answers to the learner (marking, feedback, results,
//! definitions, backups, turning a page) stands in [`Later`], a table of functions; the linked application is divided at
//! `table` and nowhere else. Only this module knows how it arrives, and that it can fail to.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::sync::Arc;

use domain::log::{AttemptId, Fact};
use domain::progress::Attempt;
use domain::question::{cloze, numeric, short_answer};
use domain::score::Marks;
use domain::session::{Event, Given, Phase, Place, Posed, Session};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlAnchorElement;

use crate::app::App;
use crate::fetch::{Missing, Rest};
use crate::part::element::{El, live, nothing};
use crate::part::voice::Voice;
use crate::part::{gloss, notice, saved};
use crate::quiz::{self, Quiz, Stage};
use crate::storage::{self, Log};
use crate::{page, tabs};

/// What is on its way.
pub(crate) type Coming<T> = Pin<Box<dyn Future<Output = T>>>;

/// A stage that is on its way.
pub(crate) type Next = Coming<Result<Stage, Missing>>;

/// What arrives later; each is told of where it stands.
pub(crate) struct Later {
    pub(crate) settle: fn(App),
    pub(crate) open_log: fn() -> Coming<Log>,
    pub(crate) record: fn(App, Fact),
    pub(crate) keep: fn(&Place),
    pub(crate) heard: fn(App, Option<String>),
    pub(crate) toggle_gloss: fn(&HtmlAnchorElement),
    pub(crate) turn: fn(App, String, bool),
    pub(crate) dispatch: fn(App, Event),
    pub(crate) go_on: fn(App, Arc<Quiz>, AttemptId, Attempt) -> Next,
    pub(crate) make_whole: fn(App, AttemptId, Rest) -> Coming<()>,
    pub(crate) entrance: fn(App, &Arc<Quiz>) -> AnyView,
    pub(crate) clock: fn(App) -> AnyView,
    pub(crate) list: fn(App) -> AnyView,
    pub(crate) open_questions: fn(App) -> AnyView,
    pub(crate) hints: fn(App, &Voice, Phase) -> AnyView,
    pub(crate) certainty: fn(App, Phase) -> AnyView,
    pub(crate) reminder: fn(App) -> AnyView,
    pub(crate) earlier_counts: fn(App) -> AnyView,
    pub(crate) feedback: fn(App, &Voice, &Session, &Posed, &Given, Phase) -> AnyView,
    pub(crate) tried: fn(App, &Session, &Posed) -> [El; 3],
    pub(crate) score_cloze: fn(&cloze::Prompt, &cloze::Key, &cloze::Response) -> Marks,
    pub(crate) score_numeric: fn(&numeric::Prompt, &numeric::Key, &numeric::Response) -> Marks,
    pub(crate) score_short_answer:
        fn(&short_answer::Prompt, &short_answer::Key, &short_answer::Response) -> Marks,
    pub(crate) number: fn(&numeric::Prompt, &str) -> Vec<f64>,
    pub(crate) result: fn(App, &Arc<Quiz>, &Session) -> AnyView,
}

static LATER: Later = Later {
    settle: saved::settle,
    open_log: || Box::pin(async { Log::open(page::former().await) }),
    record: saved::record,
    keep: storage::keep_place,
    heard: tabs::heard,
    toggle_gloss: gloss::toggle,
    turn: page::turn,
    dispatch: quiz::answering::dispatch,
    go_on: quiz::answering::go_on,
    make_whole: quiz::answering::make_whole,
    entrance: quiz::entrance::entrance,
    clock: quiz::clock::shown,
    list: quiz::paper::list,
    open_questions: quiz::paper::open_questions,
    hints: quiz::help::hints,
    certainty: quiz::help::certainty,
    reminder: quiz::help::reminder,
    earlier_counts: quiz::help::earlier_counts,
    feedback: quiz::feedback::feedback,
    tried: quiz::help::tried,
    score_cloze: cloze::score,
    score_numeric: numeric::score,
    score_short_answer: short_answer::score,
    number: numeric::Prompt::readings,
    result: quiz::result::view,
};

/// The same for the player of single questions, which has neither quizzes nor a log: what it never does is in no trainer's download.
static PLAYER: Later = Later {
    settle: |_| {},
    open_log: || Box::pin(async { Log::default() }),
    record: |_, _| {},
    keep: |_| {},
    heard: |_, _| {},
    toggle_gloss: |_| {},
    turn: |_, _, _| {},
    dispatch: quiz::answering::dispatch,
    go_on: |_, _, _, _| Box::pin(async { Ok(Stage::Empty) }),
    make_whole: |_, _, _| Box::pin(async {}),
    entrance: |_, _| nothing(),
    clock: |_| nothing(),
    list: |_| nothing(),
    open_questions: |_| nothing(),
    hints: quiz::help::hints,
    certainty: quiz::help::certainty,
    reminder: |_| nothing(),
    earlier_counts: |_| nothing(),
    feedback: quiz::feedback::feedback,
    tried: quiz::help::tried,
    score_cloze: cloze::score,
    score_numeric: numeric::score,
    score_short_answer: short_answer::score,
    number: numeric::Prompt::readings,
    result: |_, _, _| nothing(),
};

/// What an application of one file has.
fn own() -> &'static Later {
    if cfg!(feature = "player") { &PLAYER } else { &LATER }
}

/// What is done once it is here.
type Act = Box<dyn FnOnce(&'static Later)>;

thread_local! {
    static HERE: Cell<Option<&'static Later>> = const { Cell::new(None) };
    static WAITING: RefCell<Vec<Act>> = const { RefCell::new(Vec::new()) };
}

/// What arrived; none while it is on its way.
pub(crate) fn now() -> Option<&'static Later> {
    // An application of one file has it from the first moment.
    if cfg!(feature = "divided") { HERE.get() } else { Some(own()) }
}

/// Does this with what arrives, in the order in which it was asked for.
pub(crate) fn soon(act: impl FnOnce(&'static Later) + 'static) {
    soon_boxed(Box::new(act));
}

#[inline(never)]
fn soon_boxed(act: Act) {
    if let Some(later) = now() {
        return act(later);
    }
    WAITING.with_borrow_mut(|waiting| waiting.push(act));
    spawn_local(async {
        if here().await.is_none() {
            notice::unreachable();
        }
    });
}

/// Waits until it is here; none where it did not arrive. It is asked for anew each time.
pub(crate) async fn here() -> Option<&'static Later> {
    if now().is_none() {
        let later = table().await.ok()?;
        HERE.set(Some(later));
        // What is asked for in the meantime is done after what was asked for before.
        for act in WAITING.take() {
            act(later);
        }
    }
    now()
}

/// A part of the page that arrives later; nothing until then.
pub(crate) fn part(view: impl Fn(&'static Later) -> AnyView + Send + 'static) -> AnyView {
    if let Some(later) = now() {
        return view(later);
    }
    let here = RwSignal::new(false);
    soon(move |_| {
        // The page may have been left in the meantime.
        let _ = here.try_set(true);
    });
    live(move || if here.get() { now().map_or_else(nothing, &view) } else { nothing() })
}

/// The division: what is named here, and nothing else needs, is in the other file.
#[cfg(feature = "divided")]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn table() -> Result<&'static Later, wasm_split_helpers::SplitLoaderError> {
    Ok(&LATER)
}

/// Where the application is one file.
#[cfg(not(feature = "divided"))]
async fn table() -> Result<&'static Later, std::convert::Infallible> {
    Ok(own())
}
