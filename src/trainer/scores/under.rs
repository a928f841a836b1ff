//! Under which course a cohort is read, and under which its attempts are marked again.

use std::sync::Arc;

use analysis::bank::{Bank, Published};
use domain::course::Catalogue;

/// Where texts and keys come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Under {
    /// From nowhere.
    Nothing,
    /// From the courses of this site, as they are published.
    Site,
    /// From a folder that the trainer opened.
    Folder,
}

impl Under {
    /// As the value of a field.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Site => "site",
            Self::Folder => "folder",
        }
    }
}

/// Courses that are known.
#[derive(Debug, Clone)]
pub(super) enum Known {
    /// What was fetched of this site.
    Site(Arc<Published>),
    /// What a folder holds.
    Folder(Arc<Catalogue>),
}

impl Known {
    /// What they know of questions.
    pub(super) fn bank(&self) -> Bank<'_> {
        match self {
            Self::Site(published) => Bank::of_published(published),
            Self::Folder(catalogue) => Bank::of(catalogue),
        }
    }
}
