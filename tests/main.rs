//! The one integration test binary: each module beside this file tests the whole from outside.

mod architecture;
mod browser;
mod build;
mod check;
mod cli;
mod docs;
mod serve;
mod workbench;
