//! The checks of authors' files, run with this crate alone.

#[path = "../../../tests/check.rs"]
mod check;
#[path = "../../../tests/docs.rs"]
mod docs;
