//! What any static host knows: files by their paths.

use std::collections::BTreeMap;

/// Files by their paths.
pub(crate) type Shelf = BTreeMap<String, Vec<u8>>;

/// What a host has to say of a path of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found<'a> {
    /// A file, under this path.
    File(&'a str, &'a [u8]),
    /// A folder that was named without its slash.
    Folder,
    /// Nothing.
    Nothing,
}

/// Looks a path up as static hosts do: a folder is its `index.html`.
pub(crate) fn look_up<'a>(files: &'a Shelf, path: &str) -> Found<'a> {
    let wanted =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    match files.get_key_value(&wanted) {
        Some((known, bytes)) => Found::File(known, bytes),
        None if files.contains_key(&format!("{path}/index.html")) => Found::Folder,
        None => Found::Nothing,
    }
}

/// The media type of a file, from its name.
pub(crate) fn media_type(path: &str) -> String {
    let media_type = mime_guess::from_path(path).first_or_octet_stream();
    if media_type.type_() == "text" {
        format!("{}; charset=utf-8", media_type.essence_str())
    } else {
        media_type.essence_str().to_owned()
    }
}
