//! Suggestions: the names that a reader may mean, while typing.
//!
//! A name is found by what it contains, in either script, or by its pinyin: whole syllables, the
//! last one maybe cut short, or initials in place of any of them. `xinhuashe`, `xinhua`, `xhs` and
//! `xhshe` all mean 新华社.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::format::{Facet, FormatError, Names};
use crate::query::{Query, Scope};
use crate::text::{fold, is_cjk, unfolded};

/// A name that a reader may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The facet that it is a value of.
    pub facet: Facet,
    /// The name.
    pub value: String,
    /// How many articles have it.
    pub count: u32,
    /// The bytes of the name that were typed; `None` where its pinyin was.
    pub mark: Option<Range<usize>>,
}

/// The names of a bundle, ready to be suggested.
#[derive(Debug)]
pub struct Suggester {
    names: Vec<Name>,
    pinyin: Pinyin,
}

#[derive(Debug)]
struct Name {
    facet: Facet,
    value: String,
    folded: String,
    count: u32,
}

/// What was typed, as names are compared with it.
struct Typed {
    folded: String,
    scope: Scope,
    /// The letters, if it may be pinyin.
    letters: Option<String>,
}

/// How a name has what was typed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// At the start of a word.
    Start,
    /// As pinyin.
    Pinyin,
    /// Inside a word.
    Inside,
}

impl Suggester {
    /// How many names are suggested at most.
    pub const MOST: usize = 8;

    /// Reads the names of a bundle.
    pub fn new(names: &Names) -> Result<Suggester, FormatError> {
        let mut all = Vec::new();
        for facet in &names.facets {
            let counted = facet.values.iter().zip(facet.counts.decode()?);
            all.extend(counted.map(|(value, count)| Name {
                facet: facet.facet,
                folded: fold(value),
                value: value.clone(),
                count,
            }));
        }
        Ok(Suggester { names: all, pinyin: Pinyin::of(names) })
    }

    /// The names that a reader may mean by the last word of a query, the best first.
    pub fn suggest(&self, query: &str) -> Vec<Suggestion> {
        let Some(typed) = Typed::at_end_of(query) else { return Vec::new() };
        let fitting = |name| Some((self.fit(name, &typed)?, name));
        let mut found: Vec<_> = self.names.iter().filter_map(fitting).collect();
        found.sort_by_key(|&((fit, _), name)| (fit, Reverse(name.count)));
        found.truncate(Self::MOST);
        found.into_iter().map(|((_, place), name)| name.suggested(place)).collect()
    }

    /// How a name has what was typed, and where in its folded form.
    fn fit(&self, name: &Name, typed: &Typed) -> Option<(Fit, Option<Range<usize>>)> {
        if !typed.may_be(name.facet) {
            return None;
        }
        let place = name.find(&typed.folded);
        let range = place.map(|(_, at)| at..at + typed.folded.len());
        match (place, &typed.letters) {
            (Some((Fit::Start, _)), _) => Some((Fit::Start, range)),
            (_, Some(letters)) if self.pinyin.spells(&name.value, letters) => Some((Fit::Pinyin, None)),
            (Some((fit, _)), _) => Some((fit, range)),
            (None, _) => None,
        }
    }
}

impl Typed {
    /// Fewer letters than this are not taken for pinyin: they would mean a tenth of all names.
    const LEAST_LETTERS: usize = 2;

    fn at_end_of(query: &str) -> Option<Typed> {
        let ending = Query::ending(query)?;
        let folded = fold(ending.text);
        // An apostrophe may stand between syllables, as in `xi'an`.
        let letters = folded.replace(['\'', '’'], "");
        let is_pinyin =
            letters.len() >= Self::LEAST_LETTERS && letters.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_word = ending.scope != Scope::Anywhere || !folded.is_empty();
        is_word.then(|| Typed { folded, scope: ending.scope, letters: is_pinyin.then_some(letters) })
    }

    /// Whether names of a facet are asked for.
    fn may_be(&self, facet: Facet) -> bool {
        match self.scope {
            Scope::Anywhere => true,
            Scope::Title => false,
            Scope::Author => facet == Facet::Author,
            Scope::Category => facet == Facet::Category,
            Scope::Tag => facet == Facet::Tag,
            Scope::Site => facet == Facet::Site,
        }
    }
}

