//! What a list shows of a part of its hits.

use std::ops::Range;
use std::rc::Rc;

use bundle::format::ArticleRef;
use bundle::reading::{CatalogRow, catalog_row};
use futures_util::StreamExt as _;
use futures_util::future::try_join_all;
use futures_util::stream::FuturesUnordered;
use gloo::timers::future::TimeoutFuture;
use yew::prelude::*;

use crate::archive::library::Library;
use crate::archive::load_state::{LoadState, use_gradual_load};
use crate::model::load_error::LoadError;
use crate::search::found::Found;

/// Neighbouring hits that come together: as many as a catalog page has, at the least.
pub(crate) const BATCH: usize = 10;

/// Milliseconds that the first rows of a list have for themselves before those below them load.
const AFTER_VIEW: u32 = 150;

/// What a list shows of neighbouring hits, as far as it is there.
pub(crate) struct Cards {
    /// The search that found them.
    pub(crate) found: Rc<Found>,
    /// The number of the first batch among all of the hits.
    first: usize,
    batches: Vec<Option<Batch>>,
}

/// What a batch is, once that is known.
type Batch = Result<Rc<[(ArticleRef, CatalogRow)]>, LoadError>;

impl Cards {
    /// A hit, by its place among all of them; `None` if it is still on its way.
    pub(crate) fn get(&self, place: usize) -> Option<Result<&(ArticleRef, CatalogRow), &LoadError>> {
        let batch = self.batches.get((place / BATCH).checked_sub(self.first)?)?.as_ref()?;
        match batch {
            Ok(articles) => Some(Ok(articles.get(place % BATCH)?)),
            Err(error) => Some(Err(error)),
        }
    }
}

/// Loads what a list shows of the hits in `range`, whose ends are those of batches.
#[hook]
pub(crate) fn use_cards(library: &Library, found: &Rc<Found>, range: Range<usize>) -> LoadState<Cards> {
    let wanted = Some((library.clone(), Rc::clone(found), range));
    use_gradual_load(wanted, |(library, found, range), show| async move {
        let first = range.start / BATCH;
        let numbers = first..range.end.div_ceil(BATCH);
        let mut batches = vec![None; numbers.len()];
        let loads = numbers.zip(0..).map(async |(number, place): (usize, usize)| {
            (place, load_batch(&library, &found, number * BATCH).await)
        });
        let mut take = |(place, batch): (usize, Batch)| {
            if let Some(slot) = batches.get_mut(place) {
                *slot = Some(batch);
            }
            show.emit(Cards { found: Rc::clone(&found), first, batches: batches.clone() });
        };
        let mut loads = loads.peekable();
        // At the top of a list nothing else takes the network and the processor from what is in view.
        if first == 0
            && let Some(in_view) = loads.next()
        {
            take(in_view.await);
            if loads.peek().is_some() {
                TimeoutFuture::new(AFTER_VIEW).await;
            }
        }
        let mut loads: FuturesUnordered<_> = loads.collect();
        while let Some(batch) = loads.next().await {
            take(batch);
        }
        Ok(())
    })
}

async fn load_batch(library: &Library, found: &Found, start: usize) -> Batch {
    let end = (start + BATCH).min(found.results.hits.len());
    let hits = found.results.hits.get(start..end).unwrap_or_default();
    let loads = hits.iter().map(async |hit| {
        let listed = catalog_row(&library.loader, &library.manifest, hit.article).await?;
        Ok((hit.article, listed))
    });
    Ok(try_join_all(loads).await?.into())
}
