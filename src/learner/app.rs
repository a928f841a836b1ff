//! The application: it takes the served page over, follows links, and keeps the log.
//!
//! One signal holds the page that is shown, one the progress, one the session of the running quiz. Pages read them and
//! dispatch; only this file and `quiz` perform what is asked.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use domain::html::{Html, Target};
use domain::id::{CourseId, LessonRef, ModuleRef, QuizRef};
use domain::index::{Address, CatalogueIndex, CourseIndex, ModuleCard, ModuleIndex, Reference};
use domain::log::{Entry, Fact};
use domain::progress::Progress;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::fetch::{self, Missing};
use crate::page;
use crate::quiz::{self, Stage};
use crate::route::Route;
use crate::storage::{Health, Log};
use crate::{browser, part};

/// What every page can read, and the few things that any page can ask for.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// The address of the site's root, with a slash at its end.
    pub(crate) root: StoredValue<String>,
    /// The courses.
    pub(crate) catalogue: StoredValue<Arc<CatalogueIndex>>,
    /// What the learner has done.
    pub(crate) progress: RwSignal<Progress>,
    /// How safe the log is.
    pub(crate) health: RwSignal<Health>,
    /// The quiz that is taken.
    pub(crate) stage: RwSignal<Stage>,
    /// What was last said to a screen reader.
    pub(crate) said: RwSignal<String>,
    page: RwSignal<Arc<Page>>,
    log: StoredValue<Rc<RefCell<Log>>, LocalStorage>,
    /// Counts the journeys, so that a page that arrives late does not take the place of a later one.
    journey: StoredValue<u32>,
}

/// A page with everything that it shows.
#[derive(Debug)]
pub(crate) enum Page {
    Catalogue,
    Course(CourseId),
    Glossary(CourseId, Arc<Reference>),
    Sources(CourseId, Arc<Reference>),
    Module(ModuleRef, Arc<ModuleIndex>),
    Lesson(LessonRef, Arc<ModuleIndex>, Html),
    Quiz(QuizRef, Arc<ModuleIndex>, Stage),
    /// There is no such page.
    Unknown,
    /// A piece of the page did not arrive.
    Failed(Route, Missing),
}

/// Takes the served page over. Where a piece is missing the served page stays as it is, and can be read.
pub fn run() {
    let Some(served) = served() else { return };
    let Served { place, root, catalogue } = served;
    spawn_local(async move {
        let Ok(catalogue) = fetch::json::<CatalogueIndex>(&root, &catalogue).await else { return };
        let log = Log::open();
        let owner = Owner::new();
        let app = owner.with(|| App {
            root: StoredValue::new(root),
            catalogue: StoredValue::new(Arc::new(catalogue)),
            progress: RwSignal::new(log.progress()),
            health: RwSignal::new(log.health()),
            stage: RwSignal::new(Stage::Empty),
            said: RwSignal::new(String::new()),
            page: RwSignal::new(Arc::new(Page::Catalogue)),
            log: StoredValue::new_local(Rc::new(RefCell::new(log))),
            journey: StoredValue::new(0),
        });
        let page = app.load(app.here()).await;
        if matches!(page, Page::Failed(..) | Page::Unknown) {
            return;
        }
        app.show(page);
        place.set_text_content(None);
        owner.with(|| mount_to(place.clone(), move || shell(app)).forget());
        app.follow_links(&place);
        app.follow_history();
        app.follow_other_tabs();
        let _ = place.set_attribute("data-ready", "");
        // The owner lives as long as the page does.
        std::mem::forget(owner);
    });
}

struct Served {
    place: HtmlElement,
    root: String,
    catalogue: Address,
}

/// What the served page says of itself.
fn served() -> Option<Served> {
    let document = browser::document()?;
    let place: HtmlElement = document.get_element_by_id("plenary")?.dyn_into().ok()?;
    let base = document.base_uri().ok().flatten()?;
    let root = web_sys::Url::new_with_base(&place.get_attribute("data-root")?, &base).ok()?.pathname();
    let catalogue = Address(place.get_attribute("data-catalogue")?);
    Some(Served { place, root, catalogue })
}

