//! A project that was opened to read a cohort under it: courses and banks as an author writes them.

use std::sync::Arc;

use content::diagnostic::{Diagnostic, Severity};
use content::{Files, check};
use domain::course::Catalogue;
use domain::time::Date;

use crate::project::path_in_project;

/// The largest file of an author that is read, in bytes.
pub(super) const LARGEST_FILE: f64 = 32.0 * 1024.0 * 1024.0;

/// A project that was opened.
#[derive(Debug, Clone)]
pub(super) struct Opened {
    /// What it is called: the name of its folder.
    pub(super) name: String,
    files: Files,
    /// What it holds, or every mistake in it.
    pub(super) state: Result<Arc<Catalogue>, Vec<Diagnostic>>,
}

/// Why nothing could be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// There is no file of an author.
    NoProject,
    /// There are banks alone, and no project that they could belong to.
    BanksAlone,
}

impl Refused {
    /// The reason in words, with what to do.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::NoProject => {
                "There is no course in what was opened: it takes the folder that holds `courses` and `questions`."
            }
            Self::BanksAlone => {
                "A bank alone cannot be read: open the folder of its course first, then the bank; or a folder that holds both."
            }
        }
    }
}

impl Opened {
    /// A project out of files, by the paths under which they were picked. Banks alone are laid over the project that is open already.
    pub(super) fn read(
        picked: Vec<(String, Vec<u8>)>,
        over: Option<&Self>,
        today: Date,
    ) -> Result<Self, Refused> {
        let name = name(&picked);
        let placed = picked.into_iter().filter_map(|(path, bytes)| Some((path_in_project(&path)?, bytes)));
        let placed: Vec<(String, Vec<u8>)> = placed.collect();
        if placed.is_empty() {
            return Err(Refused::NoProject);
        }
        let is_whole = placed.iter().any(|(path, _)| path.ends_with("/course.toml"));
        let (name, files) = match (is_whole, over) {
            (true, _) => (name, placed.into_iter().collect()),
            (false, None) => return Err(Refused::BanksAlone),
            (false, Some(over)) => {
                let mut files = over.files.clone();
                for (path, bytes) in placed {
                    files.insert(path, bytes);
                }
                (format!("{} with {name}", over.name), files)
            }
        };
        let checked = check(&files, today);
        let errors = checked.diagnostics.into_iter().filter(|one| one.severity == Severity::Error);
        let state = checked.catalogue.map(Arc::new).ok_or_else(|| errors.collect());
        Ok(Self { name, files, state })
    }

    /// What it holds, where it has no mistakes.
    pub(super) fn catalogue(&self) -> Option<Arc<Catalogue>> {
        self.state.as_ref().ok().cloned()
    }
}

/// What files are called together: by the folder that they came in, or by the first of them.
fn name(picked: &[(String, Vec<u8>)]) -> String {
    let Some((path, _)) = picked.first() else { return String::new() };
    let first = path.split('/').next().unwrap_or_default();
    match (path.contains('/'), picked.len()) {
        (true, _) | (false, 1) => first.to_owned(),
        (false, count) => format!("{first} and {} more", count - 1),
    }
}

#[cfg(test)]
mod tests {
    use content::template;

    use super::*;

    fn today() -> Date {
        Date::new(2026, 1, 1).unwrap()
    }

    fn project() -> Vec<(String, Vec<u8>)> {
        let questions: Vec<String> = ["one", "two", "three"]
            .iter()
            .filter_map(|id| {
                let given = template::Given { id, objective: "goal", source: "treaty", concept: None };
                template::question(domain::question::Kind::SingleChoice, &given)
            })
            .collect();
        [
            ("mine/courses/sources.toml", template::sources("treaty")),
            ("mine/courses/c/course.toml", template::course("c", "Course", "m")),
            (
                "mine/courses/c/m/module.toml",
                template::module("m", "Module", "goal", "bank", questions.len()),
            ),
            ("mine/courses/c/m/first-lesson.md", template::lesson("goal", "treaty")),
            ("mine/questions/bank.toml", template::bank("bank", "Bank", &questions)),
        ]
        .map(|(path, text)| (path.to_owned(), text.into_bytes()))
        .to_vec()
    }

    #[test]
    fn a_folder_is_a_project_wherever_it_lies() {
        let opened = Opened::read(project(), None, today()).unwrap();
        assert_eq!(opened.name, "mine");
        assert_eq!(opened.state.map(|catalogue| catalogue.banks.len()), Ok(1));
    }

    #[test]
    fn a_bank_alone_is_laid_over_the_project_that_is_open() {
        let bank = |text: &str| vec![("bank.toml".to_owned(), text.as_bytes().to_vec())];
        assert_eq!(Opened::read(bank("x"), None, today()).unwrap_err(), Refused::BanksAlone);
        let whole = Opened::read(project(), None, today()).unwrap();
        let faulty = Opened::read(bank("x"), Some(&whole), today()).unwrap();
        assert_eq!(faulty.name, "mine with bank.toml");
        let faults = faulty.state.unwrap_err();
        assert!(faults.iter().all(|one| one.severity == Severity::Error) && !faults.is_empty());
        assert!(faults.iter().any(|one| one.file == "questions/bank.toml"), "{faults:?}");
    }

    #[test]
    fn what_no_author_wrote_is_no_project() {
        let found = Opened::read(vec![("results/ana.json".to_owned(), Vec::new())], None, today());
        assert_eq!(found.unwrap_err(), Refused::NoProject);
    }
}
