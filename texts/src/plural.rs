//! The plural forms of a language. They come as a table with its texts: no rule is written here, and the
//! browser's `Intl.PluralRules`, which is slow at first, is not asked.

/// The category (CLDR) of a number. The table has one for each number below 200, by its first letter,
/// but for `other` at its end; from there on the last two digits decide, as they do in the table from
/// 100 on. `tests/plurals.rs` tells for which languages, and numbers, that is wrong.
pub(crate) fn category(table: &str, number: u32) -> &'static str {
    let place = if number < 200 { number } else { 100 + number % 100 };
    match table.as_bytes().get(place as usize) {
        Some(b'z') => "zero",
        Some(b'o') => "one",
        Some(b't') => "two",
        Some(b'f') => "few",
        Some(b'm') => "many",
        _ => "other",
    }
}
