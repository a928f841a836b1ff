//! Where the learner is, and the way back: the head and the foot of every page.

use leptos::prelude::*;

use crate::app::{App, Page};
use crate::page;
use crate::route::Route;

/// The head: the way from the catalogue to this page.
pub(crate) fn trail(app: App, page: &Page) -> AnyView {
    let (here, above) = page::steps(app, page);
    let steps =
        above.into_iter().map(|(route, title)| view! { <li><a href=app.href(&route)>{title}</a></li> });
    let nav = (!matches!(page, Page::Catalogue)).then(|| {
        view! {
            <nav class="trail" aria-label="You are here">
                <ol>
                    {steps.collect_view()}
                    <li><span aria-current="page">{here}</span></li>
                </ol>
            </nav>
        }
    });
    view! {
        <header class="site-head">
            <a class="site-name" href=app.href(&Route::Catalogue)>"Plenary"</a>
            {nav}
        </header>
    }
    .into_any()
}

/// The foot: what belongs to the course as a whole.
pub(crate) fn foot(app: App, route: Option<&Route>) -> AnyView {
    let course = match route {
        None | Some(Route::Catalogue) => None,
        Some(Route::Course(course) | Route::Glossary(course) | Route::Sources(course)) => {
            Some(course.clone())
        }
        Some(Route::Module(module) | Route::Leaf(module, _)) => Some(module.course.clone()),
    };
    let links = course.map(|course| {
        view! {
            <nav aria-label="About the course">
                <a href=app.href(&Route::Glossary(course.clone()))>"Glossary"</a>
                <a href=app.href(&Route::Sources(course))>"Sources"</a>
            </nav>
        }
    });
    view! { <footer class="site-foot">{links}<p>"Your answers stay in this browser."</p></footer> }.into_any()
}
