//! Puts the web application into the binary: the files of the folder that `PLENARY_WEB` names become a table.
//!
//! Without that variable the table is empty, and the commands that need the application say so.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-env-changed=PLENARY_WEB");
    let mut table = String::new();
    if let Some(folder) = env::var_os("PLENARY_WEB").filter(|folder| !folder.is_empty()) {
        // Cargo runs this in the folder of the crate; the variable was set somewhere else.
        let folder = PathBuf::from(folder);
        if !folder.is_absolute() {
            return Err(io::Error::other(format!(
                "PLENARY_WEB is not an absolute path: {}",
                folder.display()
            )));
        }
        println!("cargo:rerun-if-changed={}", folder.display());
        walk(&folder, "", &mut table)?;
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo did not set OUT_DIR"))?;
    let text = format!(
        "/// The files of the web application by their paths; empty where there is none.\n\
         const EMBEDDED: &[(&str, &[u8])] = &[\n{table}];\n"
    );
    fs::write(Path::new(&out).join("web.rs"), text)
}

fn walk(folder: &Path, prefix: &str, table: &mut String) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)
        .map_err(|error| io::Error::other(format!("PLENARY_WEB: {}: {error}", folder.display())))?
        .collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{name}/"), table)?;
        } else {
            *table += &format!("    ({name:?}, include_bytes!({:?})),\n", entry.path());
        }
    }
    Ok(())
}
