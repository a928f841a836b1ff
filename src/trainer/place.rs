//! Places in a text: `content` counts bytes, editors of the web count UTF-16 units.
//!
//! Pure.

/// The UTF-16 units before each of these bytes, which may be in any order. A byte within a letter counts as the letter's beginning, one behind the end
/// as the end.
pub(crate) fn units(text: &str, bytes: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..bytes.len()).collect();
    order.sort_unstable_by_key(|&place| bytes.get(place).copied());
    let mut found = vec![0; bytes.len()];
    let (mut at, mut units) = (0, 0);
    for place in order {
        let Some(&wanted) = bytes.get(place) else { continue };
        let mut wanted = wanted.min(text.len());
        while !text.is_char_boundary(wanted) {
            wanted -= 1;
        }
        if let Some(between) = text.get(at..wanted) {
            units += between.encode_utf16().count();
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
    let mut left = units;
    for (at, letter) in text.char_indices() {
        if left < letter.len_utf16() {
            return at;
        }
        left -= letter.len_utf16();
    }
    text.len()
}

/// The id of the question that a place of a bank stands in, with the stretch of the question: from its head to the next one.
///
/// The heads are looked for line by line, so that there is an answer while the text cannot be read as TOML.
pub(crate) fn question_at(bank: &str, at: usize) -> Option<(String, std::ops::Range<usize>)> {
    let heads = heads(bank);
    let own = heads.iter().rposition(|head| *head <= at)?;
    let start = heads.get(own).copied()?;
    let end = heads.get(own + 1).copied().unwrap_or(bank.len());
    let id = bank.get(start..end)?.lines().find_map(id_of)?;
    Some((id, start..end))
}

/// Where each `[[question]]` begins.
pub(crate) fn heads(bank: &str) -> Vec<usize> {
    let mut at = 0;
    let mut heads = Vec::new();
    for line in bank.split_inclusive('\n') {
        if line.trim_end() == "[[question]]" || line.trim_start().starts_with("[[question]] ") {
            heads.push(at);
        }
        at += line.len();
    }
    heads
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
