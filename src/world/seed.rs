//! Chance that can be repeated: the same seed gives the same world on every machine.

/// A small generator (SplitMix64, Steele and others 2014).
#[derive(Clone, Debug)]
pub struct Seeded(u64);

impl Seeded {
    pub fn new(seed: u64) -> Seeded {
        Seeded(seed)
    }

    /// A generator of its own for one thing among many, so that things can be made in any order.
    pub fn of(seed: u64, number: u64) -> Seeded {
        let mut mixed = Seeded(seed ^ number.wrapping_mul(0xd134_2543_de82_ef95));
        mixed.draw();
        mixed
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from 0 up to, not with, `below` (at least 1).
    pub fn below(&mut self, below: usize) -> usize {
        let below = u64::try_from(below.max(1)).unwrap_or(1);
        usize::try_from(self.draw() % below).unwrap_or_default()
    }

    /// True about `percent` times of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the things.
    ///
    /// # Panics
    /// When there is nothing to choose from.
    pub fn one_of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }

    /// The place drawn when each place has its weight.
    pub fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            if left < *weight {
                return place;
            }
            left -= weight;
        }
        weights.len().saturating_sub(1)
    }

    /// A random order of `0..weights.len()`, the heavy ones early.
    pub fn order(&mut self, weights: &[usize]) -> Vec<usize> {
        let mut weights = weights.to_vec();
        (0..weights.len())
            .map(|_| {
                let place = self.weighted(&weights);
                weights[place] = 0;
                place
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same() {
        let draws = |seed| (0..5).map(|_| 0).scan(Seeded::new(seed), |s, _: i32| Some(s.draw())).collect::<Vec<_>>();
        assert_eq!(draws(2023), draws(2023));
        assert_ne!(draws(2023), draws(2024));
        // The first number of SplitMix64 from seed 0, as published.
        assert_eq!(Seeded::new(0).draw(), 0xe220_a839_7b1d_cdaf);
    }

    #[test]
    fn an_order_holds_every_place_once() {
        let mut order = Seeded::new(7).order(&[5, 4, 3, 2, 1]);
        order.sort_unstable();
        assert_eq!(order, [0, 1, 2, 3, 4]);
    }
}
