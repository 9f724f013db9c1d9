//! From a query to the articles that contain what was typed, and nothing else.
//!
//! The steps, each in a module: *plan* which terms a query needs, *look up* the shards that hold
//! them, *match* them in a segment, *select* by facet values and count, *rank*. A [`Snippet`] shows
//! why an article was found, by the same tokens.
//!
//! A [`Search`] goes through the segments one by one, the newest first, so that there is something
//! to show early. The cost of each is that of the shards that its terms are in, and of its columns.

mod excerpt;
mod explain;
mod lookup;
mod matching;
mod names;
mod occurrences;
mod plan;
mod proximity;
mod rank;
mod selection;
mod sequence;
mod shared_bodies;
mod suggest;

pub use excerpt::{Snippet, highlights, mark_html};
pub use explain::{ClauseLookups, TermLookup};
pub use matching::Frequencies;
pub use rank::{Score, ScorePart};
pub use selection::Selection;
pub use suggest::{Suggester, Suggestion};

use std::cmp::Ordering;

use futures_util::StreamExt as _;
use futures_util::stream::{self, LocalBoxStream};

use crate::date::Month;
use crate::format::{ArticleRef, FacetSummary, Manifest, Ranks, SegmentId, Source};
use crate::query::Query;
use matching::{SegmentMatches, match_segment};
use rank::Scorer;
use selection::Counts;

/// Segments that are loaded at once: one that is wanted, and the next one meanwhile.
const AT_ONCE: usize = 2;

/// A search: what to find, what to choose of it and in which order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// What the articles must contain.
    pub query: Query,
    /// The facet values that the reader chose.
    pub selection: Selection,
    /// The order.
    pub sort: Sort,
    /// Whether all facet values are to be counted, also where the manifest's most frequent ones
    /// would do.
    pub every_value: bool,
}

/// The order of the articles found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best first; newest first among equals, and where nothing was typed.
    Relevance,
    /// Newest first.
    #[default]
    Newest,
    /// Oldest first.
    Oldest,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// The articles, in the order asked for. Their number is exact if `searched` is all there is
    /// and nothing was missing.
    pub hits: Vec<Hit>,
    /// The values of each facet among the articles found, most frequent first. A facet with
    /// chosen values counts as if none of its own were chosen, so that others can be added.
    pub facets: Vec<FacetSummary>,
    /// Articles found per month (`2019-07`), oldest first.
    pub months: Vec<(String, u32)>,
    /// The same as if no months were chosen, so that others can be.
    pub timeline: Vec<(String, u32)>,
    /// How many articles were searched.
    pub searched: u32,
    /// The texts of the query, by their place among its clauses, that no article has that was
    /// searched.
    pub unfound: Vec<usize>,
}

/// An article that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The article.
    pub article: ArticleRef,
    /// How well it fits, comparable within one outcome; 0 where nothing was typed.
    pub score: f32,
}

/// Something that could not be searched, because a file of the bundle could not be had.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsearched<E> {
    /// The segment.
    pub segment: SegmentId,
    /// The clauses of the query that could not be looked up; empty if the whole segment could not.
    pub clauses: Vec<usize>,
    /// Why. It names the file.
    pub error: E,
}

/// Runs a search over all segments; fails if a file is missing.
pub async fn search<S: Source>(
    source: &S,
    manifest: &Manifest,
    request: &Request,
) -> Result<Outcome, S::Error> {
    let mut search = Search::new(source, manifest, request);
    while search.advance().await {}
    let outcome = search.outcome();
    match search.into_unsearched().into_iter().next() {
        Some(unsearched) => Err(unsearched.error),
        None => Ok(outcome),
    }
}

type Matches<S> = SegmentMatches<<S as Source>::Error>;
/// What was found in a segment, or why it could not be searched.
type Searched<S> = (SegmentId, Result<Matches<S>, <S as Source>::Error>);

