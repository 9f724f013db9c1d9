//! What the manifest tells of the whole archive, so that a first visit needs nothing else.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use bundle::format::{Facet, FacetSummary};

use super::order::Ordered;

/// How many values of a facet the manifest lists.
const TOP: usize = 12;
/// Years are few, and readers look for their ends.
const TOP_YEARS: usize = 60;

/// Articles per month, oldest first.
pub(super) fn months(articles: &[Ordered]) -> Vec<(String, u32)> {
    let mut counts = BTreeMap::new();
    for ordered in articles {
        *counts.entry(ordered.article.date.day().month()).or_default() += 1;
    }
    counts.into_iter().map(|(month, count): (bundle::date::Month, u32)| (month.to_string(), count)).collect()
}

/// The most frequent values of each facet.
pub(super) fn facets(articles: &[Ordered]) -> Vec<FacetSummary> {
    Facet::ALL.into_iter().map(|facet| summary(facet, articles)).collect()
}

fn summary(facet: Facet, articles: &[Ordered]) -> FacetSummary {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for value in articles.iter().flat_map(|ordered| values(facet, ordered)).filter(|value| !value.is_empty())
    {
        *counts.entry(value).or_default() += 1;
    }
    let values = u32::try_from(counts.len()).unwrap_or(u32::MAX);
    let mut top: Vec<_> = counts.into_iter().collect();
    match facet {
        Facet::Year => top.reverse(),
        _ => top.sort_by_key(|&(_, count)| Reverse(count)),
    }
    top.truncate(if facet == Facet::Year { TOP_YEARS } else { TOP });
    FacetSummary { facet, values, top }
}

fn values(facet: Facet, Ordered { article, .. }: &Ordered) -> Vec<String> {
    match facet {
        Facet::Category => article.categories.clone(),
        Facet::Tag => article.tags.clone(),
        Facet::Author => vec![article.author.clone()],
        Facet::Site => vec![article.site()],
        Facet::Script => vec![article.script.name().to_owned()],
        Facet::Year => vec![article.date.day().year().to_string()],
    }
}
