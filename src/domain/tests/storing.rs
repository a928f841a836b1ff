//! What is stored is read back as it was, and what was damaged harms nothing else.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::generators::{answered, certainty, log};
use crate::id::QuestionRef;
use crate::log::{AttemptId, Entry, EntryId};
use crate::progress;
use crate::saved::{Unreadable, read_entry, read_place, write_entry, write_place};
use crate::session::Place;
use crate::time::Timestamp;

proptest! {
    #[test]
    fn an_entry_is_read_as_it_was_written(entries in log()) {
        for entry in entries {
            prop_assert_eq!(read_entry(&write_entry(&entry)), Ok(entry));
        }
    }

    #[test]
    fn a_place_is_read_as_it_was_written(
        drafts in vec(answered(), 0..4), certainties in vec(certainty(), 0..4), flags in 0..4_usize, trying in 0..4_usize,
    ) {
        let question = |number: usize| -> QuestionRef { format!("bank/q{number}").parse().unwrap() };
        let place = Place {
            attempt: AttemptId(EntryId::new(Timestamp(1), 1)),
            question: question(0),
            drafts: drafts.into_iter().enumerate().map(|(at, (_, response))| (question(at), response)).collect(),
            certainties: certainties.into_iter().enumerate().map(|(at, sure)| (question(at), sure)).collect(),
            flags: (0..flags).map(question).collect(),
            trying: (0..trying).map(question).collect(),
        };
        prop_assert_eq!(read_place(&write_place(&place)), Ok(place));
    }

    #[test]
    fn a_damaged_text_gives_an_entry_or_a_reason(entries in log(), damage in damages()) {
        let mut read = Vec::new();
        for entry in entries {
            let text = damaged(&write_entry(&entry), &damage);
            // A damage can hit a word of an answer's key: then there still is an entry, and it must be one like any other.
            if let Ok(entry) = read_entry(&text) {
                prop_assert_eq!(read_entry(&write_entry(&entry)), Ok(entry.clone()));
                read.push(entry);
            }
            let _ = read_place(&text);
        }
        let progress = progress::fold(&read);
        for quiz in ["law/crimes/practice", "law/crimes/assessment"] {
            for (_, attempt) in progress.attempts(&quiz.parse().unwrap()) {
                prop_assert!((0.0..=1.0).contains(&attempt.share()));
            }
        }
    }

    #[test]
    fn a_text_that_was_cut_off_is_corrupt(entries in log(), at in any::<Index>()) {
        for entry in entries {
            let text = write_entry(&entry);
            prop_assert_eq!(read_entry(cut_off(&text, at)), Err(Unreadable::Corrupt));
        }
    }

    #[test]
    fn what_is_not_damaged_is_read_whatever_stands_beside_it(
        entries in log(),
        fates in vec(prop::option::of(any::<Index>()), 30),
    ) {
        let store = entries.iter().zip(&fates).map(|(entry, fate)| {
            let text = write_entry(entry);
            match fate {
                Some(at) => cut_off(&text, *at).to_owned(),
                None => text,
            }
        });
        let read: Vec<Entry> = store.filter_map(|text| read_entry(&text).ok()).collect();
        let sound: Vec<Entry> =
            entries.iter().zip(&fates).filter(|(_, fate)| fate.is_none()).map(|(entry, _)| entry.clone()).collect();
        prop_assert_eq!(read, sound);
    }

    #[test]
    fn any_text_at_all_gives_an_entry_or_a_reason(text in ".{0,200}") {
        prop_assert!(read_entry(&text).is_err());
        prop_assert!(read_place(&text).is_err());
    }
}

/// The beginning of a text, as a disk can leave it: less than the whole of it.
fn cut_off(text: &str, at: Index) -> &str {
    &text[..text.floor_char_boundary(at.index(text.len()))]
}

#[derive(Debug, Clone)]
pub(super) enum Damage {
    Cut(Index),
    Swap(Index, Index),
    Flip(Index, u8),
    Insert(Index, u8),
}

pub(super) fn damages() -> impl Strategy<Value = Vec<Damage>> {
    let one = prop_oneof![
        any::<Index>().prop_map(Damage::Cut),
        (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Damage::Swap(one, other)),
        (any::<Index>(), 0..8_u8).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Insert(at, byte)),
    ];
    vec(one, 1..4)
}

pub(super) fn damaged(text: &str, damages: &[Damage]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for damage in damages {
        let length = bytes.len();
        if length == 0 {
            break;
        }
        match damage {
            Damage::Cut(at) => bytes.truncate(at.index(length)),
            Damage::Swap(one, other) => bytes.swap(one.index(length), other.index(length)),
            Damage::Flip(at, bit) => bytes[at.index(length)] ^= 1 << bit,
            Damage::Insert(at, byte) => bytes.insert(at.index(length), *byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
