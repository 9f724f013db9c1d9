//! The terms of a text: what the index knows it by.
//!
//! A term is a word, a pair of neighbouring CJK characters, or a CJK character that none follows.
//! So every occurrence of a character starts exactly one term, and the terms that start with it
//! are its occurrences.
//!
//! A word, or a lone character, that punctuation follows is a term of its own, with [`BEFORE_GAP`]
//! at its end. Else the gap in `A，B`, which takes a position as a token does, could not be told
//! from the token in `A x B`.

use super::tokens::{Token, tokenize};

/// What ends the term of a word or lone character before punctuation or the end of a block. No
/// token has it, and it comes before all that tokens are made of.
pub const BEFORE_GAP: char = ',';

/// Calls `visit` with each term of `text` and the position of its first token, in order. Gives the
/// number of tokens.
pub fn each_term(text: &str, mut visit: impl FnMut(&str, u32)) -> u32 {
    let mut count = 0;
    let mut open = Open::default();
    tokenize(text, |Token { text, cjk, position, .. }| {
        count += 1;
        if let Some(start) = open.start {
            if position > start + 1 {
                open.text.push(BEFORE_GAP);
            } else if open.cjk && cjk {
                open.text.push_str(text);
            }
            visit(&open.text, start);
        }
        open.text.clear();
        open.text.push_str(text);
        open.start = Some(position);
        open.cjk = cjk;
    });
    if let Some(start) = open.start {
        visit(&open.text, start);
    }
    count
}

/// The token that waits for what follows it.
#[derive(Default)]
struct Open {
    text: String,
    /// Its position; `None` before the first one.
    start: Option<u32>,
    cjk: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, u32)]) {
        let mut seen = Vec::new();
        each_term(text, |term, position| seen.push((term.to_owned(), position)));
        let seen: Vec<_> = seen.iter().map(|(term, position)| (term.as_str(), *position)).collect();
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn pairs_words_and_run_ends() {
        check("圖書館", &[("图书", 0), ("书馆", 1), ("馆", 2)]);
        check("5G手机 a", &[("5g", 0), ("手机", 1), ("机", 2), ("a", 3)]);
        check("", &[]);
    }

    #[test]
    fn what_stands_before_a_gap_says_so() {
        check("茶，书", &[("茶,", 0), ("书", 2)]);
        check("tea, 图书\nand", &[("tea,", 0), ("图书", 2), ("书,", 3), ("and", 6)]);
        check("(tea)", &[("tea", 1)]);
    }

    #[test]
    fn the_mark_sorts_before_every_token() {
        assert!("tea," < "tea0" && "tea*" < "tea," && "茶," < "茶叶");
        assert!(!BEFORE_GAP.is_alphanumeric());
    }
}
