//! Matches text clauses in the names of authors, categories, tags and sites. Names are few and short, so they
//! are scanned rather than indexed.

use std::collections::BTreeMap;

use super::phrase::phrase_starts;
use crate::format::{Columns, Facet};
use crate::query::{Scope, TextClause};
use crate::text::tokens;

/// For each profile of a segment, how often the clause occurs in the names that its scope covers; `None` if
/// it occurs in none.
pub(super) fn counts(columns: &Columns, text: &TextClause) -> Option<Vec<u32>> {
    let facet = facet_of(text.scope)?;
    // Many profiles share a name; each name is scanned once.
    let mut known: BTreeMap<&str, u32> = BTreeMap::new();
    let mut count_in = |profile| -> u32 {
        let names = columns.values(profile, facet).into_iter();
        let count = |name| phrase_starts(&tokens(name), &text.phrase).count() as u32;
        names.map(|name| *known.entry(name).or_insert_with(|| count(name))).sum()
    };
    let counts: Vec<u32> = columns.profiles.iter().map(&mut count_in).collect();
    counts.iter().any(|&count| count > 0).then_some(counts)
}

/// The facet whose values a scope covers, if it covers one.
fn facet_of(scope: Scope) -> Option<Facet> {
    match scope {
        Scope::Anywhere | Scope::Author => Some(Facet::Author),
        Scope::Category => Some(Facet::Category),
        Scope::Tag => Some(Facet::Tag),
        Scope::Site => Some(Facet::Site),
        Scope::Title => None,
    }
}
