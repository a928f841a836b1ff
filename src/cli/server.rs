//! The local server behind `plenary serve`: the site from memory, and news of each rebuild.

mod http;
mod page;
mod workshop;

pub(crate) use http::{Guests, router};
pub(crate) use workshop::{Project, Workshop};

use exchange::tree::Tree;
use serde::Serialize;

/// What the server shows at a moment.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// The name of the last good build. It differs from that of any other build, also after a restart.
    build: String,
    /// The name of the last look at the files, good or not.
    look: String,
    /// The last good build; none where there has not been one yet.
    site: Option<Tree>,
    /// What a browser may load on its pages.
    policy: String,
    /// What is wrong with the files as they are now.
    troubles: Vec<Trouble>,
}

/// Something that is wrong, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Trouble {
    /// `error[E101]`
    label: String,
    /// `courses/glossary.toml:3:1`, or nothing where the trouble is with no file.
    place: String,
    message: String,
    help: String,
}

/// What an open page is told.
#[derive(Debug, Serialize)]
struct News<'a> {
    build: &'a str,
    look: &'a str,
    troubles: &'a [Trouble],
}

impl Shown {
    fn news(&self) -> News<'_> {
        News { build: &self.build, look: &self.look, troubles: &self.troubles }
    }
}
