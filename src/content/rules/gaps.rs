//! In the text of a cloze question each gap is an empty pair of brackets with its key: `An act, a [](means) and a purpose.` Under `gaps` stands
//! what fills each of them: every gap of the text, and no other.

use domain::id::{GapKey, PassageKey};

use crate::desk::{Read, shown};
use crate::diagnostic::Code;
use crate::place::Placed;
use crate::value::{Value, listed};

/// The gaps of the text and the keys under `gaps`, which stand in `table`.
pub(crate) fn check<'g>(
    table: Value<'_>,
    in_text: &[Placed<PassageKey>],
    filled: impl Iterator<Item = &'g Placed<GapKey>> + Clone,
) -> Read<()> {
    let faults = table.desk.faults;
    let mut result = Ok(());
    for gap in in_text {
        if !filled.clone().any(|filled| filled.value.slug() == gap.value.slug()) {
            let message = format!("Nothing fills the gap `{}`.", gap.value);
            let help = format!("Add `{} = {{ … }}` to `gaps`.", gap.value);
            result = Err(faults.error(Code::Gaps, gap.place, message, help));
        }
    }
    for filled in filled {
        let key = filled.value.as_str();
        if !in_text.iter().any(|gap| gap.value.as_str() == key) {
            let known = || in_text.iter().map(|gap| gap.value.as_str());
            let help = table.desk.meant(filled.place, key, known());
            let help = help.unwrap_or_else(|| format!("It has {}.", listed(known())).into());
            let message = format!("The text has no gap `{}`.", shown(key));
            result = Err(faults.error(Code::Gaps, filled.place, message, help));
        }
    }
    result
}
