//! `/<course>/review/`: the cards that come back today, one after the other.
//!
//! What is due, and when a card comes back, is decided in `spacing`; which rating follows from an answer, in `domain::card`. Here it is
//! shown, and what the learner does is written into the log.

mod card;
pub(super) mod plan;
mod rating;

use domain::card::Card;
use domain::id::CourseId;
use domain::index::Address;
use domain::question::Question;
use domain::reference::Term;
use domain::session::{self, Phase};
use domain::time::Timestamp;
use leptos::mount::mount_to;
use leptos::prelude::*;
use spacing::memories;
use texts::fill;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::texts::texts;
use crate::app::App;
use crate::fetch::Missing;
use crate::part::element::{El, classed, el, nothing};
use crate::part::texts::texts as shared;
use crate::part::words::counted;
use crate::quiz::Stage;
use crate::storage::{self, Log};
use crate::{browser, quiz};
use rating::Rated;

/// The review of a page. Copies are handles on the same.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    step: RwSignal<Step>,
    day: StoredValue<DayList>,
    /// The course, and where its shelf is.
    course: StoredValue<(CourseId, Address)>,
    /// How the card that is shown was rated; none until it was.
    rated: RwSignal<Option<Rated>>,
    /// Since when the card is shown.
    shown: StoredValue<Timestamp>,
}

/// How far the review is.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// The cards are on their way.
    Fetching,
    /// They did not arrive.
    Failed(Missing),
    /// No card is due, and none was recalled today.
    Nothing,
    /// The card at this place is asked, and of a term the definition is shown or not.
    Card { at: usize, open: bool },
    /// All of today's cards were recalled.
    Done,
}

/// The list of a day, with what its cards show.
#[derive(Debug, Clone, PartialEq, Default)]
struct DayList {
    cards: Vec<Asked>,
    /// How many cards were recalled before, on the same day.
    before: usize,
    rest_waits: bool,
    /// In how many days the next card comes back.
    next: Option<u32>,
    /// Whether a module was begun.
    is_begun: bool,
}

/// A card that is asked.
#[derive(Debug, Clone, PartialEq)]
enum Asked {
    Question(Box<Question>),
    Term(Box<Term>),
}

impl Asked {
    fn card(&self) -> Card {
        match self {
            Self::Question(question) => Card::Question(question.id.clone()),
            Self::Term(term) => Card::Term(term.id.clone()),
        }
    }
}

/// Fills the page, and draws it anew whenever another card comes or the answer was marked.
pub(super) fn show(app: App, place: HtmlElement) {
    let Some(course) = super::course_of(&place) else { return };
    app.adapt(session::recalled);
    quiz::follow_sight(app);
    let desk = Desk {
        app,
        step: RwSignal::new(Step::Fetching),
        day: StoredValue::new(DayList::default()),
        course: StoredValue::new(course),
        rated: RwSignal::new(None),
        shown: StoredValue::new(browser::now()),
    };
    let shape = Memo::new(move |_| {
        let phase = app.stage.with(|stage| match stage {
            Stage::Running(session) => Some(session.phase(session.at)),
            Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => None,
        });
        (desk.step.get(), phase)
    });
    // The setting stands beside what is drawn anew: whoever changes it stays in its field.
    let Some(cards) = browser::document().and_then(|document| document.create_element("div").ok()) else {
        return;
    };
    let _ = place.append_child(&cards);
    crate::part::place::draw(cards.unchecked_into(), shape, move |(step, phase)| desk.drawing(&step, phase));
    mount_to(place, move || desk.setting().view()).forget();
    desk.open();
}

impl Desk {
    /// Makes the list of today and asks its first card.
    fn open(self) {
        self.step.set(Step::Fetching);
        spawn_local(async move {
            let (_, shelf) = self.course.get_value();
            match plan::today(self.app, &shelf).await {
                Ok(day) => {
                    let is_empty = day.cards.is_empty();
                    let was_busy = day.before > 0;
                    self.day.set_value(day);
                    match (is_empty, was_busy) {
                        (false, _) => self.ask(0),
                        (true, true) => self.step.set(Step::Done),
                        (true, false) => self.step.set(Step::Nothing),
                    }
                }
                Err(missing) => self.step.set(Step::Failed(missing)),
            }
        });
    }

    /// Asks the card at this place; after the last one the day is done.
    fn ask(self, at: usize) {
        self.rated.set(None);
        self.shown.set_value(browser::now());
        let asked = self.day.with_value(|day| day.cards.get(at).cloned());
        self.app.stage.set(match &asked {
            Some(Asked::Question(question)) => {
                let course = self.course.with_value(|(course, _)| course.clone());
                let questions = vec![Question::clone(question)];
                let now = browser::now();
                Stage::Running(Box::new(session::pose(
                    Log::new_attempt(),
                    course,
                    questions,
                    true,
                    browser::seed(),
                    now,
                )))
            }
            Some(Asked::Term(_)) | None => Stage::Empty,
        });
        self.step.set(if asked.is_some() { Step::Card { at, open: false } } else { Step::Done });
    }

