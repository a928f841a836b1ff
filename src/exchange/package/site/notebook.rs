//! The pages of the notebook: what a learner did, and where it is kept. The second application fills them.

use domain::course::Course;
use maud::{Markup, html};

use super::Site;
use super::frame::{Frame, Runs};
use super::speech::Name;

/// What is stored on the device, and the ways to keep it, to bring it back and to delete it.
pub(super) fn your_data(site: &Site<'_>) -> String {
    let content = html! {
        h1 { (site.texts.your_data) }
        p class="lead" { (site.texts.your_data_lead) }
        (place(site, "your-data"))
    };
    let frame = Frame {
        kind: "your-data",
        path: "your-data/".to_owned(),
        title: vec![Name::own(site.texts.your_data)],
        description: site.texts.your_data_about.to_owned(),
        course: None,
        trail: Vec::new(),
        fetches: Vec::new(),
        first: None,
        runs: Runs::Notebook,
    };
    frame.around(site, &content)
}

/// The questions and terms of a course that come back today.
pub(super) fn review(site: &Site<'_>, course: &Course) -> String {
    let texts = site.texts;
    of_course(site, course, "review", [texts.review, texts.review_lead, texts.review_about])
}

/// The drills of a course.
pub(super) fn drills(site: &Site<'_>, course: &Course) -> String {
    let texts = site.texts;
    of_course(site, course, "drills", [texts.drills, texts.drills_lead, texts.drills_about])
}

/// Where a learner is in a course.
pub(super) fn progress(site: &Site<'_>, course: &Course) -> String {
    let texts = site.texts;
    of_course(site, course, "progress", [texts.progress, texts.progress_lead, texts.progress_about])
}

/// What she finished in a course, to print.
pub(super) fn record(site: &Site<'_>, course: &Course) -> String {
    let texts = site.texts;
    of_course(site, course, "record", [texts.record, texts.record_lead, texts.record_about])
}

/// A page about a course, for which the application fetches the course's shelf.
fn of_course(
    site: &Site<'_>,
    course: &Course,
    page: &'static str,
    [title, lead, about]: [&str; 3],
) -> String {
    let shelf = site.publication.shelves.iter().find(|(id, _)| *id == course.id).map(|(_, address)| address);
    let content = html! {
        h1 { (title) }
        p class="lead" { (lead) }
        div data-course=(course.id) data-shelf=[shelf] data-title=(course.title) data-language=(course.language) {
            (place(site, page))
        }
    };
    let frame = Frame {
        kind: page,
        path: format!("{}/{page}/", course.id),
        title: vec![Name::own(title), Name::authored(&course.title, &course.language)],
        description: about.to_owned(),
        course: Some(course),
        trail: vec![(format!("{}/", course.id), Name::authored(&course.title, &course.language))],
        fetches: shelf.into_iter().collect(),
        first: None,
        runs: Runs::Notebook,
    };
    frame.around(site, &content)
}

/// The place that the application fills; `page` names the view.
fn place(site: &Site<'_>, page: &str) -> Markup {
    html! {
        div id="notebook" data-page=(page) {
            p class="loading" role="status" { (site.texts.one_moment) }
            p class="notice" data-without-texts hidden { (site.texts.page_did_not_arrive) }
            noscript {
                p class="notice" { (site.texts.needs_scripts) }
            }
        }
    }
}
