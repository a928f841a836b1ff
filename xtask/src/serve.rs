//! `cargo xtask serve`: `plenary serve` over the courses of this repository, with everything built again on a change.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use notify::RecursiveMode;

use crate::bundle::{Purpose, bundle};
use crate::tools::{cargo, root, run as run_command, step, target_dir};
use crate::watch::Watch;

/// How often the server is asked whether it still runs.
const PULSE: Duration = Duration::from_millis(500);

pub(crate) fn run(options: &[String]) -> Result<bool> {
    let web = bundle(Purpose::Developer)?;
    let binary = native()?;
    let mut watch = Watch::new().context("changes cannot be watched")?;
    for folder in ["src", "style"] {
        let watched = watch.add(&root().join(folder), RecursiveMode::Recursive);
        watched.with_context(|| format!("changes in {folder} cannot be watched"))?;
    }
    let (tell, changes) = mpsc::channel();
    thread::spawn(move || while watch.wait() && tell.send(()).is_ok() {});

    let mut server = Server::start(&binary, &web, options)?;
    loop {
        match changes.recv_timeout(PULSE) {
            Ok(()) => {
                // The server sees a new application by itself, and compiler errors were printed: the last good one stays.
                if bundle(Purpose::Developer).and_then(|_| native()).is_ok() && server.is_outdated(&binary) {
                    drop(server);
                    server = Server::start(&binary, &web, options)?;
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Some(status) = server.process.try_wait().context("the server cannot be asked")? {
                    return Ok(status.success());
                }
            }
            Err(RecvTimeoutError::Disconnected) => anyhow::bail!("changes are no longer seen"),
        }
    }
}

fn native() -> Result<PathBuf> {
    step("plenary", || run_command(&mut cargo(&["build", "--package", "plenary"])))?;
    Ok(target_dir()?.join("debug").join(format!("plenary{EXE_SUFFIX}")))
}

/// A running `plenary serve`. It ends when this value does, and also when this process is killed: its input is a pipe from here.
struct Server {
    process: Child,
    built: Option<SystemTime>,
}

impl Server {
    fn start(binary: &Path, web: &Path, options: &[String]) -> Result<Self> {
        let process = Command::new(binary)
            .current_dir(root())
            .arg("serve")
            .arg("--web")
            .arg(web)
            .arg("--until-input-ends")
            .args(options)
            .stdin(Stdio::piped())
            .spawn()
            .with_context(|| format!("could not start {}", binary.display()))?;
        Ok(Self { process, built: date(binary) })
    }

    fn is_outdated(&self, binary: &Path) -> bool {
        self.built != date(binary)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn date(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}