impl Name {
    /// Where the name has a folded text: at the start of a word, if it is at one anywhere.
    fn find(&self, text: &str) -> Option<(Fit, usize)> {
        let places = || self.folded.match_indices(text).map(|(at, _)| at);
        let start = places().find(|&at| begins_word(&self.folded, at));
        start.map(|at| (Fit::Start, at)).or_else(|| Some((Fit::Inside, places().next()?)))
    }

    fn suggested(&self, place: Option<Range<usize>>) -> Suggestion {
        let mark = place.map(|folded| unfolded(&self.value, folded)).filter(|mark| !mark.is_empty());
        Suggestion { facet: self.facet, value: self.value.clone(), count: self.count, mark }
    }
}

/// Whether a word begins at a place. A run of CJK characters counts as one.
fn begins_word(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    match (before.chars().next_back(), after.chars().next()) {
        (Some(before), Some(after)) => !before.is_alphanumeric() || is_cjk(before) != is_cjk(after),
        _ => true,
    }
}

/// How Han characters are read.
#[derive(Debug)]
struct Pinyin {
    /// The characters, in order.
    characters: Vec<char>,
    /// The readings of each, with `/` between.
    readings: Vec<String>,
}

impl Pinyin {
    fn of(names: &Names) -> Pinyin {
        Pinyin { characters: names.han.chars().collect(), readings: names.pinyin.clone() }
    }

    /// Whether the pinyin of a run of Han characters of a text begins with these letters.
    fn spells(&self, text: &str, letters: &str) -> bool {
        let mut is_in_run = false;
        text.char_indices().any(|(at, c)| {
            let follows = std::mem::replace(&mut is_in_run, self.readings_of(c).is_some());
            is_in_run && !follows && self.spells_start(&text[at..], letters)
        })
    }

    /// Whether the pinyin of the characters that a text begins with begins with these letters.
    fn spells_start(&self, text: &str, letters: &str) -> bool {
        // The letters that may be left after the characters so far.
        let mut left = BTreeSet::from([letters]);
        for readings in text.chars().map_while(|c| self.readings_of(c)) {
            let readings = || readings.split('/');
            if left.iter().any(|rest| readings().any(|reading| reading.starts_with(rest))) {
                return true;
            }
            let parts = || readings().flat_map(|reading| [Some(reading), reading.get(..1)]).flatten();
            left = left.iter().flat_map(|rest| parts().filter_map(|part| rest.strip_prefix(part))).collect();
        }
        false
    }

