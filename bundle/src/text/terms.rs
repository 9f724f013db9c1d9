//! The terms of a text: what the index knows it by.
//!
//! A term is a word, a pair of neighbouring CJK characters, or a CJK character that none follows.
//! So every occurrence of a character starts exactly one term, and the terms that start with it
//! are its occurrences.

use super::tokens::{Token, tokenize};

/// Calls `visit` with each term of `text` and the position of its first token, in order. Gives the
/// number of tokens.
pub fn each_term(text: &str, mut visit: impl FnMut(&str, u32)) -> u32 {
    let mut count = 0;
    // The CJK character that waits for a partner, and its position.
    let mut open: Option<u32> = None;
    let mut pair = String::new();
    tokenize(text, |Token { text, cjk, position, .. }| {
        count += 1;
        if let Some(start) = open.take() {
            if cjk && position == start + 1 {
                pair.push_str(text);
            }
            visit(&pair, start);
        }
        if cjk {
            pair.clear();
            pair.push_str(text);
            open = Some(position);
        } else {
            visit(text, position);
        }
    });
    if let Some(start) = open {
        visit(&pair, start);
    }
    count
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
        check("茶，书", &[("茶", 0), ("书", 2)]);
        check("", &[]);
    }
}
