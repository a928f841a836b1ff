//! `plenary build`: the site, ready to be copied to any static host.

use std::path::PathBuf;

use clap::Args;
use exchange::package::site::{site, weighed_site};

use crate::compress::{self, Press};
use crate::failure::Failure;
use crate::output::Output;
use crate::report::{self, Format, Tally};
use crate::versions::{published, versions};
use crate::{Ending, disk, today, web};

/// Writes the site to a folder that any static host can serve, from its root or from any folder of it
///
/// Beside each file stand its brotli and gzip forms, for hosts that send them. A folder that is not empty is refused, unless an
/// earlier build wrote it; then only what that build wrote is replaced.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  plenary build --out site\n  plenary build my-course --out /var/www/course"
)]
pub(crate) struct Arguments {
    /// The folder that holds `courses` and `questions`
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// The folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// A folder with the web application, in place of the one that this binary carries
    #[arg(long, value_name = "DIR")]
    web: Option<PathBuf>,
    /// Leaves the brotli and gzip forms out, for a host that compresses by itself: much faster
    #[arg(long)]
    uncompressed: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Ending, Failure> {
    let app = web::app(arguments.web.as_deref())?;
    // A folder that cannot be written to is said before the work is done.
    let output = Output::prepare(&arguments.out)?;
    let files = disk::read(&arguments.dir)?;
    let checked = content::check(&files, today()?);
    report::print(Format::Human, &files, &checked, &mut anstream::stdout())?;
    let Some(catalogue) = checked.catalogue.filter(|_| Tally::of(&checked.diagnostics).errors == 0) else {
        return Ok(Ending::Faults);
    };
    let published = published(catalogue, checked.translations);
    let versions = versions(&published);
    let mut tree = site(&versions, &app);
    let pages = tree.iter().filter(|(path, _)| path.ends_with(".html")).count();
    if !arguments.uncompressed {
        anstream::eprintln!("compressing {} files", tree.len());
        let press = Press::of(&tree);
        // Now that it is known what the files weigh the pages can say it.
        tree = weighed_site(&versions, &app, &|path, bytes| press.weigh(path, bytes));
        tree = compress::beside(tree, &press)?;
    }
    output.write(&tree)?;
    anstream::eprintln!("{pages} pages, {} files in {}", tree.len(), arguments.out.display());
    Ok(Ending::Clean)
}
