//! The table of Simplified forms of Han characters, parsed and ready for lookups.
//!
//! It is apart from the other tables of the fold, so that code that converts does not load those.

use std::sync::OnceLock;

use super::fold_table::SIMPLIFIED;
use super::table_text::read_pairs;

/// The first character that the table covers: CJK Unified Ideographs, extension A.
const FIRST_HAN: char = '\u{3400}';
/// The last character that the table covers: the end of CJK Unified Ideographs.
const LAST_HAN: char = '\u{9fff}';

/// The Simplified form, if that is another character, of each character from [`FIRST_HAN`] to [`LAST_HAN`]:
/// an array, because Chinese text looks up nearly every character.
pub(super) struct HanTable(Vec<Option<char>>);

impl HanTable {
    /// The table. It is parsed from its text form when it is first needed.
    pub(super) fn get() -> &'static HanTable {
        static TABLE: OnceLock<HanTable> = OnceLock::new();
        TABLE.get_or_init(HanTable::parse)
    }

    fn parse() -> HanTable {
        let mut han = vec![None; han_index(LAST_HAN) + 1];
        for (traditional, form) in read_pairs(SIMPLIFIED) {
            if let Some(simplified) = han.get_mut(han_index(traditional)) {
                *simplified = Some(form);
            }
        }
        HanTable(han)
    }

    /// The Simplified form of a Traditional character, any other character as it is.
    pub(super) fn simplify(&self, c: char) -> char {
        self.0.get(han_index(c)).copied().flatten().unwrap_or(c)
    }
}

/// The index of a character in the table; beyond its end for one that the table does not cover.
fn han_index(c: char) -> usize {
    u32::from(c).wrapping_sub(u32::from(FIRST_HAN)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simplified_forms_stay_as_they_are() {
        let table = HanTable::get();
        let pairs = read_pairs(SIMPLIFIED);
        assert!(pairs.iter().all(|&(_, simplified)| table.simplify(simplified) == simplified));
    }
}
