//! What a learner has set on one device, and what the application remembers of it. It is no part of the log and of no backup.
//!
//! Reading is tolerant: a setting that is missing or cannot be read is as it was in the beginning, and the others hold.

use crate::json::{Fields, Json, Value, record, to_text};
use crate::time::{Millis, Timestamp};

/// A day in milliseconds.
const DAY: u64 = 24 * 60 * 60 * 1000;

/// How old a backup may be before there is a reminder.
const BACKUP_HOLDS: Millis = Millis(14 * DAY);

/// How long a reminder that was put off stays away.
const PUT_OFF_HOLDS: Millis = Millis(3 * DAY);

/// How many answers there are before the first backup is asked for.
const ANSWERS_WITHOUT_BACKUP: usize = 20;

/// How many cards come back on a day where nothing else was set.
pub const CARDS_A_DAY: u16 = 20;

/// What a learner has set on one device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The last backup that was made on this device.
    pub backup: Option<LastBackup>,
    /// Whether she is reminded of backups.
    pub reminds: bool,
    /// When she put the last reminder off.
    pub put_off: Option<Timestamp>,
    /// Whether the browser was asked to keep what is stored.
    pub asked_to_persist: bool,
    /// How many cards come back on a day at most.
    pub cards_a_day: u16,
    /// Her name, as it is to stand in a results file and on a record of achievement; empty where she gives none.
    pub name: String,
}

/// A backup that was made on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastBackup {
    /// When it was made.
    pub at: Timestamp,
    /// How many entries were in it.
    pub entries: usize,
}

record! { LastBackup { at, entries } }

impl Default for Settings {
    fn default() -> Self {
        Self {
            backup: None,
            reminds: true,
            put_off: None,
            asked_to_persist: false,
            cards_a_day: CARDS_A_DAY,
            name: String::new(),
        }
    }
}

impl Settings {
    /// The settings of a stored text.
    pub fn read(text: &str) -> Self {
        let value = Value::parse(text);
        let Some(fields) = value.as_ref().and_then(Value::fields) else { return Self::default() };
        let first = Self::default();
        Self {
            backup: fields.required("backup"),
            reminds: or(fields, "reminds", first.reminds),
            put_off: fields.required("put_off"),
            asked_to_persist: or(fields, "asked_to_persist", first.asked_to_persist),
            cards_a_day: or(fields, "cards_a_day", first.cards_a_day),
            name: or(fields, "name", first.name),
        }
    }

    /// The stored text.
    pub fn write(&self) -> String {
        to_text(self)
    }

    /// How many whole days ago the last backup was made; none where there is none. A clock that was set back gives 0.
    pub fn days_since_backup(&self, now: Timestamp) -> Option<u64> {
        self.backup.map(|backup| now.since(backup.at).0 / DAY)
    }

    /// Whether to remind her of a backup, where the log has so many entries, and so many answers among them.
    ///
    /// There is a reminder where more was done than is in the last backup and that one is older than 14 days, or where there is
    /// no backup after 20 answers; not for three days after she put one off, and never where she turned them off.
    pub fn is_backup_due(&self, entries: usize, answers: usize, now: Timestamp) -> bool {
        let is_old = match self.backup {
            Some(backup) => entries > backup.entries && now.since(backup.at) > BACKUP_HOLDS,
            None => answers >= ANSWERS_WITHOUT_BACKUP,
        };
        // A clock that was set back since then must not keep her waiting for years.
        let is_put_off = self.put_off.is_some_and(|at| at <= now && now.since(at) < PUT_OFF_HOLDS);
        self.reminds && is_old && !is_put_off
    }
}

record! { Settings { backup: optional, reminds, put_off: optional, asked_to_persist, cards_a_day, name } }

fn or<T: Json>(fields: Fields<'_>, name: &str, otherwise: T) -> T {
    fields.required(name).unwrap_or(otherwise)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Settings {
        Settings {
            backup: Some(LastBackup { at: Timestamp(7), entries: 3 }),
            reminds: false,
            put_off: Some(Timestamp(9)),
            asked_to_persist: true,
            cards_a_day: 35,
            name: "Amina N’Diaye".to_owned(),
        }
    }

    #[test]
    fn settings_are_read_as_they_were_written() {
        for settings in [full(), Settings::default()] {
            assert_eq!(Settings::read(&settings.write()), settings);
        }
    }

    #[test]
    fn a_setting_that_cannot_be_read_is_as_in_the_beginning_and_the_others_hold() {
        let text = full().write().replace("35", "\"many\"").replace("\"entries\":3", "\"entries\":-3");
        let expect = Settings { cards_a_day: CARDS_A_DAY, backup: None, ..full() };
        assert_eq!(Settings::read(&text), expect);
        for text in ["", "null", "[]", "{}", "{\"later\":{}}", "{\"reminds\":tr"] {
            assert_eq!(Settings::read(text), Settings::default(), "{text}");
        }
    }

    #[track_caller]
    fn check(settings: &Settings, entries: usize, answers: usize, days: u64, expect: bool) {
        assert_eq!(settings.is_backup_due(entries, answers, Timestamp(days * DAY)), expect);
    }

    #[test]
    fn a_first_backup_is_due_after_twenty_answers() {
        check(&Settings::default(), 25, 19, 100, false);
        check(&Settings::default(), 25, 20, 0, true);
    }

    #[test]
    fn a_further_backup_is_due_after_fourteen_days_in_which_something_was_done() {
        let backup = Some(LastBackup { at: Timestamp(100 * DAY), entries: 30 });
        let settings = Settings { backup, ..Settings::default() };
        check(&settings, 31, 25, 114, false);
        check(&settings, 31, 25, 115, true);
        check(&settings, 30, 25, 400, false);
        // The clock was set back.
        check(&settings, 31, 25, 50, false);
        assert_eq!(settings.days_since_backup(Timestamp(112 * DAY + 5)), Some(12));
        assert_eq!(settings.days_since_backup(Timestamp(50 * DAY)), Some(0));
        assert_eq!(Settings::default().days_since_backup(Timestamp(9)), None);
    }

    #[test]
    fn a_reminder_can_be_put_off_and_turned_off() {
        let later = Settings { put_off: Some(Timestamp(100 * DAY)), ..Settings::default() };
        check(&later, 50, 40, 102, false);
        check(&later, 50, 40, 103, true);
        // The clock was set back after that.
        check(&later, 50, 40, 20, true);
        check(&Settings { reminds: false, ..Settings::default() }, 50, 40, 500, false);
    }
}
