//! Tells when files were changed: once for a burst of changes, and not when a file was only read.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

/// How long nothing may change before a change is told: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(120);

/// Folders under watch.
pub(crate) struct Watch {
    watcher: RecommendedWatcher,
    changes: Receiver<()>,
}

impl Watch {
    /// A watch over nothing yet.
    pub(crate) fn new() -> notify::Result<Self> {
        let (tell, changes) = mpsc::channel();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // An error here means that changes were missed: look again. Reading a file is no change.
            if event.is_ok_and(|event| event.kind.is_access()) {
                return;
            }
            // The receiver is gone only when the watch is.
            let _ = tell.send(());
        })?;
        Ok(Self { watcher, changes })
    }

    /// Watches a folder: what is in it, or everything below it.
    pub(crate) fn add(&mut self, folder: &Path, depth: RecursiveMode) -> notify::Result<()> {
        self.watcher.watch(folder, depth)
    }

    /// Waits for a change, and then until nothing has changed for a moment. `false` when there is nothing left to wait for.
    pub(crate) fn wait(&self) -> bool {
        if self.changes.recv().is_err() {
            return false;
        }
        while self.changes.recv_timeout(QUIET).is_ok() {}
        true
    }
}
