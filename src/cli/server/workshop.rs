//! Makes the site anew each time that something was changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Instant, SystemTime};

use content::diagnostic::{Diagnostic, Severity};
use content::{Checked, Files};
use exchange::package::site::{App, policy, site};
use exchange::tree::Tree;

use super::{Shown, Trouble};
use crate::failure::Failure;
use crate::report::{self, Format};
use crate::versions::{published, versions};
use crate::{disk, today, web};

/// Where the files are.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    /// The folder that holds `courses` and `questions`.
    pub(crate) dir: PathBuf,
    /// The folder of the web application, where it is not the one that this binary carries.
    pub(crate) web: Option<PathBuf>,
}

/// What was made so far.
#[derive(Debug)]
pub(crate) struct Workshop {
    project: Project,
    /// Tells the builds of this process from those of another one.
    epoch: u128,
    looks: u32,
    build: u32,
    site: Option<Tree>,
    /// What a browser may load on the pages of that site.
    policy: String,
    last: Option<(Files, App)>,
    /// The application as it was last whole: while it is being built again its folder can be half empty.
    app: Option<App>,
}

impl Project {
    /// The folders whose files matter.
    pub(crate) fn folders(&self) -> impl Iterator<Item = PathBuf> {
        let authored = disk::FOLDERS.iter().map(|name| self.dir.join(name));
        authored.chain(self.web.clone()).filter(|folder| folder.is_dir())
    }

    /// The folder in which those folders can appear.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }
}

impl Workshop {
    pub(crate) fn new(project: Project) -> Self {
        let epoch =
            SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        Self {
            project,
            epoch,
            looks: 0,
            build: 0,
            site: None,
            policy: policy(&App::default()),
            last: None,
            app: None,
        }
    }

    /// Reads everything again, tells the terminal what is wrong, and makes the site where nothing is. None where nothing
    /// was changed since the last look.
    pub(crate) fn look(&mut self) -> Option<Arc<Shown>> {
        let begun = Instant::now();
        let read = web::app(self.project.web.as_deref())
            .or_else(|failure| self.app.clone().ok_or(failure))
            .and_then(|app| Ok((disk::read(&self.project.dir)?, app)));
        let troubles = match read {
            Ok(read) if self.last.as_ref() == Some(&read) => return None,
            Ok((files, app)) => {
                let troubles = self.make(&files, &app, begun);
                self.app = Some(app.clone());
                self.last = Some((files, app));
                troubles
            }
            Err(failure) => {
                self.last = None;
                anstream::eprintln!("{failure}");
                vec![Trouble::from(&failure)]
            }
        };
        self.looks += 1;
        Some(Arc::new(Shown {
            build: self.name(self.build),
            look: self.name(self.looks),
            site: self.site.clone(),
            policy: self.policy.clone(),
            troubles,
        }))
    }

    fn make(&mut self, files: &Files, app: &App, begun: Instant) -> Vec<Trouble> {
        let checked = match today() {
            Ok(today) => content::check(files, today),
            Err(failure) => return vec![Trouble::from(&failure)],
        };
        if let Err(failure) = report::print(Format::Human, files, &checked, &mut anstream::stdout()) {
            anstream::eprintln!("{failure}");
        }
        let Checked { catalogue, translations, diagnostics, .. } = checked;
        match catalogue {
            Some(catalogue) => {
                self.build += 1;
                let watcher = Some(format!("/-/dev.js?build={}", self.name(self.build)));
                let app = App { watcher, ..app.clone() };
                let published = published(catalogue, translations);
                self.site = Some(site(&versions(&published), &app));
                self.policy = policy(&app);
                anstream::eprintln!("built in {} ms", begun.elapsed().as_millis());
            }
            None => anstream::eprintln!("not built: the last good state is still shown"),
        }
        diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .map(Trouble::from)
            .collect()
    }

    fn name(&self, number: u32) -> String {
        format!("{:x}-{number}", self.epoch)
    }
}

impl From<&Diagnostic> for Trouble {
    fn from(diagnostic: &Diagnostic) -> Self {
        let Diagnostic { severity, code, message, help, file, start, .. } = diagnostic;
        Self {
            label: format!("{severity}[{}]", code.as_str()),
            place: format!("{file}:{}:{}", start.line, start.column),
            message: message.clone(),
            help: help.clone(),
        }
    }
}

impl From<&Failure> for Trouble {
    fn from(failure: &Failure) -> Self {
        Self {
            label: "not built".to_owned(),
            place: String::new(),
            message: failure.fact().to_owned(),
            help: failure.advice().unwrap_or_default().to_owned(),
        }
    }
}
