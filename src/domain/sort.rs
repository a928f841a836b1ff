//! The one sort of this crate, and of those that are built on it.

use std::cmp::Ordering;

/// The places 0 to `count` − 1 in the order of what stands there; equals stay as they stand.
///
/// Every type of list that the standard library sorts is five kilobytes more in a learner's download. So all of them are
/// sorted as lists of places.
pub fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    places
}

/// The same things in order; equals stay as they stand.
pub fn in_order<T>(things: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = sorted(things.len(), &|one, other| match (things.get(one), things.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        // There is something at each place.
        _ => Ordering::Equal,
    });
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| things.get_mut(place)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_as_they_stand() {
        let words = ["b", "a", "c", "a", "b"];
        assert_eq!(sorted(words.len(), &|one, other| words[one].cmp(words[other])), [1, 3, 0, 4, 2]);
        assert!(sorted(0, &|_, _| Ordering::Equal).is_empty());
        let things = words.map(str::to_owned).to_vec();
        assert_eq!(in_order(things, |one, other| one.cmp(other)), ["a", "a", "b", "b", "c"]);
    }
}
