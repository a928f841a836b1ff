//! Authors' files in memory: paths and bytes. This is all that the crate knows of a disk.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The files of a project, by their path relative to its folder, with `/` between the parts: `questions/bank.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Files(BTreeMap<String, Content>);

/// What is in a file. Copies share it: whoever looks at a project again sees at once which files are the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// Text.
    Text(Arc<str>),
    /// Bytes that are no text in UTF-8.
    Bytes(Arc<[u8]>),
}

impl Content {
    fn of(bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self::Text(text.into()),
            Err(error) => Self::Bytes(error.into_bytes().into()),
        }
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

impl Files {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file in its place, and takes out the one that was there.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), Content::of(bytes.into()));
    }

    /// What is in a file, where there is such a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Content::bytes)
    }

    /// Every file, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, content)| (path.as_str(), content.bytes()))
    }

    /// The same, as it is held here.
    pub(crate) fn contents(&self) -> impl Iterator<Item = (&str, &Content)> {
        self.0.iter().map(|(path, content)| (path.as_str(), content))
    }
}

impl<P: Into<String>, B: Into<Vec<u8>>> FromIterator<(P, B)> for Files {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        Self(files.into_iter().map(|(path, bytes)| (path.into(), Content::of(bytes.into()))).collect())
    }
}
