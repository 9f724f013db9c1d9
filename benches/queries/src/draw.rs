//! Queries, drawn at random from an archive. The same archive always gives the same ones.

use std::collections::{BTreeMap, BTreeSet};

use bundle::text::is_cjk;
use rand::rngs::ChaCha8Rng;
use rand::seq::{IndexedRandom as _, IteratorRandom as _};
use rand::{RngExt as _, SeedableRng as _};
use reading_room_tests::{Scan, Scanned, Wanted, is_of_word};

use crate::report::Query;
use reading_room_tests::OtherScript;

const SEED: u64 = 20_231_110;
/// How many attempts are made, for each query that is wanted of a kind.
const PATIENCE: usize = 100;
/// The most frequent words, of which common ones are drawn.
const COMMON: usize = 40;
/// The most texts that a rare word is in.
const RARE: usize = 10;
/// Queries that anybody would try.
const WELL_KNOWN: [&str; 5] = ["二十大", "习近平", "習近平", "新闻自由", "China"];

/// Draws the queries of an archive.
pub(crate) fn queries<K: Ord>(scan: &Scan<K>) -> Vec<Query> {
    let words = words(scan);
    let script = OtherScript::new();
    let mut draw = Draw { scan, random: random_for(0), queries: Vec::new() };
    draw.kind("common words, 2 characters", 6, |_, random| {
        words[..words.len().min(COMMON)].choose(random).map(|&word| word.to_owned())
    });
    draw.kind("rare words, 2 characters", 6, |_, random| {
        let word = *words.choose(random)?;
        (scan.holding(&Wanted::by(word)).len() <= RARE).then(|| word.to_owned())
    });
    for length in 1..=8 {
        draw.kind("runs of 1 to 8 characters", 2, |text, random| run(text, length, random));
    }
    draw.kind("phrases in quotation marks", 6, |text, random| {
        random_run(text, 4..=10, random).map(|phrase| format!("\"{phrase}\""))
    });
    draw.kind("the other script", 6, |text, random| script.of(random_run(text, 2..=4, random)?));
    draw.kind("Latin words", 6, latin_word);
    draw.kind("several words", 6, |text, random| {
        let [one, other] = [(); 2].map(|()| random_run(text, 2..=4, random));
        one.zip(other).filter(|(one, other)| one != other).map(|(one, other)| format!("{one} {other}"))
    });
    draw.well_known();
    draw.queries
}

/// Draws words that are in some texts, but in few.
pub(crate) fn rare_words<K: Ord>(scan: &Scan<K>) -> Vec<String> {
    let words = words(scan);
    let mut draw = Draw { scan, random: random_for(2), queries: Vec::new() };
    draw.kind("rare words", 5, |_, random| {
        let word = *words.choose(random)?;
        (RARE..5 * RARE).contains(&scan.holding(&Wanted::by(word)).len()).then(|| word.to_owned())
    });
    draw.queries.into_iter().map(|query| query.text).collect()
}

/// A fixed seed, different for each purpose.
pub(crate) fn random_for(purpose: u64) -> ChaCha8Rng {
    let mut random = ChaCha8Rng::seed_from_u64(SEED);
    random.set_stream(purpose);
    random
}

/// A piece of a sentence, of 8 to 16 characters, that cuts no word in two.
pub(crate) fn piece_of_sentence(text: &str, random: &mut ChaCha8Rng) -> Option<String> {
    let is_in_sentence = |c: char| c.is_alphanumeric() || c == ' ';
    let sentences = text.split(|c| !is_in_sentence(c)).map(str::trim);
    let sentence = sentences.filter(|sentence| sentence.chars().count() >= 8).choose(random)?;
    let chars: Vec<char> = sentence.chars().collect();
    let cuts: Vec<usize> = (0..=chars.len()).filter(|&at| !is_inside_word(&chars, at)).collect();
    let start = *cuts.choose(random)?;
    let end = cuts.iter().filter(|&&end| (8..=16).contains(&end.saturating_sub(start))).choose(random)?;
    let piece: String = chars[start..*end].iter().collect();
    Some(piece.trim().to_owned())
}

