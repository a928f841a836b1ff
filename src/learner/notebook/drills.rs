//! `/<course>/drills/`: ten questions about what is easily confused, as often as one likes.
//!
//! The questions are made in `domain::drill`, asked in the ordinary forms, and written into the log as drills, so that the next drill
//! knows what was confused. The address names the seed: it gives the same drill again.

mod result;
mod wording;

use domain::drill::{self, Confusions, Material, Pair, Scope};
use domain::id::{CourseId, TermId};
use domain::index::Address;
use domain::question::Question;
use domain::random::Seed;
use domain::reference::Term;
use domain::session::{self, Phase};
use domain::shelf::Shelf;
use leptos::prelude::*;
use texts::fill;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use self::wording::Words;
use super::texts::texts;
use crate::app::App;
use crate::browser;
use crate::fetch::{self, Missing};
use crate::part::element::{classed, el, nothing};
use crate::part::texts::texts as shared;
use crate::quiz::{self, PRIMARY, Stage, asking};
use crate::storage::Log;

/// How many questions a drill has.
const QUESTIONS: usize = 10;

/// How many earlier confusions a drill knows of: they stand in its address.
const CONFUSIONS: usize = 6;

/// Seeds have six digits, so that they can be read out.
const SEEDS: u64 = 1_000_000;

/// The drills of a page. Copies are handles on the same.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    step: RwSignal<Step>,
    shelf: StoredValue<Option<Shelf>>,
    course: StoredValue<(CourseId, Address)>,
    drill: StoredValue<Drill>,
}

/// What a drill is made from, beside the material: all that its address names.
#[derive(Debug, Clone, PartialEq)]
struct Drill {
    scope: Scope,
    seed: Seed,
    /// What was confused before: which term was meant, and which was taken.
    confused: Vec<(TermId, TermId)>,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The material is on its way.
    Fetching,
    /// It did not arrive.
    Failed(Missing),
    /// There is nothing to drill.
    Nothing,
    /// What is to be told apart is chosen.
    Choosing,
    /// The drill is taken, or was finished.
    Asking,
}

/// Fills the page, and draws it anew whenever another question or another stage comes.
pub(super) fn show(app: App, place: HtmlElement) {
    let Some(course) = super::course_of(&place) else { return };
    app.adapt(session::recalled);
    quiz::follow_sight(app);
    let desk = Desk {
        app,
        step: RwSignal::new(Step::Fetching),
        shelf: StoredValue::new(None),
        course: StoredValue::new(course),
        drill: StoredValue::new(Drill { scope: Scope::Mixed, seed: Seed(0), confused: Vec::new() }),
    };
    let shape = Memo::new(move |_| {
        let asked = app.stage.with(|stage| match stage {
            Stage::Running(session) => {
                Some((session.attempt, session.at, session.phase(session.at), session.finished))
            }
            Stage::Empty | Stage::Entrance | Stage::Fetching | Stage::Failed(_) => None,
        });
        (desk.step.get(), asked)
    });
    crate::part::place::draw(place, shape, move |(step, asked)| {
        desk.drawing(step, asked.map(|(_, _, phase, _)| phase))
    });
    desk.open();
}

impl Desk {
    /// Fetches the material, and begins the drill that the address names, if it names one.
    fn open(self) {
        self.step.set(Step::Fetching);
        spawn_local(async move {
            let (_, address) = self.course.get_value();
            match fetch::json::<Shelf>(&self.app.root(), &address).await {
                Ok(shelf) => {
                    self.shelf.set_value(Some(shelf));
                    self.enter();
                }
                Err(missing) => self.step.set(Step::Failed(missing)),
            }
        });
    }

    fn enter(self) {
        let any = Drill { scope: Scope::Mixed, seed: Seed(0), confused: Vec::new() };
        if self.questions(&any).is_empty() {
            self.step.set(Step::Nothing);
        } else if let Some(named) = self.named_in_address() {
            self.begin(named);
        } else {
            self.step.set(Step::Choosing);
        }
    }

    /// The drill that the address names.
    fn named_in_address(self) -> Option<Drill> {
        let seed = Seed(browser::query("seed")?.parse().ok()?);
        let scope = browser::query("pair").and_then(|pair| self.scope(&pair)).unwrap_or(Scope::Mixed);
        let confused = browser::query("confused").unwrap_or_default();
        Some(Drill { scope, seed, confused: confused.split('~').filter_map(two).collect() })
    }

