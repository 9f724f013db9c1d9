//! The fold: two texts that differ only in form, not in what a reader typed, become equal.
//!
//! In this order: NFKC, diacritics of Latin letters off, Traditional to Simplified character by
//! character, lower case, zero-width characters out. What is shown is never folded.
//!
//! A mark composes with the letter before it one at a time, in the order in which they stand. That
//! is NFKC for all text but that with several marks on a letter in an order of their own.

use std::ops::Range;

use super::fold_data::FoldData;

/// Folds a whole text. `fold(fold(x)) == fold(x)`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_folded(text, |c, _| out.push(c));
    out
}

/// The bytes of `text` that these bytes of `fold(text)` come from.
pub fn unfolded(text: &str, folded: Range<usize>) -> Range<usize> {
    let mut end = 0;
    let mut original = None::<Range<usize>>;
    each_folded(text, |c, range| {
        let start = end;
        end += c.len_utf8();
        if folded.start < end && start < folded.end {
            let first = original.as_ref().map_or(range.start, |original| original.start);
            original = Some(first..range.end);
        }
    });
    original.unwrap_or_default()
}

/// Calls `visit` with each folded character and the byte range in `text` that it came from.
///
/// A range is that of a letter with its combining marks, so one range may be visited several times
/// (`㈱` gives three characters) or never (a zero-width space).
pub(super) fn each_folded(text: &str, mut visit: impl FnMut(char, Range<usize>)) {
    let data = FoldData::get();
    let mut chars = text.char_indices().peekable();
    while let Some((start, letter)) = chars.next() {
        let mut end = start + letter.len_utf8();
        if chars.peek().is_none_or(|&(_, next)| !joins(letter, next, data)) {
            fold_char(letter, data, |c| visit(c, start..end));
            continue;
        }
        let mut composed = vec![letter];
        while let Some((at, mark)) =
            chars.next_if(|&(_, next)| joins(*composed.last().unwrap_or(&letter), next, data))
        {
            end = at + mark.len_utf8();
            add_mark(&mut composed, mark, data);
        }
        composed.into_iter().for_each(|c| fold_char(c, data, |c| visit(c, start..end)));
    }
}

/// Whether `next` belongs to the letter before it: a combining mark, or a jamo that completes a
/// Hangul syllable.
fn joins(letter: char, next: char, data: &FoldData) -> bool {
    // Nothing below combines, and no ideograph does; almost all text is decided here.
    if next < '\u{300}' || matches!(next, '\u{3400}'..='\u{9fff}') {
        return false;
    }
    let next = full_form(next, data);
    data.is_mark(next) || compose_hangul(full_form(letter, data), next).is_some()
}

/// Composes a mark with what stands before it, or puts it behind.
fn add_mark(composed: &mut Vec<char>, mark: char, data: &FoldData) {
    let mark = full_form(mark, data);
    let whole = composed.last().and_then(|&letter| {
        let letter = full_form(letter, data);
        data.compose(letter, mark).or(compose_hangul(letter, mark))
    });
    match (whole, composed.last_mut()) {
        (Some(whole), Some(letter)) => *letter = whole,
        _ => composed.push(mark),
    }
}

/// The character that a half-width or other variant stands for: those compose too.
fn full_form(c: char, data: &FoldData) -> char {
    let mut equal = data.equal(c).unwrap_or_default().chars();
    equal.next().filter(|_| equal.next().is_none()).unwrap_or(c)
}

/// A syllable of Hangul, as Unicode's chapter 3.12 composes it.
fn compose_hangul(first: char, next: char) -> Option<char> {
    let (first, next) = (u32::from(first), u32::from(next));
    let syllable = match (first, next) {
        (0x1100..=0x1112, 0x1161..=0x1175) => 0xac00 + ((first - 0x1100) * 21 + (next - 0x1161)) * 28,
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (first - 0xac00) % 28 == 0 => first + (next - 0x11a7),
        _ => return None,
    };
    char::from_u32(syllable)
}

/// Folds a character that has taken its marks.
fn fold_char(c: char, data: &FoldData, mut emit: impl FnMut(char)) {
    match c {
        '\0'..='\x7f' => emit(c.to_ascii_lowercase()),
        // Unified ideographs have no compatibility form: most of a Chinese text ends here.
        '\u{3400}'..='\u{9fff}' => emit(data.simplify(c)),
        _ => match data.equal(c) {
            Some(equal) => equal.chars().for_each(|c| emit_lower(c, &mut emit)),
            None => emit_lower(c, &mut emit),
        },
    }
}

fn emit_lower(c: char, mut emit: impl FnMut(char)) {
    for lower in c.to_lowercase() {
        if !is_zero_width(lower) && !is_latin_diacritic(lower) {
            emit(lower);
        }
    }
}

fn is_zero_width(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// A diacritic that found no letter to compose with, but a Latin one.
fn is_latin_diacritic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
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
    fn what_was_folded_is_found_in_the_original() {
        let check = |text: &str, folded: &str, original: &str| {
            let at = fold(text).find(folded).unwrap();
            assert_eq!(&text[unfolded(text, at..at + folded.len())], original, "{text}");
        };
        check("渡口圖書館", "图书", "圖書");
        check("a Cafe\u{301} x", "cafe", "Cafe\u{301}");
        check("a㈱b", "株", "㈱");
        check("图\u{200b}书", "图书", "图\u{200b}书");
        assert_eq!(unfolded("text", 2..2), 0..0);
    }

    #[test]
    fn marks_compose() {
        check("か\u{3099}и\u{306}ｶﾞ", "がйガ");
        check("\u{1112}\u{1161}\u{11ab}", "한");
        check("क\u{93f}", "क\u{93f}");
    }

    /// NFKC by the book, for comparison.
    fn reference(text: &str) -> String {
        use unicode_normalization::UnicodeNormalization as _;
        text.nfkc().collect()
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn what_is_one_in_nfkc_is_one_when_folded(text in "[\\PC--\\p{M}]{0,20}") {
            proptest::prop_assert_eq!(fold(&reference(&text)), fold(&text));
        }
    }
}
