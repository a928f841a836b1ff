//! `cargo xtask editor`: makes `src/trainer/editor/editor.min.js` anew, out of the scripts beside it and the packages that `package.json` there names.
//!
//! The file is kept in the repository, so that nobody who builds Plenary needs npm.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::tools::{find_program, root, run as run_command, step, target_dir};

/// Where the scripts are.
pub(crate) const FOLDER: &str = "src/trainer/editor";

/// What is made of them.
pub(crate) const MADE: &str = "editor.min.js";

/// The notices of the packages, whose licence asks that they go with every copy.
const NOTICES: &str = "LICENSE-3RD-PARTY.txt";

/// What goes into the making.
const PARTS: [&str; 4] = ["package.json", "editor.js", "disk.js", "shelf.js"];

pub(crate) fn run(_: &[String]) -> Result<bool> {
    let npm =
        find_program(&["npm"]).context("npm is not on this machine: install Node.js (https://nodejs.org)")?;
    let (from, work) = (root().join(FOLDER), target_dir()?.join("editor"));
    fs::create_dir_all(&work).with_context(|| format!("could not make {}", work.display()))?;
    for part in PARTS {
        fs::copy(from.join(part), work.join(part)).with_context(|| format!("could not copy {part}"))?;
    }
    step("the packages of the editor", || {
        run_command(
            Command::new(npm)
                .args(["install", "--no-audit", "--no-fund", "--ignore-scripts"])
                .current_dir(&work),
        )
    })?;
    step("the editor", || {
        let banner = banner(&from)?;
        let out = from.join(MADE);
        let mut esbuild = Command::new(work.join("node_modules/.bin/esbuild"));
        esbuild.arg("editor.js").args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--legal-comments=none",
        ]);
        run_command(
            esbuild
                .arg(format!("--banner:js={banner}"))
                .arg(format!("--outfile={}", out.display()))
                .current_dir(&work),
        )
    })?;
    Ok(true)
}

/// The notices as a comment.
fn banner(folder: &Path) -> Result<String> {
    let path = folder.join(NOTICES);
    let notices = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    Ok(format!("/*!\n{}\n*/", notices.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notices_go_with_every_copy_of_the_editor() {
        let folder = root().join(FOLDER);
        let made = fs::read_to_string(folder.join(MADE)).unwrap();
        assert!(made.starts_with(&banner(&folder).unwrap()), "run `cargo xtask editor`");
    }

    #[test]
    fn each_package_is_of_one_version() {
        let package = fs::read_to_string(root().join(FOLDER).join("package.json")).unwrap();
        for line in
            package.lines().filter(|line| line.trim_start().starts_with("\"@") || line.contains("esbuild"))
        {
            let (_, version) = line.split_once(": ").unwrap();
            assert!(!version.contains(['^', '~', '*', '>']), "{line}");
        }
    }
}