impl App {
    /// The page that the address line names, if it is one of this site.
    fn here(self) -> Option<Route> {
        let path = browser::window()?.location().pathname().ok()?;
        self.route_of(&path)
    }

    fn route_of(self, path: &str) -> Option<Route> {
        self.root.with_value(|root| path.strip_prefix(root.as_str()).and_then(Route::parse))
    }

    /// The address of a page.
    pub(crate) fn href(self, route: &Route) -> String {
        self.root.with_value(|root| format!("{root}{}", route.path()))
    }

    /// The markup with its links resolved, for a page of this course.
    pub(crate) fn resolved(self, html: &Html, course: &CourseId) -> String {
        html.with_addresses(|target| match target {
            Target::Term(term) => format!("{}#term-{term}", self.href(&Route::Glossary(course.clone()))),
            Target::Source(source) => {
                format!("{}#source-{source}", self.href(&Route::Sources(course.clone())))
            }
            Target::Lesson { course, module, lesson } => {
                self.root.with_value(|root| format!("{root}{course}/{module}/{lesson}/"))
            }
        })
    }

    /// A course of the catalogue.
    pub(crate) fn course(self, id: &CourseId) -> Option<CourseIndex> {
        self.catalogue
            .with_value(|catalogue| catalogue.courses.iter().find(|course| course.id == *id).cloned())
    }

    /// A module of the catalogue.
    pub(crate) fn module(self, id: &ModuleRef) -> Option<ModuleCard> {
        self.course(&id.course)?.modules.into_iter().find(|module| module.id == id.module)
    }

    /// Writes what the learner did into the log, and brings what is shown up to date.
    pub(crate) fn record(self, fact: Fact) {
        let entry: Entry = self.log.with_value(|log| log.borrow_mut().record(fact));
        self.progress.update(|progress| progress.apply(&entry));
        self.update_health();
    }

    /// Says something to a screen reader.
    pub(crate) fn say(self, text: &str) {
        // The same words twice are said twice: an invisible difference makes them a change.
        let again = self.said.with_untracked(|said| said == text);
        self.said.set(if again { format!("{text}\u{a0}") } else { text.to_owned() });
    }

    /// Shows another page.
    fn go(self, route: Route) {
        let address = self.href(&route);
        self.travel(Some(route), move || {
            let history = browser::window().and_then(|window| window.history().ok());
            if let Some(history) = history {
                let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
            }
        });
    }

    /// Loads a page, and shows it if the learner has not gone elsewhere in between.
    fn travel(self, route: Option<Route>, arrive: impl FnOnce() + 'static) {
        let journey = self.journey.with_value(|journey| journey + 1);
        self.journey.set_value(journey);
        spawn_local(async move {
            let page = self.load(route).await;
            if self.journey.get_value() == journey {
                arrive();
                part::gloss::close_all();
                self.show(page);
                browser::scroll_to_top();
                browser::focus_soon("#page");
            }
        });
    }

    fn show(self, page: Page) {
        if let Page::Quiz(_, _, stage) = &page {
            self.stage.set(stage.clone());
        }
        if let Some(document) = browser::document() {
            document.set_title(&page::title(self, &page));
        }
        self.page.set(Arc::new(page));
    }

    /// Tries again to load the page that the address line names.
    pub(crate) fn reload(self) {
        self.travel(self.here(), || {});
    }

    async fn load(self, route: Option<Route>) -> Page {
        let Some(route) = route else { return Page::Unknown };
        match self.try_load(&route).await {
            Ok(page) => page.unwrap_or(Page::Unknown),
            Err(missing) => Page::Failed(route, missing),
        }
    }

