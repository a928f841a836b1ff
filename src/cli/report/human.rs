//! Each mistake on the lines that it is about, with help; then what is translated, a line for each language; at the end, how many
//! mistakes there are.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use content::diagnostic::{Diagnostic, Severity};
use content::{Checked, Counts, Coverage, Files};

use super::{Tally, counted};

/// Every diagnostic and the closing line. Colours are in it; the stream takes them out where they are not wanted.
pub(super) fn write(files: &Files, checked: &Checked) -> String {
    let mut text = String::new();
    for diagnostic in &checked.diagnostics {
        text += &one(files, diagnostic);
        text += "\n\n";
    }
    for coverage in &checked.coverage {
        text += &translated(coverage);
        text += "\n";
    }
    text + &mendable(checked) + &closing(checked) + "\n"
}

/// How many of the mistakes can be mended without asking.
fn mendable(checked: &Checked) -> String {
    let fixes = checked.diagnostics.iter().filter(|diagnostic| diagnostic.fix.is_some()).count();
    match fixes {
        0 => String::new(),
        1 => "1 mistake can be mended with `plenary check --fix`\n".to_owned(),
        fixes => format!("{fixes} mistakes can be mended with `plenary check --fix`\n"),
    }
}

/// What there is in a language: `fr: 64 of 64 questions, 6 of 6 lessons, …`. What the project does not have at all is left out.
fn translated(coverage: &Coverage) -> String {
    let Coverage { language, courses, modules, lessons, questions, terms, sources, concepts } = coverage;
    let parts = [
        (questions, "question", "questions"),
        (lessons, "lesson", "lessons"),
        (terms, "term", "terms"),
        (sources, "source", "sources"),
        (concepts, "concept", "concepts"),
        (modules, "module", "modules"),
        (courses, "course", "courses"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(share, _, _)| share.of > 0)
        .map(|(share, one, many)| format!("{} of {}", share.there, counted(share.of, one, many)))
        .collect();
    format!("{language}: {}", parts.join(", "))
}

/// One diagnostic.
pub(crate) fn one(files: &Files, diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let text = files.get(&diagnostic.file).and_then(|bytes| str::from_utf8(bytes).ok());
    let group: Group<'_> = match text.and_then(|text| excerpt(text, &diagnostic.span)) {
        Some(excerpt) => title.element(
            Snippet::source(excerpt.lines)
                .line_start(diagnostic.start.line)
                .path(diagnostic.file.as_str())
                .annotation(AnnotationKind::Primary.span(excerpt.mark)),
        ),
        None => title.element(
            Origin::path(diagnostic.file.as_str())
                .line(diagnostic.start.line)
                .char_column(diagnostic.start.column),
        ),
    };
    let group = if diagnostic.help.is_empty() {
        group
    } else {
        group.element(Level::HELP.message(diagnostic.help.as_str()))
    };
    Renderer::styled().decor_style(DecorStyle::Ascii).render(&[group])
}

/// The lines that a mark is on.
struct Excerpt<'a> {
    lines: &'a str,
    mark: Range<usize>,
}

/// Only these lines are given away: the renderer walks through all that it is given.
fn excerpt<'a>(text: &'a str, span: &Range<usize>) -> Option<Excerpt<'a>> {
    let before = text.get(..span.start)?;
    let after = text.get(span.end..)?;
    if span.start > span.end {
        return None;
    }
    let first = before.rfind('\n').map_or(0, |end| end + 1);
    // A mark that ends with a line is not a mark on the next one.
    let last = if text.get(span.clone())?.ends_with('\n') {
        span.end
    } else {
        span.end + after.find('\n').unwrap_or(after.len())
    };
    let lines = text.get(first..last)?;
    Some(Excerpt { lines, mark: span.start - first..span.end - first })
}

fn closing(checked: &Checked) -> String {
    let Counts { courses, modules, lessons, quizzes, banks: _, questions, tests } = checked.counts;
    let parts = [
        counted(courses, "course", "courses"),
        counted(modules, "module", "modules"),
        counted(lessons, "lesson", "lessons"),
        counted(quizzes, "quiz", "quizzes"),
        counted(questions, "question", "questions"),
        counted(tests, "test", "tests"),
    ];
    format!("{} in {}", Tally::of(&checked.diagnostics), parts.join(", "))
}

#[cfg(test)]
mod tests {
    use content::Share;
    use domain::language::Language;

    use super::*;

    #[track_caller]
    fn check(text: &str, span: Range<usize>, expect: Option<(&str, &str)>) {
        let found =
            excerpt(text, &span).map(|excerpt| (excerpt.lines, excerpt.lines.get(excerpt.mark).unwrap()));
        assert_eq!(found, expect);
    }

    #[test]
    fn a_language_has_a_line_of_what_is_translated_into_it() {
        let (none, some) = (Share::default(), |there, of| Share { there, of });
        let coverage = Coverage {
            language: Language::French,
            courses: some(1, 1),
            modules: some(0, 2),
            lessons: some(6, 6),
            questions: some(63, 64),
            terms: some(0, 20),
            sources: some(0, 1),
            concepts: none,
        };
        let line = "fr: 63 of 64 questions, 6 of 6 lessons, 0 of 20 terms, 0 of 1 source, 0 of 2 modules, 1 of 1 course";
        assert_eq!(translated(&coverage), line);
    }

    #[test]
    fn an_excerpt_is_the_lines_of_the_mark() {
        check("one\ntwo three\nfour", 8..13, Some(("two three", "three")));
        check("one\ntwo\nthree\nfour", 5..10, Some(("two\nthree", "wo\nth")));
        check("one\ntwo\n", 4..8, Some(("two\n", "two\n")));
        check("", 0..0, Some(("", "")));
        check("one", 3..3, Some(("one", "")));
    }

    #[test]
    fn a_mark_that_does_not_fit_the_text_has_no_excerpt() {
        check("one", 2..9, None);
        check("é", 1..2, None);
    }
}