    fn readings_of(&self, c: char) -> Option<&str> {
        let place = self.characters.binary_search(&c).ok()?;
        self.readings.get(place).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FacetNames;

    const READINGS: &[(char, &str)] = &[
        ('京', "jing"),
        ('北', "bei"),
        ('华', "hua"),
        ('吕', "lv/lu"),
        ('安', "an"),
        ('庆', "qing"),
        ('新', "xin"),
        ('社', "she"),
        ('網', "wang"),
        ('華', "hua"),
        ('西', "xi"),
        ('重', "chong/zhong"),
    ];

    fn suggester(facets: &[(Facet, &[(&str, u32)])]) -> Suggester {
        let facets = facets.iter().map(|&(facet, values)| FacetNames {
            facet,
            values: values.iter().map(|(value, _)| (*value).to_owned()).collect(),
            counts: values.iter().map(|&(_, count)| count).collect(),
        });
        let names = Names {
            facets: facets.collect(),
            han: READINGS.iter().map(|(c, _)| c).collect(),
            pinyin: READINGS.iter().map(|(_, reading)| (*reading).to_owned()).collect(),
        };
        Suggester::new(&names).unwrap()
    }

    /// The names that are suggested among these authors, with what is marked in brackets.
    fn suggested(authors: &[&str], typed: &str) -> Vec<String> {
        let authors: Vec<_> = authors.iter().map(|author| (*author, 1)).collect();
        let shown = |Suggestion { mut value, mark, .. }: Suggestion| {
            if let Some(mark) = mark {
                value.insert(mark.end, ']');
                value.insert(mark.start, '[');
            }
            value
        };
        suggester(&[(Facet::Author, &authors)]).suggest(typed).into_iter().map(shown).collect()
    }

    #[test]
    fn names_contain_what_is_typed_in_either_script() {
        let check = |typed: &str, authors: &[&str], expected: &[&str]| {
            assert_eq!(suggested(authors, typed), expected, "{typed}");
        };
        check("华社", &["新華社", "新华社"], &["新[華社]", "新[华社]"]);
        check("CAFÉ", &["Le café"], &["Le [café]"]);
        check("茶 tid", &["Low Tide", "茶烟"], &["Low [Tid]e"]);
        check("author:\"low t", &["Low Tide"], &["[Low T]ide"]);
        check("网", &["tide"], &[]);
        check("tide ", &["Low Tide"], &[]);
        check("author:", &["Low Tide"], &["Low Tide"]);
    }

    #[test]
    fn names_are_spelled_in_pinyin() {
        let check = |value: &str, fitting: &[&str], others: &[&str]| {
            let is_suggested = |typed: &&str| suggested(&[value], typed) == [value];
            assert_eq!(fitting.iter().find(|typed| !is_suggested(typed)), None, "{value}");
            assert_eq!(others.iter().find(|typed| is_suggested(typed)), None, "{value}");
        };
        check(
            "新华社",
            &["xinhuashe", "XinHua", "xinh", "xi", "xhs", "xh", "xhshe", "xinhs"],
            &["x", "hua", "xinhuashen", "xhsx", "xs", "xin1"],
        );
        check("新華網", &["xinhuawang", "xhw"], &[]);
        check("重庆", &["chongqing", "zhongqing", "cq", "zq"], &["qing"]);
        check("西安", &["xian", "xi'an", "xa"], &["xiang"]);
        check("BBC北京（西安）", &["beijing", "bj", "xian", "xa"], &["bjxa", "jing"]);
        check("吕", &["lv", "lu"], &["lva"]);
    }

    #[test]
    fn the_best_come_first() {
        let check = |typed: &str, authors: &[(&str, u32)], expected: &[&str]| {
            let found = suggester(&[(Facet::Author, authors)]).suggest(typed);
            assert_eq!(found.iter().map(|name| name.value.as_str()).collect::<Vec<_>>(), expected, "{typed}");
        };
        let authors = [("Wishes", 9), ("社", 8), ("Book Shed", 7), ("Shelf", 6), ("Fish Shed", 10)];
        check("she", &authors, &["Fish Shed", "Book Shed", "Shelf", "社", "Wishes"]);
        check("北京", &[("新北京", 9), ("北京", 3), ("BBC北京", 4)], &["BBC北京", "北京", "新北京"]);
        let many: Vec<_> =
            ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"].map(|name| (name, 1)).into();
        check("a", &many, &["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"]);
    }

    #[test]
    fn a_field_asks_for_names_of_its_facet() {
        let facets: [(Facet, &[(&str, u32)]); 4] = [
            (Facet::Author, &[("tide", 1)]),
            (Facet::Category, &[("tide", 2)]),
            (Facet::Tag, &[("tide", 3)]),
            (Facet::Site, &[("tide.example", 4)]),
        ];
        let suggester = suggester(&facets);
        let check = |typed: &str, expected: &[Facet]| {
            let found = suggester.suggest(typed);
            assert_eq!(found.iter().map(|name| name.facet).collect::<Vec<_>>(), expected, "{typed}");
        };
        check("tide", &[Facet::Site, Facet::Tag, Facet::Category, Facet::Author]);
        check("author:ti", &[Facet::Author]);
        check("category:ti", &[Facet::Category]);
        check("tag:ti", &[Facet::Tag]);
        check("site:ti", &[Facet::Site]);
        check("title:ti", &[]);
        check("-author:ti", &[]);
    }

    #[test]
    fn letters_without_end_take_no_time() {
        let name = "重".repeat(1_000);
        assert_eq!(suggested(&[&name], &"chong".repeat(999)), [name.as_str()]);
        assert_eq!(suggested(&[&name], &"czh".repeat(999)), [""; 0]);
    }
}
