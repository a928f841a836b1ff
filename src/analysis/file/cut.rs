//! A results file that was cut off: what can be read before the cut.

use domain::json::Value;
use results::{LONGEST_TEXT, MOST_ENTRIES};

use super::{Content, Finding, Sort, read};

/// How every results file begins.
const BEGINNING: &str = "{\"plenary\":\"results\"";

/// What stands before its entries. It cannot stand within a text, where a quotation mark is written `\"`.
const ENTRIES: &str = "\"entries\":[";

/// Whether a text that is no JSON begins as a results file does.
pub(super) fn is_results(text: &str) -> bool {
    text.starts_with(BEGINNING)
}

/// What stands before the cut; none where that is not even an entry. There is no chain to hold it against.
pub(super) fn salvage(text: &str) -> Option<Content> {
    let (head, mut rest) = text.split_once(ENTRIES)?;
    let head = format!("{}}}", head.strip_suffix(',')?);
    let head = Value::parse(&head)?;
    let fields = head.fields()?;
    let mut texts = Vec::new();
    while let Some((text, after)) = next(rest).filter(|_| texts.len() < MOST_ENTRIES) {
        texts.push(text);
        let Some(after) = after.strip_prefix(',') else { break };
        rest = after;
    }
    if texts.is_empty() {
        return None;
    }
    let (entries, mut findings) = read(texts.iter().map(|text| (text.as_str(), true)));
    findings.insert(0, Finding::Cut);
    Some(Content {
        sort: Sort::Results,
        learner: fields.required("learner")?,
        course: fields.required("course"),
        made: fields.required("made"),
        entries,
        findings,
    })
}

/// The text that begins here, and what follows it; none where it does not end, or is no text.
fn next(rest: &str) -> Option<(String, &str)> {
    let inner = rest.strip_prefix('"')?;
    let mut is_escaped = false;
    let end = inner.bytes().position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    })?;
    let (text, after) = rest.split_at_checked(end + 2)?;
    let value = Value::parse(text)?;
    let text = value.text().filter(|text| text.len() <= LONGEST_TEXT)?;
    Some((text.to_owned(), after))
}
