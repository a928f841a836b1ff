//! The hashes that make an edit evident.

use std::fmt;

use domain::id::CourseId;
use sha2::{Digest, Sha256};

/// What the first link begins with, so that no hash of anything else is taken for one.
const FIRST: &str = "plenary results 1\n";

/// A SHA-256, written as 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hash(Vec<u8>);

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Hash {
    /// The first link of the chain of a course.
    pub(crate) fn of_course(course: &CourseId) -> Self {
        Self::of_text(&format!("{FIRST}{course}"))
    }

    /// The hash of a text.
    pub(crate) fn of_text(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).to_vec())
    }
}

/// The link of an entry after the link before it, which goes in as it is written: 64 characters, then the entry.
///
/// A link that was touched up may have any other length, and is then told by the one that does not follow from it.
pub(crate) fn link(before: &str, entry: &str) -> Hash {
    let digest = Sha256::new().chain_update(before.as_bytes()).chain_update(entry.as_bytes()).finalize();
    Hash(digest.to_vec())
}

/// The chain of these entries: one link more than there are entries.
pub(crate) fn chain(course: &CourseId, entries: &[String]) -> Vec<Hash> {
    let mut chain = vec![Hash::of_course(course)];
    let mut before = Hash::of_course(course);
    for entry in entries {
        before = link(&before.to_string(), entry);
        chain.push(before.clone());
    }
    chain
}
