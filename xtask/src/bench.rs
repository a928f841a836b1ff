//! `cargo xtask bench`: the benchmark of the root package, `benches/large`.

use anyhow::Result;

use crate::tools::{cargo, run as run_command, step};

pub(crate) fn run(options: &[String]) -> Result<bool> {
    let mut command = cargo(&["bench", "--package", "plenary", "--bench", "large", "--"]);
    command.args(options);
    step("benchmark, release", || run_command(&mut command)).map(|()| true)
}
