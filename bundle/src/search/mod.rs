//! From a query to the articles that contain what was typed, and nothing else.
//!
//! The steps, each in a module: *plan* which terms a query needs, *load* the shards that hold
//! them, *match* them in a segment, *select* by facet values and count, *rank*. A [`Snippet`]
//! shows why an article was found, by the same tokens.
//!
//! The cost of a search grows with the shards that its terms are in, not with the archive, but for
//! the columns of each segment.

mod excerpt;
mod lookup;
mod matching;
mod plan;
mod rank;
mod selection;
mod shared_bodies;
mod suggest;

pub use excerpt::{Snippet, highlights, mark_html};
pub use selection::Selection;
pub use suggest::{Suggester, Suggestion};

use std::cmp::Ordering;

use futures_util::future::try_join_all;

use crate::format::{ArticleRef, FacetSummary, Manifest, Ranks, SegmentId, Source};
use crate::query::Query;
use matching::SegmentMatches;
use selection::Counts;

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
    /// The articles, in the order asked for. Their number is exact.
    pub hits: Vec<Hit>,
    /// The values of each facet among the articles found, most frequent first. A facet with
    /// chosen values counts as if none of its own were chosen, so that others can be added.
    pub facets: Vec<FacetSummary>,
    /// Articles found per month (`2019-07`), oldest first.
    pub months: Vec<(String, u32)>,
}

/// An article that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The article.
    pub article: ArticleRef,
    /// How well it fits, comparable within one outcome; 0 where nothing was typed.
    pub score: f32,
}

/// Runs a search over all segments.
pub async fn search<S: Source>(
    source: &S,
    manifest: &Manifest,
    request: &Request,
) -> Result<Outcome, S::Error> {
    if asks_for_everything(request) && !request.every_value {
        return Ok(everything(manifest, request.sort));
    }
    let ranks = Ranks::of(manifest);
    let segments = (0..).map(SegmentId).zip(&manifest.segments);
    let matches =
        segments.map(|(id, entry)| matching::match_segment(source, entry, ranks.live(id), &request.query));
    let matches = try_join_all(matches).await?;
    Ok(gather(manifest, &ranks, request, &matches))
}

fn asks_for_everything(request: &Request) -> bool {
    request.query.is_everything() && request.selection.is_empty()
}

/// The whole archive, from the manifest alone.
fn everything(manifest: &Manifest, sort: Sort) -> Outcome {
    let mut hits: Vec<Hit> = manifest.articles().map(|article| Hit { article, score: 0.0 }).collect();
    if sort == Sort::Oldest {
        hits.reverse();
    }
    Outcome { hits, facets: manifest.facets.clone(), months: manifest.months.clone() }
}

fn gather(manifest: &Manifest, ranks: &Ranks, request: &Request, segments: &[SegmentMatches]) -> Outcome {
    let scorer = rank::Scorer::new(&manifest.totals, &request.query, segments);
    let mut counts = Counts::default();
    let mut ranked = Vec::new();
    for (segment, matches) in (0..).map(SegmentId).zip(segments) {
        let chosen = counts.count(matches, &request.selection);
        let scores = scorer.scores(matches, &chosen);
        ranked.extend(chosen.into_iter().zip(scores).filter_map(|(article, score)| {
            let article = ArticleRef { segment, article };
            Some((ranks.rank(article)?, Hit { article, score }))
        }));
    }
    ranked.sort_by(|a, b| order(request.sort, a, b));
    let hits = ranked.into_iter().map(|(_, hit)| hit).collect();
    Outcome { hits, facets: counts.facets(), months: counts.months() }
}

/// Which of two hits, each with its rank, comes first.
fn order(sort: Sort, (a_rank, a): &(u32, Hit), (b_rank, b): &(u32, Hit)) -> Ordering {
    match sort {
        Sort::Newest => a_rank.cmp(b_rank),
        Sort::Oldest => b_rank.cmp(a_rank),
        Sort::Relevance => b.score.total_cmp(&a.score).then(a_rank.cmp(b_rank)),
    }
}
