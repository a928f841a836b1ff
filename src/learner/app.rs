//! What an application holds while a learner goes from page to page, and how the reader starts.

use std::cell::RefCell;
use std::rc::Rc;

use domain::backup::Backup;
use domain::html::{Html, Target};
use domain::id::CourseId;
use domain::log::{Entry, Fact};
use domain::progress::Progress;
use domain::session::{Effect, Event, Session};
use domain::time::Timestamp;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::quiz::Stage;
use crate::storage::{Health, Log, Restored};
use crate::{browser, later, page, part, quiz, tabs};

/// What every part can read, and the few things that any part can ask for.
///
/// One signal holds the quiz that is taken; the log holds all else that lasts. Copies are handles on the same.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// The quiz that is taken.
    pub(crate) stage: RwSignal<Stage>,
    /// What was asked of a paper before all of it was here.
    pub(crate) asked: StoredValue<Vec<Event>>,
    /// The path of the page that is shown.
    pub(crate) shown: StoredValue<String>,
    /// The address of the page that was asked for last, until it arrives.
    pub(crate) wanted: StoredValue<String>,
    /// The mark of the present entry of the browser's history.
    pub(crate) mark: StoredValue<String>,
    /// How far the page is scrolled.
    pub(crate) scrolled: StoredValue<f64>,
    /// The pages that were left, and where.
    pub(crate) left: StoredValue<Vec<page::Left>>,
    /// The address of the site's root, with a slash at its end.
    root: StoredValue<String>,
    /// The address of the entrance in the language of the page, with a slash at its end.
    home: StoredValue<String>,
    log: StoredValue<Rc<RefCell<Log>>, LocalStorage>,
    /// What fills the page that is shown.
    filled: StoredValue<Option<Filled>, LocalStorage>,
    /// How many pages were shown before this one.
    visit: StoredValue<u32>,
    /// What this application does with a page.
    fill: StoredValue<Fill>,
    /// What becomes of the effects of a quiz on this page.
    adapt: StoredValue<Adapt>,
}

/// What an application does with a page that has just come into the document.
pub(crate) type Fill = fn(App) -> Option<Filled>;

/// What becomes of what a step asked for, after which the session is as it is now.
pub(crate) type Adapt = fn(&Session, Vec<Effect>) -> Vec<Effect>;

/// What fills a place of the page; what it does ends when this is dropped.
pub(crate) struct Filled(Owner);

impl Filled {
    /// Fills a place.
    pub(crate) fn by(fill: impl FnOnce()) -> Self {
        let owner = Owner::new();
        owner.with(fill);
        Self(owner)
    }
}

impl Drop for Filled {
    fn drop(&mut self) {
        self.0.cleanup();
    }
}

/// Starts the reader on the page that was served.
pub fn run() {
    spawn_local(async {
        let new = Log::of_somebody_new();
        if new.is_none() {
            // On its way beside the texts.
            later::soon(|_| {});
        }
        if part::texts::arrive().await.is_none() {
            return;
        }
        match new {
            Some(log) => begin(log),
            None => match later::here().await {
                Some(later) => begin((later.open_log)().await),
                None => part::texts::missing(),
            },
        }
    });
}

fn begin(log: Log) {
    let Some(app) = App::start(fill, log) else { return };
    page::follow_links(app);
    page::follow_history(app);
    quiz::follow_sight(app);
    app.arrive();
}

fn fill(app: App) -> Option<Filled> {
    part::reading::watch(app);
    quiz::on_this_page(app)
}

impl App {
    /// What every application begins with, on a page of a site.
    pub(crate) fn start(fill: Fill, log: Log) -> Option<Self> {
        let (root, home) = (page::root()?, page::home()?);
        std::panic::set_hook(Box::new(|panic| part::notice::broken(&panic.to_string())));
        // Started once; it says so where it was started before.
        let _ = any_spawner::Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let app = owner.with(|| Self {
            stage: RwSignal::new(Stage::Empty),
            asked: StoredValue::new(Vec::new()),
            shown: StoredValue::new(browser::path()),
            wanted: StoredValue::new(String::new()),
            mark: StoredValue::new(String::new()),
            scrolled: StoredValue::new(0.0),
            left: StoredValue::new(Vec::new()),
            root: StoredValue::new(root),
            home: StoredValue::new(home),
            log: StoredValue::new_local(Rc::new(RefCell::new(log))),
            filled: StoredValue::new_local(None),
            visit: StoredValue::new(0),
            fill: StoredValue::new(fill),
            adapt: StoredValue::new(|_, effects| effects),
        });
        // The owner lives as long as the page does.
        std::mem::forget(owner);
        page::pin_icon();
        // The player of single questions keeps nothing that another tab could change.
        if !cfg!(feature = "player") {
            tabs::follow(app);
        }
        Some(app)
    }

    /// Does what a page needs that has just come into the document.
    pub(crate) fn arrive(self) {
        let fill = self.fill.get_value();
        self.filled.set_value(fill(self));
        later::soon(move |later| {
            (later.settle)(self);
            browser::mark_ready();
        });
    }

    /// Lets go of what belongs to the page that is left.
    pub(crate) fn leave(self) {
        part::gloss::close_all();
        self.filled.set_value(None);
        self.visit.update_value(|visit| *visit = visit.wrapping_add(1));
    }

