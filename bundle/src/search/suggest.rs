//! Suggestions: the names that a reader may mean, while typing.
//!
//! A name is found by what it contains, in either script, or by its pinyin: whole syllables, the
//! last one maybe cut short, or initials in place of any of them. `xinhuashe`, `xinhua`, `xhs` and
//! `xhshe` all mean 新华社.

use std::cmp::Reverse;
use std::ops::Range;

use crate::format::{Facet, Names};
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

/// A name that has what was typed.
struct Found<'a> {
    name: &'a Name,
    fit: Fit,
    /// What of the folded name was typed, unless its pinyin was.
    range: Option<Range<usize>>,
}

impl Suggester {
    /// How many names are suggested at most.
    pub const MOST: usize = 8;

    /// Makes the names of a bundle ready.
    pub fn new(names: &Names) -> Suggester {
        let mut all = Vec::new();
        for summary in &names.facets {
            all.extend(summary.top.iter().map(|(value, count)| Name {
                facet: summary.facet,
                folded: fold(value),
                value: value.clone(),
                count: *count,
            }));
        }
        Suggester { names: all, pinyin: Pinyin::of(names) }
    }

    /// The names that a reader may mean by the last word of a query, the best first.
    pub fn suggest(&self, query: &str) -> Vec<Suggestion> {
        let Some(typed) = Typed::at_end_of(query) else { return Vec::new() };
        let mut best: Vec<Found<'_>> = Vec::with_capacity(Self::MOST + 1);
        // A few are wanted of thousands, and the page does without the code of another sort.
        for found in self.names.iter().filter_map(|name| self.find(name, &typed)) {
            let place = best.partition_point(|other| other.rank() <= found.rank());
            if place < Self::MOST {
                best.insert(place, found);
                best.truncate(Self::MOST);
            }
        }
        best.iter().map(Found::suggestion).collect()
    }

    /// How a name has what was typed, if it does.
    fn find<'a>(&self, name: &'a Name, typed: &Typed) -> Option<Found<'a>> {
        if !typed.may_be(name.facet) {
            return None;
        }
        let place = name.find(&typed.folded);
        let range = place.map(|(_, at)| at..at + typed.folded.len());
        match (place, &typed.letters) {
            (Some((Fit::Start, _)), _) => Some(Found { name, fit: Fit::Start, range }),
            (_, Some(letters)) if self.pinyin.spells(&name.value, letters) => {
                Some(Found { name, fit: Fit::Pinyin, range: None })
            }
            (Some((fit, _)), _) => Some(Found { name, fit, range }),
            (None, _) => None,
        }
    }
}

impl Found<'_> {
    /// The lower, the better.
    fn rank(&self) -> (Fit, Reverse<u32>) {
        (self.fit, Reverse(self.name.count))
    }

    fn suggestion(&self) -> Suggestion {
        let Name { facet, value, count, .. } = self.name;
        let mark = self.range.clone().map(|range| unfolded(value, range)).filter(|mark| !mark.is_empty());
        Suggestion { facet: *facet, value: value.clone(), count: *count, mark }
    }
}

impl Typed {
    /// Fewer letters than this are not taken for pinyin: they would mean a tenth of all names.
    const LEAST_LETTERS: usize = 2;

    fn at_end_of(query: &str) -> Option<Typed> {
        let ending = Query::ending(query)?;
        let folded = fold(ending.text);
        // An apostrophe may stand between syllables, as in `xi'an`.
        let letters: String = folded.chars().filter(|c| !matches!(c, '\'' | '’')).collect();
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
        let starts = |&(at, _): &(usize, char)| self.folded[at..].starts_with(text);
        let places = || self.folded.char_indices().filter(starts).map(|(at, _)| at);
        let start = places().find(|&at| begins_word(&self.folded, at));
        start.map(|at| (Fit::Start, at)).or_else(|| Some((Fit::Inside, places().next()?)))
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
        let mut left = vec![letters];
        for readings in text.chars().map_while(|c| self.readings_of(c)) {
            let mut left_after = Vec::new();
            for (rest, reading) in left.iter().flat_map(|rest| readings.split('/').map(move |r| (*rest, r))) {
                if reading.starts_with(rest) {
                    return true;
                }
                for part in [reading, reading.get(..1).unwrap_or(reading)] {
                    let after = rest.strip_prefix(part).filter(|after| !left_after.contains(after));
                    left_after.extend(after);
                }
            }
            left = left_after;
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
    use crate::format::FacetSummary;

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
        let facets = facets.iter().map(|&(facet, values)| FacetSummary {
            facet,
            values: values.len() as u32,
            top: values.iter().map(|&(value, count)| (value.to_owned(), count)).collect(),
        });
        let names = Names {
            facets: facets.collect(),
            han: READINGS.iter().map(|(c, _)| c).collect(),
            pinyin: READINGS.iter().map(|(_, reading)| (*reading).to_owned()).collect(),
        };
        Suggester::new(&names)
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
