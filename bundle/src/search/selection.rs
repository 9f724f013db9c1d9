//! Selects articles by facet values and months, and counts how many there are of each.

use std::collections::BTreeMap;

use super::matching::SegmentMatches;
use crate::date::{Day, Month, Months};
use crate::format::{ArticleId, Facet, FacetSummary, Profile};

/// The selected values of each facet, and the selected months. An article is selected if, for every facet
/// with selected values, it has one of them, and if it is of the selected months.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Selection {
    /// Sorted, each once.
    values: Vec<(Facet, String)>,
    /// The selected months; `None` selects all.
    pub months: Option<Months>,
}

impl Selection {
    /// Whether nothing is selected, so that all articles are.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.months.is_none()
    }

    /// Whether a value is selected.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.iter().any(|selected| selected == (facet, value))
    }

    /// Selects a value, or deselects it.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        match self.values.binary_search_by(|(of, selected)| (*of, selected.as_str()).cmp(&(facet, value))) {
            Ok(place) => drop(self.values.remove(place)),
            Err(place) => self.values.insert(place, (facet, value.to_owned())),
        }
    }

    /// All selected values, facet by facet, without the months.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.values.iter().map(|(facet, value)| (*facet, value.as_str()))
    }

    /// Whether one of `values` is selected, or no value of the facet.
    fn accepts<'a>(&self, facet: Facet, values: impl IntoIterator<Item = &'a str>) -> bool {
        let is_any_selected = self.iter().any(|(of, _)| of == facet);
        !is_any_selected || values.into_iter().any(|value| self.has(facet, value))
    }
}

/// Counts of articles by facet value and by month, over all segments.
#[derive(Default)]
pub(super) struct Counts {
    values: BTreeMap<Facet, BTreeMap<String, u32>>,
    /// As if no months were selected.
    months: BTreeMap<Month, u32>,
}

impl Counts {
    /// Counts the matches of a segment. Returns those that are selected.
    pub(super) fn count<E>(&mut self, matches: &SegmentMatches<E>, selection: &Selection) -> Vec<ArticleId> {
        let rejections: Vec<_> =
            matches.columns.profiles.iter().map(|profile| rejected_by(matches, profile, selection)).collect();
        let mut segment = SegmentCounts::default();
        let mut accepted = Vec::new();
        for index in matches.articles.ones() {
            let (Some(&profile), Some(&day)) = (matches.profile_of.get(index), matches.days.get(index))
            else {
                continue;
            };
            let Some(by_profile) = rejections.get(profile as usize) else { continue };
            let by_year = !selection.accepts(Facet::Year, [day.year().to_string().as_str()]);
            let by_month = selection.months.is_some_and(|months| !months.contains(day.month()));
            segment.add(profile, day, Rejection { by_profile, by_year, by_month });
            if by_profile.is_empty() && !by_year && !by_month {
                accepted.extend(u16::try_from(index).map(ArticleId));
            }
        }
        self.add_segment(segment, matches);
        accepted
    }

    /// Adds the counts of a segment.
    fn add_segment<E>(&mut self, segment: SegmentCounts, matches: &SegmentMatches<E>) {
        for ((facet, profile), count) in segment.by_profile {
            let Some(profile) = matches.columns.profiles.get(profile as usize) else { continue };
            for value in matches.columns.values(profile, facet) {
                self.add(facet, value, count);
            }
        }
        for (year, count) in segment.by_year {
            self.add(Facet::Year, &year.to_string(), count);
        }
        for (month, count) in segment.by_month {
            *self.months.entry(month).or_default() += count;
        }
    }

    fn add(&mut self, facet: Facet, value: &str, count: u32) {
        *self.values.entry(facet).or_default().entry(value.to_owned()).or_default() += count;
    }

    /// The counts by facet: years newest first, other values most frequent first.
    pub(super) fn facets(&self) -> Vec<FacetSummary> {
        let summary = |(&facet, values): (&Facet, &BTreeMap<String, u32>)| {
            let mut top: Vec<_> = values.iter().map(|(value, &count)| (value.clone(), count)).collect();
            match facet {
                Facet::Year => top.reverse(),
                _ => top.sort_by_key(|&(_, count)| std::cmp::Reverse(count)),
            }
            FacetSummary { facet, values: top.len() as u32, top }
        };
        self.values.iter().map(summary).collect()
    }

    /// The counts by month as if none were selected, oldest first.
    pub(super) fn months(&self) -> Vec<(Month, u32)> {
        self.months.iter().map(|(&month, &count)| (month, count)).collect()
    }
}

/// Why an article is not selected.
#[derive(Clone, Copy)]
struct Rejection<'a> {
    /// The facets of whose selected values its profile has none.
    by_profile: &'a [Facet],
    by_year: bool,
    by_month: bool,
}

/// Counts of articles of one segment, by profile rather than by value: thousands of articles share a profile.
#[derive(Default)]
struct SegmentCounts {
    by_profile: BTreeMap<(Facet, u32), u32>,
    by_year: BTreeMap<i32, u32>,
    by_month: BTreeMap<Month, u32>,
}

impl SegmentCounts {
    /// Counts an article in each facet that alone rejects it, or in all if nothing does: the values of a
    /// facet are counted as if none of them were selected.
    fn add(&mut self, profile: u32, day: Day, rejection: Rejection<'_>) {
        let Rejection { by_profile, by_year, by_month } = rejection;
        for facet in Facet::ALL {
            let is_rejected_elsewhere = by_month
                || by_profile.iter().any(|&other| other != facet)
                || (by_year && facet != Facet::Year);
            if is_rejected_elsewhere {
                continue;
            }
            if facet == Facet::Year {
                *self.by_year.entry(day.year()).or_default() += 1;
            } else {
                *self.by_profile.entry((facet, profile)).or_default() += 1;
            }
        }
        if by_profile.is_empty() && !by_year {
            *self.by_month.entry(day.month()).or_default() += 1;
        }
    }
}

/// The facets of whose selected values a profile has none.
fn rejected_by<E>(matches: &SegmentMatches<E>, profile: &Profile, selection: &Selection) -> Vec<Facet> {
    let rejects = |&facet: &Facet| {
        facet != Facet::Year && !selection.accepts(facet, matches.columns.values(profile, facet))
    };
    Facet::ALL.into_iter().filter(rejects).collect()
}
