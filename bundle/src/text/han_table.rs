//! The table of Simplified forms, ready to look characters up in. It is apart from those of the fold,
//! so that who only asks which script a title is in need not load them.

use std::sync::OnceLock;

use super::fold_table::SIMPLIFIED;
use super::table_text::read_pairs;

/// The first character that the table can speak of.
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

/// For each character from [`FIRST_HAN`] on, what the table says of it.
pub(super) struct HanTable(Vec<Han>);

impl HanTable {
    /// The table, read from its text form when it is first needed.
    pub(super) fn get() -> &'static HanTable {
        static TABLE: OnceLock<HanTable> = OnceLock::new();
        TABLE.get_or_init(HanTable::read)
    }

    fn read() -> HanTable {
        let mut han = vec![Han::default(); han_index(LAST_HAN) + 1];
        for (traditional, form) in read_pairs(SIMPLIFIED) {
            if let Some(traditional) = han.get_mut(han_index(traditional)) {
                traditional.simplified = Some(form);
            }
            if let Some(form) = han.get_mut(han_index(form)) {
                form.is_simplified_form = true;
            }
        }
        HanTable(han)
    }

    /// The Simplified form of a Traditional character, any other character as it is.
    pub(super) fn simplify(&self, c: char) -> char {
        self.0.get(han_index(c)).and_then(|han| han.simplified).unwrap_or(c)
    }

    /// Whether some Traditional character simplifies to `c`.
    pub(super) fn is_simplified_form(&self, c: char) -> bool {
        self.0.get(han_index(c)).is_some_and(|han| han.is_simplified_form)
    }
}

/// The place of a character in the table; outside of it for one that is not Han.
fn han_index(c: char) -> usize {
    u32::from(c).wrapping_sub(u32::from(FIRST_HAN)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_simplified_stays_so() {
        let table = HanTable::get();
        let pairs = read_pairs(SIMPLIFIED);
        assert!(pairs.iter().all(|&(_, simplified)| table.simplify(simplified) == simplified));
    }
}
