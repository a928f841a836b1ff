//! Which of the files that were picked are looked at, and under which names.

/// Whether a file is looked at: whatever was picked by itself, and of a folder what ends in `.json` and is not hidden, as on the command
/// line.
pub(super) fn is_wanted(path: &str, is_of_folder: bool) -> bool {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    if !is_of_folder {
        return parts.next().is_some();
    }
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let is_hidden = path.split('/').skip(1).any(|part| part.starts_with('.'));
    !is_hidden && ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// How many bytes of files are read in all: what they become must find room in the memory of a page.
pub(super) const MOST_BYTES: f64 = 512.0 * 1024.0 * 1024.0;

/// Why a file is left aside before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aside {
    /// There are too many.
    TooMany,
    /// They are too large together.
    TooMuch,
}

impl Aside {
    /// The reason in words.
    pub(super) fn words(self) -> String {
        match self {
            Self::TooMany => format!("more than {} files were given", analysis::file::MOST_FILES),
            Self::TooMuch => {
                format!("the files before it have {} MiB together", MOST_BYTES / 1024.0 / 1024.0)
            }
        }
    }
}

/// How much was taken so far.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Load {
    files: usize,
    bytes: f64,
}

impl Load {
    /// Takes a file of this size as well, or tells why that is too much.
    pub(super) fn take(&mut self, bytes: f64) -> Result<(), Aside> {
        if self.files >= analysis::file::MOST_FILES {
            return Err(Aside::TooMany);
        }
        if self.bytes + bytes > MOST_BYTES {
            return Err(Aside::TooMuch);
        }
        self.files += 1;
        self.bytes += bytes;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_folder_the_json_files_are_taken_that_are_not_hidden() {
        let check = |path: &str, is_of_folder: bool, expect: bool| {
            assert_eq!(is_wanted(path, is_of_folder), expect, "{path}");
        };
        check("results/ana.json", true, true);
        check("results/group-2/BEN.JSON", true, true);
        check("results/notes.txt", true, false);
        check("results/json", true, false);
        check("results/.trash/ana.json", true, false);
        check("results/.ana.json", true, false);
        check("ana.txt", false, true);
        check(".ana.json", false, true);
    }

    #[test]
    fn no_more_is_taken_than_finds_room() {
        let mut load = Load::default();
        assert_eq!(load.take(MOST_BYTES - 1.0), Ok(()));
        assert_eq!(load.take(2.0), Err(Aside::TooMuch));
        assert_eq!(load.take(1.0), Ok(()));
        assert_eq!(Aside::TooMuch.words(), "the files before it have 512 MiB together");
        let mut load = Load { files: analysis::file::MOST_FILES, bytes: 0.0 };
        assert_eq!(load.take(0.0), Err(Aside::TooMany));
    }
}
