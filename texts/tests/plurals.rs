//! The tables of plural forms against the rules of the Unicode CLDR.

use texts_compiler::{categories, categorised, table};

/// Languages of all kinds of rules, and what is known of where the tables end.
const LANGUAGES: [&str; 43] = [
    "ar", "be", "bg", "br", "ca", "cs", "cy", "da", "de", "en", "es", "fa", "fil", "fr", "ga", "gd", "gv",
    "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "ksh", "lag", "lt", "lv", "mk", "mt", "naq", "pl",
    "pt", "ro", "ru", "shi", "sl", "tzm", "uk", "zh-Hans", "zh-Hant",
];

/// As the crate looks it up, so that both are held to the same.
fn tabled(table: &str, number: u32) -> &'static str {
    let place = if number < 200 { number } else { 100 + number % 100 };
    match table.as_bytes()[place as usize] {
        b'z' => "zero",
        b'o' => "one",
        b't' => "two",
        b'f' => "few",
        b'm' => "many",
        _ => "other",
    }
}

/// The first number up to a million that is otherwise than its table says.
fn first_exception(tag: &str) -> Option<u32> {
    let (table, category_of) = (table(tag), categorised(tag));
    assert_eq!(table.len(), 200);
    let round = (1..=1_000).map(|thousands| thousands * 1_000);
    let mut wrong = (0..10_000).chain((10_000..1_000_000).step_by(97)).chain(round);
    wrong.find(|&number| category_of(number) != tabled(&table, number))
}

#[test]
fn tables_say_what_the_rules_say_but_for_a_million() {
    let wrong: Vec<_> =
        LANGUAGES.into_iter().filter_map(|tag| first_exception(tag).map(|number| (tag, number))).collect();
    assert_eq!(wrong, ["br", "ca", "es", "fr", "it", "pt"].map(|tag| (tag, 1_000_000)));
}

#[test]
fn languages_have_the_categories_of_whole_numbers() {
    assert_eq!(categories("en"), ["one", "other"]);
    assert_eq!(categories("zh-Hant"), ["other"]);
    assert_eq!(categories("pl"), ["one", "few", "many", "other"]);
    assert_eq!(categories("ar"), ["zero", "one", "two", "few", "many", "other"]);
}
