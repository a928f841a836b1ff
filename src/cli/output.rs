//! Writes a site to a folder without losing anything that stands there.
//!
//! The site is written beside the folder first and changes places with it when it is whole, so that a build that fails leaves
//! the earlier one as it was. A list in the folder tells what a build wrote: nothing else is ever taken away.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use exchange::tree::Tree;

use crate::failure::Failure;

/// The list of what a build wrote, one path a line after the first line.
const LIST: &str = ".plenary-build";
const LIST_HEAD: &str = "Written by `plenary build`, which replaces the files that are listed here.";

/// A folder that can be written to.
#[derive(Debug)]
pub(crate) struct Output {
    folder: PathBuf,
    /// What an earlier build wrote there.
    earlier: BTreeSet<String>,
    /// What others put there since.
    others: Vec<String>,
}

impl Output {
    /// Looks at the folder, and refuses one that holds what no build wrote.
    pub(crate) fn prepare(folder: &Path) -> Result<Self, Failure> {
        let folder = std::path::absolute(folder).map_err(|error| Failure::io("find", folder, &error))?;
        let mut found = BTreeSet::new();
        match fs::symlink_metadata(&folder) {
            Ok(data) if data.is_dir() => list(&folder, "", &mut found)?,
            Ok(_) => return Err(Failure::new(format!("{} is not a folder", folder.display()))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::io("look at", &folder, &error)),
        }
        let earlier = if found.contains(LIST) { read_list(&folder.join(LIST))? } else { BTreeSet::new() };
        if !found.is_empty() && earlier.is_empty() {
            return Err(Failure::new(format!(
                "{} is not empty, and no earlier build wrote it",
                folder.display()
            ))
            .help("name a new folder or an empty one"));
        }
        let others = found.into_iter().filter(|path| !earlier.contains(path)).collect();
        Ok(Self { folder, earlier, others })
    }

    /// Writes the site and puts it in the place of an earlier one.
    pub(crate) fn write(self, tree: &Tree) -> Result<(), Failure> {
        if let Some(path) = self.others.iter().find(|path| tree.contains(path)) {
            return Err(Failure::new(format!(
                "{} was not written by a build",
                self.folder.join(path).display()
            ))
            .help("the site has a file of that name: move yours away"));
        }
        let fresh = self.beside("new")?;
        let written = self.write_fresh(&fresh, tree);
        let placed = written.and_then(|()| self.take_place(&fresh));
        if placed.is_err() {
            // It holds only what was just written; the failure that is told is the first one.
            let _ = fs::remove_dir_all(&fresh);
        }
        placed
    }

    fn write_fresh(&self, fresh: &Path, tree: &Tree) -> Result<(), Failure> {
        if fresh.exists() {
            return Err(Failure::new(format!("{} is in the way", fresh.display()))
                .help("a build that was cut off left it: remove it"));
        }
        let mut listed = format!("{LIST_HEAD}\n{LIST}\n");
        for (path, bytes) in tree.iter() {
            write_file(&fresh.join(path), bytes)?;
            listed += path;
            listed.push('\n');
        }
        write_file(&fresh.join(LIST), listed.as_bytes())
    }

    /// The moment of change: the two folders change names, and what others put in the old one goes over to the new one.
    fn take_place(&self, fresh: &Path) -> Result<(), Failure> {
        if !self.folder.exists() {
            return rename(fresh, &self.folder);
        }
        let old = self.beside("old")?;
        rename(&self.folder, &old)?;
        if let Err(failure) = rename(fresh, &self.folder) {
            rename(&old, &self.folder)?;
            return Err(failure);
        }
        for path in &self.others {
            let to = self.folder.join(path);
            make_parent(&to)?;
            rename(&old.join(path), &to)?;
        }
        for path in &self.earlier {
            remove(&old.join(path))?;
        }
        remove_empty(&old)
    }

    /// A folder beside this one, on the same disk.
    fn beside(&self, what: &str) -> Result<PathBuf, Failure> {
        let name = self.folder.file_name().and_then(|name| name.to_str());
        match name {
            Some(name) => Ok(self.folder.with_file_name(format!(".{name}.plenary-{what}"))),
            None => Err(Failure::new(format!("{} cannot be written to", self.folder.display()))),
        }
    }
}

