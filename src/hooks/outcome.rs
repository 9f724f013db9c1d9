//! What a view finds.

use std::pin::pin;

use bundle::reading::catalog_row;
use bundle::search::{Hit, Request, Search, SearchResults, Unsearched, everything};
use futures_util::future::{Either, LocalBoxFuture, join, join_all, select};
use gloo::timers::future::TimeoutFuture;
use yew::prelude::*;

use super::bundle::Library;
use super::load::{Progress, use_gradual_load};
use crate::loader::{LoadError, Loader};
use crate::parts::SEARCH;
use crate::view::View;

/// How long, in milliseconds, a search goes on before it shows what it has so far, and then again.
/// Most have ended by then.
const PATIENCE: u32 = 400;
/// Segments that are searched before a search of a common word waits for the reader to ask for
/// more. Only archives of hundreds of thousands of articles have so many.
const SEGMENTS: usize = 8;
/// Articles whose excerpts are fetched before their rows ask for them: about a screen.
const AHEAD: usize = 10;
/// Segments that are searched before anything is shown, if they are the last: what is shown and then
/// put in another order would flicker.
const FEW: usize = 2;
/// Articles that make a word common, for each time the reader has asked.
const COMMON: usize = 1_000;

/// What a view has found.
pub(crate) struct Found {
    /// The view.
    pub(crate) view: View,
    /// The search that it stands for.
    pub(crate) request: Request,
    /// The articles and their counts.
    pub(crate) outcome: SearchResults,
    /// What could not be searched.
    pub(crate) unsearched: Vec<Unsearched<LoadError>>,
    /// How far the search has come.
    pub(crate) extent: Extent,
    /// What it has cost.
    pub(crate) cost: Cost,
}

impl PartialEq for Found {
    /// Told apart by its place in memory: it is large, and made once.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// How far a search has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// It goes on, from newer articles to older ones.
    Searching,
    /// It has found enough to wait until the reader asks for more.
    Paused,
    /// All articles were searched, but for what could not be.
    Whole,
}

/// What a search has cost the reader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cost {
    /// Waiting.
    pub(crate) milliseconds: f64,
    /// Files fetched meanwhile.
    pub(crate) bytes: u64,
}

/// Finds the articles of a view. A search that pauses goes on when
/// the callback is called.
#[hook]
pub(crate) fn use_outcome(library: &Library, view: &View) -> (Progress<Found>, Callback<()>) {
    let view = view.clone();
    // How often the reader has asked for more, and of which view.
    let asked = use_state(|| (0, view.clone()));
    let rounds = if asked.1 == view { 1 + asked.0 } else { 1 };
    let go_on = {
        let view = view.clone();
        Callback::from(move |()| asked.set((rounds, view.clone())))
    };
    let key = Some(Pursued { library: library.clone(), view, rounds });
    let found = use_gradual_load(key, |pursued: Pursued, show| async move {
        if pursued.view.is_narrowed() {
            let searching = SEARCH.load().await?;
            (searching.pursue)(pursued, show).await;
        } else {
            show.emit(whole_archive(pursued));
        }
        Ok(())
    });
    (found, go_on)
}

/// What is to be found, where, and how often the reader has asked for more.
#[derive(Clone, PartialEq)]
pub(crate) struct Pursued {
    library: Library,
    view: View,
    rounds: usize,
}

/// What a view finds that leaves nothing out: that is known without a search.
fn whole_archive(Pursued { library, view, .. }: Pursued) -> Found {
    let request = Request { sort: view.sort(), ..Request::default() };
    let outcome = everything(&library.manifest, request.sort);
    let cost = Cost { milliseconds: 0.0, bytes: 0 };
    Found { view, request, outcome, unsearched: Vec::new(), extent: Extent::Whole, cost }
}

/// Finds the articles of a view, and shows them as they come.
pub(crate) fn pursue(pursued: Pursued, show: Callback<Found>) -> LocalBoxFuture<'static, ()> {
    let Pursued { library, view, rounds } = pursued;
    Box::pin(async move {
        let request = view.request();
        let mut pursuit = Pursuit {
            library: &library,
            view: &view,
            request: &request,
            search: Search::new(&library.loader, &library.manifest, &request),
            meter: Meter::start(&library.loader),
            show,
        };
        let extent = pursuit.go(rounds).await;
        pursuit.show(extent).await;
    })
}

