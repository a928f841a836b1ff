//! Marks: sixteen bits of a question's id, which stand for it in an index.
//!
//! The learner's side computes the marks of the questions in her log, which are few, and never needs the ids of the others. Two questions
//! may have the same mark. Then one counts as seen that was not, and comes a little later; nothing else hangs on it.

use crate::id::QuestionId;
use crate::json::{Json, Value, Writer};

/// The mark of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(pub u16);

impl Mark {
    /// The mark of a question, the same in every release.
    pub fn of(question: &QuestionId) -> Self {
        Self((mixed(fnv1a(question.as_str())) >> 48) as u16)
    }
}

/// The Fowler–Noll–Vo hash of a text, 64 bits, variant 1a.
pub(crate) fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A number whose bits hang on all bits of another: the last step of Steele and Vigna's *SplitMix64*.
pub(crate) fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// Marks in order, the least first.
///
/// Written as one text of their differences: each in digits of five bits, the lowest first, a character a digit; the sixth bit of a
/// character says that another digit follows. Ten thousand marks are some twelve kilobytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks(Vec<Mark>);

/// The characters by value. None of them is escaped in JSON.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Marks {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The marks, the least first.
    pub fn iter(&self) -> impl Iterator<Item = Mark> {
        self.0.iter().copied()
    }
}

impl FromIterator<Mark> for Marks {
    fn from_iter<I: IntoIterator<Item = Mark>>(marks: I) -> Self {
        let mut marks: Vec<Mark> = marks.into_iter().collect();
        marks.sort_unstable();
        Self(marks)
    }
}

impl Json for Marks {
    fn write(&self, out: &mut Writer) {
        let mut text = String::new();
        let mut before = 0;
        for Mark(mark) in self.iter() {
            let mut rest = usize::from(mark - before);
            before = mark;
            loop {
                let digit = rest & 31 | if rest > 31 { 32 } else { 0 };
                text.push(ALPHABET.get(digit).copied().unwrap_or(b'A').into());
                rest >>= 5;
                if rest == 0 {
                    break;
                }
            }
        }
        out.word(&text);
    }

    fn read(value: &Value<'_>) -> Option<Self> {
        let mut marks = Vec::new();
        let (mut mark, mut difference, mut shift) = (0_u32, 0_u32, 0);
        for byte in value.text()?.bytes() {
            let digit = ALPHABET.iter().position(|known| *known == byte)? as u32;
            difference |= (digit & 31).checked_shl(shift)?;
            shift += 5;
            if digit & 32 == 0 {
                mark = mark.checked_add(difference)?;
                marks.push(Mark(u16::try_from(mark).ok()?));
                (difference, shift) = (0, 0);
            }
        }
        // A text that ends within a number is cut off.
        (shift == 0).then_some(Self(marks))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json::{from_text, to_text};

    #[test]
    fn a_mark_is_the_same_in_every_release() {
        let mark = |id: &str| Mark::of(&id.parse().unwrap()).0;
        assert_eq!([mark("child-means"), mark("q1"), mark("q2")], FROZEN);
    }

    const FROZEN: [u16; 3] = [64_917, 18_701, 12_128];

    #[test]
    fn marks_are_written_as_differences() {
        let marks: Marks = [5, 0, 5, 37, 65_535].into_iter().map(Mark).collect();
        assert_eq!(to_text(&marks), "\"AFAgB6-_B\"");
        assert_eq!(from_text(&to_text(&marks)), Some(marks));
    }

    #[test]
    fn what_are_no_marks_is_refused() {
        for text in ["\"é\"", "\"g\"", "\"____B\"", "\"_____\"", "\"ggggggggggA\"", "7"] {
            assert_eq!(from_text::<Marks>(text), None, "{text}");
        }
        assert_eq!(from_text::<Marks>("\"\""), Some(Marks::default()));
    }

    proptest! {
        #[test]
        fn marks_are_read_as_they_were_written(marks: Vec<u16>) {
            let marks: Marks = marks.into_iter().map(Mark).collect();
            prop_assert_eq!(from_text(&to_text(&marks)), Some(marks));
        }
    }
}
