//! All values of facets, where only the most frequent ones are known.

use bundle::format::FacetSummary;
use bundle::search::{Request, search};
use yew::prelude::*;

use super::bundle::Library;
use super::load::{Progress, use_load};

/// All values of all facets in the whole archive, if they are wanted.
#[hook]
pub(crate) fn use_facet_values(library: &Library, are_wanted: bool) -> Progress<Vec<FacetSummary>> {
    let wanted = are_wanted.then(|| library.clone());
    use_load(wanted, |library| async move {
        let request = Request { every_value: true, ..Request::default() };
        Ok(search(&library.loader, &library.manifest, &request).await?.facets)
    })
}
