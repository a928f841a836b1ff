//! Answers that are typed: which of them count as the same.
//!
//! Who knows the term and mistypes it knows it. Case, accents, white space and punctuation at the ends can be folded, and a slip
//! of a letter or two in a long word can be let pass. Digits are never let pass: article 31 is not article 13.

use strsim::osa_distance;

use crate::json::record;

/// What is let pass in a typed answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folding {
    /// Whether capital letters matter.
    pub case: bool,
    /// Whether accents matter.
    pub accents: bool,
    /// How many slips are let pass at most: a letter too many, too few, another one, or two exchanged.
    pub slips: usize,
}

record! { Folding { case, accents, slips } }

impl Default for Folding {
    fn default() -> Self {
        Self { case: false, accents: false, slips: 1 }
    }
}

impl Folding {
    /// Whether the answer is one of the texts, slips let pass.
    pub fn accepts<T: AsRef<str>>(&self, texts: &[T], answer: &str) -> bool {
        texts.iter().any(|text| self.is_near(text.as_ref(), answer))
    }

    /// Whether the answer is one of the texts, but for what is folded.
    pub fn names<T: AsRef<str>>(&self, texts: &[T], answer: &str) -> bool {
        let answer = self.fold(answer);
        texts.iter().any(|text| self.fold(text.as_ref()) == answer)
    }

    /// Whether the answer is the text, slips let pass.
    fn is_near(&self, text: &str, answer: &str) -> bool {
        let (text, answer) = (self.fold(text), self.fold(answer));
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        text == answer
            || (digits(&text) == digits(&answer)
                && osa_distance(&text, &answer) <= self.slips.min(allowed(&text)))
    }

    /// The answer without what does not matter.
    pub fn fold(&self, answer: &str) -> String {
        let mut folded = String::with_capacity(answer.len());
        for word in answer.split_whitespace() {
            if !folded.is_empty() {
                folded.push(' ');
            }
            for character in word.chars() {
                self.fold_into(character, &mut folded);
            }
        }
        let ends = |c: char| {
            matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '،' | '؛' | '؟' | '。' | '，')
        };
        folded.trim_matches(|c: char| c == ' ' || ends(c)).to_owned()
    }

    fn fold_into(&self, character: char, into: &mut String) {
        let plain = match character {
            '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
            '٠'..='٩' => digit(character, '٠'),
            '۰'..='۹' => digit(character, '۰'),
            '０'..='９' => digit(character, '０'),
            other => other,
        };
        let mut put = |c: char| {
            if self.accents {
                into.push(c);
            } else if !is_mark(c) {
                match bare(c) {
                    Some(letters) => into.push_str(letters),
                    None => into.push(c),
                }
            }
        };
        put(if self.case { plain } else { small(plain) });
    }
}

/// How many slips a text of this length bears: none in a short word, where a slip makes another word of it.
fn allowed(text: &str) -> usize {
    match text.chars().count() {
        0..=4 => 0,
        5..=8 => 1,
        9.. => 2,
    }
}

/// The ASCII digit of a digit of another script.
pub(crate) fn digit(character: char, zero: char) -> char {
    u32::from(character)
        .checked_sub(u32::from(zero))
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(character)
}

/// The small letter of a capital one, in the Latin, Greek and Cyrillic alphabets. The table for all alphabets would be eleven
/// kilobytes in the application.
fn small(c: char) -> char {
    let number = u32::from(c);
    let next = |by: u32| char::from_u32(number + by).unwrap_or(c);
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => next(32),
        'Ѐ'..='Џ' => next(80),
        'İ' => 'i',
        'Ÿ' => 'ÿ',
        // In these blocks a capital letter and its small one take turns.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ӿ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ'
            if number.is_multiple_of(2) =>
        {
            next(1)
        }
        'Ĺ'..='ň' | 'Ź'..='ž' if !number.is_multiple_of(2) => next(1),
        other => other,
    }
}

/// Whether a text says anything: it has more than blanks, signs and marks.
pub(crate) fn says_something(text: &str) -> bool {
    text.chars().any(|c| {
        !c.is_whitespace()
            && !c.is_ascii_punctuation()
            && !matches!(c, '،' | '؛' | '؟' | '。' | '，' | '…' | '–' | '—' | '«' | '»' | '“' | '”')
    })
}

