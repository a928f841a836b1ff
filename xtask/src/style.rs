//! The style sheets as the pages carry them: the files of `style/` in one, without what only their readers need.

use std::fs;

use anyhow::{Context, Result};

use crate::tools::root;

/// What every page is shown with, in the order of the layers.
pub(crate) const PAGES: [&str; 6] = ["tokens", "base", "layout", "question", "quiz", "print"];

/// What the pages of the notebook are shown with beside that. Its place among the layers is named in `tokens`.
pub(crate) const NOTEBOOK: [&str; 1] = ["notebook"];

/// What the pages of trainers are shown with beside that.
const TRAINER: [&str; 2] = ["trainer", "trainer-scores"];

/// The style of charts, which stands beside what draws them, because a report carries it too.
const CHARTS: &str = "src/analysis/chart/chart.css";

/// These sheets as one.
pub(crate) fn sheet(names: &[&str]) -> Result<Vec<u8>> {
    let own = names.iter().map(|name| format!("style/{name}.css"));
    let all: Vec<String> = own.map(|path| read(&path)).collect::<Result<_>>()?;
    Ok(all.concat().into_bytes())
}

/// The sheet of the trainers' pages, in which charts are drawn as well.
pub(crate) fn trainer() -> Result<Vec<u8>> {
    Ok([sheet(&TRAINER)?, read(CHARTS)?.into_bytes()].concat())
}

/// A sheet of the repository, as short as can be.
fn read(path: &str) -> Result<String> {
    let text = fs::read_to_string(root().join(path)).with_context(|| format!("could not read {path}"))?;
    Ok(bare(&text))
}

/// A sheet without comments, indentation and empty lines. It stands in every page, where each byte is fetched again.
fn bare(sheet: &str) -> String {
    let lines = without_comments(sheet);
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

fn without_comments(sheet: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(sheet.len()), sheet);
    // What looks like a comment within a text is none.
    while let Some(place) = rest.find(['"', '\'']).into_iter().chain(rest.find("/*")).min() {
        let (before, found) = rest.split_at(place);
        kept += before;
        let quote = found.get(..1).filter(|sign| *sign != "/");
        let end = match quote {
            Some(quote) => found.get(1..).and_then(|text| text.find(quote)).map(|end| end + 2),
            None => found.find("*/").map(|end| end + 2),
        };
        let (whole, after) = found.split_at(end.unwrap_or(found.len()));
        if quote.is_some() {
            kept += whole;
        }
        rest = after;
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_loses_its_comments_and_its_indentation_and_nothing_else() {
        let sheet = "/* One\n   two */\n@layer base {\n  p::before { content: \"/* no */\" / ''; } /* three */\n\n  a { color: red; }\n}\n";
        let expect = "@layer base {\np::before { content: \"/* no */\" / ''; }\na { color: red; }\n}\n";
        assert_eq!(bare(sheet), expect);
    }

    #[test]
    fn every_sheet_is_on_some_page() {
        let mut on_pages: Vec<String> =
            PAGES.iter().chain(&NOTEBOOK).chain(&TRAINER).map(|name| format!("{name}.css")).collect();
        let mut all: Vec<String> = fs::read_dir(root().join("style"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        on_pages.sort_unstable();
        all.sort_unstable();
        assert_eq!(on_pages, all);
    }
}
