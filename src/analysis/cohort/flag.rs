//! What can be odd about an attempt.

use std::fmt;

/// Something odd about an attempt. It is no proof of anything: a clock can be wrong, a file can be damaged on its way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// The chain of its file is broken where this attempt stands: an answer was changed, taken out or put in.
    Changed,
    /// The same attempt was handed in under another name.
    Also {
        /// That name.
        other: String,
    },
    /// Two files tell of it differently, and neither is broken.
    Disputed,
    /// The seal of its file is broken: its name, day or language was changed, or the seal itself.
    Seal,
    /// Its file was cut off, so that nothing tells whether it was changed.
    Cut,
    /// Its file has entries that cannot be read.
    Incomplete,
    /// Its file was written anew by another program; the content is untouched.
    Rewritten,
    /// Its times cannot be as they are.
    Time(TimeFault),
    /// So many of its questions were of another edition than they are now.
    Edition(usize),
}

/// What times cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeFault {
    /// It was finished before it was begun.
    Backwards,
    /// So many of its answers were given before it was begun or after it was finished.
    Outside(usize),
    /// So many of its answers took longer than there was time.
    TooLong(usize),
    /// It was finished after its file was made.
    AfterFile,
    /// It was finished after now.
    Ahead,
}

impl Flag {
    /// A word for it, the same in every release, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Also { .. } => "also-under-another-name",
            Self::Disputed => "disputed",
            Self::Seal => "seal-broken",
            Self::Cut => "cut-off",
            Self::Incomplete => "incomplete",
            Self::Rewritten => "written-anew",
            Self::Time(_) => "impossible-times",
            Self::Edition(_) => "other-edition",
        }
    }
}

impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed => f.write_str("changed: the chain of the file is broken here"),
            Self::Also { other } => write!(f, "the same attempt was handed in as {other}"),
            Self::Disputed => f.write_str("two files tell of it differently"),
            Self::Seal => {
                f.write_str("the seal of the file is broken: its name, day or language was changed")
            }
            Self::Cut => f.write_str("the file was cut off, so that nothing tells whether it was changed"),
            Self::Incomplete => f.write_str("the file has entries that cannot be read"),
            Self::Rewritten => {
                f.write_str("the file was written anew by another program; the content is untouched")
            }
            Self::Time(fault) => fault.fmt(f),
            Self::Edition(1) => f.write_str("one question was of another edition"),
            Self::Edition(count) => write!(f, "{count} questions were of another edition"),
        }
    }
}

impl fmt::Display for TimeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Backwards => f.write_str("impossible times: finished before it was begun"),
            Self::Outside(count) => {
                write!(f, "impossible times: answers before the beginning or after the end ({count})")
            }
            Self::TooLong(count) => {
                write!(f, "impossible times: answers that took longer than there was time ({count})")
            }
            Self::AfterFile => f.write_str("impossible times: finished after the file was made"),
            Self::Ahead => f.write_str("impossible times: finished after today"),
        }
    }
}
