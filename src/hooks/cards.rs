//! What a list shows of a few hits.

use std::ops::Range;
use std::rc::Rc;

use bundle::format::ArticleRef;
use bundle::reading::{Listed, listed};
use futures_util::future::try_join_all;
use yew::prelude::*;

use super::bundle::Library;
use super::load::{Progress, use_load};
use super::outcome::Found;

/// What a list shows of neighbouring hits.
pub(crate) struct Cards {
    /// The search that found them.
    pub(crate) found: Rc<Found>,
    /// The place of the first of them among all hits.
    pub(crate) start: usize,
    /// The articles.
    pub(crate) articles: Vec<(ArticleRef, Listed)>,
}

/// Loads what a list shows of the hits in `range`, once the reader is near.
#[hook]
pub(crate) fn use_cards(
    library: &Library,
    found: &Rc<Found>,
    range: Range<usize>,
    is_near: bool,
) -> Progress<Cards> {
    let wanted = is_near.then(|| (library.clone(), Rc::clone(found), range));
    use_load(wanted, |(library, found, range)| async move {
        let hits = found.outcome.hits.get(range.clone()).unwrap_or_default();
        let loads = hits.iter().map(async |hit| {
            let listed = listed(&library.loader, &library.manifest, hit.article).await?;
            Ok((hit.article, listed))
        });
        let articles = try_join_all(loads).await?;
        Ok(Cards { start: range.start, articles, found: Rc::clone(&found) })
    })
}