    fn with_material<T: Default>(self, read: impl FnOnce(Material<'_>) -> T) -> T {
        self.shelf.with_value(|shelf| {
            let shelf = shelf.as_ref();
            shelf.map_or_else(T::default, |shelf| {
                read(Material { terms: &shelf.terms, concepts: &shelf.concepts })
            })
        })
    }

    fn questions(self, drill: &Drill) -> Vec<Question> {
        let Drill { scope, seed, confused } = drill;
        let confusions = Confusions::of(confused);
        self.with_material(|material| {
            drill::drill(material, scope, &confusions, &Words(browser::language()), *seed, QUESTIONS)
        })
    }

    /// Begins a new drill, which knows what was confused until now.
    fn begin_new(self, scope: Scope) {
        let confused = self.app.entries(|entries| Confusions::from_log(entries).foremost(CONFUSIONS));
        self.begin(Drill { scope, seed: Seed(browser::seed().0 % SEEDS), confused });
    }

    /// Begins a drill, and names it in the address.
    fn begin(self, drill: Drill) {
        let questions = self.questions(&drill);
        let course = self.course.with_value(|(course, _)| course.clone());
        browser::rewrite_query(&drill.address());
        let session = session::pose(Log::new_attempt(), course, questions, false, drill.seed, browser::now());
        self.drill.set_value(drill);
        self.app.stage.set(Stage::Running(Box::new(session)));
        self.step.set(Step::Asking);
        browser::scroll_to_top();
        browser::focus_soon("#question-title");
    }

    /// Back to the choice.
    fn choose(self) {
        browser::rewrite_query("");
        self.app.stage.set(Stage::Empty);
        self.step.set(Step::Choosing);
        browser::focus_soon("#about");
    }

    /// What an address, or the field, names: two terms of the material.
    fn scope(self, text: &str) -> Option<Scope> {
        let (one, other) = two(text)?;
        let pair = Pair::new(one, other)?;
        self.with_material(|material| drill::pairs(material).contains(&pair)).then_some(Scope::Pair(pair))
    }

    fn name(self, id: &TermId) -> String {
        self.term(id).map(|term| term.term).unwrap_or_default()
    }

    fn term(self, id: &TermId) -> Option<Term> {
        self.with_material(|material| material.terms.iter().find(|term| term.id == *id).cloned())
    }

    fn drawing(self, step: Step, phase: Option<Phase>) -> AnyView {
        match step {
            Step::Fetching => {
                classed("p", "loading").attr("role", "status").child(shared().on_their_way).view()
            }
            Step::Failed(missing) => super::failed(missing, move || self.open()),
            Step::Nothing => el("p").child(texts().no_drills).view(),
            Step::Choosing => self.choosing(),
            Step::Asking => self.asking(phase),
        }
    }

    fn choosing(self) -> AnyView {
        let chosen = StoredValue::new(String::new());
        let pairs = self.with_material(drill::pairs);
        let options = pairs.iter().map(|pair| {
            let names = [("one", self.name(&pair.one)), ("other", self.name(&pair.other))];
            let [one, other] = &names;
            let words = fill(texts().pair, &[(one.0, one.1.as_str()), (other.0, other.1.as_str())]);
            el("option").attr("value", &written(pair)).child(words.as_str()).view()
        });
        let select = classed("select", "typed")
            .attr("id", "about")
            .on("change", move |event| chosen.set_value(event_target_value(&event)))
            .child(el("option").attr("value", "").child(texts().mixed))
            .children(options);
        let begin = move |event: web_sys::Event| {
            event.prevent_default();
            let scope = self.scope(&chosen.get_value()).unwrap_or(Scope::Mixed);
            self.begin_new(scope);
        };
        classed("form", "drill-choice")
            .on("submit", begin)
            .child(
                classed("p", "field")
                    .child(el("label").attr("for", "about").child(texts().tell_apart))
                    .child(select),
            )
            .child(
                classed("div", "actions")
                    .child(classed("button", PRIMARY).attr("type", "submit").child(shared().begin)),
            )
            .view()
    }

    fn asking(self, phase: Option<Phase>) -> AnyView {
        let (Stage::Running(session), Some(phase)) = (self.app.stage.get_untracked(), phase) else {
            return nothing();
        };
        let seed = self.drill.with_value(|drill| drill.seed);
        let course = self.course.with_value(|(course, _)| course.clone());
        let shown = if session.finished {
            result::view(self, &course, &session)
        } else {
            asking::asking(self.app, &course, &session, phase)
        };
        let number = fill(texts().drill_number, &[("seed", &seed.0.to_string())]);
        el("div").child(shown).child(classed("p", "note drill-number").child(number.as_str())).view()
    }
}

impl Drill {
    /// What names it in an address.
    fn address(&self) -> String {
        let mut address = format!("?seed={}", self.seed.0);
        if let Scope::Pair(pair) = &self.scope {
            address.push_str(&format!("&pair={}", written(pair)));
        }
        if !self.confused.is_empty() {
            let confused: Vec<String> =
                self.confused.iter().map(|(meant, taken)| format!("{meant}.{taken}")).collect();
            address.push_str(&format!("&confused={}", confused.join("~")));
        }
        address
    }
}

/// A pair as an address names it. No id has a full stop.
fn written(pair: &Pair) -> String {
    format!("{}.{}", pair.one, pair.other)
}

/// Two terms as an address names them.
fn two(text: &str) -> Option<(TermId, TermId)> {
    let (one, other) = text.split_once('.')?;
    Some((one.parse().ok()?, other.parse().ok()?))
}
