//! Places in authors' files: as bytes while a file is read, as lines and columns when a person is told.

use std::ops::Range;

use crate::diagnostic::Position;

/// A stretch of one file, in bytes from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The number of the file.
    pub(crate) file: usize,
    /// The first byte.
    pub(crate) start: usize,
    /// The byte after the last.
    pub(crate) end: usize,
}

impl Place {
    /// The stretch as a range of bytes.
    pub(crate) fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Placed<T> {
    /// The value.
    pub(crate) value: T,
    /// Where it was written.
    pub(crate) place: Place,
}

/// The lines and columns of some offsets, found in one walk through the text.
///
/// The answers stand in the order of the sorted offsets. A byte order mark takes no column.
pub(crate) fn positions(text: &str, sorted: &[usize]) -> Vec<Position> {
    let mut found = Vec::with_capacity(sorted.len());
    let mut wanted = sorted.iter().copied().peekable();
    let (mut line, mut start) = (1, 0);
    // Only lines in which something is wanted are counted letter by letter.
    for written in text.split_inclusive('\n') {
        let Some(next) = wanted.peek() else { return found };
        let end = start + written.len();
        if *next < end {
            let mut column = 1;
            for (offset, character) in written.char_indices() {
                while wanted.next_if(|wanted| *wanted <= start + offset).is_some() {
                    found.push(Position { line, column });
                }
                column += usize::from(!(character == '\u{feff}' && start + offset == 0));
            }
            // What is wanted within the last character has the place behind it, which is on the next line where the line ended.
            let behind = if written.ends_with('\n') {
                Position { line: line + 1, column: 1 }
            } else {
                Position { line, column }
            };
            while wanted.next_if(|wanted| *wanted < end).is_some() {
                found.push(behind);
            }
        }
        line += usize::from(written.ends_with('\n'));
        start = end;
    }
    let last = text.rsplit('\n').next().unwrap_or_default();
    let last = last.strip_prefix('\u{feff}').filter(|_| line == 1).unwrap_or(last);
    found.resize(sorted.len(), Position { line, column: last.chars().count() + 1 });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, offset: usize, line: usize, column: usize) {
        assert_eq!(positions(text, &[offset]), [Position { line, column }]);
    }

    #[test]
    fn columns_count_characters_and_lines_end_at_line_feeds() {
        check("añb\ncd", 3, 1, 3);
        check("a\r\nbc", 4, 2, 2);
        check("a\n", 2, 2, 1);
        check("", 0, 1, 1);
        check("abc", 99, 1, 4);
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        check("\u{feff}ab", 0, 1, 1);
        check("\u{feff}ab", 4, 1, 2);
    }
}
