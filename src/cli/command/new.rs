//! `plenary new`: a small complete project to begin with.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::Ending;
use crate::failure::Failure;

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

/// Makes a folder with a small complete course, to change into your own
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  plenary new my-course\n  plenary serve my-course")]
pub(crate) struct Arguments {
    /// The folder to make; an empty one will do
    dir: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Ending, Failure> {
    let dir = &arguments.dir;
    if !is_free(dir)? {
        return Err(Failure::new(format!("{} is not empty", dir.display())).help("name a new folder"));
    }
    for (path, text) in PROJECT {
        let path = dir.join(path);
        let parent = path.parent().unwrap_or(dir);
        fs::create_dir_all(parent).map_err(|error| Failure::io("make the folder", parent, &error))?;
        fs::write(&path, text).map_err(|error| Failure::io("write", &path, &error))?;
    }
    let shown = dir.display();
    anstream::println!(
        "A small course is in {shown}. Look at it with `plenary serve {shown}`, and change it as you like."
    );
    Ok(Ending::Clean)
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
