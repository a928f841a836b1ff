//! `cargo xtask build`: the web application, and a `plenary` that carries it.

use std::env::consts::EXE_SUFFIX;

use anyhow::Result;

use crate::bundle::{Purpose, bundle};
use crate::tools::{cargo, run as run_command, step, target_dir};

pub(crate) fn run(_: &[String]) -> Result<bool> {
    let web = bundle(Purpose::Learners)?;
    step("plenary, release", || {
        run_command(cargo(&["build", "--package", "plenary", "--release"]).env("PLENARY_WEB", &web))
    })?;
    println!("{}", target_dir()?.join("release").join(format!("plenary{EXE_SUFFIX}")).display());
    Ok(true)
}
