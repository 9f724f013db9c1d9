//! Why an article was found.

use std::rc::Rc;

use bundle::reading::{CatalogRow, snippet};
use bundle::search::Snippet;
use yew::prelude::*;

use super::bundle::Library;
use super::load::{Progress, use_load};
use super::outcome::Found;

/// The best excerpt of an article for a search, once the reader is near.
#[hook]
pub(crate) fn use_excerpt(
    library: &Library,
    found: &Rc<Found>,
    article: &CatalogRow,
    is_near: bool,
) -> Progress<Snippet> {
    let wanted = is_near.then(|| (library.clone(), Rc::clone(found), article.clone()));
    use_load(wanted, |(library, found, article)| async move {
        snippet(&library.loader, &article, &found.request.query).await
    })
}
