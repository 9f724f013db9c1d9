//! The columns of a segment.

use std::collections::BTreeMap;

use bundle::date::Day;
use bundle::format::{Columns, Packed, Profile, length_class};

use super::order::Ordered;
use super::packed;

/// The columns of these articles, whose lengths are counted in tokens.
pub(super) fn columns(articles: &[Ordered], lengths: &[u32]) -> Columns {
    let mut authors = Dictionary::default();
    let mut categories = Dictionary::default();
    let mut tags = Dictionary::default();
    let mut sites = Dictionary::default();
    let mut profiles: BTreeMap<Profile, usize> = BTreeMap::new();
    let mut profile_of = Vec::with_capacity(articles.len());
    for Ordered { article, .. } in articles {
        let profile = Profile {
            author: authors.number(&article.author),
            categories: article.categories.iter().filter_map(|name| categories.number(name)).collect(),
            tags: article.tags.iter().filter_map(|name| tags.number(name)).collect(),
            site: sites.number(&article.site()),
            script: article.script,
        };
        let next = profiles.len();
        profile_of.push(*profiles.entry(profile).or_insert(next));
    }
    let days: Vec<Day> = articles.iter().map(|ordered| ordered.article.date.day()).collect();
    let classes: Vec<u8> = lengths.iter().map(|&length| length_class(length)).collect();
    Columns {
        newest: days.first().copied().unwrap_or_default().0,
        days: older_by(&days),
        lengths: Packed::from_bytes(&classes),
        authors: authors.names,
        categories: categories.names,
        tags: tags.names,
        sites: sites.names,
        profiles: by_number(profiles),
        profile_of: packed(profile_of),
    }
}

/// For each day, how many days it is before the one before it; 0 for the first.
pub(super) fn older_by(days: &[Day]) -> Packed {
    let steps = days.windows(2).map(|pair| pair[0].0.abs_diff(pair[1].0));
    Packed::from_numbers(days.first().map(|_| 0).into_iter().chain(steps))
}

fn by_number(profiles: BTreeMap<Profile, usize>) -> Vec<Profile> {
    let mut numbered: Vec<_> = profiles.into_iter().map(|(profile, number)| (number, profile)).collect();
    numbered.sort_by_key(|&(number, _)| number);
    numbered.into_iter().map(|(_, profile)| profile).collect()
}

/// Names, numbered in the order in which they first come.
#[derive(Default)]
struct Dictionary {
    names: Vec<String>,
    numbers: BTreeMap<String, u32>,
}

impl Dictionary {
    /// The number of a name; an empty name has none.
    fn number(&mut self, name: &str) -> Option<u32> {
        if name.is_empty() {
            return None;
        }
        if let Some(&number) = self.numbers.get(name) {
            return Some(number);
        }
        let number = u32::try_from(self.names.len()).ok()?;
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        Some(number)
    }
}
