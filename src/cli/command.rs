//! The commands, one in each file: its arguments with their help, and `run`.

pub(crate) mod analyse;
pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod new;
pub(crate) mod serve;
