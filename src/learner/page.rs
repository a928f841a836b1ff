//! The pages: one file each. A page shows what was loaded for it; it loads nothing itself.

mod catalogue;
mod course;
mod failed;
mod lesson;
mod module;
mod quiz;
mod reference;
mod result;

use domain::id::{CourseId, ModuleRef};
use leptos::prelude::*;

use crate::app::{App, Page};
use crate::route::Route;

/// The page as it is shown.
pub(crate) fn view(app: App, page: &Page) -> AnyView {
    match page {
        Page::Catalogue => catalogue::view(app),
        Page::Course(course) => course::view(app, course),
        Page::Glossary(course, reference) => reference::glossary(app, course, reference),
        Page::Sources(course, reference) => reference::sources(app, course, reference),
        Page::Module(module, index) => module::view(app, module, index),
        Page::Lesson(lesson, index, body) => lesson::view(app, lesson, index, body),
        Page::Quiz(quiz, index, _) => quiz::view(app, quiz, index),
        Page::Unknown => failed::no_such_page(app),
        Page::Failed(_, missing) => failed::view(app, missing),
    }
}

/// The address of the page, where it has one.
pub(crate) fn route(page: &Page) -> Option<Route> {
    Some(match page {
        Page::Catalogue => Route::Catalogue,
        Page::Course(course) => Route::Course(course.clone()),
        Page::Glossary(course, _) => Route::Glossary(course.clone()),
        Page::Sources(course, _) => Route::Sources(course.clone()),
        Page::Module(module, _) => Route::Module(module.clone()),
        Page::Lesson(lesson, ..) => Route::Leaf(lesson.module_ref(), lesson.lesson.slug().clone()),
        Page::Quiz(quiz, ..) => Route::Leaf(quiz.module_ref(), quiz.quiz.slug().clone()),
        Page::Failed(route, _) => route.clone(),
        Page::Unknown => return None,
    })
}

/// The title of the page, and the pages above it.
pub(crate) fn steps(app: App, page: &Page) -> (String, Vec<(Route, String)>) {
    match page {
        Page::Catalogue => ("Courses".to_owned(), Vec::new()),
        Page::Course(course) => (course_title(app, course), Vec::new()),
        Page::Glossary(course, _) => ("Glossary".to_owned(), above_course(app, course)),
        Page::Sources(course, _) => ("Sources".to_owned(), above_course(app, course)),
        Page::Module(module, _) => (module_title(app, module), above_course(app, &module.course)),
        Page::Lesson(lesson, index, _) => {
            let own = index.lessons.iter().find(|card| card.id == lesson.lesson);
            (own.map(|card| card.title.clone()).unwrap_or_default(), above_module(app, &lesson.module_ref()))
        }
        Page::Quiz(quiz, index, _) => {
            let own = index.quizzes.iter().find(|card| card.id == quiz.quiz);
            (own.map(|card| card.title.clone()).unwrap_or_default(), above_module(app, &quiz.module_ref()))
        }
        Page::Unknown => ("No such page".to_owned(), Vec::new()),
        Page::Failed(..) => ("Not loaded".to_owned(), Vec::new()),
    }
}

/// The title of the window: `Two crimes · Trafficking · Plenary`.
pub(crate) fn title(app: App, page: &Page) -> String {
    let (here, above) = steps(app, page);
    let parent = above.last().map(|(_, title)| format!(" · {title}")).unwrap_or_default();
    format!("{here}{parent} · Plenary")
}

fn above_course(app: App, course: &CourseId) -> Vec<(Route, String)> {
    vec![(Route::Course(course.clone()), course_title(app, course))]
}

fn above_module(app: App, module: &ModuleRef) -> Vec<(Route, String)> {
    let mut steps = above_course(app, &module.course);
    steps.push((Route::Module(module.clone()), module_title(app, module)));
    steps
}

fn course_title(app: App, course: &CourseId) -> String {
    app.course(course).map(|course| course.title).unwrap_or_default()
}

fn module_title(app: App, module: &ModuleRef) -> String {
    app.module(module).map(|module| module.title).unwrap_or_default()
}
