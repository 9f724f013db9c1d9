//! All values of facets, where only the most frequent ones are known.

use bundle::format::FacetSummary;
use bundle::search::{Request, search};
use futures_util::future::LocalBoxFuture;
use yew::prelude::*;

use super::bundle::Library;
use super::load::{Progress, use_load};
use crate::loader::LoadError;
use crate::parts::SEARCH;

/// All values of all facets in the whole archive, if they are wanted.
#[hook]
pub(crate) fn use_facet_values(library: &Library, are_wanted: bool) -> Progress<Vec<FacetSummary>> {
    let wanted = are_wanted.then(|| library.clone());
    use_load(wanted, |library| async move { (SEARCH.load().await?.every_value)(library).await })
}

/// The same, by a search.
pub(crate) fn every_value(library: Library) -> LocalBoxFuture<'static, Result<Vec<FacetSummary>, LoadError>> {
    Box::pin(async move {
        let request = Request { every_value: true, ..Request::default() };
        Ok(search(&library.loader, &library.manifest, &request).await?.facets)
    })
}
