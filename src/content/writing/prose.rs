//! A text as it is read aloud: without marks, citations and addresses, each character knowing where it was written.

use std::collections::BTreeMap;
use std::ops::Range;

/// The words of a text in inline Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Prose {
    /// What is read.
    pub(crate) text: String,
    /// For each byte of it, the byte of the written text that it comes from; and at the end the length of that text. Empty where both are the
    /// same, as most texts are.
    at: Vec<usize>,
}

/// A word, and where it stands in the prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'p> {
    /// The word, as it is written.
    pub(crate) text: &'p str,
    /// Its first byte.
    pub(crate) start: usize,
    /// The byte after its last.
    pub(crate) end: usize,
}

impl Prose {
    /// What is read of a text. `terms` is how each term of the glossary reads.
    pub(crate) fn of(written: &str, terms: &BTreeMap<String, String>) -> Self {
        if !written.contains(['\\', '[', ']', '{', '*', '`']) {
            return Self { text: written.to_owned(), at: Vec::new() };
        }
        let mut prose =
            Self { text: String::with_capacity(written.len()), at: Vec::with_capacity(written.len() + 1) };
        prose.read(written, 0, terms);
        prose.at.push(written.len());
        prose
    }

    /// The stretch of the written text that a stretch of the prose comes from.
    pub(crate) fn written(&self, part: Range<usize>) -> Range<usize> {
        if self.at.is_empty() {
            return part;
        }
        let at = |place: usize| self.at.get(place).or(self.at.last()).copied().unwrap_or_default();
        let start = at(part.start);
        // The end of the last character, not the beginning of the next one: a mark can stand between them.
        let last =
            self.text.get(part.clone()).and_then(|part| part.chars().next_back()).map_or(0, char::len_utf8);
        let end = if part.end > part.start { at(part.end - last) + last } else { start };
        start..end.max(start)
    }

    /// Its words: letters and digits, with the hyphens and apostrophes between them.
    pub(crate) fn words(&self) -> impl Iterator<Item = Word<'_>> + Clone {
        words(&self.text)
    }

    fn push(&mut self, character: char, at: usize) {
        self.text.push(character);
        let place = |byte| if character.len_utf8() > 1 { at + byte } else { at };
        self.at.extend((0..character.len_utf8()).map(place));
    }

    fn read(&mut self, written: &str, shift: usize, terms: &BTreeMap<String, String>) {
        let mut at = 0;
        while let Some(next) = written.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = written.get(at..).unwrap_or_default();
            let after = rest.get(next.len_utf8()..).unwrap_or_default();
            at += match next {
                '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                    let literal = after.chars().next().unwrap_or(next);
                    self.push(literal, shift + at + 1);
                    1 + literal.len_utf8()
                }
                '[' if after.starts_with('[') => self.term(rest, shift + at, terms),
                '{' => citation(rest).unwrap_or_else(|| {
                    self.push(next, shift + at);
                    1
                }),
                ']' if after.starts_with('(') => 1 + after.find(')').map_or(0, |end| end + 1),
                '*' | '`' | '[' | ']' => 1,
                other => {
                    self.push(other, shift + at);
                    other.len_utf8()
                }
            };
        }
    }

    /// `[[id]]` or `[[id|words]]`; gives its length.
    fn term(&mut self, rest: &str, at: usize, terms: &BTreeMap<String, String>) -> usize {
        let Some(inside) = rest.find("]]").and_then(|end| rest.get(2..end)) else { return 2 };
        match inside.split_once('|') {
            Some((id, words)) => self.read(words, at + 2 + id.len() + 1, terms),
            None => {
                for character in terms.get(inside).map_or(inside, String::as_str).chars() {
                    self.text.push(character);
                    self.at.extend((0..character.len_utf8()).map(|_| at));
                }
            }
        }
        inside.len() + 4
    }
}

/// The length of a citation at the beginning of a text.
fn citation(rest: &str) -> Option<usize> {
    let end =
        rest.find(['}', '\n']).filter(|end| rest.get(*end..).is_some_and(|rest| rest.starts_with('}')))?;
    let inside = rest.get(1..end)?;
    inside.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(end + 1)
}

/// The words of a text: letters and digits, with the hyphens and apostrophes between them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word<'_>> + Clone {
    let inner = |c: char| matches!(c, '-' | '\'' | '’' | '‑');
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(char::is_alphanumeric)?;
        let word = text.get(start..)?;
        let end = word.find(|c: char| !c.is_alphanumeric() && !inner(c)).unwrap_or(word.len());
        let word = word.get(..end)?.trim_end_matches(inner);
        from = start + end;
        Some(Word { text: word, start, end: start + word.len() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(written: &str) -> Prose {
        let terms = [("act".to_owned(), "unlawful act".to_owned())].into_iter().collect();
        Prose::of(written, &terms)
    }

    #[track_caller]
    fn check(written: &str, expect: &str) {
        assert_eq!(prose(written).text, expect, "{written}");
    }

    #[test]
    fn marks_citations_and_addresses_are_not_read() {
        check("What is *not* needed {protocol:3(a)}?", "What is not needed ?");
        check("An [[act]] or an [[act|act of this sort]]", "An unlawful act or an act of this sort");
        check("He [drove her](drive) away", "He drove her away");
        check("A brace { alone } and 2 \\* 3", "A brace { alone } and 2 * 3");
        check("An act, a [](means)", "An act, a ");
        check("[[open", "open");
        check("{open", "{open");
        check("", "");
    }

    #[test]
    fn each_word_knows_where_it_was_written() {
        let written = "Was ist *nicht* nötig, [[act|die Tat]]?";
        let prose = prose(written);
        let found: Vec<&str> =
            prose.words().map(|word| &written[prose.written(word.start..word.end)]).collect();
        assert_eq!(found, ["Was", "ist", "nicht", "nötig", "die", "Tat"]);
    }

    #[test]
    fn hyphens_and_apostrophes_belong_to_words() {
        let found: Vec<&str> = words("asylum-seekers, a State's - own").map(|word| word.text).collect();
        assert_eq!(found, ["asylum-seekers", "a", "State's", "own"]);
    }
}
