//! A static host for a built site: as plain as hosts are, but it counts, and it can go down.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONNECTION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use axum::http::{Response, StatusCode};
use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::shelf::{Found, look_up, media_type};
use super::{Site, runtime, wait_for};

/// A host of one site, below a folder of its address. It ends with this value.
pub(crate) struct Host {
    root: String,
    house: Arc<House>,
    serving: JoinHandle<()>,
}

struct House {
    site: Mutex<&'static Site>,
    folder: String,
    asked: Mutex<Vec<String>>,
    down: AtomicBool,
    held: Mutex<Vec<String>>,
}

impl Host {
    /// Hosts the site below this folder: `/`, or `/some/folder/`.
    pub(crate) fn start(site: &'static Site, folder: &str) -> Self {
        let house = Arc::new(House {
            site: Mutex::new(site),
            folder: folder.to_owned(),
            asked: Mutex::default(),
            down: AtomicBool::new(false),
            held: Mutex::default(),
        });
        let listener = wait_for(TcpListener::bind("127.0.0.1:0")).unwrap();
        let root = format!("http://{}{folder}", listener.local_addr().unwrap());
        let door = Door { listener, house: house.clone() };
        let router = Router::new().fallback(reply).with_state(house.clone());
        let serving = runtime().spawn(async move {
            axum::serve(door, router).await.unwrap();
        });
        Self { root, house, serving }
    }

    /// The address of the site's root.
    pub(crate) fn root(&self) -> &str {
        &self.root
    }

    /// What was asked for since the last time, as paths from the root of the site, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.house.asked.lock().unwrap())
    }

    /// Lets nobody have this path before it is released.
    pub(crate) fn hold(&self, path: &str) {
        self.house.held.lock().unwrap().push(path.to_owned());
    }

    /// Releases a path.
    pub(crate) fn release(&self, path: &str) {
        self.house.held.lock().unwrap().retain(|held| held != path);
    }

    /// Hosts another site from now on, as after an upload.
    pub(crate) fn publish(&self, site: &'static Site) {
        *self.house.site.lock().unwrap() = site;
    }

    /// Turns every visitor away before a word is said, or takes them in again.
    pub(crate) fn set_down(&self, down: bool) {
        self.house.down.store(down, Ordering::SeqCst);
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn reply(State(house): State<Arc<House>>, request: Request) -> Response<Body> {
    let path = request.uri().path();
    let within = path.strip_prefix(&house.folder);
    house.asked.lock().unwrap().push(within.map_or_else(|| format!("outside: {path}"), str::to_owned));
    while within.is_some_and(|path| house.held.lock().unwrap().iter().any(|held| held == path)) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let site: &'static Site = *house.site.lock().unwrap();
    let (status, media, body) = match within.map_or(Found::Nothing, |path| look_up(site.files(), path)) {
        Found::File(path, bytes) => (StatusCode::OK, media_type(path), bytes),
        Found::Folder => (StatusCode::MOVED_PERMANENTLY, String::new(), [].as_slice()),
        Found::Nothing => {
            (StatusCode::NOT_FOUND, media_type("404.html"), site.get("404.html").unwrap_or_default())
        }
    };
    let mut response = Response::builder()
        .status(status)
        .header(CONTENT_SECURITY_POLICY, site.policy())
        // Each request comes through the door, so that a host that is down is down at once.
        .header(CONNECTION, "close");
    response = match status {
        StatusCode::MOVED_PERMANENTLY => response.header(LOCATION, format!("{path}/")),
        _ => response.header(CONTENT_TYPE, media),
    };
    response.body(Body::from(body.to_vec())).unwrap()
}

/// The way in, shut while the host is down.
struct Door {
    listener: TcpListener,
    house: Arc<House>,
}

/// A connection that breaks off while the host is down: a browser opens some before it knows what it will ask for.
struct Line {
    stream: TcpStream,
    house: Arc<House>,
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let read = ready!(Pin::new(&mut self.stream).poll_read(context, into));
        let down = self.house.down.load(Ordering::SeqCst);
        Poll::Ready(if down { Err(io::ErrorKind::ConnectionReset.into()) } else { read })
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

impl Listener for Door {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        loop {
            let (stream, address) = Listener::accept(&mut self.listener).await;
            if !self.house.down.load(Ordering::SeqCst) {
                return (Line { stream, house: self.house.clone() }, address);
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}
