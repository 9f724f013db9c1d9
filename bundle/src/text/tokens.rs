//! The tokenizer: cuts a text into tokens, the units of search, and numbers their positions.
//!
//! A Han, kana or hangul character is a token of its own. A run of other letters and digits is one
//! token, a word. Two tokens are adjacent if their positions differ by one:
//!
//! - white space separates words but takes no position: `5G 手机` and `5G手机` are the same;
//! - a run of punctuation takes one position, so `你好，世界` does not contain `好世`, yet is found
//!   when typed as it stands;
//! - a line break (`\n` in [visible text](super::visible_text) ends a block) takes two, more than any
//!   punctuation, so no phrase matches across blocks.
//!
//! A word longer than [`MAX_WORD`] characters is cut into several tokens.

use std::ops::Range;

use super::fold::each_folded;
use super::fold_data::FoldData;

/// The longest word, in characters of folded text. Real archives have words of thousands.
pub const MAX_WORD: usize = 48;

/// How many positions a run of punctuation takes.
const PUNCTUATION: u32 = 1;
/// How many positions the end of a block takes.
const BLOCK_END: u32 = 2;

/// A token, whose text is borrowed from the tokenizer's buffer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// The folded text: one character if `cjk`, else a word.
    pub text: &'a str,
    /// Whether it is a Han, kana or hangul character.
    pub cjk: bool,
    /// Where it stands in the original text, in bytes.
    pub range: Range<usize>,
    /// Its position, counted in tokens and gaps.
    pub position: u32,
}

/// A [`Token`] that owns its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedToken {
    /// The folded text.
    pub text: String,
    /// Whether it is a Han, kana or hangul character.
    pub cjk: bool,
    /// Where it stands in the original text, in bytes.
    pub range: Range<usize>,
    /// Its position, counted in tokens and gaps.
    pub position: u32,
}

/// All tokens of `text`, in order: [`tokenize`] with the tokens collected.
pub fn tokens(text: &str) -> Vec<OwnedToken> {
    let mut all = Vec::new();
    tokenize(text, |Token { text, cjk, range, position }| {
        all.push(OwnedToken { text: text.to_owned(), cjk, range, position });
    });
    all
}

/// Calls `visit` with each token of `text`, in order.
///
/// ```
/// use bundle::text::tokenize;
///
/// let mut seen = Vec::new();
/// tokenize("5G手機, Café", |token| seen.push((token.text.to_owned(), token.range, token.position)));
/// // Tokens are folded; ranges are bytes of the original. The comma takes position 3.
/// assert_eq!(
///     seen,
///     [
///         ("5g".to_owned(), 0..2, 0),
///         ("手".to_owned(), 2..5, 1),
///         ("机".to_owned(), 5..8, 2),
///         ("cafe".to_owned(), 10..15, 4),
///     ]
/// );
/// ```
pub fn tokenize(text: &str, visit: impl FnMut(Token<'_>)) {
    let mut tokenizer =
        Tokenizer { visit, word: String::new(), word_chars: 0, word_range: 0..0, next: 0, gap: 0 };
    each_folded(text, |c, range| tokenizer.read(c, range));
    tokenizer.end_word();
}

/// Whether a folded character is a token by itself.
pub fn is_cjk(c: char) -> bool {
    matches!(
        c,
        '\u{3400}'..='\u{4dbf}'        // ideographs, extension A
        | '\u{4e00}'..='\u{9fff}'      // ideographs
        | '\u{20000}'..='\u{3ffff}'    // ideographs, extensions B and on
        | '\u{f900}'..='\u{faff}'      // ideographs, compatibility
        | '々' | '〇'
        | '\u{3041}'..='\u{3096}'      // hiragana
        | '\u{30a1}'..='\u{30fa}'      // katakana
        | 'ー'
        | '\u{ac00}'..='\u{d7a3}'      // hangul syllables
    )
}

struct Tokenizer<V> {
    visit: V,
    word: String,
    word_chars: usize,
    word_range: Range<usize>,
    /// The position of the next token if no gap comes before it.
    next: u32,
    /// How many positions the gap before the next token takes, so far.
    gap: u32,
}

impl<V: FnMut(Token<'_>)> Tokenizer<V> {
    fn read(&mut self, c: char, range: Range<usize>) {
        if is_cjk(c) {
            self.end_word();
            let mut buffer = [0; 4];
            let position = self.take_position();
            (self.visit)(Token { text: c.encode_utf8(&mut buffer), cjk: true, range, position });
        } else if c.is_alphanumeric() || (is_mark(c) && !self.word.is_empty()) {
            self.extend_word(c, range);
        } else {
            self.end_word();
            self.widen_gap(c);
        }
    }

    fn extend_word(&mut self, c: char, range: Range<usize>) {
        if self.word_chars == MAX_WORD {
            self.end_word();
        }
        if self.word.is_empty() {
            self.word_range.start = range.start;
        }
        self.word_range.end = range.end;
        self.word.push(c);
        self.word_chars += 1;
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let position = self.take_position();
        (self.visit)(Token { text: &self.word, cjk: false, range: self.word_range.clone(), position });
        self.word.clear();
        self.word_chars = 0;
    }

    fn widen_gap(&mut self, c: char) {
        let width = match c {
            '\n' => BLOCK_END,
            _ if c.is_whitespace() => 0,
            _ => PUNCTUATION,
        };
        self.gap = self.gap.max(width);
    }

    fn take_position(&mut self) -> u32 {
        let position = self.next + self.gap;
        self.next = position + 1;
        self.gap = 0;
        position
    }
}

/// A combining mark that has no composed form, such as a vowel sign of an Indic script: part of its
/// word.
fn is_mark(c: char) -> bool {
    c >= '\u{300}' && FoldData::get().is_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, u32)]) {
        let all = tokens(text);
        let seen: Vec<_> = all.iter().map(|t| (t.text.as_str(), t.position)).collect();
        assert_eq!(seen, expected, "{text:?}");
    }

    #[test]
    fn han_characters_and_words() {
        check("5G手机 iPhone", &[("5g", 0), ("手", 1), ("机", 2), ("iphone", 3)]);
        check("訂閱https", &[("订", 0), ("阅", 1), ("https", 2)]);
    }

    #[test]
    fn space_takes_no_position() {
        check("图 书\u{3000}馆", &[("图", 0), ("书", 1), ("馆", 2)]);
    }

    #[test]
    fn punctuation_takes_one_position_and_a_block_two() {
        check("你好，（世界", &[("你", 0), ("好", 1), ("世", 3), ("界", 4)]);
        check("好。\n世", &[("好", 0), ("世", 3)]);
    }

    #[test]
    fn ranges_are_bytes_of_the_original() {
        let all = tokens("《圖書》Café!");
        let originals: Vec<_> = all.iter().map(|t| &"《圖書》Café!"[t.range.clone()]).collect();
        assert_eq!(originals, ["圖", "書", "Café"]);
    }

    #[test]
    fn a_long_word_is_cut() {
        let all = tokens(&"x".repeat(MAX_WORD * 2 + 1));
        assert_eq!(all.iter().map(|t| t.text.len()).collect::<Vec<_>>(), [MAX_WORD, MAX_WORD, 1]);
    }

    #[test]
    fn punctuation_has_no_tokens() {
        check("……🙏——", &[]);
    }
}
