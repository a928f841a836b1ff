//! Reads a project: the folders `courses/` and `questions/`, and nothing outside of them.

use std::fs;
use std::io::Write;
use std::path::Path;

use content::Files;

use crate::failure::Failure;

/// The folders of a project that authors write in. The first one must be there.
pub(crate) const FOLDERS: [&str; 2] = ["courses", "questions"];

/// The largest file that is read, in bytes: some thirty thousand questions. What is larger was put there by mistake.
const LARGEST_FILE: u64 = 32 << 20;

/// Reads every `.toml` and `.md` file of the project in `dir`. Names that begin with a dot are passed over; links are refused,
/// because they can lead out of the project.
pub(crate) fn read(dir: &Path) -> Result<Files, Failure> {
    if !dir.is_dir() {
        return Err(Failure::new(format!("there is no folder {}", dir.display()))
            .help(format!("make a project with `plenary new {}`", dir.display())));
    }
    let mut found = Vec::new();
    for (place, name) in FOLDERS.iter().enumerate() {
        let folder = dir.join(name);
        if folder.is_dir() {
            walk(&folder, name, &mut found)?;
        } else if place == 0 {
            return Err(Failure::new(format!("there is no folder `{name}` in {}", dir.display())).help(
                "name the folder that holds `courses` and `questions`, or make a project with `plenary new DIR`",
            ));
        }
    }
    Ok(found.into_iter().collect())
}

fn walk(folder: &Path, path: &str, found: &mut Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    let unreadable = |error| Failure::io("read the folder", folder, &error);
    let mut entries =
        fs::read_dir(folder).map_err(unreadable)?.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let on_disk = entry.path();
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            return Err(Failure::new(format!("the name of {} is not valid UTF-8", on_disk.display())));
        };
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{path}/{name}");
        let kind = entry.file_type().map_err(|error| Failure::io("look at", &on_disk, &error))?;
        if kind.is_symlink() {
            return Err(Failure::new(format!("{path} is a link, and links are not followed"))
                .help("put the file itself there, or give the link a name that begins with a dot"));
        }
        if kind.is_dir() {
            walk(&on_disk, &path, found)?;
        } else if is_authored(name) {
            let bytes = read_file(&on_disk, &path)?;
            found.push((path, bytes));
        }
    }
    Ok(())
}

/// Writes a file in the place of an earlier one, whole or not at all. `before` is what was read: a file that somebody has changed since is
/// left as it is.
pub(crate) fn replace(path: &Path, before: &[u8], bytes: &[u8]) -> Result<(), Failure> {
    let now = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    if now != before {
        return Err(Failure::new(format!("{} was changed while it was being mended", path.display()))
            .help("run the command again"));
    }
    let permissions = fs::metadata(path).map_err(|error| Failure::io("look at", path, &error))?.permissions();
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    // A name with a dot before it is never read as an author's file.
    let fresh = path.with_file_name(format!(".{name}.plenary-new"));
    let written = write_whole(&fresh, bytes)
        .and_then(|()| fs::set_permissions(&fresh, permissions))
        .and_then(|()| fs::rename(&fresh, path));
    written.map_err(|error| {
        // The failure that is told is the first one.
        let _ = fs::remove_file(&fresh);
        Failure::io("write", path, &error)
    })
}

/// Makes a file, with the folders above it. A file that is there is left as it is.
pub(crate) fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent).map_err(|error| Failure::io("make the folder", parent, &error))?;
    let file = fs::File::options().write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(bytes)).map_err(|error| Failure::io("write", path, &error))
}

/// Writes a file and sees it safe on the disk.
fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn is_authored(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "toml" || ending == "md")
}

fn read_file(on_disk: &Path, path: &str) -> Result<Vec<u8>, Failure> {
    let unreadable = |error| Failure::io("read", on_disk, &error);
    let size = fs::metadata(on_disk).map_err(unreadable)?.len();
    if size > LARGEST_FILE {
        let (has, may) = (size >> 20, LARGEST_FILE >> 20);
        return Err(Failure::new(format!("{path} has {has} MiB; a file may have {may} MiB"))
            .help("split a question bank of this size in several files"));
    }
    fs::read(on_disk).map_err(unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        dir
    }

    #[track_caller]
    fn refused(dir: &Path, words: &str) {
        let failure = read(dir).map(|_| ()).unwrap_err().to_string();
        assert!(failure.contains(words), "{failure}");
    }

    #[test]
    fn only_the_authors_files_of_the_two_folders_are_read() {
        let dir = project(&[
            ("courses/glossary.toml", "a"),
            ("courses/c/m/lesson.md", "b"),
            ("courses/c/m/picture.png", "c"),
            ("courses/.git/config.toml", "d"),
            ("courses/.lesson.md.swp", "e"),
            ("questions/bank.toml", "f"),
            ("notes/plan.toml", "g"),
        ]);
        let files = read(dir.path()).unwrap();
        let paths: Vec<&str> = files.iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["courses/c/m/lesson.md", "courses/glossary.toml", "questions/bank.toml"]);
    }

    #[test]
    fn a_missing_folder_is_named_with_what_to_do() {
        let dir = project(&[("questions/bank.toml", "")]);
        refused(dir.path(), "there is no folder `courses`");
        refused(&dir.path().join("nowhere"), "plenary new");
    }

    #[test]
    fn a_file_is_replaced_whole_and_only_as_it_was_read() {
        let dir = project(&[("courses/glossary.toml", "one")]);
        let path = dir.path().join("courses/glossary.toml");
        replace(&path, b"one", b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        let failure = replace(&path, b"one", b"three").unwrap_err().to_string();
        assert!(failure.contains("was changed while it was being mended"), "{failure}");
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing is left behind");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out_of_the_project() {
        let secret = project(&[("secret.toml", "x")]);
        let dir = project(&[("courses/glossary.toml", "a")]);
        std::os::unix::fs::symlink(secret.path(), dir.path().join("courses/away")).unwrap();
        refused(dir.path(), "courses/away is a link");
    }

    #[test]
    fn a_file_that_is_far_too_large_is_refused_unread() {
        let dir = project(&[("courses/glossary.toml", "")]);
        let large = fs::File::create(dir.path().join("courses/large.toml")).unwrap();
        large.set_len(LARGEST_FILE + 1).unwrap();
        refused(dir.path(), "courses/large.toml has 32 MiB; a file may have 32 MiB");
    }
}
