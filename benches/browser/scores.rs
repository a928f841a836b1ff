//! A cohort on the trainer's page: a thousand results files of forty answers, from the moment at which they are chosen until the gradebook is
//! painted, and how long the page did not hear a key meanwhile.

use std::fs;
use std::path::Path;

use content::check;
use domain::time::Date;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

use crate::driver::Driver;
use crate::host::{Host, files_of};
use crate::{Failure, build, cohort, generate, wait_for};

/// How many files there are.
const FILES: usize = 1_000;

/// How many answers each of them has.
const ANSWERS: usize = 40;

/// How long it may take, in milliseconds.
const TARGET: f64 = 5_000.0;

/// What one look took, in milliseconds.
struct Look {
    /// From the choice of the files to the painted gradebook.
    whole: f64,
    /// The longest time in which the page heard nothing.
    longest: f64,
}

/// Measures and prints.
pub(crate) fn measure(driver: &Driver, web: &Path, rounds: usize) -> Result<(), Failure> {
    let (project, site, results) = (tempfile::tempdir()?, tempfile::tempdir()?, tempfile::tempdir()?);
    let files = generate::project(ANSWERS);
    for (path, bytes) in files.iter() {
        let path = project.path().join(path);
        fs::create_dir_all(path.parent().ok_or("a file has no folder")?)?;
        fs::write(path, bytes)?;
    }
    build(project.path(), site.path(), web)?;
    let host = Host::start(files_of(site.path())?)?;
    let catalogue = check(&files, Date::from_days(20_000)).catalogue.ok_or("the project has mistakes")?;
    let quiz = "course/module/practice".parse()?;
    for (name, text) in cohort::files(&catalogue, &catalogue, &quiz, FILES, ANSWERS) {
        fs::write(results.path().join(name), text)?;
    }
    let mut looks = Vec::new();
    for round in 0..rounds {
        eprintln!("a cohort, round {} of {rounds}", round + 1);
        let profile = tempfile::tempdir()?;
        let browser = driver.open(profile.path());
        let seen = wait_for(look(&browser, &format!("{}trainer/scores/", host.root()), results.path()));
        wait_for(browser.quit())?;
        let seen = seen?;
        let number =
            |name: &str| seen[name].as_f64().ok_or_else(|| format!("the page did not tell {name}: {seen}"));
        looks.push(Look { whole: number("whole")?, longest: number("longest")? });
    }
    let median = |of: fn(&Look) -> f64| {
        let mut all: Vec<f64> = looks.iter().map(of).collect();
        all.sort_unstable_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
    };
    let whole = median(|look| look.whole);
    println!("\n{FILES} results files of {ANSWERS} answers on the trainer's page, medians of {rounds}");
    let word = if whole < TARGET { "met" } else { "missed" };
    println!("  until the gradebook is painted   {whole:7.0} ms   (aim: {TARGET:.0} ms, {word})");
    println!("  longest time without an ear      {:7.0} ms", median(|look| look.longest));
    Ok(())
}

/// Waits for the application, and from then on watches the page.
const WATCH: &str = "
    const done = arguments[0];
    const ready = () => document.querySelector('#plenary[data-ready]') ? begin() : setTimeout(ready, 10);
    const begin = () => {
        const seen = { longest: 0 };
        new PerformanceObserver((list) => {
            for (const task of list.getEntries()) seen.longest = Math.max(seen.longest, task.duration);
        }).observe({ type: 'longtask' });
        document.addEventListener('change', () => { seen.begun ??= performance.now() }, true);
        const look = () => {
            if (!document.querySelector('#part table')) return requestAnimationFrame(look);
            // In a turn after the frame that has it.
            requestAnimationFrame(() => setTimeout(() => { seen.whole = performance.now() - seen.begun; window.seen = seen }, 100));
        };
        requestAnimationFrame(look);
        done();
    };
    ready();
";

/// What was seen. The last hundredth of a second is the watcher's own.
const SEEN: &str = "
    const done = arguments[0];
    const look = () => window.seen ? done({ ...window.seen, whole: window.seen.whole - 100 }) : setTimeout(look, 50);
    look();
";

async fn look(browser: &WebDriver, address: &str, results: &Path) -> WebDriverResult<Value> {
    let tools = browser.cdp();
    browser.set_script_timeout(std::time::Duration::from_secs(120)).await?;
    browser.goto(address).await?;
    browser.execute_async(WATCH, []).await?;
    let field = json!({ "expression": "document.querySelector('.given input[webkitdirectory]')" });
    let field = tools.send_raw("Runtime.evaluate", field).await?;
    let object = field["result"]["objectId"].clone();
    tools.send_raw("DOM.setFileInputFiles", json!({ "files": [results], "objectId": object })).await?;
    Ok(browser.execute_async(SEEN, []).await?.json().clone())
}
