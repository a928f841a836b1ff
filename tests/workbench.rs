//! What the tests share: projects to try things on, the command, and a small client for its server.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// The small course of `docs/authoring.md`, block by block: path and text.
pub(crate) fn authoring_course() -> Vec<(String, String)> {
    let manual = fs::read_to_string(root().join("docs/authoring.md")).unwrap();
    let mut files: Vec<(String, String)> = Vec::new();
    let mut path = None;
    for line in manual.lines() {
        match (&path, line.strip_prefix("```")) {
            (None, Some(info)) => {
                path = Some(info.split(' ').find_map(|word| word.strip_prefix("file=")).map(str::to_owned));
            }
            (Some(_), Some("")) => path = None,
            (Some(Some(path)), _) => {
                // A file that stands in several blocks goes on where it ended.
                match files.iter_mut().find(|(known, _)| known == path) {
                    Some((_, text)) => *text += &format!("{line}\n"),
                    None => files.push((path.clone(), format!("{line}\n"))),
                }
            }
            (Some(None) | None, _) => {}
        }
    }
    assert!(files.len() > 5, "docs/authoring.md no longer holds a course");
    files
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder with these files, gone after the test.
pub(crate) fn project<P: AsRef<Path>>(files: impl IntoIterator<Item = (P, String)>) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(&dir.path().join(path), &text);
    }
    dir
}

/// Writes a file, with the folders above it.
pub(crate) fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Every file below a folder, by its path.
pub(crate) fn files_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The command, without colours.
pub(crate) fn plenary<A: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = A>) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plenary")).args(arguments).env("NO_COLOR", "1").output().unwrap()
}

/// What a command wrote, as text.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Fails where the binary under test does not carry the web application.
#[track_caller]
pub(crate) fn needs_application() {
    assert!(
        option_env!("PLENARY_WEB").is_some(),
        "this test needs the web application in the binary: run it through `cargo xtask test`, or build with PLENARY_WEB"
    );
}

/// A running `plenary serve`.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: String,
}

impl Server {
    /// Starts the server over a project, on a port of its own choice.
    pub(crate) fn start(dir: &Path, options: &[&str]) -> Self {
        needs_application();
        let mut process = Command::new(env!("CARGO_BIN_EXE_plenary"))
            .arg("serve")
            .arg(dir)
            .args(options)
            .arg("--until-input-ends")
            .env("NO_COLOR", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let line = line.unwrap();
            Some(line.strip_prefix("http://")?.split(' ').next().unwrap().to_owned())
        });
        // What it writes from now on is read and dropped, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address: address.unwrap() }
    }

    /// Asks for a path under one of this machine's own names.
    pub(crate) fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &self.address)
    }

    /// Asks with a `Host` header of choice.
    pub(crate) fn ask(&self, method: &str, path: &str, host: &str) -> Reply {
        let mut stream = self.connect(method, path, host);
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        let (head, body) = (text(&bytes[..end]), bytes[end + 4..].to_vec());
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply { status, head, body }
    }

    /// The news that an open page would hear, one JSON value after the other.
    pub(crate) fn news(&self) -> impl Iterator<Item = serde_json::Value> {
        let stream = self.connect("GET", "/-/events", &self.address);
        BufReader::new(stream).lines().filter_map(|line| {
            let line = line.expect("no news within twenty seconds");
            Some(serde_json::from_str(line.strip_prefix("data: ")?).unwrap())
        })
    }

    fn connect(&self, method: &str, path: &str, host: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        stream
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        self.process.wait().unwrap();
    }
}

/// What the server replied.
pub(crate) struct Reply {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// The value of a header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        let line = self.head.lines().find_map(|line| {
            let (known, value) = line.split_once(": ")?;
            known.eq_ignore_ascii_case(name).then_some(value)
        });
        line.unwrap_or_default()
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        text(&self.body)
    }
}
