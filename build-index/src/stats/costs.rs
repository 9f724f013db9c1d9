//! What a reader's browser loads, measured with the code that the viewer runs.

use std::path::Path;

use anyhow::Result;
use bundle::format::Manifest;
use bundle::query::{LastWord, Query};
use bundle::reading::catalog_row;
use bundle::search::{Hit, Request, SearchResults, Sort, search};
use bundle::text::tokens;
use serde::Serialize;

use crate::metered_source::{Cost, MeteredSource};

/// Articles that the first list shows.
const FIRST_LIST: usize = 50;
/// Hits that are shown with a snippet.
const SNIPPETS: usize = 10;
/// Queries and articles that are tried; the one in the middle counts.
const SAMPLES: usize = 9;

/// What is loaded for each thing that a reader does, from the start: nothing is in the cache.
#[derive(Debug, Serialize)]
pub(super) struct Costs {
    /// Opening the first list.
    pub(super) first_visit: Cost,
    /// A search for one word, with snippets; the query in the middle of several.
    pub(super) query: Cost,
    /// What was searched for.
    pub(super) term: String,
    /// An article's body, once a list shows the article; the one in the middle of several.
    pub(super) article: Cost,
}

impl Costs {
    /// Measures the bundle in `dir`.
    pub(super) async fn measure(dir: &Path) -> Result<Costs> {
        let (source, manifest) = MeteredSource::open(dir)?;
        let everything = search(&source, &manifest, &Request::default()).await?.hits;
        for hit in everything.iter().take(FIRST_LIST) {
            catalog_row(&source, &manifest, hit.article).await?;
        }
        let first_visit = source.cost();
        let (query, term) = query(dir, &titles(&source, &manifest, &everything).await?).await?;
        Ok(Costs { first_visit, query, term, article: article(dir, &everything).await? })
    }
}

/// The titles of articles all over the archive.
async fn titles(source: &MeteredSource, manifest: &Manifest, all: &[Hit]) -> Result<Vec<String>> {
    let mut titles = Vec::new();
    for hit in spread(all) {
        let listed = catalog_row(source, manifest, hit.article).await?;
        titles.extend(listed.card().map(|card| card.title.to_owned()));
    }
    Ok(titles)
}

/// The cost of a search for a word of a title, and the word.
async fn query(dir: &Path, titles: &[String]) -> Result<(Cost, String)> {
    let mut costs = Vec::new();
    for term in titles.iter().filter_map(|title| term(title)) {
        let (source, manifest) = MeteredSource::open(dir)?;
        let query = Query::parse(&format!("\"{term}\""), LastWord::Whole);
        let request = Request { query, sort: Sort::Relevance, ..Request::default() };
        let SearchResults { hits, .. } = search(&source, &manifest, &request).await?;
        for hit in hits.iter().take(SNIPPETS) {
            catalog_row(&source, &manifest, hit.article).await?.body(&source).await?;
        }
        costs.push((source.cost(), term));
    }
    Ok(middle(costs))
}

/// The cost of an article's body.
async fn article(dir: &Path, all: &[Hit]) -> Result<Cost> {
    let mut costs = Vec::new();
    for hit in spread(all) {
        let (source, manifest) = MeteredSource::open(dir)?;
        let listed = catalog_row(&source, &manifest, hit.article).await?;
        source.clear();
        listed.body(&source).await?;
        costs.push(source.cost());
    }
    Ok(middle(costs))
}

/// The first two characters of a title in Chinese, Japanese or Korean, else its longest word.
fn term(title: &str) -> Option<String> {
    let tokens = tokens(title);
    let pair = tokens
        .windows(2)
        .find(|pair| pair.iter().all(|token| token.cjk) && pair[0].range.end == pair[1].range.start);
    match pair {
        Some(pair) => Some(pair.iter().map(|token| token.text.as_str()).collect()),
        None => tokens.into_iter().map(|token| token.text).max_by_key(String::len),
    }
}

/// A few hits, at even distances, the first one among them.
fn spread(hits: &[Hit]) -> impl Iterator<Item = &Hit> {
    hits.iter().step_by(hits.len().div_ceil(SAMPLES).max(1))
}

fn middle<T: Ord + Default>(mut values: Vec<T>) -> T {
    values.sort();
    let middle = values.len() / 2;
    values.into_iter().nth(middle).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_of_titles() {
        let check = |title: &str, expected: Option<&str>| assert_eq!(term(title).as_deref(), expected);
        check("《茶船》", Some("茶船"));
        check("茶，船到", Some("船到"));
        check("The tea clipper", Some("clipper"));
        check("5G 手机", Some("手机"));
        check("茶", Some("茶"));
        check("…", None);
    }
}
