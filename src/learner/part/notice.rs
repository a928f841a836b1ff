//! What a learner must know about how her answers are kept: said in the page, and she can go on.

use crate::browser;
use crate::part::texts::texts;
use crate::part::words::counted;
use crate::storage::Health;

/// Shows the notice above the page; takes it away where all is well.
pub(crate) fn show(health: Health) {
    let sentences = sentences(health);
    let shown = browser::first(".notice");
    if sentences.is_empty() {
        if let Some(shown) = shown {
            shown.remove();
        }
        return;
    }
    let Some(notice) = shown.or_else(place) else { return };
    let text = sentences.join("\n");
    // Said anew only where it changed, so that a screen reader does not repeat it after every answer; and a moment after the
    // region came into the page, because a region that comes with its text is not read out.
    if notice.text_content().as_deref() != Some(&text) {
        browser::after_paint(move || notice.set_text_content(Some(&text)));
    }
}

/// Says that the application itself is broken, which is a fault of ours: what was answered is stored.
pub(crate) fn broken(fault: &str) {
    web_sys::console::error_1(&fault.into());
    if let Some(notice) = browser::first(".notice").or_else(place) {
        notice.set_text_content(Some(texts().broken));
    }
}

/// A new notice before the page.
fn place() -> Option<web_sys::Element> {
    let page = browser::first("#page")?;
    let notice = browser::document()?.create_element("div").ok()?;
    notice.set_class_name("notice");
    notice.set_attribute("role", "status").ok()?;
    page.parent_node()?.insert_before(&notice, Some(&page)).ok()?;
    Some(notice)
}

fn sentences(health: Health) -> Vec<String> {
    let Health { blocked, unwritten, aside, too_new } = health;
    let mut sentences = Vec::new();
    if blocked {
        sentences.push(texts().storage_blocked.to_owned());
    }
    if unwritten > 0 {
        sentences.push(counted(&texts().storage_full, unwritten));
    }
    if aside > 0 {
        sentences.push(counted(&texts().set_aside, aside));
    }
    if too_new > 0 {
        sentences.push(counted(&texts().too_new, too_new));
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
