//! The pages of trainers, which their application fills. They are in English: so is everything that `check` says.

use maud::html;

use super::Site;
use super::frame::{Frame, Runs};
use super::speech::Name;

/// Where banks and lessons are written.
pub(super) fn writing(site: &Site<'_>) -> String {
    let content = html! {
        h1 { "Write" }
        p class="lead" { "Question banks and courses, with their mistakes at their places and each question as learners get it. " a href="scores/" { "What learners hand in" } " is read on a page of its own." }
        div id="trainer" data-page="write" {
            p class="loading" role="status" { "One moment: the editor is on its way." }
            noscript {
                p class="notice" { "This page needs scripts. " code { "plenary check" } " says the same on the command line." }
            }
        }
    };
    let frame = Frame {
        kind: "trainer",
        path: "trainer/".to_owned(),
        title: vec![Name::own("Write")],
        description: "Write question banks and courses in the browser; nothing is uploaded.".to_owned(),
        course: None,
        trail: Vec::new(),
        fetches: Vec::new(),
        first: None,
        runs: Runs::Trainer,
    };
    frame.around(site, &content)
}

/// Where a cohort is read.
pub(super) fn scores(site: &Site<'_>) -> String {
    let shelves: Vec<&str> = site.publication.shelves.iter().map(|(_, address)| address.0.as_str()).collect();
    let content = html! {
        h1 { "Read a cohort" }
        p class="lead" { "Gradebook, item analysis and marks given again, out of the files that learners hand in." }
        div id="scores" data-shelves=(shelves.join(" ")) {
            p class="loading" role="status" { "One moment: the page is on its way." }
            noscript {
                p class="notice" { "This page needs scripts. " code { "plenary analyse" } " says the same on the command line." }
            }
        }
    };
    let frame = Frame {
        kind: "scores",
        path: "trainer/scores/".to_owned(),
        title: vec![Name::own("Read a cohort")],
        description: "Read the results of a cohort in the browser; nothing is uploaded.".to_owned(),
        course: None,
        trail: vec![("trainer/".to_owned(), Name::own("Write"))],
        fetches: Vec::new(),
        first: None,
        runs: Runs::Scores,
    };
    frame.around(site, &content)
}
