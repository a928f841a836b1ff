//! One line for each diagnostic, as editors and `grep` know it.

use content::diagnostic::Diagnostic;

pub(super) fn write(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(line).collect()
}

fn line(diagnostic: &Diagnostic) -> String {
    let Diagnostic { file, start, severity, code, message, .. } = diagnostic;
    format!("{file}:{}:{}: {severity}[{}]: {message}\n", start.line, start.column, code.as_str())
}
