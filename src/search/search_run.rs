//! The run of a search: from newer segments to older ones, what it shows when, and where it pauses.
//!
//! It knows neither the browser nor Yew: it reads files through a [`Source`], asks a [`Timer`] for the
//! time, and hands what it has to a function.

use std::pin::pin;

use bundle::format::{Manifest, Source};
use bundle::search::{Hit, Request, Search, SearchResults, Unsearched};
use futures_util::future::{Either, join, join_all, select};

use crate::host::timer::Timer;
use crate::search::found::Extent;

/// How long, in milliseconds, a search goes on before it shows what it has so far, and then again.
/// Most have ended by then.
const PATIENCE: u32 = 400;
/// Segments that are searched before a search of a common word waits for the reader to ask for
/// more. Only archives of hundreds of thousands of articles have so many.
const SEGMENTS: usize = 8;
/// Articles whose snippets are fetched before their rows ask for them: about a screen.
const AHEAD: usize = 10;
/// Segments that are searched before anything is shown, if they are the last: what is shown and then
/// put in another order would flicker.
const FEW: usize = 2;
/// Articles that make a word common, for each time the reader has asked.
const COMMON: usize = 1_000;

/// What a search has found so far.
pub(crate) struct SoFar<E> {
    /// The articles and their counts.
    pub(crate) results: SearchResults,
    /// What could not be searched.
    pub(crate) unsearched: Vec<Unsearched<E>>,
    /// How far the search has come.
    pub(crate) extent: Extent,
}

/// A search that shows what it finds.
pub(crate) struct SearchRun<'a, S: Source, T, Show> {
    source: &'a S,
    manifest: &'a Manifest,
    search: Search<'a, S>,
    /// Whether rows show snippets, which come from the texts of the articles.
    has_snippets: bool,
    timer: T,
    show: Show,
}

impl<'a, S: Source, T: Timer, Show: Fn(SoFar<S::Error>)> SearchRun<'a, S, T, Show>
where
    S::Error: Clone,
{
    /// A search that is about to begin. What it finds is given to `show`.
    pub(crate) fn new(
        source: &'a S,
        manifest: &'a Manifest,
        request: &'a Request,
        timer: T,
        show: Show,
    ) -> Self {
        let search = Search::new(source, manifest, request);
        SearchRun { source, manifest, search, has_snippets: false, timer, show }
    }

    /// The same, whose rows show snippets or not.
    pub(crate) fn with_snippets(self, has_snippets: bool) -> Self {
        SearchRun { has_snippets, ..self }
    }

    /// Searches so many rounds of segments, or all for what is rare, and shows what it has meanwhile
    /// and in the end.
    pub(crate) async fn run(mut self, rounds: usize) {
        let extent = self.advance(rounds).await;
        self.show_and_fetch(extent).await;
    }

    async fn advance(&mut self, rounds: usize) -> Extent {
        let mut remaining = self.manifest.segments.len();
        let pauses_at = 1..=remaining.saturating_sub(rounds * SEGMENTS);
        let mut patience = self.timer.sleep(PATIENCE);
        let mut is_shown = false;
        loop {
            match next_segment(&mut patience, &mut self.search).await {
                Some(false) => return Extent::Whole,
                Some(true) => remaining = remaining.saturating_sub(1),
                None => {
                    self.show_if_any();
                    patience = self.timer.sleep(PATIENCE);
                }
            }
            if !is_shown && remaining > FEW && self.has_found(AHEAD) {
                is_shown = true;
                // What is shown goes first; the older articles can wait.
                join(self.show_and_fetch(Extent::Searching), self.timer.sleep(PATIENCE)).await;
                patience = self.timer.sleep(PATIENCE);
            }
            if pauses_at.contains(&remaining) && self.has_found(rounds * COMMON) {
                return Extent::Paused;
            }
        }
    }

    /// Whether at least so many articles were found.
    fn has_found(&self, articles: usize) -> bool {
        // Ranking takes long. It cannot find more articles than fulfil the query, and those are quick
        // to count.
        self.search.match_count() >= articles && self.search.results().hits.len() >= articles
    }

    fn show_if_any(&self) {
        let so_far = self.so_far(Extent::Searching);
        if !so_far.results.hits.is_empty() {
            (self.show)(so_far);
        }
    }

    /// Shows what there is, and fetches what its first articles show while the page is being drawn.
    /// The rows will ask for the same, and find it on its way.
    async fn show_and_fetch(&self, extent: Extent) {
        // Looking up, counting and drawing in a single task would block the page for so long that a
        // reader who types would notice.
        self.timer.sleep(0).await;
        let so_far = self.so_far(extent);
        let first: Vec<Hit> = so_far.results.hits.iter().copied().take(AHEAD).collect();
        self.timer.sleep(0).await;
        (self.show)(so_far);
        if self.has_snippets {
            let files = self.search.row_files(&first);
            // If that fails, the rows will say so.
            let fetch =
                files.iter().map(|(page, bodies)| join(self.source.load(page), self.source.load(bodies)));
            join_all(fetch).await;
        }
    }

    fn so_far(&self, extent: Extent) -> SoFar<S::Error> {
        SoFar { results: self.search.results(), unsearched: self.search.unsearched().to_vec(), extent }
    }
}

/// Searches the next segment, and says whether there was one; `None` if patience ended before.
async fn next_segment<S: Source>(
    patience: &mut (impl Future<Output = ()> + Unpin),
    search: &mut Search<'_, S>,
) -> Option<bool> {
    match select(pin!(search.advance()), patience).await {
        Either::Left((was_one, _)) => Some(was_one),
        Either::Right(_) => None,
    }
}

#[cfg(test)]
mod tests;
