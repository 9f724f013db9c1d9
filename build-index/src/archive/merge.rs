//! The same article from several posts.

use std::collections::BTreeMap;

use super::post::Article;

/// Joins articles that have the same original, title and text into one with all their paths;
/// gives also how many went into others. The front matter of the first path is kept.
pub(crate) fn merge_duplicates(mut articles: Vec<Article>) -> (Vec<Article>, usize) {
    let found = articles.len();
    articles.sort_by(|a, b| a.paths.cmp(&b.paths));
    let mut kept: Vec<Article> = Vec::with_capacity(found);
    let mut places: BTreeMap<[u8; 32], usize> = BTreeMap::new();
    for article in articles {
        match places.get(&identity(&article)).and_then(|&place| kept.get_mut(place)) {
            Some(same) => same.paths.extend(article.paths),
            None => {
                places.insert(identity(&article), kept.len());
                kept.push(article);
            }
        }
    }
    let merged = found - kept.len();
    (kept, merged)
}

fn identity(article: &Article) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for part in [&article.url, &article.title, &article.text] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().into()
}
