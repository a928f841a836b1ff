//! How much memory the command takes.
//!
//! Linux counts the memory of the process that starts another one as that one's, up to the moment at which it begins. This program holds a large
//! bank by then. So it starts itself anew, which takes little, and that starts the command and says what it took.

use std::ffi::OsString;
use std::process::{Command, Stdio};

use crate::{Failure, line};

/// The first argument of this program where it is to weigh what follows.
const WEIGH: &str = "--weigh";

/// Shows the most memory that the command takes with these arguments at any moment beside its target in bytes, and tells whether it is met.
pub(crate) fn weigh(what: &str, arguments: &[OsString], target: u64) -> Result<bool, Failure> {
    let measured = peak(arguments)?;
    let mebibytes = |bytes: u64| format!("{} MB", bytes >> 20);
    println!("{}", line(what, &mebibytes(measured), &mebibytes(target), measured <= target));
    Ok(measured <= target)
}

fn peak(arguments: &[OsString]) -> Result<u64, Failure> {
    let output = Command::new(std::env::current_exe()?)
        .arg(WEIGH)
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(format!("weighing ended with {}", output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}

/// Runs the command and prints what it took, where this program was started to do that.
pub(crate) fn is_asked_for() -> Result<bool, Failure> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_none_or(|first| first != WEIGH) {
        return Ok(false);
    }
    run(&arguments.collect::<Vec<_>>())?;
    let usage = nix::sys::resource::getrusage(nix::sys::resource::UsageWho::RUSAGE_CHILDREN)?;
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    println!("{}", u64::try_from(usage.max_rss())? * unit);
    Ok(true)
}

/// Runs the command with these arguments; what it prints is not looked at.
pub(crate) fn run(arguments: &[OsString]) -> Result<(), Failure> {
    let status =
        Command::new(env!("CARGO_BIN_EXE_plenary")).args(arguments).stdout(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(format!("plenary {arguments:?} ended with {status}").into()) }
}
