//! Mends what can be mended without asking: the edits that diagnostics carry, applied to the files as they were written.
//!
//! An edit changes the stretch that it names and nothing else, so that the form of a file and its comments stay.

use domain::time::Date;

use crate::diagnostic::{Diagnostic, Fix};
use crate::{Checked, Files, check};

/// What was mended.
#[derive(Debug, Clone, PartialEq)]
pub struct Mended {
    /// The files with their edits; those that have none are as they were.
    pub files: Files,
    /// What each edit mended, in the order in which it was found; places are those before the edit.
    pub done: Vec<Diagnostic>,
    /// What is told of the files with their edits.
    pub checked: Checked,
}

/// How often files are read again: what was mended can bring to light what it hid, a few layers deep. Edits that would undo each other
/// end here as well.
const ROUNDS: usize = 12;

/// Checks files, applies the edits of what is told of them, and does so again until there is none. Edits that overlap wait for the next
/// round. `today` is the day on which that is done.
pub fn mend(files: Files, today: Date) -> Mended {
    let checked = check(&files, today);
    let mut mended = Mended { files, done: Vec::new(), checked };
    for _ in 0..ROUNDS {
        let (files, done) = apply(&mended.files, &mended.checked.diagnostics);
        if done.is_empty() {
            break;
        }
        mended.checked = check(&files, today);
        mended.files = files;
        mended.done.extend(done);
    }
    mended
}

/// The files with every edit that overlaps no earlier one, and what these edits mend.
fn apply(files: &Files, diagnostics: &[Diagnostic]) -> (Files, Vec<Diagnostic>) {
    let mut done = Vec::new();
    let edited = files.iter().map(|(path, bytes)| {
        let of_file = diagnostics.iter().filter(|told| told.file == path);
        let mut edits: Vec<(&Diagnostic, &Fix)> =
            of_file.filter_map(|told| Some((told, told.fix.as_ref()?))).collect();
        edits.sort_by_key(|(_, fix)| (fix.span.start, fix.span.end));
        let mut text = Vec::with_capacity(bytes.len());
        let mut from = 0;
        for (told, fix) in edits {
            // The first edit may begin where the file does; another one begins behind the one before.
            let is_free = fix.span.start > from || from == 0;
            let (true, Some(before)) = (is_free, bytes.get(from..fix.span.start)) else { continue };
            text.extend_from_slice(before);
            text.extend_from_slice(fix.replacement.as_bytes());
            from = fix.span.end;
            done.push(told.clone());
        }
        text.extend_from_slice(bytes.get(from..).unwrap_or_default());
        (path.to_owned(), text)
    });
    let edited = edited.collect();
    (edited, done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::guide;

    fn today() -> Date {
        Date::new(2026, 11, 21).unwrap()
    }

    /// The guide with some words exchanged; what is mended of it must be the guide again.
    #[track_caller]
    fn check_mended(path: &str, changes: &[(&str, &str)]) {
        let mut files = guide();
        let good = String::from_utf8(files[path].clone()).unwrap();
        let bad = changes.iter().fold(good.clone(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        files.insert(path.to_owned(), bad.into_bytes());
        let mended = mend(files.into_iter().collect(), today());
        let text = std::str::from_utf8(mended.files.get(path).unwrap()).unwrap();
        assert_eq!(text, good);
        assert_eq!(mended.checked.diagnostics, []);
        assert_eq!(mended.done.len(), changes.len());
    }

    #[test]
    fn what_was_mistyped_is_written_as_it_was_meant_and_nothing_else_changes() {
        check_mended(
            "questions/trafficking.toml",
            &[
                ("title    =", "titel    ="),
                ("objective = \"child-rule\"", "objectve = \"child-rule\""),
                ("kind      = \"single-choice\"", "kind      = \"single-choise\""),
                ("objective = \"tell-apart\"", "objective = \"tel-apart\""),
                ("\"trafficking-protocol:3(a)\"", "\"traffiking-protocol:3(a)\""),
                ("in = \"smuggling\"", "in = \"smugling\""),
            ],
        );
    }

    #[test]
    fn what_a_mistake_hid_is_mended_in_the_next_round() {
        let (path, quiz) =
            ("courses/migration/trafficking/module.toml", "draw  = [{ bank = \"trafficking\", count = 4");
        check_mended(path, &[(quiz, &quiz.replace("draw", "darw")), ("count = 4", "cuont = 4")]);
    }

    #[test]
    fn a_file_without_its_format_gets_it_before_its_first_key() {
        let mut files = guide();
        let path = "courses/migration/course.toml";
        let text = String::from_utf8(files[path].clone()).unwrap();
        let bad = text.replacen("format   = 1\n", "# The course.\n", 1);
        assert_ne!(text, bad);
        files.insert(path.to_owned(), bad.into_bytes());
        let mended = mend(files.into_iter().collect(), today());
        let mended = std::str::from_utf8(mended.files.get(path).unwrap()).unwrap().to_owned();
        assert_eq!(mended, text.replacen("format   = 1\n", "# The course.\nformat = 1\n", 1));
    }

    #[test]
    fn what_can_be_meant_in_two_ways_is_left_to_the_author() {
        let mut files = guide();
        let bank = files.get_mut("questions/trafficking.toml").unwrap();
        let text =
            String::from_utf8(bank.clone()).unwrap().replacen("response = \"no\"", "response = \"nn\"", 1);
        *bank = text.clone().into_bytes();
        let mended = mend(files.into_iter().collect(), today());
        assert_eq!(mended.files.get("questions/trafficking.toml"), Some(text.as_bytes()));
        assert_eq!((mended.done.len(), mended.checked.diagnostics.len()), (0, 1));
    }
}
