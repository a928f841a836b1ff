//! The one integration test binary: each module beside this file tests the whole from outside.

mod browser;
mod build;
mod cli;
mod serve;
mod workbench;
