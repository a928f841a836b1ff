//! What a trainer has open: files as they are now, and as they were when they were last saved.
//!
//! Pure: it knows neither the browser nor the editor.

use std::collections::BTreeMap;
use std::ops::Range;

use content::Files;

use crate::place::byte;

/// The files of a project by their paths: `questions/trafficking.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Project {
    sheets: BTreeMap<String, Sheet>,
    /// The same texts, as `content` reads them.
    files: Files,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// Its text as it is now.
    pub(crate) text: String,
    /// Its text where it was read from; none where it was made here and never saved.
    pub(crate) saved: Option<String>,
    /// Whether the two differ: that is asked of every file after each keystroke.
    is_unsaved: bool,
    /// How its lines end on the disk; here they end as in the editor.
    ends: Ends,
}

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// With a line feed.
    LineFeed,
    /// As on Windows, with a carriage return before it.
    Both,
}

impl Sheet {
    /// Whether something in it would be lost with this page.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.is_unsaved
    }

    /// A text as it is written on the disk, with the ends of lines that this file has there.
    pub(crate) fn ended(&self, text: &str) -> String {
        match self.ends {
            Ends::LineFeed => text.to_owned(),
            Ends::Both => text.replace('\n', "\r\n"),
        }
    }

    fn of(text: String, saved: Option<String>, ends: Ends) -> Self {
        let is_unsaved = saved.as_ref() != Some(&text);
        Self { text, saved, is_unsaved, ends }
    }
}

impl Project {
    /// A project of files that were read. Lines end as they do in the editor, by whose text places are counted.
    pub(crate) fn read(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let sheet = |text: String| {
            // A file that has both is written with what most of its lines have.
            let (all, both) = (text.matches('\n').count(), text.matches("\r\n").count());
            let ends = if 2 * both > all { Ends::Both } else { Ends::LineFeed };
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            Sheet::of(text.clone(), Some(text), ends)
        };
        let sheets = files.into_iter().map(|(path, text)| (path, sheet(text)));
        let sheets: BTreeMap<String, Sheet> = sheets.collect();
        let files = sheets.iter().map(|(path, sheet)| (path.clone(), sheet.text.clone())).collect();
        Self { sheets, files }
    }

    /// Whether nothing is open.
    pub(crate) fn is_empty(&self) -> bool {
        self.sheets.is_empty()
    }

    /// The files, by path.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = (&str, &Sheet)> {
        self.sheets.iter().map(|(path, sheet)| (path.as_str(), sheet))
    }

    /// A file.
    pub(crate) fn sheet(&self, path: &str) -> Option<&Sheet> {
        self.sheets.get(path)
    }

    /// Puts a text in the place of that of a file; a file that is not there comes to be.
    pub(crate) fn write(&mut self, path: &str, text: String) {
        self.files.insert(path, text.clone());
        let (saved, ends) =
            self.sheets.remove(path).map_or((None, Ends::LineFeed), |sheet| (sheet.saved, sheet.ends));
        self.sheets.insert(path.to_owned(), Sheet::of(text, saved, ends));
    }

    /// Puts a text in the place of a stretch of a file, which is counted in UTF-16 units.
    pub(crate) fn change(&mut self, path: &str, stretch: Range<usize>, text: &str) {
        let Some(sheet) = self.sheets.get_mut(path) else { return };
        let start = byte(&sheet.text, stretch.start);
        let rest = sheet.text.get(start..).unwrap_or_default();
        let end = start + byte(rest, stretch.end.saturating_sub(stretch.start));
        sheet.text.replace_range(start..end, text);
        sheet.is_unsaved = sheet.saved.as_ref() != Some(&sheet.text);
        self.files.insert(path, sheet.text.clone());
    }

    /// Takes note that a file was saved with this text.
    pub(crate) fn was_saved(&mut self, path: &str, text: String) {
        if let Some(Sheet { text: now, ends, .. }) = self.sheets.remove(path) {
            self.sheets.insert(path.to_owned(), Sheet::of(now, Some(text), ends));
        }
    }

    /// Lays work over it that was not saved: what an earlier visit left behind.
    pub(crate) fn take_up(&mut self, unsaved: impl IntoIterator<Item = (String, String)>) {
        for (path, text) in unsaved {
            self.write(&path, text);
        }
    }

    /// The files with something in them that was not saved.
    pub(crate) fn unsaved(&self) -> impl Iterator<Item = (&str, &Sheet)> {
        self.sheets().filter(|(_, sheet)| sheet.is_unsaved())
    }

    /// Whether a change of this file can change what is to be said of a translation: whether it is one, has one, or is something that all files go by.
    pub(crate) fn concerns_translations(&self, path: &str) -> bool {
        let Some(stem) = path.strip_suffix(".toml").filter(|_| path.starts_with("questions/")) else {
            return true;
        };
        let of_stem = format!("{stem}.");
        let is_translation = stem.contains('.');
        is_translation || self.sheets.keys().any(|other| other != path && other.starts_with(&of_stem))
    }

    /// The files as `content` reads them.
    pub(crate) fn files(&self) -> &Files {
        &self.files
    }
}

