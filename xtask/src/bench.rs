//! `cargo xtask bench [native | browser] [--rounds N]`: the benchmarks of the root package, `benches/large` and
//! `benches/browser`.
//!
//! The native one fails where a target is missed; the one in the browser measures, and fails only where a visit breaks.

use anyhow::{Result, bail};

use crate::bundle::{Purpose, bundle};
use crate::tools::{cargo, run as run_command, step};

pub(crate) fn run(options: &[String]) -> Result<bool> {
    let (native, browser, options) = match options {
        [first, rest @ ..] if first == "native" => (true, false, rest),
        [first, rest @ ..] if first == "browser" => (false, true, rest),
        all => (true, true, all),
    };
    if native && !browser && !options.is_empty() {
        bail!("the native benchmark has no options");
    }
    let met = !native
        || step("benchmark, native", || run_command(&mut bench("large")))
            .inspect_err(|error| eprintln!("    {error:#}"))
            .is_ok();
    if browser {
        let web = bundle(Purpose::Learners)?;
        let mut command = bench("browser");
        command.arg("--web").arg(web).args(options);
        step("benchmark, in the browser", || run_command(&mut command))?;
    }
    Ok(met)
}

fn bench(name: &str) -> std::process::Command {
    cargo(&["bench", "--package", "plenary", "--bench", name, "--"])
}
