//! Requests and responses.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, LOCATION, REFERRER_POLICY,
};
use axum::http::header::{HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use axum::http::{StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive};
use axum::response::{IntoResponse, Response, Sse};
use axum::routing::get;
use tokio::sync::watch::Receiver;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::{Shown, page};

/// Who is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guests {
    /// Only those who asked for this machine by one of its own names: a page of somebody else that had its own name lead here
    /// is turned away.
    ThisMachine,
    /// Everyone, because the author opened the server to a network.
    Everyone,
}

/// The site as it is shown at the moment, and news of it.
pub(crate) fn router(shown: Receiver<Arc<Shown>>, guests: Guests) -> Router {
    Router::new()
        .route("/-/events", get(events))
        .route("/-/dev.js", get(|| async { own("text/javascript; charset=utf-8", include_str!("dev.js")) }))
        .route("/-/dev.css", get(|| async { own("text/css; charset=utf-8", include_str!("dev.css")) }))
        .fallback_service(get(file).with_state(shown.clone()))
        .layer(middleware::from_fn(move |request, next| admit(guests, request, next)))
        .layer(middleware::map_response_with_state(shown.clone(), with_headers))
        .with_state(shown)
}

async fn events(
    State(shown): State<Receiver<Arc<Shown>>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    // The first item is the present state, so that nothing is missed between a page and its first news.
    let news = WatchStream::new(shown).map(|shown| {
        let data = serde_json::to_string(&shown.news()).unwrap_or_default();
        Ok(Event::default().data(data))
    });
    Sse::new(news).keep_alive(KeepAlive::default())
}

async fn file(State(shown): State<Receiver<Arc<Shown>>>, uri: Uri) -> Response {
    let shown = Arc::clone(&shown.borrow());
    let Some(site) = &shown.site else {
        let page = page::not_yet(&shown);
        return (StatusCode::SERVICE_UNAVAILABLE, [(CONTENT_TYPE, "text/html; charset=utf-8")], page)
            .into_response();
    };
    let path = uri.path().trim_start_matches('/');
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    if let Some(bytes) = site.get(&path) {
        return ([(CONTENT_TYPE, media_type(&path))], bytes.to_vec()).into_response();
    }
    if site.contains(&format!("{path}/index.html")) {
        return (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, format!("/{path}/"))]).into_response();
    }
    let page = site.get("404.html").unwrap_or_default().to_vec();
    (StatusCode::NOT_FOUND, [(CONTENT_TYPE, media_type("404.html"))], page).into_response()
}

fn own(media_type: &'static str, text: &'static str) -> impl IntoResponse {
    ([(CONTENT_TYPE, media_type)], text)
}

fn media_type(path: &str) -> String {
    let media_type = mime_guess::from_path(path).first_or_octet_stream();
    let is_text =
        media_type.type_() == "text" || matches!(media_type.subtype().as_str(), "json" | "javascript");
    if is_text {
        format!("{}; charset=utf-8", media_type.essence_str())
    } else {
        media_type.essence_str().to_owned()
    }
}

async fn admit(guests: Guests, request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    match guests {
        Guests::Everyone => next.run(request).await,
        Guests::ThisMachine if host.is_some_and(is_this_machine) => next.run(request).await,
        Guests::ThisMachine => {
            (StatusCode::FORBIDDEN, "This server answers to localhost only.\n").into_response()
        }
    }
}

/// Whether a `Host` header names this machine, with or without a port.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name.to_ascii_lowercase().as_str(), "localhost" | "127.0.0.1" | "[::1]")
}

async fn with_headers(
    State(shown): State<Receiver<Arc<Shown>>>,
    mut response: Response<Body>,
) -> Response<Body> {
    let shown = Arc::clone(&shown.borrow());
    let policy = format!("{}; frame-ancestors 'none'", shown.policy);
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(CONTENT_SECURITY_POLICY, &policy);
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(REFERRER_POLICY, "no-referrer");
    set(CACHE_CONTROL, "no-cache");
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_names_of_this_machine_are_admitted() {
        for host in ["localhost", "localhost:8017", "127.0.0.1:8017", "[::1]", "[::1]:80", "LOCALHOST:1"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in
            ["evil.example", "localhost.evil.example:8017", "127.0.0.1.evil.example", "", "192.168.0.4:8017"]
        {
            assert!(!is_this_machine(host), "{host}");
        }
    }

    #[test]
    fn each_file_of_a_site_has_its_media_type() {
        for (path, expect) in [
            ("index.html", "text/html; charset=utf-8"),
            ("assets/plenary-1.wasm", "application/wasm"),
            ("assets/plenary-1.js", "text/javascript; charset=utf-8"),
            ("assets/style-1.css", "text/css; charset=utf-8"),
            ("data/catalogue-1.json", "application/json; charset=utf-8"),
            ("assets/icon-1.svg", "image/svg+xml"),
        ] {
            assert_eq!(media_type(path), expect, "{path}");
        }
    }
}