    async fn try_load(self, route: &Route) -> Result<Option<Page>, Missing> {
        let root = self.root.get_value();
        Ok(match route {
            Route::Catalogue => Some(Page::Catalogue),
            Route::Course(course) => self.course(course).map(|course| Page::Course(course.id)),
            Route::Glossary(course) => Some(Page::Glossary(course.clone(), self.reference().await?)),
            Route::Sources(course) => Some(Page::Sources(course.clone(), self.reference().await?)),
            Route::Module(module) => match self.module(module) {
                Some(card) => Some(Page::Module(module.clone(), fetch::module(&root, &card.index).await?)),
                None => None,
            },
            Route::Leaf(module, leaf) => {
                let Some(card) = self.module(module) else { return Ok(None) };
                let index = fetch::module(&root, &card.index).await?;
                if let Some(lesson) = index.lessons.iter().find(|lesson| lesson.id.slug() == leaf) {
                    let body = fetch::body(&root, &lesson.body).await?;
                    let ModuleRef { course, module } = module.clone();
                    let lesson = LessonRef { course, module, lesson: lesson.id.clone() };
                    Some(Page::Lesson(lesson, index, body))
                } else if let Some(quiz) = index.quizzes.iter().find(|quiz| quiz.id.slug() == leaf) {
                    let ModuleRef { course, module } = module.clone();
                    let reference = QuizRef { course, module, quiz: quiz.id.clone() };
                    let stage = quiz::open(self, &reference, &index).await?;
                    Some(Page::Quiz(reference, index, stage))
                } else {
                    None
                }
            }
        })
    }

    /// Glossary and sources.
    pub(crate) async fn reference(self) -> Result<Arc<Reference>, Missing> {
        let address = self.catalogue.with_value(|catalogue| catalogue.reference.clone());
        fetch::reference(&self.root.get_value(), &address).await
    }

    /// Follows the links of the site within the application; every other link is the browser's.
    fn follow_links(self, place: &HtmlElement) {
        browser::listen(place, "click", move |event| {
            let Some(link) = browser::around(&event, "a[href]") else { return };
            let Ok(link) = link.dyn_into::<web_sys::HtmlAnchorElement>() else { return };
            let Some(mouse) = event.dyn_ref::<web_sys::MouseEvent>() else { return };
            let elsewhere = mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key();
            let own = browser::window().and_then(|window| window.location().origin().ok());
            if elsewhere || mouse.button() != 0 || own.as_deref() != Some(link.origin().as_str()) {
                return;
            }
            if part::gloss::toggle(self, &link) {
                event.prevent_default();
            } else if link.hash().is_empty()
                && let Some(route) = self.route_of(&link.pathname())
            {
                event.prevent_default();
                self.go(route);
            }
        });
    }

    fn follow_history(self) {
        if let Some(window) = browser::window() {
            browser::listen(&window, "popstate", move |_| self.reload());
        }
    }

    fn follow_other_tabs(self) {
        let Some(window) = browser::window() else { return };
        browser::listen(&window, "storage", move |event| {
            let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
            let news = key.is_some_and(|key| self.log.with_value(|log| log.borrow_mut().heard(&key)));
            if news {
                self.progress.set(self.log.with_value(|log| log.borrow().progress()));
                self.update_health();
            }
        });
    }

    fn update_health(self) {
        let health = self.log.with_value(|log| log.borrow().health());
        if self.health.get_untracked() != health {
            self.health.set(health);
        }
    }
}

/// The frame around every page.
fn shell(app: App) -> impl IntoView {
    view! {
        <a class="skip" href="#page">"Skip to the content"</a>
        {move || {
            let page = app.page.get();
            let route = page::route(&page);
            view! {
                {part::trail::trail(app, &page)}
                {part::notice::storage(app)}
                {page::view(app, &page)}
                {part::trail::foot(app, route.as_ref())}
            }
        }}
        <p class="visually-hidden" role="status">{move || app.said.get()}</p>
    }
}
