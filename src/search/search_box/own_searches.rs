//! The reader's own searches, offered where nothing is typed.

use crate::device::item::Item as _;
use crate::device::kept::{Kept, Part};
use crate::device::search::Search;

/// Saved searches that are offered; the others are on the device's page.
const FEW: usize = 6;

/// A search of the reader's own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OwnSearch {
    /// The search.
    pub(crate) search: Search,
    /// Whether it was saved, or made lately.
    pub(crate) part: Part,
}

/// The saved searches, and then those of the last that were not saved.
pub(crate) fn own_searches(kept: &Kept) -> Vec<OwnSearch> {
    let saved = kept.searches.iter().take(FEW).map(|search| (search, Part::Searches));
    let recent = kept.recent.iter().filter(|search| !kept.has_search(&search.id()));
    let all = saved.chain(recent.map(|search| (search, Part::Recent)));
    all.map(|(search, part)| OwnSearch { search: search.clone(), part }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_search_is_offered_once() {
        let search = |parameters: &str| Search { parameters: parameters.into(), ..Search::default() };
        let mut kept = Kept::default();
        kept.searches = vec![search("q=tea")];
        kept.recent = vec![search("q=ink"), search("q=tea")];
        let offered = own_searches(&kept);
        let offered: Vec<_> = offered.iter().map(|own| (own.search.parameters.as_str(), own.part)).collect();
        assert_eq!(offered, [("q=tea", Part::Searches), ("q=ink", Part::Recent)]);
    }
}
