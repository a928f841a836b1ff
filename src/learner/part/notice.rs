//! What a learner must know about how her answers are kept: said in the page, and she can go on.

use web_sys::Element;

use crate::app::App;
use crate::browser;
use crate::part::saved;
use crate::part::texts::texts;
use crate::part::words::counted;
use crate::storage::Health;

/// Shows the notice above the page; takes it away where all is well.
pub(crate) fn show(app: App, health: Health, is_backup_due: bool) {
    let sentences = sentences(health, is_backup_due);
    let shown = browser::first(NOTICE);
    if sentences.is_empty() {
        if let Some(shown) = shown {
            shown.remove();
        }
        return;
    }
    let Some(notice) = shown.or_else(place) else { return };
    let offers = offers(health, is_backup_due);
    let words: String =
        sentences.iter().map(String::as_str).chain(offers.iter().map(|(words, _)| *words)).collect();
    // Said anew only where it changed, so that a screen reader does not repeat it after every answer; and a moment after the
    // region came into the page, because a region that comes with its text is not read out.
    if notice.text_content().as_deref() != Some(&words) {
        browser::after_paint(move || {
            notice.set_text_content(None);
            for sentence in &sentences {
                let _ = part(&notice, "p", "", sentence);
            }
            if !offers.is_empty()
                && let Some(actions) = part(&notice, "div", "actions", "")
            {
                for (words, act) in offers {
                    if let Some(button) = part(&actions, "button", "button", words) {
                        let _ = button.set_attribute("type", "button");
                        browser::listen(&button, "click", move |_| act(app));
                    }
                }
            }
        });
    }
}

/// What a button of the notice does.
type Act = fn(App);

/// The buttons of the notice: where answers are not stored, or not safe, the way to a file is right there.
fn offers(health: Health, is_backup_due: bool) -> Vec<(&'static str, Act)> {
    let mut offers: Vec<(&'static str, Act)> = Vec::new();
    if health.blocked || health.unwritten > 0 || is_backup_due {
        offers.push((texts().backup_now, saved::back_up));
    }
    if is_backup_due {
        offers.push((texts().later, saved::remind_later));
        offers.push((texts().do_not_remind, saved::remind_no_more));
    }
    offers
}

/// A new element at the end of another one.
fn part(within: &Element, tag: &str, class: &str, words: &str) -> Option<Element> {
    let element = browser::document()?.create_element(tag).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !words.is_empty() {
        element.set_text_content(Some(words));
    }
    within.append_child(&element).ok()?;
    Some(element)
}

/// Says that the application itself is broken, which is a fault of ours: what was answered is stored.
pub(crate) fn broken(fault: &str) {
    web_sys::console::error_1(&fault.into());
    if let Some(notice) = browser::first(NOTICE).or_else(place) {
        notice.set_text_content(Some(texts().broken));
    }
}

/// Says that the rest of the application did not arrive: it is asked for again with whatever is done next.
pub(crate) fn unreachable() {
    if let Some(notice) = browser::first(NOTICE).or_else(place) {
        notice.set_text_content(Some(texts().unreachable));
    }
}

/// The notice. Pages have others of the same look.
const NOTICE: &str = "#notice";

/// A new notice before the page.
fn place() -> Option<Element> {
    let page = browser::first("#page")?;
    let notice = browser::document()?.create_element("div").ok()?;
    notice.set_id("notice");
    notice.set_class_name("notice");
    notice.set_attribute("role", "status").ok()?;
    page.parent_node()?.insert_before(&notice, Some(&page)).ok()?;
    Some(notice)
}

fn sentences(health: Health, is_backup_due: bool) -> Vec<String> {
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
    if is_backup_due {
        sentences.push(texts().backup_due.to_owned());
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(health: Health, expect: &[&str]) {
        assert_eq!(sentences(health, false), expect);
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

    #[test]
    fn where_answers_are_not_safe_a_backup_is_offered() {
        #[track_caller]
        fn check(health: Health, is_backup_due: bool, expect: &[&str]) {
            let words: Vec<&str> =
                offers(health, is_backup_due).into_iter().map(|(words, _)| words).collect();
            assert_eq!(words, expect);
        }
        check(Health { aside: 1, too_new: 1, ..Health::default() }, false, &[]);
        check(Health { unwritten: 1, ..Health::default() }, false, &["Back up now"]);
        check(Health { blocked: true, ..Health::default() }, false, &["Back up now"]);
        check(Health::default(), true, &["Back up now", "Later", "Do not remind me"]);
        assert_eq!(sentences(Health::default(), true).len(), 1);
    }
}
