//! The plural forms of languages, as the Unicode CLDR has them, in a form that needs no rules: a table.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// Numbers that the table has a form for. From there on, a number has the form of the one below 200 and
/// from 100 on with the same last two digits. That is so in all languages that are known here, but for
/// round millions in some (Breton, Catalan, French, Italian, Portuguese, Spanish).
const TABLED: u32 = 200;

const CATEGORIES: [PluralCategory; 6] = [
    PluralCategory::Zero,
    PluralCategory::One,
    PluralCategory::Two,
    PluralCategory::Few,
    PluralCategory::Many,
    PluralCategory::Other,
];

/// Whether this is the tag of a language (BCP 47).
pub(crate) fn is_tag(tag: &str) -> bool {
    tag.parse::<Locale>().is_ok_and(|locale| locale.to_string() == tag)
}

fn rules(tag: &str) -> Option<PluralRules> {
    let locale: Locale = tag.parse().ok()?;
    PluralRules::try_new_cardinal((&locale).into()).ok()
}

/// The categories of a language: those of whole numbers, and `other`. A language that is not known has
/// `other` alone.
pub fn categories(tag: &str) -> Vec<&'static str> {
    let category_of = categorised(tag);
    // Categories of fractions are left out; `other` stays.
    let counted: Vec<_> = (0..TABLED).map(category_of).collect();
    let is_one = |category: &&str| *category == "other" || counted.contains(category);
    CATEGORIES.into_iter().map(name).filter(is_one).collect()
}

/// What says of each number its category, by the rules themselves.
pub fn categorised(tag: &str) -> impl Fn(u32) -> &'static str {
    let rules = rules(tag);
    move |number| name(rules.as_ref().map_or(PluralCategory::Other, |rules| rules.category_for(number)))
}

/// The category of each number below 200, by the first letter of its name; `other` is a space.
pub fn table(tag: &str) -> String {
    let category_of = categorised(tag);
    let letter = |category: &str| category.chars().next().filter(|_| category != "other").unwrap_or(' ');
    (0..TABLED).map(|number| letter(category_of(number))).collect()
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
