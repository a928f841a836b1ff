//! The one integration test binary: each module beside this file tests the whole from outside.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of a test fails as the test does"
)]

mod analyse;
mod architecture;
mod browser;
mod build;
mod check;
mod cli;
mod docs;
mod schema;
mod serve;
mod workbench;
