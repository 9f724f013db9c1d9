//! Suggestions: the facet values that a reader may mean, while typing.
//!
//! A name matches by a part of it, in either script, or by its pinyin: whole syllables, of which the last may
//! be unfinished, or initials in place of any of them. `xinhuashe`, `xinhua`, `xhs` and `xhshe` all mean
//! 新华社.

use std::cmp::Reverse;
use std::ops::Range;

use crate::format::{Facet, Names};
use crate::query::{Query, Scope};
use crate::text::{fold, is_cjk, original_range};

/// A suggested name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The facet that it is a value of.
    pub facet: Facet,
    /// The name.
    pub value: String,
    /// How many articles have it.
    pub count: u32,
    /// The byte range of the name that matches what was typed; `None` if its pinyin does.
    pub highlight: Option<Range<usize>>,
}

/// The names of a bundle, prepared for suggestions.
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

/// What was typed, prepared for comparison.
struct Input {
    folded: String,
    scope: Scope,
    /// Its letters, if it may be pinyin.
    letters: Option<String>,
}

/// How a name matches, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MatchKind {
    /// At the start of a word.
    Start,
    /// As pinyin.
    Pinyin,
    /// Inside a word.
    Inside,
}

/// A name that matches.
struct Candidate<'a> {
    name: &'a Name,
    kind: MatchKind,
    /// The byte range of the folded name that matches, unless its pinyin does.
    range: Option<Range<usize>>,
}

impl Suggester {
    /// How many names are suggested at most.
    pub const LIMIT: usize = 8;

    /// Prepares the names of a bundle.
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

    /// Suggests names for the unfinished word at the end of a query, best first.
    pub fn suggest(&self, query: &str) -> Vec<Suggestion> {
        let Some(typed) = Input::at_end_of(query) else { return Vec::new() };
        let mut best: Vec<Candidate<'_>> = Vec::with_capacity(Self::LIMIT + 1);
        // Insertion into a short list: a few of thousands are kept, and it takes less code than a sort.
        for candidate in self.names.iter().filter_map(|name| self.find(name, &typed)) {
            let place = best.partition_point(|other| other.sort_key() <= candidate.sort_key());
            if place < Self::LIMIT {
                best.insert(place, candidate);
                best.truncate(Self::LIMIT);
            }
        }
        best.iter().map(Candidate::suggestion).collect()
    }

    /// The name as a candidate, if it matches.
    fn find<'a>(&self, name: &'a Name, typed: &Input) -> Option<Candidate<'a>> {
        if !typed.accepts(name.facet) {
            return None;
        }
        let place = name.find(&typed.folded);
        let range = place.map(|(_, at)| at..at + typed.folded.len());
        match (place, &typed.letters) {
            (Some((MatchKind::Start, _)), _) => Some(Candidate { name, kind: MatchKind::Start, range }),
            (_, Some(letters)) if self.pinyin.matches(&name.value, letters) => {
                Some(Candidate { name, kind: MatchKind::Pinyin, range: None })
            }
            (Some((kind, _)), _) => Some(Candidate { name, kind, range }),
            (None, _) => None,
        }
    }
}

impl Candidate<'_> {
    /// The sort key: the lower, the better.
    fn sort_key(&self) -> (MatchKind, Reverse<u32>) {
        (self.kind, Reverse(self.name.count))
    }

    fn suggestion(&self) -> Suggestion {
        let Name { facet, value, count, .. } = self.name;
        let highlight =
            self.range.clone().map(|range| original_range(value, range)).filter(|range| !range.is_empty());
        Suggestion { facet: *facet, value: value.clone(), count: *count, highlight }
    }
}

impl Input {
    /// Fewer letters than this are not taken for pinyin: they would match a tenth of all names.
    const MIN_LETTERS: usize = 2;

