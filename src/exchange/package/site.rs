//! A catalogue as a site that any static host can serve from any folder.
//!
//! Every page is complete without scripts: the whole text of a lesson is in its page, and a link to a term or to a source
//! leads to a page of its own. Every address is relative. When the learner's application has arrived it turns the pages itself,
//! says on them what was done, and fills the pages of quizzes; it relies on the frame that is in `site/frame.rs`.

mod app;
mod catalogue;
mod course;
mod frame;
mod glossary;
mod lesson;
mod missing;
mod module;
mod notebook;
mod quiz;
mod sources;
mod text;

pub use app::{App, Missing, Program};

use domain::course::{Catalogue, Course, Module};
use domain::id::ModuleRef;
use domain::index::{Address, ModuleIndex, Publication};

use crate::tree::Tree;
use app::Assets;

/// What a browser may load on each page, as the value of a `Content-Security-Policy`.
///
/// No script and no style stands in a page itself; `wasm-unsafe-eval` lets the browser compile the application.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

/// The files of the site: its pages, the published data, and the application under names that carry a fingerprint.
pub fn site(catalogue: &Catalogue, publication: &Publication, app: &App) -> Tree {
    let assets = Assets::new(app);
    let site = Site { catalogue, publication, assets: &assets };
    let mut tree = Tree::default();
    tree.insert("index.html", catalogue::page(&site));
    tree.insert("404.html", missing::page(&site));
    tree.insert("your-data/index.html", notebook::your_data(&site));
    for course in &catalogue.courses {
        let id = &course.id;
        tree.insert(format!("{id}/index.html"), course::page(&site, course));
        tree.insert(format!("{id}/glossary/index.html"), glossary::page(&site, course));
        tree.insert(format!("{id}/sources/index.html"), sources::page(&site, course));
        for view in site.modules(course) {
            module_pages(&mut tree, &site, &view);
        }
    }
    for (address, bytes) in &publication.files {
        tree.insert(address.0.clone(), bytes.clone());
    }
    for (path, bytes) in assets.files {
        tree.insert(path, bytes);
    }
    tree
}

fn module_pages(tree: &mut Tree, site: &Site<'_>, view: &View<'_>) {
    let folder = format!("{}/{}", view.course.id, view.module.id);
    tree.insert(format!("{folder}/index.html"), module::page(site, view));
    for (place, lesson) in view.module.lessons.iter().enumerate() {
        tree.insert(format!("{folder}/{}/index.html", lesson.id), lesson::page(site, view, place, lesson));
    }
    for quiz in &view.module.quizzes {
        tree.insert(format!("{folder}/{}/index.html", quiz.id), quiz::page(site, view, quiz));
    }
}

/// What every page is made from.
struct Site<'a> {
    catalogue: &'a Catalogue,
    publication: &'a Publication,
    assets: &'a Assets,
}

/// A module with its course and its published index.
struct View<'a> {
    course: &'a Course,
    module: &'a Module,
    index: &'a ModuleIndex,
    address: &'a Address,
}

impl<'a> Site<'a> {
    fn modules(&self, course: &'a Course) -> impl Iterator<Item = View<'a>> {
        course.modules.iter().filter_map(|module| {
            let is_own = |known: &ModuleRef| known.course == course.id && known.module == module.id;
            let (_, address, index) = self.publication.modules.iter().find(|(known, _, _)| is_own(known))?;
            Some(View { course, module, index, address })
        })
    }
}
