//! The manual of all diagnostics, made from the codes and the rules themselves.

use crate::diagnostic::Code;

/// The text of `docs/diagnostics.md`.
pub fn manual() -> String {
    let mut manual = String::from(HEAD);
    for (letters, title) in CHAPTERS {
        manual.push_str(&format!("\n## {title}\n"));
        let mut last = None;
        for code in Code::ALL.iter().filter(|code| code.as_str().get(1..2) == Some(letters)) {
            let (number, name, severity) = (code.as_str(), code.name(), code.severity());
            manual.push_str(&format!("\n### {number} {name} ({severity})\n\n{}\n\n", code.title()));
            let explanation = code.explanation();
            // Codes of one rule share a page; it stands with the first of them.
            match &last {
                Some((first, same)) if *same == explanation => manual.push_str(&format!("See {first}.\n")),
                _ => {
                    manual.push_str(&format!("{explanation}\n"));
                    last = Some((number, explanation));
                }
            }
        }
    }
    manual
}

/// The page of one code: its number and name, the rule in one sentence, and what it is for, in Markdown.
pub fn page(code: Code) -> String {
    let (name, severity, title) = (code.name(), code.severity(), code.title());
    format!("{code} {name} ({severity})\n\n{title}\n\n{}\n", code.explanation())
}

const HEAD: &str = "\
# Diagnostics

<!-- Generated from src/content/diagnostic/codes.rs and src/content/rules/. To write it anew: UPDATE=1 cargo test -p content -->

`plenary check` lists everything that it finds at once: a code, the place, one sentence, and what to do. An *error* keeps
the course from being shown; a *warning* does not, and `check --strict` refuses it all the same.
";

/// The second character of the codes of a chapter, and its title.
const CHAPTERS: &[(&str, &str)] = &[
    ("0", "Files"),
    ("1", "Keys and values"),
    ("2", "Markdown"),
    ("3", "References"),
    ("4", "Questions"),
    ("5", "Courses"),
    ("6", "Translations"),
    ("7", "The writing of questions"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/diagnostics.md");

    #[test]
    fn the_committed_manual_is_the_one_that_is_made() {
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(COMMITTED, manual()).unwrap();
        }
        let committed = std::fs::read_to_string(COMMITTED).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            committed == manual(),
            "docs/diagnostics.md is out of date: UPDATE=1 cargo test -p content manual"
        );
    }

    #[test]
    fn every_code_has_its_place_in_the_manual() {
        let manual = manual();
        for code in Code::ALL {
            assert!(manual.contains(&format!("### {code} {} ", code.name())), "{code}");
        }
    }
}