    /// The unfinished word at the end of a query, if there is one.
    fn at_end_of(query: &str) -> Option<Input> {
        let word = Query::unfinished_word(query)?;
        let folded = fold(word.text);
        // An apostrophe may stand between syllables, as in `xi'an`.
        let letters: String = folded.chars().filter(|c| !matches!(c, '\'' | '’')).collect();
        let is_pinyin =
            letters.len() >= Self::MIN_LETTERS && letters.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_word = word.scope != Scope::Anywhere || !folded.is_empty();
        is_word.then(|| Input { folded, scope: word.scope, letters: is_pinyin.then_some(letters) })
    }

    /// Whether the values of a facet may be suggested.
    fn accepts(&self, facet: Facet) -> bool {
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
    /// The byte of the folded name at which a folded text occurs: preferably at the start of a word.
    fn find(&self, text: &str) -> Option<(MatchKind, usize)> {
        let starts = |&(at, _): &(usize, char)| self.folded[at..].starts_with(text);
        let places = || self.folded.char_indices().filter(starts).map(|(at, _)| at);
        let start = places().find(|&at| begins_word(&self.folded, at));
        start.map(|at| (MatchKind::Start, at)).or_else(|| Some((MatchKind::Inside, places().next()?)))
    }
}

/// Whether a word begins at the byte `at`. A run of CJK characters counts as one word.
fn begins_word(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    match (before.chars().next_back(), after.chars().next()) {
        (Some(before), Some(after)) => !before.is_alphanumeric() || is_cjk(before) != is_cjk(after),
        _ => true,
    }
}

/// The readings of Han characters.
#[derive(Debug)]
struct Pinyin {
    /// The characters, sorted.
    characters: Vec<char>,
    /// The readings of each, separated by `/`.
    readings: Vec<String>,
}

impl Pinyin {
    fn of(names: &Names) -> Pinyin {
        Pinyin { characters: names.han.chars().collect(), readings: names.pinyin.clone() }
    }

    /// Whether the letters are the pinyin, or its beginning, of some run of Han characters of a text.
    fn matches(&self, text: &str, letters: &str) -> bool {
        let mut is_in_run = false;
        text.char_indices().any(|(at, c)| {
            let follows = std::mem::replace(&mut is_in_run, self.readings_of(c).is_some());
            is_in_run && !follows && self.matches_start(&text[at..], letters)
        })
    }

    /// Whether the letters are the pinyin, or its beginning, of the Han characters that a text begins with.
    fn matches_start(&self, text: &str, letters: &str) -> bool {
        // What may remain of the letters after the characters so far: more than one rest, because of several
        // readings and of initials. Equal rests are merged, so the work stays linear in their number.
        let mut rests = vec![letters];
        for readings in text.chars().map_while(|c| self.readings_of(c)) {
            let mut next_rests = Vec::new();
            for (rest, reading) in rests.iter().flat_map(|rest| readings.split('/').map(move |r| (*rest, r)))
            {
                if reading.starts_with(rest) {
                    return true;
                }
                for part in [reading, reading.get(..1).unwrap_or(reading)] {
                    let after = rest.strip_prefix(part).filter(|after| !next_rests.contains(after));
                    next_rests.extend(after);
                }
            }
            rests = next_rests;
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

    /// The names that are suggested of these authors, with what is highlighted in brackets.
    fn suggested(authors: &[&str], typed: &str) -> Vec<String> {
        let authors: Vec<_> = authors.iter().map(|author| (*author, 1)).collect();
        let shown = |Suggestion { mut value, highlight, .. }: Suggestion| {
            if let Some(highlight) = highlight {
                value.insert(highlight.end, ']');
                value.insert(highlight.start, '[');
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
    fn very_long_input_takes_no_time() {
        let name = "重".repeat(1_000);
        assert_eq!(suggested(&[&name], &"chong".repeat(999)), [name.as_str()]);
        assert_eq!(suggested(&[&name], &"czh".repeat(999)), [""; 0]);
    }
}
