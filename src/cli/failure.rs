//! Why a command could not be carried out, as a sentence, and what to do about it.

use std::fmt;
use std::path::Path;

/// Something that is not a mistake in the authors' files: a folder that is missing, a port that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    fact: String,
    help: Option<String>,
}

impl Failure {
    pub(crate) fn new(fact: impl Into<String>) -> Self {
        Self { fact: fact.into(), help: None }
    }

    /// What a file system refused: `could not read courses/a.toml: permission denied`.
    pub(crate) fn io(could_not: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::new(format!("could not {could_not} {}: {error}", path.display()))
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn fact(&self) -> &str {
        &self.fact
    }

    pub(crate) fn advice(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "plenary: {}", self.fact)?;
        match &self.help {
            Some(help) => write!(f, "\n   help: {help}"),
            None => Ok(()),
        }
    }
}