/// Every file below a folder, links included.
fn list(folder: &Path, prefix: &str, found: &mut BTreeSet<String>) -> Result<(), Failure> {
    let unreadable = |error| Failure::io("read the folder", folder, &error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let Ok(name) = entry.file_name().into_string() else {
            return Err(Failure::new(format!("the name of {} is not valid UTF-8", entry.path().display())));
        };
        if entry.file_type().map_err(unreadable)?.is_dir() {
            list(&entry.path(), &format!("{prefix}{name}/"), found)?;
        } else {
            found.insert(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

fn read_list(path: &Path) -> Result<BTreeSet<String>, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::io("read", path, &error))?;
    let mut lines = text.lines();
    let ours = lines.next() == Some(LIST_HEAD);
    let listed: BTreeSet<String> = lines.map(str::to_owned).collect();
    let inside =
        |path: &String| Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if ours && listed.iter().all(inside) {
        Ok(listed)
    } else {
        Err(Failure::new(format!("{} is not a list that a build wrote", path.display()))
            .help("name a new folder or an empty one"))
    }
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    make_parent(path)?;
    fs::write(path, bytes).map_err(|error| Failure::io("write", path, &error))
}

fn make_parent(path: &Path) -> Result<(), Failure> {
    match path.parent() {
        Some(parent) => {
            fs::create_dir_all(parent).map_err(|error| Failure::io("make the folder", parent, &error))
        }
        None => Ok(()),
    }
}

fn rename(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::rename(from, to).map_err(|error| Failure::io("rename", from, &error))
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::io("remove", path, &error))
        }
        _ => Ok(()),
    }
}

/// Removes a folder and the folders in it; one that holds a file is kept, and that is an error.
fn remove_empty(folder: &Path) -> Result<(), Failure> {
    let failed = |error| Failure::io("remove", folder, &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            remove_empty(&path)?;
        }
    }
    fs::remove_dir(folder).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> Tree {
        files.iter().copied().collect()
    }

    #[track_caller]
    fn holds(folder: &Path, expect: &[&str]) {
        let mut found = BTreeSet::new();
        list(folder, "", &mut found).unwrap();
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_second_build_replaces_the_first_and_keeps_what_others_put_there() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("site");
        Output::prepare(&out).unwrap().write(&tree(&[("index.html", "1"), ("a/old.html", "1")])).unwrap();
        fs::create_dir(out.join("mine")).unwrap();
        fs::write(out.join("mine/notes.txt"), "keep").unwrap();
        Output::prepare(&out).unwrap().write(&tree(&[("index.html", "2"), ("b/new.html", "2")])).unwrap();
        holds(&out, &[LIST, "b/new.html", "index.html", "mine/notes.txt"]);
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "2");
        assert_eq!(fs::read_to_string(out.join("mine/notes.txt")).unwrap(), "keep");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left beside the site");
    }

    #[test]
    fn a_folder_that_no_build_wrote_is_refused_untouched() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("thesis.txt"), "years").unwrap();
        let failure = Output::prepare(dir.path()).unwrap_err().to_string();
        assert!(failure.contains("no earlier build wrote it"), "{failure}");
        holds(dir.path(), &["thesis.txt"]);
    }

    #[test]
    fn a_file_of_others_with_the_name_of_a_page_stops_the_build() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("site");
        Output::prepare(&out).unwrap().write(&tree(&[("index.html", "1")])).unwrap();
        fs::write(out.join("page.html"), "mine").unwrap();
        let failure =
            Output::prepare(&out).unwrap().write(&tree(&[("page.html", "2")])).unwrap_err().to_string();
        assert!(failure.contains("was not written by a build"), "{failure}");
        holds(&out, &[LIST, "index.html", "page.html"]);
    }

    #[test]
    fn a_list_that_leads_out_of_the_folder_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(LIST), format!("{LIST_HEAD}\n../../etc/passwd\n")).unwrap();
        let failure = Output::prepare(dir.path()).unwrap_err().to_string();
        assert!(failure.contains("not a list that a build wrote"), "{failure}");
    }
}
