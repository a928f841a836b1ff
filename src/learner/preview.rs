//! The player of single questions, for the trainers' application: the same forms, marking and feedback that learners get.
//!
//! What is answered here is written nowhere. Nothing of the reader or the notebook may name this module, so that it is in no learner's download.

use domain::id::CourseId;
use domain::question::Question;
use domain::score::Points;
use domain::session::{self, Effect, Phase, Session};
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::app::App;
use crate::browser;
use crate::part::element::{El, classed, el, nothing};
use crate::part::place;
use crate::part::texts::{self, texts};
use crate::quiz::{PRIMARY, Stage, asking, button};
use crate::storage::Log;

/// A place in which questions can be tried.
#[derive(Clone, Copy)]
pub struct Preview {
    app: App,
    /// What is tried; the number changes whenever it is asked anew.
    asked: RwSignal<Option<(u32, CourseId, Question)>>,
}

/// What an answer earned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Earned {
    /// The share of the points, from 0 to 1.
    pub share: f64,
    /// The points that it is worth.
    pub points: Points,
}

impl Preview {
    /// Fills a place of a page with a player. None where its texts did not arrive, or the page is none of a site.
    pub async fn start(place: HtmlElement) -> Option<Self> {
        texts::arrive().await?;
        let app = App::start(|_| None, Log::default())?;
        app.adapt(|_, effects| effects.into_iter().filter(is_shown).collect());
        let preview = Self { app, asked: RwSignal::new(None) };
        let phase = move || app.session(|session| session.phase(session.at));
        let shape =
            Memo::new(move |_| (preview.asked.with(|asked| asked.as_ref().map(|asked| asked.0)), phase()));
        place::draw(place, shape, move |(_, phase)| preview.drawing(phase));
        Some(preview)
    }

    /// Asks a question of a course, as if it had never been answered.
    pub fn ask(self, course: &CourseId, question: Question) {
        let (id, seed, now) = (Log::new_attempt(), browser::seed(), browser::now());
        let session = session::pose(id, course.clone(), vec![question.clone()], false, seed, now);
        self.app.stage.set(Stage::Running(Box::new(session)));
        let number =
            self.asked.with_untracked(|asked| asked.as_ref().map_or(0, |asked| asked.0.wrapping_add(1)));
        self.asked.set(Some((number, course.clone(), question)));
    }

    /// Shows no question.
    pub fn clear(self) {
        self.asked.set(None);
        self.app.stage.set(Stage::Empty);
    }

    /// What the answer earned; none where there is none, or where it is not marked. Follows each change.
    pub fn earned(self) -> Option<Earned> {
        let earned = |session: &Session| {
            let posed = session.current()?;
            let given = posed.given.as_ref().filter(|_| posed.question.kind().is_marked())?;
            Some(Earned { share: given.credit.share(), points: posed.question.points })
        };
        self.app.session(earned).flatten()
    }

    fn drawing(self, phase: Option<Phase>) -> AnyView {
        let Some((course, phase)) =
            self.asked.with_untracked(|asked| Some(asked.as_ref()?.1.clone())).zip(phase)
        else {
            return nothing();
        };
        let view = |session: &Session| asking::form(self.app, &course, session, phase, self.ways_on(phase));
        self.app.session_now(view).unwrap_or_else(nothing)
    }

    fn ways_on(self, phase: Phase) -> El {
        let way = match phase {
            Phase::Open => classed("button", PRIMARY).attr("type", "submit").child(texts().check_answer),
            Phase::Tried | Phase::Closed => button(PRIMARY, texts().try_again, move |_| {
                if let Some((_, course, question)) = self.asked.get_untracked() {
                    self.ask(&course, question);
                }
            }),
        };
        el("div").child(classed("div", "actions").child(way))
    }
}

/// Whether an effect shows something. What would be written is not.
fn is_shown(effect: &Effect) -> bool {
    match effect {
        Effect::Focus(_) | Effect::Announce(_) => true,
        Effect::Record(_) | Effect::Keep(_) => false,
    }
}
