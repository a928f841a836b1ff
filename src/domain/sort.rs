//! The one sort of this crate.

use std::cmp::Ordering;

/// The places 0 to `count` − 1 in the order of what stands there; equals stay as they stand.
///
/// Every type of list that the standard library sorts is five kilobytes more in a learner's download. So all of them are
/// sorted as lists of places.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_as_they_stand() {
        let words = ["b", "a", "c", "a", "b"];
        assert_eq!(sorted(words.len(), &|one, other| words[one].cmp(words[other])), [1, 3, 0, 4, 2]);
        assert!(sorted(0, &|_, _| Ordering::Equal).is_empty());
    }
}
