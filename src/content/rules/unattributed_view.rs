//! An opinion that nobody holds cannot be weighed, and a learner may take it for the law. A view says whose it is: `held_by = "…"`, or a name in the
//! sentence. Told of are words that hand a view to nobody, in the stem, in what is chosen among and in the explanation: *some*, *many*, *most*, *critics*, *experts*,
//! *scholars*, *observers* or *commentators* before *argue*, *believe*, *claim*, *say*, *think*, *agree*, *consider*, *maintain*,
//! *contend* or *hold*, and *it is* (*often*, *widely*, *generally*, *sometimes*) *argued*, *believed*, *claimed*, *said*, *thought* or *felt*. Facts of a case are
//! not looked at. English alone.

use crate::diagnostic::Code;
use crate::writing::{Item, Word, Wording};

const NOBODY: &[&str] = &[
    "some",
    "many",
    "most",
    "critics",
    "experts",
    "scholars",
    "observers",
    "commentators",
    "lawyers",
    "academics",
    "authors",
];
const HOLDS: &[&str] = &[
    "argue", "argues", "believe", "believes", "claim", "claims", "say", "says", "think", "thinks", "agree",
    "consider", "maintain", "contend", "hold",
];
const HOW: &[&str] = &["often", "widely", "generally", "sometimes", "commonly", "usually", "also"];
const HELD: &[&str] = &["argued", "believed", "claimed", "said", "thought", "felt"];

/// A question.
pub(crate) fn check(item: &Item<'_>) {
    if item.value.node.get("held_by").is_some() {
        return;
    }
    let choices = item.choices.iter().flat_map(|choices| &choices.all).map(|choice| &choice.wording);
    let explain = item.value.at("explain").and_then(Wording::of);
    for wording in [&item.stem].into_iter().chain(choices).chain(&explain) {
        let words: Vec<Word<'_>> = wording.prose.words().collect();
        let Some((start, end)) = view(&words) else { continue };
        let said = wording.prose.text.get(start..end).unwrap_or_default();
        let message = format!("`{}` hands a view to nobody.", crate::desk::shown(said));
        let help = "Add `held_by = \"…\"`, or name who holds it in the sentence.";
        item.value.desk.faults.warning(Code::UnattributedView, wording.place(start, end), message, help);
    }
}

/// The stretch of the words that hand a view to nobody.
fn view(words: &[Word<'_>]) -> Option<(usize, usize)> {
    let one_of = |place: usize, known: &[&str]| {
        let word = words.get(place).map_or("", |word| word.text);
        known.iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    let last = (0..words.len()).find_map(|place| {
        if one_of(place, NOBODY) && one_of(place + 1, HOLDS) {
            return Some((place, place + 1));
        }
        let held = if one_of(place + 2, HOW) { place + 3 } else { place + 2 };
        let is_held = one_of(place, &["it"]) && one_of(place + 1, &["is"]) && one_of(held, HELD);
        // *It is said in article 3* says who says it.
        (is_held && !one_of(held + 1, &["in", "by", "of"])).then_some((place, held))
    });
    let (first, last) = last?;
    Some((words.get(first)?.start, words.get(last)?.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        let words: Vec<Word<'_>> = crate::writing::words(text).collect();
        assert_eq!(view(&words).and_then(|(start, end)| text.get(start..end)), expect, "{text}");
    }

    #[test]
    fn a_view_that_nobody_holds_is_found() {
        check("Some argue that borders close.", Some("Some argue"));
        check("It is widely believed that they do.", Some("It is widely believed"));
        check("There, critics say, it failed.", Some("critics say"));
    }

    #[test]
    fn a_view_with_a_name_is_none() {
        check("Amnesty International argues that it failed.", None);
        check("Some States argue that it failed.", None);
        check("It is said in article 3.", None);
        check("Most of them agree.", None);
    }
}
