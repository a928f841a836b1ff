//! The edition of a question: a fingerprint of what is asked and what is right.
//!
//! It hangs on the kind, the stimulus, the stem, the texts that are chosen among and the key, each as its author wrote it but for
//! white space. It does not hang on feedback, hints, explanation, sources or points, nor on the order in which options stand:
//! those can be mended without making another question of it. The way it is computed holds for good, because
//! stored answers name it.

use domain::id::Edition;
use domain::question::Kind;
use domain::sort::in_order;
use sha2::{Digest, Sha256};

/// The edition of a question. `print` has a line for everything that is asked and everything that is right.
pub(crate) fn of(kind: Kind, stem: &str, print: &[String]) -> Edition {
    let print = in_order(print.iter().map(|line| normal(line)).collect(), String::cmp);
    let mut hash = Sha256::new();
    // A line never holds a line feed, so that no two different questions are written alike.
    for line in [format!("kind {}", kind.name()), format!("stem {}", normal(stem))].iter().chain(&print) {
        hash.update(line.as_bytes());
        hash.update(b"\n");
    }
    let first = hash.finalize().iter().take(8).fold(0, |number: u64, byte| number << 8 | u64::from(*byte));
    Edition(first)
}

/// The text with single spaces.
fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(stem: &str, print: &[&str]) -> String {
        of(Kind::SingleChoice, stem, &print.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>())
            .to_string()
    }

    #[test]
    fn white_space_and_order_do_not_matter() {
        let written = edition("Is it so?", &["option a=Yes", "option b=No", "correct a"]);
        assert_eq!(edition("Is it\r\n so? ", &["correct a", "option b=No", "option a=Yes "]), written);
    }

    #[test]
    fn words_and_key_matter() {
        let written = edition("Is it so?", &["option a=Yes", "option b=No", "correct a"]);
        assert_ne!(edition("Is it so!", &["option a=Yes", "option b=No", "correct a"]), written);
        assert_ne!(edition("Is it so?", &["option a=Yes", "option b=No", "correct b"]), written);
        assert_ne!(edition("Is it so?", &["option a=Yes", "option b=Not", "correct a"]), written);
    }

    #[test]
    fn editions_hold_for_good() {
        assert_eq!(edition("Is it so?", &["option a=Yes", "option b=No", "correct a"]), "ab0263b1164a6eac");
        let other = of(Kind::TrueFalse, "Trafficking needs a border.", &["correct false".to_owned()]);
        assert_eq!(other.to_string(), "b0574f6c2fa5d7ea");
    }
}
