//! The columns of a segment.

use std::collections::BTreeMap;

use archive::article::Article;
use archive::post::Names;
use bundle::date::Day;
use bundle::format::{Columns, Numbers, Profile, length_class};
use bundle::text::Script;

use crate::compiled::Compiled;
use crate::order::Ordered;

/// The columns of these articles.
pub(super) fn columns(articles: &[Ordered], compiled: &[Compiled]) -> Columns {
    let mut facets = Facets::default();
    let profile_of: Vec<usize> = articles
        .iter()
        .zip(compiled)
        .map(|(ordered, compiled)| facets.profile_of(&ordered.article, compiled.script))
        .collect();
    let days: Vec<Day> = articles.iter().map(|ordered| ordered.article.date.day).collect();
    let lengths: Vec<u32> = compiled.iter().map(|compiled| length_class(compiled.tokens)).collect();
    let files: Vec<u32> = compiled.iter().map(|compiled| compiled.body.file).collect();
    Columns {
        newest: days.first().copied().unwrap_or_default().0,
        days: older_by(&days),
        authors: facets.authors.names,
        categories: facets.categories.names,
        tags: facets.tags.names,
        sites: facets.sites.names,
        profiles: by_number(facets.profiles),
        profile_of: numbers(profile_of),
        ..Columns::default()
    }
    .with_bodies(&lengths, &shared_bodies(compiled), &files)
}

/// The values of the facets of a segment, and their combinations, numbered as they come.
#[derive(Default)]
struct Facets {
    authors: Dictionary,
    categories: Dictionary,
    tags: Dictionary,
    sites: Dictionary,
    profiles: BTreeMap<Profile, usize>,
}

impl Facets {
    /// The number of an article's combination of values.
    fn profile_of(&mut self, article: &Article, script: Script) -> usize {
        let Names { author, categories, tags } = &*article.names;
        let profile = Profile {
            author: self.authors.number(author),
            categories: categories.iter().filter_map(|name| self.categories.number(name)).collect(),
            tags: tags.iter().filter_map(|name| self.tags.number(name)).collect(),
            site: self.sites.number(&article.site()),
            script,
        };
        let next = self.profiles.len();
        *self.profiles.entry(profile).or_insert(next)
    }
}

/// Numbers the bodies that several articles have, the most frequent first.
fn shared_bodies(compiled: &[Compiled]) -> Vec<u32> {
    let mut others: BTreeMap<usize, usize> = BTreeMap::new();
    for first in compiled.iter().filter_map(|compiled| compiled.same_text_as) {
        *others.entry(first).or_default() += 1;
    }
    let mut by_frequency: Vec<_> = others.into_iter().collect();
    by_frequency.sort_by_key(|&(first, count)| (std::cmp::Reverse(count), first));
    let number_of: BTreeMap<usize, usize> =
        by_frequency.into_iter().zip(1..).map(|((first, _), number)| (first, number)).collect();
    let first_of =
        compiled.iter().enumerate().map(|(article, compiled)| compiled.same_text_as.unwrap_or(article));
    first_of.map(|first| number_of.get(&first).copied().map_or(0, number)).collect()
}

/// For each day, how many days it is before the one before it; 0 for the first.
pub(super) fn older_by(days: &[Day]) -> Numbers {
    let steps = days.windows(2).map(|pair| pair[0].0.abs_diff(pair[1].0));
    days.first().map(|_| 0).into_iter().chain(steps).collect()
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

/// Counts, as a column has them.
fn numbers(counts: impl IntoIterator<Item = usize>) -> Numbers {
    counts.into_iter().map(number).collect()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