    /// Goes on to the card after this one.
    fn go_on(self, at: usize) {
        self.ask(at + 1);
        if self.step.with_untracked(|step| *step == Step::Done) {
            browser::say(texts().done_today);
            browser::focus_soon("#done");
        } else {
            browser::focus_soon("#question-title");
        }
        browser::scroll_to_top();
    }

    fn drawing(self, step: &Step, phase: Option<Phase>) -> AnyView {
        match step {
            Step::Fetching => {
                classed("p", "loading").attr("role", "status").child(shared().on_their_way).view()
            }
            Step::Failed(missing) => super::failed(*missing, move || self.open()),
            Step::Nothing => self.nothing_due().view(),
            Step::Card { at, open } => self.asking(*at, *open, phase),
            Step::Done => self.done().view(),
        }
    }

    fn asking(self, at: usize, open: bool, phase: Option<Phase>) -> AnyView {
        let asked = self.day.with_value(|day| day.cards.get(at).cloned());
        let Some(asked) = asked else { return nothing() };
        let (whole, rest_waits) = self.day.with_value(|day| (day.before + day.cards.len(), day.rest_waits));
        let number = self.day.with_value(|day| day.before) + at + 1;
        let [number, whole] = [number, whole].map(|number| number.to_string());
        let heading = classed("h2", "kicker")
            .attr("id", "question-title")
            .attr("tabindex", "-1")
            .child(fill(texts().card_of, &[("number", &number), ("whole", &whole)]).as_str());
        let bar = el("progress").attr("max", &whole).attr("value", &number).attr("aria-hidden", "true");
        let content = match (&asked, phase) {
            (Asked::Question(_), phase) => card::question(self, at, phase.unwrap_or(Phase::Open)),
            (Asked::Term(term), _) => card::term(self, at, term, open),
        };
        let waits = (rest_waits && at == 0).then(|| classed("p", "note").child(texts().rest_waits));
        el("div")
            .child(
                classed("section", "question card")
                    .attr("aria-labelledby", "question-title")
                    .child(classed("div", "paper").child(heading).child(bar))
                    .child(content),
            )
            .child(waits)
            .view()
    }

    /// Nothing is due: what to do instead, or when something will be.
    fn nothing_due(self) -> El {
        let (next, is_begun) = self.day.with_value(|day| (day.next, day.is_begun));
        let what_next = if is_begun { next.map(next_in) } else { Some(texts().nothing_begun.to_owned()) };
        classed("section", "done")
            .child(el("p").child(texts().nothing_due))
            .child(what_next.map(|said| el("p").child(said.as_str())))
            .child(classed("div", "actions").child(self.to_course()))
    }

    fn done(self) -> El {
        let (done, rest_waits) = self.day.with_value(|day| (day.before + day.cards.len(), day.rest_waits));
        let next = self.next().filter(|_| !rest_waits).map(|next| el("p").child(next_in(next).as_str()));
        classed("section", "done")
            .attr("aria-labelledby", "done")
            .child(el("h2").attr("id", "done").attr("tabindex", "-1").child(texts().done_today))
            .child(el("p").child(counted(&texts().recalled, done).as_str()))
            .child(rest_waits.then(|| el("p").child(texts().rest_waits)))
            .child(next)
            .child(classed("div", "actions").child(self.to_course()))
    }

    /// In how many days the next card comes back, now that those of today were recalled.
    fn next(self) -> Option<u32> {
        let calendar = plan::calendar();
        let known = self.app.entries(|entries| memories(entries, calendar));
        self.day.with_value(|day| {
            let recalled = day.cards.iter().filter_map(|asked| known.cards.get(&asked.card()));
            let back = recalled.map(|memory| memory.due.since(calendar.today()));
            back.chain(day.next).min()
        })
    }

    fn to_course(self) -> El {
        let href = self.course.with_value(|(course, _)| format!("{}{course}/", self.app.home()));
        classed("a", "button").attr("href", &href).child(texts().to_course)
    }

    /// How many cards a day.
    fn setting(self) -> El {
        const MOST: u16 = 200;
        let input = classed("input", "typed")
            .attr("type", "number")
            .attr("id", "cards-a-day")
            .attr("min", "1")
            .attr("max", &MOST.to_string())
            .attr("inputmode", "numeric")
            .attr("value", &storage::settings().cards_a_day.to_string())
            .on("change", move |event| {
                let typed = event_target_value(&event).trim().parse::<u16>();
                if let Ok(cards) = typed {
                    storage::change_settings(|settings| settings.cards_a_day = cards.clamp(1, MOST));
                    self.open();
                }
            });
        let label = el("label").attr("for", "cards-a-day").child(texts().cards_a_day);
        classed("p", "setting").child(label).child(" ").child(input)
    }
}

/// When the next card comes back.
fn next_in(days: u32) -> String {
    if days <= 1 { texts().next_tomorrow.to_owned() } else { counted(&texts().next_in, days as usize) }
}