/// A search that shows what it finds.
struct Pursuit<'a> {
    library: &'a Library,
    view: &'a View,
    request: &'a Request,
    search: Search<'a, Loader>,
    meter: Meter<'a>,
    show: Callback<Found>,
}

impl Pursuit<'_> {
    /// Searches so many rounds of segments, or all for what is rare, and shows what it has meanwhile.
    async fn go(&mut self, rounds: usize) -> Extent {
        let mut remaining = self.library.manifest.segments.len();
        let pauses_at = 1..=remaining.saturating_sub(rounds * SEGMENTS);
        let mut patience = TimeoutFuture::new(PATIENCE);
        let mut is_shown = false;
        loop {
            match within(&mut patience, &mut self.search).await {
                Some(false) => return Extent::Whole,
                Some(true) => remaining = remaining.saturating_sub(1),
                None => {
                    self.show_so_far();
                    patience = TimeoutFuture::new(PATIENCE);
                }
            }
            if !is_shown && remaining > FEW && self.has_found(AHEAD) {
                is_shown = true;
                // What is shown goes first; the older articles can wait.
                join(self.show(Extent::Searching), TimeoutFuture::new(PATIENCE)).await;
                patience = TimeoutFuture::new(PATIENCE);
            }
            if pauses_at.contains(&remaining) && self.has_found(rounds * COMMON) {
                return Extent::Paused;
            }
        }
    }

    fn has_found(&self, articles: usize) -> bool {
        // The second is dear, and the first says that it is not in vain.
        self.search.match_count() >= articles && self.search.results().hits.len() >= articles
    }

    /// Shows what there is, if it is anything.
    fn show_so_far(&self) {
        let found = self.found(Extent::Searching);
        if !found.outcome.hits.is_empty() {
            self.show.emit(found);
        }
    }

    /// Shows what there is, and fetches what its first articles show while the page is being drawn.
    /// The rows will ask for the same, and find it on its way.
    async fn show(&self, extent: Extent) {
        next_task().await;
        let found = self.found(extent);
        let shows_excerpts = found.view.is_search();
        let first: Vec<Hit> = found.outcome.hits.iter().copied().take(AHEAD).collect();
        next_task().await;
        self.show.emit(found);
        if shows_excerpts {
            join_all(first.into_iter().map(|hit| self.fetch(hit))).await;
        }
    }

    /// Fetches what a row shows of an article. If that fails, the row will say so.
    async fn fetch(&self, hit: Hit) {
        let Library { loader, manifest } = self.library;
        if let Ok(listed) = catalog_row(loader, manifest, hit.article).await {
            let _ = listed.body(loader).await;
        }
    }

    fn found(&self, extent: Extent) -> Found {
        Found {
            view: self.view.clone(),
            request: self.request.clone(),
            outcome: self.search.results(),
            unsearched: self.search.unsearched().to_vec(),
            extent,
            cost: self.meter.cost(),
        }
    }
}

/// Searches the next segment, and says whether there was one; `None` if patience ended before.
async fn within(patience: &mut TimeoutFuture, search: &mut Search<'_, Loader>) -> Option<bool> {
    match select(pin!(search.advance()), patience).await {
        Either::Left((was_one, _)) => Some(was_one),
        Either::Right(_) => None,
    }
}

/// Lets the page go on before what follows: looking up, counting and drawing in a single task would
/// hold it up for longer than a reader who types can overlook.
async fn next_task() {
    TimeoutFuture::new(0).await;
}

/// Measures what a search costs.
struct Meter<'a> {
    loader: &'a Loader,
    started: f64,
    bytes_before: u64,
}

impl Meter<'_> {
    fn start(loader: &Loader) -> Meter<'_> {
        Meter { loader, started: now(), bytes_before: loader.transferred() }
    }

    fn cost(&self) -> Cost {
        Cost { milliseconds: now() - self.started, bytes: self.loader.transferred() - self.bytes_before }
    }
}

/// Milliseconds since the page was opened.
pub(super) fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
