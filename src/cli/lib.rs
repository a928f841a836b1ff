//! The command of a trainer: `plenary new`, `check`, `serve`, `build`, `analyse`.
//!
//! A shell around the pure crates, and the only one that knows disk, clock, network and terminal. It decides nothing
//! about a course: what is right is decided in `content`, what a site consists of in `exchange`.

mod cohort;
mod command;
mod compress;
mod disk;
mod failure;
mod output;
mod report;
mod server;
mod versions;
mod watch;
mod web;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use command::{analyse, build, check, new, serve};
use failure::Failure;

/// Courses and quizzes from plain text files, as a site that needs no server.
#[derive(Debug, Parser)]
#[command(name = "plenary", version, propagate_version = true, disable_help_subcommand = true)]
#[command(after_help = "Begin with `plenary new my-course`, then `plenary serve my-course`.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::Arguments),
    Check(check::Arguments),
    Serve(serve::Arguments),
    Build(build::Arguments),
    Analyse(analyse::Arguments),
}

/// How a command ended, as its exit code tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Everything is as it should be: 0.
    Clean,
    /// The authors' files, or the files that learners handed in, have mistakes: 1.
    Faults,
}

/// Runs the command that the process was called with. The exit code is 0 when all is well, 1 when the authors' files, or
/// the files that learners handed in, have mistakes, 2 when the command itself could not be carried out.
pub fn main() -> ExitCode {
    let ending = match Arguments::parse().command {
        Command::New(arguments) => new::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Analyse(arguments) => analyse::run(&arguments),
    };
    match ending {
        Ok(Ending::Clean) => ExitCode::SUCCESS,
        Ok(Ending::Faults) => ExitCode::from(1),
        Err(failure) => {
            anstream::eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}

/// What every command that reads a project does first.
fn today() -> Result<domain::time::Date, Failure> {
    let now = time::OffsetDateTime::now_utc();
    u16::try_from(now.year())
        .ok()
        .and_then(|year| domain::time::Date::new(year, now.month().into(), now.day()).ok())
        .ok_or_else(|| Failure::new(format!("the clock of this machine tells the year {}", now.year())))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent_and_every_command_has_an_example() {
        let command = Arguments::command();
        command.clone().debug_assert();
        for sub in command.get_subcommands() {
            let help = sub.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains("plenary "), "`plenary {} --help` has no example", sub.get_name());
        }
    }
}
