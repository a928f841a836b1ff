//! The pages of the notebook: what a learner did, and where it is kept. The second application fills them.

use maud::{Markup, html};

use super::Site;
use super::frame::{Frame, Runs};

/// What is stored on the device, and the ways to keep it, to bring it back and to delete it.
pub(super) fn your_data(site: &Site<'_>) -> String {
    let content = html! {
        h1 { "Your data" }
        p class="lead" { "Your answers are kept in this browser and nowhere else. Here you can save them to a file and bring them back." }
        (place("your-data"))
    };
    let frame = Frame {
        kind: "your-data",
        depth: 1,
        title: vec!["Your data"],
        description: "What is stored on this device, and the ways to keep it.".to_owned(),
        course: None,
        trail: Vec::new(),
        fetches: Vec::new(),
        runs: Runs::Notebook,
    };
    frame.around(site, &content)
}

/// The place that the application fills; `page` names the view.
fn place(page: &str) -> Markup {
    html! {
        div id="notebook" data-page=(page) {
            p class="loading" role="status" { "One moment." }
            noscript {
                p class="notice" { "This page needs scripts, which this browser does not run." }
            }
        }
    }
}
