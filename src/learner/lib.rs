//! The delegates' application, in the browser: it turns pages, asks, marks and remembers.
//!
//! Every page of a site can be read without it. It says on a page what was done, opens definitions where they stand, and fills
//! the pages of quizzes. What is right, what an answer earns and what progress means is decided in `domain`; this crate
//! shows states and dispatches events. It knows no TOML and no Markdown: what it fetches was compiled before.

mod app;
mod browser;
mod fetch;
mod page;
mod part;
mod question;
mod quiz;
mod storage;

pub use app::run;
