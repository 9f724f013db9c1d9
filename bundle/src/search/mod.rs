//! Search: from a query to ranked hits with snippets.
//!
//! Its steps, each in a module: *plan* which terms a query needs, *look up* their shards, *match* articles
//! in a segment, *select* by facet values and count them, *rank*. A [`Snippet`] shows why an article was
//! found, by the same tokens. It finds exactly the articles that contain what was typed.
//!
//! A [`Search`] goes through the segments one by one, newest first, so that there are results to show
//! early. The cost of a segment is that of its columns and of the shards of the query's terms.
//!
//! Files come in through a [`Source`]. This module knows neither where from nor how results are shown.

mod explain;
mod lookup;
mod matching;
mod names;
mod occurrences;
mod phrase;
mod plan;
mod proximity;
mod rank;
mod selection;
mod shared_bodies;
mod snippet;
mod suggest;

pub use explain::{ClauseLookups, TermLookup};
pub use matching::Frequencies;
pub use rank::{ClauseScore, Score};
pub use selection::Selection;
pub use snippet::{Snippet, highlight_html, highlights};
pub use suggest::{Suggester, Suggestion};

use std::cmp::Ordering;

use futures_util::StreamExt as _;
use futures_util::stream::{self, LocalBoxStream};

use crate::date::Month;
use crate::format::{
    ArticleOrder, ArticleRef, Bodies, CatalogPage, FacetSummary, Link, Manifest, SegmentId, Source,
};
use crate::query::Query;
use matching::{SegmentMatches, match_segment};
use rank::Scorer;
use selection::Counts;

/// How many segments are loaded at once: the current one, and the next one in advance.
const CONCURRENT_SEGMENTS: usize = 2;

/// What to search for: a query, a selection of the articles found, and their order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// What articles must match.
    pub query: Query,
    /// The facet values and months that the reader chose.
    pub selection: Selection,
    /// The order of the hits.
    pub sort: Sort,
    /// Whether all facet values are counted. Without it, a request for everything is answered from the
    /// manifest, which lists only the most frequent ones.
    pub every_value: bool,
}

/// The order of hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By score, best first; newest first among equal scores, and if the query has no text.
    Relevance,
    /// Newest first.
    #[default]
    Newest,
    /// Oldest first.
    Oldest,
}

/// The results of a search.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SearchResults {
    /// The hits, in the order of the request. Their number is exact once all segments are searched and if
    /// no file was missing.
    pub hits: Vec<Hit>,
    /// The values of each facet among the hits, most frequent first. The values of a facet are counted as
    /// if none of that facet were selected, so that a reader can add others.
    pub facets: Vec<FacetSummary>,
    /// The number of hits of each month (`2019-07`), oldest first.
    pub months: Vec<(String, u32)>,
    /// The same as if no months were selected, so that a reader can select others.
    pub timeline: Vec<(String, u32)>,
    /// How many articles have been searched.
    pub searched: u32,
    /// The text clauses of the query that no searched article contains, as indices into
    /// [`Query::clauses`].
    pub unfound: Vec<usize>,
}

/// An article that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The article.
    pub article: ArticleRef,
    /// The score, comparable within one set of results; 0 if the query has no text.
    pub score: f32,
}

/// A part of the bundle that could not be searched, because a file could not be loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsearched<E> {
    /// The segment.
    pub segment: SegmentId,
    /// The clauses that could not be looked up, as indices into [`Query::clauses`]; empty if the whole
    /// segment could not be searched.
    pub clauses: Vec<usize>,
    /// The reason. It names the file.
    pub error: E,
}

/// Runs a search over all segments; fails if a file is missing.
pub async fn search<S: Source>(
    source: &S,
    manifest: &Manifest,
    request: &Request,
) -> Result<SearchResults, S::Error> {
    let mut search = Search::new(source, manifest, request);
    while search.advance().await {}
    let results = search.results();
    match search.into_unsearched().into_iter().next() {
        Some(unsearched) => Err(unsearched.error),
        None => Ok(results),
    }
}

type Matches<S> = SegmentMatches<<S as Source>::Error>;
/// What was found in a segment, or why it could not be searched.
type Searched<S> = (SegmentId, Result<Matches<S>, <S as Source>::Error>);

/// A search under way.
pub struct Search<'a, S: Source> {
    manifest: &'a Manifest,
    request: &'a Request,
    order: ArticleOrder,
    pending: LocalBoxStream<'a, Searched<S>>,
    searched: Vec<(SegmentId, Matches<S>)>,
    unsearched: Vec<Unsearched<S::Error>>,
}

