//! A catalogue as a site that any static host can serve from any folder.
//!
//! Every page is complete without scripts: the whole text of a lesson is in its page, and a link to a term or to a source
//! leads to a page of its own. Every address is relative. When the learner's application has arrived it turns the pages itself,
//! says on them what was done, and fills the pages of quizzes; it relies on the frame that is in `site/frame.rs`. The first question of a
//! practice stands in its page and can be answered before the application has arrived.

mod app;
mod catalogue;
mod course;
mod first;
mod frame;
mod glossary;
mod lesson;
mod missing;
mod module;
mod notebook;
mod offline;
mod quiz;
mod sources;
mod speech;
mod text;
mod trainer;

pub use app::{App, Missing, Program, policy};

use domain::course::{Catalogue, Course, Module};
use domain::id::ModuleRef;
use domain::index::{Address, ModuleIndex, Publication};
use domain::language::Language;
use texts::page::Page;

use crate::tree::Tree;
use app::Assets;

/// A catalogue in one of the languages of the interface.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The language of its pages.
    pub language: Language,
    /// What the pages show. Texts that were not translated are in the language that they name themselves.
    pub catalogue: &'a Catalogue,
    /// What the application fetches beside the pages.
    pub publication: &'a Publication,
}

/// The files of the site: its pages in each language of the interface, the published data, and the applications under names that
/// carry a fingerprint.
///
/// The first version is in the language of the course and lies at the root, those in other languages in a folder each: `fr/`. A language
/// that no version is given for has the pages of the first one with its own words around the author's.
pub fn site(versions: &[Version<'_>], app: &App) -> Tree {
    weighed_site(versions, app, &|_, bytes| bytes.len())
}

/// The same, where more is known of how many bytes of a file, given by path and content, are transferred: a page that offers to
/// keep a module says how many that are in all.
pub fn weighed_site(versions: &[Version<'_>], app: &App, weigh: &dyn Fn(&str, &[u8]) -> usize) -> Tree {
    let mut tree = Tree::default();
    let Some(first) = versions.first() else { return tree };
    let assets = Assets::new(app);
    let (own, is_for_author) = (first.language, app.watcher.is_some());
    for (address, bytes) in versions.iter().flat_map(|version| &version.publication.files) {
        tree.insert(address.0.clone(), bytes.clone());
    }
    for (path, bytes) in assets.files.iter() {
        tree.insert(path, bytes);
    }
    for language in Language::ALL {
        let version = versions.iter().find(|version| version.language == language).unwrap_or(first);
        let site = Site {
            language,
            own,
            prefix: prefix(language, own),
            texts: Page::of(language),
            catalogue: version.catalogue,
            publication: version.publication,
            assets: &assets,
            weigh,
        };
        pages(&mut tree, &site);
        if language == own {
            tree.insert("404.html", missing::page(&site));
            tree.insert("trainer/index.html", trainer::writing(&site));
            tree.insert("trainer/scores/index.html", trainer::scores(&site));
            tree.insert(offline::MANIFEST, offline::manifest(&site));
        }
    }
    let worker = if is_for_author { offline::NO_WORKER.to_owned() } else { offline::worker(&tree, &assets) };
    tree.insert(offline::WORKER, worker);
    tree
}

/// The folder of a language, from the root of a site whose own language is given.
fn prefix(language: Language, own: Language) -> String {
    if language == own { String::new() } else { format!("{language}/") }
}

/// The pages in one language.
fn pages(tree: &mut Tree, site: &Site<'_>) {
    let prefix = &site.prefix;
    tree.insert(format!("{prefix}index.html"), catalogue::page(site));
    tree.insert(format!("{prefix}your-data/index.html"), notebook::your_data(site));
    for course in &site.catalogue.courses {
        let folder = format!("{prefix}{}", course.id);
        tree.insert(format!("{folder}/index.html"), course::page(site, course));
        tree.insert(format!("{folder}/glossary/index.html"), glossary::page(site, course));
        tree.insert(format!("{folder}/sources/index.html"), sources::page(site, course));
        tree.insert(format!("{folder}/progress/index.html"), notebook::progress(site, course));
        tree.insert(format!("{folder}/record/index.html"), notebook::record(site, course));
        tree.insert(format!("{folder}/review/index.html"), notebook::review(site, course));
        tree.insert(format!("{folder}/drills/index.html"), notebook::drills(site, course));
        for view in site.modules(course) {
            module_pages(tree, site, &view);
        }
    }
    tree.insert(format!("{prefix}{}", offline::PAGE), offline::page(site));
}

fn module_pages(tree: &mut Tree, site: &Site<'_>, view: &View<'_>) {
    let folder = format!("{}{}/{}", site.prefix, view.course.id, view.module.id);
    for (place, lesson) in view.module.lessons.iter().enumerate() {
        tree.insert(format!("{folder}/{}/index.html", lesson.id), lesson::page(site, view, place, lesson));
    }
    for quiz in &view.module.quizzes {
        tree.insert(format!("{folder}/{}/index.html", quiz.id), quiz::page(site, view, quiz));
    }
    // Last, because it says what the others weigh. An author sees each change at once, so nothing is kept for her.
    let draft = module::page(site, view, None);
    let needs = (!site.is_for_author()).then(|| offline::list_needs(tree, site, view, &site.prefix, &draft));
    tree.insert(format!("{folder}/index.html"), module::page(site, view, needs.as_ref()));
}

/// What every page is made from.
struct Site<'a> {
    /// The language of the pages.
    language: Language,
    /// The language whose pages lie at the root.
    own: Language,
    /// The folder that the pages lie in, from the root.
    prefix: String,
    /// What the pages say of themselves.
    texts: &'static Page,
    catalogue: &'a Catalogue,
    publication: &'a Publication,
    assets: &'a Assets,
    weigh: &'a dyn Fn(&str, &[u8]) -> usize,
}

/// A module with its course and its published index.
struct View<'a> {
    course: &'a Course,
    module: &'a Module,
    index: &'a ModuleIndex,
    address: &'a Address,
}

impl<'a> Site<'a> {
    /// Whether the site is shown to its author while she works on it.
    fn is_for_author(&self) -> bool {
        self.assets.watcher.is_some()
    }

    fn modules(&self, course: &'a Course) -> impl Iterator<Item = View<'a>> {
        course.modules.iter().filter_map(|module| {
            let is_own = |known: &ModuleRef| known.course == course.id && known.module == module.id;
            let (_, address, index) = self.publication.modules.iter().find(|(known, _, _)| is_own(known))?;
            Some(View { course, module, index, address })
        })
    }
}