/// A search under way.
pub struct Search<'a, S: Source> {
    manifest: &'a Manifest,
    request: &'a Request,
    ranks: Ranks,
    coming: LocalBoxStream<'a, Searched<S>>,
    searched: Vec<(SegmentId, Matches<S>)>,
    unsearched: Vec<Unsearched<S::Error>>,
}

impl<'a, S: Source> Search<'a, S> {
    /// A search that is about to begin.
    pub fn new(source: &'a S, manifest: &'a Manifest, request: &'a Request) -> Search<'a, S> {
        let ranks = Ranks::of(manifest);
        let segments = if asks_for_everything(request) { Vec::new() } else { newest_first(manifest) };
        let live: Vec<_> = segments.iter().map(|&id| ranks.live(id)).collect();
        let searches = segments.into_iter().zip(live).filter_map(move |(id, live)| {
            let entry = manifest.segments.get(id.index())?;
            Some(async move { (id, match_segment(source, entry, live, &request.query).await) })
        });
        Search {
            manifest,
            request,
            ranks,
            coming: stream::iter(searches).buffered(AT_ONCE).boxed_local(),
            searched: Vec::new(),
            unsearched: Vec::new(),
        }
    }

    /// Searches the newest segment of those that were not searched yet. Gives `false` if there was
    /// none.
    pub async fn advance(&mut self) -> bool {
        let Some((segment, found)) = self.coming.next().await else { return false };
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

    /// How many articles fulfil the query so far, whatever was chosen of them: quick to tell.
    pub fn fulfilling(&self) -> usize {
        self.searched.iter().map(|(_, found)| found.articles.count_ones(..)).sum()
    }

    /// What could not be searched so far.
    pub fn unsearched(&self) -> &[Unsearched<S::Error>] {
        &self.unsearched
    }

    /// What could not be searched.
    pub fn into_unsearched(self) -> Vec<Unsearched<S::Error>> {
        self.unsearched
    }

    /// What has been found so far.
    pub fn outcome(&self) -> Outcome {
        if asks_for_everything(self.request) {
            return everything(self.manifest, self.request.sort);
        }
        let scorer = self.scorer();
        let mut counts = Counts::default();
        let mut ranked = Vec::new();
        for (segment, matches) in &self.searched {
            let chosen = counts.count(matches, &self.request.selection);
            ranked.extend(chosen.into_iter().filter_map(|id| {
                let article = ArticleRef { segment: *segment, article: id };
                let score = scorer.total(matches, id);
                Some((self.ranks.rank(article)?, Hit { article, score }))
            }));
        }
        ranked.sort_by(|a, b| order(self.request.sort, a, b));
        let timeline = counts.months();
        let chosen = self.request.selection.months;
        let is_chosen = |&(month, _): &(Month, u32)| chosen.is_none_or(|months| months.contains(month));
        Outcome {
            hits: ranked.into_iter().map(|(_, hit)| hit).collect(),
            facets: counts.facets(),
            months: named(timeline.iter().copied().filter(is_chosen)),
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
        let texts = self.request.query.wanted_texts().map(|(clause, _)| clause);
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

/// What a search finds that asks for nothing: the whole archive, from the manifest alone.
pub fn everything(manifest: &Manifest, sort: Sort) -> Outcome {
    let mut hits: Vec<Hit> = manifest.articles().map(|article| Hit { article, score: 0.0 }).collect();
    if sort == Sort::Oldest {
        hits.reverse();
    }
    Outcome {
        hits,
        facets: manifest.facets.clone(),
        months: manifest.months.clone(),
        timeline: manifest.months.clone(),
        searched: manifest.totals.articles,
        unfound: Vec::new(),
    }
}

/// Which of two hits, each with its rank, comes first.
fn order(sort: Sort, (a_rank, a): &(u32, Hit), (b_rank, b): &(u32, Hit)) -> Ordering {
    match sort {
        Sort::Newest => a_rank.cmp(b_rank),
        Sort::Oldest => b_rank.cmp(a_rank),
        Sort::Relevance => b.score.total_cmp(&a.score).then(a_rank.cmp(b_rank)),
    }
}