impl<'a, S: Source> Search<'a, S> {
    /// A search that has not begun.
    pub fn new(source: &'a S, manifest: &'a Manifest, request: &'a Request) -> Search<'a, S> {
        let order = ArticleOrder::of(manifest);
        let segments = if asks_for_everything(request) { Vec::new() } else { newest_first(manifest) };
        let live: Vec<_> = segments.iter().map(|&id| order.live(id)).collect();
        let searches = segments.into_iter().zip(live).filter_map(move |(id, live)| {
            let entry = manifest.segments.get(id.index())?;
            Some(async move { (id, match_segment(source, entry, live, &request.query).await) })
        });
        Search {
            manifest,
            request,
            order,
            pending: stream::iter(searches).buffered(CONCURRENT_SEGMENTS).boxed_local(),
            searched: Vec::new(),
            unsearched: Vec::new(),
        }
    }

    /// Searches the next segment, newest first. Returns `false` if none was left.
    pub async fn advance(&mut self) -> bool {
        let Some((segment, found)) = self.pending.next().await else { return false };
        match found {
            Ok(mut found) => {
                let failures = std::mem::take(&mut found.failures).into_iter();
                let unsearched = failures.map(|(error, clauses)| Unsearched { segment, clauses, error });
                self.unsearched.extend(unsearched);
                self.searched.push((segment, found));
            }
            Err(error) => self.unsearched.push(Unsearched { segment, clauses: Vec::new(), error }),
        }
        true
    }

    /// How many articles match the query so far, before the selection. It is cheap.
    pub fn match_count(&self) -> usize {
        self.searched.iter().map(|(_, found)| found.articles.count_ones(..)).sum()
    }

    /// What could not be searched, so far.
    pub fn unsearched(&self) -> &[Unsearched<S::Error>] {
        &self.unsearched
    }

    /// What could not be searched, as owned values.
    pub fn into_unsearched(self) -> Vec<Unsearched<S::Error>> {
        self.unsearched
    }

    /// The files that rows with snippets of these hits need: of each, its catalog page and its body. Both
    /// are known without the other, so that they can be fetched at once.
    pub fn row_files(&self, hits: &[Hit]) -> Vec<(Link<CatalogPage>, Link<Bodies>)> {
        let mut files = Vec::new();
        for (segment, found) in &self.searched {
            let Some(entry) = self.manifest.segments.get(segment.index()) else { continue };
            let of_segment = hits.iter().filter(|hit| hit.article.segment == *segment);
            // Columns that are damaged were reported when they were searched.
            let bodies = found.columns.body_files().unwrap_or_default();
            files.extend(of_segment.filter_map(|hit| {
                let (page, _) = entry.page_of(hit.article.article);
                let body = *bodies.get(hit.article.article.index())?;
                Some((entry.folder.page(page), entry.folder.bodies(body)))
            }));
        }
        files
    }

    /// The results so far.
    pub fn results(&self) -> SearchResults {
        if asks_for_everything(self.request) {
            return everything(self.manifest, self.request.sort);
        }
        let scorer = self.scorer();
        let mut counts = Counts::default();
        let mut ranked = Vec::new();
        for (segment, matches) in &self.searched {
            let selected = counts.count(matches, &self.request.selection);
            ranked.extend(selected.into_iter().filter_map(|id| {
                let article = ArticleRef { segment: *segment, article: id };
                let score = scorer.total(matches, id);
                Some((self.order.ordinal(article)?, Hit { article, score }))
            }));
        }
        ranked.sort_by(|a, b| compare(self.request.sort, a, b));
        let timeline = counts.months();
        let selected = self.request.selection.months;
        let is_selected = |&(month, _): &(Month, u32)| selected.is_none_or(|months| months.contains(month));
        SearchResults {
            hits: ranked.into_iter().map(|(_, hit)| hit).collect(),
            facets: counts.facets(),
            months: named(timeline.iter().copied().filter(is_selected)),
            timeline: named(timeline.iter().copied()),
            searched: self.searched.iter().map(|(_, matches)| matches.live.count_ones(..) as u32).sum(),
            unfound: self.unfound(),
        }
    }

    fn scorer(&self) -> Scorer<'a> {
        let segments = self.searched.iter().map(|(_, matches)| matches);
        Scorer::new(&self.manifest.totals, &self.request.query, segments)
    }

    fn unfound(&self) -> Vec<usize> {
        let has = |clause: usize| self.searched.iter().any(|(_, found)| found.clauses[clause].count() > 0);
        let texts = self.request.query.positive_texts().map(|(clause, _)| clause);
        texts.filter(|&clause| !has(clause)).collect()
    }
}

fn named(months: impl Iterator<Item = (Month, u32)>) -> Vec<(String, u32)> {
    months.map(|(month, articles)| (month.to_string(), articles)).collect()
}

fn asks_for_everything(request: &Request) -> bool {
    request.query.is_everything() && request.selection.is_empty() && !request.every_value
}

fn newest_first(manifest: &Manifest) -> Vec<SegmentId> {
    let mut segments: Vec<_> = (0..).map(SegmentId).zip(&manifest.segments).collect();
    segments.sort_by(|(_, a), (_, b)| b.newest.cmp(&a.newest));
    segments.into_iter().map(|(id, _)| id).collect()
}

/// The paths of the files that any search for words begins with, whatever the words are, in the order in
/// which they are wanted: those of the segments that are searched first.
pub fn certain_files(manifest: &Manifest) -> Vec<String> {
    let first = newest_first(manifest).into_iter().take(CONCURRENT_SEGMENTS);
    let entries = first.filter_map(|id| manifest.segments.get(id.index()));
    entries.flat_map(|entry| [entry.folder.directory().path(), entry.folder.columns().path()]).collect()
}

/// The results of a request for everything: the whole archive, from the manifest alone.
pub fn everything(manifest: &Manifest, sort: Sort) -> SearchResults {
    let mut hits: Vec<Hit> = manifest.articles().map(|article| Hit { article, score: 0.0 }).collect();
    if sort == Sort::Oldest {
        hits.reverse();
    }
    SearchResults {
        hits,
        facets: manifest.facets.clone(),
        months: manifest.months.clone(),
        timeline: manifest.months.clone(),
        searched: manifest.totals.articles,
        unfound: Vec::new(),
    }
}

/// Compares two hits, each with its ordinal in the order of all articles.
fn compare(sort: Sort, (a_ordinal, a): &(u32, Hit), (b_ordinal, b): &(u32, Hit)) -> Ordering {
    match sort {
        Sort::Newest => a_ordinal.cmp(b_ordinal),
        Sort::Oldest => b_ordinal.cmp(a_ordinal),
        Sort::Relevance => b.score.total_cmp(&a.score).then(a_ordinal.cmp(b_ordinal)),
    }
}
