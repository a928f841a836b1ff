//! The learner's application: the one that this binary carries, or the one in a folder.

use std::path::Path;

use exchange::package::site::App;
use exchange::tree::Tree;

use crate::failure::Failure;

include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// The application from `folder`, or else the one that this binary carries.
pub(crate) fn app(folder: Option<&Path>) -> Result<App, Failure> {
    match folder {
        Some(folder) => {
            let mut files = Tree::default();
            walk(folder, "", &mut files)?;
            App::from_files(&files).map_err(|missing| {
                Failure::new(format!("{missing} in {}", folder.display()))
                    .help("make it with `cargo xtask build`, and name `target/web-app`")
            })
        }
        None if EMBEDDED.is_empty() => Err(Failure::new(
            "this binary was built without the web application; `cargo xtask build` makes one with it",
        )),
        None => {
            let files: Tree = EMBEDDED.iter().copied().collect();
            App::from_files(&files).map_err(|missing| Failure::new(missing.to_string()))
        }
    }
}

fn walk(folder: &Path, prefix: &str, files: &mut Tree) -> Result<(), Failure> {
    let unreadable = |error| Failure::io("read the folder", folder, &error);
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let on_disk = entry.map_err(unreadable)?.path();
        let Some(name) = on_disk.file_name().and_then(|name| name.to_str()) else { continue };
        if on_disk.is_dir() {
            walk(&on_disk, &format!("{prefix}{name}/"), files)?;
        } else {
            let bytes = std::fs::read(&on_disk).map_err(|error| Failure::io("read", &on_disk, &error))?;
            files.insert(format!("{prefix}{name}"), bytes);
        }
    }
    Ok(())
}