    /// Which page is shown, as a number that no other page of this tab has: what arrives late compares it with the one before.
    pub(crate) fn visit(self) -> u32 {
        self.visit.get_value()
    }

    /// The address of the site's root, with a slash at its end: what is fetched stands below it.
    pub(crate) fn root(self) -> String {
        self.root.get_value()
    }

    /// The address of the entrance in the language of the page, with a slash at its end: links lead below it.
    pub(crate) fn home(self) -> String {
        self.home.get_value()
    }

    /// The markup with its links resolved, for a page of this course.
    pub(crate) fn resolved(self, html: &Html, course: &CourseId) -> String {
        let home = self.home();
        html.with_addresses(|target| match target {
            Target::Term(term) => format!("{home}{course}/glossary/#term-{term}"),
            Target::Source(source) => format!("{home}{course}/sources/#source-{source}"),
            Target::Lesson { course, module, lesson } => format!("{home}{course}/{module}/{lesson}/"),
        })
    }

    /// Reads what the learner has done.
    pub(crate) fn progress<T>(self, read: impl FnOnce(&Progress) -> T) -> T {
        read(self.log().borrow().progress())
    }

    #[inline(never)]
    fn log(self) -> Rc<RefCell<Log>> {
        self.log.get_value()
    }

    /// Reads the quiz that is taken, where one is, and follows its changes.
    pub(crate) fn session<T>(self, read: impl FnOnce(&Session) -> T) -> Option<T> {
        let (mut read, mut found) = (Some(read), None);
        self.with_session(true, &mut |session| found = read.take().map(|read| read(session)));
        found
    }

    /// Reads the quiz that is taken, where one is.
    pub(crate) fn session_now<T>(self, read: impl FnOnce(&Session) -> T) -> Option<T> {
        let (mut read, mut found) = (Some(read), None);
        self.with_session(false, &mut |session| found = read.take().map(|read| read(session)));
        found
    }

    /// One piece of code for every reader: the signal's own would come with each.
    #[inline(never)]
    fn with_session(self, follows: bool, read: &mut dyn FnMut(&Session)) {
        let read = |stage: &Stage| match stage {
            Stage::Running(session) => read(session),
            Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => {}
        };
        if follows { self.stage.with(read) } else { self.stage.with_untracked(read) }
    }

    /// Reads the entries of the log, which are in no order.
    pub(crate) fn entries<T>(self, read: impl FnOnce(&[Entry]) -> T) -> T {
        read(self.log().borrow().entries())
    }

    /// Lets this become of what the steps on this page ask for.
    pub(crate) fn adapt(self, adapt: Adapt) {
        self.adapt.set_value(adapt);
    }

    /// What becomes of what a step asked for.
    pub(crate) fn adapted(self, session: &Session, effects: Vec<Effect>) -> Vec<Effect> {
        let adapt = self.adapt.get_value();
        adapt(session, effects)
    }

    /// How safe the log is.
    pub(crate) fn health(self) -> Health {
        self.log().borrow().health()
    }

    /// Writes what the learner did into the log, and says so where that did not succeed.
    pub(crate) fn record(self, fact: Fact) {
        later::soon(move |later| (later.record)(self, fact));
    }

    /// Writes into the log, for those who see to the rest.
    pub(crate) fn write(self, fact: Fact) {
        self.log().borrow_mut().record(fact);
    }

    /// Takes up an entry that another tab has written under this key. Whether it was news.
    pub(crate) fn heard(self, key: &str) -> bool {
        self.log().borrow_mut().heard(key)
    }

    /// How much is in the log.
    pub(crate) fn kept(self) -> Kept {
        self.log.with_value(|log| {
            let log = log.borrow();
            let answers = log.entries().iter().filter(|entry| is_answer(&entry.fact)).count();
            Kept {
                entries: log.entries().len(),
                answers,
                since: log.entries().iter().map(|entry| entry.at).min(),
            }
        })
    }

    /// Everything that is kept.
    pub(crate) fn backup(self) -> Backup {
        self.log().borrow().backup()
    }

    /// Puts what is in a backup together with what is stored.
    pub(crate) fn restore(self, backup: Backup) -> Restored {
        self.log().borrow_mut().restore(backup)
    }

    /// Begins anew with what is stored now.
    pub(crate) fn reopen(self) {
        self.log.with_value(|log| {
            let reopened = log.borrow().reopened();
            log.replace(reopened)
        });
    }
}

/// How much is in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept {
    /// The entries.
    pub(crate) entries: usize,
    /// The answers among them.
    pub(crate) answers: usize,
    /// When the first was written.
    pub(crate) since: Option<Timestamp>,
}

/// Whether something was answered.
pub(crate) fn is_answer(fact: &Fact) -> bool {
    match fact {
        Fact::QuestionAnswered { .. } | Fact::CardRecalled { .. } => true,
        Fact::LessonRead { .. }
        | Fact::AttemptBegun { .. }
        | Fact::HintTaken { .. }
        | Fact::KeyShown { .. }
        | Fact::TimeExtended { .. }
        | Fact::AttemptFinished { .. }
        | Fact::RatingChanged { .. } => false,
    }
}
