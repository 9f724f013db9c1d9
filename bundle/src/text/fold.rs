//! The fold: two texts that differ only in form, not in what a reader typed, become equal.
//!
//! In this order: NFKC, lower case, diacritics of Latin letters off, zero-width characters out,
//! Traditional to Simplified character by character. What is shown is never folded.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, decompose_canonical, is_combining_mark};

use super::t2s_table::T2S;

/// Folds a whole text. `fold(fold(x)) == fold(x)`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_folded(text, |c, _| out.push(c));
    out
}

/// Calls `visit` with each folded character and the byte range in `text` that it came from.
///
/// A range is that of a base character with its combining marks, so one range may be visited
/// several times (`㈱` gives three characters) or never (a zero-width space).
pub(super) fn each_folded(text: &str, mut visit: impl FnMut(char, Range<usize>)) {
    let mut chars = text.char_indices().peekable();
    while let Some((start, base)) = chars.next() {
        let mut end = start + base.len_utf8();
        if chars.peek().is_none_or(|&(_, next)| next.is_ascii() || !joins_previous(next)) {
            fold_lone(base, |c| visit(c, start..end));
            continue;
        }
        while let Some((at, mark)) = chars.next_if(|&(_, next)| joins_previous(next)) {
            end = at + mark.len_utf8();
        }
        for c in text[start..end].nfkc() {
            fold_composed(c, |c| visit(c, start..end));
        }
    }
}

/// Folds a character that no combining mark follows.
fn fold_lone(c: char, mut emit: impl FnMut(char)) {
    match c {
        '\0'..='\x7f' => emit(c.to_ascii_lowercase()),
        // Unified ideographs have no compatibility form: most of a Chinese text ends here.
        '\u{3400}'..='\u{9fff}' => emit(simplify(c)),
        _ => std::iter::once(c).nfkc().for_each(|c| fold_composed(c, &mut emit)),
    }
}

/// Folds a character of NFKC text.
fn fold_composed(c: char, mut emit: impl FnMut(char)) {
    if is_zero_width(c) {
        return;
    }
    for lower in c.to_lowercase() {
        if is_accented_latin(lower) {
            decompose_canonical(lower, |part| {
                if !is_combining_mark(part) {
                    emit(part);
                }
            });
        } else if !is_latin_diacritic(lower) {
            emit(simplify(lower));
        }
    }
}

/// Whether `c` belongs to the character before it: a combining mark or a conjoining Hangul jamo.
fn joins_previous(c: char) -> bool {
    canonical_combining_class(c) != 0 || matches!(c, '\u{1160}'..='\u{11ff}')
}

fn is_zero_width(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

fn is_accented_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// A diacritic that found no letter to compose with.
fn is_latin_diacritic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The Simplified form of a Traditional character, any other character as it is.
pub(super) fn simplify(c: char) -> char {
    match T2S.binary_search_by_key(&c, |&(traditional, _)| traditional) {
        Ok(at) => T2S[at].1,
        Err(_) => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded, "{text:?}");
    }

    #[test]
    fn both_scripts_fold_to_one() {
        check("習近平", "习近平");
        check("圖書館裡的颱風", "图书馆里的台风");
    }

    #[test]
    fn width_case_and_compatibility_forms() {
        check("ＡＢＣ１２３", "abc123");
        check("㈱ﬁ", "(株)fi");
        check("Straße", "straße");
    }

    #[test]
    fn diacritics_of_latin_letters_only() {
        check("Café Cafe\u{301} İstanbul", "cafe cafe istanbul");
        check("Прибой й", "прибой й");
        check("か\u{3099}", "が");
    }

    #[test]
    fn zero_width_characters_vanish() {
        check("图\u{200b}书\u{feff}馆", "图书馆");
    }

    #[test]
    fn ranges_cover_base_and_marks() {
        let mut seen = Vec::new();
        each_folded("e\u{301}x", |c, range| seen.push((c, range)));
        assert_eq!(seen, [('e', 0..3), ('x', 3..4)]);
    }

    #[test]
    fn table_is_sorted_and_has_no_chains() {
        assert!(T2S.is_sorted_by_key(|&(traditional, _)| traditional));
        assert!(T2S.iter().all(|&(_, simplified)| simplify(simplified) == simplified));
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }
}
