//! Small maps and sets, kept as sorted lists.
//!
//! What a learner decides has a handful of entries. Each type of tree or hash map would bring its own five kilobytes of code
//! into her download; a sorted list brings a few hundred bytes.

pub use litemap::LiteMap as Map;

/// Values without an order of their own, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set<K>(Map<K, ()>);

impl<K: Ord> Set<K> {
    /// Whether the value is in the set.
    pub fn contains(&self, value: &K) -> bool {
        self.0.contains_key(value)
    }

    /// Puts a value into the set. Whether it is new there.
    pub fn insert(&mut self, value: K) -> bool {
        self.0.insert(value, ()).is_none()
    }

    /// Takes a value out of the set. Whether it was there.
    pub fn remove(&mut self, value: &K) -> bool {
        self.0.remove(value).is_some()
    }
}

impl<K> Set<K> {
    /// How many values there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The values, the least first.
    pub fn iter(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }
}

// Not derived: a set of values that have no default is empty as well.
impl<K> Default for Set<K> {
    fn default() -> Self {
        Self(Map::new())
    }
}

impl<K: Ord> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(values: I) -> Self {
        let mut set = Self::default();
        for value in values {
            set.insert(value);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_each_value_once_and_in_order() {
        let mut set: Set<u8> = [3, 1, 3, 2].into_iter().collect();
        assert_eq!(set.iter().copied().collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(
            (set.insert(2), set.insert(4), set.remove(&1), set.remove(&1)),
            (false, true, true, false)
        );
        assert_eq!((set.len(), set.contains(&4), set.contains(&1), set.is_empty()), (3, true, false, false));
    }
}
