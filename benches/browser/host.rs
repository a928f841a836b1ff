//! A static host that sends the brotli form of a file where there is one, and counts what it sends.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{fs, io};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, LOCATION};
use axum::http::{Response, StatusCode};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::shelf::{Found, Shelf, look_up, media_type};
use crate::{Failure, runtime, wait_for};

/// A host of some files. It ends with this value.
pub(crate) struct Host {
    root: String,
    house: Arc<House>,
    serving: JoinHandle<()>,
}

struct House {
    files: Shelf,
    bytes: AtomicU64,
    requests: AtomicU64,
}

/// What was sent: bodies, as they went over the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sent {
    /// The bytes of all bodies; heads are not counted.
    pub(crate) bytes: u64,
    /// How many requests were answered.
    pub(crate) requests: u64,
}

impl Host {
    /// Hosts these files on a port of its own.
    pub(crate) fn start(files: Shelf) -> Result<Self, Failure> {
        let house = Arc::new(House { files, bytes: AtomicU64::new(0), requests: AtomicU64::new(0) });
        let listener = wait_for(TcpListener::bind("127.0.0.1:0"))?;
        let root = format!("http://{}/", listener.local_addr()?);
        let router = Router::new().fallback(reply).with_state(house.clone());
        let serving = runtime().spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                eprintln!("the host ended: {error}");
            }
        });
        Ok(Self { root, house, serving })
    }

    /// The address of its root, with a slash at its end.
    pub(crate) fn root(&self) -> &str {
        &self.root
    }

    /// What was sent since the last time.
    pub(crate) fn sent(&self) -> Sent {
        let House { bytes, requests, .. } = &*self.house;
        Sent { bytes: bytes.swap(0, Ordering::SeqCst), requests: requests.swap(0, Ordering::SeqCst) }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// Every file below a folder.
pub(crate) fn files_of(folder: &Path) -> io::Result<Shelf> {
    let mut files = Shelf::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let within = path.strip_prefix(folder).map_err(io::Error::other)?;
                files.insert(within.to_string_lossy().replace('\\', "/"), fs::read(&path)?);
            }
        }
    }
    Ok(files)
}

async fn reply(State(house): State<Arc<House>>, request: Request) -> Result<Response<Body>, StatusCode> {
    let path = request.uri().path().trim_start_matches('/');
    let mut response = Response::builder();
    let body = match look_up(&house.files, path) {
        Found::File(path, bytes) => {
            // A browser of a first visit has nothing, and keeps what carries a fingerprint for good.
            response =
                response.header(CONTENT_TYPE, media_type(path)).header(CACHE_CONTROL, "max-age=31536000");
            match house.files.get(&format!("{path}.br")) {
                Some(small) => {
                    response = response.header(CONTENT_ENCODING, "br");
                    small.as_slice()
                }
                None => bytes,
            }
        }
        Found::Folder => {
            response = response.status(StatusCode::MOVED_PERMANENTLY).header(LOCATION, format!("/{path}/"));
            &[]
        }
        Found::Nothing => {
            response = response.status(StatusCode::NOT_FOUND);
            &[]
        }
    };
    house.bytes.fetch_add(body.len() as u64, Ordering::SeqCst);
    house.requests.fetch_add(1, Ordering::SeqCst);
    response.body(Body::from(body.to_vec())).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}
