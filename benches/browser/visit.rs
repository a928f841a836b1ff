//! One visit: a browser with a new profile opens a page, waits for the first question, and answers twenty.

use std::fmt;

use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

use crate::driver::Driver;
use crate::host::{Host, Sent};
use crate::workload::ASKED;
use crate::{Failure, wait_for};

/// What stands between the host and the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// A slow line and a slow device: 1.6 Mbit/s, 150 ms until the first byte of each answer, the processor four times slower.
    Throttled,
    /// This machine as it is.
    Free,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Throttled => "throttled (1.6 Mbit/s, 150 ms, processor 4 times slower)",
            Self::Free => "not throttled",
        })
    }
}

/// What was seen in one visit. Times are in milliseconds since the page was asked for.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    /// When the heading of the page was painted: the first contentful paint, or where the heading came into the document
    /// later, the end of the frame that shows it.
    pub(crate) readable: f64,
    /// When the first question could be answered: the end of the frame that shows the first enabled radio button. That
    /// a choice has an effect is proved afterwards, by answering.
    pub(crate) answerable: f64,
    /// When the application was compiled; none for a page without one.
    pub(crate) compiled: Option<f64>,
    /// From the click on the button to the feedback in the document, for each question, in milliseconds.
    pub(crate) feedback: Vec<f64>,
    /// What the host sent in the whole visit.
    pub(crate) sent: Sent,
    /// What the page holds in memory after the last answer, in bytes: the JavaScript heap in use after a collection, and
    /// the linear memory of the application. Compiled code and the document's own structures are not in it.
    pub(crate) memory: f64,
    /// Every file that was fetched before the first question: path, and when it was asked for and had arrived.
    pub(crate) fetched: Vec<(String, f64, f64)>,
}

const WATCH: &str = include_str!("visit/watch.js");
const ANSWER: &str = include_str!("visit/answer.js");

/// Visits a page of a host.
pub(crate) fn visit(driver: &Driver, host: &Host, path: &str, line: Line) -> Result<Visit, Failure> {
    let profile = tempfile::tempdir()?;
    let browser = driver.open(profile.path());
    host.sent();
    let seen = wait_for(look(&browser, &format!("{}{path}", host.root()), line));
    wait_for(browser.quit())?;
    let Seen { begun, fetched, feedback, memory } = seen?;
    if let Some(fault) = feedback.get("fault") {
        return Err(format!("{path}: {fault}").into());
    }
    let visit = Visit {
        readable: number(&begun, "readable")?,
        answerable: number(&begun, "answerable")?,
        compiled: begun.get("compiled").and_then(Value::as_f64),
        feedback: feedback["times"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect(),
        sent: host.sent(),
        memory,
        fetched: fetched.as_array().into_iter().flatten().filter_map(file).collect(),
    };
    if visit.feedback.len() == ASKED {
        Ok(visit)
    } else {
        Err(format!("{path}: {} of {ASKED} questions were answered", visit.feedback.len()).into())
    }
}

struct Seen {
    begun: Value,
    fetched: Value,
    feedback: Value,
    memory: f64,
}

async fn look(browser: &WebDriver, address: &str, line: Line) -> WebDriverResult<Seen> {
    let tools = browser.cdp();
    if line == Line::Throttled {
        let conditions = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000 });
        tools.send_raw("Network.enable", json!({})).await?;
        tools.send_raw("Network.emulateNetworkConditions", conditions).await?;
        tools.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    }
    tools.send_raw("Page.enable", json!({})).await?;
    tools.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    browser.goto(address).await?;
    let begun = browser.execute_async("visit.begun.then(arguments[0])", []).await?.json().clone();
    let fetched = browser.execute(FETCHED, []).await?.json().clone();
    let feedback = browser.execute_async(ANSWER, [json!(ASKED)]).await?.json().clone();
    tools.send_raw("Performance.enable", json!({})).await?;
    tools.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let metrics = tools.send_raw("Performance.getMetrics", json!({})).await?;
    let wasm = browser.execute("return visit.wasmMemory()", []).await?.json().as_f64().unwrap_or_default();
    let heap =
        metrics["metrics"].as_array().into_iter().flatten().find_map(|metric| {
            (metric["name"] == "JSHeapUsedSize").then(|| metric["value"].as_f64()).flatten()
        });
    Ok(Seen { begun, fetched, feedback, memory: heap.unwrap_or(f64::NAN) + wasm })
}

/// The page itself and what it fetched.
const FETCHED: &str = r#"
    const entries = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
    return entries.map((entry) => [new URL(entry.name).pathname, entry.startTime, entry.responseEnd]);
"#;

fn file(entry: &Value) -> Option<(String, f64, f64)> {
    Some((entry.get(0)?.as_str()?.to_owned(), entry.get(1)?.as_f64()?, entry.get(2)?.as_f64()?))
}

fn number(of: &Value, name: &str) -> Result<f64, Failure> {
    of.get(name).and_then(Value::as_f64).ok_or_else(|| format!("the page did not tell {name}: {of}").into())
}
