//! Terms: the keys of the index.
//!
//! A term is a word, a pair of adjacent CJK characters (a bigram), or a CJK character that no other CJK
//! character follows. So each occurrence of a character starts exactly one term, and a lookup of all
//! terms that start with the character finds all its occurrences.
//!
//! A word or lone character that punctuation follows is a term of its own, which ends with
//! [`BEFORE_GAP`]. Without that, the gap in `A，B`, which takes a position like a token, could not be told
//! from the token in `A x B`.

use super::tokens::{Token, tokenize};

/// The last character of the term of a word or lone character before punctuation or the end of a
/// block. No token contains it, and it sorts before all characters of tokens.
pub const BEFORE_GAP: char = ',';

/// Calls `visit` with each term of `text` and the position of its first token, in order. Returns the
/// number of tokens.
///
/// ```
/// use bundle::text::each_term;
///
/// let mut terms = Vec::new();
/// each_term("圖書館, tea", |term, position| terms.push((term.to_owned(), position)));
/// let terms: Vec<_> = terms.iter().map(|(term, position)| (term.as_str(), *position)).collect();
/// assert_eq!(terms, [("图书", 0), ("书馆", 1), ("馆,", 2), ("tea", 4)]);
/// ```
pub fn each_term(text: &str, mut visit: impl FnMut(&str, u32)) -> u32 {
    let mut count = 0;
    let mut last = LastToken::default();
    tokenize(text, |Token { text, cjk, position, .. }| {
        count += 1;
        if let Some(start) = last.start {
            if position > start + 1 {
                last.text.push(BEFORE_GAP);
            } else if last.cjk && cjk {
                last.text.push_str(text);
            }
            visit(&last.text, start);
        }
        last.text.clear();
        last.text.push_str(text);
        last.start = Some(position);
        last.cjk = cjk;
    });
    if let Some(start) = last.start {
        visit(&last.text, start);
    }
    count
}

/// The last token, whose term depends on the token that follows.
#[derive(Default)]
struct LastToken {
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
    fn a_gap_after_a_token_is_part_of_the_term() {
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
