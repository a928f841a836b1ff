//! A trainer who types in a bank of 500 questions, within the whole project of the real courses: how long it takes until what is wrong is said, and
//! until the question is shown as it now is.

use std::path::Path;
use std::time::Duration;

use serde_json::json;
use thirtyfour::WebDriver;

use crate::driver::Driver;
use crate::host::{Host, files_of};
use crate::table::{median, p95};
use crate::{Failure, wait_for, workload};

/// How many questions the bank has.
const QUESTIONS: usize = 500;

/// How many keys are pressed for each of the two.
const KEYS: usize = 100;

/// What is aimed at, for 95 of 100 keystrokes, in milliseconds.
const DIAGNOSTICS: f64 = 30.0;
const PREVIEW: f64 = 60.0;

const WATCH: &str = include_str!("typing/watch.js");

/// Measures, and prints what came of it.
pub(crate) fn measure(driver: &Driver, host: &Host) -> Result<(), Failure> {
    let profile = tempfile::tempdir()?;
    let browser = driver.open(profile.path());
    let typed = wait_for(types(&browser, host.root(), &project()?));
    wait_for(browser.quit())?;
    let (diagnostics, preview) = typed?;
    println!(
        "\na keystroke in a bank of {QUESTIONS} questions, within the real courses ({KEYS} keystrokes each)"
    );
    for (what, times, aim) in
        [("until diagnostics", diagnostics, DIAGNOSTICS), ("until the preview", preview, PREVIEW)]
    {
        let (middle, most) = (median(times.clone()), p95(times));
        let verdict = if most <= aim { "met" } else { "MISSED" };
        println!("{what:<20} p50 {middle:>6.1} ms   p95 {most:>6.1} ms   aim {aim:.0} ms: {verdict}");
    }
    Ok(())
}

/// The real project, with a bank of many questions besides that are about the objectives of its first module.
fn project() -> Result<Vec<(String, String)>, Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["courses", "questions"] {
        for (path, bytes) in files_of(&root.join(folder))? {
            files.push((format!("{folder}/{path}"), String::from_utf8(bytes)?));
        }
    }
    let text =
        |path: &str| files.iter().find(|(known, _)| known.ends_with(path)).map(|(_, text)| text.clone());
    let between = |text: &str, before: &str| Some(text.split_once(before)?.1.split('"').next()?.to_owned());
    let bank = text("questions/trafficking.toml").ok_or("the real courses have no bank to begin with")?;
    let objective =
        between(&bank, "objective = \"").or(between(&bank, "objective  = \"")).ok_or("no objective")?;
    let source = between(&bank, "= [\"")
        .and_then(|cited| Some(cited.split(':').next()?.to_owned()))
        .ok_or("no source")?;
    let questions = workload::questions(QUESTIONS);
    let many = workload::bank("many", &questions, &objective, &source);
    files.push(("questions/many.toml".to_owned(), many));
    Ok(files)
}

async fn types(
    browser: &WebDriver,
    root: &str,
    files: &[(String, String)],
) -> Result<(Vec<f64>, Vec<f64>), Failure> {
    browser.goto(format!("{root}trainer/")).await?;
    let ready = browser.execute_async(WATCH, [json!(files)]).await?.json().clone();
    if ready != "ready" {
        return Err(format!("the project was not opened: {ready}").into());
    }
    let mut all = Vec::new();
    // In the name of an objective each key makes a mistake or mends it; in a stem each changes what is shown.
    for (place, letters) in [("objective", ["x", "\u{8}"]), ("stem", ["x", "y"])] {
        browser.execute("typing.goTo(arguments[0])", [json!(place)]).await?;
        for number in 0..KEYS {
            browser.execute("typing.begin(arguments[0])", [json!(place)]).await?;
            let letter = letters.get(number % 2).copied().unwrap_or_default();
            let key = if letter == "\u{8}" {
                thirtyfour::Key::Backspace.value().to_string()
            } else {
                letter.to_owned()
            };
            browser
                .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
                .send_keys(key)
                .perform()
                .await?;
            let told = browser.execute_async("typing.done.then(arguments[0], arguments[0])", []).await?;
            all.push(told.json().as_f64().ok_or_else(|| format!("{place}, key {number}: {}", told.json()))?);
        }
    }
    let preview = all.split_off(KEYS);
    Ok((all, preview))
}