/// The path that a file has in a project, from the path under which it was opened: what is before `courses/` or `questions/` is the name of a folder on
/// somebody's disk. A file that was opened alone is a bank, unless its name says otherwise. None where no project has such a file.
pub(crate) fn path_in_project(opened: &str) -> Option<String> {
    let opened = opened.replace('\\', "/");
    let parts: Vec<&str> = opened.split('/').filter(|part| !part.is_empty()).collect();
    let name = parts.last()?;
    if name.starts_with('.') || !(name.ends_with(".toml") || name.ends_with(".md")) {
        return None;
    }
    let home = parts.iter().rposition(|part| *part == "courses" || *part == "questions");
    if let Some(home) = home.filter(|home| home + 1 < parts.len()) {
        return Some(parts.get(home..)?.join("/"));
    }
    let shared = ["sources", "glossary", "concepts"];
    let stem = name.split('.').next().unwrap_or_default();
    match (parts.len(), name.ends_with(".toml")) {
        (1, true) if shared.contains(&stem) => Some(format!("courses/{name}")),
        (_, true) if stem != "course" && stem != "module" => Some(format!("questions/{name}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_finds_its_place_in_the_project_by_its_folder() {
        let check = |opened: &str, expect: Option<&str>| {
            assert_eq!(path_in_project(opened).as_deref(), expect, "{opened}");
        };
        check("my-course/questions/trafficking.toml", Some("questions/trafficking.toml"));
        check("questions\\trafficking.fr.toml", Some("questions/trafficking.fr.toml"));
        check("x/courses/law/intro/one.md", Some("courses/law/intro/one.md"));
        check("trafficking.toml", Some("questions/trafficking.toml"));
        check("glossary.toml", Some("courses/glossary.toml"));
        check("course.toml", None);
        check("notes.md", None);
        check("picture.png", None);
        check("x/.git/config.toml", Some("questions/config.toml"));
        check("x/.hidden.toml", None);
    }

    #[test]
    fn a_change_is_counted_as_editors_count() {
        let check = |text: &str, stretch: Range<usize>, put: &str, expect: &str| {
            let mut project = Project::read([("questions/a.toml".to_owned(), text.to_owned())]);
            project.change("questions/a.toml", stretch, put);
            let sheet = project.sheet("questions/a.toml").unwrap();
            assert_eq!(sheet.text, expect);
            assert_eq!(project.files().get("questions/a.toml"), Some(expect.as_bytes()));
            assert_eq!(sheet.is_unsaved(), text != expect);
        };
        check("one", 1..2, "", "oe");
        check("one\ntwo\n", 4..7, "three", "one\nthree\n");
        check("a😀é€b\n", 1..4, "x", "ax€b\n");
        check("one", 3..3, "!", "one!");
        check("one", 1..9, "", "o");
        check("one", 9..9, "!", "one!");
        check("one", 0..1, "o", "one");
    }

    #[test]
    fn work_is_unsaved_until_the_text_that_is_there_was_saved() {
        let mut project = Project::read([("questions/a.toml".to_owned(), "one".to_owned())]);
        assert_eq!(project.unsaved().count(), 0);
        project.write("questions/a.toml", "two".to_owned());
        project.write("questions/b.toml", "new".to_owned());
        let unsaved: Vec<_> = project.unsaved().map(|(path, sheet)| (path, sheet.text.as_str())).collect();
        assert_eq!(unsaved, [("questions/a.toml", "two"), ("questions/b.toml", "new")]);
        // Something was typed while it was being saved.
        project.was_saved("questions/b.toml", "newer".to_owned());
        assert_eq!(project.unsaved().count(), 2);
        project.was_saved("questions/a.toml", "two".to_owned());
        project.was_saved("questions/b.toml", "new".to_owned());
        assert_eq!(project.unsaved().count(), 0);
    }

    #[test]
    fn lines_end_as_in_the_editor_which_is_no_unsaved_work_and_are_written_as_they_were() {
        let check = |text: &str, written: &str| {
            let mut project = Project::read([("questions/a.toml".to_owned(), text.to_owned())]);
            assert_eq!(project.sheet("questions/a.toml").unwrap().text, "one\ntwo\n");
            assert_eq!(project.files().get("questions/a.toml"), Some("one\ntwo\n".as_bytes()));
            assert_eq!(project.unsaved().count(), 0);
            project.change("questions/a.toml", 7..7, "\nthree");
            let sheet = project.sheet("questions/a.toml").unwrap();
            assert_eq!(sheet.ended(&sheet.text), written);
        };
        check("one\r\ntwo\r\n", "one\r\ntwo\r\nthree\r\n");
        check("one\ntwo\n", "one\ntwo\nthree\n");
        check("one\rtwo\r", "one\ntwo\nthree\n");
    }

    #[test]
    fn a_bank_that_nobody_translated_is_no_matter_for_translators() {
        let files = ["questions/a.toml", "questions/a.fr.toml", "questions/ab.toml", "courses/glossary.toml"];
        let project = Project::read(files.map(|path| (path.to_owned(), String::new())));
        let concerns = files.map(|path| project.concerns_translations(path));
        assert_eq!(concerns, [true, true, false, true]);
    }

    #[test]
    fn what_an_earlier_visit_left_behind_lies_over_what_is_on_the_disk() {
        let mut project = Project::read([("questions/a.toml".to_owned(), "one".to_owned())]);
        project.take_up([("questions/a.toml".to_owned(), "two".to_owned())]);
        assert_eq!(project.sheet("questions/a.toml").unwrap().text, "two");
        assert!(project.sheet("questions/a.toml").unwrap().is_unsaved());
    }
}
