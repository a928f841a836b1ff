//! The one integration test binary: each module beside this file tests the whole from outside.

mod build;
mod cli;
mod serve;
mod workbench;
