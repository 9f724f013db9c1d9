//! Texts spelled out, so that "contains" is a matter of letters.
//!
//! This is the text model in other words than the index uses: Han, kana and hangul characters stand
//! for themselves; a word stands in brackets; a run of punctuation is `·` and the end of a block
//! `¶`, whatever else stands there; white space is nothing. Of Reading Room it takes the fold alone.

use bundle::text::{MAX_WORD, fold, is_cjk};
use unicode_normalization::char::is_combining_mark;

/// A text, spelled out. It begins and ends with a character or a word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Spelled(String);

impl Spelled {
    /// Spells a text out.
    pub(crate) fn of(text: &str) -> Self {
        let mut speller = Speller::default();
        fold(text).chars().for_each(|c| speller.read(c));
        speller.end_word();
        Self(speller.spelled)
    }

    /// Whether there is nothing to find in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it stands somewhere in `text`.
    pub(crate) fn is_in(&self, text: &Self) -> bool {
        !self.is_empty() && text.0.contains(&self.0)
    }

    /// The same, where the last word may go on.
    pub(crate) fn begins_in(&self, text: &Self) -> bool {
        !self.is_empty() && text.0.contains(self.0.strip_suffix(']').unwrap_or(&self.0))
    }
}

#[derive(Default)]
struct Speller {
    spelled: String,
    word: String,
    gap: Option<char>,
}

impl Speller {
    fn read(&mut self, c: char) {
        if is_cjk(c) {
            self.end_word();
            self.push(&c.to_string());
        } else if c.is_alphanumeric() || (!self.word.is_empty() && is_combining_mark(c)) {
            if self.word.chars().count() == MAX_WORD {
                self.end_word();
            }
            self.word.push(c);
        } else {
            self.end_word();
            self.gap = match c {
                '\n' => Some('¶'),
                _ if c.is_whitespace() => self.gap,
                _ => self.gap.or(Some('·')),
            };
        }
    }

    fn end_word(&mut self) {
        if !self.word.is_empty() {
            let word = format!("[{}]", std::mem::take(&mut self.word));
            self.push(&word);
        }
    }

    fn push(&mut self, unit: &str) {
        let gap = self.gap.take().filter(|_| !self.spelled.is_empty());
        self.spelled.extend(gap);
        self.spelled.push_str(unit);
    }
}

#[test]
fn texts_are_spelled_out() {
    let check = |text: &str, spelled: &str| assert_eq!(Spelled::of(text).0, spelled, "{text}");
    check("圖書 館", "图书馆");
    check("5G手機、A 股", "[5g]手机·[a]股");
    check("，你好。\n（世界", "你好¶世界");
    check("Movable  type!", "[movable][type]");
}
