//! What a learner must know about how her answers are kept: said in the page, and she can go on.

use leptos::prelude::*;

use crate::app::App;
use crate::part::count;
use crate::storage::Health;

/// The notice on storage; empty where all is well.
pub(crate) fn storage(app: App) -> AnyView {
    view! {
        {move || {
            let sentences = sentences(app.health.get());
            (!sentences.is_empty()).then(|| view! {
                <aside class="notice" role="status" aria-label="About your answers">
                    {sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                </aside>
            })
        }}
    }
    .into_any()
}

fn sentences(health: Health) -> Vec<String> {
    let Health { blocked, unwritten, aside, too_new } = health;
    let mut sentences = Vec::new();
    if blocked {
        sentences.push(
            "This browser does not let the page store anything. You can go on, but your answers last only until you close \
             the page. A window that is not private, or another browser, can keep them."
                .to_owned(),
        );
    }
    if unwritten > 0 {
        sentences.push(format!(
            "The storage of this browser is full: {} not stored and will be lost when you close the page. Make \
             room, for instance by removing the data of other sites; Plenary tries again with your next answer.",
            count(unwritten, "entry is", "entries are"),
        ));
    }
    if aside > 0 {
        sentences.push(format!(
            "{} could not be read and {} set aside, not deleted. Everything else is here and you can go on.",
            count(aside, "stored entry", "stored entries"),
            if aside == 1 { "was" } else { "were" },
        ));
    }
    if too_new > 0 {
        sentences.push(format!(
            "{} written by a later version of Plenary and left as {}. Reload the page to get that version.",
            count(too_new, "stored entry was", "stored entries were"),
            if too_new == 1 { "it is" } else { "they are" },
        ));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(health: Health, expect: &[&str]) {
        assert_eq!(sentences(health), expect);
    }

    #[test]
    fn all_well_says_nothing() {
        check(Health::default(), &[]);
    }

    #[test]
    fn entries_that_cannot_be_read_are_counted_and_said_to_be_kept() {
        check(
            Health { aside: 1, ..Health::default() },
            &[
                "1 stored entry could not be read and was set aside, not deleted. Everything else is here and you can go on.",
            ],
        );
        check(
            Health { too_new: 2, ..Health::default() },
            &[
                "2 stored entries were written by a later version of Plenary and left as they are. Reload the page to get that version.",
            ],
        );
    }
}
