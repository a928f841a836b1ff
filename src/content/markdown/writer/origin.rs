//! Where text comes from that the parser gave in pieces.

use std::ops::Range;

/// Where each stretch of joined text comes from.
pub(super) struct Origin<'o> {
    /// Where a stretch begins in the joined text, where it stands in the source, and whether it reads the same there.
    stretches: Vec<(usize, Range<usize>, bool)>,
    source: &'o str,
}

impl<'o> Origin<'o> {
    pub(super) fn of(waiting: &[(String, Range<usize>)], source: &'o str) -> Self {
        let mut at = 0;
        let stretches = waiting.iter().map(|(text, range)| {
            let start = at;
            at += text.len();
            (start, range.clone(), source.get(range.clone()) == Some(text))
        });
        Self { stretches: stretches.collect(), source }
    }

    fn stretch(&self, at: usize) -> Option<&(usize, Range<usize>, bool)> {
        self.stretches.get(self.stretches.partition_point(|(start, ..)| *start <= at).checked_sub(1)?)
    }

    /// Whether a character stands for itself: written as an entity, or with a backslash before it.
    pub(super) fn is_literal(&self, at: usize) -> bool {
        self.stretch(at).is_some_and(|(start, range, same)| {
            let escaped =
                *start == at && self.source.get(..range.start).is_some_and(|before| before.ends_with('\\'));
            !same || escaped
        })
    }

    /// Where a part of the joined text stands in the source.
    pub(super) fn range(&self, part: Range<usize>) -> Range<usize> {
        let find = |at: usize| {
            self.stretch(at).map_or(
                0,
                |(start, range, same)| {
                    if *same { range.start + (at - start) } else { range.start }
                },
            )
        };
        let start = find(part.start);
        // The last character counts, so that the end does not fall into the stretch that follows.
        let end = find(part.end.saturating_sub(1)) + 1;
        start..end.max(start)
    }
}
