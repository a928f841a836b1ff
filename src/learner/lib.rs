//! The delegates' applications, in the browser. The reader turns pages, asks, marks and remembers; the notebook shows what was done
//! and keeps it safe, on pages of its own.
//!
//! Every page of a site can be read without them. The reader says on a page what was done, opens definitions where they stand, and
//! fills the pages of quizzes. What is right, what an answer earns and what progress means is decided in `domain`; this crate
//! shows states and dispatches events. It knows no TOML and no Markdown: what it fetches was compiled before.
//!
//! Each application is linked alone from this crate, so what only the notebook calls is in no reader's download. Nothing outside of
//! `notebook` may name it.

mod app;
mod browser;
pub mod fetch;
mod later;
pub mod notebook;
mod page;
mod part;
pub mod preview;
mod question;
mod quiz;
mod storage;
mod tabs;

pub use app::run;
pub use browser::save_file;
