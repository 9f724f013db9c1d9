//! The names that a reader is offered while typing, and how they are typed.

use std::collections::BTreeSet;

use bundle::format::{Facet, FacetSummary, Names};
use pinyin::ToPinyinMulti as _;

/// How many values of a facet are offered: more would take longer to load than to type.
const MOST: usize = 2_000;

/// The most frequent values of the facets that have names; `None` if there are none.
pub(crate) fn names_of(facets: &[FacetSummary]) -> Option<Names> {
    let of_facet = |facet: Facet| {
        let mut summary = facets.iter().find(|summary| summary.facet == facet)?.clone();
        summary.top.truncate(MOST);
        Some(summary)
    };
    let facets: Vec<FacetSummary> = Names::FACETS.into_iter().filter_map(of_facet).collect();
    let characters: BTreeSet<char> =
        facets.iter().flat_map(|facet| &facet.top).flat_map(|(value, _)| value.chars()).collect();
    let read = characters.into_iter().filter_map(|c| Some((c, readings(c)?)));
    let (han, pinyin) = read.unzip();
    (!facets.is_empty()).then_some(Names { facets, han, pinyin })
}

/// The readings of a Han character as keyboards write them, the usual one first, with `/` between.
fn readings(c: char) -> Option<String> {
    let mut readings: Vec<String> = Vec::new();
    let plain = c.to_pinyin_multi()?.into_iter().map(|pinyin| pinyin.plain());
    for reading in plain.flat_map(as_typed).filter(|reading| reading.is_ascii()) {
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    (!readings.is_empty()).then(|| readings.join("/"))
}

/// A syllable as it is typed: most keyboards have no `ü`, so people write `v`, or `u`.
fn as_typed(syllable: &str) -> Vec<String> {
    match syllable.contains('ü') {
        true => ["v", "u"].map(|letter| syllable.replace('ü', letter)).into(),
        false => vec![syllable.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use bundle::search::Suggester;

    use super::*;

    fn summary(facet: Facet, top: &[(&str, u32)]) -> FacetSummary {
        let top: Vec<_> = top.iter().map(|&(value, count)| (value.to_owned(), count)).collect();
        FacetSummary { facet, values: top.len() as u32, top }
    }

    #[test]
    fn readings_of_characters() {
        let check = |c, expected: Option<&str>| assert_eq!(readings(c).as_deref(), expected, "{c}");
        check('茶', Some("cha"));
        check('測', Some("ce"));
        check('吕', Some("lv/lu"));
        check('a', None);
        check('ア', None);
        assert!(readings('重').is_some_and(|readings| readings.starts_with("zhong/chong")));
    }

    #[test]
    fn names_are_those_of_facets_that_have_names() {
        let facets = [
            summary(Facet::Year, &[("2020", 9)]),
            summary(Facet::Tag, &[("茶", 5)]),
            summary(Facet::Author, &[("茶烟", 4), ("Low Tide", 2)]),
        ];
        let names = names_of(&facets).unwrap();
        assert_eq!(names.facets, [facets[2].clone(), facets[1].clone()]);
        assert_eq!(names.han, "烟茶");
        assert_eq!(Suggester::new(&names).suggest("chay")[0].value, "茶烟");
        assert_eq!(names_of(&facets[..1]), None);
    }

    #[test]
    fn of_many_values_the_most_frequent_are_kept() {
        let values: Vec<String> = (0..=MOST).map(|number| number.to_string()).collect();
        let top: Vec<_> = values.iter().map(|value| (value.as_str(), 1)).collect();
        let names = names_of(&[summary(Facet::Tag, &top)]).unwrap();
        assert_eq!(names.facets[0].top.len(), MOST);
    }
}
