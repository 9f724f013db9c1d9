//! All values of all facets, by a search of the whole archive.

use bundle::format::FacetSummary;
use bundle::search::{Request, search};
use futures_util::future::LocalBoxFuture;

use crate::archive::library::Library;
use crate::model::load_error::LoadError;

/// All values of all facets in the whole archive.
pub(crate) fn every_value(library: Library) -> LocalBoxFuture<'static, Result<Vec<FacetSummary>, LoadError>> {
    Box::pin(async move {
        let request = Request { every_value: true, ..Request::default() };
        Ok(search(&library.loader, &library.manifest, &request).await?.facets)
    })
}
