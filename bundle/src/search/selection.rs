//! What a reader chooses of the articles found, by facet values and by months, and how many each of
//! them has.

use std::collections::BTreeMap;

use super::matching::SegmentMatches;
use crate::date::{Day, Month, Months};
use crate::format::{ArticleId, Facet, FacetSummary, Profile};

/// The chosen values of each facet, and the chosen months. An article must have one of the values of
/// every facet that has any.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Selection {
    /// In order, each once: they are few.
    chosen: Vec<(Facet, String)>,
    /// The months that an article must be of; any if there are none.
    pub months: Option<Months>,
}

impl Selection {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.months.is_none()
    }

    /// Whether a value is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.iter().any(|chosen| chosen == (facet, value))
    }

    /// Chooses a value, or takes the choice back.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        match self.chosen.binary_search_by(|(of, chosen)| (*of, chosen.as_str()).cmp(&(facet, value))) {
            Ok(place) => drop(self.chosen.remove(place)),
            Err(place) => self.chosen.insert(place, (facet, value.to_owned())),
        }
    }

    /// All chosen values, facet by facet. The months are none of them.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.chosen.iter().map(|(facet, value)| (*facet, value.as_str()))
    }

    /// Whether one of `values` is chosen, or nothing of the facet is.
    fn accepts<'a>(&self, facet: Facet, values: impl IntoIterator<Item = &'a str>) -> bool {
        let is_any_chosen = self.iter().any(|(of, _)| of == facet);
        !is_any_chosen || values.into_iter().any(|value| self.has(facet, value))
    }
}

/// Counts the articles of each facet value, and per month, over all segments.
#[derive(Default)]
pub(super) struct Counts {
    values: BTreeMap<Facet, BTreeMap<String, u32>>,
    /// As if no months were chosen.
    months: BTreeMap<Month, u32>,
}

impl Counts {
    /// Counts the matches of a segment; gives those that the selection accepts.
    pub(super) fn count<E>(&mut self, matches: &SegmentMatches<E>, selection: &Selection) -> Vec<ArticleId> {
        let refusals: Vec<_> =
            matches.columns.profiles.iter().map(|profile| refused_by(matches, profile, selection)).collect();
        let mut tally = Tally::default();
        let mut accepted = Vec::new();
        for index in matches.articles.ones() {
            let (Some(&profile), Some(&day)) = (matches.profile_of.get(index), matches.days.get(index))
            else {
                continue;
            };
            let Some(refused) = refusals.get(profile as usize) else { continue };
            let year_refused = !selection.accepts(Facet::Year, [day.year().to_string().as_str()]);
            let month_refused = selection.months.is_some_and(|months| !months.contains(day.month()));
            tally.add(profile, day, Refusal { by_profile: refused, year_refused, month_refused });
            if refused.is_empty() && !year_refused && !month_refused {
                accepted.extend(u16::try_from(index).map(ArticleId));
            }
        }
        self.take(tally, matches);
        accepted
    }

    fn take<E>(&mut self, tally: Tally, matches: &SegmentMatches<E>) {
        for ((facet, profile), count) in tally.by_profile {
            let Some(profile) = matches.columns.profiles.get(profile as usize) else { continue };
            for value in matches.columns.values(profile, facet) {
                self.add(facet, value, count);
            }
        }
        for (year, count) in tally.by_year {
            self.add(Facet::Year, &year.to_string(), count);
        }
        for (month, count) in tally.by_month {
            *self.months.entry(month).or_default() += count;
        }
    }

    fn add(&mut self, facet: Facet, value: &str, count: u32) {
        *self.values.entry(facet).or_default().entry(value.to_owned()).or_default() += count;
    }

    /// The counts of each facet: years newest first, other values most frequent first.
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

    /// The counts of each month as if none were chosen, oldest first.
    pub(super) fn months(&self) -> Vec<(Month, u32)> {
        self.months.iter().map(|(&month, &count)| (month, count)).collect()
    }
}

/// By what a selection refuses an article.
#[derive(Clone, Copy)]
struct Refusal<'a> {
    by_profile: &'a [Facet],
    year_refused: bool,
    month_refused: bool,
}

/// Counts by profile, so that names are looked at once for thousands of articles.
#[derive(Default)]
struct Tally {
    by_profile: BTreeMap<(Facet, u32), u32>,
    by_year: BTreeMap<i32, u32>,
    by_month: BTreeMap<Month, u32>,
}

impl Tally {
    /// Counts an article for each facet by which it would be found if nothing of that facet were
    /// chosen.
    fn add(&mut self, profile: u32, day: Day, refusal: Refusal<'_>) {
        let Refusal { by_profile, year_refused, month_refused } = refusal;
        for facet in Facet::ALL {
            let refused_elsewhere = month_refused
                || by_profile.iter().any(|&other| other != facet)
                || (year_refused && facet != Facet::Year);
            if refused_elsewhere {
                continue;
            }
            if facet == Facet::Year {
                *self.by_year.entry(day.year()).or_default() += 1;
            } else {
                *self.by_profile.entry((facet, profile)).or_default() += 1;
            }
        }
        if by_profile.is_empty() && !year_refused {
            *self.by_month.entry(day.month()).or_default() += 1;
        }
    }
}

/// The facets whose chosen values a profile has none of.
fn refused_by<E>(matches: &SegmentMatches<E>, profile: &Profile, selection: &Selection) -> Vec<Facet> {
    let refuses = |&facet: &Facet| {
        facet != Facet::Year && !selection.accepts(facet, matches.columns.values(profile, facet))
    };
    Facet::ALL.into_iter().filter(refuses).collect()
}
