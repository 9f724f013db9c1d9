//! Things of which some come up often and most hardly ever.

use anyhow::Result;
use rand::distr::Distribution as _;
use rand::distr::weighted::WeightedIndex;
use rand::rngs::ChaCha8Rng;

/// Things, the most frequent first, and how often each comes up.
pub(super) struct Ranked<T> {
    things: Vec<T>,
    chances: WeightedIndex<u64>,
}

impl<T> Ranked<T> {
    /// Things as the words of a language go, by Zipf's law: the one of rank r comes up
    /// 1 / (r + 2) as often. The 2 takes from the first few what a plain 1 / r gives them too much.
    pub(super) fn as_words(things: Vec<T>) -> Result<Self> {
        Self::new(things, |rank| u64::from(u32::MAX) / (rank + 2))
    }

    /// Things as the characters of Chinese go: a hundred make two fifths of all texts, a thousand
    /// nine tenths.
    pub(super) fn as_characters(things: Vec<T>) -> Result<Self> {
        Self::new(things, |rank| u64::from(u32::MAX) / (rank + 150).pow(2))
    }

    fn new(things: Vec<T>, weight: impl Fn(u64) -> u64) -> Result<Self> {
        let ranks = 1..=things.len() as u64;
        let chances = WeightedIndex::new(ranks.map(weight))?;
        Ok(Self { things, chances })
    }

    /// One of them.
    pub(super) fn draw(&self, random: &mut ChaCha8Rng) -> &T {
        &self.things[self.chances.sample(random)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;

    /// How many of 100,000 draws are of the first `ranks` things.
    fn share(ranked: &Ranked<u64>, ranks: u64) -> f64 {
        let mut random = ChaCha8Rng::seed_from_u64(7);
        let drawn = (0..100_000).filter(|_| *ranked.draw(&mut random) < ranks).count();
        drawn as f64 / 100_000.0
    }

    fn check(share: f64, expected: f64) {
        assert!((share - expected).abs() < 0.02, "{share} is not {expected}");
    }

    #[test]
    fn words_go_by_zipfs_law() {
        let words = Ranked::as_words((0..60_000).collect()).unwrap();
        let harmonic = |count: u64| (3..count + 3).map(|rank| 1.0 / rank as f64).sum::<f64>();
        for ranks in [1, 10, 100, 1_000, 10_000] {
            check(share(&words, ranks), harmonic(ranks) / harmonic(60_000));
        }
    }

    #[test]
    fn characters_go_as_in_chinese() {
        let characters = Ranked::as_characters((0..5_000).collect()).unwrap();
        check(share(&characters, 100), 0.41);
        check(share(&characters, 1_000), 0.90);
    }
}
