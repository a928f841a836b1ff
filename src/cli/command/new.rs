//! `plenary new`: a small complete project to begin with, and more of everything in a project that is there.

mod plan;

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::failure::Failure;
use crate::{Ending, disk, today};
use plan::Plan;

/// The files of a new project. A test takes them through `content::check`.
const PROJECT: [(&str, &str); 7] = [
    ("courses/sources.toml", include_str!("new/courses/sources.toml")),
    ("courses/glossary.toml", include_str!("new/courses/glossary.toml")),
    ("courses/concepts.toml", include_str!("new/courses/concepts.toml")),
    ("courses/movement/course.toml", include_str!("new/courses/movement/course.toml")),
    ("courses/movement/leaving/module.toml", include_str!("new/courses/movement/leaving/module.toml")),
    (
        "courses/movement/leaving/the-right-to-leave.md",
        include_str!("new/courses/movement/leaving/the-right-to-leave.md"),
    ),
    ("questions/leaving.toml", include_str!("new/questions/leaving.toml")),
];

/// Makes a folder with a small complete course, or adds a course, a module, a bank or a question to a project
///
/// What is added passes `plenary check --strict`, and says in its words what to write in their place. Nothing that is there is
/// overwritten: a list gets one entry more, and all else stays as it is.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  plenary new my-course\n  plenary new module movement/entering --in my-course\n  plenary new question leaving/passports --kind matching --in my-course\n  plenary serve my-course"
)]
pub(crate) struct Arguments {
    /// The folder to make; an empty one will do
    dir: Option<PathBuf>,
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// A course with one module, in a project or in a folder that is to become one
    Course {
        /// Its id, which is the name of its folder
        id: String,
        #[command(flatten)]
        place: Place,
    },
    /// A module with a lesson, a quiz and a bank of its own
    Module {
        /// Its course and its id: COURSE/MODULE
        id: String,
        #[command(flatten)]
        place: Place,
    },
    /// A bank of questions, from which a quiz of a module draws
    Bank {
        /// Its id, which is the name of its file
        id: String,
        /// The module that draws from it: COURSE/MODULE
        #[arg(long, value_name = "COURSE/MODULE")]
        module: String,
        #[command(flatten)]
        place: Place,
    },
    /// A question at the end of a bank
    Question {
        /// Its bank and its id: BANK/QUESTION
        id: String,
        /// What is done in it
        #[arg(long, value_parser = kinds())]
        kind: String,
        /// The objective that it tests; that of the bank's first question where it is left out
        #[arg(long)]
        objective: Option<String>,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
struct Place {
    /// The folder that holds `courses` and `questions`
    #[arg(long = "in", value_name = "DIR", default_value = ".")]
    dir: PathBuf,
}

fn kinds() -> clap::builder::PossibleValuesParser {
    domain::question::Kind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().into()
}

pub(crate) fn run(arguments: &Arguments) -> Result<Ending, Failure> {
    let (dir, plan) = match &arguments.what {
        None => {
            let Some(dir) = &arguments.dir else {
                return Err(
                    Failure::new("there is nothing to make").help("name a folder: `plenary new my-course`")
                );
            };
            return project(dir);
        }
        Some(What::Course { id, place }) => (&place.dir, Plan::course(existing(&place.dir)?, id)?),
        Some(What::Module { id, place }) => (&place.dir, Plan::module(disk::read(&place.dir)?, id)?),
        Some(What::Bank { id, module, place }) => {
            (&place.dir, Plan::bank(disk::read(&place.dir)?, id, module)?)
        }
        Some(What::Question { id, kind, objective, place }) => {
            (&place.dir, Plan::question(disk::read(&place.dir)?, id, kind, objective.as_deref())?)
        }
    };
    let today = today()?;
    plan.verify(today)?;
    for (path, before, bytes) in plan.changes() {
        match before {
            Some(before) => disk::replace(&dir.join(path), before, bytes)?,
            None => disk::create(&dir.join(path), bytes)?,
        }
        anstream::println!("{} {path}", if before.is_some() { "changed" } else { "made" });
    }
    write_schemas(dir)?;
    Ok(Ending::Clean)
}

/// The project in a folder; none where there is no `courses` in it yet.
fn existing(dir: &Path) -> Result<content::Files, Failure> {
    if dir.join("courses").is_dir() { disk::read(dir) } else { Ok(content::Files::new()) }
}

/// A small complete project.
fn project(dir: &Path) -> Result<Ending, Failure> {
    if !is_free(dir)? {
        return Err(Failure::new(format!("{} is not empty", dir.display())).help(
            "name a new folder, or add to a project: `plenary new course`, `module`, `bank`, `question`",
        ));
    }
    for (path, text) in PROJECT {
        disk::create(&dir.join(path), text.as_bytes())?;
    }
    write_schemas(dir)?;
    let shown = dir.display();
    anstream::println!(
        "A small course is in {shown}. Look at it with `plenary serve {shown}`, and change it as you like."
    );
    Ok(Ending::Clean)
}

/// The schemas to which the first lines of authors' files lead their editors. Those of an older Plenary are brought up to date.
fn write_schemas(dir: &Path) -> Result<(), Failure> {
    for schema in content::schemas() {
        let path = dir.join("docs/schema").join(schema.name);
        match fs::read(&path) {
            Ok(before) if before == schema.text.as_bytes() => {}
            Ok(before) => disk::replace(&path, &before, schema.text.as_bytes())?,
            Err(_) => disk::create(&path, schema.text.as_bytes())?,
        }
    }
    Ok(())
}

fn is_free(dir: &Path) -> Result<bool, Failure> {
    match fs::read_dir(dir) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(Failure::io("look at", dir, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_project_has_nothing_that_check_would_mention() {
        let files = PROJECT.into_iter().collect();
        let checked = content::check(&files, domain::time::Date::new(2026, 1, 1).unwrap());
        assert_eq!(checked.diagnostics, []);
        assert!(checked.catalogue.is_some());
    }
}
