//! An article, and what stands around it.

use std::rc::Rc;

use bundle::format::ArticleRef;
use bundle::reading::{Address, BodyLink, CatalogRow, body, catalog_row, find};
use yew::prelude::*;

use crate::archive::library::Library;
use crate::archive::load_state::{LoadState, use_load};
use crate::search::found::Found;

/// An article that was opened.
#[derive(Clone, PartialEq)]
pub(crate) struct OpenArticle {
    /// Its number in the bundle.
    pub(crate) article: ArticleRef,
    /// What a list shows of it, and the way to the rest.
    pub(crate) listed: CatalogRow,
}

/// The articles before and after one in a list.
#[derive(Default, PartialEq)]
pub(crate) struct Neighbours {
    /// The one above.
    pub(crate) previous: Option<CatalogRow>,
    /// The one below.
    pub(crate) next: Option<CatalogRow>,
}

/// Opens the article at an address; `None` if the bundle has none there.
#[hook]
pub(crate) fn use_article(library: &Library, address: &Address) -> LoadState<Option<OpenArticle>> {
    use_load(Some((library.clone(), address.clone())), |(library, address)| async move {
        let Some(article) = find(&library.loader, &library.manifest, &address).await? else {
            return Ok(None);
        };
        let listed = catalog_row(&library.loader, &library.manifest, article).await?;
        Ok(Some(OpenArticle { article, listed }))
    })
}

/// The neighbours of an article in a list that was found.
#[hook]
pub(crate) fn use_neighbours(
    library: &Library,
    found: Option<&Rc<Found>>,
    article: Option<ArticleRef>,
) -> LoadState<Neighbours> {
    let around = article.zip(found).map(|(article, found)| around(found, article));
    use_load(around.map(|around| (library.clone(), around)), |(library, around)| async move {
        let (before, after) = around.unwrap_or_default();
        let load = async |article: Option<ArticleRef>| match article {
            Some(article) => catalog_row(&library.loader, &library.manifest, article).await.map(Some),
            None => Ok(None),
        };
        Ok(Neighbours { previous: load(before).await?, next: load(after).await? })
    })
}

/// The sanitised HTML at a place, if any is wanted.
#[hook]
pub(crate) fn use_body(library: &Library, place: Option<&BodyLink>) -> LoadState<String> {
    let wanted = place.map(|place| (library.clone(), place.clone()));
    use_load(wanted, |(library, place)| async move { body(&library.loader, &place).await })
}

/// The articles before and after one among the hits.
fn around(found: &Found, article: ArticleRef) -> Option<(Option<ArticleRef>, Option<ArticleRef>)> {
    let hits = &found.results.hits;
    let place = hits.iter().position(|hit| hit.article == article)?;
    let at = |place: usize| hits.get(place).map(|hit| hit.article);
    Some((place.checked_sub(1).and_then(at), at(place + 1)))
}
