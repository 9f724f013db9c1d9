//! What a view finds.

use std::pin::pin;

use bundle::reading::listed;
use bundle::search::{Outcome, Request, Search, Unsearched};
use futures_util::future::{Either, select};
use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::bundle::Library;
use super::load::{Progress, use_gradual_load};
use crate::loader::{LoadError, Loader};
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
    /// The view, at its first page.
    pub(crate) view: View,
    /// The search that it stands for.
    pub(crate) request: Request,
    /// The articles and their counts.
    pub(crate) outcome: Outcome,
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

/// Finds the articles of a view, however many of them are shown. A search that pauses goes on when
/// the callback is called.
#[hook]
pub(crate) fn use_outcome(library: &Library, view: &View) -> (Progress<Found>, Callback<()>) {
    let view = view.first_page();
    // How often the reader has asked for more, and of which view.
    let asked = use_state(|| (0, view.clone()));
    let rounds = if asked.1 == view { 1 + asked.0 } else { 1 };
    let go_on = {
        let view = view.clone();
        Callback::from(move |()| asked.set((rounds, view.clone())))
    };
    let key = Some((library.clone(), view, rounds));
    let found = use_gradual_load(key, |(library, view, rounds), show| async move {
        let found = find(&library, view, rounds, show).await;
        fetch_ahead(&library, &found);
        Ok(found)
    });
    (found, go_on)
}

/// Searches so many rounds of segments, or all for what is rare, and shows what it has meanwhile.
async fn find(library: &Library, view: View, rounds: usize, show: Callback<Found>) -> Found {
    let (segments, common) = (rounds * SEGMENTS, rounds * COMMON);
    let meter = Meter::start(&library.loader);
    let request = view.request();
    let mut search = Search::new(&library.loader, &library.manifest, &request);
    let found = |outcome, unsearched, extent| Found {
        view: view.clone(),
        request: request.clone(),
        outcome,
        unsearched,
        extent,
        cost: meter.cost(),
    };
    let mut patience = TimeoutFuture::new(PATIENCE);
    let mut searched = 0;
    let mut is_shown = false;
    loop {
        match within(&mut patience, &mut search).await {
            Some(false) => return found(search.outcome(), search.into_unsearched(), Extent::Whole),
            Some(true) => {
                searched += 1;
                let remain = library.manifest.segments.len().saturating_sub(searched);
                if !is_shown && remain > FEW {
                    let outcome = search.outcome();
                    if outcome.hits.len() >= AHEAD {
                        let first = found(outcome, search.unsearched().to_vec(), Extent::Searching);
                        fetch_ahead(library, &first);
                        show.emit(first);
                        is_shown = true;
                        // What is shown goes first; the older articles can wait.
                        TimeoutFuture::new(PATIENCE).await;
                        patience = TimeoutFuture::new(PATIENCE);
                    }
                }
            }
            None => {
                let outcome = search.outcome();
                if !outcome.hits.is_empty() {
                    show.emit(found(outcome, search.unsearched().to_vec(), Extent::Searching));
                }
                patience = TimeoutFuture::new(PATIENCE);
            }
        }
        if searched >= segments && searched < library.manifest.segments.len() {
            let outcome = search.outcome();
            if outcome.hits.len() >= common {
                return found(outcome, search.into_unsearched(), Extent::Paused);
            }
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

/// Fetches what the first articles of a search show while the page is still being drawn. The rows
/// will ask for the same, and find it on its way.
fn fetch_ahead(library: &Library, found: &Found) {
    if !found.view.is_search() {
        return;
    }
    for hit in found.outcome.hits.iter().take(AHEAD) {
        let (library, article) = (library.clone(), hit.article);
        spawn_local(async move {
            if let Ok(listed) = listed(&library.loader, &library.manifest, article).await {
                // If it fails, the row will say so.
                let _ = listed.body(&library.loader).await;
            }
        });
    }
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
fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
