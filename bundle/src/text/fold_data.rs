//! The tables of the fold, ready to look things up in.

use std::sync::OnceLock;

use super::fold_table::{COMPOSITIONS, EQUAL, MARKS, SIMPLIFIED};

/// The first character that the table of simplified forms can speak of.
const FIRST_HAN: char = '\u{3400}';
/// The last one.
const LAST_HAN: char = '\u{9fff}';

/// A Han character. Texts are full of them, so each is found at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Han {
    /// Its Simplified form, if it is another.
    simplified: Option<char>,
    /// Whether it is the Simplified form of another.
    is_simplified_form: bool,
}

/// The tables, read from their text form when they are first needed.
pub(super) struct FoldData {
    /// For each character from [`FIRST_HAN`] on, what the table of simplified forms says of it.
    han: Vec<Han>,
    equal: Vec<(char, &'static str)>,
    compositions: Vec<([char; 2], char)>,
    marks: Vec<(char, char)>,
}

impl FoldData {
    /// The tables.
    pub(super) fn get() -> &'static FoldData {
        static DATA: OnceLock<FoldData> = OnceLock::new();
        DATA.get_or_init(FoldData::read)
    }

    fn read() -> FoldData {
        let mut han = vec![Han::default(); han_index(LAST_HAN) + 1];
        for (traditional, form) in read_pairs(SIMPLIFIED) {
            if let Some(traditional) = han.get_mut(han_index(traditional)) {
                traditional.simplified = Some(form);
            }
            if let Some(form) = han.get_mut(han_index(form)) {
                form.is_simplified_form = true;
            }
        }
        let mut compositions: Vec<_> = COMPOSITIONS
            .lines()
            .filter_map(|line| {
                let mut letters = line.chars();
                Some(([letters.next()?, letters.next()?], letters.next()?))
            })
            .collect();
        compositions.sort_unstable();
        FoldData {
            han,
            equal: EQUAL.lines().filter_map(split_first).collect(),
            compositions,
            marks: read_pairs(MARKS),
        }
    }

    /// The Simplified form of a Traditional character, any other character as it is.
    pub(super) fn simplify(&self, c: char) -> char {
        self.han.get(han_index(c)).and_then(|han| han.simplified).unwrap_or(c)
    }

    /// Whether some Traditional character simplifies to `c`.
    pub(super) fn is_simplified_form(&self, c: char) -> bool {
        self.han.get(han_index(c)).is_some_and(|han| han.is_simplified_form)
    }

    /// What a character is equal to but for case, if to anything but itself.
    pub(super) fn equal(&self, c: char) -> Option<&'static str> {
        find(&self.equal, &c).copied()
    }

    /// The letter that a letter and a mark are together.
    pub(super) fn compose(&self, letter: char, mark: char) -> Option<char> {
        find(&self.compositions, &[letter, mark]).copied()
    }

    /// Whether a character is a combining mark.
    pub(super) fn is_mark(&self, c: char) -> bool {
        let after = self.marks.partition_point(|&(first, _)| first <= c);
        self.marks[..after].last().is_some_and(|&(_, last)| c <= last)
    }

    #[cfg(test)]
    pub(super) fn simplified() -> Vec<(char, char)> {
        read_pairs(SIMPLIFIED)
    }
}

/// The place of a character in the table; outside of it for one that is not Han.
fn han_index(c: char) -> usize {
    u32::from(c).wrapping_sub(u32::from(FIRST_HAN)) as usize
}

fn find<'a, K: Ord, V>(sorted: &'a [(K, V)], key: &K) -> Option<&'a V> {
    let at = sorted.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
    Some(&sorted[at].1)
}

/// The first character of a line and the rest.
fn split_first(line: &str) -> Option<(char, &str)> {
    let mut rest = line.chars();
    Some((rest.next()?, rest.as_str()))
}

fn read_pairs(lines: &str) -> Vec<(char, char)> {
    lines
        .lines()
        .filter_map(|line| split_first(line).and_then(|(first, rest)| Some((first, rest.chars().next()?))))
        .collect()
}
