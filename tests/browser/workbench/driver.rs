//! The running chromedriver: one at a time for all journeys, gone with the last of them.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

use super::wait_for;

/// How Chromium is started. The pipe ends it with its driver, however that ended; the others make it quiet and repeatable.
const FLAGS: [&str; 16] = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-crash-reporter",
    "--disable-search-engine-choice-screen",
    "--hide-scrollbars",
    "--mute-audio",
    "--force-prefers-reduced-motion",
    "--window-size=1000,900",
];

/// Runs the driver until the input ends: with the last journey, or with a test process that was killed.
const WATCHED: &str = r#""$0" --port=0 < /dev/null & cat; kill -9 $!"#;

pub(super) struct Driver {
    /// The shell that watches over the driver.
    process: Child,
    /// Kept open, because the driver ends when it cannot write.
    _output: BufReader<ChildStdout>,
    address: String,
    /// Where the driver and its browsers put what they need for a while; gone with them.
    _scratch: TempDir,
}

impl Driver {
    /// The running driver, or a new one.
    pub(super) fn shared() -> Arc<Self> {
        static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = running.upgrade() {
            return driver;
        }
        let driver = Arc::new(Self::start());
        *running = Arc::downgrade(&driver);
        driver
    }

    fn start() -> Self {
        let scratch = tempfile::tempdir().expect("no folder for the browsers");
        let mut process = Command::new("sh")
            .args(["-c", WATCHED])
            .arg(program("chromedriver", &["chromedriver"]))
            .env("TMPDIR", scratch.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver could not be started");
        let mut output = BufReader::new(process.stdout.take().expect("chromedriver has no output"));
        let mut line = String::new();
        let port: u16 = loop {
            line.clear();
            let read = output.read_line(&mut line).expect("what chromedriver wrote cannot be read");
            assert!(read > 0, "chromedriver ended before it named its port");
            let named = line.trim().strip_suffix('.').and_then(|line| line.rsplit_once("on port "));
            if let Some(port) = named.and_then(|(_, port)| port.parse().ok()) {
                break port;
            }
        };
        Self { process, _output: output, address: format!("http://127.0.0.1:{port}"), _scratch: scratch }
    }

    /// Opens a browser with this profile.
    pub(super) fn open(&self, profile: &Path) -> WebDriver {
        let mut wanted = DesiredCapabilities::chrome();
        let browser = program("Chromium", &["chromium", "chromium-browser", "google-chrome"]);
        wanted.set_binary(&browser.to_string_lossy()).unwrap();
        for flag in FLAGS {
            wanted.add_arg(flag).unwrap();
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.display())).unwrap();
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All).unwrap();
        wait_for(WebDriver::new(self.address.as_str(), wanted)).expect("Chromium could not be started")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

fn program(what: &str, names: &[&str]) -> PathBuf {
    let folders: Vec<PathBuf> = env::var_os("PATH").iter().flat_map(env::split_paths).collect();
    let candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.into_iter().find(|path| path.is_file()).unwrap_or_else(|| {
        panic!("{what} is not on this machine: run `cargo xtask test`, which installs it or says how to")
    })
}
