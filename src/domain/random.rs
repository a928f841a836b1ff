//! A named source of chance: the same seed gives the same paper in every release, natively and in the browser.
//!
//! The generator is `ChaCha8`, keyed with the seed alone. How numbers and orders are made from its words is written here
//! and not borrowed, because the ready-made `shuffle` and `random_range` may change between releases of their crate.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::index::{Mark, fnv1a, mixed};
use crate::json::transparent;

/// What a draw is made from. Whoever knows it can make the same draw again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seed(pub u64);

transparent! { Seed }

/// What a stream of chance is for. Streams of one seed are independent: a longer draw does not disturb an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Which questions are posed.
    Questions,
    /// In which order the options of the question at this place are shown.
    Order(usize),
    /// Which questions a drill consists of.
    Drill,
    /// In which order the questions of a paper stand.
    Paper,
}

/// A stream of chance.
#[derive(Debug)]
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// The stream of this seed for this purpose.
    pub fn new(seed: Seed, purpose: Purpose) -> Self {
        let stream = match purpose {
            Purpose::Questions => 0,
            Purpose::Order(place) => 1 + place as u64,
            // From the far end, where no paper is long enough to come.
            Purpose::Drill => u64::MAX,
            Purpose::Paper => u64::MAX - 1,
        };
        let mut key = [0; 32];
        for (byte, source) in key.iter_mut().zip(seed.0.to_le_bytes().into_iter().chain(stream.to_le_bytes()))
        {
            *byte = source;
        }
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A number from 0 to `bound` − 1, each equally likely; 0 where `bound` is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = bound as u64;
        if bound < 2 {
            return 0;
        }
        // The words past the last whole multiple of the bound would favour small numbers: draw again.
        let whole = u64::MAX - u64::MAX % bound;
        loop {
            let word = self.0.next_u64();
            if word < whole {
                return (word % bound) as usize;
            }
        }
    }

    /// Puts the items in a random order, each order equally likely (Fisher and Yates, from the back).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// The lots that the questions of a bank draw: each hangs on the seed, the bank and the question alone.
#[derive(Debug, Clone, Copy)]
pub struct Lots(u64);

impl Lots {
    /// The lots of this seed for this purpose in a bank.
    pub fn new(seed: Seed, purpose: Purpose, bank: &str) -> Self {
        let purpose = match purpose {
            Purpose::Questions => 0,
            Purpose::Paper => 1,
            Purpose::Drill => 2,
            Purpose::Order(place) => 3 + place as u64,
        };
        Self(mixed(mixed(seed.0 ^ fnv1a(bank)).wrapping_add(purpose)))
    }

    /// The lot of the question with this mark; `twin` tells questions of one mark apart.
    pub fn lot(self, mark: Mark, twin: u64) -> u64 {
        mixed(self.0 ^ (u64::from(mark.0) << 32 | twin))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_the_same_in_every_release() {
        let mut letters: Vec<char> = ('a'..='j').collect();
        let mut chance = Chance::new(Seed(2008), Purpose::Questions);
        chance.shuffle(&mut letters);
        assert_eq!(String::from_iter(letters), "beghaficdj");
        assert_eq!([(); 5].map(|()| chance.below(100)), [72, 63, 93, 63, 49]);
    }

    #[test]
    fn every_number_below_the_bound_comes_up_about_equally_often() {
        let mut chance = Chance::new(Seed(1), Purpose::Questions);
        let mut counts = [0_u32; 6];
        for _ in 0..6000 {
            counts[chance.below(6)] += 1;
        }
        assert!(counts.iter().all(|count| (850..1150).contains(count)), "{counts:?}");
    }

    #[test]
    fn streams_of_one_seed_differ() {
        let words = |purpose| Chance::new(Seed(3), purpose).below(usize::MAX);
        assert_ne!(words(Purpose::Questions), words(Purpose::Order(0)));
        assert_ne!(words(Purpose::Order(0)), words(Purpose::Order(1)));
        assert_ne!(words(Purpose::Questions), words(Purpose::Drill));
    }
}
