//! All values of a facet, where only the most frequent ones are known.

use bundle::format::{Facet, FacetSummary};
use bundle::search::{Request, search};
use yew::prelude::*;

use super::bundle::Library;
use super::load::{Progress, use_load};

/// All values of a facet in the whole archive, if they are wanted.
#[hook]
pub(crate) fn use_facet_values(library: &Library, facet: Facet, are_wanted: bool) -> Progress<FacetSummary> {
    let wanted = are_wanted.then(|| (library.clone(), facet));
    use_load(wanted, |(library, facet)| async move {
        let request = Request { every_value: true, ..Request::default() };
        let outcome = search(&library.loader, &library.manifest, &request).await?;
        let summary = outcome.facets.into_iter().find(|summary| summary.facet == facet);
        Ok(summary.unwrap_or(FacetSummary { facet, values: 0, top: Vec::new() }))
    })
}
