//! A language made up from a seed: words over Han characters, Latin words, numbers, and sentences
//! of them.

use std::fmt::Write as _;

use anyhow::Result;
use rand::rngs::ChaCha8Rng;
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand::{RngExt as _, SeedableRng as _};

use super::zipf::Ranked;

/// The Han characters of Unicode's first block.
const HAN: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fa5}';
/// How many of them the language uses.
const CHARACTERS: usize = 5_000;
const HAN_WORDS: usize = 60_000;
/// The most frequent words are mostly characters by themselves, as 的 and 是 are.
const SHORT_WORDS: usize = 200;
const LATIN_WORDS: usize = 20_000;
const CONSONANTS: [&str; 16] =
    ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "ch"];
const VOWELS: [&str; 7] = ["a", "e", "i", "o", "u", "ea", "ou"];

/// The words of the language and how often each is said.
pub(super) struct Language {
    han: Ranked<String>,
    latin: Ranked<String>,
}

impl Language {
    /// The language that grows from a seed.
    pub(super) fn new(seed: u64) -> Result<Self> {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut characters: Vec<char> = HAN.collect();
        characters.shuffle(random);
        characters.truncate(CHARACTERS);
        let characters = Ranked::as_characters(characters)?;
        let han = (0..HAN_WORDS).map(|rank| han_word(&characters, rank < SHORT_WORDS, random)).collect();
        let latin = (0..LATIN_WORDS).map(|_| latin_word(random)).collect();
        Ok(Self { han: Ranked::as_words(han)?, latin: Ranked::as_words(latin)? })
    }

    /// A text of at least so many words and so many characters.
    pub(super) fn phrase(&self, words: usize, length: usize, random: &mut ChaCha8Rng) -> String {
        let mut text = String::new();
        let mut said = 0;
        while said < words || text.chars().count() < length {
            self.say(&mut text, random);
            said += 1;
        }
        text
    }

    /// A sentence of some clauses, with its marks.
    pub(super) fn sentence(&self, random: &mut ChaCha8Rng) -> String {
        let mut text = String::new();
        let clauses = random.random_range(1..=4);
        for clause in 1..=clauses {
            for _ in 0..random.random_range(3..=9) {
                self.say(&mut text, random);
            }
            text.push(if clause < clauses { '，' } else { '。' });
        }
        text
    }

    /// A name, of a person or of a site.
    pub(super) fn name(&self, random: &mut ChaCha8Rng) -> String {
        match random.random_ratio(4, 5) {
            true => self.phrase_of_han(2, random),
            false => latin_word(random),
        }
    }

    fn phrase_of_han(&self, words: usize, random: &mut ChaCha8Rng) -> String {
        (0..words).map(|_| self.han.draw(random).as_str()).collect()
    }

    /// Adds a word: of Han mostly, now and then a Latin one, a number, or a name that no other text
    /// has, because an archive never stops growing new words.
    fn say(&self, text: &mut String, random: &mut ChaCha8Rng) {
        let choice = random.random_range(0..1_000);
        if choice < 930 {
            text.push_str(self.han.draw(random));
            return;
        }
        if text.ends_with(|last: char| last.is_ascii_alphanumeric()) {
            text.push(' ');
        }
        match choice {
            930..970 => text.push_str(self.latin.draw(random)),
            970..995 => {
                let digits = random.random_range(1..=5);
                // Writing to a string cannot fail.
                let _ = write!(text, "{}", random.random_range(0..10_u32.pow(digits)));
            }
            _ => {
                text.push_str(&latin_word(random));
                text.push_str(&latin_word(random));
            }
        }
    }
}

fn han_word(characters: &Ranked<char>, short: bool, random: &mut ChaCha8Rng) -> String {
    let length = match random.random_range(0..100) {
        0..60 if short => 1,
        0..70 => 2,
        70..88 => 3,
        _ => 4,
    };
    (0..length).map(|_| *characters.draw(random)).collect()
}

/// A word of one to four syllables.
pub(super) fn latin_word(random: &mut ChaCha8Rng) -> String {
    let syllables = random.random_range(1..=4);
    let sounds = (0..syllables).flat_map(|_| [CONSONANTS.choose(random), VOWELS.choose(random)]);
    sounds.flatten().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_words_stand_apart() {
        let language = Language::new(1).unwrap();
        let mut random = ChaCha8Rng::seed_from_u64(2);
        let text = language.phrase(5_000, 0, &mut random);
        let runs = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|run| !run.is_empty());
        let longest = runs.map(str::len).max().unwrap();
        assert!(longest <= 32, "{longest}");
        let han = text.chars().filter(|c| HAN.contains(c)).count();
        let share = han as f64 / text.chars().count() as f64;
        assert!((0.7..0.95).contains(&share), "{share}");
    }
}
