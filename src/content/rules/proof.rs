//! In the text of a highlight question the passages that can be marked are written `[words](passage)`, each with a key of its own. The
//! passages in `proof` and in `feedback` are among them; those that `proof` leaves out are the wrong ones.

use std::collections::BTreeSet;

use domain::id::PassageKey;

use crate::desk::{Desk, Read, shown};
use crate::diagnostic::Code;
use crate::place::Placed;
use crate::read::Taken;
use crate::value::listed;

/// The passages that are named, against those that are marked.
pub(crate) fn check<'p>(
    desk: &Desk<'_>,
    marked: &BTreeSet<&str>,
    named: impl IntoIterator<Item = &'p Placed<PassageKey>>,
) -> Read<()> {
    let mut result = Ok(());
    for passage in named {
        let key = passage.value.as_str();
        if !marked.contains(key) {
            let message = format!("The text has no passage `{}`.", shown(key));
            let help = desk.meant(passage.place, key, marked.iter().copied());
            let help = help.unwrap_or_else(|| format!("It has {}.", listed(marked.iter().copied())).into());
            result = Err(desk.faults.error(Code::UnknownPassage, passage.place, message, help));
        }
    }
    result
}

/// The passages or gaps of a text: no two of them with one key.
pub(crate) fn distinct(desk: &Desk<'_>, passages: &[Placed<PassageKey>]) -> Read<()> {
    let mut taken = Taken::default();
    let mut result = Ok(());
    for passage in passages {
        result = taken.take(desk, "places", passage.value.as_str(), passage.place).and(result);
    }
    result
}
