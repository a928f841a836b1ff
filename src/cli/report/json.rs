//! One array of objects, for editors and scripts.

use content::diagnostic::Diagnostic;
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
}

impl<'a> From<&'a Diagnostic> for Written<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        let Diagnostic { code, severity, message, file, start, end, help, .. } = diagnostic;
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
        }
    }
}

pub(super) fn write(diagnostics: &[Diagnostic]) -> Result<String, serde_json::Error> {
    let written: Vec<Written<'_>> = diagnostics.iter().map(Written::from).collect();
    Ok(serde_json::to_string_pretty(&written)? + "\n")
}
