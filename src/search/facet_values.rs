//! All values of facets, where only the most frequent ones are known.

use bundle::format::FacetSummary;
use yew::prelude::*;

use crate::archive::library::Library;
use crate::archive::load_state::{LoadState, use_load};
use crate::search::lazy::SEARCH;

/// All values of all facets in the whole archive, if they are wanted.
#[hook]
pub(crate) fn use_facet_values(library: &Library, are_wanted: bool) -> LoadState<Vec<FacetSummary>> {
    let wanted = are_wanted.then(|| library.clone());
    use_load(wanted, |library| async move { (SEARCH.load().await?.every_value)(library).await })
}
