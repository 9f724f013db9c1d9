//! Finds the articles related to one.

use bundle::format::{ArticleCard, ArticleRef, Facet};
use bundle::reading::{CatalogRow, catalog_row};
use bundle::search::{Request, Search, Sort};
use futures_util::future::{try_join, try_join_all};
use yew::prelude::*;

use crate::address::view::View;
use crate::archive::library::Library;
use crate::archive::load_state::{LoadState, use_load};
use crate::article::open_article::OpenArticle;
use crate::article::related::title_query::like_title;
use crate::model::load_error::LoadError;

/// Articles that a reader of one may want next.
pub(crate) struct Related {
    /// Those with most of its title.
    pub(crate) alike: Vec<CatalogRow>,
    /// The newest of its author.
    pub(crate) by_author: Vec<CatalogRow>,
}

/// How many of each are shown.
const SHOWN: usize = 5;
/// How many are looked at for that: some are the article itself, or its copies.
const LOOKED_AT: usize = SHOWN + 3;
/// Segments that are searched for articles alike. In an archive with more, the newest must do.
const SEGMENTS: usize = 2;
/// What an article must have of the best one's score to be alike.
const ALIKE: f32 = 0.5;

/// Looks for them, once there is an attempt to do so; again for every new one.
///
/// In each segment searched that costs the columns, and for what is alike also the directory and
/// the shards of six terms with their positions; the cards of up to sixteen articles come after
/// that. In an archive of 15,000 articles these are 80 KB, for the first article that is read to its
/// end; the next ones take less.
#[hook]
pub(crate) fn use_related(library: &Library, read: &OpenArticle, attempt: Option<u32>) -> LoadState<Related> {
    let wanted = attempt.map(|attempt| (library.clone(), read.clone(), attempt));
    use_load(wanted, |(library, read, _)| async move {
        let Some(card) = read.listed.card() else {
            return Ok(Related { alike: Vec::new(), by_author: Vec::new() });
        };
        let (alike, by_author) = try_join(
            cards(&library, &read, like(card), SEGMENTS),
            cards(&library, &read, by_author(card), library.manifest.segments.len()),
        )
        .await?;
        Ok(Related { alike, by_author })
    })
}

/// The search for articles with most of a title.
fn like(card: &ArticleCard) -> Option<Request> {
    let query = like_title(&card.title)?;
    Some(Request { query, sort: Sort::Relevance, ..Request::default() })
}

/// The search for the newest articles of an author.
fn by_author(card: &ArticleCard) -> Option<Request> {
    (!card.author.is_empty()).then(|| View::default().choosing(Facet::Author, &card.author).request())
}

/// What lists show of the first articles that a search finds, other than the one read and its copies.
async fn cards(
    library: &Library,
    read: &OpenArticle,
    request: Option<Request>,
    segments: usize,
) -> Result<Vec<CatalogRow>, LoadError> {
    let Some(request) = request else { return Ok(Vec::new()) };
    let found = first_hits(library, read.article, &request, segments).await?;
    let loads = found.into_iter().map(|article| catalog_row(&library.loader, &library.manifest, article));
    let mut articles = try_join_all(loads).await?;
    let title = |article: &CatalogRow| article.card().map(|card| card.title.clone());
    articles.retain(|article| title(article) != title(&read.listed));
    articles.truncate(SHOWN);
    Ok(articles)
}

/// The first articles other than `read` that a search finds in so many segments, in fewer if those do.
async fn first_hits(
    library: &Library,
    read: ArticleRef,
    request: &Request,
    segments: usize,
) -> Result<Vec<ArticleRef>, LoadError> {
    let mut search = Search::new(&library.loader, &library.manifest, request);
    let mut hits = Vec::new();
    for _ in 0..segments {
        if !search.advance().await {
            break;
        }
        hits = search.results().hits;
        hits.retain(|hit| hit.article != read);
        if request.sort != Sort::Relevance && hits.len() >= LOOKED_AT {
            break;
        }
    }
    if let Some(unsearched) = search.into_unsearched().into_iter().next() {
        return Err(unsearched.error);
    }
    let least = hits.first().map_or(0.0, |best| ALIKE * best.score);
    let good = hits.into_iter().filter(|hit| hit.score >= least);
    Ok(good.take(LOOKED_AT).map(|hit| hit.article).collect())
}