/// Whether the character only marks another one: combining accents, the vowel signs of Arabic and its stretching stroke.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}')
}

/// The letters of a lower-case letter with an accent, in the languages that Plenary speaks and their neighbours.
///
/// A table of all of Unicode would be thirty kilobytes in a learner's download.
fn bare(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'ç' | 'ć' | 'č' | 'ĉ' => "c",
        'Ç' | 'Ć' | 'Č' | 'Ĉ' => "C",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'È' | 'É' | 'Ê' | 'Ë' | 'Ē' | 'Ė' | 'Ę' | 'Ě' => "E",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'Ì' | 'Í' | 'Î' | 'Ï' | 'Ī' | 'İ' => "I",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'Ñ' | 'Ń' | 'Ň' => "N",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'Ø' | 'Ō' | 'Ő' => "O",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'Ś' | 'Š' | 'Ş' | 'Ș' => "S",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'Ù' | 'Ú' | 'Û' | 'Ü' | 'Ū' | 'Ů' | 'Ű' => "U",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'Ź' | 'Ż' | 'Ž' => "Z",
        'æ' => "ae",
        'œ' => "oe",
        'ё' => "е",
        'Ё' => "Е",
        'أ' | 'إ' | 'آ' | 'ٱ' => "ا",
        'ى' => "ي",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Folding = Folding { case: false, accents: false, slips: 2 };

    #[track_caller]
    fn check(folding: &Folding, text: &str, answer: &str, expect: bool) {
        assert_eq!(folding.accepts(&[text], answer), expect, "{text:?} {answer:?}");
    }

    #[test]
    fn what_does_not_matter_is_folded() {
        check(&PLAIN, "Non-refoulement", "  non‑refoulement. ", true);
        check(&PLAIN, "réfugié", "REFUGIE", true);
        check(&PLAIN, "re\u{301}fugie\u{301}", "réfugié", true);
        check(&PLAIN, "l'article 3", "L’article ٣", true);
        check(&PLAIN, "لاجئ", "لاجـئ", true);
        check(&PLAIN, "ёлка", "елка", true);
    }

    #[test]
    fn capital_letters_have_the_small_ones_of_unicode() {
        let capitals = ('A'..='Z')
            .chain('À'..='ž')
            .chain('Α'..='Ω')
            .chain('Ѐ'..='Я')
            .chain('Ạ'..='ỹ')
            .filter(|c| c.is_uppercase() && !matches!(c, 'İ'));
        for capital in capitals {
            assert_eq!(String::from(small(capital)), capital.to_lowercase().to_string());
        }
    }

    #[test]
    fn signs_alone_say_nothing() {
        assert!(["", "  ", "...", "–", " « » "].iter().all(|text| !says_something(text)));
        assert!(["a", "7", "لا", "无", "я"].iter().all(|text| says_something(text)));
    }

    #[test]
    fn what_the_author_says_matters_is_not_folded() {
        check(&Folding { case: true, ..PLAIN }, "IOM", "iom", false);
        check(&Folding { accents: true, slips: 0, ..PLAIN }, "péché", "peche", false);
    }

    #[test]
    fn slips_pass_in_long_words_and_never_in_short_ones_or_in_figures() {
        check(&PLAIN, "trafficking", "traficking", true);
        check(&PLAIN, "trafficking", "trafikcing", true);
        check(&PLAIN, "trafficking", "trafikcin", false);
        check(&Folding { slips: 1, ..PLAIN }, "trafficking", "trafikcing", false);
        check(&PLAIN, "trafficking", "traffciking", true);
        check(&PLAIN, "smuggle", "smugle", true);
        check(&PLAIN, "act", "fact", false);
        check(&PLAIN, "article 31 of the Convention", "article 13 of the Convention", false);
        check(&Folding { slips: 0, ..PLAIN }, "trafficking", "traficking", false);
    }

    #[test]
    fn nothing_is_not_an_answer() {
        check(&PLAIN, "means", "", false);
        check(&PLAIN, "means", " . ", false);
    }
}
