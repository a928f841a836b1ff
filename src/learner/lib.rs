//! The delegates' application, in the browser: it reads, asks, marks and remembers.
//!
//! It takes over the plain page that was served, and from then on shows every page itself. What is right, what an answer
//! earns and what progress means is decided in `domain`; this crate shows states and dispatches events. It knows no TOML
//! and no Markdown: what it fetches was compiled before.

mod app;
mod browser;
mod fetch;
mod page;
mod part;
mod question;
mod quiz;
mod route;
mod storage;

pub use app::run;
