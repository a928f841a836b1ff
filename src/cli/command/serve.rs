//! `plenary serve`: the course in the browser, while it is written.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use clap::Args;
use notify::RecursiveMode;
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tokio::sync::watch::{self, Sender};

use crate::failure::Failure;
use crate::server::{Guests, Project, Shown, Workshop, router};
use crate::watch::Watch;
use crate::{Ending, web};

/// How many ports are tried, from the one that was asked for.
const PORTS_TRIED: u16 = 50;

/// Shows the courses in the browser, and shows each change at once
///
/// The page reloads after each change. Mistakes are listed here and in the open page; until they are mended the last good state
/// is shown. Only this machine can open the page, unless --address says otherwise.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  plenary serve\n  plenary serve my-course --port 9000")]
pub(crate) struct Arguments {
    /// The folder that holds `courses` and `questions`
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// The port; the next free one is taken where it is in use
    #[arg(long, default_value_t = 8017)]
    port: u16,
    /// Opens the page to a network: the address of this machine in it, or 0.0.0.0 for all
    #[arg(long)]
    address: Option<IpAddr>,
    /// A folder with the web application, in place of the one that this binary carries
    #[arg(long, value_name = "DIR")]
    web: Option<PathBuf>,
    /// Ends when standard input does: for a program that starts this one and must not leave it behind
    #[arg(long, hide = true)]
    until_input_ends: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Ending, Failure> {
    web::app(arguments.web.as_deref())?;
    if !arguments.dir.is_dir() {
        return Err(Failure::new(format!("there is no folder {}", arguments.dir.display()))
            .help(format!("make a project with `plenary new {}`", arguments.dir.display())));
    }
    let project = Project { dir: arguments.dir.clone(), web: arguments.web.clone() };
    let mut workshop = Workshop::new(project.clone());
    let (tell, shown) = watch::channel(workshop.look().unwrap_or_default());
    let watching = thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || keep_looking(&project, workshop, &tell));
    watching.map_err(|error| Failure::new(format!("could not start a thread: {error}")))?;

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(format!("could not start the server: {error}")))?;
    runtime.block_on(async {
        let listener = listen(arguments.address, arguments.port).await?;
        let at = listener
            .local_addr()
            .map_err(|error| Failure::new(format!("could not start the server: {error}")))?;
        anstream::println!("http://{at}  (Ctrl-C ends)");
        let guests = if arguments.address.is_some() { Guests::Everyone } else { Guests::ThisMachine };
        tokio::select! {
            served = axum::serve(listener, router(shown, guests)) => {
                served.map_err(|error| Failure::new(format!("the server stopped: {error}")))
            }
            _ = tokio::signal::ctrl_c() => Ok(()),
            () = input_ends(), if arguments.until_input_ends => Ok(()),
        }
    })?;
    // A thread that waits for changes, or a read that waits for input, must not keep the process.
    runtime.shutdown_background();
    Ok(Ending::Clean)
}

async fn listen(address: Option<IpAddr>, port: u16) -> Result<TcpListener, Failure> {
    let address = address.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let last = port.saturating_add(PORTS_TRIED);
    for candidate in port..=last {
        match TcpListener::bind(SocketAddr::new(address, candidate)).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(Failure::new(format!(
                    "could not listen at {address}, port {candidate}: {error}"
                )));
            }
        }
    }
    Err(Failure::new(format!("the ports {port} to {last} are all in use"))
        .help("name another one with --port"))
}

async fn input_ends() {
    let mut input = tokio::io::stdin();
    let mut buffer = [0; 64];
    while input.read(&mut buffer).await.is_ok_and(|read| read > 0) {}
}

/// Makes the site anew after each change, for as long as somebody is shown it.
fn keep_looking(project: &Project, mut workshop: Workshop, tell: &Sender<Arc<Shown>>) {
    let watched = Watch::new().and_then(|mut watch| {
        watch.add(project.dir(), RecursiveMode::NonRecursive)?;
        Ok(watch)
    });
    let mut watch = match watched {
        Ok(watch) => watch,
        Err(error) => return anstream::eprintln!("changes will not be seen: {error}"),
    };
    loop {
        // A folder can have been made, or made anew, since the last time.
        for folder in project.folders() {
            if let Err(error) = watch.add(&folder, RecursiveMode::Recursive) {
                anstream::eprintln!("changes in {} will not be seen: {error}", folder.display());
            }
        }
        // What was changed before the watch began is seen here.
        if let Some(shown) = workshop.look() {
            tell.send_replace(shown);
        }
        if !watch.wait() {
            return;
        }
    }
}
