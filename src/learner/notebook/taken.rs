//! What was taken of a course: its modules that were begun, with where the learner stands in each. The pages of progress and of the record
//! show it.

use std::sync::Arc;

use domain::id::{CourseId, ObjectiveId, QuestionRef, QuizRef};
use domain::index::{Address, ModuleIndex};
use domain::log::AttemptId;
use domain::mastery::{self, Mastery};
use domain::progress::Attempt;
use domain::shelf::{Shelf, Stock};
use domain::standing::QuizStanding;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::review::plan;
use crate::app::App;
use crate::fetch::{self, Missing};
use crate::part::element::{El, classed, el, live};
use crate::part::texts::texts as shared;
use crate::part::voice::Voice;
use crate::quiz::{self, PRIMARY, button};

/// What was taken of a course.
#[derive(Debug, PartialEq)]
pub(super) struct Taken {
    /// The course.
    pub(super) course: CourseId,
    /// Its title, and the language of that.
    pub(super) title: (String, String),
    /// The modules that were begun, in the order of the course.
    pub(super) begun: Vec<Module>,
    /// The others.
    pub(super) others: Vec<Stock>,
    /// The attempts at quizzes of the course, the oldest first.
    pub(super) attempts: Vec<(AttemptId, Attempt)>,
    /// How many cards are left for today.
    pub(super) due: usize,
}

/// A module that was begun.
#[derive(Debug, PartialEq)]
pub(super) struct Module {
    pub(super) stock: Stock,
    pub(super) index: ModuleIndex,
    /// Where the learner stands in each quiz, in the order of the index.
    pub(super) quizzes: Vec<QuizStanding>,
    /// How well she knows each objective, in the order of the index.
    pub(super) mastery: Vec<Mastery>,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Fetching,
    Failed(Missing),
    Shown(Arc<Taken>),
}

/// Fetches what a page is about, and fills its place.
pub(super) fn show(app: App, place: HtmlElement, view: fn(App, &Arc<Taken>) -> AnyView) {
    let Some((course, shelf)) = super::course_of(&place) else { return };
    let Some(title) = title_of(&place) else { return };
    let step = RwSignal::new(Step::Fetching);
    let open = move || {
        let (course, shelf, title) = (course.clone(), shelf.clone(), title.clone());
        step.set(Step::Fetching);
        spawn_local(async move {
            step.set(match taken(app, course, title, &shelf).await {
                Ok(taken) => Step::Shown(Arc::new(taken)),
                Err(missing) => Step::Failed(missing),
            });
        });
    };
    open();
    let open = StoredValue::new_local(open);
    let drawing = move || match step.get() {
        Step::Fetching => classed("p", "loading").attr("role", "status").child(shared().on_their_way).view(),
        Step::Failed(missing) => {
            let again = button(PRIMARY, shared().try_again, move |_| open.with_value(|open| open()));
            el("div")
                .child(el("p").attr("role", "alert").child(quiz::why(missing)))
                .child(classed("div", "actions").child(again))
                .view()
        }
        Step::Shown(taken) => view(app, &taken),
    };
    mount_to(place, move || live(drawing)).forget();
}

/// The title of the course that a page is about, and the language of that.
fn title_of(place: &HtmlElement) -> Option<(String, String)> {
    let around = place.closest("[data-title]").ok()??;
    Some((around.get_attribute("data-title")?, around.get_attribute("data-language")?))
}

async fn taken(
    app: App,
    course: CourseId,
    title: (String, String),
    shelf: &Address,
) -> Result<Taken, Missing> {
    let root = app.root();
    let shelf: Shelf = fetch::json(&root, shelf).await?;
    let is_begun = |stock: &Stock| {
        app.progress(|progress| domain::standing::last_activity(progress, &stock.module)).is_some()
    };
    let (begun, others): (Vec<Stock>, Vec<Stock>) = shelf.modules.into_iter().partition(is_begun);
    let addresses: Vec<&Address> = begun.iter().map(|stock| &stock.index).collect();
    let indexes: Vec<ModuleIndex> = fetch::all(&root, &addresses).await?;
    let due = plan::due(app, &begun.iter().collect::<Vec<_>>(), indexes.clone());
    let last = app.entries(|entries| app.progress(|progress| mastery::last_answers(entries, progress)));
    let mut modules = Vec::new();
    for (stock, index) in begun.into_iter().zip(indexes) {
        let twins = mastery::twins(&index, &last);
        let found = fetch::questions(&root, &index.banks, &twins).await?;
        let known: Vec<(QuestionRef, ObjectiveId)> =
            found.into_iter().map(|question| (question.id, question.objective)).collect();
        let mastery = mastery::of_module(&index, &last, &known);
        let quizzes = app.progress(|progress| {
            let quizzes = index.quizzes.iter();
            quizzes.map(|quiz| QuizStanding::of(progress, &stock.module, quiz)).collect()
        });
        modules.push(Module { stock, index, quizzes, mastery });
    }
    let attempts = app.progress(|progress| {
        let own = progress.all_attempts().filter(|(_, attempt)| attempt.quiz.course == course);
        own.map(|(id, attempt)| (id, attempt.clone())).collect()
    });
    Ok(Taken { course, title, begun: modules, others, attempts, due })
}

impl Taken {
    /// The title of a quiz, in whose words; its id where the site does not have it any more.
    pub(super) fn title_of(&self, quiz: &QuizRef) -> (String, Voice) {
        let module = self.begun.iter().find(|module| module.stock.module == quiz.module_ref());
        let known = module.and_then(|module| {
            let own = module.index.quizzes.iter().find(|own| own.id == quiz.quiz)?;
            Some((own.title.clone(), module.voice(&self.course)))
        });
        known.unwrap_or_else(|| (quiz.to_string(), Voice::new(&self.course, &self.title.1)))
    }
}

impl Module {
    /// Whose words its title and its objectives are.
    pub(super) fn voice(&self, course: &CourseId) -> Voice {
        Voice::new(course, &self.stock.language)
    }
}

/// A table that can be scrolled by itself, named by the heading with this id.
pub(super) fn table(named_by: &str, heads: &[&str], rows: impl IntoIterator<Item = AnyView>) -> El {
    let heads = heads.iter().map(|name| el("th").attr("scope", "col").child(*name).view());
    let table =
        el("table").child(el("thead").child(el("tr").children(heads))).child(el("tbody").children(rows));
    classed("div", "table stacked")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-labelledby", named_by)
        .child(table)
}

/// A cell with an amount that nobody would understand without its heading, which a narrow window does not show.
pub(super) fn amount(heading: &str, amount: &str) -> El {
    el("td").attr("data-label", heading).child(amount)
}
