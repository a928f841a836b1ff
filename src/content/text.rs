//! A text as an author wrote it, which still knows the place of each of its characters.

use std::ops::Range;

use crate::place::Place;

/// A text and where it was written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'a> {
    /// What was written, without quotation marks and with escapes resolved.
    pub(crate) value: &'a str,
    /// Where it was written, with its quotation marks.
    pub(crate) place: Place,
    /// The stretch of the file at `place`: a TOML string, or the text itself.
    raw: &'a str,
}

impl<'a> Text<'a> {
    /// The value of a TOML string; `raw` is the stretch of the file at `place`.
    pub(crate) fn new(value: &'a str, place: Place, raw: &'a str) -> Self {
        Self { value, place, raw }
    }

    /// Where a part of the value was written. Falls back to the place of the whole.
    pub(crate) fn place_of(&self, part: Range<usize>) -> Place {
        let found = raw_offset(self.raw, self.value, part.start)
            .and_then(|start| Some((start, raw_offset(self.raw, self.value, part.end)?)));
        match found {
            Some((start, end)) => Place {
                start: self.place.start + start,
                end: self.place.start + end.max(start),
                ..self.place
            },
            None => self.place,
        }
    }
}

/// Where the character at `wanted` of a value stands in the TOML string that the value was read from.
///
/// Walks through both at once; where they part in a way that no TOML string can, there is no answer.
fn raw_offset(raw: &str, value: &str, wanted: usize) -> Option<usize> {
    if raw.len() == value.len() {
        return Some(wanted);
    }
    let (mut at, basic) = body(raw);
    let mut done = 0;
    loop {
        let rest = raw.get(at..)?;
        if basic {
            // A backslash at the end of a line swallows the white space after it, which belongs to no character.
            let after = rest.strip_prefix('\\').map(|after| after.trim_start_matches([' ', '\t']));
            if let Some(after) = after.filter(|after| after.starts_with(['\n', '\r'])) {
                at = raw.len() - after.trim_start_matches([' ', '\t', '\n', '\r']).len();
                continue;
            }
        }
        if done >= wanted {
            return Some(at);
        }
        let next = value.get(done..)?.chars().next()?;
        let length = if basic && rest.starts_with('\\') {
            escape_length(rest)
        } else if rest.starts_with(next) {
            next.len_utf8()
        } else if next == '\n' && rest.starts_with("\r\n") {
            2
        } else {
            return None;
        };
        at += length;
        done += next.len_utf8();
    }
}

/// Where the characters of a TOML string begin, and whether it knows escapes.
fn body(raw: &str) -> (usize, bool) {
    let quotes = |quote: &str| {
        let after = raw.strip_prefix(quote)?;
        let line = ["\r\n", "\n"].into_iter().find(|line| quote.len() == 3 && after.starts_with(line));
        Some(quote.len() + line.map_or(0, str::len))
    };
    if let Some(start) = quotes("\"\"\"").or_else(|| quotes("\"")) {
        (start, true)
    } else {
        (quotes("'''").or_else(|| quotes("'")).unwrap_or(0), false)
    }
}

fn escape_length(rest: &str) -> usize {
    match rest.as_bytes().get(1) {
        Some(b'x') => 4,
        Some(b'u') => 6,
        Some(b'U') => 10,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, value: &str, part: &str, expect: &str) {
        let place = Place { file: 0, start: 100, end: 100 + raw.len() };
        let at = value.find(part).unwrap();
        let found = Text::new(value, place, raw).place_of(at..at + part.len());
        assert_eq!(&raw[found.start - 100..found.end - 100], expect);
    }

    #[test]
    fn a_part_is_found_in_each_form_of_string() {
        check("\"one two\"", "one two", "two", "two");
        check("'one \\ two'", "one \\ two", "two", "two");
        check("\"\"\"\r\none\r\ntwo\"\"\"", "one\r\ntwo", "two", "two");
        check("'''\none \"two'''", "one \"two", "\"two", "\"two");
    }

    #[test]
    fn escapes_are_counted_as_they_were_written() {
        check("\"a \\u00e9 \\\"b\\\" c\"", "a é \"b\" c", "c", "c");
        check("\"a \\u00e9 b\"", "a é b", "é", "\\u00e9");
        check("\"\"\"one \\\n    two\"\"\"", "one two", "two", "two");
        check("\"\\x41 b\"", "A b", "b", "b");
    }

    #[test]
    fn a_text_that_is_not_in_quotes_is_its_own_place() {
        check("one two", "one two", "two", "two");
    }

    #[test]
    fn what_does_not_fit_has_the_place_of_the_whole() {
        let place = Place { file: 0, start: 0, end: 5 };
        assert_eq!(Text::new("oth", place, "\"one\"").place_of(1..2), place);
    }
}
