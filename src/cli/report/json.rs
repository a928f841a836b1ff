//! One object, for editors and scripts: the diagnostics, and how much is translated into which language.

use content::diagnostic::{Diagnostic, Fix};
use content::{Checked, Coverage, Share};
use serde::Serialize;

/// A diagnostic as it is written; lines and columns count from 1.
#[derive(Debug, Serialize)]
pub(crate) struct Written<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    help: &'a str,
    /// The edit that mends it; `null` where only the author knows what is meant.
    fix: Option<Edit<'a>>,
}

/// What goes, from a place to the one after its last character, and what comes there.
#[derive(Debug, Serialize)]
struct Edit<'a> {
    title: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    replacement: &'a str,
}

impl<'a> From<&'a Fix> for Edit<'a> {
    fn from(fix: &'a Fix) -> Self {
        let Fix { title, span: _, start, end, replacement } = fix;
        Self {
            title,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            replacement,
        }
    }
}

impl<'a> From<&'a Diagnostic> for Written<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        let Diagnostic { code, severity, message, file, start, end, help, fix, span: _ } = diagnostic;
        Self {
            code: code.as_str(),
            severity: severity.as_str(),
            message,
            file,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            help,
            fix: fix.as_ref().map(Edit::from),
        }
    }
}

/// How much of a project there is in a language.
#[derive(Debug, Serialize)]
struct Language {
    language: &'static str,
    courses: Part,
    modules: Part,
    lessons: Part,
    questions: Part,
    terms: Part,
    sources: Part,
    concepts: Part,
}

#[derive(Debug, Serialize)]
struct Part {
    translated: usize,
    of: usize,
}

#[derive(Debug, Serialize)]
struct Report<'a> {
    diagnostics: Vec<Written<'a>>,
    languages: Vec<Language>,
}

impl From<Share> for Part {
    fn from(Share { there, of }: Share) -> Self {
        Self { translated: there, of }
    }
}

impl From<&Coverage> for Language {
    fn from(coverage: &Coverage) -> Self {
        let Coverage { language, courses, modules, lessons, questions, terms, sources, concepts } = *coverage;
        Self {
            language: language.tag(),
            courses: courses.into(),
            modules: modules.into(),
            lessons: lessons.into(),
            questions: questions.into(),
            terms: terms.into(),
            sources: sources.into(),
            concepts: concepts.into(),
        }
    }
}

pub(super) fn write(checked: &Checked) -> Result<String, serde_json::Error> {
    let report = Report {
        diagnostics: checked.diagnostics.iter().map(Written::from).collect(),
        languages: checked.coverage.iter().map(Language::from).collect(),
    };
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}
