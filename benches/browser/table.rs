//! What the visits came to: medians, ratios and the aims beside them.

use std::collections::BTreeMap;

use crate::visit::{Line, Visit};

/// What is measured of a visit, and how it is written.
type Row = (&'static str, fn(&[Visit]) -> f64, fn(f64) -> String, Option<f64>);

/// The rows, each with the ratio to the plain page that is aimed at over a throttled line.
const ROWS: [Row; 9] = [
    ("first readable text", |visits| median(all(visits, |visit| visit.readable)), ms, Some(1.2)),
    ("  p95", |visits| p95(all(visits, |visit| visit.readable)), ms, None),
    ("first answerable question", |visits| median(all(visits, |visit| visit.answerable)), ms, Some(2.0)),
    ("  p95", |visits| p95(all(visits, |visit| visit.answerable)), ms, None),
    ("answer to feedback", |visits| median(feedback(visits)), ms_short, None),
    ("  p95", |visits| p95(feedback(visits)), ms_short, None),
    ("bytes sent", |visits| median(all(visits, |visit| visit.sent.bytes as f64)), kb, None),
    ("requests", |visits| median(all(visits, |visit| visit.sent.requests as f64)), plain, None),
    ("memory", |visits| median(all(visits, |visit| visit.memory)), kb, None),
];

/// Feedback is to be in the document within so many milliseconds.
const FEEDBACK: f64 = 5.0;

/// What a bank of 10,000 questions may cost of one of 20: bytes, times, memory.
const LARGE: f64 = 1.2;

/// Prints what was measured over a line. The first four sides are: plain, plenary, plain with many questions, plenary with many.
pub(crate) fn print(line: Line, sides: &[(&str, &[Visit])]) {
    let visits = sides.first().map_or(0, |(_, visits)| visits.len());
    println!("\n{line}: medians of {visits} visits each");
    let [plain, plenary, plain_many, plenary_many, variants @ ..] = sides else { return };
    println!(
        "{:<26} {:>12} {:>12} {:>7} {:>16} | {:>14} {:>15} {:>7} {:>14}",
        "", plain.0, plenary.0, "ratio", "aim", plain_many.0, plenary_many.0, "of 20", "aim"
    );
    for (what, measure, write, aim) in ROWS {
        let (plain, plenary) = (measure(plain.1), measure(plenary.1));
        let (plain_many, plenary_many) = (measure(plain_many.1), measure(plenary_many.1));
        let throttled = line == Line::Throttled;
        let first = match (what, aim) {
            (_, Some(aim)) if throttled => beside(plenary / plain, aim, &format!("{aim:.1}×")),
            ("answer to feedback", _) => beside(plenary, FEEDBACK, &format!("{FEEDBACK:.0} ms")),
            _ => String::new(),
        };
        let second = match what {
            "first readable text" | "first answerable question" | "bytes sent" | "memory" => {
                beside(plenary_many / plenary, LARGE, &format!("{LARGE:.1}×"))
            }
            _ => String::new(),
        };
        println!(
            "{what:<26} {:>12} {:>12} {:>6.2}× {first:>16} | {:>14} {:>15} {:>6.2}× {second:>14}",
            write(plain),
            write(plenary),
            plenary / plain,
            write(plain_many),
            write(plenary_many),
            plenary_many / plenary,
        );
    }
    for (name, visits) in variants {
        println!("\n{name:<26} {:>12} {:>12} {:>12}", "", "of plain", "of plenary");
        for (what, measure, write, _) in ROWS {
            let value = measure(visits);
            let (of_plain, of_plenary) = (value / measure(plain.1), value / measure(plenary.1));
            println!("{what:<26} {:>12} {of_plain:>11.2}× {of_plenary:>11.2}×", write(value));
        }
    }
    for (name, visits) in [plenary, plenary_many].into_iter().chain(variants) {
        print_course(name, visits);
    }
}

/// Where the time until the first question goes: when each file was asked for and had arrived.
fn print_course(name: &str, visits: &[Visit]) {
    println!("\n{name}: until the first question, in ms (asked for, arrived)");
    let mut files: BTreeMap<String, (Vec<f64>, Vec<f64>)> = BTreeMap::new();
    for visit in visits {
        let mut shards: Vec<(f64, f64)> = Vec::new();
        for (path, asked, arrived) in &visit.fetched {
            if path.contains("/bank") {
                shards.push((*asked, *arrived));
            } else {
                let (from, to) = files.entry(path.clone()).or_default();
                from.push(*asked);
                to.push(*arrived);
            }
        }
        let first = shards.iter().copied().reduce(|one, other| if other.1 < one.1 { other } else { one });
        let last = shards.iter().copied().reduce(|one, other| if other.1 > one.1 { other } else { one });
        for (what, shard) in [("the first piece of the bank", first), ("the last piece of the bank", last)] {
            if let Some((asked, arrived)) = shard {
                let (from, to) = files.entry(what.to_owned()).or_default();
                from.push(asked);
                to.push(arrived);
            }
        }
    }
    let mut lines: Vec<(f64, f64, String)> =
        files.into_iter().map(|(path, (from, to))| (median(from), median(to), path)).collect();
    let compiled: Vec<f64> = visits.iter().filter_map(|visit| visit.compiled).collect();
    if !compiled.is_empty() {
        lines.push((f64::NAN, median(compiled), "(compiled)".to_owned()));
    }
    lines.push((f64::NAN, median(all(visits, |visit| visit.readable)), "(first readable text)".to_owned()));
    lines.push((
        f64::NAN,
        median(all(visits, |visit| visit.answerable)),
        "(first answerable question)".to_owned(),
    ));
    lines.sort_by(|one, other| one.1.total_cmp(&other.1));
    for (asked, arrived, path) in lines {
        let asked = if asked.is_nan() { String::new() } else { format!("{asked:.0}") };
        println!("{asked:>8} {arrived:>8.0}  {path}");
    }
}

fn beside(value: f64, aim: f64, words: &str) -> String {
    format!("{words} {}", if value <= aim { "met" } else { "MISSED" })
}

fn all(visits: &[Visit], part: impl Fn(&Visit) -> f64) -> Vec<f64> {
    visits.iter().map(part).collect()
}

fn feedback(visits: &[Visit]) -> Vec<f64> {
    visits.iter().flat_map(|visit| visit.feedback.iter().copied()).collect()
}

pub(crate) fn median(values: Vec<f64>) -> f64 {
    quantile(values, 0.5)
}

pub(crate) fn p95(values: Vec<f64>) -> f64 {
    quantile(values, 0.95)
}

/// The least value that so large a share of the values does not exceed.
fn quantile(mut values: Vec<f64>, share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = (values.len() as f64 * share).ceil() as usize;
    values.get(place.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

fn ms(value: f64) -> String {
    format!("{value:.0} ms")
}

fn ms_short(value: f64) -> String {
    format!("{value:.2} ms")
}

fn kb(value: f64) -> String {
    format!("{:.1} KB", value / 1024.0)
}

fn plain(value: f64) -> String {
    format!("{value:.0}")
}
