//! The tables of the fold, parsed and ready for lookups.

use std::sync::OnceLock;

use super::fold_table::{COMPOSITIONS, EQUAL, MARKS};
use super::han_table::HanTable;
use super::table_text::{read_pairs, split_first};

/// The tables. They are parsed from their text form when they are first needed.
pub(super) struct FoldData {
    han: &'static HanTable,
    /// Characters and what each becomes, by compatibility decomposition and the other mappings of the
    /// fold but lower case, in order.
    compatibility: Vec<(char, &'static str)>,
    /// A letter and a combining mark, and the letter that they compose, in order.
    compositions: Vec<([char; 2], char)>,
    /// The first and the last character of each range of combining marks, in order.
    marks: Vec<(char, char)>,
}

impl FoldData {
    /// The tables.
    pub(super) fn get() -> &'static FoldData {
        static DATA: OnceLock<FoldData> = OnceLock::new();
        DATA.get_or_init(FoldData::parse)
    }

    fn parse() -> FoldData {
        let mut compositions: Vec<_> = COMPOSITIONS
            .lines()
            .filter_map(|line| {
                let mut letters = line.chars();
                Some(([letters.next()?, letters.next()?], letters.next()?))
            })
            .collect();
        compositions.sort_unstable();
        FoldData {
            han: HanTable::get(),
            compatibility: EQUAL.lines().filter_map(split_first).collect(),
            compositions,
            marks: read_pairs(MARKS),
        }
    }

    /// The Simplified form of a Traditional character, any other character as it is.
    pub(super) fn simplify(&self, c: char) -> char {
        self.han.simplify(c)
    }

    /// What a character becomes before lower case; `None` if it stays as it is.
    pub(super) fn compatibility(&self, c: char) -> Option<&'static str> {
        find(&self.compatibility, &c).copied()
    }

    /// The letter that a letter and a combining mark compose, if there is one.
    pub(super) fn compose(&self, letter: char, mark: char) -> Option<char> {
        find(&self.compositions, &[letter, mark]).copied()
    }

    /// Whether a character is a combining mark.
    pub(super) fn is_mark(&self, c: char) -> bool {
        let after = self.marks.partition_point(|&(first, _)| first <= c);
        self.marks[..after].last().is_some_and(|&(_, last)| c <= last)
    }
}

fn find<'a, K: Ord, V>(sorted: &'a [(K, V)], key: &K) -> Option<&'a V> {
    let at = sorted.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
    Some(&sorted[at].1)
}
