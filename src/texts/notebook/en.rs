//! English.

use super::Notebook;

/// The texts in English.
pub(super) const TEXTS: Notebook = Notebook {
    nothing_stored: "Nothing is stored yet.",
    stored: "On this device",
    stored_answers: "Answers",
    stored_attempts: "Attempts",
    stored_lessons: "Lessons read",
    stored_since: "Since",
    persisted: "This browser has promised to keep them until you delete them.",
    not_persisted: "This browser has not promised to keep them: it may delete them when space runs short.",
    persists_unknown: "This browser does not say how long it keeps them.",
    ask_to_persist: "Ask the browser to keep them",
    persist_refused: "The browser has not agreed. Where the site is installed, or visited often, it usually does.",
    safari: "Safari deletes everything that a site has stored when you have not visited it for seven days, unless you have \
             added it to the Home Screen or to the Dock. A backup protects you from that.",
    backup: "Back up",
    backup_lead: "A backup is one file with everything that you ever answered here. Keep it where you will find it again.",
    backup_last: "Last backup: {date}",
    backup_none: "There is no backup yet.",
    remind: "Remind me of backups",
    remind_when: "After 20 answers, and later when the last backup is older than 14 days.",
    restore: "Bring back",
    restore_lead: "Choose backup files of this device or of others, as many as you like and in any order. What they have and \
                   this device has not is added; nothing that is here is lost.",
    restore_files: "Backup files",
    restored_new: "Added: {count}",
    restored_known: "Here already: {count}",
    restored_too_new: "Written by a later version and kept as they are: {count}",
    restored_disputed: "Different from what was here, both kept: {count}",
    restored_unwritten: "Not stored, because there is no room: {count}",
    restored_damaged: "Damaged: {count}",
    damage: "Entry {number}: {why}",
    damage_not_an_entry: "this is no entry",
    damage_too_long: "it is longer than any entry and was left out",
    damage_unreadable: "it cannot be read and was set aside",
    restored_cut: "The file was cut off. Only what is whole was taken from it.",
    refused_too_large: "The file is larger than any backup. Nothing was taken from it.",
    refused_not_a_backup: "This is no backup of Plenary. Nothing was taken from it.",
    refused_too_new: "The file was made by a later version of Plenary. Reload the page to get that version. Nothing was taken \
                      from it.",
    refused_unreadable: "The browser could not read the file.",
    aside: "Set aside",
    aside_lead: "These stored texts could not be read: {count}. They are in every backup, and you can save them on their own.",
    aside_save: "Save them as a file",
    delete: "Delete",
    delete_lead: "This deletes everything that Plenary has stored in this browser: answers, progress, settings, and what was \
                  kept for offline use.",
    delete_ask: "Delete my data…",
    delete_sure: "Delete everything for good? Nobody else has a copy.",
    delete_do: "Delete everything",
    delete_not: "Keep it",
    deleted: "Everything was deleted. Stored texts: {count}",
};
