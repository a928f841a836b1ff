//! Places in a text: `content` counts bytes, editors of the web count UTF-16 units.
//!
//! Pure.

use std::ops::Range;

use domain::sort::sorted;

/// The UTF-16 units before each of these bytes, which may be in any order. A byte within a letter counts as the letter's beginning, one behind the end
/// as the end.
pub(crate) fn units(text: &str, bytes: &[usize]) -> Vec<usize> {
    let order = sorted(bytes.len(), &|one, other| bytes.get(one).cmp(&bytes.get(other)));
    let mut found = vec![0; bytes.len()];
    let (mut at, mut units) = (0, 0);
    for place in order {
        let Some(&wanted) = bytes.get(place) else { continue };
        let mut wanted = wanted.min(text.len());
        while !text.is_char_boundary(wanted) {
            wanted -= 1;
        }
        if let Some(between) = text.get(at..wanted) {
            units += between.split_inclusive('\n').map(length).sum::<usize>();
            at = wanted;
        }
        if let Some(slot) = found.get_mut(place) {
            *slot = units;
        }
    }
    found
}

/// The byte at which a letter begins that has so many UTF-16 units before it.
pub(crate) fn byte(text: &str, units: usize) -> usize {
    let (mut left, mut at) = (units, 0);
    for line in text.split_inclusive('\n') {
        let length = length(line);
        if length <= left {
            left -= length;
            at += line.len();
            continue;
        }
        for (place, letter) in line.char_indices() {
            if left < letter.len_utf16() {
                return at + place;
            }
            left -= letter.len_utf16();
        }
    }
    at
}

/// The UTF-16 units of a line. Most lines have letters of one byte and one unit alone, which need not be counted one by one.
fn length(line: &str) -> usize {
    if line.is_ascii() { line.len() } else { line.encode_utf16().count() }
}

/// The id of the question that a place of a bank stands in, with the stretch of the question: from its head to the next one.
///
/// The heads are looked for line by line, so that there is an answer while the text cannot be read as TOML.
pub(crate) fn question_at(bank: &str, at: usize) -> Option<(String, Range<usize>)> {
    let line_end =
        |at: usize| bank.get(at..).and_then(|rest| rest.find('\n')).map_or(bank.len(), |end| at + end);
    let start = bank
        .get(..line_end(at))?
        .rmatch_indices(HEAD)
        .map(|(head, _)| head)
        .find(|head| is_head(bank, *head))?;
    let after = start + HEAD.len();
    let next = bank
        .get(after..)?
        .match_indices(HEAD)
        .map(|(head, _)| after + head)
        .find(|head| is_head(bank, *head));
    let end = next.unwrap_or(bank.len());
    let id = bank.get(start..end)?.lines().find_map(id_of)?;
    Some((id, start..end))
}

const HEAD: &str = "[[question]]";

/// Whether the head of a question at a place begins its line.
fn is_head(bank: &str, at: usize) -> bool {
    bank.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('\n'))
}

/// Where each `[[question]]` begins.
pub(crate) fn heads(bank: &str) -> Vec<usize> {
    bank.match_indices(HEAD).map(|(at, _)| at).filter(|at| is_head(bank, *at)).collect()
}

/// The value of a line `id = "…"`.
fn id_of(line: &str) -> Option<String> {
    let value = line.trim_start().strip_prefix("id")?.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|sign| ['"', '\''].contains(sign))?;
    value.get(1..)?.split(quote).next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_two_units_and_of_several_bytes_are_counted_as_editors_do() {
        // One byte, two, three, and four that are two units.
        let text = "aé€😀z";
        assert_eq!(units(text, &[0, 1, 3, 6, 10, 11]), [0, 1, 2, 3, 5, 6]);
        assert_eq!(units(text, &[11, 0, 6]), [6, 0, 3], "in any order");
        assert_eq!(units(text, &[2, 99]), [1, 6], "within a letter, and behind the end");
        for (place, expect) in [(0, 0), (1, 1), (2, 3), (3, 6), (5, 10), (6, 11), (99, 11)] {
            assert_eq!(byte(text, place), expect, "{place}");
        }
    }

    const BANK: &str = "format = 1\n\n[[question]]\nid = \"one\"\nstem = \"?\"\n\n[[question]]  # the second\nid   = 'two'\n[[question.tests]]\n";

    #[track_caller]
    fn check(needle: &str, expect: Option<&str>) {
        let at = BANK.find(needle).unwrap();
        assert_eq!(question_at(BANK, at).map(|(id, _)| id).as_deref(), expect, "{needle}");
    }

    #[test]
    fn the_question_under_the_cursor_is_the_one_whose_head_came_last() {
        check("format", None);
        check("[[question]]", Some("one"));
        check("stem", Some("one"));
        check("# the second", Some("two"));
        check("[[question.tests]]", Some("two"));
    }
}
