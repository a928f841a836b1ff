//! Whether what was answered is safe: the line in the foot of every page, backups, and the reminder of them.

use std::cell::Cell;

use domain::backup;
use domain::log::Fact;
use domain::settings::LastBackup;
use texts::fill;

use crate::app::{App, is_answer};
use crate::browser;
use crate::part::texts::texts;
use crate::part::words::counted;
use crate::part::{notice, state};
use crate::storage::{self, Health};

/// Says on a page that has just come what was done, and how safe it is.
pub(crate) fn settle(app: App) {
    state::fill(app);
    show(app);
    // Takes a while the first time: it is asked before anybody waits for it.
    browser::next_turn(|| drop(browser::number(0.0)));
}

/// Says in the foot of the page how safe the answers are, and above it what has to be known or done.
pub(crate) fn show(app: App) {
    let (health, settings, now) = (app.health(), storage::settings(), browser::now());
    let kept = app.kept();
    let is_due = !health.blocked && settings.is_backup_due(kept.entries, kept.answers, now);
    notice::show(app, health, is_due);
    if let Some(line) = browser::first("[data-saved]") {
        let served = line.get_attribute("data-saved").unwrap_or_default();
        if served.is_empty() {
            // The words that the page was served with hold as long as nothing was done.
            let _ = line.set_attribute("data-saved", &line.text_content().unwrap_or_default());
        }
        match words(kept.entries, health, settings.days_since_backup(now)) {
            Some(words) => line.set_text_content(Some(&words)),
            None if !served.is_empty() => line.set_text_content(Some(&served)),
            None => {}
        }
    }
}

thread_local! {
    /// Whether something was answered, of that which is to be said in the next turn.
    static SAID_SOON: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Writes what the learner did into the log, and says in the next turn how safe it is: what it led to is shown before.
pub(crate) fn record(app: App, fact: Fact) {
    let is_answer = is_answer(&fact);
    app.write(fact);
    let waiting = SAID_SOON.get();
    SAID_SOON.set(Some(is_answer || waiting == Some(true)));
    if waiting.is_none() {
        browser::next_turn(move || {
            if SAID_SOON.take() == Some(true) && app.health() == Health::default() {
                persist();
            }
            show(app);
        });
    }
}

/// Makes a backup and gives it to the learner as a file.
pub(crate) fn back_up(app: App) {
    let (backup, now) = (app.backup(), browser::now());
    let name = format!("plenary-{}.json", browser::today());
    if browser::save_file(&name, &backup::write(&backup, now), browser::JSON).is_none() {
        return;
    }
    let entries = backup.texts().len();
    storage::change_settings(|settings| {
        settings.backup = Some(LastBackup { at: now, entries });
        settings.put_off = None;
    });
    browser::say(&fill(texts().backup_made, &[("name", &name)]));
    show(app);
}

/// Puts the reminder off.
pub(crate) fn remind_later(app: App) {
    storage::change_settings(|settings| settings.put_off = Some(browser::now()));
    show(app);
}

/// Turns reminders off.
pub(crate) fn remind_no_more(app: App) {
    storage::change_settings(|settings| settings.reminds = false);
    show(app);
}

/// Asks the browser, once, to keep what is stored. It may ask the learner.
fn persist() {
    if !storage::settings().asked_to_persist {
        storage::change_settings(|settings| settings.asked_to_persist = true);
        // What it says is shown on the page of the learner's data; nothing waits for it.
        drop(browser::ask_to_persist());
    }
}

/// The line in the foot; none where nothing was done.
fn words(entries: usize, health: Health, days: Option<u64>) -> Option<String> {
    let words = match days {
        _ if entries == 0 => return None,
        _ if health.blocked || health.unwritten > 0 => texts().not_saved.to_owned(),
        None => texts().saved_no_backup.to_owned(),
        Some(0) => texts().saved_today.to_owned(),
        Some(days) => counted(&texts().saved_days, days as usize),
    };
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(entries: usize, health: Health, days: Option<u64>, expect: Option<&str>) {
        assert_eq!(words(entries, health, days).as_deref(), expect);
    }

    #[test]
    fn the_line_says_whether_answers_are_stored_and_how_old_the_last_backup_is() {
        let well = Health::default();
        check(0, well, Some(3), None);
        check(9, well, None, Some("Saved on this device · no backup yet"));
        check(9, well, Some(0), Some("Saved on this device · last backup today"));
        check(9, well, Some(1), Some("Saved on this device · last backup 1 day ago"));
        check(9, well, Some(12), Some("Saved on this device · last backup 12 days ago"));
        check(9, Health { unwritten: 1, ..well }, Some(0), Some("Not saved on this device"));
        check(9, Health { blocked: true, ..well }, None, Some("Not saved on this device"));
    }
}
