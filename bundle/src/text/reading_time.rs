//! How long it takes to read a text.

use super::{Token, tokenize};

/// How many Han characters a reader takes in a minute, and how many words of other scripts.
const HAN: u32 = 400;
const WORDS: u32 = 220;

/// The minutes that it takes to read a visible text; at least one.
pub fn minutes_to_read(text: &str) -> u32 {
    let (mut han, mut words) = (0, 0);
    tokenize(text, |Token { cjk, .. }| if cjk { han += 1 } else { words += 1 });
    (han * WORDS + words * HAN).div_ceil(HAN * WORDS).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_words_take_their_time() {
        let check = |han: usize, words: usize, expected: u32| {
            let text = format!("{} {}", "字".repeat(han), "word ".repeat(words));
            assert_eq!(minutes_to_read(&text), expected, "{han} characters, {words} words");
        };
        check(0, 0, 1);
        check(400, 0, 1);
        check(401, 0, 2);
        check(3_600, 0, 9);
        check(0, 660, 3);
        check(200, 110, 1);
        check(400, 220, 2);
    }
}
