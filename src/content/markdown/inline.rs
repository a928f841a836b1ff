//! The forms of our own within a line: citations in braces. Links to terms are found by the Markdown parser.

use std::ops::Range;

/// A stretch of text, or a citation in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// Text that stays as it is.
    Text(&'t str),
    /// `{source:place}`, and where it stands in the text, with its braces.
    Citation { source: &'t str, place: Option<&'t str>, at: Range<usize> },
}

/// Divides a text at its citations. A brace at an offset for which `literal` holds is only a brace.
///
/// What stands in braces is a citation where it begins with a word as ids have them, alone or before a colon;
/// `{` in any other company stays what it is.
pub(super) fn pieces<'t>(text: &'t str, literal: impl Fn(usize) -> bool) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let (mut done, mut from) = (0, 0);
    while let Some(open) = text.get(from..).and_then(|rest| rest.find('{')).map(|found| from + found) {
        from = open + 1;
        if literal(open) {
            continue;
        }
        let rest = text.get(open + 1..).unwrap_or_default();
        let Some(inside) =
            rest.find(['{', '}', '\n']).filter(|end| rest.get(*end..).is_some_and(|r| r.starts_with('}')))
        else {
            continue;
        };
        let inside = rest.get(..inside).unwrap_or_default();
        let (source, place) = split(inside);
        if !looks_like_an_id(source) {
            continue;
        }
        let end = open + inside.len() + 2;
        pieces.push(Piece::Text(text.get(done..open).unwrap_or_default()));
        pieces.push(Piece::Citation { source, place, at: open..end });
        (done, from) = (end, end);
    }
    pieces.push(Piece::Text(text.get(done..).unwrap_or_default()));
    pieces
}

/// Divides `source:place`.
pub(crate) fn split(citation: &str) -> (&str, Option<&str>) {
    match citation.split_once(':') {
        Some((source, place)) => (source, Some(place.trim()).filter(|place| !place.is_empty())),
        None => (citation, None),
    }
}

fn looks_like_an_id(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic())
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let shown: Vec<String> = pieces(text, |at| text[..at].ends_with('\\'))
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.to_owned(),
                Piece::Citation { source, place, at } => {
                    assert!(text[at.clone()].starts_with('{') && text[at].ends_with('}'));
                    format!("<{source}|{}>", place.unwrap_or("-"))
                }
            })
            .filter(|piece| !piece.is_empty())
            .collect();
        assert_eq!(shown, expect);
    }

    #[test]
    fn a_word_in_braces_is_a_citation() {
        check("See {protocol:3(a)}.", &["See ", "<protocol|3(a)>", "."]);
        check("{protocol}{other:5}", &["<protocol|->", "<other|5>"]);
        check("{Protocol:3}", &["<Protocol|3>"]);
        check("{protocol: 12–14 }", &["<protocol|12–14>"]);
    }

    #[test]
    fn other_braces_are_braces() {
        check("a { b } c", &["a { b } c"]);
        check("{1, 2}", &["{1, 2}"]);
        check("{two words}", &["{two words}"]);
        check("{", &["{"]);
        check("{}", &["{}"]);
        check("\\{protocol}", &["\\{protocol}"]);
        check("{a{b}", &["{a", "<b|->"]);
    }
}