fn is_inside_word(chars: &[char], at: usize) -> bool {
    at > 0 && chars.get(at).is_some_and(|&c| is_of_word(c) && is_of_word(chars[at - 1]))
}

struct Draw<'a, K> {
    scan: &'a Scan<K>,
    random: ChaCha8Rng,
    queries: Vec<Query>,
}

impl<K: Ord> Draw<'_, K> {
    /// Draws queries of a kind, each from a text of its own; fewer where the archive has no more.
    fn kind(
        &mut self,
        kind: &'static str,
        count: usize,
        mut query: impl FnMut(&str, &mut ChaCha8Rng) -> Option<String>,
    ) {
        let mut wanted = count;
        for _ in 0..count * PATIENCE {
            let Some(Scanned { shown, .. }) = self.scan.texts().choose(&mut self.random) else { return };
            let drawn = query(shown, &mut self.random);
            wanted -= usize::from(drawn.is_some_and(|text| self.add(kind, text)));
            if wanted == 0 {
                return;
            }
        }
    }

    fn well_known(&mut self) {
        for text in WELL_KNOWN {
            if !self.scan.holding(&Wanted::by(text)).is_empty() {
                self.add("well known", text.to_owned());
            }
        }
    }

    /// Adds a query, unless it is there.
    fn add(&mut self, kind: &'static str, text: String) -> bool {
        let is_new = self.queries.iter().all(|query| query.text != text);
        if is_new {
            self.queries.push(Query { kind, text });
        }
        is_new
    }
}

/// Two characters that stand by themselves somewhere, between signs or spaces, are a word: their
/// author wrote it as one. The most frequent come first.
fn words<K: Ord>(scan: &Scan<K>) -> Vec<&str> {
    let mut counts = BTreeMap::new();
    for Scanned { shown, .. } in scan.texts() {
        let words: BTreeSet<&str> = runs(shown).filter(|word| word.chars().count() == 2).collect();
        words.into_iter().for_each(|word| *counts.entry(word).or_insert(0_u32) += 1);
    }
    let mut words: Vec<_> = counts.into_iter().collect();
    words.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    words.into_iter().map(|(word, _)| word).collect()
}

/// The unbroken runs of Chinese characters in a text.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_cjk(c)).filter(|run| !run.is_empty())
}

/// A random one of those runs, of such a length.
fn random_run<'a>(
    text: &'a str,
    length: std::ops::RangeInclusive<usize>,
    random: &mut ChaCha8Rng,
) -> Option<&'a str> {
    runs(text).filter(|run| length.contains(&run.chars().count())).choose(random)
}

/// So many neighbouring Chinese characters, from a random place.
fn run(text: &str, length: usize, random: &mut ChaCha8Rng) -> Option<String> {
    let run: Vec<char> = random_run(text, length..=usize::MAX, random)?.chars().collect();
    let start = random.random_range(0..=run.len() - length);
    Some(run[start..start + length].iter().collect())
}

fn latin_word(text: &str, random: &mut ChaCha8Rng) -> Option<String> {
    let is_word =
        |word: &&str| (3..=15).contains(&word.len()) && word.chars().all(|c| c.is_ascii_alphabetic());
    text.split(|c| !is_of_word(c)).filter(is_word).choose(random).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "图书馆的茶，很好。a library of 12 books";

    #[test]
    fn queries_are_parts_of_the_text() {
        let mut random = random_for(0);
        for _ in 0..50 {
            let run = run(TEXT, 3, &mut random).unwrap();
            assert!(TEXT.contains(&run) && run.chars().all(is_cjk), "{run}");
            let word = latin_word(TEXT, &mut random).unwrap();
            assert!(["library", "books"].contains(&word.as_str()), "{word}");
        }
    }

    #[test]
    fn runs_end_at_punctuation() {
        assert_eq!(runs(TEXT).collect::<Vec<_>>(), ["图书馆的茶", "很好"]);
    }

    #[test]
    fn a_piece_cuts_no_word() {
        let mut random = random_for(0);
        for _ in 0..50 {
            let Some(piece) = piece_of_sentence(TEXT, &mut random) else { continue };
            assert!(Wanted::by(&format!("\"{piece}\"")).is_in(&[TEXT]), "{piece}");
        }
    }
}
